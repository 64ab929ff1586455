"""Changes of a signed or approved text: kept with their reason, never unnoticed (docs/decisions/0019)."""

from collections.abc import Mapping, Sequence

from village_desk import ids
from village_desk.commands.beside import beside, put_fitting
from village_desk.crypto import canonical
from village_desk.errors import NotAllowed
from village_desk.kinds import KINDS
from village_desk.queries.records import Record
from village_desk.queries.signed import standing
from village_desk.session import Session
from village_desk.store import UnitOfWork


def note(
    session: Session, uow: UnitOfWork, held: Record, entered: Mapping[str, object], reason: str = ""
) -> None:
    """Write a supplement for every signed sheet whose text the values `entered` would change; none, nothing.

    Raises:
        NotAllowed: "record.signed", with the names of the `fields`: there is no reason.
        Invalid: The reason is too long.
    """
    changed = [name for name, value in entered.items() if value != held.values.get(name)]
    if not changed:
        return
    signed = standing(session, KINDS[held.kind], held.id, held.values)
    by_sheet: dict[bytes, list[str]] = {}
    for name in changed:
        if name in signed:
            by_sheet.setdefault(signed[name], []).append(name)
    if by_sheet and not reason.strip():
        raise NotAllowed(
            "record.signed", fields=sorted(name for names in by_sheet.values() for name in names)
        )
    for sheet_id, names in by_sheet.items():
        _put(session, uow, held, names, {"sheet": sheet_id, "reason": reason})


def note_approved(
    session: Session,
    uow: UnitOfWork,
    held: Record,
    entered: Mapping[str, object],
    said: tuple[bytes, str],
) -> None:
    """Write a supplement to an approved text; `said` is the id of the approved submission, and the reason.

    Raises:
        NotAllowed: "record.locked", with the names of the `fields`: there is no reason.
        Invalid: The reason is too long.
    """
    submission_id, reason = said
    changed = [name for name, value in entered.items() if value != held.values.get(name)]
    if changed and not reason.strip():
        raise NotAllowed("record.locked", fields=sorted(changed))
    if changed:
        _put(session, uow, held, changed, {"submission": submission_id, "reason": reason})


def _put(
    session: Session, uow: UnitOfWork, held: Record, names: Sequence[str], said: Mapping[str, object]
) -> None:
    values: dict[str, object] = {
        **said,
        "record_kind": held.kind,
        "record_id": held.id.hex(),
        "changed": canonical(sorted(names)).decode(),
        "reason": str(said["reason"]).strip(),
        "made_by": session.actor.name,
    }
    put_fitting(uow, "supplement", ids.new_id(), values, beside(held))
