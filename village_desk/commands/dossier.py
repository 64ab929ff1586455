"""Keeping what a bound dossier holds: the lines of its contents and how many pages it has."""

from collections.abc import Sequence

from village_desk import ids
from village_desk.commands.records import save_in
from village_desk.errors import Invalid
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import linked
from village_desk.session import NOTHING, Changes, Session


def keep_contents(session: Session, dossier_id: bytes, lines: Sequence[Values], pages: int) -> Changes:
    """Make `lines` the contents of a dossier of so many numbered pages; what is so already is not written.

    Raises:
        NotAllowed: The actor may not write the dossier, or it is approved.
        Invalid: A line does not fit.
    """
    kind = KINDS["dossier_paper"]
    held = linked(session, kind, dossier_id)
    before = [{name: one.values.get(name) for name in lines[0]} for one in held] if lines else []
    dossier = session.store.row("dossier", dossier_id)
    if before == list(lines) and dossier is not None and dossier["pages"] == pages:
        return NOTHING
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        problems = save_in(session, uow, "dossier", dossier_id, {"pages": pages})
        for place, line in enumerate(lines):
            record_id = held[place].id if place < len(held) else ids.new_id()
            values = {**line, **({} if place < len(held) else {"dossier": dossier_id})}
            problems += save_in(session, uow, kind.name, record_id, values)
        for one in held[len(lines) :]:
            uow.archive(kind.name, one.id)
        if problems:
            raise Invalid(problems)
    return uow.touched
