"""Bundles at the county: what a stick brings goes through the very rounds a line brings, and is answered.

Taking the same bundle in twice, out of order, or after the network did, changes nothing: its frames are
rounds, and rounds are repeatable. What was lost on the way is simply not acknowledged and comes again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from county_server import blobs, log, pull, push, service, uploads, viewer
from county_server.county import County
from county_server.errors import Refused
from county_server.viewer import Viewer
from sync import bundle, packing
from sync.bundle import Sealed
from sync.messages import Sent, SyncReply, SyncRequest
from sync.sticks import bundle_header, frames
from sync.sticks.bundle_header import Bundle, Header
from sync.sticks.frames import Alone, Ask, Earlier, Joined, Piece, Said, Upto
from village_desk import crypto
from village_desk.errors import SyncTrouble

ANSWER_LIMIT = 16 << 20
"""Bytes of one file of an answer, roughly."""
PAGE_WANT = 262_144
_LEAST_WANT = 4_096
_MOST_HEADS = 16
_GIVEN = 32 << 20
"""Bytes of attachments a desk is given in one answer."""
_MOST_ASIDE = 2_000
_MOST_TAKEN = 500
_MOST_JOINING = 50


@dataclass(slots=True)
class Taken:
    """What became of a bundle.

    Attributes:
        code: Its short check code, as on the hand-over slip.
        changes: How many changes of it the county did not have before.
        problem: Why the changes of its batches were not taken, as in `SyncReply`; "gap": a stick before this
            one has not come.
        pieces: Pieces of attachments kept.
        ask: What the device wants to hear.
        bundles: Ids of the bundles taken in of late.
    """

    header: Header
    code: str
    changes: int = 0
    problem: str = ""
    pieces: int = 0
    ask: Ask | None = None
    bundles: list[str] = field(default_factory=list)


def take(county: County, path: Path) -> Taken:
    """Prove a bundle and take in what it brings.

    Raises:
        SyncTrouble: "bundle.…": see `sync.bundle.read` and `prove`; "bundle.county": another county's;
            "bundle.answer": one the county wrote; "bundle.stranger": of a device nobody enrolled;
            "sync.version": of a program this county does not speak with.
        Refused: "busy" (503).
    """
    found = bundle_header.read(path)
    who = sender(county, found.header)
    bundle_header.prove(found, who.public_key)
    taking = _Taking(county, who, Taken(found.header, found.code, bundles=[found.header.bundle]))
    bundle.unseal(found, county.code, county.bundle_key, taking.frame)
    return taking.taken


def sender(county: County, header: Header) -> Viewer:
    """Return the device a bundle says it is from.

    Raises:
        SyncTrouble: "bundle.county", "bundle.answer", "bundle.stranger".
    """
    if header.county != county.code:
        raise SyncTrouble("bundle.county")
    if header.kind != "push":
        raise SyncTrouble("bundle.answer")
    with county.database.reading():
        try:
            return viewer.find(county, bytes.fromhex(header.device))
        except Refused:
            raise SyncTrouble("bundle.stranger") from None


@dataclass(slots=True)
class _Taking:
    county: County
    who: Viewer
    taken: Taken
    alone: dict[int, Sent] = field(default_factory=dict)

    def frame(self, letter: str, data: bytes) -> None:
        if letter == frames.ALONE:
            self.alone |= {one.n: one.sent for one in frames.message(data, list[Alone])}
        elif letter == frames.ASK:
            self.taken.ask = frames.message(data, Ask)
        elif letter == frames.REQUEST and not self.taken.problem:
            self.batch(frames.message(data, SyncRequest))
        elif letter == frames.BYTES:
            self.taken.pieces += self.keep(frames.piece(data))

    def batch(self, request: SyncRequest) -> None:
        if request.device != self.who.device.hex():
            raise SyncTrouble("bundle.forged")  # sealed by one device, said to be of another
        request = frames.together(request, self.alone, request.last + 1)
        request.want = _LEAST_WANT
        reply = _answered(self.county, self.who.device, request)
        self.taken.problem = reply.problem
        if not reply.problem:
            self.taken.changes += max(0, reply.last - self.who.last)
            with self.county.database.reading():
                self.who = viewer.find(self.county, self.who.device)

    def keep(self, piece: Piece) -> int:
        """Keep a piece of an attachment if it goes on where the county is; say whether it did."""
        try:
            upload = uploads.create(self.county, self.who.device, piece.digest, piece.size)
            known = upload.offset - piece.offset
            if known < 0 or known >= len(piece.data):
                return 0
            uploads.append(self.county, upload, upload.offset, piece.data[known:])
        except Refused as refused:
            if refused.status in (429, 503):
                raise
            return 0  # its record was set aside, or is on a stick that has not come: it is sent again
        return 1


def _answered(county: County, device: bytes, request: SyncRequest) -> SyncReply:
    try:
        said = service.answer(county, device, packing.pack(request))
    except Refused as refused:
        if refused.code in ("version", "nonsense"):
            raise SyncTrouble("sync.version" if refused.code == "version" else "bundle.damaged") from None
        raise
    if said:
        return packing.unpack(said, SyncReply)
    return SyncReply(inc=request.inc, epoch=request.epoch, last=request.last, cursor=request.cursor)


# ---------------------------------------------------------------- the answer


Page = tuple[SyncRequest, SyncReply]


def answer(county: County, taken: Taken, folder: Path, limit: int = ANSWER_LIMIT) -> list[Bundle]:
    """Write what the county has to say to the device of a bundle.

    Receipts, verdicts, feed, grants, numbers and attachments.

    It says everything since what the device knew when it asked, so the latest answer does for all
    before it. It is sealed to the device alone and signed by the county; more than `limit` bytes of
    messages go into several files.

    Raises:
        SyncTrouble: "bundle.keys": the device has no key for bundles; "bundle.full", "bundle.gone".
        Refused: "busy" (503).
    """
    device = bytes.fromhex(taken.header.device)
    with county.database.reading():
        row = county.database.one("SELECT bundle_key FROM device WHERE id = ?", device)
    if row is None or not bundle.is_public_key(row[0]) or taken.ask is None:
        raise SyncTrouble("bundle.keys")
    request = msgspec.structs.replace(
        taken.ask.request,
        changes=[],
        head=b"",
        signature=b"",
        tally=True,
        village="",
        want=min(PAGE_WANT, limit),
    )
    files = list(_files(_pages(county, device, request, taken), limit))
    reached = max(reply.cursor for pages in files for asked, reply in pages if not asked.village)
    written = []
    for number, pages in enumerate(files, 1):
        part = (number, len(files))
        inside = _inside(county, device, taken.ask, pages, part)
        header = msgspec.structs.replace(_header(taken, pages, part, county.clock()), cursor=reached)
        sealed = Sealed({device.hex(): row[0]}, inside)
        written.append(bundle.write(folder, header, [sealed], lambda claim: crypto.sign(county.key, claim)))
    _remember_head(county, device, files[-1][-1][1])
    return written


def _pages(county: County, device: bytes, request: SyncRequest, taken: Taken) -> Iterator[Page]:
    """Yield request and reply until the device has all; the first reply says what became of its changes."""
    reply = _first(county, device, request, taken.problem)
    yield request, reply
    while reply.more and reply.cursor > request.cursor:
        request = frames.next_page(request, reply)
        reply = _answered(county, device, request)
        yield request, reply
    request = frames.next_page(request, reply)
    wanted = taken.ask.joining if taken.ask and reply.inc == county.incarnation else {}
    for area, cursor in list(wanted.items())[:_MOST_JOINING]:
        yield from _area(county, device, request, (area, cursor))


def _area(county: County, device: bytes, request: SyncRequest, place: tuple[str, int]) -> Iterator[Page]:
    """Yield the pages of an area that was given to the device, up to where its feed has come."""
    upto = request.cursor
    request = msgspec.structs.replace(
        request, village=place[0], cursor=place[1], tally=False, whole=True, numbers=[]
    )
    more = True
    while more:
        reply = _answered(county, device, request)
        yield request, reply
        more = reply.more and request.cursor < reply.cursor < upto
        request = msgspec.structs.replace(request, cursor=reply.cursor, log=reply.log or request.log)


def _first(county: County, device: bytes, request: SyncRequest, problem: str) -> SyncReply:
    reply = _answered(county, device, request)
    with county.database.reading():
        span = (request.last + 1, reply.last)
        reply.verdicts = push.verdicts(county, device, span)
        reply.receipts = push.receipts(county, device, span)
    if problem == "fork":
        reply.problem = "fork"
    return reply


def _files(pages: Iterator[Page], limit: int) -> Iterator[list[Page]]:
    held: list[Page] = []
    size = 0
    for page in pages:
        bytes_ = sum(map(pull.weight, page[1].rows)) // pull.PACKING
        if held and size + bytes_ > limit:
            yield held
            held, size = [], 0
        held.append(page)
        size += bytes_
    yield held


def _header(taken: Taken, pages: list[Page], part: tuple[int, int], moment: int) -> Header:
    asked = taken.header
    reply = pages[-1][1]
    aside = [one.n for _, each in pages for one in each.verdicts if one.outcome == "quarantined"]
    return Header(
        bundle=bundle_header.new_id(),
        kind="answer",
        county=asked.county,
        device=asked.device,
        unit=asked.unit,
        first=0,
        last=reply.last,
        inc=reply.inc,
        part=part,
        at=moment,
        aside=aside[:_MOST_ASIDE],
        taken=taken.bundles[-_MOST_TAKEN:],
    )


def _inside(
    county: County, device: bytes, ask: Ask, pages: list[Page], part: tuple[int, int]
) -> Iterator[bytes]:
    request, first = pages[0]
    last_file = part[0] == part[1]
    with county.database.reading():
        who = viewer.find(county, device)
        earlier = _earlier(county, device, first)
    said = Said(ask=request, earlier=earlier, revoked=who.revoked)
    if last_file:
        said.blobs = _how_far(county, device, ask.sending[: frames.MOST_NAMED])
    yield frames.packed(frames.SAID, said)
    for asked, reply in pages:
        if asked.village:
            yield frames.packed(frames.JOINED, Joined(asked.village, asked.cursor, reply))
        else:
            yield frames.packed(frames.REPLY, reply)
    if last_file:
        yield from _given(county, device, ask.missing[: frames.MOST_NAMED])


def _earlier(county: County, device: bytes, reply: SyncReply) -> list[Earlier]:
    if reply.log is None:
        return []
    rows = county.database.rows(
        "SELECT size FROM bundle_head WHERE device = ? AND size <= ? ORDER BY size", device, reply.log.size
    )
    return [Earlier(size, log.consistency(county.database, size, reply.log.size)) for (size,) in rows]


def _remember_head(county: County, device: bytes, reply: SyncReply) -> None:
    """Remember which head went out: an answer to an older question has to continue it too."""
    if reply.log is None:
        return
    with county.database.writing():
        county.database.rows(
            "INSERT INTO bundle_head (device, size) VALUES (?, ?) ON CONFLICT (device, size) DO NOTHING",
            device,
            reply.log.size,
        )
        county.database.rows(
            "DELETE FROM bundle_head WHERE device = ? AND size NOT IN"
            " (SELECT size FROM bundle_head WHERE device = ? ORDER BY size DESC LIMIT ?)",
            device,
            device,
            _MOST_HEADS,
        )


def _how_far(county: County, device: bytes, digests: Sequence[str]) -> list[Upto]:
    found = []
    for digest in digests:
        try:
            upload = uploads.begun(county, device, digest)
        except Refused:
            continue  # not one it may send
        if upload is not None:
            found.append(Upto(digest, upload.id, upload.offset, upload.offset == upload.size))
    return found


def _given(county: County, device: bytes, digests: Sequence[str]) -> Iterator[bytes]:
    """Yield the attachments a desk lacks and may have, each whole, until the answer is large enough."""
    left = _GIVEN
    for digest in digests:
        try:
            size = blobs.length(county, device, digest)
            parts = list(blobs.whole(county, digest)) if size <= left else []
        except Refused:
            continue
        left -= size if parts else 0
        places = range(0, size, bundle.PIECE)
        yield from frames.piece_frames(digest, size, zip(places, parts, strict=False))
