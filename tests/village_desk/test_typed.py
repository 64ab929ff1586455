"""Days, numbers and money as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk.typed import amount_text, names_text, read_amount, read_day, read_names, read_whole

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20261105", date(2026, 11, 5)),
        ("2026-11-05", date(2026, 11, 5)),
        ("2026年11月5日", date(2026, 11, 5)),
        ("２０２６１１０５", date(2026, 11, 5)),
        ("11-5", date(2026, 11, 5)),
        ("今天", TODAY),
        ("昨天", TODAY - timedelta(days=1)),
        ("+7", TODAY + timedelta(days=7)),
        ("-3", TODAY - timedelta(days=3)),
        ("20260231", None),
        ("上个月", None),
        ("123456", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed, meant):
    assert read_day(typed, TODAY) == meant


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_from_eight_digits_and_from_how_it_is_shown(day):
    assert read_day(f"{day:%Y%m%d}", TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day


@given(st.integers(0, 9_999_999_999_999))
def test_every_amount_is_read_back_from_how_it_is_shown(fen):
    assert read_amount(amount_text(fen)) == fen


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1200", 120_000),
        ("1,200.5 元", 120_050),
        ("1.2万", 1_200_000),
        ("0.001", None),
        ("很多", None),
        ("nan", None),
    ],
)
def test_an_amount_is_read_in_yuan(typed, fen):
    assert read_amount(typed) == fen


@pytest.mark.parametrize(("typed", "number"), [("52", 52), ("１２", 12), ("1,000", 1000), ("五十", None)])
def test_a_whole_number_is_read_in_any_digits(typed, number):
    assert read_whole(typed) == number


NAMES = st.lists(st.text("张李王𬭎龘·", min_size=1, max_size=12), max_size=90)


@given(NAMES, st.integers(20, 200))
def test_a_line_of_names_fits_and_ends_after_a_whole_name(names, most):
    line = names_text(names, most)
    assert len(line) <= most
    kept, _more, count = line.rpartition("等")
    if line == "、".join(names):
        assert list(read_names(line)) == names
    else:
        assert count == f"{len(names)}人"
        assert list(read_names(kept)) == names[: len(read_names(kept))]


@pytest.mark.parametrize("line", ["张三、李四", "张三，李四", " 张三  李四", "张三；李四、"])
def test_names_in_one_line_are_read(line):
    assert read_names(line) == ("张三", "李四")


def test_no_names_are_none():
    assert read_names(None) == read_names("  ") == ()
