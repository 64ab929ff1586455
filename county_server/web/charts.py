"""Bars for a column of numbers, as SVG within the page: no script, no picture to fetch, and it prints."""

from collections.abc import Sequence
from html import escape

LINE, TOP, HIGH = 30, 8, 200
LABEL, WIDE, NUMBER = 190, 700, 110
MOST = 40
"""Most rows that bars still help with."""

Bar = tuple[str, int, str]
"""Label, how long, and the number as it reads."""


def rows(title: str, bars: Sequence[Bar]) -> str:
    """Return a bar beside each label, as the rows of a table stand under each other."""
    shown = bars[:MOST]
    most = max((number for _label, number, _text in shown), default=0)
    if not most:
        return ""
    parts: list[str] = []
    for place, (label, number, text) in enumerate(shown):
        y, length = TOP + place * LINE, WIDE * number / most
        parts += [
            _text(_short(label), LABEL - 10, y + 18, "end"),
            _bar(LABEL, y + 3, length, LINE - 8),
            _text(text, LABEL + length + 8, y + 18, "start"),
        ]
    return _picture(title, LABEL + WIDE + NUMBER, TOP + len(shown) * LINE, parts)


def months(title: str, bars: Sequence[Bar]) -> str:
    """Return bars that stand beside each other, with their numbers above."""
    most = max((number for _label, number, _text in bars), default=0)
    if not most:
        return ""
    step = (LABEL + WIDE + NUMBER) / len(bars)
    parts: list[str] = []
    for place, (label, number, text) in enumerate(bars):
        height, middle = HIGH * number / most, (place + 0.5) * step
        top = TOP + 22 + HIGH - height
        parts += [
            _bar(middle - step * 0.3, top, step * 0.6, height),
            _text(text, middle, top - 6, "middle"),
            _text(label, middle, TOP + HIGH + 46, "middle"),
        ]
    return _picture(title, LABEL + WIDE + NUMBER, TOP + HIGH + 54, parts)


def _bar(x: float, y: float, wide: float, high: float) -> str:
    return f'<rect class="bar" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"/>'


def _text(text: str, x: float, y: float, anchor: str) -> str:
    return f'<text class="label" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _short(label: str) -> str:
    return label if len(label) <= 10 else f"{label[:9]}…"


def _picture(title: str, wide: int, high: int, parts: Sequence[str]) -> str:
    """Return the whole picture; the table beside it says the same to whoever cannot see it."""
    begin = f'<svg class="chart" viewBox="0 0 {wide} {high}" role="img" aria-label="{escape(title)}">'
    return f"{begin}{''.join(parts)}</svg>"
