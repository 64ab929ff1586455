"""A typical case is made from the page of a case, looked through side by side, and handed in."""

import pytest

from tests.ui.hands import asked, done, opened
from tests.village_desk import cases
from ui.widgets.difference import DifferenceLabel
from village_desk.commands import records
from village_desk.queries import lists


@pytest.fixture
def case(qtbot, desk):
    made = []

    def run(session):
        made.append(cases.finished(session))
        facts = "陈大山与马秀英是邻居，大山砌墙，电话13893612345。"
        return records.save(session, "mediation_case", made[0].case, {"facts": facts})

    done(qtbot, desk, run)
    return made[0].case


@pytest.mark.requirement("R038")
def test_made_looked_through_and_handed_in_from_the_window(qtbot, frame, desk, case):
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    offer = next(one for one in page.bar.side_buttons if "典型案例" in one.text())
    offer.click()
    drafts = frame.page("typical_drafts")
    qtbot.waitUntil(drafts.card.isVisible, timeout=10_000)
    assert frame.current() == "typical_drafts"
    card, draft = drafts.card, drafts.record_page("case_draft")
    shown = [one for one in card.findChildren(DifferenceLabel) if "邻居" in one.accessibleName()]
    assert [one.accessibleName()[:3] for one in shown] == ["陈大山", "甲某与"]
    assert next(text for text, differs in shown[1].pieces if differs) == "甲某与乙某"
    assert not card.left.isVisible()
    assert "大山" in card.asks.text.text()
    card.asks.buttons[0].click()
    qtbot.waitUntil(lambda: not card.asks.isVisible(), timeout=5_000)
    assert "大山" not in draft.form.values()["facts"]
    assert "核对" in draft.bar.missing.text()
    card.confirm_button.click()
    qtbot.waitUntil(card.done.isVisible, timeout=5_000)
    draft.finish()
    qtbot.waitUntil(lambda: draft.sight.record.state == "deidentified", timeout=5_000)
    (held,) = asked(qtbot, desk, lambda session: lists.page(session, "case_draft"))
    assert "马秀英" not in str(held.values)


def test_a_name_typed_in_again_is_named_in_red_and_replaced_by_one_press(qtbot, frame, desk, case):
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    next(one for one in page.bar.side_buttons if "典型案例" in one.text()).click()
    drafts = frame.page("typical_drafts")
    qtbot.waitUntil(drafts.card.isVisible, timeout=10_000)
    draft, card = drafts.record_page("case_draft"), drafts.card
    draft.form.put({"comment": "马秀英的做法值得学习。"})
    draft.save()
    qtbot.waitUntil(card.left.isVisible, timeout=5_000)
    assert "马秀英" in card.left.text.text()
    assert not card.confirm_button.isVisible()
    card.left.buttons[0].click()
    qtbot.waitUntil(lambda: not card.left.isVisible(), timeout=5_000)
    assert draft.form.values()["comment"] == "乙某的做法值得学习。"


def test_published_cases_are_read_and_lead_to_those_in_preparation(qtbot, frame, desk):
    frame.show_page("typical")
    page = frame.page("typical")
    assert not page.list.new_button.isVisible()
    page.drafts_button.click()
    assert frame.current() == "typical_drafts"
