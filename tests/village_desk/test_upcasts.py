"""Changes of older schema versions are read as today's, and never rewritten."""

import pytest

from village_desk.changes import Body
from village_desk.kinds import KINDS
from village_desk.upcasts import STEPS, upcast

STEPS_OF_A_TEST = {
    ("consultation", 1): lambda f: {
        "cause" if name == "reason" else name: value for name, value in f.items()
    },
    ("consultation", 2): lambda f: {**f, "channel": f.get("channel", "visit")},
}


def body(sv, f):
    at = {"n": 1, "g": 1, "r": "00" * 16, "s": "620702101201", "b": 0, "p": 0, "at": 0, "clock": None}
    return Body(**at, t="consultation", op="put", u="", grant="", sv=sv, f=f)


def test_an_old_change_goes_through_every_step_in_order():
    read = upcast(body(1, {"reason": "邻里"}), 3, STEPS_OF_A_TEST)
    assert (read.sv, read.f) == (3, {"cause": "邻里", "channel": "visit"})


def test_the_change_itself_stays_as_it_was():
    old = body(1, {"reason": "邻里"})
    upcast(old, 3, STEPS_OF_A_TEST)
    assert old.f == {"reason": "邻里"}


def test_a_change_of_today_is_read_as_it_stands():
    today = body(3, {"cause": "邻里"})
    assert upcast(today, 3) == today


def test_what_cannot_be_read_is_refused():
    with pytest.raises(KeyError):
        upcast(body(1, {}), 2, {})
    with pytest.raises(ValueError, match="newer"):
        upcast(body(3, {}), 2)


def test_every_kind_has_a_step_from_each_of_its_versions():
    for name, kind in KINDS.items():
        for version in range(1, kind.sv):
            assert (name, version) in STEPS
