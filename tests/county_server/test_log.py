"""The log of a real county, against one grown leaf by leaf, and a county that goes back on it."""

import json

import pytest

from county_server import audit, log, service
from county_server.errors import Refused
from sync import engine, packing, witness
from sync.exchange import trouble_of
from sync.log import Inclusion, TreeHead, continues, head_claim, leaf, signed
from tests.sync import world
from village_desk import crypto, merkle
from village_desk.commands import records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.merkle import Tree
from village_desk.queries.integrity import verify
from village_desk.store import county_link

KIND = "consultation"


def rebuilt(here):
    """Do what a county does that wants its alterations unseen: grow the log anew over the rows there are."""
    with here.database.writing():
        tree = Tree()
        rows = here.database.rows("SELECT seq, device, n, hash, outcome, received_at FROM feed ORDER BY seq")
        for row in rows:
            tree.append(log.leaf_of(row))
        here.database.rows("DELETE FROM log_node")
        here.database.write(log.written(tree))
    return tree


def alter(here, statement):
    with here.database.writing():
        here.database.rows(statement)
    return rebuilt(here)


def roots(here):
    """Return the roots of all sizes by the rows of the feed, and the leaves."""
    tree, found, leaves = Tree(), [Tree().root], []
    with here.database.reading():
        rows = here.database.rows("SELECT seq, device, n, hash, outcome, received_at FROM feed ORDER BY seq")
    for row in rows:
        leaves.append(log.leaf_of(row))
        tree.append(leaves[-1])
        found.append(tree.root)
    return found, leaves


# ------------------------------------------------------------------ the log itself


def test_a_leaf_is_canonical_json_of_its_row():
    data = [7, "ab" * 16, 3, "cd" * 32, "ok", 1_795_300_000_000]
    assert leaf(7, ("ab" * 16, 3, "cd" * 32), "ok", 1_795_300_000_000) == merkle.leaf(crypto.canonical(data))


@pytest.fixture
def long(here, new_desk):
    """A county with 300 rows from two desks, taken in batches of many sizes."""
    desks = [new_desk(), new_desk()]
    at = [1, 1]
    for turn, size in enumerate([1, 2, 15, 16, 17, 31, 90, 5, 64, 59]):
        one = turn % 2
        for _ in range(size):
            desks[one].write({"name": "[练习]"})
        assert desks[one].push(at[one]).problem == ""
        at[one] += size
    return here


def test_every_earlier_head_can_be_proved_from_what_is_stored(long):
    found, leaves = roots(long)
    assert len(leaves) == 300
    with long.database.reading():
        now = log.tree(long.database)
        assert (now.size, now.root) == (300, found[300])
        for size in range(1, 301):
            assert log.root_at(long.database, size) == found[size]
            proof = log.consistency(long.database, size, 300)
            assert continues(TreeHead(size, found[size]), TreeHead(300, found[300]), proof)


def test_every_row_can_be_proved_under_any_head_that_holds_it(long):
    found, leaves = roots(long)
    for seq in range(1, 301, 7):
        for size in {seq, (seq + 300) // 2, 300}:
            proof = log.inclusion(long, seq, size).proof
            assert merkle.verify_inclusion(leaves[seq - 1], seq - 1, (size, found[size]), proof, 1)
    for seq, size in ((0, 5), (6, 5), (1, 301), (-3, 4), (10**30, 10**31)):
        with pytest.raises(Refused, match="absent"):
            log.inclusion(long, seq, size)


def test_stored_subtrees_are_a_fifteenth_of_the_rows_and_the_audit_knows_them(long):
    with long.database.reading():
        assert long.database.one("SELECT COUNT(*) FROM log_node") == (300 // 16 + 300 // 256,)
    assert audit.verify(long).problems == []
    with long.database.writing():
        long.database.rows("UPDATE log_node SET level = 12 WHERE level = 8")
    assert ("log", "256") in audit.verify(long).problems


def test_a_head_is_signed_for_one_incarnation_only(here, new_desk):
    head = new_desk().push().log
    assert (head.size, head.root) == (0, Tree().root)
    assert signed(here.public_key, here.incarnation, head)
    assert not signed(here.public_key, "0" * 32, head)
    assert head_claim(here.incarnation, head).startswith(b"VD1 log\n")


def test_a_head_is_sent_only_to_those_who_have_another(here, new_desk):
    desk = new_desk()
    desk.write({"name": "[练习]"})
    head = desk.push().log
    inc = here.incarnation
    assert desk.push(2, inc=inc, log=head).log is None
    assert desk.push(2, inc=inc, cursor=1).log is None
    assert desk.push(2, inc=inc, log=TreeHead(head.size, b"another")).log is not None
    assert desk.push(2, inc=inc, cursor=0).log is not None
    assert desk.push(2, inc="other", log=head).log is not None
    for size in (-1, 2, 2**62):
        reply = desk.push(2, inc=inc, log=TreeHead(size, head.root))
        assert (reply.log.size, reply.proof) == (1, [])


# ------------------------------------------------------------------ desks that watch it


class Line:
    """A desk's way to the county, proofs included."""

    def __init__(self, there, device):
        self.county, self.device = there, device

    def __call__(self, request):
        try:
            if request.path.startswith("/v1/proof/"):
                seq, size = map(int, request.path.split("/")[3:])
                return packing.pack(log.inclusion(self.county, seq, size))
            return service.answer(self.county, self.device, request.body)
        except Refused as refused:
            raise trouble_of(refused.status, refused.code) from None


@pytest.fixture
def desk_at(here, tmp_path):
    desks = []
    clock = world.Clock()

    def make(name):
        desk = world.new_desk(here, tmp_path / name, clock, f"{name}[练习]")
        desk.line = Line(here, desk.store.device_id)
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()


def sync(desk):
    return engine.run_round(desk.store, desk.line, desk.session.clock)


def write(desk, count=1):
    for _ in range(count):
        records.save(desk.session, KIND, new_id(), {"name": "张某某", "content": "问"})


def states(desk):
    return [state for (state,) in desk.store.query('SELECT "state" FROM "change" ORDER BY "n"')]


def caught(desk):
    with pytest.raises(SyncTrouble) as trouble:
        sync(desk)
    return trouble.value.code


ALTERATIONS = {
    "one old row rewritten": "UPDATE feed SET outcome = 'conflict' WHERE seq = 2",
    "one old change replaced": "UPDATE feed SET hash = salt WHERE seq = 1",
    "a time put back": "UPDATE feed SET received_at = received_at - 86400000 WHERE seq = 3",
    "the end cut off": "DELETE FROM feed WHERE seq > 4",
}


@pytest.mark.parametrize("statement", ALTERATIONS.values(), ids=ALTERATIONS)
def test_a_county_that_alters_its_log_is_named_and_nothing_is_lost(here, desk_at, statement):
    desk = desk_at("甲")
    write(desk, 5)
    sync(desk)
    before = verify(desk.store)
    assert (before.sound, before.log) == (True, 5)
    alter(here, statement)
    write(desk)
    assert caught(desk) == "sync.log_rewritten"
    assert states(desk) == ["merged"] * 5 + ["new"]
    after = verify(desk.store)
    assert (after.sound, after.log, after.log_faults) == (False, 5, ("rewritten",))
    assert caught(desk) == "sync.log_rewritten"
    older, newer = json.loads(county_link.log_evidence(desk.store))
    for head in (older, newer):
        assert crypto.verify(here.public_key, bytes.fromhex(head["signature"]), head["claim"].encode())
    assert older["claim"] != newer["claim"]
    assert {code for code, _ in audit.verify(here).problems} >= {"log.shown"}


def test_an_idle_desk_sees_a_second_copy_of_the_same_length_with_the_next_row(here, desk_at):
    desk, other = desk_at("甲"), desk_at("乙")
    write(desk, 5)
    sync(desk)
    assert sync(desk).complete
    alter(here, ALTERATIONS["one old row rewritten"])
    assert sync(desk).complete  # an idle round says nothing of the log, to stay small
    write(other)
    sync(other)
    assert caught(desk) == "sync.log_rewritten"


def test_a_fork_for_one_desk_is_seen_when_both_look_at_the_same_log_again(here, desk_at):
    first, second = desk_at("甲"), desk_at("乙")
    write(first, 3)
    sync(first)
    sync(second)
    honest = "UPDATE feed SET outcome = 'ok' WHERE seq = 2"
    alter(here, ALTERATIONS["one old row rewritten"])
    late = desk_at("丙")
    sync(late)  # it has seen nothing else, so it believes the fork
    alter(here, honest)
    assert sync(first).complete
    write(second)
    sync(second)
    assert caught(late) == "sync.log_rewritten"


def test_a_desk_learns_from_the_heads_others_were_shown(here, desk_at):
    """A new desk has no head of its own to compare: the one its neighbour showed with a change tells it."""
    first = desk_at("甲")
    for _ in range(2):
        write(first)
        sync(first)
    honest = desk_at("乙")
    assert sync(honest).complete
    alter(here, "UPDATE feed SET received_at = received_at - 1 WHERE seq = 1")
    late = desk_at("丙")
    assert caught(late) == "sync.log_rewritten"
    assert verify(late.store).log_faults == ("rewritten",)


def test_desks_that_see_one_log_agree_for_long(here, desk_at):
    desks = [desk_at("甲"), desk_at("乙")]
    for turn in range(12):
        write(desks[turn % 2], turn)
        assert sync(desks[turn % 2]).complete
        assert sync(desks[1 - turn % 2]).complete
    with here.database.reading():
        heads = here.database.rows("SELECT size FROM log_witness ORDER BY size")
    assert len(heads) == 2
    assert audit.verify(here).problems == []
    assert [verify(desk.store).log for desk in desks] == [sum(range(12))] * 2


# ------------------------------------------------------------------ own changes under the head


def test_a_desk_proves_each_of_its_changes_in_the_log(here, desk_at):
    desk, other = desk_at("甲"), desk_at("乙")
    write(other, 20)
    sync(other)
    write(desk, 7)
    assert witness.prove(desk.store, desk.line, 1) == "waits"
    sync(desk)
    assert [witness.prove(desk.store, desk.line, n) for n in range(1, 8)] == ["proved"] * 7
    assert witness.prove(desk.store, desk.line, 8) == "waits"
    alter(here, "UPDATE feed SET received_at = received_at - 1 WHERE seq = 1")
    with pytest.raises(SyncTrouble, match="sync.log_rewritten"):
        witness.prove(desk.store, desk.line, 3)


def test_the_proof_is_answered_over_http_to_devices_only(here, new_desk, address, line):
    desk = new_desk()
    desk.write({"name": "[练习]"})
    desk.write({"name": "[练习]"})
    desk.push()
    answer = line(desk).send("GET", "/v1/proof/2/2")
    assert len(packing.unpack(answer.content, Inclusion).proof) == 1
    for path, status in (("/v1/proof/3/3", 404), ("/v1/proof/0/2", 404), ("/v1/proof/x/2", 404)):
        assert line(desk).send("GET", path).status_code == status
    stranger = new_desk()
    stranger.key = crypto.new_signing_key()
    assert line(stranger).send("GET", "/v1/proof/1/2").status_code == 401
