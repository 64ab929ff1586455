"""Reads what people type for days, numbers and money, and writes it back the way they read it."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from village_desk.times import CHINA, moment_of

_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PARTED = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?")
_SHORT = re.compile(r"(\d{1,2})\D(\d{1,2})\D?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_STEP = re.compile(r"([+-])\s?(\d{1,3})")
_WORDS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "后天": 2}
_BETWEEN = re.compile(r"[、，,；;\s]+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９＋－．，", "0123456789+-.,")
FEN = 100
"""Fen in a yuan."""


def read_day(text: str, today: date) -> date | None:
    """Return the legal day that `text` names, or None when it names none.

    Eight digits, 2026-11-21, 2026年11月21日, 11-21 of this year, 今天, 昨天, +7.
    """
    typed = text.strip().translate(_FULL_WIDTH)
    if typed in _WORDS:
        return today + timedelta(days=_WORDS[typed])
    if step := _STEP.fullmatch(typed):
        days = int(step[2])
        return today + timedelta(days=days if step[1] == "+" else -days)
    parts = _DIGITS.fullmatch(typed) or _PARTED.fullmatch(typed)
    short = None if parts else _SHORT.fullmatch(typed)
    numbers = parts.groups() if parts else (str(today.year), *short.groups()) if short else ()
    try:
        return date(*(int(number) for number in numbers)) if numbers else None
    except ValueError:
        return None


def read_moment(text: str, today: date) -> int | None:
    """Return the moment (UTC ms) that a day and a time here name, or a time of today; None for none.

    2026-11-21 09:30, 11-21 9:30, 9:30.
    """
    typed = text.strip().translate(_FULL_WIDTH).replace("：", ":")
    day_text, _, clock = typed.rpartition(" ")
    found = _CLOCK.fullmatch(clock)
    day = read_day(day_text, today) if day_text else today
    if found is None or day is None:
        return None
    try:
        return moment_of(datetime(day.year, day.month, day.day, int(found[1]), int(found[2]), tzinfo=CHINA))
    except ValueError:
        return None


def read_whole(text: str) -> int | None:
    """Return the whole number that `text` names, or None."""
    typed = text.strip().translate(_FULL_WIDTH).replace(",", "")
    return int(typed) if re.fullmatch(r"-?\d{1,15}", typed) else None


def read_amount(text: str) -> int | None:
    """Return the fen of an amount typed in yuan, or None; 万 after the number is understood."""
    typed = text.strip().translate(_FULL_WIDTH).replace(",", "").removesuffix("元").strip()
    times = 10_000 if typed.endswith("万") else 1
    try:
        fen = Decimal(typed.removesuffix("万").strip()) * times * FEN
    except InvalidOperation:
        return None
    return int(fen) if fen.is_finite() and fen == fen.to_integral_value() else None


def amount_text(fen: int) -> str:
    """Return an amount as people read it, in yuan: 1,200.00."""
    return f"{Decimal(fen) / FEN:,.2f}"


def read_names(text: object) -> tuple[str, ...]:
    """Return the names in one line, as 张三、李四."""
    return tuple(name for name in _BETWEEN.split(str(text or "")) if name)


def names_text(names: Sequence[str], most: int) -> str:
    """Return names as one line of at most `most` characters, never ending inside a name: 张三、李四等60人."""
    whole = "、".join(names)
    if len(whole) <= most:
        return whole
    more = f"等{len(names)}人"
    kept = [place for place in range(len(names)) if len("、".join(names[: place + 1])) + len(more) <= most]
    return "、".join(names[: len(kept)]) + more
