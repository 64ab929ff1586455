"""What a workflow step writes by itself at a desk: the day, who took it, and the line that keeps it."""

from village_desk import handling, ids, times
from village_desk.handling import Step
from village_desk.kinds import Values
from village_desk.queries.records import Record
from village_desk.session import Session
from village_desk.store import Birth, UnitOfWork


def step_of(session: Session, held: Record, move: str) -> Step:
    """Return the step `move` as the actor takes it now."""
    _day, _space, clock = times.local_text(session.now()).partition(" ")
    unit = session.store.text_state("unit_short_name") or session.store.unit_code
    today = times.legal_day(session.now())
    return Step(held.kind, held.state, move, session.actor.name, unit, today, clock)


def note_step(uow: UnitOfWork, held: Record, step: Step, after: Values) -> None:
    """Keep the step itself, in the same unit of work as the step."""
    kept = handling.line(step, held.id, after)
    if kept:
        kind, values = kept
        uow.put(kind, ids.new_id(), values, born=Birth(held.scope, held.class_, held.readers))
