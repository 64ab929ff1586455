"""What was sent is stored the same by the short way and by the long one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk.ids import new_id
from village_desk.kinds import KINDS
from village_desk.store import bulk
from village_desk.tables import extra_text, stored_as_sent, stored_values

FITTING = {
    "text": st.text(min_size=1),
    "note": st.text(min_size=1),
    "choice": st.sampled_from(["a", "2"]),
    "day": st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["20261122", "2026-W47-7"]),
    "moment": st.integers(0, 2**62),
    "whole": st.integers(),
    "amount": st.integers(),
    "choices": st.lists(st.sampled_from(["b", "a", "ü"]), min_size=1),
    "yes_no": st.booleans(),
    "link": st.just(new_id().hex()),
}
ODD = st.none() | st.text(max_size=4) | st.integers() | st.booleans() | st.lists(st.integers() | st.text())


@st.composite
def sent(draw, odd=True):
    kind = KINDS[draw(st.sampled_from(sorted(KINDS)))]
    data = {}
    for name in draw(st.lists(st.sampled_from(sorted(kind.fields)), unique=True)):
        fitting = FITTING[kind.fields[name].face]
        data[name] = draw(fitting | ODD if odd else fitting)
    if odd and draw(st.booleans()):
        data[draw(st.sampled_from(["x_county", "from_a_newer_program"]))] = draw(ODD)
    return kind, data


@given(sent())
def test_the_short_way_stores_what_the_long_way_stores_or_leaves_it_to_it(one):
    kind, data = one
    view = bulk.shown(kind, data)
    short = stored_as_sent(kind, data)
    if short is not None:
        assert short == list(stored_values(kind, view).values())
        assert [type(value) for value in short] == [
            type(value) for value in stored_values(kind, view).values()
        ]
        assert extra_text(kind, view) is None


@given(sent(odd=False))
def test_what_fits_its_fields_goes_the_short_way(one):
    assert stored_as_sent(*one) is not None


@pytest.mark.parametrize("value", [1, True, ["a"], {"a": 1}])
def test_a_value_that_is_no_text_is_no_text(value):
    assert stored_as_sent(KINDS["person"], {"name": value}) is None
