"""A desk is made once and whole; a set-up that was cut off can be begun again."""

import base64

import pytest

from village_desk import crypto, ids, keys
from village_desk.commands import drafts, setup
from village_desk.errors import Invalid, NotAllowed, StoreTrouble
from village_desk.keys import KEYS_FILE, Owner, new_data_key
from village_desk.keys.passwords import Cost
from village_desk.queries import drafts as drafts_query
from village_desk.rights import Target
from village_desk.session import Actor, Session
from village_desk.store import county_link, create_store, outbox
from village_desk.store.county_link import Account

CHEAP = Cost(memory=8, passes=1, lanes=1)
PASSWORD = "four words no thief tries"
UNIT = "620702101201"


def owner():
    return Owner(ids.new_id(), "[练习]王桂兰", "village_clerk")


def made(folder, unit=UNIT, who=None):
    return setup.create_desk(folder, unit, who or owner(), PASSWORD, CHEAP)


def test_a_desk_knows_its_place_and_opens_with_its_password(tmp_path):
    who = owner()
    desk = made(tmp_path / "deep" / "desk", who=who)
    folder = tmp_path / "deep" / "desk"
    assert keys.unlock(folder / KEYS_FILE, who.user, PASSWORD).pragma == desk.key.pragma
    assert keys.recover(folder / KEYS_FILE, desk.recovery).pragma == desk.key.pragma
    assert setup.actor_of(desk.store, who.user) == Actor(who.user, who.name, who.role, b"", (UNIT,))
    assert desk.store.text_state("unit_name").endswith("法律服务室")
    desk.store.close_connection()


def test_a_second_set_up_touches_nothing(tmp_path):
    made(tmp_path).store.close_connection()
    before = (tmp_path / "desk.db").read_bytes()
    with pytest.raises(StoreTrouble, match=r"^store.keys_exist$"):
        made(tmp_path)
    assert (tmp_path / "desk.db").read_bytes() == before


def test_a_weak_password_makes_nothing(tmp_path):
    with pytest.raises(Invalid):
        setup.create_desk(tmp_path / "desk", UNIT, owner(), "123456", CHEAP)
    assert not (tmp_path / "desk").exists()


@pytest.mark.parametrize("left_behind", ["a half-made file", "an empty desk", "a desk with its unit", "both"])
def test_a_set_up_that_was_cut_off_can_be_begun_again_and_nothing_is_written_over(tmp_path, left_behind):
    if left_behind in ("a half-made file", "both"):
        (tmp_path / "desk.db.0a1b2c3d.part").write_bytes(b"half")
    if left_behind != "a half-made file":
        store = create_store(tmp_path, new_data_key())
        if left_behind != "an empty desk":
            with store.unit_of_work(None, 1) as uow:
                uow.set_state("desk_id", ids.new_id())
        store.close_connection()
    old = {path.read_bytes() for path in tmp_path.iterdir()}
    for again in range(2):
        desk = made(tmp_path)
        desk.store.close_connection()
        aside = {path.read_bytes() for path in tmp_path.glob("unfinished-*")}
        assert old <= aside
        for path in (*tmp_path.glob("desk.keys*"),) if not again else ():
            path.unlink()  # cut off again, before the slots and within the same minute
            old |= {path.read_bytes() for path in tmp_path.glob("desk.db*")}


def test_a_folder_that_cannot_be_made_is_a_trouble_with_a_sentence(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreTrouble):
        made(tmp_path / "file" / "desk")


@pytest.fixture
def enrolled(session):
    """A desk with the county's account of a user, whose grant ends at 2,000,000,000,000."""
    county_user = ids.new_id()

    def grant(end=2_000_000_000_000):
        body = b"VD1 grant\n" + crypto.canonical({"user": county_user.hex(), "end": end, "start": 0})
        account = Account(county_user, "[练习]王桂兰", "village_clerk", (UNIT,), ids.new_id(), body, b"")
        with session.store.unit_of_work(None, 1) as uow:
            county_link.keep_accounts(uow, [account])

    grant()
    return session.store, county_user, grant


def test_a_grant_holds_until_its_end_by_the_countys_time_and_not_by_a_wrong_clock(enrolled):
    store, user, grant = enrolled
    assert setup.actor_of(store, user, 1_999_999_999_999).user == user
    with pytest.raises(NotAllowed, match=r"^account.ended$"):
        setup.actor_of(store, user, 2_000_000_000_001)
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("clock_offset", "5000000")  # the clock here is ahead
    assert setup.actor_of(store, user, 2_000_000_000_001).user == user
    with store.unit_of_work(None, 1) as uow:
        claim = crypto.canonical({"head": base64.b64encode(b"").decode()})
        outbox.add_receipt(uow, "1-1", (1, 1, 1, 2_000_000_000_001), (claim, b""))
    with pytest.raises(NotAllowed, match=r"^account.ended$"):
        setup.actor_of(store, user, 0)  # set back to 1970: a receipt has seen later days
    grant(end=0)
    assert setup.actor_of(store, user, 3_000_000_000_000).user == user


def test_who_has_no_grant_any_more_does_not_act(enrolled):
    store, user, _grant = enrolled
    with store.unit_of_work(None, 1) as uow:
        county_link.keep_accounts(uow, [])
    with pytest.raises(NotAllowed, match=r"^account.ended$"):
        setup.actor_of(store, user)


def test_becoming_a_county_account_takes_all_drafts_along_and_overwrites_none(session, enrolled):
    store, county_user, _grant = enrolled
    later = Session(
        store, Actor(county_user, "", "village_clerk", b"", (UNIT,)), session.profile, session.clock
    )
    drafts.keep(session, "both", "consultation", ids.new_id(), {"content": "先写的"})
    drafts.keep(session, "mine", "consultation", ids.new_id(), {"content": "只有我"})
    drafts.keep(later, "both", "consultation", ids.new_id(), {"content": "后写的"})
    for _ in range(2):
        setup.link_user(store, session.actor.user, county_user)
        found = {one.values["content"] for one in drafts_query.open_drafts(later)}
        assert found == {"先写的", "只有我", "后写的"}
    assert drafts_query.open_drafts(later, "both")[0].values["content"] == "后写的"
    assert setup.actor_of(store, session.actor.user).user == county_user


def test_an_account_is_linked_by_name_or_as_the_only_one_there_is(enrolled):
    store, county_user, _grant = enrolled
    local, other = ids.new_id(), ids.new_id()
    assert setup.link_by_name(store, local, "[练习]王桂兰")
    assert setup.actor_of(store, local).user == county_user
    assert setup.link_by_name(store, other, "[练习]王贵兰")
    assert setup.actor_of(store, other).user == county_user
    accounts = [
        Account(ids.new_id(), name, "adviser", (UNIT,), ids.new_id(), b"VD1 grant\n{}", b"")
        for name in ("[练习]甲", "[练习]乙")
    ]
    with store.unit_of_work(None, 1) as uow:
        county_link.keep_accounts(uow, accounts)
    late = ids.new_id()
    assert not setup.link_by_name(store, late, "[练习]丙")
    assert setup.link_by_name(store, late, "[练习]乙")


def test_a_person_with_several_grants_has_them_all_and_each_is_judged_for_itself(enrolled):
    store, user, _grant = enrolled

    def held(role, area, start=0, end=0):
        claim = b"VD1 grant\n" + crypto.canonical({"start": start, "end": end})
        return Account(user, "[练习]王桂兰", role, (area,), ids.new_id(), claim, b"")

    neighbour, later = UNIT[:-1] + "2", UNIT[:-1] + "3"
    grants = [held("adviser", UNIT), held("mediator", neighbour), held("mediator", later, start=900)]
    with store.unit_of_work(None, 1) as uow:
        county_link.keep_accounts(uow, grants)
    actor = setup.actor_of(store, user, 500)
    assert actor.roles == ("adviser", "mediator")
    assert actor.may("write", Target("consultation", scope=UNIT))
    assert not actor.may("write", Target("consultation", scope=neighbour))
    assert actor.may("write", Target("mediation_case", scope=neighbour))
    assert not actor.may("write", Target("mediation_case", scope=UNIT))
    assert actor.grant_for("mediation_case", "normal", neighbour) == grants[1].grant
    assert len(setup.actor_of(store, user, 900).holds) == 3
