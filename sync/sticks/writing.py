"""A desk writes what it has to send onto a stick; what does not fit goes onto the next one.

Everything the county has not acknowledged is written, each time, so a lost stick costs nothing but the way.
Only when a stick is too small does the next one go on where it ended (domain: sync §2.11).
"""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from sync import areas, asking, bundle, witness
from sync.bundle import Sealed
from sync.messages import SyncRequest
from sync.sticks import bundle_header, courier_keys, frames
from sync.sticks.bundle_header import Bundle, Header
from sync.sticks.frames import Alone, Ask
from village_desk import crypto, rights, times
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.rights import TOWNSHIP_DIGITS, Target
from village_desk.store import Store, UnitOfWork, altered, county_link, courier, outbox

PART_LIMIT = 64 << 20
"""Bytes of one file, roughly: small enough that a broken one costs little, and for every file system."""
BATCH = 262_144
"""Bytes of bodies in one frame."""
POSITION = "bundle.position"
"""State of the desk file: where a hand-over that did not fit onto one stick goes on."""
_OVERHEAD = 16_384
_RESERVE = 65_536
_PACKS = 2
"""How many times smaller bodies pack at least."""
_ANSWER_ROWS = 262_144
_READER = "station_staff"
"""Whoever is in the township's office reads this much; what is beyond goes to the county alone."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some bytes of an attachment: of `size` in all, those from `start` to `end`."""

    digest: str
    size: int
    start: int
    end: int


@dataclass(slots=True)
class Part:
    """What goes into one file: batches of changes (first, last), and bytes of attachments."""

    batches: list[tuple[int, int]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    size: int = _OVERHEAD


@dataclass(frozen=True, slots=True)
class Written:
    """What was put onto a stick.

    Attributes:
        bundles: The files.
        changes: Changes in them.
        attachments: Attachments in them, begun ones too.
        held: Files of others put beside them, unread.
        whole: Whether all that waits is on this stick alone.
        complete: Whether all that waits is on this stick and those before it; else another one goes on.
    """

    bundles: tuple[Bundle, ...]
    changes: int
    attachments: int
    complete: bool
    held: tuple[Bundle, ...] = ()
    whole: bool = False


def write(
    store: Store,
    folder: Path,
    clock: Callable[[], times.Moment] = times.now,
    *,
    limit: int = PART_LIMIT,
    room: int | None = None,
    afresh: bool = False,
) -> Written:
    """Write everything the county has not acknowledged into `folder`, at most `room` bytes of it.

    Args:
        store: The desk file.
        folder: Where the stick is.
        clock: The present moment.
        limit: Bytes of one file, roughly.
        room: Bytes that may be used; None for what is free there.
        afresh: Do not go on where the last stick ended, but write everything again.

    Raises:
        SyncTrouble: "sync.not_enrolled"; "bundle.keys": the county's key is not known yet, so sync once over
            a network; "bundle.full": not even the first of it fits; "bundle.gone": the stick was pulled out.
    """
    with_township, alone = courier_keys.readers(store)
    altered.state_found(store, clock())
    room = _free(folder) if room is None else room
    begin = _position(store, afresh=afresh)
    whole = begin == _Position(courier.acknowledged(store), {})
    parts, complete = _planned(store, begin, limit, room - _RESERVE)
    steps = _Writing(store, folder, clock(), with_township, alone)
    bundles = [steps.part(part, (number, len(parts))) for number, part in enumerate(parts, 1)]
    _remember(store, begin, () if complete else parts, clock())
    spans = {span.digest for part in parts for span in part.spans}
    changes = sum(one.header.count for one in bundles)
    return Written(tuple(bundles), changes, len(spans), complete, whole=whole and complete)


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        raise SyncTrouble("bundle.gone") from None


# ---------------------------------------------------------------- what goes where


@dataclass(slots=True)
class _Position:
    n: int
    ends: dict[str, int]


def _position(store: Store, *, afresh: bool) -> _Position:
    """Return where to begin: behind what the county has, or behind what an earlier stick holds."""
    acked = courier.acknowledged(store)
    held = json.loads(store.text_state(POSITION, "{}")) if not afresh else {}
    return _Position(max(acked, held.get("n", 0)), held.get("ends", {}))


def forget_position(uow: UnitOfWork) -> None:
    """Begin the next hand-over with everything the county has not acknowledged.

    For when it has answered, and when it or this desk was set back: what earlier sticks hold counts no more.
    """
    uow.set_state(POSITION, "{}")


def _remember(store: Store, begin: _Position, parts: Sequence[Part], at: times.Moment) -> None:
    """Remember where the next stick goes on after `parts`; none when nothing is left to go on with."""
    batches = [batch for part in parts for batch in part.batches]
    last = batches[-1][1] if batches else begin.n
    ends = begin.ends | {span.digest: span.end for part in parts for span in part.spans}
    with store.unit_of_work(None, at) as uow:
        if parts:
            uow.set_state(POSITION, json.dumps({"n": last, "ends": ends}))
        else:
            forget_position(uow)


def _planned(store: Store, begin: _Position, limit: int, room: int) -> tuple[list[Part], bool]:
    """Return the files of one stick, and whether everything is in them or before them."""
    plan = _Plan(min(limit, room), room)
    for first, last, size in _batches(store, begin.n, _PACKS * (min(limit, room) - 2 * _OVERHEAD)):
        if not plan.add_batch(first, last, size // _PACKS):
            break
    else:
        for blob in county_link.blobs_to_send(store):
            start = max(blob.sent, begin.ends.get(blob.digest, 0))
            if not plan.add_blob(Span(blob.digest, blob.size, min(start, blob.size), blob.size)):
                break
        else:
            return plan.parts, True
    if not any(part.batches or part.spans for part in plan.parts):
        raise SyncTrouble("bundle.full")
    return plan.parts, False


def _batches(store: Store, after: int, most: int) -> Iterator[tuple[int, int, int]]:
    while sent := outbox.pending(store, min(BATCH, most), after):
        yield sent[0].n, sent[-1].n, sum(len(change.body) + 60 for change in sent)
        after = sent[-1].n


class _Plan:
    """Fills one file after the other until the room is used up; there is always one, if only to ask."""

    def __init__(self, limit: int, room: int) -> None:
        self._limit, self._room = limit, room - _OVERHEAD
        self.parts = [Part()]
        if room < _OVERHEAD:
            raise SyncTrouble("bundle.full")

    def add_batch(self, first: int, last: int, size: int) -> bool:
        """Add a batch; False when it has no room."""
        part = self._part_for(size)
        if part is None:
            return False
        part.batches.append((first, last))
        self._use(part, size)
        return True

    def add_blob(self, span: Span) -> bool:
        """Add an attachment, in pieces if need be; False when some of it has no room."""
        start = span.start
        while start < span.end:
            part = self._part_for(min(span.end - start, bundle.PIECE))
            free = 0 if part is None else min(self._room, self._limit - part.size)
            if part is None or free < min(span.end - start, _RESERVE):
                return False
            end = min(span.end, start + free)
            part.spans.append(replace(span, start=start, end=end))
            self._use(part, end - start)
            start = end
        return True

    def _part_for(self, size: int) -> Part | None:
        part = self.parts[-1]
        if part.size + size <= self._limit or not (part.batches or part.spans):
            return part if size <= self._room else None
        if size + _OVERHEAD > self._room:
            return None
        self._room -= _OVERHEAD
        self.parts.append(Part())
        return self.parts[-1]

    def _use(self, part: Part, size: int) -> None:
        part.size += size
        self._room -= size


# ---------------------------------------------------------------- writing a file


@dataclass(slots=True)
class _Writing:
    store: Store
    folder: Path
    at: times.Moment
    with_township: dict[str, str]
    alone: dict[str, str]

    def part(self, part: Part, place: tuple[int, int]) -> Bundle:
        """Write one file."""
        first = part.batches[0][0] if part.batches else 0
        header = Header(
            bundle=bundle_header.new_id(),
            kind="push",
            county=self.store.text_state("county_code"),
            device=id_text(self.store.device_id),
            unit=self.store.unit_code,
            first=first,
            last=part.batches[-1][1] if part.batches else 0,
            head=_hash_before(self.store, first).hex(),
            cursor=asking.number(self.store, "sync.cursor"),
            part=place,
            attachments=len({span.digest for span in part.spans}),
            at=self.at,
        )
        key = self.store.state("device_key") or b""
        return bundle.write(self.folder, header, self.sections(part), lambda claim: crypto.sign(key, claim))

    def sections(self, part: Part) -> list[Sealed]:
        """Return the sealed parts: what the county alone may read stands apart from what the township may."""
        secret = self.secret_changes(part)
        hidden = [span for span in part.spans if not self.shared_attachment(span.digest)]
        shown = [span for span in part.spans if span not in hidden]
        sections = [Sealed(self.with_township, self.shared(part, secret, shown))]
        if secret:
            sections.insert(0, Sealed(self.alone, self.withheld(part, secret)))
        if hidden:
            sections.append(Sealed(self.alone, self.pieces(hidden)))
        return sections

    def shared(self, part: Part, secret: set[int], spans: list[Span]) -> Iterator[bytes]:
        yield frames.packed(frames.ASK, ask(self.store, self.at))
        for first, last in part.batches:
            request, _alone = frames.withhold(self.request(first, last), secret, first)
            yield frames.packed(frames.REQUEST, request)
        yield from self.pieces(spans)

    def withheld(self, part: Part, secret: set[int]) -> Iterator[bytes]:
        for first, last in part.batches:
            found: list[Alone] = frames.withhold(self.request(first, last), secret, first)[1]
            if found:
                yield frames.packed(frames.ALONE, found)

    def request(self, first: int, last: int) -> SyncRequest:
        sent = courier.changes_between(self.store, first, last)
        return asking.request(self.store, sent, self.at, 0)

    def pieces(self, spans: Sequence[Span]) -> Iterator[bytes]:
        for span in spans:
            digest = bytes.fromhex(span.digest)
            parts = (
                (place, self.store.attachments.piece(digest, place, min(bundle.PIECE, span.end - place)))
                for place in range(span.start, span.end, bundle.PIECE)
            )
            yield from frames.piece_frames(span.digest, span.size, parts)

    def secret_changes(self, part: Part) -> set[int]:
        """Return the changes of records that the township's office may not read."""
        if self.with_township == self.alone:
            return set()
        places: dict[tuple[str, bytes], bool] = {}
        secret = set()
        for first, last in part.batches:
            for change in courier.changes_between(self.store, first, last):
                key = (change.kind, change.record_id)
                if key not in places:
                    places[key] = self.shares(change.kind, courier.place_of(self.store, *key))
                if not places[key]:
                    secret.add(change.n)
        return secret

    def shared_attachment(self, digest: str) -> bool:
        """Say whether the township's office may read every record of an attachment."""
        places = courier.places_of_attachment(self.store, digest)
        return bool(places) and all(self.shares("attachment", place) for place in places)

    def shares(self, kind: str, place: tuple[str, str] | None) -> bool:
        """Say whether the township's office may read a record of `kind` at `place`, scope and class."""
        if place is None:
            return False
        township = self.store.unit_code[:TOWNSHIP_DIGITS]
        target = Target(kind, place[1], place[0])
        return rights.allowed(_READER, (township,), "read", target)


def ask(store: Store, at: times.Moment) -> Ask:
    """Return what this desk wants to hear: all since what it knows."""
    request = asking.request(store, [], at, _ANSWER_ROWS)
    request = msgspec.structs.replace(request, tally=True, now=at, log=witness.shown(store))
    sending = [blob.digest for blob in county_link.blobs_to_send(store)[: frames.MOST_NAMED]]
    missing = courier.attachments_missing(store, frames.MOST_NAMED)
    return Ask(request, sending, missing, areas.joining(store))


def _hash_before(store: Store, first: int) -> bytes:
    before = courier.changes_between(store, first - 1, first - 1)
    return before[0].hash if before else crypto.CHAIN_START
