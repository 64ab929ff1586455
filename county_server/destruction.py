"""The list of records whose retention is over (销毁清单): proposed by one person, approved by another.

A record is kept for the years its kind has in the profile, counted from the first day of the year after its
last change reached the county; a dossier may ask for longer, or for ever (domain: mediation §4.7). A list is
fixed when it is proposed: its digest stands in the journal with the proposal and with the decision.

Texts are not erased: no change of the protocol takes one out of the histories of the desks. An approved list
is the ground on which papers are destroyed; the records stay, and no other list names them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from county_server.county import County
from county_server.database import marks
from county_server.errors import CountyTrouble
from village_desk import crypto, ids, times

CLOSED = {
    "consultation": ("closed",),
    "mediation_case": ("closed", "filed", "archived", "brought_in"),
    "legal_aid": ("closed", "called_back"),
    "referral": ("closed",),
    "hotline_order": ("closed",),
}
"""States in which nothing more is done with a record."""
MOST = 2_000
"""Records of one list: more are for the next one."""
LONG_YEARS = 30
"""What a dossier that is kept long asks for at least (长期; domain: mediation §4.7)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a list; it is named by its number, never by a person."""

    kind: str
    record: bytes
    scope: str
    number: str
    closed_year: int
    kept_until: date


@dataclass(frozen=True, slots=True)
class Proposed:
    """One list: who proposed it, and who approved or refused it, if anybody has (ids of users)."""

    id: bytes
    digest: str
    proposed_by: str
    proposed_at: times.Moment
    decided_by: str
    decided_at: times.Moment
    approved: bool
    items: tuple[Item, ...]


def due(county: County, today: date) -> list[Item]:
    """Return the records whose retention is over, oldest first, but those of lists approved or waiting."""
    found: list[Item] = []
    with county.database.reading():
        for kind, years in county.profile.retention_years.items():
            found += _due(county, kind, years, today) if kind in CLOSED else []
    return sorted(found, key=lambda one: (one.kept_until, one.kind, one.record))[:MOST]


def _due(county: County, kind: str, years: int, today: date) -> list[Item]:
    rows = county.database.rows(
        f'SELECT r."id", r."scope", r."number", max(f.received_at) FROM "{kind}" r'  # noqa: S608 - our own kinds
        ' JOIN feed f ON f.record_id = r."id" AND f.kind = ?'
        f' WHERE r."state" IN ({marks(len(CLOSED[kind]))}) AND NOT EXISTS'
        " (SELECT 1 FROM destruction_item i JOIN destruction d ON d.id = i.list"
        '  WHERE i.record_id = r."id" AND (d.approved = 1 OR d.decided_at = 0))'
        f' GROUP BY r."id", r."scope", r."number" HAVING max(f.received_at) < ? ORDER BY 4 LIMIT {MOST}',
        kind,
        *CLOSED[kind],
        _new_year(today.year - years),
    )
    found = []
    for record, scope, number, last in rows:
        closed, kept = times.legal_day(int(last)).year, _years(county, kind, bytes(record), years)
        if kept is not None and closed + kept < today.year:
            until = date(closed + kept, 12, 31)
            found.append(Item(kind, bytes(record), str(scope), str(number or ""), closed, until))
    return found


def _new_year(year: int) -> times.Moment:
    return times.moment_of(datetime(year, 1, 1, tzinfo=times.CHINA))


def _years(county: County, kind: str, record: bytes, years: int) -> int | None:
    """Return how long a record is kept, or None for ever: as its dossier says, and its kind at least."""
    if kind != "mediation_case":
        return years
    asked = {
        one for (one,) in county.database.rows('SELECT "retention" FROM "dossier" WHERE "case" = ?', record)
    }
    if "permanent" in asked:
        return None
    return max(years, LONG_YEARS) if "long" in asked else years


def propose(county: County, user: bytes, items: Sequence[Item]) -> tuple[bytes, str]:
    """Keep a list as it is proposed and return its id and digest.

    Raises:
        CountyTrouble: "county.nothing_due": there is nothing on it.
    """
    if not items:
        raise CountyTrouble("county.nothing_due")
    made, digest = ids.new_id(), digest_of(items)
    with county.database.writing():
        county.database.rows(
            "INSERT INTO destruction (id, digest, proposed_by, proposed_at) VALUES (?, ?, ?, ?)",
            made,
            digest,
            user.hex(),
            county.clock(),
        )
        county.database.many(
            "INSERT INTO destruction_item (list, place, kind, record_id, scope, number, closed_year,"
            " kept_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(made, place, *_row(one)) for place, one in enumerate(items, 1)],
        )
    return made, digest


def digest_of(items: Sequence[Item]) -> str:
    """Return the SHA-256 of a list, in hexadecimal digits."""
    told = [[one.record.hex() if part is one.record else part for part in _row(one)] for one in items]
    return crypto.digest(crypto.canonical(told)).hex()


def _row(one: Item) -> tuple[object, ...]:
    return one.kind, one.record, one.scope, one.number, one.closed_year, one.kept_until.isoformat()


def decide(county: County, user: bytes, name: bytes, *, approved: bool) -> Proposed:
    """Approve or refuse a list, as another person than the one who proposed it.

    Raises:
        CountyTrouble: "county.destruction_missing": there is none, or it is decided;
            "county.destruction_own": nobody approves what they proposed; "county.destruction_altered": it is
            not what was proposed.
    """
    with county.database.writing():
        county.database.rows(county.database.locked("SELECT id FROM destruction WHERE id = ?"), name)
        held = next((one for one in lists(county) if one.id == name), None)
        if held is None or held.decided_at:
            raise CountyTrouble("county.destruction_missing")
        if held.proposed_by == user.hex():
            raise CountyTrouble("county.destruction_own")
        if digest_of(held.items) != held.digest:
            raise CountyTrouble("county.destruction_altered")
        county.database.rows(
            "UPDATE destruction SET decided_by = ?, decided_at = ?, approved = ? WHERE id = ?",
            user.hex(),
            county.clock(),
            int(approved),
            name,
        )
    return held


def lists(county: County) -> list[Proposed]:
    """Return all lists, the newest first."""
    with county.database.reading():
        rows = county.database.rows(
            "SELECT id, digest, proposed_by, proposed_at, decided_by, decided_at, approved FROM destruction"
            " ORDER BY proposed_at DESC, id DESC"
        )
        return [
            Proposed(
                bytes(name), digest, by, at, decided_by, decided_at, bool(approved), _items(county, name)
            )
            for name, digest, by, at, decided_by, decided_at, approved in rows
        ]


def _items(county: County, name: bytes) -> tuple[Item, ...]:
    rows = county.database.rows(
        "SELECT kind, record_id, scope, number, closed_year, kept_until FROM destruction_item"
        " WHERE list = ? ORDER BY place",
        name,
    )
    return tuple(
        Item(kind, bytes(record), scope, number, closed, date.fromisoformat(until))
        for kind, record, scope, number, closed, until in rows
    )
