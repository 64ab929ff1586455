"""Help while answering: earlier records beside the consultation that is being written, opened to be read."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit

from tests.ui.hands import done, opened, write
from ui.widgets.similar import EarlierRecord
from village_desk import ids
from village_desk.commands import moves, records

EARLIER = {
    "name": "[练习]陈大山",
    "phone": "13912346021",
    "address": "乌江村三社17号",
    "met_on": date(2025, 3, 1),
    "channel": "1",
    "topic": "T08",
    "content": "承包地转包给外村人，对方拖欠租金，想收回承包地。",
    "answer": "先看转包合同怎么写；可以申请人民调解。",
    "handling": ("1",),
    "outcome": "yes",
}


@pytest.fixture
def page(qtbot, frame, desk):
    """A new consultation, with an earlier one on the desk."""
    done(qtbot, desk, lambda session: records.save(session, "consultation", ids.new_id(), EARLIER))
    now = ids.new_id()
    entered = {"name": "[练习]马秀英", "met_on": date(2026, 11, 20), "content": "邻居家的狗咬了人。"}
    done(qtbot, desk, lambda session: records.save(session, "consultation", now, entered))
    return opened(qtbot, frame, desk, "consultation", now)


def card(page):
    return page.parent().similar_help.card


def asked(qtbot, page, text):
    page.form.focus_field("content")
    page.form.put({"content": ""})
    write(page.form.editors["content"].input, text)
    qtbot.waitUntil(lambda: len(card(page).links) == 1, timeout=5_000)
    return card(page)


@pytest.mark.requirement("R192")
def test_what_is_typed_brings_earlier_records_without_name_day_or_place(qtbot, page):
    assert not card(page).isVisible()
    shown = asked(qtbot, page, "承包地转包出去，租金拖欠两年了，能收回承包地吗")
    assert shown.isVisible()
    words = shown.links[0].text()
    assert words.startswith("法律咨询：土地承包、流转、征收\n都提到：")
    for secret in ("陈大山", "2025", "乌江村", "调解", "解决"):
        assert secret not in words


def test_one_is_opened_to_be_read_and_nothing_in_it_can_be_changed(qtbot, page):
    before = page.form.draft()
    shown = asked(qtbot, page, "承包地转包出去，租金拖欠，能收回承包地吗")
    shown.links[0].setFocus()
    qtbot.keyClick(shown.links[0], "\r")
    qtbot.waitUntil(lambda: bool(page.findChildren(EarlierRecord)), timeout=5_000)
    (dialog,) = page.findChildren(EarlierRecord)
    said = [one.text() for one in dialog.findChildren(QLabel)]
    assert EARLIER["answer"] in said
    assert EARLIER["content"] in said
    for secret in ("陈大山", "6021", "乌江村"):
        assert not [text for text in said if secret in text]
    assert not dialog.findChildren(QLineEdit)
    assert not dialog.findChildren(QTextEdit)
    dialog.reject()
    assert page.form.draft()["answer"] == before["answer"]


def test_nothing_is_offered_for_another_question_or_once_it_is_closed(qtbot, page, desk):
    asked(qtbot, page, "承包地转包出去，租金拖欠，能收回承包地吗")
    write(page.form.editors["answer"].input, "先协商")
    page.form.put({"content": "邻居家的狗咬了人。"})
    page.form.edited.emit()
    qtbot.waitUntil(lambda: not card(page).links, timeout=5_000)
    asked(qtbot, page, "承包地转包出去，租金拖欠，能收回承包地吗")
    page.form.put({"channel": "1", "handling": ("1",), "outcome": "yes"})
    page.save()
    record_id = page.record_id()
    done(qtbot, desk, lambda session: moves.make(session, "consultation", record_id, "close"))
    qtbot.waitUntil(lambda: not card(page).links, timeout=5_000)
    assert not card(page).isVisible()
