"""Start and memory: the desk's window on the generated file, beside bare windows that open the same file.

All run as processes of their own and say when they are usable: `bench_window.py desk|bare|empty FOLDER`. The
bare window asks for the password in Chinese and shows ten rows of what it opened, in some thirty lines; the
empty one shows nothing of it, and is measured to tell what that costs.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench_figures import Figure, at_most, memory_bytes

from village_desk import paths

STARTS = 9
FONT = paths.RESOURCES / "fonts" / "NotoSansSC-Regular.ttf"
MEMORY_LIMIT_MB = 250
_ASKED = "BENCH_ASKED_AT"
_WAIT_SECONDS = 60


def starting(folder: Path) -> list[Figure]:
    """Start both in turn and return the figures (see `bench_figures.Figure`)."""
    runs: dict[str, list[list[str]]] = {"desk": [], "bare": [], "empty": []}
    for which in runs:
        _started(which, folder)  # reads file and libraries into the memory of the system, for all
    for _ in range(STARTS):
        for which, each in runs.items():
            each.append(_started(which, folder))
    ours, bare, empty = (statistics.median(float(each[0]) for each in found) for found in runs.values())
    usable, peak = (max(float(each[place]) for each in runs["desk"]) for place in (1, 2))
    peers = {"ours_ms": ours, "bare_ms": bare, "empty_ms": empty, "of_the_empty": ours / empty}
    return [
        at_most("start to usable window, of the bare window", ours / bare, "×", 1.5, **peers),
        at_most("memory of the desk, all pages visited", usable, "MB", MEMORY_LIMIT_MB, peak_MB=peak),
    ]


def _started(which: str, folder: Path) -> list[str]:
    from bench_data import PASSWORD, key_of

    secret = PASSWORD if which == "desk" else key_of(folder).pragma
    environment = os.environ | {
        _ASKED: repr(time.time()),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled"),  # an installed program is compiled
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, __file__, which, str(folder)],
        env=environment,
        input=secret + "\n",
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.split()


def _since_asked() -> float:
    return (time.time() - float(os.environ[_ASKED])) * 1000


# ---------------------------------------------------------------- in the process that is measured


def empty(folder: Path) -> None:
    """Show an empty window and open the desk file, with nothing of ours but its key."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Village Desk"))
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    _rows_of(folder, 0)
    window.grab()
    print(_since_asked())


def bare(folder: Path) -> None:
    """Do what no program of this kind can leave out: ask for the password in Chinese, open, show ten rows."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMainWindow

    application = QApplication([])
    font = QFontDatabase.addApplicationFont(str(FONT))
    application.setFont(QFont(QFontDatabase.applicationFontFamilies(font)[0], 12))
    window = QMainWindow()
    window.setWindowTitle("谁在用？")
    asked = QLineEdit()
    asked.setEchoMode(QLineEdit.EchoMode.Password)
    asked.setPlaceholderText("密码")
    asked.setAlignment(Qt.AlignmentFlag.AlignCenter)
    window.setCentralWidget(asked)
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    shown = QListWidget()
    shown.addItems([f"{name} {cause}" for name, cause in _rows_of(folder, 10)])
    window.setCentralWidget(shown)
    application.processEvents()
    window.grab()
    print(_since_asked())


def _rows_of(folder: Path, count: int) -> list[tuple[str, str]]:
    """Open the file as whoever has its password would, and read so many consultations with the driver."""
    from argon2.low_level import Type, hash_secret_raw
    from sqlcipher3 import dbapi2

    # What a file under a password costs anybody; the key it would unwrap comes by standard input.
    hash_secret_raw(b"a long bench password", bytes(16), 3, 64 * 1024, 4, 32, Type.ID)
    connection = dbapi2.connect(str(folder / "desk.db"))
    connection.execute(f"PRAGMA key=\"x'{sys.stdin.readline().strip()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    found: list[tuple[str, str]] = connection.execute(
        'SELECT "name", "cause" FROM "consultation" WHERE "archived" = 0 ORDER BY "created_at" DESC LIMIT ?',
        (count,),
    ).fetchall()
    return found


def desk(folder: Path) -> None:
    """Start the program, type the password, wait for the first page; then visit every page."""
    from village_desk.__main__ import begin

    begin()  # what the program does before anything else
    from ui.app import Program, prepared

    application = prepared(folder)
    program = Program(folder)
    program.start()
    _until(lambda: hasattr(program.gate, "password"))
    password = sys.stdin.readline().strip()
    program.gate.password.edit.setText(password)  # type: ignore[union-attr]  # the gate is the unlock page
    program.gate.open_button.click()  # type: ignore[union-attr]  # the same
    _until(lambda: program.working is not None)
    _settle(program)
    program.window.grab()
    usable = _since_asked()
    _visit_all(program)
    print(usable, memory_bytes("VmRSS") / 1e6, memory_bytes("VmHWM") / 1e6)
    sys.stdout.flush()
    program.window.close()
    application.processEvents()


def _settle(program: object) -> None:
    """Wait until everything asked for so far has been answered."""
    answered: list[bool] = []
    working = program.working  # type: ignore[attr-defined]  # of ui.app.Program
    working.desk.ask(lambda _session: True, answered.append)
    _until(lambda: bool(answered))


def _visit_all(program: object) -> None:
    from ui.pages import PAGES

    working = program.working  # type: ignore[attr-defined]  # of ui.app.Program
    for entry in PAGES:
        working.desk.go(entry.name)
        _settle(program)
        program.window.grab()  # type: ignore[attr-defined]  # the same


def _until(ready: Callable[[], bool]) -> None:
    """Run the event loop as the program does, asleep until something happens."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, tick, ends = QEventLoop(), QTimer(), time.monotonic() + _WAIT_SECONDS
    tick.start(1000)  # so that the wait has an end
    while not ready():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > ends:
            raise TimeoutError("the window did not get there")


if __name__ == "__main__":
    {"desk": desk, "bare": bare, "empty": empty}[sys.argv[1]](Path(sys.argv[2]))
