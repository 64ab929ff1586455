"""What the start may cost: the rule of docs/decisions/0009, kept by looking at what it imports."""

import json
import subprocess
import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

BEFORE_THE_PASSWORD = (
    "ui.pages", "ui.working", "ui.opening", "village_desk.commands", "village_desk.queries",
)  # fmt: skip
NEVER_AT_START = (
    "requests", "reportlab", "sqlite_utils", "pypinyin", "stdnum", "openpyxl", "psycopg", "qtawesome",
)  # fmt: skip


def _read_by(code):
    shown = "import json, sys\nprint(json.dumps([name for name, module in sys.modules.items() if module]))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{shown}"], check=True, stdout=subprocess.PIPE, text=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_what_needs_the_key_is_not_read_before_the_password():
    read = _read_by("import village_desk.__main__, ui.app")
    assert read & {*BEFORE_THE_PASSWORD, *NEVER_AT_START} == set()


def test_the_first_page_is_read_without_a_key_and_brings_no_network_and_no_paper(tmp_path):
    read = _read_by(
        "import village_desk.__main__, ui.app, pathlib\n"
        f"kept = ui.app.prepared(pathlib.Path({str(tmp_path)!r}))\n"
        "for _ in ui.app._without_key(): pass"
    )
    assert {"ui.working", "ui.pages.today"} <= read
    assert read & set(NEVER_AT_START) == set()


def test_somebody_who_is_there_is_noticed_and_then_not_listened_to_until_the_next_look(at_work):
    window = at_work.window
    window.watch_idle(5)
    assert not _begins_anew(window)
    window._look()
    assert _begins_anew(window)
    assert not _begins_anew(window)


def _begins_anew(window):
    """Say whether a key begins the idle time anew."""
    window._timer.stop()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, key)
    return window._timer.isActive()


def test_an_answer_that_comes_when_the_pages_are_gone_is_heard_by_nobody(at_work, qtbot):
    heard = []
    desk = at_work.working.desk
    desk.ask(lambda _session: 1, heard.append)
    at_work.drop_key()
    qtbot.waitUntil(lambda: hasattr(at_work.gate, "names"), timeout=10_000)
    assert heard == []
