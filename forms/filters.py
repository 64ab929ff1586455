"""How values are written on paper: dates, money, masks, options.

A filter takes the value as it is so far and its arguments. Those that need more than the value (the day of
the document, another field, the code list) are in `forms.values`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from village_desk.times import CHINA

DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")

BLANK_DATE = "　　　年　　月　　日"
BLANK_MONTH = "　　年　　月"

MASK_LONG = 12
MASK_SHORT = 7


@dataclass(frozen=True, slots=True)
class Option:
    """One choice on paper and whether it is taken."""

    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Options:
    """A row of choices.

    `box` draws a tick box before each, `list` too and puts each on a line of its own, `mark` draws a tick
    after the chosen ones, `strike` strikes out the others.
    """

    style: Literal["box", "list", "mark", "strike"]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Boxes:
    """A number written into `count` separate boxes (身份证号 18 格)."""

    count: int
    text: str


def chinese_date(value: object) -> str:
    """Return a day as 2026年11月21日, or a blank to be filled by hand."""
    return f"{value.year}年{value.month}月{value.day}日" if isinstance(value, date) else BLANK_DATE


def chinese_month(value: object) -> str:
    """Return the month of a day as 1968年3月, or a blank."""
    return f"{value.year}年{value.month}月" if isinstance(value, date) else BLANK_MONTH


def chinese_moment(value: int) -> str:
    """Return UTC milliseconds as 2026年11月21日15时04分, in UTC+8."""
    when = datetime.fromtimestamp(value / 1000, tz=CHINA)
    return f"{when.year}年{when.month}月{when.day}日{when.hour}时{when.minute:02d}分"


def clock(value: object) -> str:
    """Return UTC milliseconds as the time of the day, 15:04, in UTC+8."""
    if not isinstance(value, int):
        return ""
    when = datetime.fromtimestamp(value / 1000, tz=CHINA)
    return f"{when.hour}:{when.minute:02d}"


def hours(minutes: object) -> str:
    """Return minutes as hours with one decimal at most: 90 → 1.5, 240 → 4; a begun tenth does not count."""
    if not isinstance(minutes, int):
        return ""
    whole, rest = divmod(minutes * 10 // 60, 10)
    return f"{whole}.{rest}" if rest else str(whole)


def plain_yuan(fen: int) -> str:
    """Return fen as yuan without needless decimals: 320000 → 3200, 5 → 0.05."""
    sign = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan}.{rest:02d}" if rest else f"{sign}{yuan}"


def yuan(fen: int) -> str:
    """Return fen as yuan with thousands separators and two decimals: 1,234.00."""
    return f"{fen / 100:,.2f}" if abs(fen) < 10**15 else f"{plain_yuan(fen)}"


def capital(fen: int) -> str:
    """Return fen in capital numerals (大写金额): 壹仟贰佰叁拾肆元伍角陆分.

    Source: 票据法 第八条 and 正确填写票据和结算凭证的基本规定: 元 is followed by 整 when nothing follows,
    zeros in between are read once, a missing 角 before 分 is read 零.
    """
    yuan_part, rest = divmod(abs(fen), 100)
    jiao, cents = divmod(rest, 10)
    text = "负" if fen < 0 else ""
    if yuan_part:
        text += _whole_capital(yuan_part) + "元"
    if not rest:
        return (text if yuan_part else text + "零元") + "整"
    if jiao:
        text += DIGITS[jiao] + "角"
    elif yuan_part:
        text += "零"
    return text + (DIGITS[cents] + "分" if cents else "整")


def _whole_capital(value: int) -> str:
    groups = []
    while value:
        value, group = divmod(value, 10_000)
        groups.append(group)
    text = ""
    gap = False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):
            text += "零"
        text += _group_capital(group) + _GROUPS[place]
        gap = False
    return text


def _group_capital(group: int) -> str:
    text = ""
    zero = False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if not digit:
            zero = bool(text)
            continue
        text += ("零" if zero else "") + DIGITS[digit] + _PLACES[place]
        zero = False
    return text


def masked(text: str) -> str:
    """Return a number with its middle hidden: 6207**********1234, 138****5678."""
    if len(text) >= MASK_LONG:
        return text[:4] + "*" * (len(text) - 8) + text[-4:]
    if len(text) >= MASK_SHORT:
        return text[:3] + "*" * (len(text) - 7) + text[-4:]
    return "*" * len(text)


def paragraphs(text: str) -> str:
    """Return `text` with each paragraph indented by two full-width characters."""
    return "\n".join(line if line[:1] == "　" or not line else f"　　{line}" for line in text.split("\n"))


def read_options(arguments: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    """Read `code,code=label` arguments; the code `*` stands for every other.

    Raises:
        ValueError: An argument is not of that form.
    """
    pairs = []
    for argument in arguments:
        codes, equals, label = argument.partition("=")
        if not equals or not codes or not label:
            raise ValueError(argument)
        pairs.append((tuple(codes.split(",")), label))
    return pairs


SIMPLE: dict[str, Callable[[object], object]] = {
    "date": chinese_date,
    "year_month": chinese_month,
    "year": lambda value: str(value.year) if isinstance(value, date) else "",
    "month": lambda value: str(value.month) if isinstance(value, date) else "",
    "day": lambda value: str(value.day) if isinstance(value, date) else "",
    "yuan": lambda value: yuan(value) if isinstance(value, int) else "",
    "capital": lambda value: capital(value) if isinstance(value, int) else "",
    "masked": lambda value: masked(value) if isinstance(value, str) else "",
    "paragraphs": lambda value: paragraphs(value) if isinstance(value, str) else "",
    "long": lambda value: value,
    "clock": clock,
    "hours": hours,
}
"""Filters that need nothing but the value."""

DAY_FILTERS = frozenset({"date", "year_month", "year", "month", "day", "age"})
MONEY_FILTERS = frozenset({"yuan", "capital", "sum", "per"})
OPTION_FILTERS = frozenset({"ticks", "list", "marks", "choose", "box"})
MOMENT_FILTERS = frozenset({"clock", "span"})
NUMBER_FILTERS = frozenset({"hours", "total"})
FACES = {DAY_FILTERS: "day", MONEY_FILTERS: "amount", MOMENT_FILTERS: "moment", NUMBER_FILTERS: "whole"}
"""Filters for the fields of one face only."""
OTHER_FILTERS = frozenset({"or", "lead", "trail", "without", "each", "boxes", "picture"})
TALL_FILTERS = frozenset({"paragraphs", "long"})
"""Filters that make a cell a box of running text, written from its top."""
