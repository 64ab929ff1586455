"""Papers beside the form and before printing, and what they say about characters no font has."""

import io
from datetime import date

import pypdfium2
import pytest

from tests.ui.hands import done
from tests.ui.test_dossier_card import made_by
from tests.village_desk import cases
from ui.paper import draw, papers_of
from ui.widgets.paper_preview import missing_text
from village_desk import ids
from village_desk.commands import records
from village_desk.queries import records as reading

CONTENT = {"name": "[练习]赵龘", "met_on": date(2026, 11, 20), "channel": "1", "content": "租金😀没给"}


def words(pdf):
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


@pytest.fixture
def session(desk):
    """The session itself: these functions run where the test runs."""
    yield desk.session
    desk.session.store.close_connection()


def test_a_character_without_a_glyph_is_named_kept_in_the_record_and_a_box_on_paper(session):
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, CONTENT)
    (paper,) = papers_of(session, "consultation", record_id)
    drawn = draw(session, paper)
    assert drawn.missing == (("content", "😀"),)
    said = missing_text("consultation", drawn.missing)
    assert "😀" in said
    assert "咨询内容" in said
    assert "租金□没给" in words(drawn.pdf)
    assert "赵龘" in words(drawn.pdf)
    assert reading.record(session, "consultation", record_id).values["content"] == "租金😀没给"


def test_the_paper_of_a_record_that_is_not_saved_yet_shows_what_is_typed(session):
    record_id = ids.new_id()
    (paper,) = papers_of(session, "consultation", record_id)
    drawn = draw(session, paper, {"name": "[练习]阿依古丽·买买提江", "met_on": "上个月", "age": 52}, dpi=50)
    assert "阿依古丽·买买提江" in words(drawn.pdf)
    assert "52" in words(drawn.pdf)
    assert len(drawn.pages) == 1


def test_a_long_narrative_runs_over_more_pages_and_nothing_is_cut_off(session):
    record_id = ids.new_id()
    text = "".join(f"第{number}句租金没给。" for number in range(1_000))
    records.save(session, "consultation", record_id, CONTENT | {"content": text})
    (paper,) = papers_of(session, "consultation", record_id)
    drawn = draw(session, paper, dpi=30)
    assert len(drawn.pages) > 3
    assert "第999句" in words(drawn.pdf)
    assert len(draw(session, paper, dpi=30, most=1).pages) == 1


def test_a_case_brings_the_papers_of_its_sessions_and_agreement_and_a_blank_one_has_no_data(session):
    case = ids.new_id()
    records.save(session, "mediation_case", case, {"title": "[练习]相邻通行", "facts": "砌墙占路"})
    records.save(session, "mediation_session", ids.new_id(), {"case": case, "held_on": date(2026, 11, 8)})
    records.save(session, "agreement", ids.new_id(), {"case": case, "terms": "一、墙后移0.6米"})
    found = papers_of(session, "mediation_case", case)
    forms = [paper.form for paper in found]
    assert forms == [
        "mediation_application",
        "mediation_intake",
        "mediation_rights_notice",
        "mediation_evidence",
        "mediation_record",
        "mediation_agreement",
        "mediation_acceptance_notice",
        "mediation_termination_letter",
        "mediation_closing_report",
    ]
    session_paper, agreement_paper = found[4], found[5]
    assert session_paper.about == "2026-11-08"
    blank = draw(session, agreement_paper, blank=True, dpi=30)
    assert "0.6" not in words(blank.pdf)
    assert "0.6" in words(draw(session, agreement_paper, dpi=30).pdf)


def test_the_preview_names_every_paper_and_keeps_that_one_was_printed(qtbot, at_work, desk, tmp_path):
    record_id = ids.new_id()
    frame = at_work.working.frame
    saved = []
    desk.do(lambda session: records.save(session, "consultation", record_id, CONTENT), saved.append)
    qtbot.waitUntil(lambda: bool(saved), timeout=5_000)
    desk.open_record("consultation", record_id)
    page = frame.page("consultations").record_page("consultation")
    qtbot.waitUntil(lambda: page.sight is not None, timeout=5_000)
    page.bar.print_button.click()
    preview = frame.page("consultations").preview
    qtbot.waitUntil(preview.print_button.isEnabled, timeout=10_000)
    assert preview.warning.isVisible()
    preview.save_file(tmp_path / "paper.pdf")
    paper = tmp_path / "paper.pdf"
    qtbot.waitUntil(lambda: paper.exists() and b"%%EOF" in paper.read_bytes()[-8:], timeout=5_000)
    assert "租金□没给" in words((tmp_path / "paper.pdf").read_bytes())
    preview.note_printed()  # saved and printed is one sheet
    preview.back.emit()
    qtbot.waitUntil(lambda: page.sight is not None and len(page.sight.sheets) == 1, timeout=5_000)
    assert page.sight.sheets[0].values["form"] == "consultation"


def test_an_application_to_the_court_is_not_printed_after_its_time_and_says_why(qtbot, frame, desk):
    made = made_by(qtbot, desk, cases.finished)
    court = made_by(qtbot, desk, lambda session: applied_to_court(session, made)).one("court_confirmation")
    preview = frame.page("mediation").preview
    preview.open_papers("court_confirmation", court)
    qtbot.waitUntil(lambda: "2026-11-16" in preview.words.text(), timeout=10_000)
    assert "人民调解法 第三十三条" in preview.words.text()
    assert not preview.print_button.isEnabled()
    assert not preview.save_button.isEnabled()
    preview.blank_button.click()
    qtbot.waitUntil(preview.print_button.isEnabled, timeout=10_000)
    done(
        qtbot, desk, lambda s: records.save(s, "court_confirmation", court, {"applied_on": cases.day(11, 1)})
    )
    preview.filled_button.click()
    qtbot.waitUntil(lambda: "页" in preview.words.text() and preview.print_button.isEnabled(), timeout=10_000)


def applied_to_court(session, made):
    cases.add(session, made, "court_confirmation", {"court": "甘州区人民法院"})
    return made
