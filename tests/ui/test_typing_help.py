"""F3 goes on through what was found, F4 offers what one writes often, F7 takes over the record before."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import asked, done, opened, write
from village_desk import ids
from village_desk.commands import records
from village_desk.queries import earlier, phrases

KIND = "consultation"


def saved(qtbot, desk, **values):
    record_id = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, KIND, record_id, values))
    return record_id


@pytest.fixture
def page(qtbot, frame, desk):
    """A new record after two of the same user."""
    saved(qtbot, desk, name="[练习]钱乙", cause="土地流转", channel="1")
    saved(qtbot, desk, name="[练习]赵龘", cause="相邻通行", phone="13912346021", channel="2")
    third = saved(qtbot, desk, name="[练习]孙丙", cause="相邻通行")
    fourth = saved(qtbot, desk, name="[练习]李丁")
    assert third != fourth
    return opened(qtbot, frame, desk, KIND, fourth)


def focus(qtbot, page, name):
    page.form.focus_field(name)
    qtbot.waitUntil(lambda: page.form.editors[name].isAncestorOf(page.form.focusWidget()), timeout=5_000)
    return page.form.editors[name]


def test_f7_takes_over_one_field_and_never_over_what_is_typed(qtbot, page):
    editor = focus(qtbot, page, "cause")
    qtbot.keyClick(editor.input, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: editor.value() == "相邻通行", timeout=5_000)
    assert page.unsaved()
    editor.set_value("别的")
    qtbot.keyClick(editor.input, Qt.Key.Key_F7)
    asked(qtbot, page._desk, lambda _session: True)
    assert editor.value() == "别的"


def test_what_tells_who_somebody_is_is_never_taken_over(qtbot, page, desk):
    found = asked(qtbot, desk, lambda session: earlier.previous(session, KIND, ids.new_id()))
    assert not {"name", "phone", "id_number", "number", "state", "person"} & found.keys()
    editor = focus(qtbot, page, "phone")
    qtbot.keyClick(editor.input, Qt.Key.Key_F7)
    asked(qtbot, desk, lambda _session: True)
    assert editor.value() is None
    assert asked(qtbot, desk, lambda session: earlier.phrases(session, KIND, "name", b"")) == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # of menus, offscreen
def test_f4_offers_what_is_written_often_and_a_digit_takes_it(qtbot, page):
    editor = focus(qtbot, page, "cause")
    write(editor.input, "邻里：")
    qtbot.keyClick(editor.input, Qt.Key.Key_F4)
    menu = page.typing_help.menu
    qtbot.waitUntil(menu.isVisible, timeout=5_000)
    assert [action.text() for action in menu.actions()][:2] == ["&1  相邻通行", "&2  土地流转"]
    qtbot.keyClick(menu, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: str(editor.value()).endswith("土地流转"), timeout=5_000)
    assert page.unsaved()


def test_f3_goes_on_through_what_was_found_and_begins_anew(qtbot, frame, page):
    frame.search_box.setText("相邻通行")
    qtbot.waitUntil(lambda: frame.search_box.is_open() and frame.search_box.list.count() == 2, timeout=5_000)
    found = list(frame._hits)
    stack = frame.page("consultations")
    for kind, record_id in (*found, found[0]):
        frame.find_next()
        shown = stack.record_page(kind)
        qtbot.waitUntil(lambda page=shown, wanted=record_id: page.record_id() == wanted, timeout=5_000)
    assert not frame.search_box.is_open()


def test_f3_without_a_search_begins_one(qtbot, frame):
    frame.find_next()
    assert frame.search_box.hasFocus()


# ------------------------------------------------------------ records and agreements of a mediation


@pytest.fixture
def hung(qtbot, frame, desk):
    """Open a record that hangs on a case about a path between neighbours."""

    def open_one(kind, **values):
        case, record_id = ids.new_id(), ids.new_id()
        first = {"title": "[练习]相邻通行", "dispute_type": "02"}
        done(qtbot, desk, lambda session: records.save(session, "mediation_case", case, first))
        below = {"case": case, **values}
        done(qtbot, desk, lambda session: records.save(session, kind, record_id, below))
        return opened(qtbot, frame, desk, kind, record_id, "mediation")

    return open_one


def offered(qtbot, page, editor):
    menu = page.typing_help.menu
    menu.clear()
    qtbot.keyClick(editor.input, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: bool(menu.actions()), timeout=5_000)
    return [one.text() for one in menu.actions()]


@pytest.mark.qt_log_ignore("This plugin does not support")  # of menus, offscreen
def test_phrases_are_those_of_the_kind_of_dispute_and_can_be_written_anew(qtbot, desk, hung):
    page = hung("agreement", terms=None)
    editor = focus(qtbot, page, "terms")
    texts = offered(qtbot, page, editor)
    assert "不得堵塞" in texts[0]
    assert not any("赡养" in text for text in texts)
    page.typing_help.keep_phrases("terms", "02", "一、共同出资修渠。\n\n二、轮流看护。")
    asked(qtbot, desk, lambda _session: True)
    page.typing_help.offer_phrases()  # the menu is still open and hears the keys
    qtbot.waitUntil(lambda: "修渠" in page.typing_help.menu.actions()[0].text(), timeout=5_000)
    texts = [one.text() for one in page.typing_help.menu.actions()]
    assert [text.split("  ")[-1] for text in texts[:2]] == ["一、共同出资修渠。", "二、轮流看护。"]
    page.typing_help.keep_phrases("terms", "02", " \n")
    found = asked(qtbot, desk, lambda session: phrases.phrases(session, "agreement", "terms", "02"))
    assert "不得堵塞" in found[0], "without own ones the county's are back"


def test_an_amount_is_written_out_in_capital_numerals(qtbot, hung):
    page = hung("agreement", terms=None)
    editor = focus(qtbot, page, "terms")
    write(editor.input, "一、赔偿1,200.50")
    qtbot.keyClick(editor.input, Qt.Key.Key_F10)
    assert editor.value() == "一、赔偿1,200.50元（大写：壹仟贰佰元伍角整）"
    write(editor.input, "；另付1200元")
    qtbot.keyClick(editor.input, Qt.Key.Key_F10)
    assert str(editor.value()).endswith("；另付1200元（大写：壹仟贰佰元整）")


def test_enter_asks_and_answers_in_turn_until_nothing_more_is_asked(qtbot, hung):
    page = hung("investigation", record=None)
    editor = focus(qtbot, page, "record")
    for text in ("墙是谁砌的？", "他家九月砌的。", ""):
        qtbot.keyClick(editor.input, Qt.Key.Key_Return)
        write(editor.input, text)
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert str(editor.value()).splitlines() == ["问：墙是谁砌的？", "答：他家九月砌的。"]


def test_what_a_record_should_say_ticks_itself_and_unticks_again(qtbot, frame, hung):
    page = hung("mediation_session", present="[练习]赵龘、[练习]陈𬭎", record=None)
    card = frame.page("mediation").reminder
    assert not any(card.said.values())
    editor = focus(qtbot, page, "record")
    write(editor.input, "人民调解员告知权利和义务。经核实，双方没有异议，达成协议。")
    assert {name for name, done_ in card.said.items() if done_} == {"rights", "facts", "outcome"}
    write(editor.input, "调解员说明自愿原则。[练习]赵龘称……，[练习]陈𬭎称……。提示法律后果。以上各方签名。")
    assert all(card.said.values())
    editor.input.selectAll()
    write(editor.input, "未能达成协议。")
    assert not any(card.said.values()), "which other ways are open is not said"
