"""What people do about own changes the county set aside. The log keeps such a change whatever they do."""

from typing import Literal

from village_desk import changes, rights, workflow
from village_desk.changes import Body
from village_desk.commands.records import refuse_locked
from village_desk.errors import Invalid, NotAllowed, UserError
from village_desk.fields import check_value
from village_desk.ids import id_from_text
from village_desk.kinds import KINDS, Kind
from village_desk.queries import quarantine
from village_desk.queries.records import Record, may_read, record_of, target
from village_desk.session import Changes, Session
from village_desk.store import Birth, UnitOfWork

How = Literal["again", "county", "kept", "noted", "township"]
"""Sent again as a change of today; what the county has stands; kept on this PC only; nothing was left to do;
given to the township on paper."""


def send_again(session: Session, first: int) -> Changes:
    """Save the unit of work that begins with change `first` again, as changes of today and of the actor.

    It stands on what the county has now, so it conflicts with nothing its author has before them; a record
    the county never had is sent whole. What was set aside counts as decided.

    Raises:
        UserError: "aside.gone": it was decided already; "aside.move": a move to another place, which is made
            anew on the record's page; "record.gone"; "record.immutable".
        NotAllowed: The actor may still not do this; "record.locked"; "move.state".
        Invalid: A value does not fit its field.
    """
    bodies = quarantine.unit(session, first)
    if not bodies:
        raise UserError("aside.gone")
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for body in bodies:
            _again(session, uow, body)
        _note(session, uow, first, "again")
    return uow.touched


def decide(session: Session, first: int, how: How) -> Changes:
    """Note that a person has dealt with the unit of work that begins with change `first`.

    Raises:
        UserError: "aside.gone": somebody has done so already.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        _note(session, uow, first, how)
    return uow.touched


def _note(session: Session, uow: UnitOfWork, first: int, how: How) -> None:
    found = quarantine.numbers(session, first)
    if not found:
        raise UserError("aside.gone")
    for n in found:
        uow.execute(
            'INSERT INTO "mending" ("n", "how", "at", "user") VALUES (?, ?, ?, ?)',
            (n, how, uow.at, session.actor.user.hex()),
        )
        kind, record_id = session.store.query('SELECT "kind", "record_id" FROM "change" WHERE "n" = ?', (n,))[
            0
        ]
        uow.touch(kind, bytes(record_id))


def _again(session: Session, uow: UnitOfWork, body: Body) -> None:
    record_id = id_from_text(body.r)
    if body.op == "move":
        raise UserError("aside.move")
    row = uow.row(body.t, record_id)
    declared = session.profile.kind(body.t)
    held = record_of(declared, row) if row else quarantine.left_behind(session, body)
    if held is None:
        raise UserError("record.gone")
    verb: rights.Verb = "move" if body.f.keys() == {"state"} else "write"
    session.actor.require(verb, target(session, held))
    if not may_read(session, held):
        raise NotAllowed("rights.no_write")
    if row is None:
        born = Birth(held.scope, held.class_, held.readers)
        uow.put(body.t, record_id, held.values, born=born, op=_op(body))
    elif held.ver == 0:
        # Several changes may have made it; the first one met sends all of it.
        uow.put(body.t, record_id, {}, op=_op(body), anew=held.pending == 0)
    elif body.op == "archive":
        refuse_locked(session, declared, record_id, held.values)
        uow.archive(body.t, record_id)
    else:
        _put(session, uow, declared, held, body)


def _put(session: Session, uow: UnitOfWork, declared: Kind, held: Record, body: Body) -> None:
    sent = quarantine.sent_values(KINDS[held.kind], body)
    values = {name: value for name, value in sent.items() if value != held.values.get(name)}
    if not values:
        return
    problems = [
        problem
        for name, value in values.items()
        if name in declared.fields
        for problem in check_value(declared.fields[name], value)
    ]
    if problems:
        raise Invalid(problems)
    _require_step(session, held, values.get("state"))
    refuse_locked(session, declared, held.id, held.values)
    if body.op == "resolve" and _resolved(uow, body, values):
        return
    uow.put(body.t, held.id, values, op=_op(body))


def _require_step(session: Session, held: Record, state: object) -> None:
    """A step of the workflow is made again only where it leads from the state of today."""
    moves = workflow.moves_from(held.kind, held.state, *session.actor.roles)
    if state is not None and all(move.to != state for move in moves):
        raise NotAllowed("move.state")


def _resolved(uow: UnitOfWork, body: Body, values: dict[str, object]) -> bool:
    """Decide the conflicts a decision was about, if they are open; say whether any was."""
    decided = body.f.get(changes.DECIDES)
    for conflict in decided if isinstance(decided, list) else []:
        found = uow.execute(
            'SELECT "field" FROM "conflict" WHERE "id" = ? AND "open" = 1', (conflict,)
        ).fetchone()
        if found and found[0] in values:
            uow.resolve(str(conflict), values[found[0]])
            return True
    return False


def _op(body: Body) -> changes.Op:
    return "attach" if body.op == "attach" else "put"
