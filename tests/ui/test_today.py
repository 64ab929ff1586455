from dataclasses import replace
from datetime import timedelta

import pytest

from village_desk import ids, times
from village_desk.commands import drafts, records, reviews
from village_desk.queries.reviews import Remark
from village_desk.session import Actor


@pytest.fixture
def page(at_work):
    return at_work.working.frame.page("today")


def _save(desk, qtbot, kind, **values):
    record_id = ids.new_id()
    with qtbot.waitSignal(desk.changed):
        desk.do(lambda s: records.save(s, kind, record_id, values))
    return record_id


def _texts(page):
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for card in page.cards for label in card.findChildren(QLabel))


def test_an_empty_day_says_what_to_do_first(page, qtbot):
    qtbot.waitUntil(lambda: page.list.count() == 1)
    assert page.cards == []


@pytest.mark.requirement("R002", "R212")
def test_overdue_stands_first_with_its_article_and_leads_to_the_record(page, desk, qtbot):
    day = times.legal_day(desk.session.now())
    _save(desk, qtbot, "consultation", name="[练习]吴", met_on=day - timedelta(days=1))
    old = _save(desk, qtbot, "consultation", name="[练习]马", met_on=day - timedelta(days=30))
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    assert _texts(page).index("[练习]马") < _texts(page).index("[练习]吴")
    assert "法律援助服务规范" in _texts(page)
    with qtbot.waitSignal(desk.opened) as opened:
        page.cards[0].button.click()
    assert opened.args[:2] == ["consultation", old]


def test_an_unfinished_draft_is_offered_once(page, desk, qtbot):
    record_id = ids.new_id()
    done = []
    desk.do(lambda s: drafts.keep(s, "new", "consultation", record_id, {"name": "[练习]李"}), done.append)
    qtbot.waitUntil(lambda: bool(done))
    page.refresh()
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    with qtbot.waitSignal(desk.opened) as opened:
        page.cards[0].button.click()
    assert opened.args[:2] == ["consultation", record_id]


def test_what_was_returned_says_by_whom_where_and_leads_to_the_field(page, desk, qtbot):
    record_id, submission_id = ids.new_id(), ids.new_id()
    values = {"name": "[练习]马", "content": "租金", "answer": "可以", "channel": "1", "handling": ("1",)}
    values["met_on"] = times.legal_day(desk.session.now())
    head = Actor(ids.new_id(), "[练习]李站长", "station_head", b"", ("620702101",))

    def returned(session):
        records.save(session, "consultation", record_id, values)
        reviews.submit(session, "consultation", record_id, submission_id)
        remarks = [Remark("answer", "请写明依据"), Remark(f"case_party:{record_id.hex()}:phone", "补填")]
        above = replace(session, actor=head)
        return reviews.review(above, submission_id, ids.new_id(), "returned", remarks)

    desk.do(returned)
    qtbot.waitUntil(lambda: "李站长" in _texts(page))
    assert "“答复意见”请写明依据；“联系电话”补填" in _texts(page)
    with qtbot.waitSignal(desk.opened) as opened:
        page.cards[0].button.click()
    assert opened.args == ["consultation", record_id, "answer"]


def test_the_months_numbers_count_what_was_made(page, desk, qtbot):
    _save(desk, qtbot, "mediation_case", title="[练习]相邻")
    qtbot.waitUntil(lambda: page.mediations.text() == "本月调解 1 件")
