"""What was taken in from earlier ledgers, and what of a new one is here already."""

from dataclasses import dataclass
from datetime import date

from village_desk.queries.visible import readable
from village_desk.session import Session

Key = str | tuple[object, frozenset[str]]
"""What tells two rows of ledgers apart: a number, or the day of acceptance with the names of the parties."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import: its id, when (UTC ms), by whom (32 hexadecimal digits), how many of its cases are left."""

    id: bytes
    at: int
    by: str
    cases: int


def imports(session: Session) -> list[Import]:
    """Return the imports of which cases are left, newest first."""
    condition, bound = readable(session, "ledger_row")
    rows = session.store.query(
        'SELECT "import_id", min("created_at"), min("created_by"), count(*) FROM "ledger_row" '  # noqa: S608 - ours
        f'WHERE "archived" = 0 AND {condition} GROUP BY "import_id" ORDER BY 2 DESC, 1',
        tuple(bound),
    )
    return [Import(bytes.fromhex(found), at, by or "", count) for found, at, by, count in rows]


def cases_of(session: Session, import_id: bytes) -> list[bytes]:
    """Return the cases that are left of an import, in the order of the ledger."""
    rows = session.store.query(
        'SELECT "case" FROM "ledger_row" WHERE "import_id" = ? AND "archived" = 0 ORDER BY "row"',
        (import_id.hex(),),
    )
    return [bytes(row[0]) for row in rows]


def known_cases(session: Session) -> dict[Key, str]:
    """Return the number of each case that is here, by each key it could be met again under."""
    condition, bound = readable(session, "mediation_case")
    rows = session.store.query(
        'SELECT "id", "number", "official_number", "accepted_on" FROM "mediation_case" '  # noqa: S608 - ours
        f'WHERE "archived" = 0 AND {condition}',
        tuple(bound),
    )
    names: dict[bytes, set[str]] = {}
    for case, name in session.store.query(
        'SELECT "case", "name" FROM "case_party" WHERE "archived" = 0 AND "name" IS NOT NULL'
    ):
        names.setdefault(bytes(case), set()).add(name)
    known: dict[Key, str] = {}
    for case, number, official, accepted_on in rows:
        told = official or number or ""
        day = date.fromisoformat(accepted_on) if accepted_on else None
        known |= {key: told for key in (number, official) if key}
        known[day, frozenset(names.get(bytes(case), ()))] = told
    return known
