"""Which units work with the program: last record, last contact, and what for."""

import pytest

from county_server import accounts
from county_server.web import activity
from tests.county_server.conftest import NEIGHBOUR, VILLAGE
from village_desk import i18n

pytestmark = pytest.mark.county
DAY_MS = 86_400_000


@pytest.fixture(autouse=True)
def _source_texts(monkeypatch):
    monkeypatch.setattr(i18n, "_translate", [lambda _context, text: text])


@pytest.mark.requirement("R087")
def test_the_county_sees_when_each_unit_last_sent_a_record_and_what_it_uses(here, new_desk, signed_in):
    for code, name in ((VILLAGE, "[练习]乌江村"), (NEIGHBOUR, "[练习]邻村")):
        accounts.add_unit(here, code, name)
    desk = new_desk()
    desk.write({"name": "[练习]马某"})
    desk.write({"topic": "[练习]反诈宣传"}, kind="publicity_activity")
    desk.push()
    silent, busy = (one for one in activity.look(here) if one.code in (VILLAGE, NEIGHBOUR))
    assert (silent.code, silent.last, silent.used) == (NEIGHBOUR, 0, ())
    assert (busy.code, busy.used) == (VILLAGE, ("Consultation", "Publicity activity"))
    assert 0 < busy.last <= here.clock()
    text = signed_in().get("/web/activity").text
    assert text.index("[练习]邻村") < text.index("[练习]乌江村")


def test_what_was_used_long_ago_is_not_said_to_be_used(here, new_desk):
    desk = new_desk()
    desk.write({"name": "[练习]马某"})
    desk.push()
    here.clock.now += (activity.DAYS + 1) * DAY_MS
    (one,) = (one for one in activity.look(here) if one.code == VILLAGE)
    assert one.last
    assert one.used == ()
