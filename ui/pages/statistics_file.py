"""A table of statistics as a spreadsheet. Imported when the first is saved: the library takes its time."""

from pathlib import Path

from ui.desk_paper import about_lines
from village_desk import exports
from village_desk.session import Session
from village_desk.statistics import Counted
from village_desk.statistics.spreadsheet import sheet_of


def write(session: Session, counted: Counted, place: str, path: Path) -> None:
    """Write the table to `path`; it holds numbers only.

    Raises:
        StoreTrouble: The disk is full or read-only.
    """
    exports.save(path, exports.workbook(sheet_of(counted, place, about_lines(session))))
