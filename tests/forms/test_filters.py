"""How values are written on paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import filters
from forms.filters import DIGITS

AMOUNTS = {
    0: "零元整",
    5: "伍分",
    50: "伍角整",
    100: "壹元整",
    105: "壹元零伍分",
    123_456: "壹仟贰佰叁拾肆元伍角陆分",
    280_000: "贰仟捌佰元整",
    1_000_500: "壹万零伍元整",
    10_010_000: "壹拾万零壹佰元整",
    10_100_000: "壹拾万壹仟元整",
    1_000_000_000: "壹仟万元整",
    10_000_000_100: "壹亿零壹元整",
    10_203_040_506: "壹亿零贰佰零叁万零肆佰零伍元零陆分",
    -100: "负壹元整",
}


@pytest.mark.parametrize(("fen", "text"), AMOUNTS.items())
def test_amounts_are_written_in_capital_numerals(fen, text):
    assert filters.capital(fen) == text


@given(st.integers(1, 10**13))
def test_capital_numerals_can_be_read_back(fen):
    assert read_capital(filters.capital(fen)) == fen


def read_capital(text: str) -> int:
    yuan, mark, rest = text.partition("元") if "元" in text else ("", "", text)
    del mark
    total = section = digit = 0
    for character in yuan:
        if character in DIGITS:
            digit = DIGITS.index(character)
        elif character in "拾佰仟":
            section += digit * 10 ** ("拾佰仟".index(character) + 1)
            digit = 0
        elif character == "万":
            total += (section + digit) * 10_000
            section = digit = 0
        elif character == "亿":
            total = (total + section + digit) * 10**8
            section = digit = 0
    fen = (total + section + digit) * 100
    for place, worth in (("角", 10), ("分", 1)):
        if place in rest:
            fen += DIGITS.index(rest[rest.index(place) - 1]) * worth
    return fen


def test_days_are_written_the_chinese_way_and_missing_ones_leave_a_blank():
    day = date(2026, 1, 5)
    assert filters.chinese_date(day) == "2026年1月5日"
    assert filters.chinese_month(day) == "2026年1月"
    assert filters.chinese_date(None).split() == ["年", "月", "日"]
    assert filters.chinese_moment(1_795_230_000_000) == "2026年11月21日11时00分"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13812345678", "138****5678"),
        ("11010519491231002X", "1101**********002X"),
        ("8612", "****"),
        ("", ""),
    ],
)
def test_the_middle_of_a_masked_number_cannot_be_read(number, shown):
    assert filters.masked(number) == shown


@given(st.integers(0, 10**13))
def test_yuan_lose_no_fen(fen):
    assert round(float(filters.plain_yuan(fen)) * 100) == fen
    assert filters.yuan(123_400) == "1,234.00"


def test_paragraphs_are_indented_once():
    assert filters.paragraphs("一\n　　二\n\n三") == "　　一\n　　二\n\n　　三"
