"""What the county set aside is shown with its cause, mended by one press, and never lost."""

import ast
import re

import pytest

from county_server import accounts
from tests.sync.world import VILLAGE, withdraw, write
from village_desk.commands import mending, setup
from village_desk.errors import NotAllowed, UserError
from village_desk.paths import ROOT
from village_desk.queries import history, outbox, quarantine, receipts
from village_desk.session import Session
from village_desk.store import handover
from village_desk.trouble_table import TROUBLES

KIND = "consultation"


def give_again(county, desk):
    """The county gives it again; the desk hears of it in a round, and its user works under it."""
    accounts.add_grant(county, desk.session.actor.user, "village_clerk", [VILLAGE])
    desk.sync()
    actor = setup.actor_of(desk.store, desk.session.actor.user, desk.session.now())
    desk.session = Session(desk.store, actor, desk.session.profile, desk.session.clock)


def row_at(county, record_id):
    return county.database.one('SELECT "content" FROM "consultation" WHERE "id" = ?', record_id)


def test_after_the_right_was_given_one_press_sends_the_same_text(county, desk_at):
    desk = desk_at()
    record_id = write(desk, name="[练习]甲", content="地界")
    desk.sync()
    withdraw(county, desk)
    write(desk, record_id, content="地界不清")
    desk.sync()
    (aside,) = quarantine.set_aside(desk.session)
    assert (aside.reason, aside.ways[0]) == ("rights", "again")
    assert [(name, sent, now) for name, sent, now in aside.parts[0].values] == [
        ("content", "地界不清", "地界")
    ]
    assert aside.receipt
    give_again(county, desk)
    mending.send_again(desk.session, aside.first)
    assert quarantine.set_aside(desk.session) == []
    desk.sync()
    assert row_at(county, record_id) == ("地界不清",)
    assert outbox.status(desk.session).set_aside == 0
    assert [one.outcome for one in history.of(desk.session, KIND, record_id)].count("quarantined") == 1


def test_a_record_that_left_before_the_county_took_it_keeps_its_name_for_its_author(county, desk_at):
    desk = desk_at()
    desk.sync()
    accounts.revoke_grant(county, desk.session.actor.grant)
    record_id = write(desk, name="[练习]甲", content="地界")
    for _round in range(2):
        desk.sync()
    give_again(county, desk)
    assert desk.row(KIND, record_id) is None
    (aside,) = quarantine.set_aside(desk.session)
    assert (aside.parts[0].name, aside.parts[0].here) == ("[练习]甲", False)
    (covered,) = receipts.opened(desk.session, receipts.page(desk.session)[0].id).covered
    assert (covered.name, covered.open, covered.aside) == ("[练习]甲", False, 1)


def test_a_record_the_county_never_had_is_sent_whole(county, desk_at):
    desk = desk_at()
    withdraw(county, desk)
    record_id = write(desk, name="[练习]甲", content="地界")
    write(desk, record_id, content="地界不清")
    desk.sync()
    found = quarantine.set_aside(desk.session)
    assert [one.parts[0].new for one in found] == [True, True]
    assert found[0].ways == ("again", "kept")
    give_again(county, desk)
    for one in reversed(found):
        mending.send_again(desk.session, one.first)
    desk.sync()
    assert row_at(county, record_id) == ("地界不清",)
    assert quarantine.count(desk.session) == 0


def test_a_record_that_left_with_its_area_is_not_lost_and_comes_back_by_the_same_press(county, desk_at):
    desk = desk_at()
    withdraw(county, desk)
    record_id = write(desk, name="[练习]甲", content="地界")
    write(desk, record_id, content="地界不清")
    desk.sync()
    desk.sync()
    if desk.row(KIND, record_id) is not None:  # it leaves in the round that takes the area away
        with desk.store.unit_of_work(None, desk.session.now()) as uow:
            handover.leave(uow, KIND, record_id)
    assert desk.row(KIND, record_id) is None
    give_again(county, desk)
    newest, first = quarantine.set_aside(desk.session)
    assert first.parts[0].name == "[练习]甲"
    assert (first.ways, first.parts[0].new) == (("again", "kept"), True)
    mending.send_again(desk.session, first.first)
    mending.send_again(desk.session, newest.first)
    desk.sync()
    assert row_at(county, record_id) == ("地界不清",)
    assert desk.row(KIND, record_id)["ver"] > 0
    assert quarantine.count(desk.session) == 0


def test_letting_the_countys_text_stand_keeps_the_own_one_in_the_history(county, desk_at):
    desk = desk_at()
    record_id = write(desk, name="[练习]甲", content="地界")
    desk.sync()
    withdraw(county, desk)
    write(desk, record_id, content="地界不清")
    desk.sync()
    (aside,) = quarantine.set_aside(desk.session)
    mending.decide(desk.session, aside.first, "county")
    assert quarantine.set_aside(desk.session) == []
    assert desk.row(KIND, record_id)["content"] == "地界"
    told = history.of(desk.session, KIND, record_id)
    assert ("content", "地界", "地界不清") in told[-1].fields
    with pytest.raises(UserError) as again:
        mending.decide(desk.session, aside.first, "county")
    assert again.value.code == "aside.gone"


def test_what_the_county_has_in_the_same_words_by_now_asks_for_nothing(county, desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    record_id = write(desk, name="[练习]甲", content="地界")
    desk.sync()
    withdraw(county, desk)
    write(desk, record_id, content="地界不清")
    desk.sync()
    other.sync()
    write(other, record_id, content="地界不清")
    other.sync()
    give_again(county, desk)
    (aside,) = quarantine.set_aside(desk.session)
    assert aside.ways == ("noted",)


def test_a_step_that_no_longer_leads_from_where_the_record_stands_is_not_offered_again(county, desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    record_id = write(desk, name="[练习]甲")
    desk.sync()
    other.sync()
    withdraw(county, desk)
    for one, state in ((desk, "waiting"), (other, "closed")):
        with one.store.unit_of_work(one.session.actor, 1) as uow:
            uow.put(KIND, record_id, {"state": state})
        one.sync()
    give_again(county, desk)
    (aside,) = quarantine.set_aside(desk.session)
    assert (aside.ways, aside.why_not) == (("county",), "move.state")
    with pytest.raises(NotAllowed):
        mending.send_again(desk.session, aside.first)


def test_without_the_right_it_is_said_and_nothing_is_sent(county, desk_at):
    desk = desk_at()
    withdraw(county, desk)
    write(desk, name="[练习]甲")
    desk.sync()
    actor = desk.session.actor
    without = Session(
        desk.store,
        type(actor)(actor.user, actor.name, "volunteer", b"", (VILLAGE,)),
        desk.session.profile,
        desk.session.clock,
    )
    before = desk.store.head().n
    (aside,) = quarantine.set_aside(desk.session)
    volunteers = type(actor)(actor.user, actor.name, "supervisor", b"", (VILLAGE,))
    blind = Session(desk.store, volunteers, desk.session.profile, desk.session.clock)
    assert quarantine.set_aside(blind) == []
    with pytest.raises(NotAllowed):
        mending.send_again(blind, aside.first)
    assert [one.first for one in quarantine.set_aside(without)] == [aside.first]
    assert desk.store.head().n == before


def test_every_reason_the_county_can_give_has_a_sentence():
    reasons = set(_reasons())
    assert {"grant", "rights", "group", "value", "field.immutable", "body", "revoked"} <= reasons
    assert [reason for reason in reasons if f"aside.{reason}" not in TROUBLES] == []


def _reasons():
    """Yield the reasons in the source: what judging returns, and what merging and reading set."""
    for file in ("judging.py", "merging.py", "batch.py"):
        yield from _texts(ast.parse((ROOT / "county_server" / file).read_text("utf-8")))
    yield from _texts(ast.parse((ROOT / "sync" / "merge.py").read_text("utf-8")))


def _texts(tree):
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and ast.unparse(function.returns or tree) in (
            "str",
            "tuple[str, Body]",
        ):
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and node.value is not None:
                    yield from _codes(node.value)
        for node in ast.walk(function):
            if isinstance(node, ast.keyword) and node.arg == "reason":
                yield from _codes(node.value)
            if isinstance(node, ast.Assign) and "reason" in ast.unparse(node.targets[0]):
                yield from _codes(node.value)


def _codes(value):
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z.]+", str(node.value)):
            yield node.value


def test_a_text_that_was_erased_asks_for_nothing(county, desk_at):
    desk = desk_at()
    withdraw(county, desk)
    write(desk, name="[练习]甲")
    desk.sync()
    with desk.store.unit_of_work(None, 1) as uow:
        uow.execute('UPDATE "change" SET "body" = NULL')
    assert quarantine.set_aside(desk.session) == []
    assert quarantine.count(desk.session) == 0
