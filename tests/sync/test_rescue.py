"""Password and recovery sheet are lost: the county, or the township, opens the desk for a new password."""

import pytest

from sync import rescue
from sync.sticks import courier_keys
from tests.sync.world import TOWNSHIP
from village_desk import keys
from village_desk.errors import NotAllowed, UserError
from village_desk.keys import DataKey, Owner
from village_desk.keys.passwords import Cost

CHEAP = Cost(memory=8, passes=1, lanes=1)
OLD, NEW = "four words no thief tries", "four words nobody forgets"


@pytest.fixture
def room(desk_at):
    """A village's desk with a slots file; its key is where the fixture put it."""
    office = desk_at("丙[练习]", role="station_head", area=TOWNSHIP, unit=TOWNSHIP)
    office.sync()
    desk = desk_at()
    desk.sync()
    raw = (desk.store.folder / "key").read_bytes()
    key, slots = DataKey(raw[:32], raw[32:]), desk.store.folder / keys.KEYS_FILE
    owner = Owner(desk.session.actor.user, "[练习]王桂兰", "village_clerk")
    keys.create(slots, b"d" * 16, key, owner, OLD, CHEAP)
    return desk, office, slots, key, owner


def test_the_county_and_the_township_each_open_the_desk_for_a_new_password(room, county, tmp_path):
    desk, office, slots, key, owner = room
    assert rescue.keep(desk.store, slots, key)
    assert not rescue.keep(desk.store, slots, key)
    for number, private in enumerate((county.bundle_key, courier_keys.secret(office.store))):
        question, answer = tmp_path / f"q{number}", tmp_path / f"a{number}"
        rescue.ask(slots, question)
        assert key.cipher.hex() not in question.read_text()
        rescue.answer(private, question, answer)
        assert key.cipher.hex() not in answer.read_text()
        rescue.take(slots, answer, owner.user, f"{NEW} {number}")
        assert keys.unlock(slots, owner.user, f"{NEW} {number}").pragma == key.pragma
        with pytest.raises(UserError, match=r"rescue.foreign"):
            rescue.take(slots, answer, owner.user, NEW)  # once


def test_nobody_else_opens_it_and_no_answer_fits_another_question(room, county, desk_at, tmp_path):
    desk, _office, slots, key, owner = room
    other = desk_at("丁[练习]")
    with pytest.raises(UserError, match=r"rescue.none"):
        rescue.ask(slots, tmp_path / "none")
    rescue.keep(desk.store, slots, key)
    rescue.ask(slots, tmp_path / "q")
    with pytest.raises(UserError, match=r"rescue.foreign"):
        rescue.answer(courier_keys.secret(other.store), tmp_path / "q", tmp_path / "a")
    rescue.answer(county.bundle_key, tmp_path / "q", tmp_path / "a")
    rescue.ask(slots, tmp_path / "q2")
    with pytest.raises(UserError, match=r"rescue.foreign"):
        rescue.take(slots, tmp_path / "a", owner.user, NEW)
    (tmp_path / "nonsense").write_text("{}")
    for file in ("nonsense", "q"):
        with pytest.raises(UserError, match=r"rescue.foreign"):
            rescue.take(slots, tmp_path / file, owner.user, NEW)
    assert keys.unlock(slots, owner.user, OLD).pragma == key.pragma


def test_at_the_township_only_the_head_answers(room, desk_at):
    _desk, office, _slots, _key, _owner = room
    staff = desk_at("戊[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    head = office.session.actor.user
    assert rescue.township_key(office.store, head) == courier_keys.secret(office.store)
    with pytest.raises(NotAllowed, match=r"rescue.head"):
        rescue.township_key(staff.store, staff.session.actor.user)
