"""Where a line of Chinese text may end.

No line begins with a closing mark or ends with an opening one (GB/T 15834—2011 附录 A.1), and a number or a
Latin word stays together when it fits on a line, a number also with what it counts (21日, 5元).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NOT_FIRST = frozenset("。，、；：？！）〕】》〉」』”’…—·％℃℉％‰.,;:?!)]}%〞～々ー")
NOT_LAST = frozenset("（〔【《〈「『“‘([{〝￥＄")
_COUNTED = frozenset("年月日时分号元")
_JOINING = frozenset(".,:-/_@'%+")

_SLACK = 1e-6
"""Sums of widths are floats; a line may be this much too full."""


@dataclass(frozen=True, slots=True)
class Room:
    """The widths of the lines of one block, in the unit of the characters' widths."""

    first: float
    others: float


def is_word(character: str) -> bool:
    """Say whether `character` belongs to a number or a Latin word."""
    return character.isascii() and (character.isalnum() or character in _JOINING)


def may_break(left: str, right: str) -> bool:
    """Say whether a line may end between these two characters."""
    if right in NOT_FIRST or left in NOT_LAST:
        return False
    return not (is_word(left) and is_word(right)) and not (left.isdecimal() and right in _COUNTED)


def break_lines(
    text: str, widths: Sequence[float], room: Room, glued: Iterable[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Cut `text` into lines: pairs of start and end; a line feed ends a line and is in none.

    Every other character is in exactly one line, in order. No line ends inside a span of `glued`; such a
    span must fit on a line.
    """
    held = {at for first, last in glued for at in range(first + 1, last)}
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        at = start
        while True:
            limit = room.others if lines else room.first
            stop = _line_end(text, widths, (at, end), limit, held)
            if stop == at and at < end and not lines and room.others > room.first:
                # Not one character fits behind the label: the text begins on the next line.
                lines.append((at, at))
                continue
            stop = max(stop, min(at + 1, end))
            lines.append((at, stop))
            at = stop
            if at >= end:
                break
        start = end + 1
    return lines


def _line_end(text: str, widths: Sequence[float], span: tuple[int, int], limit: float, held: set[int]) -> int:
    start, end = span
    used = 0.0
    stop = start
    while stop < end and used + widths[stop] <= limit + _SLACK:
        used += widths[stop]
        stop += 1
    if stop == end:
        return end
    best = stop
    while best > start and (best in held or not may_break(text[best - 1], text[best])):
        best -= 1
    return best if best > start else stop
