"""The village's word on an adviser's visit: confirmed and sent to the township in one step."""

from collections.abc import Mapping

from village_desk import times
from village_desk.commands.moves import make_in
from village_desk.commands.records import save_in
from village_desk.commands.reviews import submit_in
from village_desk.errors import Invalid
from village_desk.kinds import Values
from village_desk.session import Changes, Session
from village_desk.visits import VISIT

CONFIRMATION = "visit_confirmation"


def confirm(
    session: Session, visit_id: bytes, new_ids: tuple[bytes, bytes], said: Mapping[str, object]
) -> Changes:
    """Confirm a visit (村确认) and send it to the township; all of it or nothing.

    Args:
        session: Of the village's clerk.
        visit_id: Which visit.
        new_ids: Ids of the confirmation and of the submission.
        said: `rating`, `confirmed_by` and `words` of the confirmation.

    Raises:
        Invalid: Something is missing or wrong.
        NotAllowed: It is not the actor's to confirm, or not its time.
    """
    confirmation_id, submission_id = new_ids
    today = times.legal_day(session.now())
    values: Values = {"visit": visit_id, "confirmed_on": today, **said}
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        problems = save_in(session, uow, CONFIRMATION, confirmation_id, values)
        if problems:
            raise Invalid(problems)
        make_in(session, uow, (VISIT, visit_id), "confirm")
        submit_in(session, uow, (VISIT, visit_id), submission_id)
    return uow.touched
