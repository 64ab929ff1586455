"""Ready phrases for records and agreements, by kind of dispute: the county's, until a desk has its own.

The county's stand in the list `phrase`: the text is the label, `maps_to` names the fields (`kind.field`), and
the note the kinds of dispute they are for, none for all.
"""

from village_desk import times
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import find
from village_desk.session import Session

CASE = "mediation_case"


def phrases(session: Session, kind: str, field: str, dispute_type: str) -> list[str]:
    """Return the phrases for a field in a dispute of a kind, in their order."""
    own = session.store.state(key(kind, field, dispute_type))
    return own.decode().splitlines() if own is not None else given(session, kind, field, dispute_type)


def given(session: Session, kind: str, field: str, dispute_type: str) -> list[str]:
    """Return what the county's profile gives: first what is said for this kind of dispute alone."""
    today = times.legal_day(session.now())
    fitting = [
        one
        for one in session.profile.codes("phrase", today)
        if f"{kind}.{field}" in one.maps_to.split() and (not one.note or dispute_type in one.note.split())
    ]
    return [one.label for one in sorted(fitting, key=lambda one: not one.note)]


def dispute_type(session: Session, kind: str, values: Values) -> str:
    """Return the kind of dispute a record is about: its own, or that of the case it hangs on."""
    if kind == CASE:
        return str(values.get("dispute_type") or "")
    parent = KINDS[kind].parent
    above = values.get(parent) if parent else None
    case = find(session, CASE, above) if isinstance(above, bytes) else None
    return str(case.values.get("dispute_type") or "") if case else ""


def key(kind: str, field: str, dispute_type: str) -> str:
    """Return the name under which a desk keeps its own phrases for a field."""
    return f"phrases.{kind}.{field}.{dispute_type}"
