"""The legal clock on the page of a case: periods with their article, a way to move them, duties first."""

from datetime import date

import pytest

from tests.ui.hands import done, opened, settled
from tests.ui.test_sweeps import accepted_case
from village_desk import ids, times
from village_desk.commands import records


@pytest.fixture
def case(qtbot, desk):
    made = ids.new_id()
    done(qtbot, desk, lambda session: accepted_case(session, made))
    return made


def test_a_period_shows_last_day_article_and_count_and_can_be_extended_from_there(qtbot, frame, desk, case):
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    assert page.clock.isVisibleTo(page)
    text = page.clock.texts[0]
    assert "调解期限" in text
    assert "人民调解工作若干规定 第三十三条" in text
    page.clock.change_buttons[0].click()
    change = frame.page("mediation").record_page("period_change")
    settled(qtbot, change)
    begun = change.form.draft()
    today = times.legal_day(desk.session.now())
    assert (begun["period"], begun["from_on"], begun["decided_by"]) == (
        "mediation_period",
        today,
        "[练习]王桂兰",
    )
    change.form.put(
        {"change": "extend", "until_on": date(2099, 1, 2), "reason": "等鉴定", "agreed_by": "双方同意延期书"}
    )
    change.bar.main_button.click()
    qtbot.waitUntil(lambda: any("2099年1月2日" in text for text in page.clock.texts), timeout=5_000)


def test_what_must_be_reported_stands_on_top_and_leads_to_the_report(qtbot, frame, desk, case):
    seen = {"case": case, "duty": "family_violence", "found_on": date(2026, 11, 20)}
    done(qtbot, desk, lambda session: records.save(session, "duty_report", ids.new_id(), seen))
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    qtbot.waitUntil(lambda: page.notices.duty.isVisibleTo(page), timeout=5_000)
    assert "反家庭暴力法 第十四条" in page.notices.duty.buttons[0].toolTip()
    assert "应当立即报告" in page.bar.missing.text()
    page.notices.duty.buttons[0].click()
    report = frame.page("mediation").record_page("duty_report")
    settled(qtbot, report)
    qtbot.waitUntil(report.form.editors["reported_on"].input.hasFocus, timeout=5_000)
    report.form.put({"reported_on": date(2026, 11, 20), "reported_to": ("police",)})
    report.bar.main_button.click()
    qtbot.waitUntil(lambda: not page.notices.duty.isVisibleTo(page), timeout=5_000)


def test_words_that_hint_at_violence_ask_and_block_nothing(qtbot, frame, desk, case):
    hint = {"facts": "[练习]丈夫多次殴打妻子"}
    done(qtbot, desk, lambda session: records.save(session, "mediation_case", case, hint))
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    qtbot.waitUntil(lambda: page.notices.hint.isVisibleTo(page), timeout=5_000)
    assert "报告" not in page.bar.missing.text()
    page.notices.hint.buttons[0].click()
    report = frame.page("mediation").record_page("duty_report")
    settled(qtbot, report)
    assert report.form.draft()["duty"] == "family_violence"
