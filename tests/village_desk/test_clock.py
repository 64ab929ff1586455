"""The legal clock: every period against days counted by hand, what stops it, what must be reported first."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import deadlines, ids, profile, times
from village_desk.commands import moves, records
from village_desk.errors import Invalid
from village_desk.kinds import KINDS, children_of
from village_desk.queries import clock, today
from village_desk.queries.records import find, record

with (Path(__file__).parent / "periods.csv").open(encoding="utf-8", newline="") as opened:
    BY_HAND = list(csv.DictReader(opened))
"""Last days counted on a calendar by hand, with the State Council's holidays of 2024, 2025 and 2026."""


def read(kind, text):
    values = dict(pair.split("=") for pair in text.split())
    return {
        name: date.fromisoformat(value) if KINDS[kind].fields[name].face == "day" else value
        for name, value in values.items()
    }


def changes_of(text, period):
    for one in text.split("|") if text else ():
        change, *days = one.split()
        first, last = [date.fromisoformat(day) for day in days], None
        if change == "extend":
            yield {"period": period, "change": change, "until_on": first[0], "agreed_by": "双方签字"}
        else:
            last = first[1] if len(first) > 1 else None
            yield {"period": period, "change": change, "from_on": first[0], "until_on": last}


def put(session, kind, values, case=None):
    made = ids.new_id()
    parent = {KINDS[kind].parent: case} if KINDS[kind].parent else {}
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put(kind, made, values | parent)
    return made


def last_day_of(session, row):
    kind = row["kind"]
    case = put(session, "mediation_case", {"title": "[练习]"}) if KINDS[kind].parent else None
    held = put(session, kind, read(kind, row["values"]), case)
    for fact in row["case"].split():
        name, _is, value = fact.partition("=")
        other, _dot, field = name.partition(".")
        put(session, other, {field: value}, case)
    for change in changes_of(row["changes"], row["period"]):
        put(session, "period_change", change | {"reason": "鉴定"}, case or held)
    found = clock.of_record(session, find(session, kind, held))
    (period,) = [one for one in found if one.deadline.name == row["period"]]
    assert period.deadline.article
    return str(period.last_day or "")


@pytest.mark.requirement("R088")
def test_every_period_ends_on_the_day_that_was_counted_by_hand(session):
    wrong = [
        (place, row["period"], row["why"], row["last_day"], found)
        for place, row in enumerate(BY_HAND, 2)
        if (found := last_day_of(session, row)) != row["last_day"]
    ]
    assert wrong == []


@given(st.dates(date(1999, 1, 1), date(2060, 12, 31)), st.integers(-400, 4_000))
def test_working_days_that_have_passed_are_those_counted_one_by_one(start, days):
    until = start + timedelta(days)
    period = next(one for one in profile.load().deadlines if one.unit == "working_day")
    one_by_one = [start + timedelta(number) for number in range(1, days + 1)]
    worked = sum(map(deadlines.is_working_day, one_by_one))
    assert deadlines.days_passed(period, start, until) == worked


def test_the_table_by_hand_is_long_enough_and_speaks_of_every_period_of_a_case(session):
    assert len(BY_HAND) >= 40
    ours = {"mediation_case", *(kind.name for kind in children_of("mediation_case"))}
    known = {one.name for one in session.profile.deadlines if one.kind in ours}
    assert known <= {row["period"] for row in BY_HAND}


@pytest.fixture
def case(session):
    """A case accepted ten days ago, with two parties."""
    made = ids.new_id()
    day = times.legal_day(session.now())
    values = {
        "title": "[练习]相邻用水",
        "source": "application",
        "dispute_type": "02",
        "facts": "浇水先后争执",
        "applied_on": date(2026, 11, 10),
        "accepted_on": date(2026, 11, 11),
        "mediator": "[练习]王桂兰",
    }
    assert day == date(2026, 11, 21)
    records.save(session, "mediation_case", made, values)
    for side, name in (("applicant", "[练习]赵龘"), ("respondent", "[练习]陈𬭎")):
        records.save(session, "case_party", ids.new_id(), {"case": made, "side": side, "name": name})
    moves.make(session, "mediation_case", made, "accept")
    return made


def change(session, case, **values):
    made = ids.new_id()
    records.save(session, "period_change", made, {"case": case, "period": "mediation_period"} | values)
    return made


def the_period(session, case):
    found = clock.of_case(session, record(session, "mediation_case", case))
    return next(one for one in found if one.deadline.name == "mediation_period")


def tasks(session):
    return [task.what for task in today.tasks(session)]


def test_a_case_shows_what_was_counted_and_today_leads_to_it(session, case):
    period = the_period(session, case)
    assert (period.last_day, period.passed, period.paused) == (date(2026, 12, 11), 10, 0)
    assert tasks(session) == ["deadline.mediation_period"]


def test_a_period_that_stands_still_is_on_nobodys_list_and_says_since_when(session, case):
    change(session, case, change="pause", from_on=date(2026, 11, 16), reason="司法鉴定")
    period = the_period(session, case)
    assert (period.last_day, period.passed, period.paused) == (None, 4, 6)
    assert period.paused_since == date(2026, 11, 16)
    assert tasks(session) == []


@pytest.mark.requirement("R145")
def test_a_period_is_muted_only_with_a_reason_and_says_who_muted_it(session, case):
    made = change(session, case, change="mute", decided_by="[练习]王桂兰")
    assert tasks(session) == ["deadline.mediation_period"], "nobody has said why"
    records.save(session, "period_change", made, {"reason": "双方已自行商定，等书面材料"})
    assert tasks(session) == []
    period = the_period(session, case)
    assert (period.muted, period.changed_by) == ("双方已自行商定，等书面材料", "[练习]王桂兰")
    records.archive(session, "period_change", made)
    assert tasks(session) == ["deadline.mediation_period"]


def test_an_extension_counts_once_it_says_how_the_parties_agreed(session, case):
    made = change(session, case, change="extend", until_on=date(2027, 1, 15), reason="等鉴定意见")
    assert the_period(session, case).last_day == date(2026, 12, 11)
    records.save(session, "period_change", made, {"agreed_by": "双方同意延期书"})
    period = the_period(session, case)
    assert (period.last_day, period.extended) == (date(2027, 1, 15), True)


def test_a_period_the_law_fixes_is_neither_paused_nor_extended_and_the_article_is_named(session, case):
    for kind, code in (("pause", "period.no_pause"), ("extend", "period.no_extension")):
        with pytest.raises(Invalid) as caught:
            change(session, case, period="joint_confirmation", change=kind)
        (problem,) = caught.value.problems
        assert (problem.field, problem.code) == ("change", code)
        assert problem.details["article"] == "人民调解法 第三十三条"
    with pytest.raises(Invalid) as caught:
        change(session, case, change="pause", from_on=date(2026, 11, 16), until_on=date(2026, 11, 15))
    assert [one.code for one in caught.value.problems] == ["period.order"]


def test_an_agreement_binds_from_the_last_of_all_signatures_and_the_seal(session, case):
    agreed = {"case": case, "signed_on": date(2026, 11, 12), "sealed_on": date(2026, 11, 13)}
    records.save(session, "agreement", ids.new_id(), agreed)

    def confirmed_until():
        found = clock.of_case(session, record(session, "mediation_case", case))
        return next((one.last_day for one in found if one.deadline.name == "joint_confirmation"), None)

    assert confirmed_until() == date(2026, 12, 14), "13 December is a Sunday"
    parties = [bytes(row["id"]) for row in session.store.rows("case_party", '"case" = ?', (case,))]
    records.save(session, "case_party", parties[0], {"signed_on": date(2026, 11, 12)})
    assert confirmed_until() is None, "one of the two has not signed"
    records.save(session, "case_party", parties[1], {"signed_on": date(2026, 11, 16)})
    assert confirmed_until() == date(2026, 12, 16)


def test_what_must_be_reported_comes_before_everything_and_stops_the_case_until_it_is(session, case):
    report = ids.new_id()
    seen = {"case": case, "duty": "family_violence", "found_on": date(2026, 11, 20)}
    records.save(session, "duty_report", report, seen)
    first = today.tasks(session)[0]
    assert (first.what, first.article, first.urgency) == ("duty", "反家庭暴力法 第十四条", "overdue")
    ending = {"end_reason": "apart", "told_remedies": True}
    for move in ("withdraw", "fail"):
        with pytest.raises(Invalid) as caught:
            moves.make(session, "mediation_case", case, move, ending)
        (problem,) = caught.value.problems
        assert (problem.code, problem.details["article"]) == ("case.duty_open", "反家庭暴力法 第十四条")
    told = {"reported_on": date(2026, 11, 20), "reported_to": ("police",), "receipt": "甘公接〔2026〕12号"}
    records.save(session, "duty_report", report, told)
    assert "duty" not in tasks(session)
    moves.make(session, "mediation_case", case, "fail", ending)


def test_a_suspicion_without_ground_is_answered_with_how_that_was_found_out(session, case):
    report = ids.new_id()
    records.save(session, "duty_report", report, {"case": case, "duty": "minor"})
    records.save(session, "duty_report", report, {"unfounded": "与村小学和监护人核实，未受侵害"})
    moves.make(session, "mediation_case", case, "withdraw")
    assert "duty" not in tasks(session)
