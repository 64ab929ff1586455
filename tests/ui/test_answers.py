"""A village answers each remark before it sends again; an approved record is corrected with a reason."""

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog

from tests.ui.hands import done, opened, write
from ui.pages import reopening, supplementing
from village_desk import ids
from village_desk.commands import records, reviews
from village_desk.queries import answers
from village_desk.queries.drafts import open_drafts
from village_desk.queries.records import about
from village_desk.queries.reviews import Remark, is_locked, state_of
from village_desk.session import Actor, Session

pytestmark = pytest.mark.gui
REMARKS = [Remark("answer", "请写明依据的条款"), Remark("channel", "是否上门核实过？")]


@pytest.fixture
def consultation(qtbot, desk):
    """A consultation as it is sent to the township."""
    record_id = ids.new_id()
    values = {
        "name": "[练习]马秀英",
        "met_on": date(2026, 11, 20),
        "channel": "1",
        "content": "邻居修墙占了两家共用的通道",
        "answer": "可以先调解",
        "handling": ("1",),
    }
    done(qtbot, desk, lambda session: records.save(session, "consultation", record_id, values))
    return record_id


def as_head(session):
    head = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", ("620702101",))
    return Session(session.store, head, session.profile, session.clock)


def answered(session, record_id, outcome, remarks=()):
    """Send it, and let the head of the office answer."""
    submission = ids.new_id()
    reviews.submit(session, "consultation", record_id, submission)
    return reviews.review(as_head(session), submission, ids.new_id(), outcome, remarks)


@pytest.mark.requirement("R189")
def test_each_remark_is_mended_or_answered_in_words_before_it_is_sent_again(qtbot, frame, desk, consultation):
    done(qtbot, desk, lambda session: answered(session, consultation, "returned", REMARKS))
    page = opened(qtbot, frame, desk, "consultation", consultation)
    panel = page.notices.review
    page.form.focus_field("answer")
    write(page.form.editors["answer"].input, "依民法典第二百九十一条办理。")
    page.submit()
    qtbot.waitUntil(lambda: "尚未" not in panel.marks["answer"].text(), timeout=5_000)
    qtbot.waitUntil(lambda: page.form.problem("channel") != REMARKS[1].text, timeout=5_000)
    assert "写明原因" in page.form.problem("channel")
    assert panel.marks["channel"].text() == "尚未修改"
    assert state_of(desk.session, "consultation", consultation).standing == "returned"

    write(panel.areas["channel"], "没有上门：由儿子带照片来说明。")
    assert panel.marks["channel"].text() == "已说明"
    page.submit()
    qtbot.waitUntil(lambda: not panel.isVisible(), timeout=5_000)
    latest = about(desk.session, "submission", "consultation", consultation)[-1]
    said = answers.said(latest.values["answers"])
    assert said["answer"].mended
    assert said["channel"].words == "没有上门：由儿子带照片来说明。"
    assert not [one for one in open_drafts(desk.session) if one.kind == "submission"]


def test_a_remark_on_the_whole_that_nobody_answered_is_named_in_a_sentence(qtbot, frame, desk, consultation):
    whole = [Remark("", "请附上照片")]
    done(qtbot, desk, lambda session: answered(session, consultation, "returned", whole))
    page, told = opened(qtbot, frame, desk, "consultation", consultation), []
    desk.told.connect(told.append)
    page.submit()
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert "写明原因" in told[0].text


def test_words_that_were_typed_are_there_again_after_another_page(qtbot, frame, desk, consultation):
    done(qtbot, desk, lambda session: answered(session, consultation, "returned", REMARKS))
    page = opened(qtbot, frame, desk, "consultation", consultation)
    write(page.notices.review.areas["channel"], "没有上门。")
    desk.leaving.emit()
    qtbot.waitUntil(lambda: bool(open_drafts(desk.session)), timeout=5_000)
    page.open(consultation)
    qtbot.waitUntil(lambda: page.sight is not None, timeout=5_000)
    assert page.notices.review.areas["channel"].toPlainText() == "没有上门。"


def test_an_approved_record_is_corrected_with_a_reason_and_stays_approved(qtbot, frame, desk, consultation):
    done(qtbot, desk, lambda session: answered(session, consultation, "approved"))
    page = opened(qtbot, frame, desk, "consultation", consultation)
    editor = page.form.editors["answer"]
    assert editor.input.isReadOnly()
    page.begin(supplementing.begin)
    assert not editor.input.isReadOnly()
    write(editor.input, "补充：另见第二百八十八条。")
    page.save()
    qtbot.waitUntil(lambda: bool(page.findChildren(QDialog)), timeout=5_000)
    (window,) = page.findChildren(QDialog)
    window.reason.setPlainText("漏写了条款")
    window.accept()
    qtbot.waitUntil(
        lambda: bool(about(desk.session, "supplement", "consultation", consultation)), timeout=5_000
    )
    assert is_locked(desk.session, "consultation", consultation)
    qtbot.waitUntil(editor.input.isReadOnly, timeout=5_000)
    assert "漏写了条款" in page.notices.signed.text.text()


def test_only_the_head_is_offered_to_open_an_approved_record_again(qtbot, frame, desk, consultation):
    done(qtbot, desk, lambda session: answered(session, consultation, "approved"))
    page = opened(qtbot, frame, desk, "consultation", consultation)
    assert not reopening.may(page.sight, desk.session.actor.roles)
    assert reopening.may(page.sight, ("station_head",))
    reviews.reopen(as_head(desk.session), "consultation", consultation, ids.new_id(), "请核对日期")
    page.open(consultation)
    qtbot.waitUntil(page.notices.review.isVisible, timeout=5_000)
    assert list(page.notices.review.areas) == [""]
