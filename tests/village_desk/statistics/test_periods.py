"""Periods: named as reports are headed, one after the other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk.statistics import Period, after, before, period_of


@pytest.mark.parametrize(
    ("span", "day", "first", "last", "name"),
    [
        ("month", date(2028, 2, 9), date(2028, 2, 1), date(2028, 2, 29), "2028年2月"),
        ("quarter", date(2026, 11, 21), date(2026, 10, 1), date(2026, 12, 31), "2026年第四季度"),
        ("half", date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30), "2026年上半年"),
        ("half", date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31), "2026年下半年"),
        ("year", date(2026, 7, 1), date(2026, 1, 1), date(2026, 12, 31), "2026年"),
    ],
)
def test_a_period_has_its_days_and_the_name_a_report_bears(span, day, first, last, name):
    period = period_of(span, day)
    assert (period, period.name) == (Period(first, last), name)


def test_any_two_days_are_named_as_they_are():
    assert Period(date(2026, 1, 5), date(2026, 3, 8)).name == "2026年1月5日至2026年3月8日"


@given(st.sampled_from(["month", "quarter", "half", "year"]), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_periods_follow_each_other_without_gap(span, day):
    period = period_of(span, day)
    assert period.first <= day <= period.last
    assert before(span, after(span, period)) == period
    assert (after(span, period).first - period.last).days == 1
    assert all(period.first <= month <= period.last for month in period.months())
