"""Typical cases: nothing that says who is kept, a person looks through, two review, the county publishes."""

from dataclasses import replace

import pytest

from tests.village_desk import cases
from village_desk import ids
from village_desk.commands import moves, records, typical
from village_desk.errors import Invalid, NotAllowed
from village_desk.queries import lists
from village_desk.queries import records as reading
from village_desk.queries.typical import look
from village_desk.session import Actor


def drafted(session, **values):
    """A draft out of a finished mediation whose texts name its parties."""
    made, draft = cases.finished(session), ids.new_id()
    facts = "陈大山与马秀英是邻居，大山砌墙，大满镇平原堡村人，电话13893612345。"
    records.save(session, "mediation_case", made.case, {"facts": facts, **values})
    typical.begin(session, "mediation_case", made.case, draft)
    return draft


def held(session, draft):
    return reading.record(session, "case_draft", draft)


def above(session, role, area):
    return replace(session, actor=Actor(ids.new_id(), f"[练习]{role}", role, b"", (area,)))


def test_names_are_replaced_before_anything_is_kept(session):
    draft = drafted(session)
    values = held(session, draft).values
    texts = "".join(str(values.get(name) or "") for name in ("title", "facts", "handling", "result"))
    for name in ("陈大山", "马秀英", "秀英", "13893612345"):
        assert name not in texts
    assert values["facts"].startswith("甲某与乙某是邻居")
    (bodies,) = [
        [
            bytes(body).decode()
            for (body,) in session.store.query(
                'SELECT "body" FROM "change" WHERE "kind" = ?', ("case_draft",)
            )
        ]
    ]
    assert bodies
    assert not [body for body in bodies if "马秀英" in body]


@pytest.mark.requirement("R254")
def test_a_case_is_published_after_a_person_the_township_and_the_county_looked_at_it(session):
    draft = drafted(session)
    with pytest.raises(Invalid) as refused:
        moves.make(session, "case_draft", draft, "deidentify")
    assert [one.code for one in refused.value.problems] == ["typical.unchecked"]
    typical.confirm(session, draft)
    moves.make(session, "case_draft", draft, "deidentify")
    unit = session.store.unit_code
    station, county = above(session, "station_head", unit[:9]), above(session, "county_pls", unit[:6])
    with pytest.raises(NotAllowed):
        moves.make(session, "case_draft", draft, "pass")
    moves.make(station, "case_draft", draft, "pass")
    moves.make(county, "case_draft", draft, "approve")
    assert lists.page(session, "typical_case") == []
    moves.make(county, "case_draft", draft, "publish")
    (published,) = lists.page(session, "typical_case")
    assert published.values["facts"] == held(session, draft).values["facts"]
    assert published.scope == "620702000000"
    with pytest.raises(NotAllowed):
        records.save(session, "typical_case", published.id, {"facts": "改"})
    moves.make(county, "case_draft", draft, "withdraw")
    assert lists.page(session, "typical_case") == []


def test_a_word_that_asks_stays_until_a_person_says_it_is_a_name(session):
    draft = drafted(session)
    found = look(session, held(session, draft))
    assert found.left == ()
    assert found.asks == ("大山",)
    typical.replace_left(session, draft, ["大山"])
    values = held(session, draft).values
    assert "大山" not in values["facts"]
    assert look(session, held(session, draft)).asks == ()


def test_a_name_typed_in_again_is_named_and_stops_the_confirmation(session):
    draft = drafted(session)
    records.save(session, "case_draft", draft, {"comment": "马秀英的做法值得学习。"})
    assert look(session, held(session, draft)).left == ("马秀英",)
    with pytest.raises(Invalid) as refused:
        typical.confirm(session, draft)
    assert refused.value.problems[0].code == "typical.left"
    typical.replace_left(session, draft)
    typical.confirm(session, draft)
    assert held(session, draft).values["comment"] == "乙某的做法值得学习。"


def test_only_who_may_write_a_draft_says_that_it_was_looked_through(session):
    draft = drafted(session)
    reader = above(session, "county_legal_aid", session.store.unit_code[:6])
    with pytest.raises(NotAllowed):
        typical.confirm(reader, draft)
    assert "checked_by" not in held(session, draft).values


def test_a_text_changed_after_it_was_looked_through_is_looked_through_again(session):
    draft = drafted(session)
    typical.confirm(session, draft)
    records.save(session, "case_draft", draft, {"comment": "可供参考。"})
    with pytest.raises(Invalid):
        moves.make(session, "case_draft", draft, "deidentify")


def test_nobody_reviews_what_they_wrote(session):
    unit = session.store.unit_code
    station = above(session, "station_head", unit[:9])
    draft = ids.new_id()
    records.save(
        station, "case_draft", draft, {"title": "相邻纠纷", "facts": "甲某砌墙。", "handling": "调解。"}
    )
    typical.confirm(station, draft)
    moves.make(station, "case_draft", draft, "deidentify")
    with pytest.raises(NotAllowed) as refused:
        moves.make(station, "case_draft", draft, "pass")
    assert refused.value.code == "typical.own"


def test_no_typical_case_is_made_of_a_confidential_record(session):
    made = cases.finished(session)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.execute(
            'UPDATE "mediation_case" SET "class" = ?, "readers" = ? WHERE "id" = ?',
            ("restricted", f'["{session.actor.user.hex()}"]', made.case),
        )
    with pytest.raises(NotAllowed) as refused:
        typical.begin(session, "mediation_case", made.case, ids.new_id())
    assert refused.value.code == "typical.restricted"
