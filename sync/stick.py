"""A stick is put in: every bundle on it is looked at, and what is for this desk is taken in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sync import bundle_header, reading
from sync.bundle_header import Bundle
from sync.engine import Report
from village_desk import times
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.session import Changes
from village_desk.store import Store

_KNOWN = ("bundle.old",)
_NOT_OURS = ("bundle.other", "bundle.own")


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of one file: its name and short code, and the code of what kept it out, or ""."""

    name: str
    code: str
    trouble: str = ""


@dataclass(slots=True)
class Read:
    """What came in from a stick.

    Attributes:
        files: Those that were for this desk.
        left: How many are for others, and stay.
        answered: Own changes the county has now acknowledged.
        pulled: Changes of others.
        attachments: Own attachments the county now has.
        changed: The records that look different now.
    """

    files: list[Looked] = field(default_factory=list)
    left: int = 0
    answered: int = 0
    pulled: int = 0
    attachments: int = 0
    changed: Changes = frozenset()

    @property
    def troubles(self) -> list[Looked]:
        """Files that were refused; one that was taken in before is not among them."""
        return [each for each in self.files if each.trouble and each.trouble not in _KNOWN]


def read(store: Store, folder: Path, clock: Callable[[], times.Moment] = times.now) -> Read:
    """Take in every bundle in `folder` that is for this desk; a refused one does not hold up the others.

    Raises:
        SyncTrouble: "sync.not_enrolled"; "bundle.empty": none is for this desk; "bundle.gone".
    """
    if not store.device_id:
        raise SyncTrouble("sync.not_enrolled")
    done = Read()
    for path in _in_order(folder):
        try:
            found = bundle_header.read(path)
            report = take(store, found, clock)
        except SyncTrouble as trouble:
            if trouble.code in _NOT_OURS:
                done.left += 1
                continue
            done.files.append(Looked(path.name, "", trouble.code))
            continue
        _count(done, found, report)
    if not done.files:
        raise SyncTrouble("bundle.empty")
    return done


def take(store: Store, found: Bundle, clock: Callable[[], times.Moment] = times.now) -> Report:
    """Take in one bundle.

    Raises:
        SyncTrouble: "bundle.county", "bundle.other", "bundle.own": not for this desk; and those of
            `sync.reading.take_answer`.
    """
    header = found.header
    if header.county != store.text_state("county_code"):
        raise SyncTrouble("bundle.county")
    mine = header.device == id_text(store.device_id)
    if header.kind == "push" and mine:
        raise SyncTrouble("bundle.own")
    if header.kind == "push" or not mine:
        raise SyncTrouble("bundle.other")
    return reading.take_answer(store, found, clock)


def _count(done: Read, found: Bundle, report: Report) -> None:
    done.files.append(Looked(found.path.name, found.code))
    done.answered += report.pushed
    done.pulled += report.pulled
    done.attachments += report.blobs
    done.changed |= report.changed


def _in_order(folder: Path) -> list[Path]:
    try:
        paths = [path for path in folder.iterdir() if bundle_header.is_bundle(path)]
    except OSError:
        raise SyncTrouble("bundle.gone") from None
    return sorted(paths, key=_place)


def _place(path: Path) -> tuple[int, int, int, str]:
    try:
        header = bundle_header.read(path).header
    except SyncTrouble:
        return (0, 0, 0, path.name)
    return (header.cursor, header.last, header.part[0], path.name)
