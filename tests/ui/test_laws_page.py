"""The library of laws in the window: taken in with progress, looked up, read, cited into an answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.hands import asked, done, opened
from tests.village_desk.test_laws import PRACTICE
from ui.pages import citing
from village_desk import ids
from village_desk.commands import laws, records
from village_desk.queries.laws import ArticleLine


@pytest.fixture
def law_file(tmp_path):
    path = tmp_path / "练习.md"
    path.write_text(PRACTICE, "utf-8")
    return path


@pytest.fixture
def page(qtbot, frame, law_file):
    frame.show_page("laws")
    page = frame.page("laws")
    page.take_in([law_file])
    qtbot.waitUntil(lambda: page.search.lines.count() == 1 and page.take_button.isEnabled(), timeout=10_000)
    return page


def test_a_law_is_taken_in_found_by_its_number_and_read(qtbot, page):
    page.search.edit.setText("577")
    qtbot.waitUntil(lambda: page.search.lines.count() == 2, timeout=5_000)
    qtbot.waitUntil(lambda: "违约金" in page.search.text.toPlainText(), timeout=5_000)
    assert page.search.text.textCursor().selectedText().startswith("第五百七十七条")
    page.copy_button.click()
    assert (
        QApplication.clipboard().text().startswith("《练习用民事示范法》（2023年9月1日文本）第五百七十七条：")
    )


def test_a_law_is_taken_out_again(qtbot, desk, page):
    page.search.lines.setCurrentRow(0)
    assert page.remove_button.isVisible()
    page.remove(page.search.current())
    qtbot.waitUntil(lambda: page.search.lines.count() == 0, timeout=5_000)


@pytest.mark.requirement("R192")
def test_an_article_goes_into_the_answer_of_a_consultation_by_keyboard(qtbot, frame, desk, law_file):
    record = ids.new_id()
    values = {"name": "[练习]马秀英", "content": "租金没给", "answer": "可以要求付清。"}
    done(qtbot, desk, lambda session: records.save(session, "consultation", record, values))
    asked(qtbot, desk, lambda session: laws.take_in(session, [law_file]))
    consultation = opened(qtbot, frame, desk, "consultation", record)
    assert any("引用法条" in name for name in consultation.bar.steps)
    dialog = citing.ask(desk, consultation)
    dialog.search.edit.setText("违约金")
    qtbot.waitUntil(lambda: isinstance(dialog.search.current(), ArticleLine), timeout=5_000)
    qtbot.keyClick(dialog.search.lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "第五百七十七条" in consultation.form.values()["answer"], timeout=5_000)
    assert consultation.form.values()["answer"].startswith("可以要求付清。\n《练习用民事示范法》")
