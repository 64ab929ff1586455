"""`village-desk doctor --smoke`: what a frozen program needs most, tried once.

A bundle that lacks one library can start well and fail at the first page, so starting alone proves little.
Nothing of the user's is read or written; the encrypted file lies in a temporary folder and holds no record.
"""

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from forms import Sheet, catalogue, render
from forms.reading_back import pages
from forms.scans import Taken, scans_of
from ui import theme, translation
from ui.main_window import MainWindow
from ui.printing import page_images
from village_desk import exports, ledgers
from village_desk.keys import new_data_key
from village_desk.store import create_store, open_store

_PLAIN = b"SQLite format 3"
_SCREEN_DPI = 72
_HEAD, _LINE = ("编号", "申请人", "日期"), ("1", "[练习]", "2026-01-01")


def main() -> int:
    """Try file, window and paper; say what works and return 0, or 1 at the first thing that does not."""
    app = QApplication([])
    theme.load_font()
    theme.apply(app, theme.Theme())
    translation.install(app)
    for name, works in _STEPS:
        if not works():
            print(f"{name}: does not work")
            return 1
        print(f"{name}: works")
    return 0


def _file() -> bool:
    """Make an encrypted file, close it, open it again and read back what was written."""
    with tempfile.TemporaryDirectory() as name:
        folder, key = Path(name), new_data_key()
        made = create_store(folder, key)
        with made.unit_of_work(None, 0) as work:
            work.set_state("smoke", b"written")
        made.close_connection()
        again = open_store(folder, key)
        kept = again.state("smoke") == b"written"
        again.close_connection()
        plain = any(path.read_bytes().startswith(_PLAIN) for path in folder.rglob("*") if path.is_file())
    return kept and not plain


def _window() -> bool:
    """Show the window once and look at it."""
    window = MainWindow()
    window.show()
    QApplication.processEvents()
    seen = window.grab().size()
    window.close()
    return seen.expandedTo(QSize(1, 1)) == seen


def _paper() -> bool:
    """Draw every blank form and look at its first page: a page that is one colour is empty."""
    for template in catalogue().values():
        image = next(page_images(render(template, {}, Sheet(id=bytes(16))), _SCREEN_DPI))
        small = image.scaled(60, 80)
        colours = {small.pixel(x, y) for x in range(60) for y in range(80)}
        if len(colours) < 2:
            return False
    return True


def _archive() -> bool:
    """Hold a paper to the rules of an archive file (PDF/A-2b), as a dossier is when it is bound."""
    return any(isinstance(page, Taken) for page in scans_of(_a_paper, "application/pdf"))


def _code() -> bool:
    """Read the code on a paper, as when it comes back signed."""
    page = next(pages(_a_paper()))
    return page.code is not None and page.code.sheet_id == _SHEET.id


def _spreadsheet() -> bool:
    """Write a spreadsheet and read it."""
    heads = (tuple((text, 1) for text in _HEAD),)
    written = exports.workbook(exports.Sheet("练习", (), heads, (_LINE,), (10, 10, 10)))
    read = ledgers.read(written, _HEAD)
    return read.head == _HEAD and [cells for _number, cells in read.rows] == [_LINE]


def _a_paper() -> bytes:
    return render(next(iter(catalogue().values())), {}, _SHEET)


_SHEET = Sheet(id=bytes(range(16)))
_STEPS = (
    ("encrypted file", _file),
    ("window", _window),
    ("paper", _paper),
    ("archive file", _archive),
    ("code on paper", _code),
    ("spreadsheet", _spreadsheet),
)
