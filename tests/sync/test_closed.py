"""A desk that hears nothing from its county for too long closes, where the county wants that."""

from dataclasses import replace

import pytest

from county_server import bundle_cli
from sync.sticks import stick
from tests.sync.test_bundles import put_on
from village_desk import profile
from village_desk.commands import records
from village_desk.ids import new_id
from village_desk.queries import closed
from village_desk.store import outbox

KIND = "consultation"
DAY = 86_400_000
COUNTY_WANTS = replace(profile.load(), parameters={"lapse_without_contact_days": 30})


def write(desk):
    records.save(desk.session, KIND, new_id(), {"name": "[练习]甲"})


def why(desk, clock, wants=COUNTY_WANTS):
    return closed.why_closed(desk.store, desk.session.actor.user, wants, clock())


def test_without_contact_a_desk_warns_then_closes_keeps_everything_and_opens_with_the_next_round(
    desk_at, clock
):
    desk = desk_at()
    desk.sync()
    write(desk)
    clock.now += 24 * DAY
    assert (why(desk, clock), closed.days_left(desk.store, COUNTY_WANTS, clock())) == ("", 6)
    assert closed.days_left(desk.store, COUNTY_WANTS, clock()) <= closed.WARN_DAYS
    clock.now += 7 * DAY
    assert why(desk, clock) == "gate.lapsed"
    assert outbox.waiting(desk.store) == 1
    assert desk.sync().pushed == 1
    assert (why(desk, clock), closed.days_left(desk.store, COUNTY_WANTS, clock())) == ("", 30)


def test_an_answer_by_stick_is_contact_and_a_clock_set_back_gives_no_day(county, desk_at, clock, tmp_path):
    desk = desk_at()
    desk.sync()
    write(desk)
    clock.now += 29 * DAY
    put_on(desk, tmp_path)
    bundle_cli.taken_in(county, [tmp_path], tmp_path)
    stick.read(desk.store, tmp_path, clock)
    assert closed.days_left(desk.store, COUNTY_WANTS, clock()) == 30
    clock.now += 31 * DAY
    assert why(desk, clock) == "gate.lapsed"
    clock.now -= 60 * DAY
    assert closed.days_left(desk.store, COUNTY_WANTS, clock()) == 30  # and no day more


@pytest.mark.parametrize("days", [0, None])
def test_no_desk_closes_where_the_county_wants_no_such(desk_at, clock, days):
    desk = desk_at()
    desk.sync()
    clock.now += 5_000 * DAY
    wants = replace(profile.load(), parameters={} if days is None else {"lapse_without_contact_days": days})
    assert (why(desk, clock, wants), closed.days_left(desk.store, wants, clock())) == ("", None)
    assert why(desk, clock, profile.load()) == ""
