"""The registers in real windows: a villager's screen, a complaint's way, photos on the paper, the board."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

import forms
from tests.ui.conftest import PIN
from tests.ui.hands import asked, done, opened, settled
from ui.main_window import SMALLEST
from ui.pages import pages_for
from ui.paper import draw, papers_of
from ui.photos import activity_photos
from ui.printing import sheet_name
from ui.widgets.attachments import attach_file
from village_desk import ids, rights
from village_desk.commands import records
from village_desk.commands.papers import Printed, record_sheet
from village_desk.queries import lists
from village_desk.queries.records import record
from village_desk.queries.satisfaction import summary

TODAY = date(2026, 11, 20)


def register(frame, kind):
    frame.show_page("public_work")
    return frame.page("public_work").show_register(kind)


@pytest.mark.requirement("R049", "R057", "R152", "R278")
def test_one_entry_of_the_navigation_groups_the_registers(qtbot, frame, desk):
    frame.show_page("public_work")
    page = frame.page("public_work")
    named = [page.names.item(place).text() for place in range(page.names.count())]
    assert " ".join(named) == (
        "法治宣传 满意度测评 需求调查 投诉 重大事项 志愿者 志愿者招募 法律明白人 资源目录 公示牌 "
        "机构情况 上墙制度 服务事项清单 热点问题解答 人民调解员"
    )
    for place in range(len(page.kinds)):
        page.names.setCurrentRow(place)
        assert page.help_text()
        assert page.side.isVisibleTo(page)
    page.names.setCurrentRow(len(page.kinds))
    assert frame.current() == "registers"


@pytest.mark.requirement("R066", "R228", "R067")
def test_a_villager_answers_on_the_whole_screen_and_the_desk_wants_the_pin_again(qtbot, at_work, frame, desk):
    page = register(frame, "satisfaction")
    page.turn_button.click()
    screen = page.turned
    qtbot.waitUntil(lambda: screen.isVisible() and at_work.gate is not None, timeout=5_000)
    assert screen.isFullScreen()
    assert not frame.isVisible()
    assert [one.text() for one in screen.choices["attitude"]] == [
        "非常满意",
        "满意",
        "基本满意",
        "不满意",
        "很不满意",
    ]
    for buttons in screen.choices.values():  # every word of every answer has room on the smallest screen
        wide = sum(max(one.sizeHint().width(), one.minimumWidth()) for one in buttons)
        assert wide + 18 * (len(buttons) - 1) <= SMALLEST[0] - 2 * 32
    screen.choices["attitude"][0].click()
    screen.skip_button.click()
    screen.choices["speed"][4].click()
    screen.back_button.click()
    screen.choices["speed"][1].click()
    for name in ("room", "honesty", "solved"):
        screen.choices[name][0].click()
    screen.choices["knew"][0].click()
    screen.choices["first"][0].click()
    assert screen.place() == len(screen.questions)
    assert screen.thanks.isVisible()
    screen.again_button.click()
    screen.choices["attitude"][3].click()
    qtbot.keyClick(screen, Qt.Key.Key_Escape)  # the second one leaves; what was answered is kept
    qtbot.waitUntil(lambda: page.turned is None, timeout=5_000)
    counts = asked(qtbot, desk, summary)
    assert (counts.sheets, counts.ratings["attitude"], counts.knew) == (2, (1, 0, 0, 1, 0), (1, 1))
    assert counts.ratings["speed"] == (0, 1, 0, 0, 0)
    at_work.gate.secret.edit.setText(PIN)
    at_work.gate.open_button.click()
    qtbot.waitUntil(lambda: at_work.gate is None and frame.isVisible(), timeout=5_000)
    qtbot.waitUntil(lambda: page.counts.words.text() == "共 2 份", timeout=5_000)
    assert "样本不足" in page.counts.few.text()
    assert not page.list.list.isVisible()


def test_who_closes_the_villagers_screen_does_not_reach_the_desk(qtbot, at_work, frame, desk):
    page = register(frame, "satisfaction")
    screen = page.ask_villager()
    qtbot.waitUntil(screen.isVisible, timeout=5_000)
    screen.close()
    assert at_work.gate is not None
    assert not frame.isVisible()
    assert asked(qtbot, desk, summary).sheets == 0


def test_a_sheet_that_went_unfinished_is_kept_when_the_visitor_has_gone(qtbot, at_work, frame, desk):
    page = register(frame, "satisfaction")
    screen = page.ask_villager()
    screen.choices["attitude"][1].click()
    screen.start()  # as its timer does after a while without a touch
    assert screen.place() == 0
    assert asked(qtbot, desk, summary).sheets == 1
    screen.close()


@pytest.mark.requirement("R095")
def test_a_complaint_is_taken_down_and_sent_up_by_whom_it_is_about(qtbot, frame, desk):
    page = register(frame, "complaint")
    page.new_record()
    form = page.record_page("complaint")
    settled(qtbot, form)
    assert form.form.draft()["about"] == "room"
    form.form.put({"name": "[练习]王喆", "matter": "两次来访无人接待", "about_name": "[练习]李某"})
    form.bar.main_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.list, timeout=5_000)
    page.above_button.click()
    settled(qtbot, form)
    assert form.form.draft()["about"] == "station"
    form.form.put({"name": "[练习]王喆", "matter": "司法所不受理"})
    form.bar.main_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.list, timeout=5_000)
    held = asked(qtbot, desk, lambda session: lists.page(session, "complaint"))
    assert {one.values["matter"]: one.class_ for one in held} == {
        "两次来访无人接待": "normal",
        "司法所不受理": "hardship",
    }
    again = opened(qtbot, frame, desk, "complaint", held[0].id, "public_work")
    assert again.bar.main_button.text().strip().startswith("办好了")  # a room decides nothing


def test_a_complaint_about_oneself_is_refused_in_words(qtbot, frame, desk):
    page = register(frame, "complaint")
    page.new_record()
    form = page.record_page("complaint")
    settled(qtbot, form)
    form.form.put({"matter": "态度", "about_name": desk.session.actor.name})
    form.bar.main_button.click()
    qtbot.waitUntil(lambda: bool(form.form.editors["about_name"].marked()), timeout=5_000)
    assert "本人" in form.form.editors["about_name"].marked()
    assert asked(qtbot, desk, lambda session: lists.count(session, "complaint")) == 0


@pytest.mark.requirement("R107", "R117", "R137")
def test_the_photos_of_an_activity_stand_on_its_sheet(qtbot, frame, desk, tmp_path):
    activity = ids.new_id()
    done(
        qtbot, desk, lambda session: records.save(session, "publicity_activity", activity, {"held_on": TODAY})
    )
    for number in (1, 2, 3):
        photo = QImage(1600, 900, QImage.Format.Format_RGB888)
        photo.fill(QColor(60 * number, 120, 40))
        photo.save(str(tmp_path / f"{number}.jpg"))
        path = tmp_path / f"{number}.jpg"
        done(
            qtbot,
            desk,
            lambda session, path=path: attach_file(session, ("publicity_activity", activity), path, "照片"),
        )
    found = asked(qtbot, desk, lambda session: activity_photos(session, "publicity_activity", activity))
    assert sorted(found) == ["first", "second"]
    assert all(0 < QImage.fromData(each).width() <= 1_000 for each in found.values())

    def drawn(session):
        paper = papers_of(session, "publicity_activity", activity)[0]
        return draw(session, paper, dpi=50).pages[0]

    image = asked(qtbot, desk, drawn)
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)
    }
    assert any(QColor(name).green() > 100 and QColor(name).red() < 90 for name in colours)


@pytest.mark.requirement("R264")
def test_a_board_begins_with_its_room_lists_who_serves_and_is_drawn_in_a4_and_a3(qtbot, frame, desk):
    def fill(session):
        adviser = {"category": "adviser", "name": "[练习]赵龘", "phone": "13800000001", "on_board": True}
        return records.save(session, "resource", ids.new_id(), adviser)

    done(qtbot, desk, fill)
    page = register(frame, "notice_board")
    page.new_record()
    board = page.record_page("notice_board")
    settled(qtbot, board)
    assert board.form.draft()["room"] == asked(qtbot, desk, lambda s: s.store.text_state("unit_name"))
    assert "mediation" in board.form.draft()["services"]
    board.save(lambda: None)
    qtbot.waitUntil(lambda: any("赵龘" in one.text() for one in page.links), timeout=5_000)
    papers = asked(qtbot, desk, lambda session: papers_of(session, "notice_board", board.record_id()))
    assert [one.form for one in papers] == ["notice_board_a4", "notice_board_a3"]
    sizes = [
        asked(qtbot, desk, lambda session, one=one: sheet_name(draw(session, one).pdf)) for one in papers
    ]
    assert sizes == ["A4", "A3"]


@pytest.mark.requirement("R030")
def test_a_village_reads_the_countys_catalogue_and_hot_matters_and_writes_neither(frame):
    for kind in ("service_entry", "hot_matter"):
        page = register(frame, kind)
        assert page.list.new_button.isHidden()
    assert register(frame, "service_entry").begin_button.isHidden()


@pytest.mark.requirement("R041", "R046")
def test_a_board_and_a_rule_begin_with_what_the_profile_of_the_room_says(qtbot, frame, desk):
    told = {
        "name": "平原村法律之家",
        "core_services": ("consultation", "mediation"),
        "local_services": ("documents",),
        "phone": "0936-8612345",
    }
    done(qtbot, desk, lambda session: records.save(session, "unit_profile", ids.new_id(), told))
    drafts = {}
    for kind in ("notice_board", "wall_text"):
        page = register(frame, kind)
        page.new_record()
        board = page.record_page(kind)
        settled(qtbot, board)
        drafts[kind] = board.form.draft()
    assert drafts["notice_board"]["room"] == drafts["wall_text"]["room"] == "平原村法律之家"
    assert set(drafts["notice_board"]["services"]) == {"consultation", "mediation", "documents"}
    assert drafts["notice_board"]["phone"] == "0936-8612345"


@pytest.mark.requirement("R224")
def test_a_hand_out_on_services_online_is_printed_and_it_is_kept_when_and_how_many_were_given(qtbot, desk):
    activity = ids.new_id()
    given = {"held_on": TODAY, "place": "平原村文化广场", "topic": "网上办事", "leaflets": 60}
    done(qtbot, desk, lambda session: records.save(session, "publicity_activity", activity, given))

    def print_it(session):
        paper = next(
            p for p in papers_of(session, "publicity_activity", activity) if p.form == "online_guide"
        )
        drawn = draw(session, paper)
        template = forms.load("online_guide")
        printed = Printed(template.form_id, template.number, template.version, len(drawn.pages))
        return record_sheet(session, ("publicity_activity", activity), drawn.sheet_id, printed)

    done(qtbot, desk, print_it)
    kept = asked(
        qtbot, desk, lambda session: session.store.query('SELECT "form", "record_id", "pages" FROM "sheet"')
    )
    assert kept == [("online_guide", activity.hex(), 1)]
    held = asked(qtbot, desk, lambda session: record(session, "publicity_activity", activity)).values
    assert (held["leaflets"], held["held_on"]) == (60, TODAY)


@pytest.mark.requirement("R270")
def test_the_countys_office_counts_hot_topics_and_answers_them_the_village_reads():
    office = {entry.name for entry in pages_for("county_pls")}
    assert {"statistics", "public_work"} <= office
    assert rights.reach("county_pls", "write", "hot_matter") == "county"
    assert rights.reach("village_clerk", "read", "hot_matter") == "public"
