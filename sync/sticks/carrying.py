"""A township's desk carries for its villages: it reads what they send, and passes the exact bytes on.

What it may read lies over its records as carried (未到县) and can be reviewed at once; the county gets the
file as the village signed it, by this desk's next round or stick, and its answer goes back the same way
(design: Bundles).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sync import blobs, bundle
from sync.exchange import Exchange
from sync.messages import SyncRequest, batch_claim
from sync.sticks import bundle_header, carrier, courier_keys, frames
from sync.sticks.bundle_header import Bundle, Header
from sync.sticks.couriers import Courier
from sync.sticks.frames import Piece
from village_desk import changes, crypto, rights, times
from village_desk.crypto import CryptoTrouble
from village_desk.durable import file_troubles, pieces_of, write_all, writing
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.session import Changes
from village_desk.store import Store, carried
from village_desk.store.carried import HeldBundle

FOLDER = "carried"
"""Folder beside the desk file; what lies there is sealed as it came."""
OF_ONE = ("sync.refused", "sync.too_large", "sync.absent")
"""Troubles of one file on its way to the county: the others go on."""
_SPOILT = ("bundle.damaged", "bundle.cut", "bundle.none")
_FETCHED = "answers"
LAID = 50
"""Changes laid over in one transaction: a save may come between."""


@dataclass(slots=True)
class Carried:
    """What a village's bundle brought.

    Attributes:
        changes: Changes this desk may read, now laid over its records.
        withheld: Changes only the county may read.
        attachments: Attachments that can be looked at now.
        changed: The records that look different now.
    """

    header: Header
    changes: int = 0
    withheld: int = 0
    attachments: int = 0
    changed: Changes = frozenset()


def folder_of(store: Store) -> Path:
    """Return where held files lie."""
    return store.folder / FOLDER


def take_village(store: Store, found: Bundle, clock: Callable[[], times.Moment] = times.now) -> Carried:
    """Read a bundle of one of this township's villages, hold it, and lay over what it brings.

    Raises:
        SyncTrouble: "bundle.other": not of a village of this township; "bundle.stranger": of a desk the
            county has not told of yet; "bundle.old": held already; "bundle.forged", "bundle.damaged":
            nothing of it is believed; "bundle.gone".
        StoreTrouble: The disk is full.
    """
    header = found.header
    if not _ours(store, header):
        raise SyncTrouble("bundle.other")
    writer = courier_keys.known(store).find(header.device)
    if writer is None or writer.unit != header.unit:
        raise SyncTrouble("bundle.stranger")
    bundle_header.prove(found, writer.verify)
    if carried.is_held(store, header.bundle):
        raise SyncTrouble("bundle.old")
    taking = _Taking(store, clock, writer, Carried(header), bytes.fromhex(header.head))
    bundle.unseal(found, id_text(store.device_id), courier_keys.secret(store), taking.frame)
    taking.lay()
    hold(store, found, clock())  # last: one that was cut short here is read again, which changes nothing
    return taking.done


def _ours(store: Store, header: Header) -> bool:
    return len(store.unit_code) == rights.TOWNSHIP_DIGITS and header.unit.startswith(store.unit_code)


def hold(store: Store, found: Bundle, at: times.Moment) -> None:
    """Keep a file for others, byte for byte; on return a power cut no longer harms it.

    Raises:
        SyncTrouble: "bundle.gone": the stick was pulled out.
        StoreTrouble: The disk is full, or cannot be written.
    """
    header = found.header
    target = folder_of(store) / found.name
    with file_troubles():
        target.parent.mkdir(mode=0o700, exist_ok=True)
        with writing(target) as handle:
            for piece in _pieces(found.path):
                write_all(handle, piece)
    kept = HeldBundle(
        bundle=header.bundle,
        kind=header.kind,
        device=header.device,
        unit=header.unit,
        file=target.name,
        changes=header.count,
        attachments=header.attachments,
        last=header.last,
        cursor=header.cursor,
        part=header.part[0],
        at=at,
    )
    with store.unit_of_work(None, at) as uow:
        carried.keep(uow, kept)


def _pieces(path: Path) -> Iterator[bytes]:
    with bundle_header.stick_troubles():  # of the stick, where all else is of the disk here
        yield from pieces_of(path)


@dataclass(slots=True)
class _Taking:
    store: Store
    clock: Callable[[], times.Moment]
    writer: Courier
    done: Carried
    head: bytes
    bodies: list[tuple[int, bytes]] = field(default_factory=list)

    def frame(self, letter: str, data: bytes) -> None:
        """Take in one frame."""
        if letter == frames.REQUEST:
            self.batch(frames.message(data, SyncRequest))
        elif letter == frames.BYTES:
            self.keep(frames.piece(data))

    def batch(self, request: SyncRequest) -> None:
        """Prove a batch by chain and signature, and set aside what may be read of it."""
        first = request.last + 1
        last = request.last + len(request.changes)
        claim = batch_claim(request.suite, self.writer.device, last, request.head)
        signed = crypto.verify(self.writer.verify, request.signature, claim, request.suite)
        if not (signed and frames.chained(request, self.head or crypto.CHAIN_START)):
            raise SyncTrouble("bundle.forged")
        self.head = request.head
        for n, sent in enumerate(request.changes, first):
            if frames.is_withheld(sent):
                self.done.withheld += 1
                continue
            raw = bytes(sent.body)
            if self.fits(n, raw):
                self.bodies.append((n, raw))
            else:
                self.done.withheld += 1

    def fits(self, n: int, raw: bytes) -> bool:
        """Say whether a change belongs here: of this township, and of a kind that villages write.

        An adviser's bundle also holds what belongs to villages of other townships. Whether the writer may do
        just this the county judges.
        """
        try:
            body = changes.decode(raw)
        except CryptoTrouble:
            raise SyncTrouble("bundle.damaged") from None
        ours = body.n == n and body.s.startswith(self.store.unit_code) and body.op != "altered"
        return ours and any(
            rights.reach(role, "write", body.t, class_)
            for role in rights.VILLAGE_ROLES
            for class_ in rights.CLASSES
        )

    def keep(self, piece: Piece) -> None:
        """Keep a piece of an attachment; the last one makes it whole."""
        part = (piece.offset, piece.data)
        self.done.attachments += blobs.keep_piece(self.store, piece.digest, part, piece.size, self.clock())

    def lay(self) -> None:
        """Lay the changes over the records here."""
        for start in range(0, len(self.bodies), LAID):
            with self.store.unit_of_work(None, self.clock()) as uow:
                carried.lay_over(uow, self.writer.device, self.bodies[start : start + LAID])
            self.done.changed |= uow.touched
        self.done.changes = len(self.bodies)


# ---------------------------------------------------------------- passing on


def take_answer_for_village(store: Store, found: Bundle, at: times.Moment) -> Changes:
    """Hold an answer of the county to a village's desk; it goes onto the next stick.

    Raises:
        SyncTrouble: "bundle.other": not of a village of this township; "bundle.old": held already, or a later
            one is; "bundle.forged", "bundle.damaged".
        StoreTrouble: The disk is full.
    """
    header = found.header
    if not _ours(store, header):
        raise SyncTrouble("bundle.other")
    bundle_header.prove(found, store.state("county_key") or b"")
    if carried.is_held(store, header.bundle) or _outdated(store, header):
        raise SyncTrouble("bundle.old")
    hold(store, found, at)
    if header.part[0] == 1:
        for one in carried.held(store, "answer"):
            if one.device == header.device and _replaces(store, header, one):
                _drop(store, one, at)
    with store.unit_of_work(None, at) as uow:
        carried.arrived(uow, header.device, header.last, header.cursor, header.aside)
    for one in carried.held(store, "push"):
        if one.bundle in header.taken:
            _drop(store, one, at)
    return uow.touched


def _outdated(store: Store, header: Header) -> bool:
    """Say whether a later answer to the same desk is held."""
    held = [one for one in carried.held(store, "answer") if one.device == header.device]
    return any(
        there is not None and there.inc == header.inc and _reach(there) > _reach(header)
        for there in (_held_header(store, one) for one in held)
    )


def _replaces(store: Store, header: Header, one: HeldBundle) -> bool:
    """Say whether an answer does for one that is held.

    Of two that reach equally far both are needed: one may speak of attachments alone. Of two incarnations of
    the county only that which this desk itself knows now is surely the later one.
    """
    there = _held_header(store, one)
    if there is None or there.inc != header.inc:
        return there is None or header.inc == store.text_state("sync.inc")
    return _reach(there) < _reach(header)


def _reach(header: Header) -> tuple[int, int]:
    return header.cursor, header.last


def _held_header(store: Store, one: HeldBundle) -> Header | None:
    """Read what stands outside on a held file; None of one that was lost or spoilt."""
    try:
        return bundle_header.read(folder_of(store) / one.file).header
    except SyncTrouble:
        return None


def _drop(store: Store, one: HeldBundle, at: times.Moment) -> None:
    with store.unit_of_work(None, at) as uow:
        carried.let_go(uow, one.bundle)
    (folder_of(store) / one.file).unlink(missing_ok=True)


def put_held(store: Store, folder: Path) -> list[Bundle]:
    """Copy the files held for others onto a stick: bundles to the county, answers to the villages.

    Raises:
        SyncTrouble: "bundle.full", "bundle.gone".
    """
    copied = []
    for one in [*carried.held(store, "push"), *carried.held(store, "answer")]:
        source = folder_of(store) / one.file
        if not source.exists():
            continue  # its folder was lost; the village sends it again
        try:
            copied.append(bundle.copy(source, folder))
        except SyncTrouble as trouble:
            if trouble.code not in _SPOILT:
                raise  # else the disk spoilt it: it holds up no other, and the village sends it again
    return copied


def forward(
    store: Store, exchange: Exchange, clock: Callable[[], times.Moment], stop: Callable[[], bool]
) -> int:
    """Bring held bundles to the county over the network, and hold its answers; return how many it took.

    One that the county refuses stays held and does not hold up the others.

    Raises:
        SyncTrouble: The line, or the county as a whole; see `sync.exchange`.
    """
    count = 0
    fetched = folder_of(store) / _FETCHED
    for one in carried.held(store, "push"):
        fetched.mkdir(mode=0o700, parents=True, exist_ok=True)
        if stop():
            break
        source = folder_of(store) / one.file
        if not source.exists():
            _drop(store, one, clock())
            continue
        try:
            answers = carrier.carry(exchange, source, fetched, stop)
        except SyncTrouble as trouble:
            if trouble.code not in OF_ONE and not trouble.code.startswith("bundle."):
                raise
            continue  # it stays held; the others go on, and so does this desk's own round
        for answer in answers:
            _take_fetched(store, answer, clock())
        _drop(store, one, clock())
        count += 1
    return count


def settle(store: Store, at: times.Moment) -> Changes:
    """Take away what lies over records though the feed must have shown it by now."""
    if not carried.count(store):
        return frozenset()
    with store.unit_of_work(None, at) as uow:
        carried.settle(uow, int(store.text_state("sync.cursor", "0")))
    return uow.touched


def _take_fetched(store: Store, answer: Path, at: times.Moment) -> None:
    try:
        take_answer_for_village(store, bundle_header.read(answer), at)
    except SyncTrouble as trouble:
        if trouble.code != "bundle.old":
            raise
    finally:
        answer.unlink(missing_ok=True)
