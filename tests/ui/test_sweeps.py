"""Sweeps and what a case rarely has: a found dispute becomes a case, an oral agreement ends it."""

from datetime import date

import pytest

from tests.ui.hands import done, opened, settled
from ui.paper import papers_of
from village_desk import ids
from village_desk.commands import moves, records
from village_desk.queries import records as reading

TODAY = date(2026, 11, 20)


def accepted_case(session, case):
    """Make a case that has been accepted, with two parties."""
    values = {
        "title": "[练习]相邻用水",
        "source": "application",
        "dispute_type": "02",
        "facts": "浇水先后争执",
        "applied_on": TODAY,
        "accepted_on": TODAY,
        "mediator": "[练习]王桂兰",
    }
    changes = records.save(session, "mediation_case", case, values)
    for side, name in (("applicant", "[练习]赵龘"), ("respondent", "[练习]陈𬭎")):
        changes |= records.save(
            session, "case_party", ids.new_id(), {"case": case, "side": side, "name": name}
        )
    return changes | moves.make(session, "mediation_case", case, "accept")


@pytest.mark.requirement("R283")
def test_a_dispute_found_on_a_sweep_is_registered_as_a_case_without_typing_again(qtbot, frame, desk):
    sweep, found = ids.new_id(), ids.new_id()
    line = {
        "sweep": sweep,
        "parties": "[练习]赵龘、[练习]陈𬭎",
        "dispute_type": "02",
        "facts": "浇水先后争执",
    }

    def make(session):
        changes = records.save(session, "dispute_sweep", sweep, {"swept_on": TODAY, "area": "三社"})
        return changes | records.save(session, "found_dispute", found, line)

    done(qtbot, desk, make)
    page = opened(qtbot, frame, desk, "dispute_sweep", sweep, "sweeps")
    assert [one.values["facts"] for one in page.sight.children["found_dispute"]] == ["浇水先后争执"]
    dispute = opened(qtbot, frame, desk, "found_dispute", found, "sweeps")
    assert [button.text() for button in dispute.bar.side_buttons] == ["登记为调解案件"]
    dispute.bar.side_buttons[0].click()
    qtbot.waitUntil(lambda: frame.current() == "mediation", timeout=5_000)
    case = frame.page("mediation").record_page("mediation_case")
    qtbot.waitUntil(lambda: case.sight is not None and case.sight.record is not None, timeout=5_000)
    assert case.form.draft()["facts"] == "浇水先后争执"
    assert case.form.draft()["source"] == "village_sweep"
    again = opened(qtbot, frame, desk, "found_dispute", found, "sweeps")
    qtbot.waitUntil(lambda: bool(again.sight.values.get("case")), timeout=5_000)
    assert again.bar.side_buttons == []


def test_what_a_case_rarely_has_stands_together_until_there_is_one(qtbot, frame, desk):
    case = ids.new_id()
    done(qtbot, desk, lambda session: accepted_case(session, case))
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    assert page.parts["mediation_session"].isVisibleTo(page)
    assert not page.parts["evidence"].isVisibleTo(page)
    mediation = frame.page("mediation")
    page.rare.added.emit("evidence", {})
    evidence = mediation.record_page("evidence")
    settled(qtbot, evidence)
    assert evidence.form.draft()["order"] == 1
    evidence.form.put({"title": "渠道照片", "source": "[练习]赵龘", "pages": 2})
    evidence.bar.main_button.click()
    qtbot.waitUntil(lambda: page.parts["evidence"].isVisibleTo(page), timeout=5_000)
    assert "渠道照片" in page.parts["evidence"].line_buttons[0].text()


def test_an_oral_agreement_is_enough_to_agree_and_all_its_papers_are_offered(qtbot, frame, desk):
    case = ids.new_id()
    done(qtbot, desk, lambda session: accepted_case(session, case))
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    assert "协议" in page.bar.missing.text()
    oral = {
        "case": case,
        "facts": "浇水先后争执",
        "terms": "按轮次浇水",
        "performance": "当场履行",
        "reached_on": TODAY,
    }
    done(qtbot, desk, lambda session: records.save(session, "oral_agreement", ids.new_id(), oral))
    done(qtbot, desk, lambda session: moves.make(session, "mediation_case", case, "agree"))
    qtbot.waitUntil(lambda: page.sight.record.state == "agreed", timeout=5_000)

    offered: list[object] = []
    desk.ask(lambda session: papers_of(session, "mediation_case", case), offered.append)
    qtbot.waitUntil(lambda: bool(offered), timeout=5_000)
    forms = [paper.form for paper in offered[0]]
    assert forms.index("mediation_application") < forms.index("mediation_oral_agreement")
    assert forms.index("mediation_oral_agreement") < forms.index("mediation_closing_report")


def test_a_dossier_begins_with_what_the_case_says(qtbot, frame, desk):
    case = ids.new_id()
    done(qtbot, desk, lambda session: accepted_case(session, case))
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    page.rare.added.emit("dossier", {})
    dossier = frame.page("mediation").record_page("dossier")
    settled(qtbot, dossier)
    begun = dossier.form.draft()
    assert (begun["title"], begun["mediators"], begun["begun_on"]) == (
        "[练习]相邻用水",
        "[练习]王桂兰",
        TODAY,
    )
    held: list[object] = []
    desk.ask(lambda session: reading.record(session, "mediation_case", case), held.append)
    qtbot.waitUntil(lambda: bool(held), timeout=5_000)
    assert begun["number"] == held[0].values["number"]
