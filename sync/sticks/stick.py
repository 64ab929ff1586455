"""A stick is put in: every bundle on it is looked at, and what is for this desk is taken in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sync.exchange import Exchange
from sync.sticks import bundle_header, carrier, carrying, reading, writing
from sync.sticks.bundle_header import Bundle
from sync.sticks.writing import Written
from village_desk import times
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.session import Changes
from village_desk.store import Store, carried

_KNOWN = ("bundle.old",)
_NOT_OURS = ("bundle.other", "bundle.own")
_OF_THE_STICK = ("bundle.gone", "bundle.full")


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of one file: its name and short code, and the code of what kept it out, or ""."""

    name: str
    code: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Came:
    """What came in from one file or from a whole stick.

    Attributes:
        answered: Own changes the county has now acknowledged.
        pulled: Changes of others, from the county.
        attachments: Own attachments the county now has, and a village's that came along.
        carried: Changes of villages that the county does not have yet.
        passed: Answers for villages, to go onto the next stick.
        changed: The records that look different now.
    """

    answered: int = 0
    pulled: int = 0
    attachments: int = 0
    carried: int = 0
    passed: int = 0
    changed: Changes = frozenset()

    def __add__(self, other: "Came") -> "Came":
        return Came(
            self.answered + other.answered,
            self.pulled + other.pulled,
            self.attachments + other.attachments,
            self.carried + other.carried,
            self.passed + other.passed,
            self.changed | other.changed,
        )


@dataclass(slots=True)
class Brought:
    """What a network brought to the county for others.

    Attributes:
        files: How many files the county has now.
        answers: How many of its answers lie on the stick.
        troubles: Files that were refused.
    """

    files: int = 0
    answers: int = 0
    troubles: list[Looked] = field(default_factory=list)


@dataclass(slots=True)
class Read:
    """What came in from a stick.

    Attributes:
        files: Those that were for this desk.
        left: How many are for others, and stay.
        others: How many of those are on their way to this county from desks this one does not carry for.
    """

    files: list[Looked] = field(default_factory=list)
    left: int = 0
    others: int = 0
    came: Came = Came()

    @property
    def troubles(self) -> list[Looked]:
        """Files that were refused; one that was taken in before is not among them."""
        return [each for each in self.files if each.trouble and each.trouble not in _KNOWN]


def write(
    store: Store, folder: Path, clock: Callable[[], times.Moment] = times.now, *, afresh: bool = False
) -> Written:
    """Put onto a stick what this desk has to send; a township's also what it holds for others.

    Raises:
        SyncTrouble: as `sync.sticks.writing.write`.
    """
    held = carrying.put_held(store, folder)
    if held:
        with store.unit_of_work(None, clock()) as uow:
            carried.note_put(uow)
    written = writing.write(store, folder, clock, afresh=afresh)
    _tidy(store, folder, written)
    return replace(written, held=tuple(held))


def _tidy(store: Store, folder: Path, written: Written) -> None:
    """Take off the stick what this desk had put there and has just written anew, and answers it has read."""
    own, new = id_text(store.device_id), {each.header.bundle for each in written.bundles}
    for path in _in_order(folder):
        try:
            header = bundle_header.read(path).header
        except SyncTrouble:
            continue  # not ours to judge: it stays
        again = header.kind == "push" and written.whole and header.bundle not in new
        if header.device == own and (again or reading.is_taken(store, header.bundle)):
            with bundle_header.stick_troubles():
                path.unlink(missing_ok=True)


def read(store: Store, folder: Path, clock: Callable[[], times.Moment] = times.now) -> Read:
    """Take in every bundle in `folder` that is for this desk; a refused one does not hold up the others.

    Raises:
        SyncTrouble: "sync.not_enrolled"; "bundle.empty": none is for this desk, nor can be brought for
            others; "bundle.gone".
    """
    if not store.device_id:
        raise SyncTrouble("sync.not_enrolled")
    done = Read()
    for path in _in_order(folder):
        try:
            found = bundle_header.read(path)
            done.came += take(store, found, clock)
        except SyncTrouble as trouble:
            if trouble.code in _NOT_OURS:
                done.left += 1
                done.others += trouble.code == "bundle.other" and found.header.kind == "push"
                continue
            done.files.append(Looked(path.name, "", trouble.code))
            continue
        done.files.append(Looked(path.name, found.code))
    if not done.files and not done.others:
        raise SyncTrouble("bundle.empty")
    return done


def bring(store: Store, folder: Path, exchange: Exchange, stop: Callable[[], bool]) -> Brought:
    """Bring to the county what others have written onto a stick, and put its answers beside it.

    As any PC with a network may (`sync.sticks.carrier`): nothing of it is read. Stopped or cut, the next time
    goes on where it ended.

    Raises:
        SyncTrouble: "sync.stopped", "bundle.gone", and those of `sync.exchange`: the line, or the county as a
            whole.
    """
    done = Brought()
    for path in pushes([folder]):
        try:
            header = bundle_header.read(path).header
            if header.device == id_text(store.device_id) or header.county != store.text_state("county_code"):
                continue
            done.answers += len(carrier.carry(exchange, path, folder, stop))
            done.files += 1
        except SyncTrouble as trouble:
            of_one = trouble.code in carrying.OF_ONE or trouble.code.startswith("bundle.")
            if not of_one or trouble.code in _OF_THE_STICK:
                raise
            done.troubles.append(Looked(path.name, "", trouble.code))
    return done


def take(store: Store, found: Bundle, clock: Callable[[], times.Moment] = times.now) -> Came:
    """Take in one bundle: an answer to this desk, a bundle of a village of this township, an answer to one.

    Raises:
        SyncTrouble: "bundle.county", "bundle.other", "bundle.own": not for this desk; and those of
            `sync.sticks.reading.take_answer` and `sync.sticks.carrying`.
    """
    header = found.header
    if header.county != store.text_state("county_code"):
        raise SyncTrouble("bundle.county")
    mine = header.device == id_text(store.device_id)
    if header.kind == "push" and mine:
        raise SyncTrouble("bundle.own")
    if header.kind == "push":
        brought = carrying.take_village(store, found, clock)
        return Came(carried=brought.changes, attachments=brought.attachments, changed=brought.changed)
    if not mine:
        return Came(changed=carrying.take_answer_for_village(store, found, clock()), passed=1)
    report = reading.take_answer(store, found, clock)
    changed = report.changed | carrying.settle(store, clock())
    return Came(report.pushed, report.pulled, report.blobs, changed=changed)


def pushes(places: Iterable[Path]) -> list[Path]:
    """Return the bundles on their way to the county among files and folders, in the order they were written.

    Raises:
        SyncTrouble: "bundle.gone".
    """
    found: list[Path] = []
    for place in places:
        found += _in_order(place) if place.is_dir() else [place]
    return [path for path in found if not path.name.startswith("answer-")]


def _in_order(folder: Path) -> list[Path]:
    try:
        paths = [path for path in folder.iterdir() if bundle_header.is_bundle(path)]
    except OSError:
        raise SyncTrouble("bundle.gone") from None
    return sorted(paths, key=_place)


def _place(path: Path) -> tuple[bool, int, int, int, str]:
    """Return where a file comes: answers before what villages sent, each in the order they were written."""
    try:
        header = bundle_header.read(path).header
    except SyncTrouble:
        return (False, 0, 0, 0, path.name)
    return (header.kind == "push", header.cursor, header.first or header.last, header.part[0], path.name)
