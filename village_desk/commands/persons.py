"""Two entries of one person become one, and two again; who lives together; what proves a priority group.

Nothing is rewritten: a merged entry carries a link to the one that stands, records and papers keep their own
link and their copy, and whoever asks for a person asks for all entries. So a merge is undone by one change,
and desks that merge at the same time lose nothing (design: merge and un-merge are changes).
"""

from village_desk.errors import NotAllowed, UserError
from village_desk.kinds import KINDS
from village_desk.queries.persons import entries_of
from village_desk.queries.records import Record, may_read, record_of, target
from village_desk.session import Changes, Session
from village_desk.store import UnitOfWork

_KIND = "person"


def merge(session: Session, person_id: bytes, into: bytes) -> Changes:
    """Let the entry `person_id` stand for the person `into` from now on.

    What the standing entry lacks is not filled in: whoever merges sees both, and copies what is right.

    Raises:
        UserError: "record.gone"; "person.same": both are entries of one person already.
        NotAllowed: The actor may not write one of them.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        one, other = _writable(session, uow, person_id), _writable(session, uow, into)
        standing, entries = entries_of(session, other.id)[0], entries_of(session, one.id)
        if standing in entries:
            raise UserError("person.same")
        own = _writable(session, uow, entries[0])
        uow.put(_KIND, own.id, {"merged_into": standing})
    return uow.touched


def unmerge(session: Session, person_id: bytes) -> Changes:
    """Let a merged entry stand for itself again; everything that names it names it still.

    Raises:
        UserError: "record.gone"; "person.not_merged".
        NotAllowed: The actor may not write it.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        held = _writable(session, uow, person_id)
        if not held.values.get("merged_into"):
            raise UserError("person.not_merged")
        uow.put(_KIND, person_id, {"merged_into": None})
    return uow.touched


def join_household(session: Session, person_id: bytes, head: bytes | None) -> Changes:
    """Note that a person lives in the household of `head`, or with None in none that is known.

    Whose head is a member elsewhere joins that household: a household has one head.

    Raises:
        UserError: "record.gone"; "person.same": nobody is the head of somebody else's and their own.
        NotAllowed: The actor may not write the person.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        held = _writable(session, uow, person_id)
        if head is not None:
            row = uow.row(_KIND, head)
            above = row["household"] if row else None
            head = bytes(above) if above else head
            if head in entries_of(session, held.id):
                raise UserError("person.same")
        uow.put(_KIND, person_id, {"household": head})
    return uow.touched


def add_proved_group(uow: UnitOfWork, values: object) -> None:
    """Put the group that a proof shows among the groups of its person, in the same unit of work."""
    proof = values if isinstance(values, dict) else {}
    person_id, group = proof.get("person"), proof.get("group")
    row = uow.row(_KIND, person_id) if isinstance(person_id, bytes) else None
    if row is None or not group:
        return
    held = record_of(KINDS[_KIND], row).values.get("groups")
    groups = held if isinstance(held, tuple) else ()
    if group not in groups:
        uow.put(_KIND, bytes(row["id"]), {"groups": (*groups, str(group))})


def _writable(session: Session, uow: UnitOfWork, person_id: bytes) -> Record:
    row = uow.row(_KIND, person_id)
    if row is None:
        raise UserError("record.gone")
    held = record_of(KINDS[_KIND], row)
    if not may_read(session, held):
        raise NotAllowed("rights.no_write")
    session.actor.require("write", target(session, held))
    return held
