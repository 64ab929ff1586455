"""Signed papers come back: dropped, chosen, pasted or found in a folder, each page goes where it belongs."""

import shutil

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QDialog

import forms
from forms.papers import FOLDER
from forms.reading_back import Scan
from tests.forms.examples import CONTENTS
from tests.forms.scans import Way, drawn, jpeg, pdf_of, photographed, signed
from tests.ui.hands import asked, done, opened
from ui import preferences, scan_folder
from village_desk import ids
from village_desk.commands import attachments as keeping
from village_desk.commands import filing as filing_commands
from village_desk.commands import papers, records
from village_desk.commands.papers import Printed
from village_desk.queries import records as query

CODES = {"consultation": "024"}


@pytest.fixture(scope="module")
def picture():
    """Draw a sheet as it comes back: by its id and version of the text."""
    template = forms.load("consultation")

    def draw(sheet_id):
        return signed(drawn(forms.render(template, CONTENTS["consultation"], forms.Sheet(id=sheet_id))))

    return draw


@pytest.fixture
def paper(at_work, qtbot):
    """Print a consultation of a name, and return the ids of record and sheet."""
    desk = at_work.working.desk
    shown = forms.fields_shown(forms.load("consultation"))

    def made(name="[练习]马秀英", record_id=None):
        record_id, sheet_id = record_id or ids.new_id(), ids.new_id()
        done(
            qtbot, desk, lambda s: records.save(s, "consultation", record_id, {"name": name, "content": "问"})
        )
        printed = Printed("consultation", "024", 1, 1, shown)
        done(qtbot, desk, lambda s: papers.record_sheet(s, ("consultation", record_id), sheet_id, printed))
        return record_id, sheet_id

    return made


@pytest.fixture
def page(at_work):
    at_work.working.frame.show_page("filing")
    return at_work.working.frame.page("filing")


def settled(qtbot, page, lines):
    """Wait until so many pages have been dealt with."""
    filing = page._filing
    qtbot.waitUntil(lambda: len(filing.lines) == lines and not filing.busy, timeout=30_000)
    return [line.state for line in filing.lines]


def attachments(qtbot, desk, record_id):
    return asked(qtbot, desk, lambda s: query.about(s, "attachment", "consultation", record_id))


def told(page, row):
    return page.table.item(row, 2).text()


def test_before_anything_came_back_nothing_can_be_done_with_it(page):
    buttons = (page.which_button, page.open_button, page.leave_button, page.back_button)
    assert not any(button.isVisible() for button in buttons)


@pytest.mark.requirement("R199", "R203")
def test_a_photo_dropped_on_the_window_goes_to_its_record(at_work, qtbot, paper, picture, tmp_path):
    record_id, sheet_id = paper()
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(photographed(picture(sheet_id), Way(turn=92, slant=0.02, light=0.6, seed=1)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    frame = at_work.working.frame
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event = QDropEvent(QPoint(400, 300), Qt.DropAction.CopyAction, data, *keys)
    frame.dropEvent(event)
    assert frame.current() == "filing"
    page = frame.page("filing")
    assert settled(qtbot, page, 1) == ["filed"]
    (held,) = attachments(qtbot, at_work.working.desk, record_id)
    assert (held.values["page_of"], held.values["sheet_page"]) == (sheet_id, 1)
    assert held.values["title"] == "法律咨询登记表"
    assert "[练习]马秀英" in told(page, 0)
    assert "1 页已归入" in page.summary.text()
    assert file.exists(), "a file that was dropped stays where it is"


def test_one_pdf_of_many_papers_says_of_each_page_what_became_of_it(
    at_work, qtbot, page, paper, picture, tmp_path
):
    record_id, old = paper()
    _same, new = paper(record_id=record_id)
    torn = picture(new)
    torn.paste("white", (850, 0, torn.width, 260))
    blank = Image.new("RGB", torn.size, "white")
    file = tmp_path / "扫描.pdf"
    file.write_bytes(pdf_of([picture(old), blank, torn, picture(ids.new_id()), picture(old)]))
    page.take([file])
    assert settled(qtbot, page, 5) == ["filed", "blank", "asks", "asks", "again"]
    assert "后来又打印了第 2 稿" in page.about.text()
    assert "没有读出二维码" in told(page, 2)
    assert "本机没有" in told(page, 3)
    assert "2 页要您处理" in page.summary.text()
    assert page.table.item(1, 0).text() == "2/5  扫描.pdf"


def test_a_sheet_printed_on_an_earlier_version_of_the_form_says_so(
    qtbot, page, paper, picture, tmp_path, monkeypatch
):
    _record, sheet_id = paper()
    shutil.copytree(FOLDER, tmp_path / "forms")
    form = tmp_path / "forms" / "consultation.form"
    form.write_text(form.read_text("utf-8").replace("version: 1", "version: 2"), "utf-8")
    monkeypatch.setattr("forms.papers.FOLDER", tmp_path / "forms")  # the county has replaced the sheet
    page.take([_file(tmp_path, jpeg(picture(sheet_id)))])
    assert settled(qtbot, page, 1) == ["filed"]
    assert "旧版表格" in page.about.text()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("坏.jpg", b"\xff\xd8\xff nothing", "已经损坏"),
        ("坏.pdf", b"%PDF-1.7 nothing", "已经损坏"),
    ],
)
def test_a_broken_file_is_one_line_with_one_sentence(qtbot, page, tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    page.take([tmp_path / name, tmp_path / "没有.pdf"])
    assert settled(qtbot, page, 2) == ["failed", "failed"]
    assert says in told(page, 0)
    assert "读" in told(page, 1)


def test_by_keyboard_a_page_without_a_code_finds_its_record(at_work, qtbot, page, paper, picture, tmp_path):
    paper("[练习]别人")
    record_id, sheet_id = paper("[练习]李大山")
    torn = picture(sheet_id)
    torn.paste("white", (850, 0, torn.width, 260))
    page.take([_file(tmp_path, jpeg(torn))])
    assert settled(qtbot, page, 1) == ["asks"]
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = _dialog(qtbot, page)
    qtbot.waitUntil(lambda: dialog.picker.list.count() == 2, timeout=5_000)
    assert "李大山" in dialog.picker.text(), "the one printed last comes first"
    qtbot.keyClick(dialog.picker.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._filing.lines[0].state == "filed", timeout=10_000)
    (held,) = attachments(qtbot, at_work.working.desk, record_id)
    assert (held.values["page_of"], held.values["sheet_page"]) == (sheet_id, 1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert at_work.working.frame.current() == "consultations"


def test_any_record_is_found_by_typing_and_a_code_typed_by_hand_is_taken(
    at_work, qtbot, page, paper, picture, tmp_path
):
    unprinted = ids.new_id()
    desk = at_work.working.desk
    done(qtbot, desk, lambda s: records.save(s, "consultation", unprinted, {"name": "[练习]赵六"}))
    record_id, sheet_id = paper()
    _draw_something(tmp_path)
    page.take([tmp_path / "a.png", tmp_path / "b.png"])
    assert settled(qtbot, page, 2) == ["asks", "asks"]
    page.which_button.click()
    dialog = _dialog(qtbot, page)
    dialog.picker.edit.setText("赵六")
    qtbot.waitUntil(lambda: "赵六" in dialog.picker.text(), timeout=5_000)
    qtbot.keyClick(dialog.picker.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._filing.lines[0].state == "filed", timeout=10_000)
    (held,) = attachments(qtbot, desk, unprinted)
    assert held.values.get("page_of") is None
    page.table.setCurrentCell(1, 0)
    page.which_button.click()
    dialog = _dialog(qtbot, page)
    dialog.picker.edit.setText(forms.qr_text(sheet_id, "024", 1, 1).lower())
    qtbot.keyClick(dialog.picker.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._filing.lines[1].state == "filed", timeout=10_000)
    assert attachments(qtbot, desk, record_id)[0].values["page_of"] == sheet_id


def test_what_was_filed_by_mistake_is_taken_back_and_filed_elsewhere(
    at_work, qtbot, page, paper, picture, tmp_path
):
    record_id, sheet_id = paper()
    file = _file(tmp_path, jpeg(picture(sheet_id)))
    page.take([file])
    settled(qtbot, page, 1)
    file.unlink()
    page.back_button.click()
    qtbot.waitUntil(lambda: page._filing.lines[0].state == "taken", timeout=5_000)
    assert attachments(qtbot, at_work.working.desk, record_id) == []
    other, _sheet = paper("[练习]别人")
    page._filing.choose(page._filing.lines[0], ("consultation", other, 0))
    qtbot.waitUntil(lambda: page._filing.lines[0].state == "filed", timeout=10_000)
    assert len(attachments(qtbot, at_work.working.desk, other)) == 1


def test_a_picture_is_pasted(at_work, qtbot, page, paper, picture):
    _record, sheet_id = paper()
    QGuiApplication.clipboard().setImage(QImage.fromData(jpeg(picture(sheet_id))))
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert settled(qtbot, page, 1) == ["filed"]
    QGuiApplication.clipboard().clear()
    page.paste()
    assert not page._filing.busy


def test_a_signed_text_asks_why_it_changes_and_goes_back_to_what_was_signed(
    at_work, qtbot, page, paper, picture, tmp_path
):
    record_id, sheet_id = paper()
    page.take([_file(tmp_path, jpeg(picture(sheet_id)))])
    settled(qtbot, page, 1)
    desk, frame = at_work.working.desk, at_work.working.frame
    record = opened(qtbot, frame, desk, "consultation", record_id)
    record.form.put({"content": "改了"})
    record.save()
    dialog = _dialog(qtbot, record)
    dialog.reject()
    assert record.form.values()["content"] == "问"
    record.form.put({"content": "又改了"})
    record.save()
    dialog = _dialog(qtbot, record)
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.reason.setPlainText("当事人补充")
    dialog.accept()
    found = asked_until(qtbot, desk, lambda s: query.about(s, "supplement", "consultation", record_id))
    assert found[0].values["reason"] == "当事人补充"
    said = record.notices.signed
    qtbot.waitUntil(lambda: "当事人补充" in said.text.text(), timeout=5_000)
    assert said.isVisible()
    assert "签字件已收回：法律咨询登记表" in said.text.text()
    assert "改了咨询内容" in said.text.text()
    assert (
        asked(qtbot, desk, lambda s: query.record(s, "consultation", record_id)).values["content"] == "又改了"
    )


def test_a_text_that_is_no_longer_what_was_signed_says_so(at_work, qtbot, paper):
    record_id, sheet_id = paper()
    desk, frame = at_work.working.desk, at_work.working.frame
    about = {"title": "签字件", "media_type": "image/jpeg", "page_of": sheet_id, "sheet_page": 1}
    filed = (("consultation", record_id), ids.new_id(), b"a photo", about)
    done(qtbot, desk, lambda s: keeping.attach(s, *filed))
    record = opened(qtbot, frame, desk, "consultation", record_id)
    assert not record.notices.departed.isVisible()

    def arrive(session):
        """What another desk changed arrives without a supplement."""
        with session.store.unit_of_work(session.actor, session.now()) as uow:
            uow.put("consultation", record_id, {"content": "另一台电脑改的"})
        return uow.touched

    done(qtbot, desk, arrive)
    qtbot.waitUntil(record.notices.departed.isVisible, timeout=5_000)
    (line,) = record.notices.departed.buttons
    assert "“咨询内容”与已签字的纸质文书不一致" in line.toolTip()
    assert "王桂兰" in line.toolTip()
    line.click()
    assert record.form.editors["content"].input.hasFocus()


def asked_until(qtbot, desk, question):
    """Ask until there is an answer that is not empty."""
    for _ in range(50):
        if found := asked(qtbot, desk, question):
            return found
    raise AssertionError("no answer")


# ------------------------------------------------------------ the watched folder


@pytest.fixture
def watched(at_work, tmp_path):
    """A folder that is watched, and what files from it; a test looks by itself."""
    folder = tmp_path / "scans"
    folder.mkdir()
    desk = at_work.working.desk
    preferences.change(desk.account.folder, scan_folder=str(folder))
    filing = desk.filing()
    filing.watch()
    filing._timer.stop()
    return folder, filing


def looked(qtbot, filing):
    """Look twice: a file is whole when two looks find it the same."""
    for _ in range(2):
        before = filing._seen
        filing.look()
        qtbot.waitUntil(lambda seen=before: filing._seen is not seen, timeout=5_000)
    qtbot.waitUntil(lambda: not filing.busy, timeout=30_000)


def test_the_folder_is_emptied_of_what_is_filed_and_keeps_what_is_not(
    at_work, qtbot, paper, picture, watched
):
    folder, filing = watched
    record_id, sheet_id = paper()
    (folder / "签字.jpg").write_bytes(jpeg(picture(sheet_id)))
    (folder / "别处.jpg").write_bytes(jpeg(picture(ids.new_id())))
    (folder / "说明.txt").write_text("不是图片")
    looked(qtbot, filing)
    assert sorted(line.state for line in filing.lines) == ["asks", "filed"]
    qtbot.waitUntil((folder / scan_folder.FILED / "签字.jpg").exists, timeout=5_000)
    assert sorted(path.name for path in folder.iterdir()) == ["别处.jpg", scan_folder.FILED, "说明.txt"]
    looked(qtbot, filing)
    assert len(filing.lines) == 2, "what asks is not taken again"
    page = at_work.working.frame
    page.show_page("filing")
    line = page.page("filing").folder
    qtbot.waitUntil(lambda: line.delete_button.isVisibleTo(line), timeout=5_000)
    line.delete_button.click()
    assert (folder / scan_folder.FILED / "签字.jpg").exists(), "asked first"
    line.delete_button.click()
    qtbot.waitUntil(lambda: not (folder / scan_folder.FILED / "签字.jpg").exists(), timeout=5_000)
    assert len(attachments(qtbot, at_work.working.desk, record_id)) == 1


def test_a_file_is_deleted_at_once_where_that_is_wished_and_only_once_all_of_it_is_filed(
    at_work, qtbot, paper, picture, watched
):
    folder, filing = watched
    preferences.change(at_work.working.desk.account.folder, scan_after="deleted")
    record_id, sheet_id = paper()
    torn = picture(sheet_id)
    torn.paste("white", (850, 0, torn.width, 260))
    file = folder / "两页.pdf"
    file.write_bytes(pdf_of([picture(sheet_id), torn]))
    looked(qtbot, filing)
    assert [line.state for line in filing.lines] == ["filed", "asks"]
    assert file.exists()
    filing.leave_out(filing.lines[1])
    asked_slowly(qtbot, at_work.working.desk)
    assert file.exists(), "the page left out is kept nowhere else"
    filing.choose(filing.lines[1], ("consultation", record_id, 0))
    qtbot.waitUntil(lambda: not file.exists(), timeout=5_000)
    assert not (folder / scan_folder.FILED).exists()


def test_a_file_with_a_page_that_seems_blank_is_moved_aside_and_never_deleted_at_once(
    at_work, qtbot, paper, picture, watched
):
    folder, filing = watched
    preferences.change(at_work.working.desk.account.folder, scan_after="deleted")
    _record, sheet_id = paper()
    front = picture(sheet_id)
    (folder / "双面.pdf").write_bytes(pdf_of([front, Image.new("RGB", front.size, "white")]))
    looked(qtbot, filing)
    assert [line.state for line in filing.lines] == ["filed", "blank"]
    qtbot.waitUntil((folder / scan_folder.FILED / "双面.pdf").exists, timeout=5_000)


def test_a_fault_of_the_program_costs_one_page_and_the_rest_is_filed(
    at_work, qtbot, page, paper, picture, tmp_path, monkeypatch
):
    _record, sheet_id = paper()
    drawn = jpeg(picture(sheet_id))
    file_by_code, code = filing_commands.file_by_code, Scan.read

    def one_fault(session, image, said, title):
        monkeypatch.setattr(filing_commands, "file_by_code", file_by_code)
        raise ZeroDivisionError

    def another(scan, number):
        monkeypatch.setattr(Scan, "read", code)
        raise ZeroDivisionError

    monkeypatch.setattr(filing_commands, "file_by_code", one_fault)
    with qtbot.captureExceptions() as faults:
        page.take([_file(tmp_path, drawn)])
        settled(qtbot, page, 1)
        monkeypatch.setattr(Scan, "read", another)
        page.take([_file(tmp_path, drawn, 1), _file(tmp_path, drawn, 2)])
        assert settled(qtbot, page, 3) == ["failed", "failed", "filed"]
    assert [kind for kind, *_rest in faults] == [ZeroDivisionError, ZeroDivisionError]
    assert "程序" in told(page, 0)


def asked_slowly(qtbot, desk):
    """Wait until the thread for slow work has done what it was asked before."""
    answers = []
    desk.ask_slowly(lambda _session: True, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)


def test_a_file_still_being_written_is_left_until_it_is_whole(tmp_path):
    file = tmp_path / "a.jpg"
    file.write_bytes(b"begun")
    first = scan_folder.look(tmp_path)
    file.write_bytes(b"begun and longer")
    second = scan_folder.look(tmp_path)
    assert scan_folder.settled(first, second) == []
    assert scan_folder.settled(second, scan_folder.look(tmp_path)) == [file]
    file.write_bytes(b"")
    empty = scan_folder.look(tmp_path)
    assert scan_folder.settled(empty, empty) == []
    assert scan_folder.look(tmp_path / "not there") == {}


def test_two_files_of_one_name_are_both_kept_when_put_away(tmp_path):
    for content in (b"1", b"2"):
        (tmp_path / "a.jpg").write_bytes(content)
        scan_folder.put_away(tmp_path / "a.jpg", "moved")
    assert [path.read_bytes() for path in scan_folder.put_away_files(tmp_path)] == [b"2", b"1"]
    assert scan_folder.delete_put_away(tmp_path) == 0


def test_a_user_who_may_not_attach_has_no_such_page():
    from ui.pages import pages_for

    assert "filing" in [entry.name for entry in pages_for("village_clerk")]
    assert "filing" not in [entry.name for entry in pages_for("volunteer")]


def _file(folder, data, number=0):
    path = folder / f"{number}.jpg"
    path.write_bytes(data)
    return path


def _draw_something(folder):
    for place, name in enumerate("ab"):
        image = Image.new("RGB", (900, 1270), "white")
        image.paste("black", (200, 300 + 90 * place, 700, 340 + 90 * place))
        image.save(folder / f"{name}.png")


def _dialog(qtbot, page):
    """Wait for the window that asks."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(QDialog)), timeout=5_000)
    (found,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    return found
