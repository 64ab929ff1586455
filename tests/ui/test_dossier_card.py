"""The meter on the page of a case and of its dossier: what is missing, reached and made by keyboard."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import asked, done, opened, settled
from tests.village_desk import cases
from village_desk.commands import records


def made_by(qtbot, desk, make):
    """Make a case on the worker and return what was made."""
    found = []

    def run(session):
        found.append(make(session))
        return frozenset({("mediation_case", found[0].case)})

    done(qtbot, desk, run)
    return found[0]


def measured(qtbot, frame, desk, kind, record_id):
    page = opened(qtbot, frame, desk, kind, record_id, "mediation")
    card = frame.page("mediation").meters[kind]
    qtbot.waitUntil(lambda: bool(card.words.text()), timeout=5_000)
    return page, card


@pytest.mark.requirement("R217")
def test_the_meter_names_each_missing_paper_and_leads_to_where_it_is_made(qtbot, frame, desk):
    made = made_by(qtbot, desk, cases.begun)
    _page, card = measured(qtbot, frame, desk, "mediation_case", made.case)
    assert "必备文书 0/6" in card.words.text()
    titles = [link.toolTip() for link in card.links]
    assert any("人民调解记录" in title for title in titles)
    session_link = next(link for link in card.links if "人民调解记录" in link.toolTip())
    session_link.setFocus()
    qtbot.keyClick(session_link, Qt.Key.Key_Space)
    begun = frame.page("mediation").record_page("mediation_session")
    qtbot.waitUntil(lambda: frame.page("mediation").currentWidget() is begun, timeout=5_000)
    settled(qtbot, begun)
    begun.form.put({"record": "双方到场"})
    begun.leave()
    qtbot.waitUntil(lambda: "必备文书 1/6" in card.words.text(), timeout=5_000)
    print_link = next(link for link in card.links if "申请书" in link.toolTip())
    print_link.click()
    preview = frame.page("mediation").preview
    qtbot.waitUntil(lambda: frame.page("mediation").currentWidget() is preview, timeout=5_000)
    qtbot.waitUntil(lambda: preview.list.count() > 0, timeout=5_000)
    assert preview.list.currentItem().text().startswith("人民调解申请书")


def test_filing_names_the_missing_paper_and_the_sentence_leads_to_the_meter(qtbot, frame, desk):
    made = made_by(qtbot, desk, cases.finished)
    done(
        qtbot,
        desk,
        lambda session: records.archive(session, "mediation_session", made.one("mediation_session")),
    )
    page, card = measured(qtbot, frame, desk, "mediation_case", made.case)
    assert "人民调解记录" in page.bar.missing.text()
    page.bar.missing.setFocus()
    qtbot.keyClick(page.bar.missing, Qt.Key.Key_Return)
    qtbot.waitUntil(card.links[0].hasFocus, timeout=5_000)
    page.finish()
    qtbot.waitUntil(lambda: "人民调解记录" in page.bar.missing.text() and not page._stepping, timeout=5_000)
    assert page.sight.record.state == "closed"


def test_the_dossier_page_shows_the_same_meter(qtbot, frame, desk):
    made = made_by(qtbot, desk, cases.finished)
    _page, card = measured(qtbot, frame, desk, "dossier", made.one("dossier"))
    assert "必备文书 6/6，签名件已归 6/6" in card.words.text()
    assert card.isVisible()
    assert card.links == []


def test_the_dossier_is_bound_by_one_press_shown_part_by_part_saved_and_its_contents_kept(
    qtbot, frame, desk, tmp_path
):
    made = made_by(qtbot, desk, cases.finished)
    page, card = measured(qtbot, frame, desk, "dossier", made.one("dossier"))
    card.bind_button.setFocus()
    qtbot.keyClick(card.bind_button, Qt.Key.Key_Space)
    bound = frame.page("mediation").bound
    qtbot.waitUntil(lambda: frame.page("mediation").currentWidget() is bound, timeout=5_000)
    qtbot.waitUntil(bound.print_button.isEnabled, timeout=20_000)
    assert [bound.list.item(row).text() for row in range(3)] == ["卷宗封面", "卷内目录", "人民调解申请书  1"]
    bound.list.setFocus()
    qtbot.keyClick(bound.list, Qt.Key.Key_Down)
    qtbot.waitUntil(bound.print_button.isEnabled, timeout=10_000)
    file = tmp_path / "dossier.pdf"
    bound.save_file(file)
    qtbot.waitUntil(lambda: file.exists() and file.stat().st_size == bound._file.size, timeout=5_000)
    fresh = {one.sheet_id for one in bound._bound.fresh}
    assert fresh

    def kept_sheets():
        return asked(qtbot, desk, lambda session: {one for one in fresh if session.store.row("sheet", one)})

    qtbot.waitUntil(lambda: kept_sheets() == fresh, timeout=5_000)  # it may be printed elsewhere
    bound.note_printed()
    qtbot.keyClick(bound, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: frame.page("mediation").currentWidget() is page, timeout=5_000)
    qtbot.waitUntil(
        lambda: page.sight is not None and bool(page.sight.children["dossier_paper"]), timeout=5_000
    )
    kept = [one.values["title"] for one in page.sight.children["dossier_paper"]]
    assert kept[0] == "人民调解申请书"
    assert kept[-1] == "封底"
    qtbot.waitUntil(lambda: len(page.sight.sheets) == 3, timeout=5_000)
    assert page.sight.values["pages"] == 10


def test_the_check_list_runs_by_itself_names_why_and_leads_to_the_field(qtbot, frame, desk):
    made = made_by(qtbot, desk, cases.finished)
    done(
        qtbot,
        desk,
        lambda session: records.save(session, "agreement", made.one("agreement"), {"sealed_on": None}),
    )
    opened(qtbot, frame, desk, "dossier", made.one("dossier"), "mediation")
    card = frame.page("mediation").checklist
    qtbot.waitUntil(lambda: bool(card.links), timeout=5_000)
    (link,) = [one for one in card.links if one.text().startswith("D2")]
    assert "盖章日期" in link.text()
    assert "人民调解法 第二十九条" in link.text()
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    agreement = frame.page("mediation").record_page("agreement")
    qtbot.waitUntil(lambda: frame.page("mediation").currentWidget() is agreement, timeout=5_000)
    settled(qtbot, agreement)
    qtbot.waitUntil(agreement.form.editors["sealed_on"].input.hasFocus, timeout=5_000)
