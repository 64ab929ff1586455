"""A signed page goes to the record and the sheet it belongs to, or nowhere, and says so."""

from datetime import date

import pytest

from tests.village_desk.disks import small_disk
from village_desk import ids
from village_desk.commands import filing, papers, records
from village_desk.commands.filing import Code
from village_desk.commands.papers import Printed
from village_desk.errors import StoreTrouble, UserError
from village_desk.queries import filing as query
from village_desk.queries import records as held
from village_desk.session import Actor, Session

DAY = date(2026, 11, 21)
TITLE = "法律咨询登记表"


def consultation(session, name="[练习]马秀英"):
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, {"name": name, "met_on": DAY})
    return record_id


def printed(session, record_id, form="consultation", form_no="024", pages=1):
    sheet = ids.new_id()
    papers.record_sheet(session, ("consultation", record_id), sheet, Printed(form, form_no, 1, pages))
    return sheet


def attachments(session, record_id):
    return held.about(session, "attachment", "consultation", record_id)


def test_a_page_goes_to_the_record_and_page_its_code_names(session):
    record_id = consultation(session)
    sheet = printed(session, record_id, pages=2)
    filed = filing.file_by_code(session, b"page two", Code(sheet, "024", 2, 2), TITLE)
    assert (filed.outcome, filed.record, filed.page, filed.lacking) == (
        "filed",
        ("consultation", record_id),
        2,
        (1,),
    )
    (picture,) = attachments(session, record_id)
    assert picture.values["page_of"] == sheet
    assert picture.values["sheet_page"] == 2
    assert picture.values["media_type"] == "image/jpeg"
    assert session.store.attachments.read(bytes.fromhex(picture.values["digest"])) == b"page two"


def test_the_same_picture_is_filed_once_and_another_one_beside_it(session):
    record_id = consultation(session)
    code = Code(printed(session, record_id), "024", 1, 1)
    first = filing.file_by_code(session, b"photo", code, TITLE)
    again = filing.file_by_code(session, b"photo", code, TITLE)
    assert (again.outcome, again.attachment, again.changes) == ("again", first.attachment, frozenset())
    better = filing.file_by_code(session, b"a better photo", code, TITLE)
    assert (better.outcome, better.earlier) == ("filed", 1)
    assert len(attachments(session, record_id)) == 2


def test_a_page_of_an_older_print_goes_to_that_print_and_says_so(session):
    record_id = consultation(session)
    old = printed(session, record_id)
    printed(session, record_id)
    filed = filing.file_by_code(session, b"photo", Code(old, "024", 1, 1), TITLE)
    assert (filed.version, filed.newest) == (1, 2)
    assert attachments(session, record_id)[0].values["page_of"] == old


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (lambda _sheet: Code(ids.new_id(), "024", 1, 1), "scan.unknown"),
        (lambda sheet: Code(sheet, "008", 1, 1), "scan.misfit"),
        (lambda sheet: Code(sheet, "024", 1, 3), "scan.misfit"),
        (lambda sheet: Code(sheet, "024", 2, 1), "scan.misfit"),
    ],
)
def test_a_page_of_another_county_or_one_that_does_not_fit_is_filed_nowhere(session, code, says):
    record_id = consultation(session)
    sheet = printed(session, record_id)
    with pytest.raises(UserError, match=says):
        filing.file_by_code(session, b"photo", code(sheet), TITLE)
    assert attachments(session, record_id) == []


def test_a_sheet_one_may_not_read_is_as_good_as_unknown(session):
    record_id = consultation(session)
    sheet = printed(session, record_id)
    stranger = Actor(ids.new_id(), "[练习]别人", "village_clerk", b"", ("620702101299",))
    other = Session(session.store, stranger, session.profile, session.clock)
    with pytest.raises(UserError, match="scan.unknown"):
        filing.file_by_code(other, b"photo", Code(sheet, "024", 1, 1), TITLE)
    assert query.candidates(other) == []


def test_a_picture_without_a_sheet_is_kept_with_the_record_that_is_chosen(session):
    record_id = consultation(session)
    filed = filing.file_with_record(session, b"photo", ("consultation", record_id), TITLE)
    assert (filed.outcome, filed.page) == ("filed", 0)
    assert filing.file_with_record(session, b"photo", ("consultation", record_id), TITLE).outcome == "again"
    (picture,) = attachments(session, record_id)
    assert picture.values.get("page_of") is None


def test_likely_sheets_come_first_and_signed_ones_not_at_all(session, clock):
    people = [consultation(session, f"[练习]{name}") for name in "甲乙丙丁"]
    yesterday = printed(session, people[0])
    clock.at += 86_400_000
    other_form = printed(session, people[1], "legal_aid_application", "026")
    replaced = printed(session, people[2])
    newer = printed(session, people[2])
    signed = printed(session, people[3])
    filing.file_by_code(session, b"photo", Code(signed, "024", 1, 1), TITLE)
    today = date(2026, 11, 22)
    found = query.candidates(session, "024", today)
    assert [one.sheet.id for one in found] == [newer, replaced, yesterday, other_form]
    assert found[0].name == "[练习]丙"
    assert [one.sheet.id for one in query.candidates(session)] == [newer, other_form, yesterday, replaced]


def test_a_sheet_with_a_page_missing_is_still_asked_for(session):
    record_id = consultation(session)
    sheet = printed(session, record_id, pages=3)
    for page in (1, 3):
        filing.file_by_code(session, b"page %d" % page, Code(sheet, "024", page, 3), TITLE)
    (candidate,) = query.candidates(session)
    assert (candidate.sheet.id, candidate.pages) == (sheet, (2,))


def test_a_full_disk_leaves_nothing_half_filed(session):
    record_id = consultation(session)
    code = Code(printed(session, record_id), "024", 1, 1)
    with small_disk(session.store.attachments._folder) as make_room:
        with pytest.raises(StoreTrouble, match="store.full"):
            filing.file_by_code(session, bytes(8_000_000), code, TITLE)
        assert attachments(session, record_id) == []
        assert session.store.attachments.orphans([]) == []
        assert len(query.candidates(session)) == 1
        make_room()
        assert filing.file_by_code(session, bytes(8_000_000), code, TITLE).outcome == "filed"
        assert len(attachments(session, record_id)) == 1
