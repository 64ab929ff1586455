"""A text that was signed changes by a supplement only; everything else goes on freely."""

import json
from datetime import date

import pytest

from village_desk import changes, ids
from village_desk.changes import Body, FeedConflict, FeedRow
from village_desk.commands import attachments, conflicts, moves, papers, records
from village_desk.commands.papers import Printed
from village_desk.errors import Invalid, NotAllowed
from village_desk.kinds import KINDS
from village_desk.queries import records as query
from village_desk.queries.signed import departed, standing
from village_desk.store.applying import apply_rows

SHOWN = frozenset({("mediation_case", "facts"), ("mediation_case", "committee"), ("case_party", "name")})
ON_AGREEMENT = frozenset({("agreement", "terms"), ("case_party", "name"), ("mediation_case", "facts")})


@pytest.fixture
def case(session):
    """A case with one party, and a place to write about it."""
    case_id, party = ids.new_id(), ids.new_id()
    values = {"facts": "院墙挡住通道[练习]", "dispute_type": "02"}
    entries = [
        ("mediation_case", case_id, values),
        ("case_party", party, {"case": case_id, "name": "[练习]陈𬭎", "phone": "13993600000"}),
    ]
    records.save_all(session, entries)
    return case_id, party


def signed(session, kind, record_id, shown=SHOWN):
    sheet = ids.new_id()
    papers.record_sheet(session, (kind, record_id), sheet, Printed("mediation_intake", "004", 1, 1, shown))
    picture = ids.new_id()
    about = {"title": "签字件", "media_type": "image/jpeg", "page_of": sheet, "sheet_page": 1}
    attachments.attach(session, (kind, record_id), picture, b"a photo", about)
    return sheet, picture


def facts(session, case_id):
    return query.record(session, "mediation_case", case_id).values["facts"]


def test_a_signed_text_changes_only_with_a_reason_which_is_kept_with_the_change(session, case):
    case_id, _party = case
    sheet, _ = signed(session, "mediation_case", case_id)
    with pytest.raises(NotAllowed, match="record.signed") as refused:
        records.save(session, "mediation_case", case_id, {"facts": "院墙已拆[练习]"})
    assert refused.value.details["fields"] == ["facts"]
    assert facts(session, case_id) == "院墙挡住通道[练习]"
    records.save(session, "mediation_case", case_id, {"facts": "院墙已拆[练习]"}, "当事人更正")
    assert facts(session, case_id) == "院墙已拆[练习]"
    (supplement,) = query.about(session, "supplement", "mediation_case", case_id)
    assert supplement.values["sheet"] == sheet
    assert supplement.values["reason"] == "当事人更正"
    assert json.loads(supplement.values["changed"]) == ["facts"]
    assert supplement.values["made_by"] == session.actor.name


def test_what_is_printed_but_not_signed_changes_freely(session, case):
    case_id, _party = case
    papers.record_sheet(
        session, ("mediation_case", case_id), ids.new_id(), Printed("mediation_intake", "004", 1, 1, SHOWN)
    )
    records.save(session, "mediation_case", case_id, {"facts": "改了[练习]"})
    assert facts(session, case_id) == "改了[练习]"


def test_what_is_not_on_the_paper_or_was_empty_on_it_changes_freely(session, case):
    case_id, party = case
    signed(session, "mediation_case", case_id)
    records.save(session, "mediation_case", case_id, {"dispute_type": "03", "committee": "乌江村[练习]"})
    records.save(session, "case_party", party, {"phone": "13993600001"})
    records.save(session, "mediation_session", ids.new_id(), {"case": case_id})
    assert query.about(session, "supplement", "mediation_case", case_id) == []


def test_a_party_on_a_signed_agreement_changes_by_a_supplement_too(session, case):
    case_id, party = case
    agreement = ids.new_id()
    records.save(session, "agreement", agreement, {"case": case_id, "terms": "限期拆除[练习]"})
    signed(session, "agreement", agreement, ON_AGREEMENT)
    for kind, record_id, values in (
        ("case_party", party, {"name": "[练习]陈大"}),
        ("mediation_case", case_id, {"facts": "别的[练习]"}),
        ("agreement", agreement, {"terms": "不拆[练习]"}),
    ):
        with pytest.raises(NotAllowed, match="record.signed"):
            records.save(session, kind, record_id, values)
        records.save(session, kind, record_id, values, "补充")
        assert len(query.about(session, "supplement", kind, record_id)) == 1
        records.save(session, kind, record_id, dict.fromkeys(values, "再改[练习]"))


def test_the_hold_ends_when_a_picture_filed_by_mistake_is_taken_away(session, case):
    case_id, _party = case
    _sheet, picture = signed(session, "mediation_case", case_id)
    with pytest.raises(NotAllowed, match="record.signed_stays"):
        records.archive(session, "mediation_case", case_id)
    records.archive(session, "attachment", picture)
    held = query.record(session, "mediation_case", case_id).values
    assert standing(session, KINDS["mediation_case"], case_id, held) == {}
    records.save(session, "mediation_case", case_id, {"facts": "改了[练习]"})
    records.archive(session, "mediation_case", case_id)


def test_nothing_is_saved_when_the_reason_does_not_fit(session, case):
    case_id, _party = case
    signed(session, "mediation_case", case_id)
    with pytest.raises(Invalid):
        records.save(session, "mediation_case", case_id, {"facts": "改了[练习]"}, "长" * 2_001)
    assert facts(session, case_id) == "院墙挡住通道[练习]"
    assert query.about(session, "supplement", "mediation_case", case_id) == []


def test_a_step_changes_no_signed_text(session):
    case_id = ids.new_id()
    records.save(
        session, "mediation_case", case_id, {"facts": "事由[练习]", "accepted_on": date(2026, 11, 20)}
    )
    signed(session, "mediation_case", case_id, frozenset({("mediation_case", "accepted_on")}))
    with pytest.raises(NotAllowed, match="record.signed"):
        moves.make(session, "mediation_case", case_id, "accept", {"accepted_on": date(2026, 11, 21)})


def test_a_supplement_stays(session, case):
    case_id, _party = case
    signed(session, "mediation_case", case_id)
    records.save(session, "mediation_case", case_id, {"facts": "改了[练习]"}, "更正")
    (supplement,) = query.about(session, "supplement", "mediation_case", case_id)
    with pytest.raises(NotAllowed, match="rights.no_write"):
        records.archive(session, "supplement", supplement.id)


# ---------------------------------------------------------------- what others bring


def arrived(session, case_id, seq, ver, values, **more):
    """A change of the case that another desk made comes with the county's feed."""
    body = Body(
        n=seq, g=seq, r=case_id.hex(), t="mediation_case", s=session.store.unit_scope, op="put", b=ver - 1,
        p=0, u="cd" * 16, grant="", sv=KINDS["mediation_case"].sv, at=86_400_000, clock=None, f=values,
    )  # fmt: skip
    row = FeedRow(
        seq=seq, device="ab" * 16, n=seq, body=changes.encode(body), ver=ver,
        outcome=more.pop("outcome", "ok"), user_name="[练习]孙某", **more,
    )  # fmt: skip
    with session.store.unit_of_work(None, 9) as uow:
        apply_rows(uow, [row])


@pytest.fixture
def come(session):
    """A case that another desk made."""
    case_id = ids.new_id()
    arrived(session, case_id, 1, 1, {"facts": "院墙挡住通道[练习]", "dispute_type": "02"})
    return case_id


def gone(session, case_id):
    return [(one.field, one.by, one.at) for one in departed(session, "mediation_case", case_id)]


def test_what_another_desk_changed_of_a_signed_text_is_named_with_who_and_when(session, come):
    sheet, picture = signed(session, "mediation_case", come)
    assert gone(session, come) == []
    arrived(session, come, 2, 2, {"facts": "院墙已拆[练习]", "dispute_type": "03"})
    assert gone(session, come) == [("facts", "[练习]孙某", 86_400_000)]
    assert departed(session, "mediation_case", come)[0].sheet == sheet
    records.archive(session, "attachment", picture)
    assert gone(session, come) == []


def test_a_decided_conflict_that_changes_a_signed_text_is_named_with_who_decided(session, come):
    signed(session, "mediation_case", come)
    opened = (FeedConflict(id="ee" * 16, field="facts", value="别的[练习]"),)
    kept = {"facts": "院墙挡住通道[练习]"}
    arrived(session, come, 2, 2, {"facts": "别的[练习]"}, outcome="conflict", set_=kept, opened=opened)
    assert gone(session, come) == []
    conflicts.resolve(session, "ee" * 16, "别的[练习]")
    with session.store.unit_of_work(None, 9) as uow:
        account = (session.actor.user.hex(), session.actor.name, "mediator", "[]")
        uow.execute('INSERT INTO "account" ("user", "name", "role", "areas") VALUES (?, ?, ?, ?)', account)
    ((field, by, _at),) = gone(session, come)
    assert (field, by) == ("facts", session.actor.name)


def test_a_new_signature_or_a_supplement_settles_it(session, come):
    signed(session, "mediation_case", come)
    arrived(session, come, 2, 2, {"facts": "院墙已拆[练习]"})
    assert [field for field, _by, _at in gone(session, come)] == ["facts"]
    signed(session, "mediation_case", come)
    assert gone(session, come) == []
    records.save(session, "mediation_case", come, {"facts": "更正[练习]"}, "当事人更正")
    assert gone(session, come) == []


def test_a_case_names_what_departed_in_its_parts(session, come):
    agreement = ids.new_id()
    records.save(session, "agreement", agreement, {"case": come, "terms": "限期拆除[练习]"})
    signed(session, "agreement", agreement, ON_AGREEMENT)
    assert departed(session, "mediation_case", come) == []
    with session.store.unit_of_work(session.actor, session.now()) as uow:  # as it arrives from another desk
        uow.put("agreement", agreement, {"terms": "不拆[练习]"})
    arrived(session, come, 2, 2, {"facts": "院墙已拆[练习]"})
    places = [(one.kind, one.record_id, one.field) for one in departed(session, "mediation_case", come)]
    assert places == [("mediation_case", come, "facts"), ("agreement", agreement, "terms")]
    assert [one.field for one in departed(session, "agreement", agreement)] == ["terms"]


def test_what_was_empty_on_the_paper_departs_from_nothing(session, come):
    signed(session, "mediation_case", come)
    arrived(session, come, 2, 2, {"committee": "乌江村[练习]"})
    assert gone(session, come) == []
