"""Somebody comes in: from F2 to what becomes of it, by keyboard alone, and nothing typed twice."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.hands import asked, done, opened, write
from tests.ui.test_oral_agreement_by_keyboard import Keyboard
from ui.pages.taking_in import Taken, Visit, take_in
from ui.sight import draft_key
from village_desk import ids
from village_desk.commands import records
from village_desk.queries import drafts, lists
from village_desk.queries.records import children

pytestmark = pytest.mark.gui
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NAME = "[练习]马秀英"
PHONE = "13809361234"
KNOWN = {
    "party_type": "natural",
    "name": NAME,
    "phone": PHONE,
    "address": "平原村三社",
    "groups": ("G02",),
}
TOLD = "在工地干了三个月，工资一直没有发"


@pytest.fixture
def keyboard(qtbot, frame, desk):
    frame.setFocus()
    return Keyboard(qtbot, desk)


@pytest.fixture
def known(qtbot, desk):
    person = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, "person", person, KNOWN))
    return person


def comes_in(keyboard, name=NAME):
    """F2, the name, the person found; the cursor then stands in the matter."""
    keyboard.press(KEY.Key_F2)
    keyboard.write(name)
    keyboard.press(KEY.Key_Return, KEY.Key_Return)


def tells(keyboard, topic, text=TOLD, since="20251126"):
    """The matter in village words, how they came, what they tell, since when."""
    editor = QApplication.focusWidget()
    editor.setCurrentIndex(editor.findText(topic))
    editor.activated.emit(editor.currentIndex())
    keyboard.press(KEY.Key_Return)
    keyboard.press(KEY.Key_Return, KEY.Key_Return)
    keyboard.note(text)
    keyboard.line(since)


def only(session, kind):
    (held,) = lists.page(session, kind)
    return held


@pytest.mark.requirement("R034", "R035", "R036")
def test_a_visitor_is_answered_on_the_spot_without_the_mouse(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    page = frame.page("intake")
    assert NAME in page.who_words.text()
    tells(keyboard, "欠工资、欠工程款")
    page.form.focus_field("answer")
    keyboard.write("可以向劳动监察投诉，也可以申请仲裁。")
    keyboard.press(KEY.Key_1, held=CONTROL)
    qtbot.waitUntil(lambda: page.done.isVisibleTo(page), timeout=5_000)
    held = asked(qtbot, desk, lambda session: only(session, "consultation"))
    assert (held.state, held.values["person"], held.values["phone"]) == ("answered", known, KNOWN["phone"])
    assert held.values["on_the_spot"] is True
    assert held.values["cause"] == "追索劳动报酬纠纷"
    assert held.values["groups"] == ("G02",)
    assert held.values["limit_rule"] == "labour"
    assert asked(qtbot, desk, drafts.open_drafts) == []


@pytest.mark.parametrize(
    ("key", "kind", "state", "carried"),
    [
        (KEY.Key_3, "mediation_case", "to_mediation", {"facts": TOLD}),
        (KEY.Key_4, "legal_aid", "to_legal_aid", {"facts": TOLD, "phone": PHONE, "groups": ("G02",)}),
        (KEY.Key_5, "referral", "referred", {"summary": TOLD, "name": NAME, "phone": PHONE, "topic": "T05"}),
    ],
)  # fmt: skip
def test_what_a_visit_becomes_is_begun_with_everything_that_was_said(
    qtbot, frame, desk, keyboard, known, key, kind, state, carried
):
    comes_in(keyboard)
    tells(keyboard, "欠工资、欠工程款")
    keyboard.press(key, held=CONTROL)
    qtbot.waitUntil(lambda: frame.current() != "intake", timeout=5_000)
    visit, made = asked(qtbot, desk, lambda session: (only(session, "consultation"), only(session, kind)))
    assert visit.state == state
    assert made.values["consultation"] == visit.id
    assert {name: made.values[name] for name in carried} == carried
    if kind == "mediation_case":
        (party,) = asked(qtbot, desk, lambda session: children(session, kind, made.id)["case_party"])
        assert (party.name, party.values["phone"], party.values["person"]) == (NAME, KNOWN["phone"], known)


def test_somebody_new_is_entered_with_the_visit_and_only_then(qtbot, frame, desk, keyboard):
    keyboard.press(KEY.Key_F2)
    keyboard.write("[练习]尚未来过")
    keyboard.press(KEY.Key_Return, KEY.Key_Return, KEY.Key_Return)
    assert asked(qtbot, desk, lambda session: lists.count(session, "person")) == 0
    tells(keyboard, "借钱不还", "借出去的钱要不回来")
    keyboard.press(KEY.Key_2, held=CONTROL)
    page = frame.page("intake")
    qtbot.waitUntil(lambda: page.done.isVisibleTo(page), timeout=5_000)
    visit, person = asked(
        qtbot, desk, lambda session: (only(session, "consultation"), only(session, "person"))
    )
    assert (visit.state, visit.values["person"]) == ("waiting", person.id)


def test_what_was_refused_at_its_last_step_is_tried_again_without_making_anything_twice(qtbot, desk):
    """The visit stands once the first step is done; closing it wants a way it came by."""
    told = {"name": NAME, "content": TOLD, "answer": "可以申请劳动仲裁", "outcome": "yes"}
    visit = Visit(ids.new_id(), told, {"name": NAME, "phone": PHONE})
    taken = Taken("consultation", visit.id)
    refused = []
    desk.do(lambda s: take_in(s, visit, "spot", taken), lambda _changes: None, refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=5_000)
    assert "channel" in [one.field for one in refused[0].problems]
    mended = replace(visit, values={**told, "channel": "1"})
    done(qtbot, desk, lambda session: take_in(session, mended, "spot", taken))
    assert only(desk.session, "consultation").state == "closed"
    assert only(desk.session, "person").values["phone"] == PHONE


def test_another_matter_of_the_same_person_is_of_the_same_visit(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    tells(keyboard, "欠工资、欠工程款")
    keyboard.press(KEY.Key_2, held=CONTROL)
    page = frame.page("intake")
    qtbot.waitUntil(lambda: page.done.isVisibleTo(page), timeout=5_000)
    page.done.buttons[0].setFocus()
    keyboard.press(KEY.Key_Return)
    tells(keyboard, "借钱不还", "还有一件借钱的事")
    keyboard.press(KEY.Key_2, held=CONTROL)
    qtbot.waitUntil(lambda: page.done.isVisibleTo(page), timeout=5_000)
    second, first = asked(qtbot, desk, lambda session: lists.page(session, "consultation"))
    assert (second.values["visit"], second.values["person"]) == (first.id, known)


def test_what_is_half_told_is_kept_when_the_cadre_is_called_away(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    tells(keyboard, "欠工资、欠工程款")
    frame.show_page("today")
    (kept,) = asked(qtbot, desk, drafts.open_drafts)
    assert (kept.kind, kept.values["content"], kept.values["name"]) == ("consultation", TOLD, NAME)
    keyboard.press(KEY.Key_F2)
    page = frame.page("intake")
    assert page.form.draft()["content"] == TOLD
    page.take_in("question")
    qtbot.waitUntil(lambda: page.done.isVisibleTo(page), timeout=5_000)
    held = asked(qtbot, desk, lambda session: only(session, "consultation"))
    assert kept.key == draft_key("consultation", held.id)
    assert asked(qtbot, desk, drafts.open_drafts) == []


@pytest.mark.requirement("R045")
def test_what_must_be_reported_is_asked_first_and_stands_on_today(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    tells(keyboard, "家庭暴力", "丈夫酒后打人")
    page = frame.page("intake")
    assert "反家庭暴力法 第十四条" in page.side.duty.text.text()
    page.side.duty.buttons[0].click()
    reports = frame.page("consultations").record_page("visit_report")
    qtbot.waitUntil(lambda: reports.sight is not None and reports.sight.record is not None, timeout=5_000)
    assert reports.sight.values["duty"] == "family_violence"
    frame.show_page("today")
    today = frame.page("today")
    qtbot.waitUntil(lambda: bool(today.cards), timeout=5_000)
    visit = asked(qtbot, desk, lambda session: only(session, "consultation"))
    shown = opened(qtbot, frame, desk, "consultation", visit.id)
    assert "反家庭暴力法 第十四条" in shown.notices.duty.buttons[0].toolTip()


def test_nobody_is_written_down_without_a_word_of_what_it_is_about(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    keyboard.press(KEY.Key_2, held=CONTROL)
    page = frame.page("intake")
    assert page.form.problem("content")
    assert asked(qtbot, desk, lambda session: lists.count(session, "consultation")) == 0


@pytest.mark.requirement("R013")
def test_the_whole_story_is_one_page_and_every_line_opens_its_record(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    tells(keyboard, "欠工资、欠工程款")
    keyboard.press(KEY.Key_5, held=CONTROL)
    qtbot.waitUntil(lambda: frame.current() == "referrals", timeout=5_000)
    slip = frame.page("referrals").record_page("referral")
    qtbot.waitUntil(lambda: slip.sight is not None and slip.sight.record is not None, timeout=5_000)
    keyboard.press(KEY.Key_L, held=CONTROL)
    qtbot.waitUntil(lambda: frame.current() == "chain", timeout=5_000)
    page = frame.page("chain")
    qtbot.waitUntil(lambda: len(page.lines) == 3, timeout=5_000)
    person, visit, last = (one.toolTip() for one in page.lines)
    assert NAME in person
    assert visit.startswith("法律咨询")
    assert last.startswith("转办单")
    page.lines[1].setFocus()
    keyboard.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: frame.current() == "consultations", timeout=5_000)


def test_two_entries_of_one_person_are_merged_and_parted_on_the_page(qtbot, frame, desk, known):
    other = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, "person", other, {"name": NAME}))
    page = opened(qtbot, frame, desk, "person", other, "persons")
    qtbot.waitUntil(lambda: len(page.notices.other.buttons) == 2, timeout=5_000)
    page.notices.other.buttons[1].click()
    qtbot.waitUntil(lambda: page.sight is not None and page.sight.id == known, timeout=5_000)
    assert [one.id for one in asked(qtbot, desk, lambda session: lists.page(session, "person"))] == [known]
    page = opened(qtbot, frame, desk, "person", other, "persons")
    qtbot.waitUntil(lambda: len(page.notices.other.buttons) == 3, timeout=5_000)
    page.notices.other.buttons[2].click()
    qtbot.waitUntil(
        lambda: len(asked(qtbot, desk, lambda session: lists.page(session, "person"))) == 2, timeout=5_000
    )


def test_the_household_is_chosen_by_search_and_shown_on_both_pages(qtbot, frame, desk, known):
    son = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, "person", son, {"name": "[练习]小马"}))
    page = opened(qtbot, frame, desk, "person", son, "persons")
    persons = frame.page("persons")
    qtbot.waitUntil(lambda: persons.household.isVisibleTo(page), timeout=5_000)
    persons.household.ask_button.click()
    qtbot.waitUntil(lambda: persons.currentWidget() is persons.picker_page, timeout=5_000)
    write(persons.picker.editors["name"].input, "马秀英")
    qtbot.waitUntil(lambda: persons.picker.list.count() == 1, timeout=5_000)
    persons.picker.take_button.click()
    qtbot.waitUntil(lambda: len(persons.household.links) == 2, timeout=5_000)
    assert persons.household.links[0].toolTip().startswith("户主")


@pytest.mark.requirement("R192", "R223")
def test_a_question_the_cadre_cannot_answer_waits_for_the_adviser(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    tells(keyboard, "遗产、分家", "父亲没有留下遗嘱，房子怎么分")
    page = frame.page("intake")
    assert "仅供提示" in page.side.limit.findChildren(QLabel)[-1].text()
    keyboard.press(KEY.Key_2, held=CONTROL)
    qtbot.waitUntil(lambda: page.done.isVisibleTo(page), timeout=5_000)
    held = asked(qtbot, desk, lambda session: only(session, "consultation"))
    assert (held.state, held.values["cause"]) == ("waiting", "继承纠纷")


def test_a_complaint_makes_no_visit_and_begins_with_what_was_said(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    tells(keyboard, "其他", "来了三次都没有人在")
    keyboard.press(KEY.Key_6, held=CONTROL)
    qtbot.waitUntil(lambda: frame.current() != "intake", timeout=5_000)
    assert asked(qtbot, desk, lambda session: lists.count(session, "consultation")) == 0
    (kept,) = asked(qtbot, desk, drafts.open_drafts)
    assert (kept.kind, kept.values["name"], kept.values["facts"]) == ("complaint", NAME, "来了三次都没有人在")


@pytest.mark.requirement("R196")
def test_somebody_comes_for_a_neighbour_and_both_are_written_down(qtbot, frame, desk, keyboard, known):
    comes_in(keyboard)
    page = frame.page("intake")
    page.form.put({"agent_name": "[练习]李小梅", "content": "替隔壁老人问低保"})
    page.take_in("question")
    qtbot.waitUntil(lambda: page.done.isVisibleTo(page), timeout=5_000)
    held = asked(qtbot, desk, lambda session: only(session, "consultation"))
    assert (held.name, held.values["agent_name"]) == (NAME, "[练习]李小梅")


def test_somebody_of_sixty_is_known_by_the_id_card_number_alone(qtbot, frame, desk):
    frame.new_visit()
    page = frame.page("intake")
    page.picker.made.emit({"name": "[练习]老人", "id_number": "11010519491231002X"})
    assert page.form.draft()["groups"] == ("G03",)
    assert "法律援助法 第四十二条" in page.side.groups.findChildren(QLabel)[1].text()
