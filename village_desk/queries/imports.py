"""What was taken in from earlier ledgers, and what of a new one is here already."""

from dataclasses import dataclass
from datetime import date

from village_desk.kinds import KINDS, children_of
from village_desk.queries.records import Record, record_of
from village_desk.queries.visible import readable
from village_desk.session import Session

Key = tuple[object, str | frozenset[str]]
"""What tells two rows of ledgers apart: the day of acceptance with the names of the parties, or a number with
the year of it, for each year begins again with number 1."""
BESIDE = ("submission", "sheet", "attachment")
"""Kinds of which a record beside a case says that somebody works on it."""


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
        here = frozenset(names.get(bytes(case), ()))
        known |= {key: told for one in (number, official) for key in keys(day, here, one)}
    return known


def keys(accepted_on: object, names: frozenset[str], number: object) -> list[Key]:
    """Return the keys under which a case could be met again, accepted on a day, of people, with a number."""
    of_people: Key = (accepted_on, names)
    year = accepted_on.year if isinstance(accepted_on, date) else None
    return [of_people, (year, str(number))] if number else [of_people]


def worked_on(session: Session, case: Record) -> bool:
    """Say whether a case that was taken in is more than that: changed, added to, printed, sent, or named.

    What others did counts too, whether the actor may read it or not.
    """
    of_case = [
        record_of(kind, row)
        for kind in children_of(case.kind)
        for row in session.store.rows(kind.name, f'"{kind.parent}" = ?', (case.id,))
    ]
    if any({one.created_at, one.changed_at} != {case.created_at} for one in (case, *of_case)):
        return True
    held = [one.id.hex() for one in (case, *of_case)]
    marks = ", ".join("?" for _ in held)
    beside = f'"record_id" IN ({marks}) AND "archived" = 0 LIMIT 1'
    if any(list(session.store.rows(kind, beside, tuple(held))) for kind in BESIDE):
        return True
    return any(
        list(session.store.rows(kind, f'"{field}" = ? AND "archived" = 0 LIMIT 1', (case.id,)))
        for kind, field in _naming(case.kind)
    )


def _naming(kind: str) -> list[tuple[str, str]]:
    """Return the links to a kind by which a record names one without hanging on it: kind and field."""
    return [
        (one.name, spec.name)
        for one in KINDS.values()
        for spec in one.fields.values()
        if spec.to == kind and spec.name != one.parent
    ]
