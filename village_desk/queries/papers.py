"""What stands on a paper: the record, what hangs on it, and what it hangs on."""

from collections.abc import Iterable

from village_desk import times
from village_desk.crypto import canonical
from village_desk.errors import UserError
from village_desk.kinds import KINDS, children_of
from village_desk.queries import boards, serving, units, volunteers
from village_desk.queries.records import Record, children, find, linked, record, record_of
from village_desk.session import Session

PROCESS = (
    "state",
    "handed_over_on",
    "received_by_agency_on",
    "answered_on",
    "fed_back_on",
    "followed_up_on",
)
"""Where a record stands is not part of its text: a step in the workflow does not undo an approval."""


def content(session: Session, kind: str, record_id: bytes) -> dict[str, object]:
    """Return plain content for the paper of a record.

    Its fields by name, linked records as lists under their kind's name, and `unit`. A session or agreement
    also brings its case (under `mediation_case`) and the other records of the case (parties).

    Raises:
        UserError: "record.gone".
        NotAllowed: The actor may not read it.
    """
    held = record(session, kind, record_id)
    found: dict[str, object] = {
        "unit": unit(session, held.scope),
        **_lists(session, kind, record_id),
        **held.values,
    }
    declared = KINDS[kind]
    parent_id = held.values.get(declared.parent) if declared.parent else None
    if isinstance(parent_id, bytes):
        parent_kind = declared.fields[declared.parent].to
        parent = find(session, parent_kind, parent_id)
        for name, siblings in _lists(session, parent_kind, parent_id).items():
            found.setdefault(name, siblings)
        if parent is not None:
            found[parent_kind] = parent.values
    return found | _made(session, held, found)


def _made(session: Session, held: Record, found: dict[str, object]) -> dict[str, object]:
    """Return what stands on the paper and in no field: who serves the room, the hours of a volunteer."""
    if held.kind == boards.BOARD:
        return boards.lists(session)
    services = found.get(volunteers.SERVICE)
    if held.kind == volunteers.VOLUNTEER and isinstance(services, list):
        today = times.legal_day(session.now())
        return {"list": volunteers.certified(held.values, services, today)}
    return {}


def unit(session: Session, scope: str = "") -> dict[str, object]:
    """Return the names of a unit, this desk's own without `scope`, and what the profile says for its papers.

    name (as its profile has it), village, township, county, code; `promise_title`: what the county calls
    the promise of integrity; `aid_phone`: where one asks the legal-aid agency.
    """
    told = session.profile.parameters
    elsewhere = scope not in ("", session.store.unit_scope)
    names = serving.unit_names(session, scope) if elsewhere else _own_names(session)
    own = units.name(session, scope or session.store.unit_scope)
    return {
        **names,
        "name": own or names["name"],
        "promise_title": told.get("promise_title"),
        "aid_phone": told.get("aid_agency_phone"),
    }


def _own_names(session: Session) -> dict[str, object]:
    state = session.store.text_state
    return {
        "name": state("unit_name"),
        "village": state("unit_village"),
        "township": state("unit_township"),
        "county": state("unit_county"),
        "code": session.store.unit_code,
    }


def frozen(session: Session, kind: str, record_id: bytes, shown: Iterable[str] = ()) -> bytes:
    """Return a record and what hangs on it as canonical JSON, word for word, for a print.

    A print that is masked for the actor is kept masked. Of the kinds in `shown` the case and its other
    records stand under `beside`: an agreement prints the parties of its case.

    Raises:
        UserError: "record.gone".
        NotAllowed: The actor may not read it.
    """
    held = record(session, kind, record_id)
    if held.hidden:
        return canonical(_printed(session, held))
    beside = [_printed(session, one) for one in _family(session, held) if one.kind in set(shown)]
    return canonical({**_text(session, held), "beside": beside})


def _family(session: Session, held: Record) -> list[Record]:
    """Return what a record hangs on and what else hangs there, as far as it is of the same class."""
    declared = KINDS[held.kind]
    parent_id = held.values.get(declared.parent) if declared.parent else None
    if held.kind == boards.BOARD:
        return [one for found in boards.serving(session).values() for one in found]
    if not isinstance(parent_id, bytes):
        return []
    parent_kind = declared.fields[declared.parent].to
    parent = find(session, parent_kind, parent_id)
    others = [
        one
        for child in children_of(parent_kind)
        if child.name != held.kind
        for one in linked(session, child, parent_id)
    ]
    return [one for one in ([parent] if parent else []) + others if one.class_ == held.class_]


def text_of(session: Session, kind: str, record_id: bytes) -> bytes:
    """Return the same whoever asks: what is submitted, and what tells whether an approved text still stands.

    What hangs on the record and is of another class stays out, so that a frozen copy, which has the class
    of the record, never shows what the record itself would hide.

    Raises:
        UserError: "record.gone".
    """
    row = session.store.row(kind, record_id)
    if row is None:
        raise UserError("record.gone")
    return canonical(_text(session, record_of(KINDS[kind], row)))


def _text(session: Session, held: Record) -> dict[str, object]:
    below = [
        _text(session, child)
        for kind in children_of(held.kind)
        for child in linked(session, kind, held.id)
        if child.class_ == held.class_
    ]
    return {**_printed(session, held), "children": below}


def _printed(session: Session, held: Record) -> dict[str, object]:
    sent = session.profile.kind(held.kind).to_json(held.values)
    values = {name: value for name, value in sent.items() if name not in PROCESS}
    return {"kind": held.kind, "id": held.id.hex(), "values": values, "children": []}


def _lists(session: Session, kind: str, record_id: bytes) -> dict[str, object]:
    return {name: [one.values for one in found] for name, found in children(session, kind, record_id).items()}
