"""Where each record stands on its way to the county: one word a record, for lists and record pages."""

from collections.abc import Sequence
from typing import Literal

from village_desk.queries import quarantine
from village_desk.queries.records import Record
from village_desk.session import Session

Mark = Literal["attention", "conflict", "carried", "here", "waiting", "received"]
"""The county could not take a change of it; written in two ways; brought by stick and not yet at the county
(未到县); never at the county; changes wait to be sent; the county has acknowledged all of it."""

_CARRIED, _UNSENT = '"carried_change" WHERE 1', '"change" WHERE "state" = \'new\''


def mark(session: Session, record: Record) -> Mark:
    """Return where one record stands."""
    return marks(session, [record])[record.id]


def marks(session: Session, records: Sequence[Record]) -> dict[bytes, Mark]:
    """Return where records stand, by id; what asks for a person comes before what only waits."""
    aside = quarantine.records(session)
    ids = [record.id for record in records]
    carried, unsent = _having(session, _CARRIED, ids), _having(session, _UNSENT, ids)
    found: dict[bytes, Mark] = {}
    for record in records:
        if record.id in aside:
            found[record.id] = "attention"
        elif record.conflicts:
            found[record.id] = "conflict"
        elif record.id in carried:
            found[record.id] = "carried"
        else:
            found[record.id] = _own(record, record.id in unsent)
    return found


def _own(record: Record, unsent: bool) -> Mark:
    """Say where a record stands of which nothing else is to be said.

    What the county has acknowledged it has, though its feed may not have shown it here yet.
    """
    if unsent:
        return "waiting" if record.ver else "here"
    return "received" if record.ver or record.pending else "here"


def _having(session: Session, changes: str, ids: Sequence[bytes]) -> frozenset[bytes]:
    """Return those of some records that have any of the `changes`, a table and what holds for them."""
    marks = ", ".join("?" for _ in ids)
    sql = f'SELECT DISTINCT "record_id" FROM {changes} AND "record_id" IN ({marks})'  # noqa: S608 - marks only
    return frozenset(bytes(record_id) for (record_id,) in session.store.query(sql, tuple(ids)))
