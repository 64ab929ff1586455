import sys

import pytest

from ui import crash
from village_desk.errors import StoreTrouble, UserError


def _caught(raising):
    try:
        raising()
    except (ValueError, StoreTrouble) as error:
        return error
    raise AssertionError


def _typed_by_somebody():
    name = "[练习]赵秘密"
    raise ValueError(f"{name} does not fit")


def test_a_report_names_places_and_never_what_was_typed():
    text = crash.report(_caught(_typed_by_somebody))
    assert "builtins.ValueError" in text
    assert "_typed_by_somebody" in text
    assert "秘密" not in text


def test_a_report_carries_the_code_and_the_cause():
    def full():
        try:
            _typed_by_somebody()
        except ValueError as error:
            raise StoreTrouble("store.full") from error

    text = crash.report(_caught(full))
    assert "StoreTrouble store.full" in text
    assert "builtins.ValueError" in text


@pytest.fixture
def hooked():
    before = sys.excepthook
    told, crashed = [], []
    crash.install(told.append, crashed.append)
    yield told, crashed
    sys.excepthook = before


def test_an_error_for_people_is_told_and_a_bug_shows_the_crash_page(hooked):
    told, crashed = hooked
    for error in (UserError("record.gone"), ValueError("x")):
        sys.excepthook(type(error), error, None)
    assert [error.code for error in told] == ["record.gone"]
    assert len(crashed) == 1


def test_a_bug_keeps_the_drafts_and_one_can_go_on(at_work, qtbot):
    with qtbot.waitSignal(at_work.working.desk.leaving):
        at_work._crashed("report")
    page = at_work.window.stack.currentWidget()
    assert page.report.toPlainText() == "report"
    page.go_on_button.click()
    assert at_work.window.stack.currentWidget() is at_work.working.frame
