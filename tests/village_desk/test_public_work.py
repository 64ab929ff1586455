"""The room's registers: who may read a complaint, what satisfaction keeps, hours, and who is on the board."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from village_desk import ids, times
from village_desk.commands import moves, records, satisfaction
from village_desk.errors import Invalid, NotAllowed, UserError
from village_desk.queries import boards, history, lists, papers, volunteers
from village_desk.queries import satisfaction as counting
from village_desk.queries.records import children, find, record
from village_desk.session import Actor

TODAY = date(2026, 11, 21)
VILLAGE = "620702101201"
FACTS = {"complained_on": TODAY, "name": "[练习]王喆", "matter": "两次来访无人接待"}


@pytest.fixture
def same_desk():
    """Let somebody else sign in at the same desk."""

    def sign_in(session, role, name):
        return replace(session, actor=Actor(ids.new_id(), name, role, b"", (VILLAGE,)))

    return sign_in


def made(session, kind, **values):
    record_id = ids.new_id()
    records.save(session, kind, record_id, values)
    return record_id


# ------------------------------------------------------------------ complaints


@pytest.mark.requirement("R095")
def test_a_complaint_goes_its_whole_way_at_the_station(make_session):
    office = make_session("620702101000", "station_head", "[练习]张所长")
    one = made(office, "complaint", **FACTS, about="room", about_name="[练习]李某")
    assert record(office, "complaint", one).state == "registered"
    with pytest.raises(NotAllowed, match=r"move\.state"):
        moves.make(office, "complaint", one, "conclude")
    moves.make(office, "complaint", one, "accept", {"accepted_on": TODAY})
    with pytest.raises(Invalid):  # nobody has been named who handles it
        moves.make(office, "complaint", one, "handle")
    moves.make(office, "complaint", one, "handle", {"handler": "[练习]张所长"})
    moves.make(
        office, "complaint", one, "conclude", {"decision": "情况属实，已公布值班表", "decided_on": TODAY}
    )
    moves.make(office, "complaint", one, "tell", {"told_on": TODAY, "told_how": "当面"})
    moves.make(office, "complaint", one, "object", {"dissent": "值班表没有执行"})
    moves.make(office, "complaint", one, "handle")
    assert record(office, "complaint", one).state == "handling"


def test_a_room_takes_down_and_does_not_decide(session):
    one = made(session, "complaint", **FACTS, about="room")
    with pytest.raises(NotAllowed):
        moves.make(session, "complaint", one, "accept")


@pytest.mark.parametrize(
    ("about", "class_"), [("room", "normal"), ("station", "hardship"), (None, "hardship")]
)
def test_whom_it_is_about_decides_who_reads_it_once_and_for_all(session, about, class_):
    one = made(session, "complaint", **FACTS, about=about)
    assert record(session, "complaint", one).class_ == class_
    if about:
        with pytest.raises(UserError, match=r"record\.immutable"):
            records.save(session, "complaint", one, {"about": "mediator"})


def test_nobody_takes_down_a_complaint_about_themselves(session):
    name = session.actor.name
    with pytest.raises(Invalid) as caught:
        made(session, "complaint", **FACTS, about="room", about_name=f" {name} ")
    assert [(one.field, one.code) for one in caught.value.problems] == [("about_name", "complaint.own")]


def test_another_clerk_of_the_room_sees_nothing_of_it(session, same_desk):
    one = made(session, "complaint", **FACTS, about="room")
    other = same_desk(session, "village_clerk", "[练习]李某")
    assert find(other, "complaint", one) is None
    assert lists.page(other, "complaint") == []
    assert lists.count(other, "complaint") == 0


# ------------------------------------------------------------------ satisfaction


@pytest.mark.requirement("R066")
def test_a_sheet_of_answers_names_nobody_and_no_minute(session):
    visitor = made(session, "person", name="[练习]赵龘", phone="13800000000")
    changed = satisfaction.answer(session, {"given": "screen", "attitude": "1", "knew": True})
    ((kind, sheet_id),) = changed
    rows = session.store.query('SELECT "body" FROM "change" WHERE "record_id" = ?', (sheet_id,))
    body = json.loads(bytes(rows[0][0]))
    assert body["t"] == kind == "satisfaction"
    told = json.dumps(body, ensure_ascii=False)
    assert visitor.hex() not in told
    assert "赵龘" not in told
    assert set(body["f"]) <= {
        "rated_on",
        "given",
        "attitude",
        "knew",
        "village",
        "class",
        "readers",
        "profile",
    }
    assert times.local_text(body["at"]).endswith("00:00")
    assert sheet_id[6] >> 4 == 4  # an id drawn by chance: those of other records count the milliseconds
    held = record(session, "satisfaction", sheet_id)
    assert held.name == ""
    assert times.local_text(held.created_at).endswith("00:00")
    assert times.local_text(held.changed_at).endswith("00:00")


def test_what_the_desk_remembers_of_a_sheet_is_its_day(session):
    ((kind, sheet_id),) = satisfaction.answer(session, {"attitude": "5", "advice": "周末也要有人"})
    for event in history.of(session, kind, sheet_id):
        assert times.local_text(event.at).endswith("00:00")
    assert lists.page(session, kind, text="周末") == []


@pytest.mark.requirement("R062", "R231", "R267", "R195")
def test_a_room_knows_the_counts_of_all_its_sheets_and_no_sheet_of_a_colleague(session, same_desk):
    answers = [("1", True, "room"), ("2", True, "court"), ("5", False, None), ("3", None, "room")]
    for attitude, knew, first in answers:
        satisfaction.answer(session, {"attitude": attitude, "knew": knew, "first": first})
    other = same_desk(session, "village_clerk", "[练习]李某")
    assert lists.page(other, "satisfaction") == []
    counts = counting.summary(other)
    assert counts == counting.summary(session)
    assert (counts.sheets, counts.answers) == (4, 4)
    assert counts.ratings["attitude"] == (1, 1, 1, 0, 1)
    assert counts.ratings["skill"] == (0, 0, 0, 0, 0)
    assert counts.satisfied == 50.0
    assert counts.score == (100 + 80 + 60 + 0) / 4
    assert (counts.knew, counts.first) == ((2, 3), (2, 3))


def test_who_has_nothing_to_do_with_it_counts_nothing(session, same_desk):
    satisfaction.answer(session, {"attitude": "1"})
    assert counting.summary(same_desk(session, "mediator", "[练习]某人")).sheets == 0


# ------------------------------------------------------------------ volunteers


def served(volunteer, day, minutes, **values):
    return {"volunteer": volunteer, "served_on": day, "minutes": minutes, **values}


@pytest.mark.requirement("R061")
def test_the_certificate_adds_up_the_time_served_and_shows_four_digits(session):
    one = made(session, "volunteer", name="[练习]吴䶮", id_number="11010519491231002X")
    for day, minutes in ((date(2026, 3, 1), 180), (TODAY, 570), (date(2026, 5, 4), None)):
        made(session, "volunteer_service", **served(one, day, minutes))
    content = papers.content(session, "volunteer", one)
    assert content["list"] == {
        "period": "2026年3月1日至2026年11月21日",
        "total": "12.5",
        "note": "002X",
        "day": "2026年11月21日",
    }
    lines = [line.values for line in children(session, "volunteer", one)["volunteer_service"]]
    assert volunteers.long_days(lines) == [TODAY]


@pytest.mark.parametrize(("minutes", "hours"), [(0, "0"), (60, "1"), (90, "1.5"), (50, "0.8"), (599, "10")])
def test_minutes_are_written_as_hours(minutes, hours):
    assert volunteers.hours_text(minutes) == hours


@pytest.mark.requirement("R061", "R072", "R100")
def test_a_volunteer_is_registered_with_what_the_law_asks_and_can_leave(session):
    one = made(session, "volunteer", name="[练习]吴䶮")
    with pytest.raises(Invalid) as caught:
        moves.make(session, "volunteer", one, "register")
    assert {"id_number", "phone", "skills", "available", "promised"} <= {
        p.field for p in caught.value.problems
    }
    full = {
        "id_number": "11010519491231002X", "phone": "13800000000", "skills": ("advice",),
        "available": "周二", "promised": True, "registered_on": TODAY,
    }  # fmt: skip
    moves.make(session, "volunteer", one, "register", full)
    moves.make(session, "volunteer", one, "leave", {"left_on": TODAY})
    assert record(session, "volunteer", one).state == "left"


# ------------------------------------------------------------------ the board


@pytest.mark.requirement("R131", "R264")
def test_the_board_shows_who_serves_today_as_the_directory_says(session, same_desk):
    head = replace(same_desk(session, "station_head", "[练习]张所长"), place=VILLAGE)
    board = made(session, "notice_board", room="平原村公共法律服务工作室", posted_on=TODAY)
    long_ago, tomorrow = date(2020, 1, 1), TODAY + timedelta(days=1)
    adviser = {"category": "adviser", "name": "[练习]赵龘", "phone": "13800000001", "on_board": True}
    made(session, "resource", category="notary", name="[练习]何某", on_board=True)
    made(session, "resource", **adviser, since=long_ago)
    made(session, "resource", **{**adviser, "name": "[练习]去年的"}, until=date(2025, 12, 31))
    made(session, "resource", **{**adviser, "name": "[练习]明天来"}, since=tomorrow)
    made(session, "resource", category="court", name="不上牌")
    contract = {"adviser": "[练习]马丽", "firm": "某某律师事务所", "since": long_ago}
    made(head, "adviser_appointment", **contract, phone="13700000003")
    made(session, "resource", **{**adviser, "name": "[练习]马丽", "phone": "13011112222"})
    made(head, "adviser_appointment", **{**contract, "adviser": "[练习]前任"}, ended_on=long_ago)
    made(session, "register_person", register="mediator", name="[练习]王桂兰", phone="13900000001")
    made(session, "register_person", register="mediator", name="[练习]离任", left_on=long_ago)
    content = papers.content(session, "notice_board", board)
    assert [(one["adviser"], one["phone"]) for one in content["adviser_appointment"]] == [
        ("[练习]马丽", "13700000003")
    ]
    assert [one["name"] for one in content["resource"]] == ["[练习]赵龘", "[练习]何某"]
    assert content["resource"][0]["phone"] == "13800000001"
    assert [one["name"] for one in content["register_person"]] == ["[练习]王桂兰"]
    printed = papers.frozen(session, "notice_board", board, {"resource", "register_person"}).decode()
    assert "[练习]赵龘" in printed
    assert "[练习]去年的" not in printed


def test_a_board_is_out_of_date_when_somebody_was_changed_after_it_was_put_up(session):
    one = made(session, "resource", category="adviser", name="[练习]赵龘", on_board=True)
    old = made(session, "notice_board", room="服务室", posted_on=TODAY - timedelta(days=2))
    new = made(session, "notice_board", room="服务室", posted_on=TODAY)
    changed = boards.changed_since_posted(session, record(session, "notice_board", old))
    assert [each.id for each in changed] == [one]
    assert boards.changed_since_posted(session, record(session, "notice_board", new)) == []


@pytest.mark.requirement("R237")
def test_a_law_aware_person_is_in_office_until_the_term_ends_or_they_leave(session):
    made(session, "law_aware_person", name="[练习]甲", until=TODAY)
    made(session, "law_aware_person", name="[练习]乙", until=TODAY - timedelta(days=1))
    made(session, "law_aware_person", name="[练习]丙", left_on=TODAY, leaving="own")
    assert [one.name for one in boards.in_office(session, "law_aware_person")] == ["[练习]甲"]
