"""The official number of a case that began without one: added beside the provisional one."""

from village_desk import times
from village_desk.commands import numbers
from village_desk.commands.records import save_in
from village_desk.errors import Invalid, UserError
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Kind
from village_desk.queries.records import record_of
from village_desk.queries.reviews import state_of
from village_desk.session import Changes, Session
from village_desk.store import UnitOfWork

FIELD = "official_number"
_REASON = N_("sentences", "The official number came from the county after the case had a provisional one.")


def add(session: Session) -> Changes:
    """Give each case this desk numbered itself an official number (正式编号) from a block of the county.

    The provisional number stays, since papers bear it; a signed or approved case gets a supplement. A case
    that lies with its reviewer waits for the answer, which would else be one to an older text; one that the
    actor may not write waits for somebody who may; and all wait while no block is left.
    """
    changed: Changes = frozenset()
    if session.store.text_state("provisional_numbers", "0") == "0":
        return changed  # most desks never run out
    for register in session.profile.numbers:
        kind = KINDS[register]
        for record_id in _waiting(session, kind) if FIELD in kind.fields else ():
            changed |= _added(session, kind, record_id)
    return changed


def _waiting(session: Session, kind: Kind) -> list[bytes]:
    """Return the cases at home with a provisional number of this desk and no official one, oldest first.

    Those of another desk of the room are that desk's: two would give one case two numbers.
    """
    mine = numbers.devices(session.store)
    found: list[bytes] = []
    for device in mine:
        rows = session.store.query(
            f'SELECT "id" FROM "{kind.name}" WHERE "number" LIKE ? AND "{FIELD}" IS NULL '  # noqa: S608 - declared names
            'AND "archived" = 0 AND "scope" = ? ORDER BY "created_at", "id"',
            (numbers.PROVISIONAL.format(device=device, n="%"), session.store.unit_scope),
        )
        found += [bytes(row[0]) for row in rows]
    return found


def _added(session: Session, kind: Kind, record_id: bytes) -> Changes:
    try:
        with session.store.unit_of_work(session.actor, session.now()) as uow:
            _give(session, uow, kind, record_id)
    except UserError:  # what was drawn from the block is drawn no more
        return frozenset()
    return uow.touched


def _give(session: Session, uow: UnitOfWork, kind: Kind, record_id: bytes) -> None:
    row, this_year = uow.row(kind.name, record_id), times.legal_day(session.now()).year
    if row is None or state_of(session, kind.name, record_id).standing == "waiting":
        return
    begun = times.legal_day(record_of(kind, row).created_at).year
    year = next((one for one in (begun, this_year) if numbers.left(session, kind.name, one)), None)
    if year is None:
        return
    values = {FIELD: numbers.take(session, uow, kind.name, year)}
    problems = save_in(session, uow, kind.name, record_id, values, translated("sentences", _REASON))
    if problems:
        raise Invalid(problems)
