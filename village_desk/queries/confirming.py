"""Whether the parties may still ask the court together to confirm their agreement (司法确认).

Only within 30 days from the day it takes effect (人民调解法 第三十三条). After them a court refuses,
so the application is no longer printed; one that was made in time stays a paper like any other.
"""

from datetime import date

from village_desk import times
from village_desk.errors import UserError
from village_desk.kinds import KINDS
from village_desk.queries import clock
from village_desk.queries.records import find, linked
from village_desk.session import Session

APPLICATION = "court_confirmation"
PERIOD = "joint_confirmation"
"""Of the profile."""
_AGREEMENTS = ("agreement", "oral_agreement")


def require_in_time(session: Session, application: bytes) -> None:
    """Pass when an application was made in time, or still can be.

    Where a case has several agreements the last to take effect counts; while a signature is missing, or the
    period stands still, there is time.

    Raises:
        UserError: "confirmation.late".
    """
    held = find(session, APPLICATION, application)
    case = held.values.get("case") if held else None
    if held is None or not isinstance(case, bytes):
        return
    agreements = [one for kind in _AGREEMENTS for one in linked(session, KINDS[kind], case)]
    periods = [period for one in agreements if (period := clock.as_it_ran(session, one, PERIOD)) is not None]
    last_days = [period.last_day for period in periods]
    if not periods or None in last_days:
        return
    last = max(day for day in last_days if day is not None)
    applied = held.values.get("applied_on")
    if (applied if isinstance(applied, date) else times.legal_day(session.now())) > last:
        raise UserError("confirmation.late", day=last.isoformat(), article=periods[0].deadline.article)
