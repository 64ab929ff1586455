"""What a first sync reads: the records a device may read today, as they stand, in pieces.

Nothing is prepared and nothing is kept. Each piece is read from the tables in one short transaction and
judged record by record by today's grants, so that it can neither be stale nor hold what somebody may no
longer see; and the place it ends at is all a desk needs to go on, after a cut of any length.
"""

from collections.abc import Iterator

from county_server import log, pull, records, viewer
from county_server.county import County
from county_server.database import marks
from county_server.errors import Refused
from county_server.pull import Page
from county_server.standing import states
from county_server.viewer import Viewer
from sync import packing
from sync.messages import PROTOCOL, WITHHELD, SyncRequest
from sync.states import HistoryReply, RecordState, StatesReply, StatesRequest, place_of
from village_desk.errors import SyncTrouble
from village_desk.kinds import KINDS

FEW = 1_000
"""Up to so many records a desk reads the feed instead: it brings their history, and takes no longer."""
CHUNK = 200
"""Records read at once."""
PACKING = 4
"""How many bytes of states one packed byte holds, roughly; `StatesRequest.want` counts packed ones."""
LEAST_WANT, MOST_WANT = 16_384, 1_048_576
MOST_ROWS = 1_000
"""Most changes of one record that are told at once."""
_FIRST = (
    "mediation_case",
    "case_party",
    "mediation_session",
    "agreement",
    "legal_aid",
    "hardship_statement",
    "household_member",
    "submission",
    "review",
    "consultation",
)
"""Cases and what belongs to them come before registers: a desk can begin to work with them."""
ORDER = (*_FIRST, *(name for name in KINDS if name not in _FIRST))

Place = tuple[str, str, list[str]]
"""Kind, village, and the classes there of which the device may read something."""


def answer(county: County, device: bytes, request: bytes) -> bytes:
    """Answer one packed `StatesRequest` with a packed `StatesReply`.

    Raises:
        Refused: "nonsense" (400), "device" (401), "revoked" (403), "version" (426), "busy" (503).
    """
    try:
        asked = packing.unpack(request, StatesRequest, packing.QUESTION_LIMIT)
    except SyncTrouble:
        raise Refused("nonsense") from None
    if asked.proto != PROTOCOL:
        raise Refused("version", 426)
    if asked.device != device.hex():
        raise Refused("device", 401)
    return packing.pack(piece(county, device, asked))


def start(county: County, who: Viewer, asked: SyncRequest) -> Page | None:
    """Return where the feed goes on for a desk that shall read states first; None for all others.

    Its own rows must come by the feed, which alone tells it what became of its changes. Call inside one
    reading transaction.
    """
    if not asked.states or asked.cursor > 0 or asked.village:
        return None
    _places_there, total = _places(county, who)
    if total <= FEW:
        return None
    head = log.tree(county.database).size
    own = county.database.one("SELECT seq FROM feed WHERE device = ? ORDER BY n LIMIT 1", who.device)
    return Page(min(head, int(own[0]) - 1) if own else head, states=total)


def piece(county: County, device: bytes, asked: StatesRequest) -> StatesReply:
    """Return the next piece for a device.

    Raises:
        Refused: "nonsense" (400), "device" (401), "revoked" (403), "busy" (503).
    """
    kind, village, record = _read_place(asked.after)
    reply = StatesReply(inc=county.incarnation)
    budget = max(LEAST_WANT, min(asked.want, MOST_WANT)) * PACKING
    with county.database.reading():
        who = viewer.find(county, device)
        if who.revoked:
            raise Refused("revoked", 403)
        places, _total = _places(county, who)
        for place in places:
            if kind and _order(place) < (_rank(kind), village):
                continue
            begin = record if (place[0], place[1]) == (kind, village) else None
            for chunk in _chunks(county, who, place, begin):
                reply.states += chunk
                budget -= sum(len(state.f) + 250 for state in chunk)
                if budget <= 0:
                    last = chunk[-1]
                    reply.upto, reply.more = place_of(last.k, last.s, last.r), True
                    return reply
    return reply


def history(county: County, device: bytes, kind: str, record_id: bytes) -> HistoryReply:
    """Return the rows of one record that the device may read, the latest `MOST_ROWS` of them.

    Raises:
        Refused: "absent" (404): there is no such record, or not for this device; "device" (401), "revoked"
            (403), "busy" (503).
    """
    with county.database.reading():
        who = viewer.find(county, device)
        if who.revoked:
            raise Refused("revoked", 403)
        found = county.database.rows(
            f"SELECT seq FROM feed WHERE record_id = ? AND kind = ? ORDER BY seq DESC LIMIT {MOST_ROWS}",  # noqa: S608 - a number of ours
            record_id,
            kind,
        )
        rows = pull.rows_of(county, who, sorted(int(seq) for (seq,) in found), own_too=True) if found else []
    readable = [row for row in rows if bytes(row.b) != bytes(WITHHELD)]
    if not readable:
        raise Refused("absent", 404)
    return HistoryReply(readable)


def _read_place(text: str) -> tuple[str, str, bytes | None]:
    if not text:
        return "", "", None
    parts = text.split("/")
    if len(parts) != 3 or parts[0] not in KINDS or not parts[1].isdigit():
        raise Refused("nonsense")
    try:
        return parts[0], parts[1], bytes.fromhex(parts[2])
    except ValueError:
        raise Refused("nonsense") from None


def _rank(kind: str) -> int:
    return ORDER.index(kind)


def _order(place: Place) -> tuple[int, str]:
    return _rank(place[0]), place[1]


def _places(county: County, who: Viewer) -> tuple[list[Place], int]:
    """Return where there is something to read, in the order of pieces, and how many records about."""
    found: dict[tuple[str, str], list[str]] = {}
    total = 0
    for within in who.areas:
        rows = county.database.rows(
            "SELECT village, kind, class, count FROM tally WHERE village LIKE ? AND count > 0", f"{within}%"
        )
        for village, kind, class_, count in rows:
            if kind in KINDS and who.may("read", kind, None, village, class_):
                found.setdefault((kind, village), []).append(class_)
                total += count
    return sorted(((*key, classes) for key, classes in found.items()), key=_order), total


def _chunks(county: County, who: Viewer, place: Place, before: bytes | None) -> Iterator[list[RecordState]]:
    """Yield what the device may read of a place, newest first, `CHUNK` records looked at each time."""
    kind, village, classes = place
    begin, values = ('AND "id" < ?', (before,)) if before is not None else ("", ())
    while True:
        rows = county.database.rows(
            f'SELECT "id" FROM "{kind}" WHERE "scope" = ? AND "class" IN ({marks(len(classes))}) {begin} '  # noqa: S608 - a kind of our own
            f'ORDER BY "id" DESC LIMIT {CHUNK}',
            village,
            *classes,
            *values,
        )
        looked_at = [bytes(record_id) for (record_id,) in rows]
        held = records.load(county.database, kind, looked_at)
        read = [held[each] for each in looked_at if who.reads(held[each])]
        if read:
            yield states(county, read)
        if len(rows) < CHUNK:
            return
        begin, values = 'AND "id" < ?', (looked_at[-1],)
