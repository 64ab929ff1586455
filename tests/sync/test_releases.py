"""What the county set aside is decided at the township, by a change like any other."""

from dataclasses import replace

import pytest

from county_server import accounts, audit, enrolment, releases
from tests.sync.test_areas import same_as_county
from tests.sync.world import OTHER_VILLAGE, TOWNSHIP, VILLAGE, withdraw, write
from village_desk.commands import mending, releasing
from village_desk.errors import NotAllowed, UserError
from village_desk.ids import new_id
from village_desk.queries import history, outbox, quarantine, today
from village_desk.queries import releases as decided

KIND = "consultation"


@pytest.fixture
def head(desk_at):
    return desk_at("张所长[练习]", role="station_head", area=TOWNSHIP, unit=TOWNSHIP)


def set_aside(county, desk, *others):
    """A clerk's edit that the county sets aside, because the permission to write has ended."""
    record_id = write(desk, name="[练习]甲", content="地界")
    for each in (desk, *others):
        each.sync()
    withdraw(county, desk)
    write(desk, record_id, content="地界不清")
    assert desk.sync().quarantined == 1
    return record_id


def decide(desk, *, accepted, reason="本人当面说明", at=0):
    one = decided.waiting(desk.session)[at]
    releasing.decide(desk.session, new_id(), one, reason, accepted=accepted)


def to_decide(desk):
    """What the first page says is to be decided."""
    return [task.record_id for task in today.tasks(desk.session) if task.what == "to_decide"]


def test_accepted_it_stands_as_its_author_s_and_the_history_says_who_accepted_it(county, desk_at, head):
    desk = desk_at()
    record_id = set_aside(county, desk, head)
    head.sync()
    (one,) = decided.waiting(head.session)
    assert (one.author, one.reason, one.acceptable) == ("甲[练习]", "rights", True)
    assert one.parts[0].values == (("content", "地界不清", "地界"),)
    assert to_decide(head) == [record_id]
    assert to_decide(desk) == []
    decide(head, accepted=True)
    assert decided.waiting(head.session) == to_decide(head) == []
    for each in (head, desk, head):
        assert each.sync().complete
    for each in (head, desk):
        assert each.row(KIND, record_id)["content"] == "地界不清"
        same_as_county(each)
        last = history.of(each.session, KIND, record_id)[-1]
        assert (last.decided.accepted, last.decided.name) == (True, "张所长[练习]")
        assert last.decided.reason == "本人当面说明"
    assert quarantine.set_aside(desk.session) == []
    assert outbox.status(desk.session).set_aside == 0
    assert audit.verify(county).problems == []


def test_dismissed_its_author_reads_why_and_keeps_the_text(county, desk_at, head):
    desk = desk_at()
    record_id = set_aside(county, desk, head)
    head.sync()
    with pytest.raises(UserError, match="release.reason_missing"):
        decide(head, accepted=False, reason="  ")
    decide(head, accepted=False, reason="与询问笔录不符")
    head.sync()
    desk.sync()
    assert head.row(KIND, record_id)["content"] == "地界"
    (aside,) = quarantine.set_aside(desk.session)
    assert (aside.answer.name, aside.answer.reason) == ("张所长[练习]", "与询问笔录不符")
    assert not aside.answer.accepted
    assert aside.ways[0] == "noted"
    mending.decide(desk.session, aside.first, "noted")
    assert quarantine.set_aside(desk.session) == []
    (event,) = [one for one in history.of(desk.session, KIND, record_id) if one.outcome == "quarantined"]
    assert event.decided.reason == "与询问笔录不符"
    with county.database.reading():
        assert county.database.one("SELECT count(*) FROM quarantine") == (1,)


def test_a_new_record_of_a_withdrawn_desk_can_be_accepted(county, desk_at, head):
    desk = desk_at()
    desk.sync()
    record_id = write(desk, name="[练习]乙", content="借款")
    enrolment.revoke_device(county, desk.line.device)
    desk.sync()
    head.sync()
    (one,) = decided.waiting(head.session)
    assert (one.reason, one.parts[0].new, one.parts[0].name) == ("revoked", True, "[练习]乙")
    decide(head, accepted=True)
    head.sync()
    assert head.row(KIND, record_id)["content"] == "借款"
    same_as_county(head)


def test_nobody_sees_or_decides_it_but_the_head_of_its_township(county, desk_at, head):
    desk, other = desk_at(), desk_at("戊[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    staff = desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    elsewhere = desk_at("庚[练习]", role="station_head", area="620702102", unit="620702102")
    record_id = set_aside(county, desk, head, other, staff, elsewhere)
    for each in (head, other, staff, elsewhere):
        each.sync()
    assert len(decided.waiting(head.session)) == 1
    for each in (desk, other, staff, elsewhere):
        each.sync()
        assert decided.waiting(each.session) == []
        assert each.store.text_state("sync.aside") == ""
    one = decided.waiting(head.session)[0]
    with pytest.raises(NotAllowed):
        releasing.decide(staff.session, new_id(), one, "理由", accepted=True)
    assert head.row(KIND, record_id)["content"] == "地界"


def test_a_decision_by_somebody_who_may_not_has_no_effect(county, desk_at, head, monkeypatch):
    desk, staff = desk_at(), desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    record_id = set_aside(county, desk, head, staff)
    head.sync()
    (one,) = decided.waiting(head.session)
    monkeypatch.setattr(type(staff.session.actor), "require", lambda *_: None)  # a program that was bent
    releasing.decide(staff.session, new_id(), one, "理由", accepted=True)
    assert staff.sync().quarantined == 1
    head.sync()
    assert head.row(KIND, record_id)["content"] == "地界"


def test_nobody_accepts_what_they_wrote_themselves(county, desk_at, head):
    record_id = write(head, name="[练习]丁")
    head.sync()
    accounts.revoke_grant(county, head.session.actor.grant)
    write(head, record_id, content="自己写的")
    assert head.sync().quarantined == 1
    accounts.add_grant(county, head.session.actor.user, "station_head", [TOWNSHIP])
    head.sync()
    assert [one.acceptable for one in decided.waiting(head.session)] == [False]
    one = decided.waiting(head.session)[0]
    with pytest.raises(UserError, match="release.not_acceptable"):
        releasing.decide(head.session, new_id(), one, "理由", accepted=True)


def test_the_author_s_later_words_are_not_overwritten_by_older_ones(county, desk_at, head):
    desk = desk_at()
    record_id = set_aside(county, desk, head)
    head.sync()
    accounts.add_grant(county, desk.session.actor.user, "village_clerk", [VILLAGE])
    desk.sync()
    write(desk, record_id, content="重新写的")
    desk.sync()
    decide(head, accepted=True)  # it has not heard of the later words yet
    head.sync()
    desk.sync()
    assert head.row(KIND, record_id)["content"] == "重新写的"
    (one,) = decided.waiting(head.session)
    assert not one.acceptable
    decide(head, accepted=False)
    head.sync()
    assert decided.waiting(head.session) == []


def test_a_decision_that_comes_before_the_change_it_is_about_waits_for_it(county, desk_at, head):
    desk = desk_at()
    record_id = set_aside(county, desk, head)
    head.sync()
    # As after a restore: the county has the decision and not yet the change.
    with county.database.writing():
        county.database.rows("UPDATE quarantine SET reason = 'record.unknown'")
    decide(head, accepted=True)
    head.sync()
    assert head.row(KIND, record_id)["content"] == "地界"
    with county.database.writing():
        county.database.rows("UPDATE quarantine SET reason = 'rights'")
    releases.pending(county)
    head.sync()
    assert head.row(KIND, record_id)["content"] == "地界不清"


def test_a_unit_that_only_the_county_understands_is_not_offered_to_be_accepted(county, desk_at, head):
    desk = desk_at()
    set_aside(county, desk, head)
    with county.database.writing():
        county.database.rows("UPDATE quarantine SET reason = 'field.immutable'")
    head.sync()
    assert [one.acceptable for one in decided.waiting(head.session)] == [False]


def test_who_no_longer_decides_forgets_what_was_told(county, desk_at, head):
    desk = desk_at()
    set_aside(county, desk, head)
    head.sync()
    assert decided.count(head.session) == 1
    accounts.add_grant(county, head.session.actor.user, "station_staff", [TOWNSHIP])
    accounts.revoke_grant(county, head.session.actor.grant)
    head.sync()
    assert head.store.text_state("sync.aside_units") == "[]"


def test_a_dismissal_counts_for_those_words_and_by_whoever_decides_there(county, desk_at, head, monkeypatch):
    desk = desk_at()
    elsewhere = desk_at("庚[练习]", role="station_head", area="620702102", unit="620702102")
    set_aside(county, desk, head)
    head.sync()
    (one,) = decided.waiting(head.session)
    monkeypatch.setattr(type(elsewhere.session.actor), "require", lambda *_: None)  # a program that was bent
    own = replace(one.parts[0], record_id=write(elsewhere, name="[练习]别处"))
    there = elsewhere.row(KIND, own.record_id)["scope"]
    bent = replace(one, scope=there, parts=(own,), acceptable=False)
    releasing.decide(elsewhere.session, new_id(), bent, "理由", accepted=False)
    releasing.decide(head.session, new_id(), replace(one, chain="0" * 64), "别的话", accepted=False)
    for each in (elsewhere, head):
        assert each.sync().quarantined == 0
    again = desk_at("壬所长[练习]", role="station_head", area=TOWNSHIP, unit=TOWNSHIP)
    again.sync()
    assert [each.chain for each in decided.waiting(again.session)] == [one.chain]
    decide(head, accepted=False)
    head.sync()
    again.sync()
    assert decided.waiting(again.session) == []


def test_what_nobody_there_may_read_keeps_nothing_older_from_being_told(county, desk_at, head, monkeypatch):
    monkeypatch.setattr(releases, "PAGE", 3)
    desk = desk_at()
    set_aside(county, desk, head)
    for number in range(4):
        write(desk, name=f"[练习]{number}", content="不能读")
    assert desk.sync().quarantined == 4
    with county.database.writing():
        county.database.rows("UPDATE quarantine SET body = ? WHERE n > 2", b'{"unreadable": true}')
    head.sync()
    assert [one.first for one in decided.waiting(head.session)] == [2]
