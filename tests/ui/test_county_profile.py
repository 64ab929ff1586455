"""A county's own profile changes forms, fields, sheets and rates in the window, and nothing typed is lost."""

import json

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.hands import asked, done, opened
from ui.paper import draw, papers_of
from ui.widgets.cards import TaskCard
from village_desk import ids, profile
from village_desk.commands import drafts, records
from village_desk.queries import search
from village_desk.store import published

EXAMPLE = profile.NATIONAL.parent / "example"


def told(qtbot, program, files):
    """Let the desk have been told of a profile, as a round does, and look again, as after a round."""
    desk = program.working.desk
    said = json.loads(files["profile.json"])["version"]

    def keep(session):
        with session.store.unit_of_work(None, session.now()) as uow:
            published.keep(uow, said, files)
        return frozenset()

    done(qtbot, desk, keep)
    before = desk.session
    program.working._look_again()
    asked(qtbot, desk, lambda _session: None)
    qtbot.waitUntil(
        lambda: desk.session is not before or published.refused(before.store)[0] == said, timeout=10_000
    )


def files_of(version, **changed):
    texts = profile.texts(EXAMPLE)
    said = json.loads(texts["profile.json"]) | {"version": version, **changed}
    return texts | {"profile.json": json.dumps(said, ensure_ascii=False)}


@pytest.fixture
def by_example(qtbot, frame, at_work):
    """The window, going by the example county's profile."""
    told(qtbot, at_work, files_of(1))
    assert at_work.working.desk.session.profile.version == 1
    return at_work


@pytest.mark.requirement("R085")
def test_the_example_changes_form_paper_search_spreadsheet_and_rates(qtbot, frame, desk, at_work, tmp_path):
    frame.show_page("consultations")
    plain = frame.page("consultations")
    messages = []
    desk.told.connect(messages.append)
    told(qtbot, at_work, files_of(1))
    assert "村民小组" in messages[-1].text
    assert "法律咨询登记表（示例县）" in messages[-1].text
    frame.show_page("today")
    frame.show_page("consultations")
    page = frame.page("consultations")
    assert page is not plain
    record = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, "consultation", record, {"name": "[练习]马秀英"}))
    form = opened(qtbot, frame, desk, "consultation", record)
    assert {"x_village_group", "x_interpreter"} <= form.form.editors.keys()
    form.form.put({"x_village_group": "贾家三组", "x_interpreter": "dialect"})
    form.save()
    found = asked(qtbot, desk, lambda session: search.find_all(session, "贾家三组"))
    assert [one.id for one in found] == [record]
    (paper,) = [one for one in papers_of(desk.session, "consultation", record) if one.form == "consultation"]
    assert paper.title == "法律咨询登记表（示例县）"
    drawn = draw(desk.session, paper)
    text = _text(drawn.pdf)
    for words in ("法律咨询登记表（示例县）", "村民小组", "贾家三组", "使用语言", "本地方言"):
        assert words in text
    page.list.save_sheet(tmp_path / "list.xlsx")
    qtbot.waitUntil((tmp_path / "list.xlsx").exists, timeout=10_000)
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    cells = {str(cell.value) for line in sheet.iter_rows() for cell in line}
    assert {"村民小组", "贾家三组", "使用语言", "本地方言", "[练习]马秀英"} <= cells
    assert desk.session.profile.subsidy.fen("complex", "written", agreed=True) == 40_000


def _text(pdf):
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", "")


def test_a_broken_one_is_refused_with_line_and_reason_and_the_old_one_stays(qtbot, frame, desk, by_example):
    texts = files_of(2)
    broken = texts["forms/consultation.form"] + "h9 | 住址:26 | {hous}:139\n"
    line = broken.count("\n")
    told(qtbot, by_example, texts | {"forms/consultation.form": broken})
    assert desk.session.profile.version == 1
    record = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, "consultation", record, {"name": "[练习]马秀英"}))
    assert "x_village_group" in opened(qtbot, frame, desk, "consultation", record).form.editors
    frame.show_page("sync")
    page = frame.page("sync")
    page.refresh()
    qtbot.waitUntil(lambda: page.findChildren(TaskCard) != [], timeout=5_000)
    words = " ".join(one.text() for card in page.findChildren(TaskCard) for one in card.findChildren(QLabel))
    assert f"consultation.form:{line}" in words
    assert "hous" in words


def test_what_was_typed_into_a_field_that_is_gone_stays_in_sight_and_is_saved(qtbot, frame, desk, by_example):
    frame.show_page("today")
    record, fresh = ids.new_id(), ids.new_id()

    def typed(session):
        changes = records.save(session, "consultation", record, {"name": "[练习]马秀英"})
        key = f"consultation:{record.hex()}"
        drafts.keep(session, key, "consultation", record, {"x_village_group": "贾家三组", "content": "租金"})
        drafts.keep(session, "new", "consultation", fresh, {"name": "[练习]赵", "x_village_group": "五组"})
        return changes

    done(qtbot, desk, typed)
    told(qtbot, by_example, files_of(3, extra_fields={}) | {"forms/consultation.form": _national_sheet()})
    assert desk.session.profile.version == 3
    page = opened(qtbot, frame, desk, "consultation", record)
    assert "x_village_group" not in page.form.editors
    assert [one.text() for one in page.left_over.texts] == ["村民小组：贾家三组"]
    qtbot.waitUntil(page.left_over.isVisible, timeout=5_000)
    page.notices.draft_taken.emit(page.sight.draft.values)
    page.save()
    held = asked(qtbot, desk, lambda session: session.store.row("consultation", record))
    assert "贾家三组" in held["extra"]
    assert held["content"] == "租金"


def _national_sheet():
    return (profile.paths.RESOURCES / "forms" / "consultation.form").read_text("utf-8")


def test_shipped_profiles_fit_every_sheet():
    import forms

    for folder in (profile.NATIONAL, EXAMPLE):
        assert forms.check_all(profile.over_national(profile.texts(folder))) == []
