"""Visits of advisers: what they grow out of, what grows out of them, and the village's word on them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from village_desk import times
from village_desk.commands.moves import make_in
from village_desk.commands.records import save_all, save_in
from village_desk.commands.reviews import submit_in
from village_desk.errors import Invalid
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import Record, find, record
from village_desk.session import Changes, Session
from village_desk.visits import ITEM, VISIT

CONFIRMATION = "visit_confirmation"
_TOPIC, _SUBJECT = 120, 200
_AT_THE_VILLAGE = "6"
"""上门 of the list `consultation_channel`."""


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


def plan_visit(session: Session, line_id: bytes, visit_id: bytes) -> Changes:
    """Plan a visit for a line of the yearly plan, in the plan's village.

    Raises:
        NotAllowed: The actor may not make one.
    """
    line = record(session, "plan_item", line_id)
    above = _above(session, line)
    values: Values = {
        "planned_on": line.values.get("planned_on"),
        "topic": str(line.values.get("matter") or "")[:_TOPIC],
        "mode": line.values.get("way") or "on_site",
        "plan_item": line_id,
    }
    values |= {name: above.get(name) for name in ("adviser", "firm", "village")}
    return save_all(replace(session, place=line.scope), [(VISIT, visit_id, values)])


def become(session: Session, item_id: bytes, kind: str, new_id: bytes) -> Changes:
    """Make a consultation, an opinion or an activity out of a matter of a visit; nothing is typed again.

    Raises:
        Invalid: A value does not fit; nothing is made.
        NotAllowed: The actor may not make one.
    """
    item = record(session, ITEM, item_id)
    around = _above(session, item)
    day = around.get("visited_on") or times.legal_day(session.now())
    make, day_field, link = _GROWN[kind]
    first = {name: value for name, value in make(item.values, around).items() if value is not None}
    first |= {day_field: day}
    noted: Values = {link: new_id}
    return save_all(replace(session, place=item.scope), [(kind, new_id, first), (ITEM, item_id, noted)])


def _above(session: Session, held: Record) -> Values:
    """Return the values of what a record hangs on; none when it is gone."""
    kind = KINDS[held.kind]
    link = held.values.get(kind.parent)
    above = find(session, kind.fields[kind.parent].to, link) if isinstance(link, bytes) else None
    return above.values if above else {}


def _consultation(item: Values, visit: Values) -> Values:
    return {
        "name": str(item.get("client") or "")[: KINDS["consultation"].fields["name"].high],
        "phone": item.get("phone"),
        "channel": _AT_THE_VILLAGE,
        "content": item.get("matter"),
        "answer": item.get("result"),
        "received_by": visit.get("adviser"),
        "answered_by": visit.get("adviser"),
    }


def _opinion(item: Values, visit: Values) -> Values:
    return {
        "subject": " ".join(str(item.get("matter") or "").split())[:_SUBJECT],
        "matter": "contract" if item.get("service") == "contract" else "other",
        "asked_by": visit.get("village"),
    }


def _activity(item: Values, visit: Values) -> Values:
    return {
        "organiser": str(visit.get("village") or "")[: KINDS["publicity_activity"].fields["organiser"].high],
        "place": visit.get("place"),
        "topic": " ".join(str(item.get("matter") or "").split())[:_SUBJECT],
        "way": ("05",),
        "people": item.get("people"),
        "speaker": visit.get("adviser"),
        "recorded_by": visit.get("adviser"),
    }


_GROWN: Mapping[str, tuple[Callable[[Values, Values], Values], str, str]] = {
    "consultation": (_consultation, "met_on", "consultation"),
    "legal_opinion": (_opinion, "asked_on", "opinion"),
    "publicity_activity": (_activity, "held_on", "activity"),
}
"""What a matter may become: its values, the field of the day, and the link that is noted in the matter."""
