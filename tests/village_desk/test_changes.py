"""The body of a change is written once, read strictly, and sums do not depend on empty fields."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import changes, crypto
from village_desk.changes import OPS, Body

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
VALUE = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT | st.lists(TEXT, max_size=3)
BODY_OF = partial(
    st.builds,
    Body,
    n=st.integers(1, 2**40),
    g=st.integers(1, 2**40),
    r=st.binary(min_size=16, max_size=16).map(bytes.hex),
    t=st.just("consultation"),
    s=st.just("620702101201"),
    b=st.integers(0, 99),
    p=st.integers(0, 99),
    u=st.just(""),
    grant=st.just(""),
    sv=st.integers(1, 9),
    at=st.integers(0, 2**42),
    clock=st.none() | st.integers(-(2**40), 2**40),
    f=st.dictionaries(TEXT, VALUE, max_size=4),
)
USUAL = BODY_OF(op=st.sampled_from([op for op in OPS if op != "altered"]))
STATEMENT = BODY_OF(op=st.just("altered"), was=st.tuples(TEXT, TEXT, TEXT))
"""What says that a change was altered carries what stood there; no other body does."""
BODY = USUAL | STATEMENT


@given(BODY)
def test_a_body_survives_its_bytes_and_has_one_spelling(body):
    raw = changes.encode(body)
    assert changes.decode(raw) == body
    assert changes.encode(changes.decode(raw)) == raw


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{}",
        b'{"n":1}',
        b"\xff",
        b'{"n":1,"n":2}',
        b"[" * 200_000,
        b'{"a":' + b"9" * 5_000 + b"}",
    ],
)
def test_nonsense_is_no_body(raw):
    with pytest.raises(crypto.CryptoTrouble, match=r"^crypto.json_invalid$"):
        changes.decode(raw)


@given(BODY, st.sampled_from(["n", "g", "r", "op", "f", "at", "clock"]))
def test_a_body_with_one_value_of_another_type_is_refused(body, key):
    data = crypto.read_json(changes.encode(body)) | {key: ["not this"]}
    with pytest.raises(crypto.CryptoTrouble):
        changes.decode(crypto.canonical(data))


@given(st.dictionaries(TEXT, VALUE, max_size=5), st.integers(0, 99))
def test_fields_that_are_empty_do_not_count_in_the_sum(data, ver):
    filled = {name: value for name, value in data.items() if value not in (None, "", [])}
    assert changes.state_sum(b"r" * 16, ver, data) == changes.state_sum(b"r" * 16, ver, filled)


def test_the_sum_tells_versions_records_and_values_apart():
    sums = {
        changes.state_sum(b"r" * 16, 1, {"a": "x"}),
        changes.state_sum(b"r" * 16, 2, {"a": "x"}),
        changes.state_sum(b"s" * 16, 1, {"a": "x"}),
        changes.state_sum(b"r" * 16, 1, {"a": "y"}),
    }
    assert len(sums) == 4
