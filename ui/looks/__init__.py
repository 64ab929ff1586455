"""How every kind that has a page of its own is shown."""

from ui.looks import (
    adviser,
    aid_course,
    casework,
    consultations,
    directory,
    helpers,
    ledger,
    legal_aid,
    legal_clock,
    mediation,
    oversight,
    persons,
    prevention,
    public_work,
    referrals,
    registers,
    subsidy,
    typical,
)
from ui.looks.look import Look

__all__ = ["LOOKS", "Look"]

LOOKS: dict[str, Look] = {
    **persons.LOOKS,
    **consultations.LOOKS,
    **mediation.LOOKS,
    **casework.LOOKS,
    **legal_clock.LOOKS,
    **ledger.LOOKS,
    **legal_aid.LOOKS,
    **aid_course.LOOKS,
    **prevention.LOOKS,
    **referrals.LOOKS,
    **registers.LOOKS,
    **subsidy.LOOKS,
    **adviser.LOOKS,
    **typical.LOOKS,
    **public_work.LOOKS,
    **helpers.LOOKS,
    **directory.LOOKS,
    **oversight.LOOKS,
}
"""By the name of the kind."""
