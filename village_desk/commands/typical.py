"""Typical cases: made without names, looked through by a person, reviewed twice, published by the county."""

from collections.abc import Iterable
from dataclasses import replace

from village_desk import times
from village_desk.commands import records
from village_desk.errors import Invalid, NotAllowed, Problem
from village_desk.ids import new_id
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import Record, record, target
from village_desk.queries.typical import CASE, DRAFT, SOURCES, known_of, look, replaced, source_of, texts_of
from village_desk.session import Changes, Session
from village_desk.store import Birth, UnitOfWork
from village_desk.typical_rules import TEXTS, fingerprint

_SORTS = {"mediation_case": "mediation", "consultation": "consultation", "legal_aid": "legal_aid"}
_BY_OTHERS = {"pass": "passed_by", "approve": "approved_by"}
_COUNTY_DIGITS, _CODE_DIGITS = 6, 12


def begin(session: Session, kind: str, record_id: bytes, draft_id: bytes) -> Changes:
    """Make a draft out of a record; names, numbers and places are replaced before anything is kept.

    Raises:
        NotAllowed: "typical.restricted": the record is confidential; or it may not be read.
    """
    source = record(session, kind, record_id)
    known = known_of(session, source)
    texts = {name: value for name, value in replaced(texts_of(session, source), known).items() if value}
    title = KINDS[DRAFT].fields["title"].high or 0
    first: Values = {
        **texts,
        "title": str(texts.get("title") or "")[:title],
        "sort": _SORTS[kind],
        SOURCES[kind]: record_id,
    }
    if source.values.get("topic"):
        first["topic"] = source.values["topic"]
    return records.save(session, DRAFT, draft_id, first)


def replace_left(session: Session, draft_id: bytes, words: Iterable[str] = ()) -> Changes:
    """Replace what still says who or where, and those `words` that a person says are names.

    Raises:
        UserError: "record.gone".
        NotAllowed: As `records.save`.
    """
    draft = record(session, DRAFT, draft_id)
    of = source_of(draft.values)
    if of is None:
        return frozenset()
    known = replace(known_of(session, record(session, *of)), certain=frozenset(words))
    now = {name: draft.values.get(name) for name in TEXTS}
    then = replaced(now, known)
    changed = {name: value for name, value in then.items() if value != now[name]}
    return records.save(session, DRAFT, draft_id, changed) if changed else frozenset()


def confirm(session: Session, draft_id: bytes) -> Changes:
    """Note that a person looked the texts through: nothing says who or where, what asks are ordinary words.

    Raises:
        Invalid: "typical.left": something certainly still says who or where.
        UserError: "record.gone".
        NotAllowed: The actor may not write it.
    """
    draft = record(session, DRAFT, draft_id)
    session.actor.require("write", target(session, draft))
    left = look(session, draft).left
    if left:
        raise Invalid([Problem("facts", "typical.left", {"words": "、".join(left)})])
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        noted = {
            "checked_by": session.actor.name,
            "checked_on": times.legal_day(session.now()),
            "checked_text": fingerprint(draft.values),
        }
        uow.put(DRAFT, draft_id, noted)
    return uow.touched


# ---------------------------------------------------------------- steps: called by `commands.moves`


def signed(session: Session, held: Record, move: str) -> Values:
    """Return the name of who reviews a draft by the step `move`.

    Raises:
        NotAllowed: "typical.own": nobody reviews what they wrote themselves.
    """
    if held.kind != DRAFT or move not in _BY_OTHERS:
        return {}
    if held.created_by == session.actor.user.hex():
        raise NotAllowed("typical.own")
    return {_BY_OTHERS[move]: session.actor.name}


def follow(session: Session, uow: UnitOfWork, held: Record, move: str) -> None:
    """Publish a draft with the step that says so; put the case away when it is withdrawn."""
    if held.kind != DRAFT:
        return
    if move == "publish":
        told = {name: held.values[name] for name in (*TEXTS, "sort", "topic") if held.values.get(name)}
        told |= {"draft": held.id.hex(), "published_on": times.legal_day(session.now())}
        office = session.store.unit_scope[:_COUNTY_DIGITS].ljust(_CODE_DIGITS, "0")
        uow.put(CASE, new_id(), told, born=Birth(office, "normal"))
    elif move == "withdraw":
        for row in session.store.rows(CASE, '"draft" = ? AND "archived" = 0', (held.id.hex(),)):
            uow.archive(CASE, bytes(row["id"]))
