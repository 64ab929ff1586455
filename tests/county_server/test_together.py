"""Several desks answered in one turn: each as if it had come alone, and none the worse for its neighbours."""

import asyncio
import random
import threading

import pytest
import requests

from county_server import audit, config, county, service
from county_server.errors import Refused
from county_server.together import MOST, TURNS, Together
from sync import messages, packing
from sync.messages import SyncReply
from tests.county_server.conftest import COUNTY, NEIGHBOUR, VILLAGE, Clock, desk_of
from village_desk import crypto

pytestmark = pytest.mark.county


def _answers(desks, requests):
    """Return the replies to requests that were answered together."""
    rounds = [service.opened(desk.id, packing.pack(one)) for desk, one in zip(desks, requests, strict=True)]
    return [packing.unpack(said, SyncReply) for said in service.answers(desks[0].county, rounds)]


def test_desks_that_come_together_get_a_receipt_each_up_to_their_own_rows(here, new_desk):
    desks = [new_desk(unit=f"6207021030{at:02}") for at in range(1, 7)]
    for at, desk in enumerate(desks):
        for _ in range(at + 1):
            desk.write({"name": f"[练习] {at}"})
    replies = _answers(desks, [desk.request() for desk in desks])
    assert [reply.last for reply in replies] == [1, 2, 3, 4, 5, 6]
    receipts = [receipt for reply in replies for receipt in reply.receipts]
    assert [(one.device, one.last, one.seq) for one in receipts] == [
        (desk.device, at + 1, (at + 1) * (at + 2) // 2) for at, desk in enumerate(desks)
    ]
    for receipt in receipts:
        assert crypto.verify(here.public_key, receipt.signature, messages.receipt_claim(receipt))
    assert audit.verify(here).problems == []
    again = _answers(desks, [desk.request() for desk in desks])
    assert [reply.receipts for reply in again] == [reply.receipts for reply in replies]


# ------------------------------------------------------------------ the same as alone


def _crowd(url, folder):
    """Return the desks of a county of their own: three of one village, one of its township."""
    here = county.create(config.Config(database=url, blobs=str(folder)), COUNTY, "甘州区", Clock())
    desks = [desk_of(here, f"[练习] {at}") for at in range(3)]
    return [*desks, desk_of(here, "[练习] 3", "station_staff", "620702103000", ["620702103"])]


def _work(draw, desk, records):
    """Let a desk write what may meet anybody's; return how its request is bent, if at all."""
    office = desk.unit != VILLAGE
    for _ in range(draw.randint(1, 2)):
        what = "move" if office else draw.choice(("put", "put", "put", "archive", "nonsense"))
        if what == "nonsense":
            desk.write({"name": "x"}, kind="nothing_known")
            continue
        fields = {"move": {"scope": draw.choice((VILLAGE, NEIGHBOUR))}, "archive": {}}
        usual = {"title": f"[练习] {draw.random()}"}
        there = {"record": draw.choice(records), "b": draw.choice((0, 0, 1, 4)), "s": VILLAGE}
        desk.write(fields.get(what, usual), kind="mediation_case", op=what, **there)
    return draw.choice(({}, {}, {}, {}, {}, {"signature": bytes(64)}))


def _turn(desks, seed, records, *, together):
    """Let some of the desks send something; return what each is told."""
    draw = random.Random(seed)
    some = draw.sample(desks, draw.choice((2, 3)))
    asked = []
    for desk in some:
        first = len(desk.log) + 1
        asked.append(desk.request(first, **_work(draw, desk, records)))
    if together:
        replies = _answers(some, asked)
    else:
        replies = [_answers([desk], [one])[0] for desk, one in zip(some, asked, strict=True)]
    for desk, reply in zip(some, replies, strict=True):
        del desk.log[reply.last :], desk.heads[reply.last + 1 :]
    return [_told(reply) for reply in replies]


def _told(reply):
    return reply.last, reply.problem, [(one.n, one.outcome, one.reason) for one in reply.verdicts]


@pytest.fixture
def crowds(tmp_path, request, database_url):
    """The same desks at two counties, each of a database of its own."""
    other = request.getfixturevalue("postgres")() if "://" in database_url else str(tmp_path / "other.db")
    made = _crowd(database_url, tmp_path / "a"), _crowd(other, tmp_path / "b")
    yield made
    for desks in made:
        desks[0].county.close()


def test_a_turn_ends_as_one_after_the_other(crowds):
    draw = random.Random(20261122)
    records = [f"{draw.getrandbits(128):032x}" for _ in range(6)]
    problems, outcomes = set(), set()
    for _ in range(40):
        seed = draw.random()
        told, alone = (_turn(desks, seed, records, together=desks is crowds[0]) for desks in crowds)
        assert told == alone
        problems |= {problem for _, problem, _ in told}
        outcomes |= {outcome[1:] for *_, verdicts in told for outcome in verdicts}
    assert problems == {"", "signature"}
    assert {("conflict", ""), ("quarantined", "kind"), ("quarantined", "rights")} <= outcomes
    seen = [_seen(desks) for desks in crowds]
    assert seen[0] == seen[1]
    assert [audit.verify(desks[0].county).problems for desks in crowds] == [[], []]


def _seen(desks):
    """Return the sums and the rows as the township sees them, its desks by their place."""
    place = {desk.device: at for at, desk in enumerate(desks)}
    rows = [(row.q, place[row.d], row.n, row.v, row.o, len(row.c), len(row.m)) for row in desks[3].pull()]
    return rows, desks[3].sums()


# ------------------------------------------------------------------ turns


def test_those_that_come_while_all_turns_are_taken_are_done_together():
    begun, held, turns = threading.Event(), threading.Event(), []

    def work(some):
        turns.append(list(some))
        if len(turns) == TURNS:
            begun.set()
        assert held.wait(20)
        return [one * 2 for one in some]

    async def crowd():
        together = Together(work)
        asked = [asyncio.ensure_future(together.answer(number, 1)) for number in range(TURNS + MOST + 3)]
        assert await asyncio.to_thread(begun.wait, 20)
        held.set()
        return await asyncio.gather(*asked)

    assert asyncio.run(crowd()) == [number * 2 for number in range(TURNS + MOST + 3)]
    assert sorted(map(len, turns)) == [1] * TURNS + [3, MOST]


def test_who_breaks_a_turn_breaks_it_for_nobody_else():
    def work(some):
        if 5 in some:
            raise ZeroDivisionError
        return [Refused("busy", 429) if one == 4 else one for one in some]

    async def crowd():
        together = Together(work)
        asked = [together.answer(number, 1) for number in range(9)]
        return await asyncio.gather(*asked, return_exceptions=True)

    said = asyncio.run(crowd())
    assert [one for one in said if isinstance(one, int)] == [0, 1, 2, 3, 6, 7, 8]
    assert (type(said[4]), type(said[5])) == (Refused, ZeroDivisionError)


def test_over_a_line_a_forged_request_among_many_is_refused_alone(new_desk, line):
    desks = [new_desk(unit=f"6207021030{at:02}") for at in range(1, 9)]
    statuses = {}

    def send(at, desk):
        desk.write({"name": "[练习] 甲"})
        wire = line(desk)
        wire.nonce = nonce
        forged = {"VD_Signature": "00" * 64} if at == 3 else {}
        statuses[at] = wire.send("POST", "/v1/sync", packing.pack(desk.request()), **forged).status_code

    nonce = requests.get(f"{line(desks[0]).address}/v1/hello", timeout=20).headers["VD-Nonce"]
    threads = [threading.Thread(target=send, args=each) for each in enumerate(desks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == {at: 401 if at == 3 else 200 for at in range(8)}
