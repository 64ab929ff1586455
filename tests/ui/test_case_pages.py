"""Cases, applications, persons and reviewed records: what hangs together on their pages."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import done, opened, settled, write
from ui.pages.moving_away import WhereTo
from village_desk import changes, ids
from village_desk.commands import records, reviews
from village_desk.queries.reviews import Remark
from village_desk.session import Actor, Session

VISITOR = {
    "name": "[练习]马秀英",
    "sex": "2",
    "phone": "13912346021",
    "address": "敬依村三组18号",
    "party_type": "natural",
}
LONG_NAME = "[练习]阿依古丽·买买提江"


@pytest.fixture
def consultation(qtbot, desk):
    """A consultation that lacks only whether it was solved."""
    record_id = ids.new_id()
    values = {
        "name": "[练习]马秀英",
        "met_on": date(2026, 11, 20),
        "channel": "1",
        "content": "租金一直没给",
        "answer": "可以先调解",
        "handling": ("1",),
        "phone": "13912346021",
    }
    done(qtbot, desk, lambda session: records.save(session, "consultation", record_id, values))
    return record_id


@pytest.mark.requirement("R123", "R283", "R119")
def test_a_consultation_becomes_a_mediation_without_typing_again_and_only_once(
    qtbot, frame, desk, consultation
):
    page = opened(qtbot, frame, desk, "consultation", consultation)
    assert [button.text() for button in page.bar.side_buttons] == ["转人民调解"]
    page.bar.side_buttons[0].click()
    qtbot.waitUntil(lambda: frame.current() == "mediation", timeout=5_000)
    case = frame.page("mediation").record_page("mediation_case")
    qtbot.waitUntil(lambda: case.sight is not None and case.sight.record is not None, timeout=5_000)
    assert case.form.draft()["facts"] == "租金一直没给"
    assert [one.name for one in case.sight.children["case_party"]] == ["[练习]马秀英"]
    again = opened(qtbot, frame, desk, "consultation", consultation)
    qtbot.waitUntil(lambda: bool(again.sight.grown), timeout=5_000)
    assert "转人民调解" not in again.bar.steps


def test_a_case_is_filled_with_two_parties_and_says_what_acceptance_still_needs(qtbot, frame, desk):
    case = ids.new_id()
    values = {
        "title": "[练习]相邻通行",
        "source": "application",
        "facts": "砌墙占路",
        "mediator": "[练习]王桂兰",
    }
    done(qtbot, desk, lambda session: records.save(session, "mediation_case", case, values))
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    mediation = frame.page("mediation")
    for place, name in enumerate(("[练习]赵龘", "[练习]陈𬭎")):
        page.parts["case_party"].add_buttons[place].click()
        qtbot.waitUntil(lambda: mediation.currentWidget() is mediation.picker_page, timeout=5_000)
        mediation.picker.named.emit({"name": name})
        party = mediation.record_page("case_party")
        settled(qtbot, party)
        assert party.form.draft()["side"] == ("applicant", "respondent")[place]
        party.form.put({"address": "敬依村"})
        party.bar.main_button.click()
        qtbot.waitUntil(lambda: mediation.currentWidget() is page, timeout=5_000)
        qtbot.waitUntil(
            lambda count=place + 1: (
                page.sight is not None and len(page.sight.children["case_party"]) == count
            ),
            timeout=5_000,
        )
    missing = page.bar.missing.text()
    assert "受理" in missing
    page.form.put(
        {
            "applied_on": date(2026, 11, 3),
            "accepted_on": date(2026, 11, 5),
            "dispute_type": desk.session.profile.lists["dispute_type"][0].code,
        }
    )
    page.finish()
    qtbot.waitUntil(lambda: page.sight.record.state == "accepted", timeout=5_000)


def test_the_income_of_the_household_is_added_up_and_no_conclusion_is_drawn(qtbot, frame, desk):
    aid, statement = ids.new_id(), ids.new_id()

    def make(session):
        first = records.save(session, "legal_aid", aid, {"name": "[练习]吴䶮"})
        second = records.save(
            session, "hardship_statement", statement, {"legal_aid": aid, "name": "[练习]吴䶮"}
        )
        for wages in (120_000, 80_050):
            records.save(
                session,
                "household_member",
                ids.new_id(),
                {"statement": statement, "name": "[练习]吴", "wages": wages},
            )
        return first | second

    done(qtbot, desk, make)
    page = opened(qtbot, frame, desk, "hardship_statement", statement, "legal_aid")
    card = page.parts["household_member"]
    assert len(card.line_buttons) == 2
    card.summed.emit(200_050)
    assert page.form.draft()["total_income"] == 200_050


def test_returned_remarks_stand_on_top_and_under_the_very_field(qtbot, frame, desk, consultation):
    def send_back(session):
        submission = ids.new_id()
        reviews.submit(session, "consultation", consultation, submission)
        head = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", ("620702101",))
        other = Session(session.store, head, session.profile, session.clock)
        return reviews.review(
            other, submission, ids.new_id(), "returned", [Remark("answer", "请写明依据的条款")]
        )

    done(qtbot, desk, send_back)
    page = opened(qtbot, frame, desk, "consultation", consultation)
    assert page.notices.review.isVisible()
    assert page.form.problem("answer") == "请写明依据的条款"
    page.notices.review.buttons[0].click()
    assert page.form.editors["answer"].input.hasFocus()
    assert page.header.standing.text() == "退回修改"


def test_a_person_who_looks_like_a_known_one_is_shown_before_being_doubled(qtbot, frame, desk):
    done(qtbot, desk, lambda session: records.save(session, "person", ids.new_id(), VISITOR))
    frame.show_page("persons")
    persons_page = frame.page("persons")
    persons_page.new_record()
    page = persons_page.record_page("person")
    settled(qtbot, page)
    page.form.focus_field("name")
    write(page.form.editors["name"].input, VISITOR["name"])
    qtbot.keyClick(page.form.editors["name"].input, Qt.Key.Key_Return)
    qtbot.waitUntil(page.notices.other.isVisible, timeout=5_000)
    assert "139****6021" in page.notices.other.buttons[0].toolTip()


def test_a_session_and_an_agreement_begin_with_what_the_case_already_says(qtbot, frame, desk):
    case = ids.new_id()

    def make(session):
        values = {"title": "[练习]相邻通行", "facts": "砌墙占路", "mediator": "[练习]王桂兰"}
        changes = records.save(session, "mediation_case", case, values)
        for name in ("[练习]赵龘", "[练习]陈𬭎"):
            records.save(session, "case_party", ids.new_id(), {"case": case, "name": name})
        return changes

    done(qtbot, desk, make)
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    page.parts["agreement"].add_buttons[0].click()
    agreement = frame.page("mediation").record_page("agreement")
    qtbot.waitUntil(lambda: agreement.sight is not None, timeout=5_000)
    assert agreement.form.draft()["facts"] == "砌墙占路"
    assert agreement.form.draft()["copies"] == 3
    agreement.finish()
    qtbot.waitUntil(
        lambda: page.sight is not None and len(page.sight.children["agreement"]) == 1, timeout=5_000
    )
    page.parts["mediation_session"].add_buttons[0].click()
    held = frame.page("mediation").record_page("mediation_session")
    qtbot.waitUntil(lambda: held.sight is not None, timeout=5_000)
    assert held.form.draft()["present"] == "[练习]赵龘、[练习]陈𬭎"


def test_an_approved_record_says_why_it_cannot_be_changed(qtbot, frame, desk, consultation):
    def approve(session):
        submission = ids.new_id()
        reviews.submit(session, "consultation", consultation, submission)
        head = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", ("620702101",))
        other = Session(session.store, head, session.profile, session.clock)
        return reviews.review(other, submission, ids.new_id(), "approved", [])

    done(qtbot, desk, approve)
    page = opened(qtbot, frame, desk, "consultation", consultation)
    page.form.focus_field("answer")
    assert page.form.problem("answer")
    write(page.form.editors["answer"].input, "改不了")
    assert not page.unsaved()
    assert not page.bar.main_button.isVisible()


def test_hardship_figures_are_hidden_in_the_village_once_the_application_is_handed_over(qtbot, frame, desk):
    aid, statement = ids.new_id(), ids.new_id()

    def make(session):
        changes = records.save(session, "legal_aid", aid, {"name": "[练习]吴䶮"})
        values = {"legal_aid": aid, "name": "[练习]吴䶮", "total_income": 123_400}
        records.save(session, "hardship_statement", statement, values)
        with session.store.unit_of_work(session.actor, session.now()) as uow:
            uow.put("legal_aid", aid, {"state": "handed_over"})
        return changes

    done(qtbot, desk, make)
    page = opened(qtbot, frame, desk, "hardship_statement", statement, "legal_aid")
    assert page.form.draft()["total_income"] is None
    page.form.focus_field("total_income")
    assert page.form.problem("total_income") == "已送交，不再显示"
    assert page.header.state.text() == "已送交，不再显示"
    of_case = opened(qtbot, frame, desk, "legal_aid", aid, "legal_aid").parts["hardship_statement"]
    qtbot.waitUntil(lambda: bool(of_case.line_buttons), timeout=5_000)
    assert "部分内容在此不显示" in of_case.line_text(of_case._found[0])
    assert "1,234" not in of_case.line_text(of_case._found[0])
    assert not page.bar.print_button.isVisible()


def test_the_office_puts_a_case_into_the_village_it_belongs_to(qtbot, frame, desk):
    case = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, "mediation_case", case, {"title": "[练习]地界"}))
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    assert "转到别的村……" not in page.bar.steps
    head = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", ("620702101",))
    desk.session = Session(desk.session.store, head, desk.session.profile, desk.session.clock)
    page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    page.bar.steps["转到别的村……"]()
    dialog = page.findChild(WhereTo)
    code, name = next(place for place in page.sight.places if place[0] != "620702101000")
    write(dialog.picker.edit, code)
    assert dialog.picker.value() == code
    with qtbot.waitSignal(desk.told, timeout=5_000) as told:
        dialog.accept()
    assert name in told.args[0].text
    (body,) = desk.session.store.query('SELECT "body" FROM "change" ORDER BY "n" DESC LIMIT 1')[0]
    assert changes.decode(bytes(body)).f == {"scope": code}
