"""The dossier by the profile's list: what is there, what is missing and where it is made, and filing."""

import json
import shutil
from dataclasses import replace

import pytest

import forms
from tests.village_desk import cases
from village_desk import profile
from village_desk.commands import moves, records
from village_desk.errors import Invalid, StoreTrouble
from village_desk.queries.dossier import Lead, dossier_of, title_of
from village_desk.sentences import sentence
from village_desk.session import Session


def with_set(session, name: str) -> Session:
    """The same desk in a county that takes another list."""
    county = replace(session.profile, parameters=session.profile.parameters | {"dossier_set": name})
    return replace(session, profile=county)


def missing(session, made) -> list[str]:
    return [gap.title for gap in dossier_of(session, made.case).gaps() if not gap.unsigned]


def test_both_lists_of_the_country_are_shipped_word_for_word_and_name_forms_that_exist():
    read = profile.load()
    nine, thirteen = read.dossier_sets
    inside = [[row.title for row in one.rows if row.place in ("", "back")] for one in (nine, thirteen)]
    assert [len(rows) for rows in inside] == [9, 13]
    assert inside[0][0] == inside[1][0] == "人民调解申请书或人民调解受理登记表"
    assert inside[0][-1] == inside[1][-1] == "封底"
    mandatory = [row.title for row in thirteen.rows if row.must and row.place in ("", "back")]
    assert mandatory == [
        "人民调解申请书或人民调解受理登记表",
        "人民调解当事人权利义务告知书",
        "当事人身份证明",
        "人民调解记录",
        "人民调解协议书",
        "封底",
    ]
    for one in (nine, thirteen):
        for row in one.rows:
            for form in row.forms:
                assert forms.load(form.form).kind == form.kind


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"kind": "consultation"}, "dossier_sets.national_9.2"),
        ({"kind": "nonsense"}, "dossier_sets.national_9.2"),
        ({"there_with": "no_field"}, "dossier_sets.national_9.2"),
    ],
)
def test_a_row_that_cannot_be_of_a_dossier_is_refused_naming_the_row(tmp_path, change, place):
    folder = shutil.copytree(profile.NATIONAL, tmp_path / "county")
    data = json.loads((folder / "profile.json").read_text("utf-8"))
    data["dossier_sets"][0]["rows"][2]["forms"][0] |= change
    (folder / "profile.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(StoreTrouble) as caught:
        profile.load(folder)
    assert caught.value.details["place"] == place


def test_a_county_cannot_take_a_list_it_does_not_have(tmp_path):
    folder = shutil.copytree(profile.NATIONAL, tmp_path / "county")
    data = json.loads((folder / "profile.json").read_text("utf-8"))
    data["parameters"]["dossier_set"] = "mine"
    (folder / "profile.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(StoreTrouble) as caught:
        profile.load(folder)
    assert caught.value.details["place"] == "parameters.dossier_set"


def test_a_finished_case_lacks_nothing_and_its_papers_stand_in_the_prescribed_order(session):
    made = cases.finished(session)
    found = dossier_of(session, made.case)
    assert found.gaps() == []
    assert found.mandatory() == (6, 6)
    assert found.signatures() == (6, 6)
    assert [title_of(row) for row in found.rows if row.there] == [
        "卷宗封面",
        "卷内目录",
        "人民调解申请书",
        "人民调解调查记录",
        "人民调解证据材料",
        "人民调解记录",
        "人民调解协议书",
        "人民调解回访记录",
        "封底",
    ]


def test_of_two_forms_that_may_stand_for_each_other_those_printed_are_named(session):
    made = cases.begun(session)
    cases.printed(session, made, "mediation_intake", "mediation_case")
    row = dossier_of(session, made.case).rows[2]
    assert title_of(row) == "人民调解受理登记表"
    cases.printed(session, made, "mediation_application", "mediation_case")
    row = dossier_of(session, made.case).rows[2]
    assert title_of(row) == "人民调解申请书、人民调解受理登记表"
    assert title_of(row, row.papers[1]) == "人民调解受理登记表"


def test_the_longer_list_asks_for_the_notice_and_puts_receipts_and_identity_apart(session):
    made = cases.finished(session)
    county = with_set(session, "county_13")
    found = dossier_of(county, made.case)
    assert missing(county, made) == ["人民调解当事人权利义务告知书"]
    copies = {row.about.title: len(row.copies) for row in found.rows if row.copies}
    assert copies == {"当事人身份证明": 2, "人民调解证据材料": 1, "收条或汇款单等履行凭证": 1}
    cases.printed(session, made, "mediation_rights_notice", "mediation_case")
    assert missing(county, made) == []


def test_what_is_missing_says_where_it_is_made(session):
    made = cases.begun(session)
    leads = {gap.title: gap.lead for gap in dossier_of(session, made.case).gaps()}
    assert leads["人民调解申请书或人民调解受理登记表"] == Lead(
        "print", "mediation_case", made.case, "mediation_application"
    )
    assert leads["人民调解记录"] == Lead("begin", "mediation_session", made.case)
    assert leads["卷宗封面"] == Lead("begin", "dossier", made.case)
    session_id = cases.add(session, made, "mediation_session", cases.SESSION)
    unsigned = {gap.title: gap.lead for gap in dossier_of(session, made.case).gaps() if gap.unsigned}
    assert unsigned == {"人民调解记录": Lead("open", "mediation_session", session_id)}


def test_a_sheet_of_two_pages_is_signed_when_both_came_back_or_one_pdf_did(session):
    made = cases.begun(session)
    record_id = cases.add(session, made, "mediation_session", cases.SESSION)
    sheet = cases.printed(session, made, "mediation_record", "mediation_session", pages=2)
    assert dossier_of(session, made.case).signatures() == (0, 1)
    first = cases.picture(session, "mediation_session", record_id, page_of=sheet)
    assert dossier_of(session, made.case).signatures() == (0, 1)
    cases.picture(session, "mediation_session", record_id, cases.jpeg(grey=90), page_of=sheet)
    assert dossier_of(session, made.case).signatures() == (1, 1)
    records.archive(session, "attachment", first)
    assert dossier_of(session, made.case).signatures() == (0, 1)
    cases.picture(
        session, "mediation_session", record_id, b"%PDF-", page_of=sheet, media_type="application/pdf"
    )
    assert dossier_of(session, made.case).signatures() == (1, 1)


def test_the_same_page_scanned_twice_is_one_page_and_pages_stand_in_their_order(session):
    made = cases.begun(session)
    record_id = cases.add(session, made, "mediation_session", cases.SESSION)
    sheet = cases.printed(session, made, "mediation_record", "mediation_session", pages=2)
    for page, grey in ((2, 90), (2, 80), (1, 70)):
        assert dossier_of(session, made.case).signatures() == (0, 1)
        cases.picture(
            session, "mediation_session", record_id, cases.jpeg(grey=grey), page_of=sheet, sheet_page=page
        )
    (paper,) = dossier_of(session, made.case).papers
    assert paper.whole
    assert [one.values["sheet_page"] for one in paper.scans] == [1, 2, 2]


def test_the_signed_print_counts_and_not_a_later_one_nobody_signed(session):
    made = cases.finished(session)
    signed_sheet = made.sheets["mediation_record"]
    cases.printed(session, made, "mediation_record", "mediation_session")
    paper = next(one for one in dossier_of(session, made.case).papers if one.form == "mediation_record")
    assert paper.sheet.id == signed_sheet
    assert paper.whole


def test_a_case_is_not_filed_while_a_mandatory_paper_is_missing_and_the_sentence_names_it(session):
    made = cases.finished(session)
    records.archive(session, "mediation_session", made.one("mediation_session"))
    with pytest.raises(Invalid) as caught:
        moves.make(session, "mediation_case", made.case, "file")
    (problem,) = caught.value.problems
    assert "人民调解记录" in sentence(problem.code, problem.details)
    cases.add(session, made, "mediation_session", cases.SESSION)
    moves.make(session, "mediation_case", made.case, "file")


def test_a_signed_sheet_that_is_not_scanned_does_not_block_filing(session):
    made = cases.finished(session)
    records.archive(session, "attachment", made.pictures["mediation_agreement"])
    assert [gap.title for gap in dossier_of(session, made.case).gaps()] == ["人民调解协议书"]
    moves.make(session, "mediation_case", made.case, "file")


def test_an_oral_agreement_needs_its_own_sheet_only_and_a_refusal_nothing(session):
    oral = cases.begun(session)
    cases.add(session, oral, "oral_agreement", {"facts": "争", "terms": "停", "performance": "当日"})
    assert missing(session, oral) == []
    refused = cases.begun(
        session, mediation_case={"refusal_ground": "elsewhere", "refusal_reason": "已由法院受理"}
    )
    moves.make(session, "mediation_case", refused.case, "refuse")
    assert missing(session, refused) == []


def test_with_an_organisation_among_the_parties_the_courts_other_layout_is_taken(session):
    made = cases.begun(session)
    cases.add(session, made, "court_confirmation", {"court": "甘州区"})
    assert [one.form for one in dossier_of(session, made.case).papers] == ["court_confirmation_persons"]
    records.save(session, "case_party", made.ids["case_party"][1], {"party_type": "legal"})
    assert [one.form for one in dossier_of(session, made.case).papers] == ["court_confirmation_unit"]
