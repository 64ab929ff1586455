"""The page of an application for legal aid: its papers, what the law says, the warning at the hand-over."""

from datetime import date

import pytest

from tests.ui.hands import asked, done, opened, settled
from village_desk import ids
from village_desk.commands import moves, papers, records
from village_desk.commands.papers import Printed
from village_desk.queries import records as queries
from village_desk.queries.aid import papers_of

APPLICATION = {
    "name": "[练习]吴䶮",
    "sex": "1",
    "born_on": date(1968, 3, 9),
    "id_number": "11010519491231002X",
    "address": "敬依村三组",
    "phone": "13912346021",
    "facts": "欠薪28620元",
    "matter": "A31-5",
    "applied_on": date(2026, 11, 3),
}


@pytest.fixture
def aid(qtbot, desk):
    """An application with a statement of hardship."""
    made, statement = ids.new_id(), ids.new_id()
    hardship = {"legal_aid": made, "name": "[练习]吴䶮", "stated_on": date(2026, 11, 3)}
    entries = [("legal_aid", made, APPLICATION), ("hardship_statement", statement, hardship)]
    done(qtbot, desk, lambda session: records.save_all(session, entries))
    return made


def lines(session, aid):
    return [one.values for one in queries.children(session, "legal_aid", aid)["received_material"]]


@pytest.mark.requirement("R199", "R202", "R198")
def test_the_hand_over_names_the_originals_that_are_missing_and_lets_people_go_on(qtbot, frame, desk, aid):
    page = opened(qtbot, frame, desk, "legal_aid", aid, "legal_aid")
    done(qtbot, desk, lambda session: moves.make(session, "legal_aid", aid, "sign"))
    qtbot.waitUntil(lambda: page.sight.record.state == "signed", timeout=5_000)
    page.form.put({"handed_over_on": date(2026, 11, 4)})
    page.take_step("hand_over")
    qtbot.waitUntil(lambda: bool(page.question.buttons), timeout=5_000)
    assert "居民身份证" in page.question.text.text()
    assert page.sight.record.state == "signed"
    page.question.buttons[1].click()
    assert not page.question.isVisibleTo(page)
    page.take_step("hand_over")
    qtbot.waitUntil(lambda: bool(page.question.text.text()), timeout=5_000)
    page.question.buttons[0].click()
    qtbot.waitUntil(lambda: page.sight.record.state == "handed_over", timeout=5_000)


@pytest.mark.requirement("R216", "R217")
def test_the_list_for_the_receipt_is_written_out_of_what_is_needed_and_only_once(qtbot, frame, desk, aid):
    page = opened(qtbot, frame, desk, "legal_aid", aid, "legal_aid")
    page.form.put({"materials": ("identity",), "agent_name": "[练习]赵龘"})
    for _twice in range(2):
        page.papers.button.click()
        qtbot.waitUntil(lambda: len(page.sight.children["received_material"]) == 6, timeout=5_000)
    held = asked(qtbot, desk, lambda session: lines(session, aid))
    assert [one["material"] for one in held] == [
        "application", "identity", "authority", "hardship", "promise", "case",
    ]  # fmt: skip
    assert [one["title"] for one in held if one.get("received_on")] == ["居民身份证或者其他有效身份证明"]


def test_a_printed_paper_is_known_as_printed_and_one_without_hardship_is_not_asked_for(
    qtbot, frame, desk, aid
):
    printed = Printed("legal_aid_application", "026", 1, 1)
    done(qtbot, desk, lambda session: papers.record_sheet(session, ("legal_aid", aid), ids.new_id(), printed))
    first, *_rest = asked(qtbot, desk, lambda session: papers_of(session, aid))
    assert (first.printed, first.scanned, first.original) == (True, False, False)
    done(qtbot, desk, lambda session: records.save(session, "legal_aid", aid, {"matter": "A32-4"}))
    assert [one.material for one in asked(qtbot, desk, lambda session: papers_of(session, aid))] == [
        "application", "identity", "case",
    ]  # fmt: skip


def test_the_law_follows_what_is_typed_and_never_says_who_is_entitled(qtbot, frame, desk, aid):
    page = opened(qtbot, frame, desk, "legal_aid", aid, "legal_aid")
    qtbot.waitUntil(lambda: bool(page.law.texts), timeout=5_000)
    assert "属于法律列明的事项：因经济困难" in page.law.texts[0]
    page.form.put({"matter": "A32-4"})
    page.form.edited.emit()
    assert "不用填经济困难状况说明表，也不用诚信承诺书。" in page.law.texts
    assert page.law.texts[-1].endswith("本室不作决定。")


@pytest.mark.requirement("R241", "R110")
def test_who_can_apply_is_asked_alone_and_begins_an_application_without_asking_again(qtbot, frame, desk):
    desk.go("legal_aid")
    whole = frame.page("legal_aid")
    whole.eligibility_button.click()
    asking = whole.eligibility
    assert whole.currentWidget() is asking
    asking.form.put({"matter": "A31-5", "groups": ("G02",), "limitation_on": date(2027, 3, 2)})
    asking.form.edited.emit()
    assert any("免予核查" in text for text in asking.law.texts)
    assert "法律援助不收取任何费用，任何人不得收取财物。" in asking.law.texts
    asking.begin_button.click()
    whole.picker.named.emit({"name": "[练习]吴䶮"})
    page = whole.record_page("legal_aid")
    settled(qtbot, page)
    draft = page.form.draft()
    assert (draft["matter"], draft["groups"], draft["name"]) == ("A31-5", ("G02",), "[练习]吴䶮")
    assert draft["limitation_on"] == date(2027, 3, 2)


@pytest.mark.requirement("R217")
def test_the_contents_of_the_file_come_out_of_what_the_case_holds(qtbot, frame, desk, aid):
    closing = ids.new_id()
    entries = [
        ("service_receipt", ids.new_id(), {"application": aid, "document": "给予法律援助决定书"}),
        ("aid_closing", closing, {"application": aid, "ended_on": date(2026, 12, 30)}),
    ]
    done(qtbot, desk, lambda session: records.save_all(session, entries))
    page = opened(qtbot, frame, desk, "aid_closing", closing, "legal_aid")
    for _twice in range(2):
        frame.page("legal_aid").file_button.click()
        qtbot.waitUntil(lambda: len(page.sight.children["archived_paper"]) == 7, timeout=5_000)
    held = [one.values for one in page.sight.children["archived_paper"]]
    assert held[0]["title"] == "法律援助申请表"
    assert [one["title"] for one in held][-2:] == ["送达回证", "结案报告表"]
    assert [one["order"] for one in held] == list(range(1, 8))


def test_the_room_has_no_button_for_what_the_agency_decides(qtbot, frame, desk, aid):
    page = opened(qtbot, frame, desk, "legal_aid", aid, "legal_aid")
    qtbot.waitUntil(lambda: page.sight.record is not None, timeout=5_000)
    hidden = [
        button
        for kind in ("agency_decision", "aid_designation", "aid_termination")
        for button in page.rare.buttons[kind]
    ]
    assert hidden
    assert not any(button.isVisibleTo(page.rare) for button in hidden)
    assert any(button.isVisibleTo(page.rare) for button in page.rare.buttons["supplement_notice"])
