"""A case registered in the wrong village, or taken over: it leaves one desk and comes whole to the other."""

import pytest

from sync import engine, feed
from sync.messages import SyncReply, Verdict
from sync.packing import unpack
from tests.sync.test_areas import CANARY, PHOTO, same_as_county
from tests.sync.world import COUNTY, OTHER_VILLAGE, TOWNSHIP, VILLAGE
from village_desk.commands import attachments, conflicts, placing, records
from village_desk.errors import NotAllowed, UserError
from village_desk.ids import new_id
from village_desk.queries import history
from village_desk.queries import placing as places
from village_desk.queries.records import record
from village_desk.store import applying, handover

KIND = "mediation_case"


def registered(desk, title=CANARY):
    """Register a case with a party and a photo; return the three ids."""
    case, party = new_id(), new_id()
    records.save_all(
        desk.session,
        [
            (KIND, case, {"title": title, "facts": title}),
            (
                "case_party",
                party,
                {"case": case, "name": title, "side": "applicant", "party_type": "natural"},
            ),
        ],
    )
    photo = new_id()
    about = {"title": title, "media_type": "image/png"}
    attachments.attach(desk.session, (KIND, case), photo, PHOTO, about)
    return {KIND: case, "case_party": party, "attachment": photo}


class Township:
    """Two villages and the office over them."""

    def __init__(self, desk_at):
        self.here = desk_at("甲[练习]")
        self.there = desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
        self.office = desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)

    def sync(self):
        for desk in (self.office, self.here, self.there):
            assert desk.sync().repaired == ()


@pytest.fixture
def township(desk_at):
    return Township(desk_at)


def test_a_case_put_elsewhere_leaves_one_village_and_comes_whole_to_the_other(township, holds):
    case = registered(township.here)
    township.here.sync()
    township.sync()
    placing.move_to(township.office.session, KIND, case[KIND], OTHER_VILLAGE)
    assert township.office.row(KIND, case[KIND])["scope"] == VILLAGE  # until the county says so
    township.sync()
    with township.here.store.unit_of_work(None, 1) as uow:
        uow.set_state("sync.durable", "99")
    township.here.sync()
    for kind, record_id in case.items():
        assert township.here.row(kind, record_id) is None
        assert township.there.row(kind, record_id)["scope"] == OTHER_VILLAGE
        assert township.office.row(kind, record_id)["scope"] == OTHER_VILLAGE
    assert township.there.row(KIND, case[KIND])["facts"] == CANARY
    assert not holds(township.here, CANARY)
    for desk in (township.here, township.there, township.office):
        same_as_county(desk)


@pytest.mark.parametrize("moves", [1, 2])
def test_an_archived_record_put_elsewhere_stays_archived_there(township, moves):
    here, there, office = township.here, township.there, township.office
    record_id = new_id()
    records.save(here.session, "consultation", record_id, {"name": "[练习] 甲"})
    records.archive(here.session, "consultation", record_id)
    township.here.sync()
    township.sync()
    for _move in range(moves):
        with office.store.unit_of_work(office.session.actor, office.session.now()) as uow:
            uow.move("consultation", record_id, OTHER_VILLAGE)
    township.sync()
    assert there.row("consultation", record_id)["archived"]
    assert {one.outcome for one in history.of(there.session, "consultation", record_id)} == {"ok"}
    with there.store.unit_of_work(there.session.actor, there.session.now()) as uow:
        uow.put("consultation", record_id, {"content": "改"})
    assert not there.row("consultation", record_id)["archived"]
    with there.store.unit_of_work(None, there.session.now()) as uow:
        applying.apply_rows(uow, [feed.quarantined(there.store, Verdict(1, "quarantined", "x"))])
    assert there.row("consultation", record_id)["archived"]


def test_who_lost_it_is_told_its_id_and_not_one_word_of_it(township, county):
    case = registered(township.here)
    township.here.sync()
    township.sync()
    placing.move_to(township.office.session, KIND, case[KIND], OTHER_VILLAGE)
    township.office.sync()
    records.save(township.there.session, KIND, new_id(), {"title": "别的"})
    seen = []

    class Heard:
        def __call__(self, request):
            said = township.here.line(request)
            seen.append(unpack(said, SyncReply))
            return said

    for cursor in ("", "0"):
        if cursor:
            with township.here.store.unit_of_work(None, 1) as uow:
                uow.set_state("sync.cursor", cursor)  # as if it had never pulled
        engine.run_round(township.here.store, Heard(), township.here.session.clock)
    told = [row for reply in seen for row in reply.rows if row.l]
    assert {kind for row in told for kind, _id in row.l} == set(case)
    assert all(
        (row.d, row.n, bytes(row.b), row.w, row.m, row.x) == ("", 0, b"null", "", [], {}) for row in told
    )
    assert all(CANARY not in repr(reply) for reply in seen)


def test_open_conflicts_travel_with_a_case(desk_at, township):
    case = registered(township.here)
    township.here.sync()
    second = desk_at("丁[练习]")
    second.sync()
    for desk, title in ((township.here, "一种说法"), (second, "另一种")):
        records.save(desk.session, KIND, case[KIND], {"title": title})
        desk.sync()
    township.sync()
    placing.move_to(township.office.session, KIND, case[KIND], OTHER_VILLAGE)
    township.sync()
    (conflict,) = township.there.store.query('SELECT "id", "open" FROM "conflict"')
    assert conflict[1] == 1
    conflicts.resolve(township.there.session, conflict[0], "另一种")
    assert township.there.sync().quarantined == 0
    township.sync()
    assert township.office.row(KIND, case[KIND])["title"] == "另一种"
    same_as_county(township.there)


def test_an_edit_made_before_the_news_waits_at_the_county_for_the_new_villages_reviewers(township, county):
    case = registered(township.here)
    township.here.sync()
    township.sync()
    placing.move_to(township.office.session, KIND, case[KIND], OTHER_VILLAGE)
    township.office.sync()
    records.save(township.here.session, KIND, case[KIND], {"facts": "晚到的"})
    party = new_id()
    records.save(township.here.session, "case_party", party, {"case": case[KIND], "name": "[练习]晚"})
    report = township.here.sync()
    assert report.quarantined == 2
    assert handover.copies(township.here.store) == []
    assert township.here.row(KIND, case[KIND]) is None
    with county.database.reading():
        aside = county.database.rows("SELECT scope, reason FROM quarantine ORDER BY n")
    assert aside == [(OTHER_VILLAGE, "rights")] * 2
    township.sync()
    same_as_county(township.there)


def test_of_two_moves_that_do_not_know_of_each_other_the_first_counts(desk_at, township):
    case = registered(township.here)
    township.here.sync()
    township.sync()
    head = desk_at("戊[练习]", role="station_head", area=TOWNSHIP, unit=TOWNSHIP)
    head.sync()
    placing.move_to(township.office.session, KIND, case[KIND], OTHER_VILLAGE)
    township.office.sync()
    placing.move_to(head.session, KIND, case[KIND], TOWNSHIP + "000")
    report = head.sync()
    assert report.quarantined == 1
    assert head.row(KIND, case[KIND])["scope"] == OTHER_VILLAGE
    same_as_county(head)


def test_a_case_taken_over_by_the_office_is_edited_there_and_given_back(township):
    case = registered(township.here)
    township.here.sync()
    township.sync()
    placing.move_to(township.office.session, KIND, case[KIND], TOWNSHIP + "000")
    township.sync()
    assert township.here.row(KIND, case[KIND]) is None
    records.save(township.office.session, KIND, case[KIND], {"facts": "司法所查明"})
    records.save(township.office.session, "case_party", new_id(), {"case": case[KIND], "name": "[练习]丁某"})
    assert township.office.sync().quarantined == 0
    placing.move_to(township.office.session, KIND, case[KIND], VILLAGE)
    township.sync()
    assert township.here.row(KIND, case[KIND])["facts"] == "司法所查明"
    assert len(list(township.here.store.rows("case_party", '"case" = ?', (case[KIND],)))) == 2
    for desk in (township.here, township.there, township.office):
        same_as_county(desk)


def test_a_case_that_becomes_confidential_leaves_who_may_not_read_it(desk_at, township, clock, holds):
    adviser = desk_at("己[练习]", role="adviser")
    case = registered(township.here)
    township.here.sync()
    adviser.sync()
    assert adviser.row(KIND, case[KIND])
    user = township.here.session.actor.user.hex()
    for kind, record_id in case.items():
        with township.here.store.unit_of_work(township.here.session.actor, clock()) as uow:
            row = uow.row(kind, record_id)
            uow._log(
                (kind, record_id, row["scope"]), row["ver"], "put", {"class": "restricted", "readers": [user]}
            )
    assert township.here.sync().quarantined == 0
    adviser.sync()
    assert adviser.row(KIND, case[KIND]) is None
    assert not holds(adviser, CANARY)
    same_as_county(adviser)
    same_as_county(township.here)


def test_only_the_office_and_only_within_its_area_puts_cases_elsewhere(township):
    case = registered(township.here)
    township.here.sync()
    township.sync()
    with pytest.raises(NotAllowed, match=r"rights.transfer"):
        placing.move_to(township.here.session, KIND, case[KIND], OTHER_VILLAGE)
    with pytest.raises(NotAllowed, match=r"rights.transfer"):
        placing.move_to(township.office.session, KIND, case[KIND], COUNTY + "103201")
    with pytest.raises(NotAllowed, match=r"rights.transfer"):
        placing.move_to(township.office.session, "case_party", case["case_party"], OTHER_VILLAGE)
    with pytest.raises(UserError, match=r"record.there"):
        placing.move_to(township.office.session, KIND, case[KIND], VILLAGE)
    assert places.places_for(township.here.session, record(township.here.session, KIND, case[KIND])) == []
    # What no desk of ours would send is set aside.
    with township.here.store.unit_of_work(township.here.session.actor, 1) as uow:
        uow.move(KIND, case[KIND], OTHER_VILLAGE)
    assert township.here.sync().quarantined == 1
    same_as_county(township.here)


def test_a_desk_that_joins_later_or_repairs_finds_the_case_where_it_lies_now(
    desk_at, township, county, tmp_path
):
    case = registered(township.here)
    township.here.sync()
    township.sync()
    placing.move_to(township.office.session, KIND, case[KIND], OTHER_VILLAGE)
    township.sync()
    later = [desk_at("庚[练习]"), desk_at("辛[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)]
    for desk in later:
        assert desk.sync().repaired == ()
    assert later[0].row(KIND, case[KIND]) is None
    assert later[1].row("attachment", case["attachment"])["scope"] == OTHER_VILLAGE
    with township.office.store.unit_of_work(None, 1) as uow:
        uow.execute('UPDATE "mediation_case" SET "scope" = ?, "facts" = ?', (VILLAGE, "坏"))
        uow.execute('DELETE FROM "tally"')
        uow.set_state("sync.tallied", "-1")
    report = township.office.sync()
    assert report.repaired
    assert report.mismatched == ()
    assert township.office.row(KIND, case[KIND])["facts"] == CANARY
    same_as_county(township.office)
