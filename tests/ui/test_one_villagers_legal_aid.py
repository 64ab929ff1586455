"""One villager's way from the first question to the callback, with a real county and the township's desk.

Whatever is typed is noted, and nothing may be typed twice: not by the room, and not by the township.
"""

from datetime import date

import pytest

import forms
from sync import connect, engine
from tests.ui.conftest import CHEAP, PASSWORD, VILLAGE
from tests.ui.hands import asked, opened, settled, write
from tests.ui.test_fetching import _joined
from tools.practice_county import enrolled, new_desk
from ui.looks import LOOKS
from ui.widgets.editors import ChoiceEditor, ChoicesEditor, NoteEditor
from village_desk import ids, times
from village_desk.commands import moves, records
from village_desk.keys.passwords import Cost
from village_desk.queries import papers, today
from village_desk.queries.records import children, record

pytestmark = [pytest.mark.county, pytest.mark.gui]

OFFICER = "[练习]李建国"
NAME, ID_NUMBER, PHONE = "[练习]吴䶮", "11010519491231002X", "13912346021"
FACTS = "在工地干了187天，老板欠28620元，打了欠条，催了多次不给。"
FIRM, LAWYER = "甘肃某律师事务所[练习]", "[练习]孙律师"


class Hand:
    """Types into the window as people do, and remembers everything that was typed."""

    def __init__(self, qtbot, frame, desk):
        self.qtbot, self.frame, self.desk = qtbot, frame, desk
        self.typed = []
        self.place = None

    def fill(self, page, **values):
        for name, value in values.items():
            editor = page.form.editors[name]
            assert not editor.value(), f"{page.kind.name}.{name} is known already: {editor.value()}"
            self.enter(editor, value)
            said = value if isinstance(value, str) else "、".join(value)
            self.typed.append((editor.spec.codes, said))

    def enter(self, editor, value):
        if isinstance(editor, ChoicesEditor):
            for code in value:
                editor.boxes[code].click()
        elif isinstance(editor, ChoiceEditor):
            editor.pick.setCurrentIndex(editor.pick.findData(value))
            editor.edited.emit()
        else:
            write(editor.area if isinstance(editor, NoteEditor) else editor.line, value)
        assert editor.problem() is None, editor.title
        assert editor.value() is not None, editor.title

    def tell(self, editor, value):
        """Type into a line of the picker."""
        write(editor.line, value)
        self.typed.append(("", value))

    def until(self, ready):
        self.qtbot.waitUntil(ready, timeout=15_000)

    def step(self, page, name, state):
        page.take_step(name)
        self.until(lambda: page.sight.record is not None and page.sight.record.state == state)

    def add(self, page, kind):
        """Press the button that begins a record of a kind, on the page of the application."""
        buttons = page.rare.buttons.get(kind) or page.parts[kind].add_buttons
        buttons[0].click()
        child = self.frame.page("legal_aid").record_page(kind)
        self.until(lambda: self.frame.page("legal_aid").currentWidget() is child)
        settled(self.qtbot, child)
        return child

    def done(self, page, back):
        """Save a record that hangs on the application, and go back there."""
        kind, made = page.kind.name, page.record_id()
        page.finish()
        self.until(
            lambda: back.sight is not None and made in [one.id for one in back.sight.children.get(kind, [])]
        )

    def synced(self, ready):
        self.desk.sync_asked.emit()
        self.until(ready)


@pytest.fixture
def township(tmp_path, county):
    """The township's desk, which writes for the agency."""
    area = VILLAGE[:9]
    code = county.invite(area, "[练习]司法所", [(OFFICER, "station_head")])
    made = new_desk(tmp_path / "township", area, (OFFICER, "station_head"), PASSWORD, Cost(*CHEAP))
    session = enrolled(made, county.address, code).session
    yield session
    session.store.close_connection()


def round_of(session):
    exchange = connect.connect(session.store)
    engine.run_round(session.store, exchange)
    exchange.close()


def first_question(hand):
    """F2: who it is, what is asked; then into an application."""
    frame = hand.frame
    frame.show_page("consultations")
    consultations = frame.page("consultations")
    consultations.new_record()
    for name, value in (("name", NAME), ("id_number", ID_NUMBER), ("phone", PHONE)):
        hand.tell(consultations.picker.editors[name], value)
    hand.until(consultations.picker.new_button.isEnabled)
    consultations.picker.new_button.click()
    page = consultations.record_page("consultation")
    hand.until(lambda: consultations.currentWidget() is page)
    settled(hand.qtbot, page)
    hand.fill(page, address="敬依村三组", content=FACTS, groups=("G02",), cause="追索劳动报酬纠纷")
    hand.fill(page, limit_rule="labour", happened_on="20260302")
    page.save()
    hand.until(lambda: page.sight.record is not None)
    turn = next(do for text, do in page.bar.steps.items() if "法律援助" in text)
    turn()
    hand.until(lambda: frame.current() == "legal_aid")
    aid = frame.page("legal_aid").record_page("legal_aid")
    hand.until(lambda: aid.sight is not None and aid.sight.record is not None)
    return aid


def application(hand, aid):
    """What nobody has said yet, the hardship, the list of papers; then it is handed over."""
    draft = aid.form.draft()
    assert (draft["facts"], draft["groups"], draft["limitation_on"]) == (FACTS, ("G02",), date(2027, 3, 2))
    assert aid.form.draft()["born_on"] == date(1949, 12, 31)
    hand.fill(aid, matter="A31-5", agency="甘州区法律援助中心")
    statement = hand.add(aid, "hardship_statement")
    assert statement.form.draft()["id_number"] == ID_NUMBER
    hand.fill(statement, household_size="2", total_income="1850.50", exemption=("A42-3",))
    hand.fill(statement, exemption_proof="工牌和考勤表照片")
    hand.done(statement, aid)
    hand.step(aid, "sign", "signed")
    aid.papers.button.click()
    hand.until(lambda: len(aid.sight.children["received_material"]) == 5)
    hand.step(aid, "scan", "scanned")
    aid.take_step("hand_over")
    hand.until(lambda: bool(aid.question.text.text()))
    assert "缺" not in aid.question.text.text()
    aid.question.buttons[0].click()
    hand.until(lambda: aid.sight.record.state == "handed_over")
    assert aid.form.draft()["handed_over_on"] == times.legal_day(hand.desk.session.now())


def agency_decides(township, aid_id, typed):
    """The township writes down what the agency did: received, granted, designated."""

    def take(step, **values):
        typed.extend(("", str(value)) for value in values.values())
        moves.make(township, "legal_aid", aid_id, step, values)

    def keep(kind, known, **values):
        typed.extend(("", str(value)) for value in values.values() if not isinstance(value, date))
        first = {"application": aid_id, **known, **values}
        records.save(township, kind, ids.new_id(), first)

    day = times.legal_day(township.now())
    held = record(township, "legal_aid", aid_id).values
    take("receive", received_by_agency_on=day)
    same = {name: held[of] for name, of in LOOKS["agency_decision"].same.items() if held.get(of)}
    keep("agency_decision", same | {"decided_on": day}, decision="give", number="甘援决字〔2026〕第118号")
    take("grant")
    keep("aid_designation", {"designated_on": day}, firm=FIRM, lawyer=LAWYER, phone="0936-8611111")
    take("designate")


def after_the_decision(hand, aid):
    """The decision is read and handed over; the case ends; the villager is asked how it went."""
    receipt = hand.add(aid, "service_receipt")
    draft = receipt.form.draft()
    assert (draft["receiver"], draft["place"]) == (NAME, "敬依村三组")
    assert (draft["document"], draft["number"]) == ("指派通知书", None)
    hand.done(receipt, aid)
    second = hand.add(aid, "service_receipt")
    assert second.form.draft()["document"] == "给予法律援助决定书"
    assert second.form.draft()["number"] == "甘援决字〔2026〕第118号"
    hand.done(second, aid)
    hand.step(aid, "undertake", "undertaken")
    closing = hand.add(aid, "aid_closing")
    hand.fill(closing, way="mediation", gained="28620", evaluation="won")
    hand.done(closing, aid)
    hand.step(aid, "close", "closed")
    callback = hand.add(aid, "aid_callback")
    assert callback.form.draft()["answered_by"] == NAME
    hand.fill(callback, satisfaction="1", charged="no", suggestion="工资已经拿到。")
    hand.done(callback, aid)
    hand.step(aid, "call_back", "called_back")


@pytest.mark.requirement("R201", "R203", "R035")
def test_from_the_first_question_to_the_callback_nothing_is_typed_twice(at_work, qtbot, county, township):
    hand = Hand(qtbot, _joined(at_work, qtbot, county), at_work.working.desk)
    aid = first_question(hand)
    aid_id = aid.record_id()
    application(hand, aid)
    hand.synced(lambda: "县里已收到" in hand.frame.status.sentence.text())

    round_of(township)
    assert "aid_decision" not in {task.what.removeprefix("deadline.") for task in today.tasks(township)}
    agency_decides(township, aid_id, hand.typed)
    round_of(township)

    hand.synced(lambda: aid.sight.record.state == "designated")
    page = opened(qtbot, hand.frame, hand.desk, "legal_aid", aid_id, "legal_aid")
    assert page.sight.children["agency_decision"][0].values["decision"] == "give"
    after_the_decision(hand, page)

    texts = [said for codes, said in hand.typed if not codes]
    assert len(texts) >= 15
    assert sorted(set(texts)) == sorted(texts), "something was typed twice"
    chosen = [one for one in hand.typed if one[0]]
    assert len(set(chosen)) == len(chosen)
    every_paper_says_it(hand, aid_id)


def every_paper_says_it(hand, aid_id):
    """Every paper of the case is filled from what was typed once."""
    found = asked(hand.qtbot, hand.desk, lambda session: papers_of_case(session, aid_id))
    assert len(found) >= 5
    for form, content in found.items():
        held = str(content)
        assert NAME in held, form
        assert forms.render(forms.load(form), content, forms.Sheet(id=ids.new_id())), form


def papers_of_case(session, aid_id):
    """The content of every paper of the case that the room may print whole, by form."""
    held = [("legal_aid", aid_id)]
    held += [
        (kind, one.id) for kind, found in children(session, "legal_aid", aid_id).items() for one in found
    ]
    return {
        form: papers.content(session, kind, record_id)
        for kind, record_id in held
        if kind != "hardship_statement"
        for form in LOOKS[kind].papers
    }
