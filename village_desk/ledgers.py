"""Reads a ledger that was kept in a spreadsheet (台账): the line of headings, and the rows under it as text.

XLSX alone, as Excel and WPS write it. Nothing is guessed about what a column means here; see
`village_desk.ledger_columns`.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from village_desk.errors import UserError

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_BYTES = 20 << 20
_MOST_UNPACKED = 400 << 20
"""A sheet of 20,000 long rows unpacks to about 60 MB; what is far above was made to fill the memory."""
_HEAD_WITHIN = 12
"""Rows in which the headings are looked for: a ledger often begins with its title and its unit."""
_LONGEST_CELL = 60_000
_DAMAGED = (
    *(zipfile.BadZipFile, InvalidFileException, SyntaxError, LookupError, ValueError, TypeError),
    *(OSError, EOFError, zlib.error, AttributeError),
)
"""What openpyxl and the readers of XML under it raise at a file that is cut or no spreadsheet."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger as it was read.

    Attributes:
        head: The headings, without blanks; an empty one is a column nobody named.
        rows: Number of the row in the spreadsheet, and the text of each cell, as many as there are headings.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read(file: bytes, known: Sequence[str] = ()) -> Ledger:
    """Read the first sheet with rows in it.

    Args:
        file: The bytes of the XLSX file.
        known: Headings that are recognised; the row with the most of them is the line of headings, and
            without any the first row with at least three cells.

    Raises:
        UserError: "ledger.big"; "ledger.old": of Excel 97, or locked with a password; "ledger.file": no
            XLSX, or a damaged one; "ledger.empty": nothing under a line of headings.
    """
    if len(file) > MOST_BYTES:
        raise UserError("ledger.big", rows=MOST_ROWS)
    if file.startswith(_OLD_EXCEL):
        raise UserError("ledger.old")
    try:
        return _read(file, frozenset(known))
    except _DAMAGED as error:
        raise UserError("ledger.file") from error


def _read(file: bytes, known: frozenset[str]) -> Ledger:
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        if sum(one.file_size for one in packed.infolist()) > _MOST_UNPACKED:
            raise UserError("ledger.big", rows=MOST_ROWS)
    book = openpyxl.load_workbook(io.BytesIO(file), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            rows = list(_rows(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)))
            at = _head_at([cells for _number, cells in rows[:_HEAD_WITHIN]], known)
            if at is not None and rows[at + 1 :]:
                return _ledger(rows[at][1], rows[at + 1 :])
    finally:
        book.close()
    raise UserError("ledger.empty")


def _rows(sheet: Iterator[tuple[object, ...]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    held = 0
    for number, row in enumerate(sheet, 1):
        cells = tuple(map(_text, row))
        if any(cells):
            held += 1
            if held > MOST_ROWS:
                raise UserError("ledger.big", rows=MOST_ROWS)
            yield number, cells


def _head_at(rows: Sequence[tuple[str, ...]], known: frozenset[str]) -> int | None:
    def fit(place: int) -> tuple[int, int]:
        return sum(heading(cell) in known for cell in rows[place]), -place

    wide = [place for place, cells in enumerate(rows) if sum(map(bool, cells)) >= 3]
    return max(wide, key=fit, default=None)


def _ledger(head: tuple[str, ...], rows: Sequence[tuple[int, tuple[str, ...]]]) -> Ledger:
    used = max((place + 1 for place, cell in enumerate(head) if cell), default=0)
    names = tuple(map(heading, head[:used]))
    return Ledger(
        names, tuple((number, (*cells[:used], *("",) * (used - len(cells)))) for number, cells in rows)
    )


def heading(text: str) -> str:
    """Return a heading without blanks and line ends, as two ledgers may break it differently."""
    return re.sub(r"\s+", "", text).strip("：:*")


def _text(cell: object) -> str:
    """Return a cell as people see it: days as 2026-11-21, whole numbers without a point."""
    match cell:
        case bool():
            shown = "是" if cell else "否"
        case datetime():
            shown = str(cell).removesuffix(" 00:00:00")
        case float() if cell.is_integer():
            shown = str(int(cell))
        case _:
            shown = "" if cell is None else str(cell)
    return shown.replace("\r\n", "\n").replace("_x000D_", "").strip()[:_LONGEST_CELL]
