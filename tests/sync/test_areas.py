"""Grants that change: what is taken leaves the desk file for good, what is given comes whole."""

from datetime import date

import pytest

from county_server import accounts, enrolment
from sync import areas, renewing
from sync.enrolment import enrol
from tests.sync.world import OTHER_VILLAGE, VILLAGE, Desk, Line
from village_desk import profile
from village_desk.commands import attachments, drafts, records, setup
from village_desk.errors import NotAllowed
from village_desk.ids import new_id
from village_desk.keys import new_data_key
from village_desk.queries import drafts as drafts_query
from village_desk.queries import integrity, search
from village_desk.session import Session
from village_desk.store import create_store, handover, outbox, relog, tally
from village_desk.store.unit_of_work import Birth

KIND = "consultation"
CANARY = "鹦鹉螺金丝雀"
PHOTO = b"\x89PNG canary photo " * 50


def write(desk, name="[练习]张某", village=None, **values):
    record_id = new_id()
    with desk.store.unit_of_work(desk.session.actor, desk.session.now()) as uow:
        born = Birth(village) if village else None
        uow.put(KIND, record_id, {"name": name, "content": "问", **values}, born=born)
    return record_id


def user_of(desk):
    return desk.session.actor.user


def grant_of(desk, place=0):
    return desk.session.actor.holds[place].grant


@pytest.fixture
def adviser_at(county, tmp_path, clock):
    """Returns a function that makes a desk for an adviser of several villages, each by a grant of its own."""
    made = []

    def make(*villages, role="adviser", unit=VILLAGE, days=(None, None)):
        user = accounts.add_user(county, f"顾问{len(made)}[练习]", unit)
        for village in villages:
            accounts.add_grant(county, user, role, [village], days)
        folder = tmp_path / f"adviser{len(made)}"
        folder.mkdir()
        key = new_data_key()
        (folder / "key").write_bytes(key.cipher + key.salt)
        store = create_store(folder, key)
        enrol(store, Line(county), enrolment.invite(county, unit, [user]), "顾问", clock)
        actor = setup.actor_of(store, user, clock.now)
        made.append(Desk(store, Session(store, actor, profile.load(), clock), Line(county, store.device_id)))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


def same_as_county(desk):
    assert {key: kept for key, kept in tally.held(desk.store).items() if kept[0]} == tally.counted(desk.store)
    report = desk.sync()
    assert (report.complete, report.repaired, report.mismatched) == (True, (), ())


def test_a_user_with_several_grants_keeps_them_all_and_receives_all_their_areas(county, desk_at, adviser_at):
    here, there = desk_at(), desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    found = [write(here), write(there)]
    here.sync()
    there.sync()
    adviser = adviser_at(VILLAGE, OTHER_VILLAGE)
    adviser.sync()
    assert all(adviser.row(KIND, record_id) for record_id in found)
    for village in (VILLAGE, OTHER_VILLAGE):
        write(adviser, village=village)
    assert adviser.sync().quarantined == 0
    same_as_county(adviser)


def test_a_village_that_is_taken_leaves_nothing_in_the_file_or_beside_it(county, desk_at, adviser_at, holds):
    there = desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    adviser = adviser_at(VILLAGE, OTHER_VILLAGE)
    lost = write(there, name=CANARY, content=CANARY, answer=CANARY)
    picture = attachments.attach(
        there.session, (KIND, lost), new_id(), PHOTO, {"title": CANARY, "media_type": "image/png"}
    )
    there.sync()
    kept = write(adviser, village=VILLAGE)
    adviser.sync()
    records.save(there.session, KIND, lost, {"name": CANARY + "二"})
    with adviser.store.unit_of_work(adviser.session.actor, 1) as uow:
        uow.put(KIND, lost, {"name": CANARY + "三"})
    there.sync()
    adviser.sync()
    attached = next(record_id for kind, record_id in picture if kind == "attachment")
    digest = bytes.fromhex(adviser.row("attachment", attached)["digest"])
    adviser.store.attachments.put(PHOTO)
    with adviser.store.unit_of_work(None, 1) as uow:
        uow.execute(
            'INSERT OR REPLACE INTO "blob" ("digest", "size", "media_type", "scope", "here", "at_county") '
            "VALUES (?, ?, '', '', 1, 1)",
            (digest.hex(), len(PHOTO)),
        )
        uow.set_state("sync.durable", str(adviser.store.head().n))
    assert holds(adviser, CANARY)
    assert adviser.store.query('SELECT count(*) FROM "conflict"') != [(0,)]
    accounts.revoke_grant(county, grant_of(adviser, 1))
    report = adviser.sync()
    assert (KIND, lost) in report.changed
    assert adviser.row(KIND, lost) is None
    assert adviser.row(KIND, kept) is not None
    assert not holds(adviser, CANARY)
    assert adviser.store.attachments.fault(digest) == "store.blob_missing"
    assert not list((adviser.store.folder / "attachments").iterdir())
    assert search.find_all(adviser.session, CANARY) == []
    same_as_county(adviser)


def test_what_a_person_wrote_there_stays_until_a_backup_of_the_county_covers_it(county, adviser_at, holds):
    adviser = adviser_at(VILLAGE, OTHER_VILLAGE)
    write(adviser, name=CANARY, village=OTHER_VILLAGE)
    adviser.sync()
    accounts.revoke_grant(county, grant_of(adviser, 1))
    adviser.sync()
    assert outbox.waiting(adviser.store) == 0
    assert handover.copies(adviser.store) == []
    assert holds(adviser, CANARY)  # a county restored from an older backup asks for it again
    with adviser.store.unit_of_work(None, 1) as uow:
        uow.set_state("sync.durable", "1")
    adviser.sync()
    assert not holds(adviser, CANARY)
    assert adviser.store.query('SELECT "body" FROM "change"') == [(None,)]


def test_what_was_written_as_the_device_before_a_restore_leaves_too_and_that_log_still_fits(
    county, adviser_at, holds
):
    adviser = adviser_at(VILLAGE, OTHER_VILLAGE)
    write(adviser, name=CANARY, village=OTHER_VILLAGE)
    kept = write(adviser, village=VILLAGE)
    adviser.sync()
    with adviser.store.unit_of_work(None, 1) as uow:
        relog.came_from_backup(uow)
    renewing.renew(adviser.store, adviser.line, adviser.session.clock)
    adviser.line = Line(county, adviser.store.device_id)
    adviser.sync()
    assert holds(adviser, CANARY)
    accounts.revoke_grant(county, grant_of(adviser, 1))
    adviser.sync()
    assert adviser.row(KIND, kept) is not None
    assert not holds(adviser, CANARY)
    assert integrity.verify(adviser.store).sound


def test_what_was_not_yet_received_goes_to_the_county_first_and_its_copy_stays_until_then(
    county, desk_at, adviser_at
):
    there = desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    lost = write(there)
    there.sync()
    adviser = adviser_at(VILLAGE, OTHER_VILLAGE)
    adviser.sync()
    accounts.revoke_grant(county, grant_of(adviser, 1))
    with adviser.store.unit_of_work(adviser.session.actor, 1) as uow:
        uow.put(KIND, lost, {"answer": CANARY})
    # As when a stick brings the news while the edit still waits.
    with adviser.store.unit_of_work(None, 1) as uow:
        grants = [one for one in accounts_grants(county, adviser) if OTHER_VILLAGE not in one.areas]
        areas.take(uow, grants, adviser.session.now())
    assert adviser.row(KIND, lost) is None
    (copy,) = handover.copies(adviser.store)
    assert (copy.record_id, copy.values["answer"]) == (lost, CANARY)
    assert outbox.waiting(adviser.store) == 1
    report = adviser.sync()
    assert report.quarantined == 1
    assert handover.copies(adviser.store) == []
    with county.database.reading():
        assert county.database.rows("SELECT scope, reason FROM quarantine") == [(OTHER_VILLAGE, "rights")]


def accounts_grants(county, desk):
    with county.database.reading():
        return [one.grant for one in accounts.grants_at(county, desk.line.device) if one.revoked_at is None]


def test_an_area_that_is_given_comes_whole_and_the_rest_goes_on(county, desk_at, adviser_at):
    here, there = desk_at(), desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    old = [write(there) for _ in range(120)]
    records.save(there.session, KIND, old[0], {"answer": "后来"})
    there.sync()
    adviser = adviser_at(VILLAGE)
    write(here)
    here.sync()
    adviser.sync()
    accounts.add_grant(county, user_of(adviser), "adviser", [OTHER_VILLAGE])
    new = write(here)
    here.sync()
    report = adviser.sync()
    assert (report.complete, report.repaired) == (True, ())
    assert all(adviser.row(KIND, record_id) for record_id in [*old, new])
    assert adviser.row(KIND, old[0])["answer"] == "后来"
    same_as_county(adviser)


def test_an_area_on_its_way_goes_on_where_it_was_cut(county, desk_at, adviser_at, tmp_path, clock):
    there = desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    old = [write(there, answer=str(number) * 2_000) for number in range(60)]
    there.sync()
    adviser = adviser_at(VILLAGE)
    write(adviser)
    adviser.sync()
    accounts.add_grant(county, user_of(adviser), "adviser", [OTHER_VILLAGE])
    with adviser.store.unit_of_work(None, clock()) as uow:
        uow.set_state("sync.batch", "1000")
    cursors = []
    for _ in range(40):
        last = adviser.line.requests + 2
        report = adviser.sync(stop=lambda last=last: adviser.line.requests >= last)
        waits = areas.joining(adviser.store)
        cursors.append(waits.get(OTHER_VILLAGE, 10**9))
        if report.complete:
            break
        write(adviser)  # the work goes on meanwhile, and is sent
    assert report.complete
    assert cursors == sorted(cursors)
    assert len(set(cursors)) > 3
    assert all(adviser.row(KIND, record_id) for record_id in old)
    same_as_county(adviser)


def test_an_area_taken_away_while_it_comes_leaves_again(county, desk_at, adviser_at, clock, holds):
    there = desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    for _ in range(60):
        write(there, answer=CANARY * 300)
    there.sync()
    adviser = adviser_at(VILLAGE)
    write(adviser)
    adviser.sync()
    given = accounts.add_grant(county, user_of(adviser), "adviser", [OTHER_VILLAGE])
    with adviser.store.unit_of_work(None, clock()) as uow:
        uow.set_state("sync.batch", "1000")
    last = adviser.line.requests + 3
    adviser.sync(stop=lambda last=last: adviser.line.requests >= last)
    assert areas.joining(adviser.store)
    assert holds(adviser, CANARY)
    accounts.revoke_grant(county, given)
    adviser.sync()
    assert areas.joining(adviser.store) == {}
    assert not holds(adviser, CANARY)
    same_as_county(adviser)


def test_a_term_that_begins_and_ends_is_noticed_with_nobody_touching_the_county(
    county, desk_at, adviser_at, clock
):
    there = desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    record_id = write(there)
    there.sync()
    adviser = adviser_at(VILLAGE)
    write(adviser)
    adviser.sync()
    term = (date(2026, 10, 1), date(2026, 10, 31))
    accounts.add_grant(county, user_of(adviser), "adviser", [OTHER_VILLAGE], term)
    adviser.sync()
    assert adviser.row(KIND, record_id) is None
    clock.now = 1_790_784_000_000 + 3_600_000  # 2026-10-01 01:00 in UTC+8
    adviser.sync()
    assert adviser.row(KIND, record_id) is not None
    same_as_county(adviser)
    clock.now = 1_793_462_400_000 + 3_600_000  # 2026-11-01 01:00
    adviser.sync()
    assert adviser.row(KIND, record_id) is None
    same_as_county(adviser)


def test_a_village_given_back_brings_back_ones_own_erased_text_and_the_log_still_fits(county, adviser_at):
    adviser = adviser_at(VILLAGE, OTHER_VILLAGE)
    record_id = write(adviser, name=CANARY, village=OTHER_VILLAGE)
    adviser.sync()
    accounts.revoke_grant(county, grant_of(adviser, 1))
    with adviser.store.unit_of_work(None, 1) as uow:
        uow.set_state("sync.durable", "1")
    adviser.sync()
    assert adviser.store.query('SELECT "body" FROM "change"') == [(None,)]
    accounts.add_grant(county, user_of(adviser), "adviser", [OTHER_VILLAGE])
    adviser.sync()
    assert adviser.row(KIND, record_id)["name"] == CANARY
    assert adviser.store.query('SELECT "body" IS NULL FROM "change"') == [(0,)]
    same_as_county(adviser)


def test_drafts_of_who_remains_stay(county, adviser_at):
    adviser = adviser_at(VILLAGE, OTHER_VILLAGE)
    record_id = write(adviser, village=OTHER_VILLAGE)
    adviser.sync()
    drafts.keep(adviser.session, "k", KIND, record_id, {"answer": "没写完"})
    accounts.revoke_grant(county, grant_of(adviser, 1))
    adviser.sync()
    assert adviser.row(KIND, record_id) is None
    assert [one.values["answer"] for one in drafts_query.open_drafts(adviser.session)] == ["没写完"]


def test_another_role_in_the_same_area_reads_what_that_role_reads(county, desk_at, adviser_at):
    clerk = desk_at()
    aid = new_id()
    records.save(clerk.session, "legal_aid", aid, {"name": "[练习]李某", "facts": CANARY})
    consultation = write(clerk)
    clerk.sync()
    user = adviser_at(VILLAGE, role="village_clerk")
    user.sync()
    assert user.row("legal_aid", aid)
    accounts.revoke_grant(county, grant_of(user))
    accounts.add_grant(county, user_of(user), "adviser", [VILLAGE])
    user.sync()
    assert user.row("legal_aid", aid) is None
    assert user.row(KIND, consultation) is not None
    same_as_county(user)


def test_who_has_no_grant_left_still_hands_over_and_holds_nothing_else(county, adviser_at, desk_at, holds):
    clerk = desk_at()
    write(clerk, name=CANARY)
    clerk.sync()
    adviser = adviser_at(VILLAGE)
    adviser.sync()
    write(adviser, name="[练习]最后的")
    accounts.revoke_grant(county, grant_of(adviser))
    report = adviser.sync()
    assert (report.pushed, report.quarantined, report.complete) == (1, 1, True)
    assert not holds(adviser, CANARY)
    with pytest.raises(NotAllowed, match=r"account.ended"):
        setup.actor_of(adviser.store, user_of(adviser))
