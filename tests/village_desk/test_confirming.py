"""The joint application to the court is made within the period of 人民调解法 第三十三条, or not at all."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.village_desk import cases
from tests.village_desk.cases import day
from village_desk.commands import records
from village_desk.errors import UserError
from village_desk.queries.confirming import require_in_time

LAST = day(11, 16)
"""The agreement of `cases` takes effect on 2026-10-15; the thirtieth day after it is a Saturday."""


def on(session, legal: date):
    """The session at noon of a day in China."""
    noon = datetime(legal.year, legal.month, legal.day, 4, tzinfo=UTC)
    return replace(session, clock=lambda: int(noon.timestamp() * 1000))


def applied(session, **values):
    made = cases.finished(session)
    return made, cases.add(session, made, "court_confirmation", {"court": "甘州区人民法院", **values})


def test_it_can_be_made_until_the_last_day_and_not_after(session):
    _made, application = applied(session)
    require_in_time(on(session, LAST), application)
    with pytest.raises(UserError) as refused:
        require_in_time(on(session, day(11, 17)), application)
    assert refused.value.code == "confirmation.late"
    assert refused.value.details == {"day": "2026-11-16", "article": "人民调解法 第三十三条"}


def test_one_that_was_made_in_time_stays_a_paper_and_one_made_late_is_none(session):
    _made, application = applied(session, applied_on=LAST)
    require_in_time(on(session, day(12, 31)), application)
    records.save(session, "court_confirmation", application, {"applied_on": day(11, 17)})
    with pytest.raises(UserError):
        require_in_time(on(session, day(12, 31)), application)


def test_while_a_signature_is_missing_there_is_time(session):
    made, application = applied(session)
    records.save(session, "agreement", made.one("agreement"), {"sealed_on": None}, "尚未盖章")
    require_in_time(on(session, day(12, 31)), application)


def test_an_application_that_is_not_saved_yet_is_not_refused(session):
    require_in_time(session, bytes(16))
