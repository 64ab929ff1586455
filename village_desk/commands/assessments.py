"""The items of an adviser's assessment, from the county's list (考评表, domain: services §5.3)."""

from village_desk import ids
from village_desk.commands.records import save_all
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import linked
from village_desk.session import Changes, Session

_LIST = "assessment_item"


def take_in(session: Session, assessment_id: bytes) -> Changes:
    """Add every item of the county's list to an assessment: its name, points and standard.

    Raises:
        NotAllowed: The actor may not write it.
    """
    entries: list[tuple[str, bytes, Values]] = []
    for order, one in enumerate(session.profile.lists[_LIST], start=1):
        target, _, standard = one.note.partition("｜")
        values: Values = {
            "assessment": assessment_id,
            "order": order,
            "item": one.label,
            "points": int(one.maps_to) if one.maps_to.isdigit() else None,
            "target": target,
            "standard": standard,
        }
        entries.append((_LIST, ids.new_id(), {name: held for name, held in values.items() if held != ""}))
    return save_all(session, entries)


def add_up(session: Session, assessment_id: bytes) -> Changes:
    """Set the score of an assessment to the sum of its items."""
    items = linked(session, KINDS[_LIST], assessment_id)
    scores = [score for one in items if isinstance(score := one.values.get("score"), int)]
    return save_all(session, [("adviser_assessment", assessment_id, {"score": sum(scores)})])
