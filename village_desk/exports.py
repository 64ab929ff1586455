"""A table as a spreadsheet (XLSX), with its headings, and every text as text.

What people typed never becomes a formula, and numbers of persons stay text, so that no digit is lost.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from village_desk.durable import file_troubles, write_all, writing

Value = str | int | Decimal | date | None
Heading = tuple[str, int]
"""The text of a heading, and how many columns it stands over."""

_THIN = Side(style="thin", color="8A8A8A")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_BAR = PatternFill("solid", fgColor="EDEDED")
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
    """Return the table as the bytes of an XLSX file, A4 landscape, its headings on every page."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet.title[:_LONGEST_NAME]
    line = _write_top(page, sheet)
    first = line
    for heads in sheet.heads:
        _write_heads(page, line, heads)
        line += 1
    page.freeze_panes = f"B{line}"
    for values in sheet.rows:
        for column, value in enumerate(values, start=1):
            _framed(_put(page, line, column, value), value)
        line += 1
    for text in sheet.closing:
        _put(page, line, 1, text)
        line += 1
    for column, width in enumerate(sheet.widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    _set_up_print(page, (first, first + len(sheet.heads) - 1))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only. It is not encrypted.

    Raises:
        StoreTrouble: The disk is full or read-only; nothing is left behind.
    """
    with file_troubles(), writing(path) as handle:
        write_all(handle, data)


def _write_top(page: Worksheet, sheet: Sheet) -> int:
    title = _put(page, 1, 1, sheet.title)
    title.font = Font(size=16, bold=True)
    title.alignment = Alignment(horizontal="center")
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(sheet.widths))
    for line, text in enumerate(sheet.about, start=2):
        _put(page, line, 1, text)
    return len(sheet.about) + 2


def _write_heads(page: Worksheet, line: int, heads: Sequence[Heading]) -> None:
    column = 1
    for text, span in heads:
        for place in range(column, column + span):
            cell = page.cell(line, place)
            cell.border, cell.fill, cell.font = _GRID, _BAR, Font(bold=True)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        if not text:
            page.merge_cells(start_row=line - 1, start_column=column, end_row=line, end_column=column)
            column += span
            continue
        _put(page, line, column, text)
        if span > 1:
            page.merge_cells(start_row=line, start_column=column, end_row=line, end_column=column + span - 1)
        column += span


def _put(page: Worksheet, line: int, column: int, value: Value) -> Cell:
    cell = page.cell(line, column)
    if not isinstance(cell, Cell):
        raise TypeError("a merged cell holds no value")
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # what begins with = is a text all the same
    return cell


def _framed(cell: Cell, value: Value) -> None:
    cell.border = _GRID
    if isinstance(value, Decimal):
        cell.number_format = "0.00####"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, str):
        cell.number_format = "@"
        cell.alignment = Alignment(vertical="center", wrap_text=True)


def _set_up_print(page: Worksheet, heads: tuple[int, int]) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{heads[0]}:{heads[1]}"
