"""Batches: order, repetition, forks, forgeries, groups, receipts."""

import threading
from functools import partial

import msgspec
import pytest

from county_server import aside, audit, rejudging
from sync import messages
from sync.messages import Sent
from village_desk import crypto


def _consultation(number=1):
    return {"name": f"[练习] 咨询人{number}", "content": "邻居占地", "state": "registered"}


def _at_once(works):
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_batch_is_stored_numbered_and_acknowledged_with_a_signed_receipt(here, new_desk):
    desk = new_desk()
    for number in range(3):
        desk.write(_consultation(number))
    reply = desk.push()
    assert (reply.last, reply.problem, reply.verdicts) == (3, "", [])
    assert [row.q for row in reply.rows] == [1, 2, 3]
    (receipt,) = reply.receipts
    assert (receipt.first, receipt.last, receipt.head) == (1, 3, desk.heads[3])
    assert crypto.verify(desk.reply.county_key, receipt.signature, messages.receipt_claim(receipt))


def test_a_receipt_with_one_bit_changed_does_not_verify(here, new_desk):
    desk = new_desk()
    desk.write(_consultation())
    (receipt,) = desk.push().receipts
    forged = msgspec.structs.replace(receipt, last=receipt.last + 1)
    assert not crypto.verify(desk.reply.county_key, forged.signature, messages.receipt_claim(forged))


def test_a_repeated_batch_changes_nothing_and_gets_the_first_answer(here, new_desk):
    desk = new_desk()
    desk.write(_consultation())
    desk.write({"name": "x"}, kind="nothing_known")
    first, sums = desk.push(), desk.sums()
    again = desk.push()
    assert (again.last, again.verdicts, again.receipts) == (first.last, first.verdicts, first.receipts)
    assert first.verdicts == [messages.Verdict(2, "quarantined", "kind")]
    assert desk.sums() == sums
    assert len(desk.pull()) == 1


def test_a_batch_that_overlaps_what_is_known_adds_only_the_rest(here, new_desk):
    desk = new_desk()
    for number in range(5):
        desk.write(_consultation(number))
    desk.push(1, 3)
    reply = desk.push(2, 5)
    assert reply.last == 5
    assert [(receipt.first, receipt.last) for receipt in reply.receipts] == [(1, 3), (4, 5)]
    assert [row.n for row in desk.pull()] == [1, 2, 3, 4, 5]


def test_another_change_under_a_known_number_is_a_fork_and_stores_nothing(here, new_desk):
    desk = new_desk()
    desk.write(_consultation())
    desk.push()
    del desk.log[:], desk.heads[1:]
    desk.write(_consultation(2))
    desk.write(_consultation(3))
    reply = desk.push()
    assert (reply.problem, reply.last) == ("fork", 1)
    assert len(desk.pull()) == 1


def test_a_gap_a_forged_signature_and_a_broken_chain_are_told_apart(here, new_desk):
    desk = new_desk()
    for number in range(3):
        desk.write(_consultation(number))
    assert desk.push(2, 3).problem == "gap"
    assert desk.push(signature=bytes(64)).problem == "signature"
    stranger = crypto.sign(crypto.new_signing_key(), messages.batch_claim(1, desk.device, 3, desk.heads[3]))
    assert desk.push(signature=stranger).problem == "signature"
    stale = crypto.sign(desk.key, messages.batch_claim(1, desk.device, 3, desk.heads[2]))
    assert desk.push(head=desk.heads[2], signature=stale).problem == "chain"
    salted = [Sent(crypto.new_salt(), desk.log[0].body), *desk.log[1:]]
    assert desk.push(changes=salted).problem == "chain"
    assert desk.pull() == []
    assert desk.push().problem == ""


def test_a_body_of_another_device_cannot_be_sent_as_ones_own(here, new_desk):
    one, other = new_desk(), new_desk()
    one.write(_consultation())
    request = one.request()
    reply = other.ask(msgspec.structs.replace(request, device=other.device))
    assert reply.problem == "signature"


def test_a_group_is_applied_whole_or_set_aside_whole(here, new_desk):
    desk = new_desk()
    desk.write(_consultation(1))
    desk.write(_consultation(2), group=1)
    desk.write(_consultation(3))
    desk.write({"sex": "this is far too long to be a code of any list at all, whatever it may be"}, group=3)
    desk.write(_consultation(5), group=3)
    desk.write(_consultation(6))
    reply = desk.push()
    assert [(one.n, one.reason) for one in reply.verdicts] == [(3, "group"), (4, "value"), (5, "group")]
    assert [row.n for row in reply.rows] == [1, 2, 6]
    assert reply.last == 6


def test_what_cannot_be_read_is_set_aside_and_blocks_nothing(here, new_desk):
    desk = new_desk()
    desk.append(b'{"n":1,"f":{"a":1.5}}')
    desk.append(b"[" * 500 + b"]" * 500)
    desk.append(b"null")
    desk.write(_consultation())
    reply = desk.push()
    assert [(one.n, one.reason) for one in reply.verdicts] == [(1, "body"), (2, "body"), (3, "body")]
    assert (reply.last, [row.n for row in reply.rows]) == (4, [4])
    # It names no area, so nobody but the county would look for it.
    assert [one.n for one in aside.listed(here, here.code)] == [1, 2, 3]
    assert aside.listed(here, desk.unit) == []


@pytest.mark.parametrize(
    ("parts", "fields", "reason"),
    [
        ({"sv": 99}, {"name": "甲"}, "schema"),
        ({"sv": 0}, {"name": "甲"}, "schema"),
        ({"s": "62"}, {"name": "甲"}, "scope"),
        ({"s": "620702104001"}, {"name": "甲"}, "rights"),
        ({"kind": "review"}, {"outcome": "approved"}, "rights"),
        ({"grant": "0" * 32}, {"name": "甲"}, "grant"),
        ({"u": "0" * 32}, {"name": "甲"}, "grant"),
        ({"b": 7}, {"name": "甲"}, "record.unknown"),
        ({"b": -1}, {"name": "甲"}, "value"),
        ({"record": "nonsense"}, {"name": "甲"}, "record"),
        ({}, {"age": "forty"}, "value"),
        ({}, {"class": "secret"}, "value"),
        ({}, {"state": "closed_by_magic"}, "state.illegal"),
        ({"op": "move"}, {"name": "甲"}, "value"),
        ({}, {"scope": "620702103002"}, "value"),
        ({"op": "move"}, {"scope": "620702103002"}, "rights"),
    ],
)
def test_what_may_not_be_is_quarantined_with_its_reason(here, new_desk, parts, fields, reason):
    desk = new_desk()
    desk.write(fields, **parts)
    reply = desk.push()
    assert [(one.outcome, one.reason) for one in reply.verdicts] == [("quarantined", reason)]
    assert (reply.last, reply.rows, desk.sums()) == (1, [], {})


def test_a_county_starts_whatever_waits_for_its_update(here, new_desk):
    desk = new_desk()
    desk.write({"name": "x"}, kind="nothing_known", record="nonsense")
    assert [one.reason for one in desk.push().verdicts] == ["kind"]
    assert rejudging.updated(here) == 0


def test_an_immutable_field_is_not_changed_by_anybody(here, new_desk):
    desk = new_desk()
    record = desk.write({**_consultation(), "number": "甲咨字〔2026〕第0001号"})
    desk.push()
    desk.write({"number": "乙"}, record=record, b=1)
    assert [one.reason for one in desk.push(2).verdicts] == ["field.immutable"]


def test_a_withdrawn_grant_stops_its_changes_at_once(here, new_desk):
    from county_server import accounts

    desk = new_desk()
    desk.write(_consultation())
    accounts.revoke_grant(here, bytes.fromhex(desk.grant))
    reply = desk.push()
    assert [one.reason for one in reply.verdicts] == ["grant"]
    assert reply.epoch == desk.reply.epoch + 1
    assert reply.grants == []


def test_a_revoked_desk_hands_over_what_it_has_and_is_told_nothing(here, new_desk):
    from county_server import enrolment

    desk = new_desk()
    desk.write(_consultation())
    desk.push()
    desk.write(_consultation(2))
    enrolment.revoke_device(here, desk.id)
    reply = desk.push(2)
    assert (reply.last, reply.rows, reply.sums) == (2, [], {})
    assert [(one.n, one.reason) for one in reply.verdicts] == [(2, "revoked")]
    again = desk.ask(desk.request(first=3, cursor=0))
    assert again.revoked is not None
    assert (again.rows, again.grants, again.sums) == ([], [], {})


def test_two_desks_that_edit_one_field_open_a_conflict_and_a_resolve_closes_it(here, new_desk):
    one, other = new_desk(), new_desk()
    record = one.write({**_consultation(), "address": "一社"})
    one.push()
    other.pull()
    one.write({"address": "二社"}, record=record, b=1)
    one.push(2)
    other.write({"address": "三社"}, record=record, b=1)
    reply = other.push()
    assert [(verdict.n, verdict.outcome) for verdict in reply.verdicts] == [(1, "conflict")]
    (dispute,) = one.pull()[-1].c
    assert (dispute.field, dispute.value, dispute.device) == ("address", "三社", other.device)
    one.write({"address": "三社", "conflicts": [dispute.id]}, record=record, b=3, op="resolve")
    one.push(3)
    rows = here.database
    with rows.reading():
        assert rows.rows("SELECT open FROM conflict") == [(0,)]
        assert rows.rows('SELECT "address" FROM "consultation"') == [("三社",)]


def test_two_desks_that_edit_different_fields_meet_without_conflict(here, new_desk):
    one, other = new_desk(), new_desk()
    record = one.write(_consultation())
    one.push()
    one.write({"address": "二社", "handling": ["answered"]}, record=record, b=1)
    one.push(2)
    other.write({"phone": "13900000000", "handling": ["mediation"]}, record=record, b=1)
    reply = other.push()
    assert reply.verdicts == []
    assert reply.rows[-1].x == {"handling": ["answered", "mediation"]}


def test_nobody_reviews_what_they_sent_themselves(here, new_desk):
    head = new_desk("station_head", "620702103000", ["620702103"])
    clerk = new_desk()
    place = {"record_kind": "consultation", "record_id": "0" * 32, "round": 1}
    theirs = clerk.write(place, kind="submission")
    clerk.push()
    own = head.write(place, kind="submission")
    head.write({"submission": own, "outcome": "approved"}, kind="review")
    head.write({"submission": theirs, "outcome": "approved"}, kind="review", s="620702103001")
    reply = head.push()
    assert [(one.n, one.reason) for one in reply.verdicts] == [(2, "review.own")]


def test_nobody_reviews_what_they_wrote_even_where_a_colleague_sent_it(here, new_desk):
    head = new_desk("station_head", "620702103000", ["620702103"])
    staff = new_desk("station_staff", "620702103000", ["620702103"])
    place = {"record_kind": "consultation", "round": 1}
    written = head.write(_consultation())
    head.push()
    sent = staff.write(place | {"record_id": written}, kind="submission")
    staff.push()
    head.write({"submission": sent, "record_kind": "consultation", "record_id": written,
                "outcome": "approved"}, kind="review")  # fmt: skip
    reply = head.push(1)
    assert [one.reason for one in reply.verdicts] == ["review.own"]


def test_the_order_has_no_gap_and_hides_nothing_under_concurrent_writers(here, new_desk):
    desks = [new_desk() for _ in range(4)]
    watcher = new_desk("station_head", "620702103000", ["620702103"])
    for desk in desks:
        for number in range(30):
            desk.write(_consultation(number))
    seen = []
    done = threading.Event()

    def push(desk):
        for first in range(1, 31, 5):
            assert desk.push(first, first + 4).problem == ""

    def watch():
        while not done.is_set():
            seen.extend(row.q for row in watcher.pull())

    reader = threading.Thread(target=watch)
    reader.start()
    _at_once([partial(push, desk) for desk in desks])
    done.set()
    reader.join()
    seen.extend(row.q for row in watcher.pull())
    assert seen == list(range(1, 121))
    assert audit.verify(here).problems == []


def test_two_desks_that_make_the_same_record_at_once_meet_as_in_any_order(here, new_desk):
    desks = [new_desk() for _ in range(4)]
    for desk in desks:
        desk.write({"name": f"[练习] {desk.device}"}, record="0" * 31 + "1")
    _at_once([desk.push for desk in desks])
    rows = desks[0].pull()
    assert [row.v for row in rows] == [1, 2, 3, 4]
    assert sum(len(row.c) for row in rows) == 3
    assert audit.verify(here).problems == []


def test_a_record_said_to_be_new_that_is_there_already_is_merged_like_any_other(here, new_desk):
    desk, other = new_desk(), new_desk()
    record = desk.write({"name": "[练习] 甲", "content": "先到"})
    desk.push()
    other.write({"name": "[练习] 乙", "content": "后到"}, record=record)
    other.write({"name": "[练习] 丙"})
    reply = other.push()
    assert (reply.last, reply.problem) == (2, "")
    assert [(verdict.n, verdict.outcome) for verdict in reply.verdicts] == [(1, "conflict")]
    assert {row.v for row in desk.pull() if row.n == 1} == {1, 2}
