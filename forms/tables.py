"""Tables of numbers on paper that are no form: A4 lying on its long side, headings again on every page.

They have no form number and no code of a sheet: nobody signs them, and no record holds them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from forms.cells import row_block
from forms.drawing import pdf
from forms.marks import Block, Frame, Mark, Rule, Writing, moved
from forms.model import PAGE_HEIGHT, PAGE_WIDTH, Align, Cell, Row, Words
from forms.pages import Page
from forms.papers import national
from forms.ribbon import THIN, text_ribbon
from forms.values import Scope

_WIDE, _HIGH = PAGE_HEIGHT, PAGE_WIDTH
_SIDE, _TOP, _BOTTOM = 12.0, 12.0, 15.0
_TITLE, _TEXT, _SMALL = 16.0, 9.0, 8.0
_LINE, _GAP = 5.0, 4.0
_ROW, _MOST = 5.6, 60.0
_FRAME = 1.0


@dataclass(frozen=True, slots=True)
class Ruled:
    """One table.

    Attributes:
        heads: Lines of headings: each its text and the columns it stands over.
        widths: Share of the columns in the width.
        rows: The lines; the first column is text, the others stand in the middle.
    """

    heads: tuple[tuple[tuple[str, int], ...], ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_pdf(
    title: str, about: Sequence[str], tables: Sequence[Ruled], closing: Sequence[str] = ()
) -> bytes:
    """Return the tables as PDF/A-2b; the same arguments give the same bytes."""
    pages: list[list[Mark]] = [[]]
    ribbon = text_ribbon(title, _TITLE, "title")
    pages[0] += ribbon.marks((0, len(title)), (_WIDE - sum(ribbon.widths)) / 2, _TOP + 5)
    y = _TOP + 11
    for text in about:
        pages[0] += _words(text, y)
        y += _LINE
    for table in tables:
        y = _put(pages, table, y + 1)
    for text in closing:
        if y + _LINE > _HIGH - _BOTTOM:
            pages.append([])
            y = _TOP
        pages[-1] += _words(text, y + 4)
        y += _LINE
    made = [
        Page([*marks, *_foot(title, number, len(pages))], _WIDE, _HIGH)
        for number, marks in enumerate(pages, 1)
    ]
    return pdf(made, [""] * len(made), title, practice=False)


def _put(pages: list[list[Mark]], table: Ruled, y: float) -> float:
    """Put a table where it fits, going on to further pages; return where it ended."""
    heads = [*_heads(table)]
    rows = [*_rows(table)]
    heading = sum(block.height for block in heads)
    first = heading + sum(block.height for block in rows[:2])
    run: list[tuple[float, Block]] = []
    if y + first > _HIGH - _BOTTOM and pages[-1]:
        pages.append([])
        y = _TOP
    for block in (*heads, *rows):
        if run and y + block.height > _HIGH - _BOTTOM:
            pages[-1] += _ruled(run)
            pages.append([])
            y, run = _TOP, []
            for again in heads:
                run.append((y, again))
                y += again.height
        run.append((y, block))
        y += block.height
    pages[-1] += _ruled(run)
    return y + _GAP


def _widths(table: Ruled) -> list[float]:
    whole = sum(table.widths)
    return [(_WIDE - 2 * _SIDE) * one / whole for one in table.widths]


def _heads(table: Ruled) -> Iterator[Block]:
    widths = _widths(table)
    for line in table.heads:
        cells, column = [], 0
        for text, span in line:
            cells.append(_cell(text, sum(widths[column : column + span]), "centre", bar=True))
            column += span
        yield _block(cells)


def _rows(table: Ruled) -> Iterator[Block]:
    widths = _widths(table)
    for row in table.rows:
        first, *numbers = (_cell(text, width, "centre") for text, width in zip(row, widths, strict=True))
        yield _block([replace(first, align="left"), *numbers])


def _cell(text: str, width: float, align: Align, *, bar: bool = False) -> Cell:
    return Cell((Words(text),), width, align, bar=bar)


def _block(cells: list[Cell]) -> Block:
    profile = national()
    scope = Scope({}, profile, {}, None, next(iter(profile.kinds.values())), {})
    return row_block(Row(0, _ROW, _MOST, tuple(cells), _SMALL), scope, _SMALL)[0]


def _ruled(run: list[tuple[float, Block]]) -> list[Mark]:
    top, bottom = run[0][0], run[-1][0] + run[-1][1].height
    marks = [moved(mark, _SIDE, y) for y, block in run for mark in block.marks]
    marks += [Rule(_SIDE, y, _WIDE - _SIDE, y, THIN) for y, _block_ in run[1:]]
    return [*marks, Frame(_SIDE, top, _WIDE - 2 * _SIDE, bottom - top, _FRAME)]


def _words(text: str, y: float) -> list[Mark]:
    ribbon = text_ribbon(text, _TEXT)
    return [*ribbon.marks((0, len(text)), _SIDE, y)]


def _foot(title: str, page: int, pages: int) -> list[Mark]:
    counted = text_ribbon(f"第 {page} 页　共 {pages} 页", _SMALL)
    y = _HIGH - 8
    return [
        Writing(_SIDE, y, title, "body", _SMALL, 0.35),
        *counted.marks((0, len(counted.text)), _WIDE - _SIDE - sum(counted.widths), y),
    ]
