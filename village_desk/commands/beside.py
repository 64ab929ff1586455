"""Records that are written beside another: submissions, reviews, printed sheets, attachments."""

from collections.abc import Mapping

from village_desk.errors import Invalid, UserError
from village_desk.kinds import KINDS
from village_desk.queries.records import Record
from village_desk.store import Birth, UnitOfWork


def beside(held: Record) -> Birth:
    """Return where a record that belongs to `held` lies, and who may read it: with it, and as it."""
    return Birth(held.scope, held.class_, held.readers)


def put_fitting(
    uow: UnitOfWork, kind: str, record_id: bytes, values: Mapping[str, object], born: Birth
) -> None:
    """Write a record the program fills, once it is sure that the county will take it.

    Raises:
        UserError: "record.too_big": what is frozen in it is longer than it holds.
        Invalid: Something a person typed does not fit.
    """
    problems = KINDS[kind].check(values)
    if any(problem.field == "content" and problem.code == "text.long" for problem in problems):
        raise UserError("record.too_big")
    if problems:
        raise Invalid(problems)
    uow.put(kind, record_id, values, born=born, op="attach" if kind == "attachment" else "put")
