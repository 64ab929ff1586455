"""What a device may see: rows of the feed after its cursor, and the sums that prove it has all of them.

Every row is judged by the record as it is now and by today's grants, not by those of the time it was
written: content never leaves its scope or class, not even old content (domain: sync §2.7).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from county_server import placing, records
from county_server.county import County
from county_server.database import marks
from county_server.judging import is_id
from county_server.placing import Place
from county_server.records import MODULUS, Held, TallyKey
from county_server.standing import names, states
from county_server.viewer import Viewer
from sync.messages import MOST_RECORDS, WITHHELD, Dispute, Grant, Row, Sum, SyncRequest
from village_desk import rights
from village_desk.kinds import KINDS
from village_desk.rights import TOWNSHIP_DIGITS, VILLAGE_DIGITS, Target

MOST_ROWS = 2_000
"""Most rows looked at for one reply, so that a page costs the same at any size of the feed."""
CHUNK = 250
PACKING = 4
"""How many bytes of rows one packed byte holds, roughly; `SyncRequest.want` counts packed ones."""
LEAST_WANT, MOST_WANT = 4_096, 2 * 1_048_576
_COLUMNS = (
    "seq, device, n, kind, record_id, ver, outcome, set_, disputes, received_at, user_id,"
    " CASE WHEN device = ? THEN NULL ELSE body END, salt,"
    " EXISTS (SELECT 1 FROM moved WHERE moved.seq = feed.seq)"
)


@dataclass(slots=True)
class Page:
    """A page of the feed; the fields are those of `SyncReply`."""

    cursor: int
    more: bool = False
    rows: list[Row] = field(default_factory=list)
    states: int = 0


def page(county: County, who: Viewer, request: SyncRequest, head: int) -> Page:
    """Return the next rows for a device, up to the last row `head`; call inside one reading transaction."""
    cursor = max(0, min(request.cursor, 2**62))
    areas = [] if not request.village else overlap(who.areas, request.village)
    own_too = bool(areas or request.records) and request.whole
    if request.records:
        wanted = _of_records(county, request.records, cursor)
    else:
        wanted = _after(county, areas if request.village else who.areas, cursor)
    budget = max(LEAST_WANT, min(request.want, MOST_WANT)) * PACKING
    found = Page(cursor)
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        for row in rows_of(county, who, chunk, own_too=own_too, areas=tuple(areas)):
            found.rows.append(row)
            budget -= weight(row)
            if budget <= 0:
                found.cursor, found.more = row.q, row.q < wanted[-1] or len(wanted) == MOST_ROWS
                return found
    found.more = len(wanted) == MOST_ROWS
    found.cursor = wanted[-1] if found.more else max(cursor, head)
    return found


def weight(row: Row) -> int:
    """Return about how many bytes a row has unpacked, with the records it brings whole."""
    return len(row.b) + sum(map(len, row.m)) + 150


def overlap(areas: list[str], village: str) -> list[str]:
    """Return what of `areas` lies in the area `village`."""
    inside = [village for area in areas if village.startswith(area)]
    return inside[:1] or [area for area in areas if area.startswith(village)]


def _after(county: County, areas: list[str], cursor: int) -> list[int]:
    """Return the next numbers in `areas`, at most `MOST_ROWS`, in order."""
    parts: list[str] = []
    values: list[object] = []
    for area in areas:
        column = {VILLAGE_DIGITS: "village = ? AND", TOWNSHIP_DIGITS: "township = ? AND"}.get(len(area), "")
        for table in ("feed", "moved") if column else ("feed",):
            next_ = f"SELECT seq FROM {table} WHERE {column} seq > ? ORDER BY seq LIMIT {MOST_ROWS}"  # noqa: S608 - our columns
            parts.append(f"SELECT seq FROM ({next_}) part{len(parts)}")  # noqa: S608 - as above
            values += (area, cursor) if column else (cursor,)
    if not parts:
        return []
    found = county.database.rows(f"{' UNION '.join(parts)} ORDER BY seq LIMIT {MOST_ROWS}", *values)
    return [int(seq) for (seq,) in found]


def _of_records(county: County, named: list[str], cursor: int) -> list[int]:
    """Return the next numbers of the rows of these records, at most `MOST_ROWS`, in order."""
    ids = [bytes.fromhex(each) for each in named[:MOST_RECORDS] if is_id(each)]
    sql = (
        f"SELECT seq FROM feed WHERE record_id IN ({marks(len(ids))}) AND seq > ?"  # noqa: S608 - blanks only
        f" ORDER BY seq LIMIT {MOST_ROWS}"
    )
    return [int(seq) for (seq,) in county.database.rows(sql, *ids, cursor)] if ids else []


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks for rows, and whether only for some areas: then nothing but records that lie there now."""

    who: Viewer
    areas: tuple[str, ...]

    def reads(self, held: Held) -> bool:
        """Say whether they may read a record, and asked for it."""
        return self.who.reads(held) and (not self.areas or held.scope.startswith(self.areas))


def rows_of(
    county: County, who: Viewer, numbers: list[int], *, own_too: bool, areas: tuple[str, ...] = ()
) -> list[Row]:
    """Return those of some rows that the device may read, in their order; call inside one transaction.

    Args:
        county: The county.
        who: The device.
        numbers: Numbers of rows.
        own_too: Send the bodies of the device's own changes, which it has, as well.
        areas: If any, send nothing but what lies there now.
    """
    asked = _Asked(who, areas)
    device = who.device
    feed = county.database.rows(
        f"SELECT {_COLUMNS} FROM feed WHERE seq IN ({marks(len(numbers))}) ORDER BY seq",  # noqa: S608 - our columns
        b"" if own_too else device,
        *numbers,
    )
    # Of its own changes a device is told no content unless the county set other values than it sent.
    told = [row for row in feed if bytes(row[1]) != device or own_too or asked.areas or row[7] or row[8]]
    now = _records(county, [(row[3], bytes(row[4])) for row in told])
    readable = {key for key, held in now.items() if asked.reads(held)}
    known = names(county, {row[10] for row in feed})
    places = placing.read(county.database, [row[0] for row in feed if row[13]])
    found = []
    for row in feed:
        own, reads = bytes(row[1]) == device, (row[3], bytes(row[4])) in readable
        made = _row(row, known.get(row[10], ""), own=own, reads=reads) if own or reads else None
        if row[0] in places:
            made = _moved(county, asked, made or Row(q=row[0], d="", n=0, v=0, t=0), places[row[0]])
        if made and (reads or (own and not asked.areas) or made.l or made.m):
            found.append(made)
    return found


def _moved(county: County, asked: _Asked, row: Row, places: list[Place]) -> Row:
    """Add to a row what became of the records it put elsewhere, for who asks."""
    kinds = {place.kind for place in places}
    for kind in sorted(kinds):
        ended = {place.id: place for place in places if place.kind == kind}
        now = records.load(county.database, kind, ended)
        read = [held for held in now.values() if asked.reads(held)]
        row.m += [msgspec.Raw(msgspec.json.encode(state)) for state in states(county, read)] if read else []
        row.l += [
            (kind, held.id.hex())
            for held in now.values()
            if not (asked.areas or asked.who.reads(held)) and ended[held.id].read_by(asked.who)
        ]
    return row


def _row(row: tuple[Any, ...], name: str, *, own: bool, reads: bool) -> Row:
    return Row(
        q=row[0],
        d=bytes(row[1]).hex(),
        n=row[2],
        b=msgspec.Raw(bytes(row[11])) if row[11] and reads else WITHHELD,
        k=b"" if own else bytes(row[12]),
        v=row[5],
        o=row[6],
        x=json.loads(row[7]) if row[7] and reads else {},
        c=[Dispute(*dispute) for dispute in json.loads(row[8])] if row[8] and reads else [],
        t=row[9],
        w=name,
    )


def _records(county: County, keys: list[tuple[str, bytes]]) -> dict[tuple[str, bytes], Held]:
    kinds = {kind for kind, _ in keys if kind in KINDS}
    return {
        (kind, record_id): held
        for kind in kinds
        for record_id, held in records.outlines(
            county.database, kind, [key[1] for key in keys if key[0] == kind]
        ).items()
    }


def sums(county: County, who: Viewer, versions: Mapping[str, int]) -> dict[str, Sum]:
    """Return count and sum of what the device may read, by village; call inside the page's transaction.

    `versions` are those of the kinds the desk knows. Where it names kinds of version 1 too, it names all, and
    the others are left out: its program is older than this one.
    """
    known = versions if 1 in versions.values() else KINDS
    totals: dict[str, list[int]] = {}
    within = " OR ".join("village LIKE ?" for _ in who.areas) or "1 = 0"
    rows = county.database.rows(
        f"SELECT village, kind, class, count, sum FROM tally WHERE count > 0 AND ({within})",  # noqa: S608 - blanks
        *(f"{area}%" for area in who.areas),
    )
    for village, kind, class_, count, total in rows:
        if kind not in known:
            continue
        if any(_reads_all(grant, kind, village, class_) for grant in who.grants):
            _add(totals, village, count, total)
        elif who.may("read", kind, None, village, class_):
            _add(totals, village, *_one_by_one(county, who, (village, kind, class_)))
    return {
        village: Sum(count, f"{total % MODULUS:016x}") for village, (count, total) in totals.items() if count
    }


def _reads_all(grant: Grant, kind: str, village: str, class_: str) -> bool:
    """Say whether a grant reads all records there, whoever made them and whoever is named in them."""
    return rights.allowed(grant.role, tuple(grant.areas), "read", Target(kind, class_, village))


def _one_by_one(county: County, who: Viewer, place: TallyKey) -> tuple[int, int]:
    """Count what only its author or its named readers may read; there are few of those."""
    village, kind, class_ = place
    rows = county.database.rows(
        f'SELECT "id" FROM "{kind}" WHERE "scope" = ? AND "class" = ?',  # noqa: S608 - a kind of our own
        village,
        class_,
    )
    found = records.load(county.database, kind, [bytes(record_id) for (record_id,) in rows])
    read = [held for held in found.values() if who.reads(held)]
    return len(read), sum(held.weight() for held in read)


def _add(totals: dict[str, list[int]], village: str, count: int, total: int) -> None:
    found = totals.setdefault(village, [0, 0])
    found[0] += count
    found[1] += total
