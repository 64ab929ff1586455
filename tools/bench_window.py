"""Start and memory: the desk's window on the generated file, beside a bare window that opens the same file.

Both run as processes of their own and say when they are usable; run as `bench_window.py desk|bare FOLDER`.
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

from bench_figures import Figure, at_most

STARTS = 5
MEMORY_LIMIT_MB = 250
_ASKED = "BENCH_ASKED_AT"
_WAIT_SECONDS = 60


def starting(folder: Path) -> list[Figure]:
    """Start both in turn and return the figures (see `bench_figures.Figure`)."""
    desks, bares = [], []
    _started("desk", folder)  # reads the file into the memory of the system, for both
    for _ in range(STARTS):
        desks.append(_started("desk", folder))
        bares.append(_started("bare", folder))
    ours = statistics.median(float(each[0]) for each in desks)
    bare = statistics.median(float(each[0]) for each in bares)
    usable, peak = (max(float(each[place]) for each in desks) for place in (1, 2))
    peers = {"ours_ms": ours, "bare_ms": bare}
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


def bare(folder: Path) -> None:
    """Show an empty window and open the desk file with the password, with nothing of ours but its key."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Village Desk"))
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    from argon2.low_level import Type, hash_secret_raw
    from sqlcipher3 import dbapi2

    # What a file under a password costs anybody; the key it would unwrap comes by standard input.
    hash_secret_raw(b"a long bench password", bytes(16), 3, 64 * 1024, 4, 32, Type.ID)
    connection = dbapi2.connect(str(folder / "desk.db"))
    connection.execute(f"PRAGMA key=\"x'{sys.stdin.readline().strip()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    window.grab()
    print(_since_asked())


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
    print(usable, _status("VmRSS"), _status("VmHWM"))
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
    from PySide6.QtWidgets import QApplication

    ends = time.monotonic() + _WAIT_SECONDS
    while not ready():
        QApplication.processEvents()
        if time.monotonic() > ends:
            raise TimeoutError("the window did not get there")
        time.sleep(0.001)


def _status(name: str) -> float:
    """Return a line of /proc/self/status in megabytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith(name))


if __name__ == "__main__":
    {"desk": desk, "bare": bare}[sys.argv[1]](Path(sys.argv[2]))
