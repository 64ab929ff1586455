"""Where each record stands on its way to the county: one word a record, for lists and record pages."""

from collections.abc import Sequence
from typing import Literal

from village_desk.queries import quarantine
from village_desk.queries.records import Record
from village_desk.session import Session

Mark = Literal["attention", "conflict", "carried", "here", "waiting", "received"]
"""The county could not take a change of it; written in two ways; brought by stick and not yet at the county
(未到县); never at the county; changes wait to be sent or shown; the county has it as it is here."""


def mark(session: Session, record: Record) -> Mark:
    """Return where one record stands."""
    return marks(session, [record])[record.id]


def marks(session: Session, records: Sequence[Record]) -> dict[bytes, Mark]:
    """Return where records stand, by id; what asks for a person comes before what only waits."""
    aside = quarantine.records(session)
    carried = _carried(session, [record.id for record in records])
    return {record.id: _mark(record, record.id in aside, record.id in carried) for record in records}


def _mark(record: Record, aside: bool, carried: bool) -> Mark:
    if aside:
        return "attention"
    if record.conflicts:
        return "conflict"
    if carried:
        return "carried"
    if record.ver == 0:
        return "here"
    return "waiting" if record.pending else "received"


def _carried(session: Session, ids: Sequence[bytes]) -> frozenset[bytes]:
    marks = ", ".join("?" for _ in ids)
    rows = session.store.query(
        f'SELECT DISTINCT "record_id" FROM "carried_change" WHERE "record_id" IN ({marks})',  # noqa: S608 - marks only
        tuple(ids),
    )
    return frozenset(bytes(record_id) for (record_id,) in rows)
