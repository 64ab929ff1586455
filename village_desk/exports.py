"""A table as a spreadsheet (XLSX), with its headings, and every text as text.

What people typed never becomes a formula, and numbers of persons stay text, so that no digit is lost.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from village_desk.durable import file_troubles, write_all, writing

Value = str | int | Decimal | date | None
Heading = tuple[str, int]
"""The text of a heading, and how many columns it stands over."""

_CELL = {"border": 1, "border_color": "#8A8A8A", "valign": "vcenter"}
_FORMATS: dict[type, dict[str, object]] = {
    str: {"num_format": "@", "text_wrap": True},
    int: {},
    Decimal: {"num_format": "0.00####"},
    date: {"num_format": "yyyy-mm-dd"},
}
_A4 = 9
_LONGEST_NAME = 31
"""Characters in the name of a sheet."""


@dataclass(frozen=True, slots=True, repr=False)
class Sheet:
    """What stands in the file.

    Attributes:
        title: In the first line, and the name of the sheet.
        about: Lines under it.
        heads: Lines of headings; those of one line stand over all columns together, "" goes on from above.
        rows: The lines of the table.
        widths: Of the columns, in characters of Latin text.
        closing: Lines under the table.
    """

    title: str
    about: tuple[str, ...]
    heads: tuple[tuple[Heading, ...], ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]
    closing: tuple[str, ...] = ()


def workbook(sheet: Sheet) -> bytes:
    """Return the table as the bytes of an XLSX file, A4 landscape, its headings on every page.

    Made in memory alone: on disk it would lie unencrypted in a temporary folder.
    """
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet.title[:_LONGEST_NAME])
        first = _write_top(book, page, sheet)
        _write_heads(book, page, first, sheet.heads)
        line = first + len(sheet.heads)
        page.freeze_panes(line, 1)
        page.repeat_rows(first, line - 1)
        formats = {kind: book.add_format({**_CELL, **more}) for kind, more in _FORMATS.items()}
        for values in sheet.rows:
            for column, value in enumerate(values):
                _write(page, (line, column), value, formats)
            line += 1
        for text in sheet.closing:
            page.write_string(line, 0, text)
            line += 1
        for column, width in enumerate(sheet.widths):
            page.set_column(column, column, width)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
    return held.getvalue()


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only. It is not encrypted.

    Raises:
        StoreTrouble: The disk is full or read-only; nothing is left behind.
    """
    with file_troubles(), writing(path) as handle:
        write_all(handle, data)


def _write_top(book: Workbook, page: Worksheet, sheet: Sheet) -> int:
    """Write the title and the lines under it; return the line the headings begin in, from 0."""
    title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    _span(page, (0, 0, 0, len(sheet.widths) - 1), sheet.title, title)
    for line, text in enumerate(sheet.about, start=1):
        page.write_string(line, 0, text)
    return len(sheet.about) + 1


def _write_heads(book: Workbook, page: Worksheet, first: int, heads: Sequence[Sequence[Heading]]) -> None:
    look = book.add_format(
        {**_CELL, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#EDEDED"}
    )
    placed = [_places(line) for line in heads]
    for line, found in enumerate(placed):
        for column, (text, span) in found.items():
            if not text:
                continue
            last = line
            while last + 1 < len(placed) and placed[last + 1].get(column, ("-", 0))[0] == "":
                last += 1
            _span(page, (first + line, column, first + last, column + span - 1), text, look)


def _places(heads: Sequence[Heading]) -> dict[int, Heading]:
    """Return the headings of a line by the column each begins in, from 0."""
    found, column = {}, 0
    for head in heads:
        found[column] = head
        column += head[1]
    return found


def _span(page: Worksheet, place: tuple[int, int, int, int], text: str, look: Format) -> None:
    top, left, bottom, right = place
    if (top, left) == (bottom, right):
        page.write_string(top, left, text, look)
    else:
        page.merge_range(top, left, bottom, right, "", look)
        page.write_string(top, left, text, look)


def _write(page: Worksheet, place: tuple[int, int], value: Value, formats: Mapping[type, Format]) -> None:
    match value:
        case None:
            page.write_blank(*place, None, formats[int])
        case str():
            page.write_string(*place, value, formats[str])  # what begins with = is a text all the same
        case date():
            page.write_datetime(*place, value, formats[date])
        case _:
            page.write_number(*place, value, formats[type(value)])
