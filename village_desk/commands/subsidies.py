"""Putting the cases of a period into a claim for the subsidy (以案定补)."""

from collections.abc import Sequence

from village_desk import ids
from village_desk.commands.records import refuse_locked
from village_desk.errors import UserError
from village_desk.kinds import KINDS
from village_desk.queries import subsidies
from village_desk.queries.records import linked, record_of, target
from village_desk.queries.subsidies import Candidate
from village_desk.session import Changes, Session
from village_desk.store import Birth


def fill(session: Session, claim_id: bytes) -> tuple[Changes, Sequence[Candidate]]:
    """Put every case that may be claimed into a claim, and its count and sum; return those left out.

    A case whose amount the county has not said counts as nothing in the sum, and of such cases alone there is
    no sum. What a person has changed in lines that are there already stays.

    Raises:
        UserError: "record.gone"; "subsidy.period": the claim says no mediator or no period.
        NotAllowed: The actor may not write the claim; "record.locked": the township has approved it.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        row = uow.row("subsidy_claim", claim_id)
        if row is None:
            raise UserError("record.gone")
        claim = record_of(session.profile.kind("subsidy_claim"), row)
        session.actor.require("write", target(session, claim))
        refuse_locked(session, KINDS[claim.kind], claim.id, claim.values)
        if not all(claim.values.get(name) for name in ("mediator", "since", "until")):
            raise UserError("subsidy.period")
        found = subsidies.candidates(session, claim)
        held = linked(session, KINDS["claimed_case"], claim.id)
        place = len(held)
        born = Birth(claim.scope, claim.class_, claim.readers)
        for one in found:
            if not one.reasons:
                place += 1
                line = {**one.line, "claim": claim.id, "order": place}
                uow.put("claimed_case", ids.new_id(), line, born=born)
        lines = linked(session, KINDS["claimed_case"], claim.id)
        amounts = [each for one in lines if isinstance(each := one.values.get("amount"), int)]
        counted = {"cases": len(lines), "total": sum(amounts) if amounts else None}
        uow.put("subsidy_claim", claim.id, counted)
    return uow.touched, [one for one in found if one.reasons]
