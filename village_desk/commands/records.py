"""Saving records: checked, within rights, in one unit of work."""

from collections.abc import Mapping, Sequence
from datetime import date

from village_desk import complaints, idcards, rights, times, workflow
from village_desk.commands import numbers, persons, supplements
from village_desk.errors import Invalid, NotAllowed, Problem, UserError
from village_desk.fields import is_empty, to_json
from village_desk.kinds import KINDS, Kind, Values, extra
from village_desk.queries import clock, serving
from village_desk.queries.records import Record, may_read, record_of, target
from village_desk.queries.reviews import is_locked, state_of
from village_desk.queries.signed import standing
from village_desk.queries.visible import shown
from village_desk.session import Changes, Session
from village_desk.store import Birth, UnitOfWork

Entry = tuple[str, bytes, Mapping[str, object]]
"""A record to save: kind, id, and the fields that may differ."""

APPEND_ONLY = ("submission", "review", "sheet", "supplement")
"""Kinds whose records nobody takes out of sight: what was sent, answered and printed stays."""


def save(
    session: Session, kind: str, record_id: bytes, values: Mapping[str, object], reason: str = ""
) -> Changes:
    """Save one record; see `save_all`."""
    return save_all(session, [(kind, record_id, values)], reason)


def save_all(session: Session, entries: Sequence[Entry], reason: str = "") -> Changes:
    """Save records together: all of them or none.

    A record whose id is not there yet is made; of one that is, only the fields given are looked at, and only
    those that differ are written. An incomplete record is kept: what is required, a workflow move asks for.
    With a `reason`, a text that was signed or approved may change: each such change is kept as a supplement.

    Raises:
        Invalid: With every problem of every record; nothing is saved.
        NotAllowed: The actor may not write one of them; nothing is saved.
        NotAllowed: "record.signed", "record.locked": a signed or approved text would change without a
            reason, or something new would hang on an approved one; nothing is saved.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        problems: list[Problem] = []
        for kind, record_id, values in entries:
            problems.extend(save_in(session, uow, kind, record_id, values, reason))
        if problems:
            raise Invalid(problems)
    return uow.touched


def save_in(
    session: Session,
    uow: UnitOfWork,
    kind: str,
    record_id: bytes,
    values: Mapping[str, object],
    reason: str = "",
) -> list[Problem]:
    """Save one record inside a unit of work and return its problems; the caller raises them and so undoes it.

    Raises:
        NotAllowed: The actor may not write it.
        NotAllowed: "record.locked": the township has approved the record as it stands; "record.signed".
        UserError: "record.read_only": a field the program fills would change by hand; "record.archived",
            "record.gone": what a new record would hang on is out of sight or not here.
    """
    declared = session.profile.kind(kind)
    row = uow.row(kind, record_id)
    held = record_of(declared, row) if row else None
    try:
        entered = checked(session, declared, held, values)
    except Invalid as wrong:
        return list(wrong.problems)
    born = None if held else _birth(session, uow, declared, entered)
    _require_write(session, declared, held, born)
    locked = locked_by(session, declared, record_id, {**(held.values if held else {}), **entered})
    if held is None:
        if locked:
            raise NotAllowed("record.locked")
        entered = _born(session, uow, declared, entered, born.scope if born else "")
    else:
        if locked:
            supplements.note_approved(session, uow, held, entered, (locked, reason))
        supplements.note(session, uow, held, entered, reason)
    uow.put(kind, record_id, plain(declared, entered), born=born)
    if kind == "priority_proof":
        persons.add_proved_group(uow, {**(held.values if held else {}), **entered})
    return []


def plain(kind: Kind, values: Mapping[str, object]) -> Values:
    """Return `values` as a unit of work takes them: fields of the profile, unknown to it, as sent."""
    return {
        name: to_json(kind.fields[name], value) if name in kind.fields and extra(name) else value
        for name, value in values.items()
    }


def checked(session: Session, kind: Kind, held: Record | None, values: Mapping[str, object]) -> Values:
    """Return `values` as they are stored, once nothing is wrong with them.

    Raises:
        Invalid: Everything that is wrong by type, length, check or code list.
        UserError: "record.read_only": a field the program fills would change by hand.
        NotAllowed: "rights.write": a field that is masked for the actor would change.
    """
    before = held.values if held else {}
    typed = _without_masked(session, held, values) if held else values
    entered = completed(kind, typed, before)
    problems = kind.check(entered)
    if kind.name == "period_change":
        wrong = clock.change_problems(session.profile, {**before, **entered})
        problems += [Problem(field, code, {"article": article}) for field, code, article in wrong]
    if kind.name == complaints.KIND:
        problems += complaints.problems({**before, **entered}, session.actor.name)
    problems += session.profile.check_codes(kind, entered, times.legal_day(session.now()), before or None)
    if problems:
        raise Invalid(problems)
    _refuse_read_only(kind, before, entered)
    return entered


def _without_masked(session: Session, held: Record, values: Mapping[str, object]) -> Values:
    """Leave out what an editor merely hands back as it was masked: it must never replace the true value."""
    seen = shown(session, held)
    if any(name in seen.hidden and value != seen.values.get(name) for name, value in values.items()):
        raise NotAllowed("rights.write")
    return {name: value for name, value in values.items() if name not in seen.hidden}


def archive(session: Session, kind: str, record_id: bytes) -> Changes:
    """Take a record out of sight; it stays in the history, and an edit by anybody brings it back.

    Raises:
        NotAllowed: The actor may not write it, or nobody archives such a record (submissions, reviews,
            printed sheets); "record.locked": it is approved; "record.signed_stays": a signed paper shows it.
        UserError: "record.gone".
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        row = uow.row(kind, record_id)
        if row is None:
            raise UserError("record.gone")
        held = record_of(KINDS[kind], row)
        _require_write(session, KINDS[kind], held, None)
        if kind in APPEND_ONLY:
            raise NotAllowed("rights.no_write")
        refuse_locked(session, KINDS[kind], record_id, held.values)
        if standing(session, KINDS[kind], record_id, held.values):
            raise NotAllowed("record.signed_stays")
        uow.archive(kind, record_id)
    return uow.touched


def completed(kind: Kind, values: Mapping[str, object], held: Mapping[str, object]) -> Values:
    """Return `values` as they are stored: sex, birth date and age come from a right ID number.

    What a person typed is never overwritten: only fields that are empty are filled.
    """
    entered: Values = dict(values)
    for name, value in values.items():
        spec = kind.fields.get(name)
        if spec and spec.check in ("id_card", "uscc") and isinstance(value, str):
            entered[name] = idcards.normal_number(value)
        elif spec and spec.face == "text" and isinstance(value, str):
            entered[name] = value.strip()
    number = entered.get("id_number")
    known = idcards.person_of_id(number) if isinstance(number, str) and "sex" in kind.fields else None
    if known:
        sex, born_on = known
        _fill(kind, entered, held, "sex", sex)
        _fill(kind, entered, held, "born_on", born_on)
        met_on = entered.get("met_on", held.get("met_on"))
        if isinstance(met_on, date):
            _fill(kind, entered, held, "age", times.age_on(born_on, met_on))
    return entered


def _fill(kind: Kind, entered: Values, held: Mapping[str, object], name: str, value: object) -> None:
    if name in kind.fields and not entered.get(name, held.get(name)):
        entered[name] = value


def _birth(session: Session, uow: UnitOfWork, kind: Kind, values: Mapping[str, object]) -> Birth:
    """A record lies where the one it hangs on lies, and nobody reads it who may not read that one."""
    parent = values.get(kind.parent) if kind.parent else None
    if not isinstance(parent, bytes):
        class_ = complaints.class_of(values) if kind.name == complaints.KIND else kind.class_
        return Birth(serving.scope_for(session, kind.name), class_)
    row = uow.row(kind.fields[kind.parent].to, parent)
    if row is None:
        raise UserError("record.gone")
    if row["archived"]:
        raise UserError("record.archived")  # what is written below it would stand where nobody looks
    above = record_of(KINDS[kind.fields[kind.parent].to], row)
    return Birth(above.scope, kind.class_ if above.class_ == "normal" else above.class_, above.readers)


def _born(session: Session, uow: UnitOfWork, kind: Kind, values: Values, scope: str) -> Values:
    """Add what the program gives a new record: its first state and its number.

    The blocks of this desk are those of its own unit: for another village it has none.
    """
    born = dict(values)
    if "state" in kind.fields:
        born["state"] = workflow.initial_state(kind.name)
    if kind.name in session.profile.numbers and "number" in kind.fields:
        at_home = scope in ("", session.store.unit_scope)
        year = times.legal_day(session.now()).year
        born["number"] = numbers.take(session, uow, kind.name, year) if at_home else numbers.provisional(uow)
    return born


def _require_write(session: Session, kind: Kind, held: Record | None, born: Birth | None) -> None:
    if held is not None:
        wanted = target(session, held)
        if not may_read(session, held):
            raise NotAllowed("rights.no_write")
    else:
        born = born or Birth()
        reader = not born.readers or session.actor.user.hex() in born.readers
        wanted = rights.Target(kind.name, born.class_, born.scope, own=True, reader=reader)
    session.actor.require("write", wanted)


def refuse_locked(session: Session, kind: Kind, record_id: bytes, values: Mapping[str, object]) -> None:
    """Refuse the edit of an approved record and of what hangs on it; `values` are those of the record.

    Raises:
        NotAllowed: "record.locked".
    """
    if locked_by(session, kind, record_id, values):
        raise NotAllowed("record.locked")


def locked_by(session: Session, kind: Kind, record_id: bytes, values: Mapping[str, object]) -> bytes:
    """Return the approved submission that locks a record of these values, or what it hangs on, or b""."""
    of, of_id = kind, record_id
    while of.parent and isinstance(parent := values.get(of.parent), bytes):
        of, of_id = KINDS[of.fields[of.parent].to], parent
        row = session.store.row(of.name, of_id) if of.parent else None
        values = record_of(of, row).values if row else {}
    if of.reviewed and is_locked(session, of.name, of_id):
        return state_of(session, of.name, of_id).submission or b""
    return b""


def refuse_in_approved(
    session: Session, kind: Kind, held: Record, entered: Mapping[str, object], move: str
) -> None:
    """Let a move of an approved record fill only the empty fields that the move itself asks for.

    Raises:
        NotAllowed: "record.locked".
    """
    other = [
        name
        for name, value in entered.items()
        if value != held.values.get(name)
        and not (_asked_for(kind, name, move) and is_empty(held.values.get(name)))
    ]
    if other:
        refuse_locked(session, kind, held.id, {**held.values, **entered})


def _asked_for(kind: Kind, name: str, move: str) -> bool:
    spec = kind.fields.get(name)
    return spec is not None and move in spec.required


def _refuse_read_only(kind: Kind, before: Mapping[str, object], entered: Mapping[str, object]) -> None:
    for name, value in entered.items():
        spec = kind.fields.get(name)
        if spec and spec.read_only and value != before.get(name) and not (is_empty(value) and not before):
            raise UserError("record.read_only", field=name)
