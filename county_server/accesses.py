"""Who read what is kept back, who took records out, who looked in an emergency: at all desks and the county.

Each is a record of the kind `access`: a change in the chain of the device where it happened, numbered in the
log like all others. What people of the county do in a browser is written the same way, by the county's own
device.
"""

from dataclasses import dataclass
from typing import Any

from county_server import own
from county_server.county import County
from county_server.own import Step
from sync.messages import Grant
from village_desk import changes, crypto, ids, times
from village_desk.kinds.access import ACCESS, GLASS, GLASS_MS, READ, SAME_READING_MS

_SHOWN = ("act", "of_kind", "of_id", "of_class", "records", "reason", "by")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: part of a name, an act, a kind, a span of time (UTC ms); empty for all."""

    name: str = ""
    act: str = ""
    kind: str = ""
    since: times.Moment = 0
    until: times.Moment = 0


@dataclass(frozen=True, slots=True)
class Access:
    """One entry; `seq` is its number in the county's log, `at` when it was by the clock of its desk.

    `sound` says that the text of its change is what the chain of its device holds, and that this entry says
    the same.
    """

    seq: int
    at: times.Moment
    scope: str
    act: str
    of_kind: str
    of_id: str
    of_class: str
    records: int
    reason: str
    by: str
    sound: bool


def listed(county: County, wanted: Wanted, limit: int, before: int = 0) -> list[Access]:
    """Return entries, the newest by the county's log first; with `before`, those of smaller numbers."""
    where, values = _condition(wanted, before)
    columns = ", ".join(f'a."{name}"' for name in _SHOWN)
    with county.database.reading():
        rows = county.database.rows(
            f'SELECT f.seq, f.device, f.n, f.body, f.salt, f.hash, a."created_at", a."scope", {columns}'  # noqa: S608 - ours
            f' FROM "{ACCESS}" a JOIN feed f ON f.record_id = a."id" AND f.ver = 1'
            f" WHERE {where} ORDER BY f.seq DESC LIMIT ?",
            *values,
            limit,
        )
        return [_access(county, row) for row in rows]


def _condition(wanted: Wanted, before: int) -> tuple[str, list[object]]:
    parts: list[str] = ["1 = 1"]
    values: list[object] = []
    for sql, value in (
        ('a."by" LIKE ?', f"%{wanted.name}%" if wanted.name else ""),
        ('a."act" = ?', wanted.act),
        ('a."of_kind" = ?', wanted.kind),
        ('a."created_at" >= ?', wanted.since),
        ('a."created_at" < ?', wanted.until),
        ("f.seq < ?", before),
    ):
        if value:
            parts.append(sql)
            values.append(value)
    return " AND ".join(parts), values


def _access(county: County, row: tuple[Any, ...]) -> Access:
    seq, device, n, body, salt, kept, at, scope, *shown = row
    said = dict(zip(_SHOWN, shown, strict=True))
    sound = _chained(county, (bytes(device), n), (bytes(body), bytes(salt), bytes(kept)))
    texts = {name: value or "" for name, value in said.items() if name != "records"}
    return Access(
        seq=seq,
        at=at or 0,
        scope=scope,
        records=said["records"] or 0,
        sound=sound and _says(bytes(body), said),
        **texts,
    )


def _chained(county: County, place: tuple[bytes, int], change: tuple[bytes, bytes, bytes]) -> bool:
    """Say whether the text of a change gives the hash kept for it, over that of the change before."""
    (device, n), (body, salt, kept) = place, change
    before = crypto.CHAIN_START
    if n > 1:
        row = county.database.one(
            "SELECT hash FROM feed WHERE device = ? AND n = ? UNION ALL"
            " SELECT hash FROM quarantine WHERE device = ? AND n = ?",
            *(device, n - 1) * 2,
        )
        before = bytes(row[0]) if row else b""
    return crypto.chain_step(before, salt, body) == kept


def _says(body: bytes, shown: dict[str, object]) -> bool:
    try:
        told = changes.decode(body).f
    except crypto.CryptoTrouble:
        return False
    return all((told.get(name) or None) == (value or None) for name, value in shown.items())


def broken_lately(county: County, user: bytes, record: bytes) -> bool:
    """Say whether a user gave a reason lately to look at a record; call inside a transaction."""
    return _lately(county, user, record, GLASS, GLASS_MS)


def read_lately(county: County, user: bytes, record: bytes) -> bool:
    """Say whether a user read a record within half an hour; call inside a transaction."""
    return _lately(county, user, record, READ, SAME_READING_MS)


def _lately(county: County, user: bytes, record: bytes, act: str, span: int) -> bool:
    row = county.database.one(
        f'SELECT 1 FROM "{ACCESS}" WHERE "of_id" = ? AND "act" = ? AND "created_by" = ? AND "created_at" > ?',  # noqa: S608 - ours
        record.hex(),
        act,
        user.hex(),
        county.clock() - span,
    )
    return row is not None


def write(county: County, grant: Grant, scope: str, said: dict[str, object]) -> None:
    """Keep what somebody of the county did in a browser, as a change of the county's own device.

    Raises:
        CountyTrouble: "county.not_taken": their grant ended at this moment.
    """
    values = {**said, "by": grant.name}
    own.write(county, grant, [Step(ACCESS, ids.new_id(), scope, 0, values, {})])
