"""What tests of pages do again and again: type, ask the worker, open a record."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication


def write(widget, text):
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def asked(qtbot, desk, query):
    """Ask the worker and wait for the answer; everything told to it before has then happened."""
    answers = []
    desk.ask(query, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
    return answers[0]


def done(qtbot, desk, command):
    """Run a command on the worker."""
    answers = []
    desk.do(command, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)


def opened(qtbot, frame, desk, kind, record_id, page_name="consultations"):
    """Open a record and wait until its page shows it."""
    desk.open_record(kind, record_id)
    page = frame.page(page_name).record_page(kind)
    qtbot.waitUntil(lambda: page.sight is not None and page.sight.id == record_id, timeout=5_000)
    return page


def settled(qtbot, page):
    """Wait until a new record can be written into."""
    qtbot.waitUntil(lambda: page.sight is not None, timeout=5_000)
