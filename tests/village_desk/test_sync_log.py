"""The log for support: codes, counts, times and versions, and not a word anybody typed."""

import json

from village_desk import ids
from village_desk.commands import attachments, drafts, records
from village_desk.fields import check_value
from village_desk.kinds import KINDS
from village_desk.queries import sync_log
from village_desk.store import outbox

CANARY = "金丝雀"
WORD = "canary"


def planted(session):
    """Put a canary into everything a person can type, and into what comes from elsewhere."""
    for kind in KINDS.values():
        texts = {
            name: f"{CANARY}{WORD}"
            for name, spec in kind.fields.items()
            if spec.face in ("text", "note") and not spec.read_only and not check_value(spec, CANARY + WORD)
        }
        record_id = ids.new_id()
        with session.store.unit_of_work(session.actor, session.now()) as uow:
            uow.put(kind.name, record_id, texts)
    case = ids.new_id()
    records.save(session, "consultation", case, {"name": CANARY, "content": f"{WORD} 13912346021"})
    about = {"title": CANARY, "media_type": "image/png"}
    attachments.attach(session, ("consultation", case), ids.new_id(), CANARY.encode() * 9, about)
    drafts.keep(session, "consultation:x", "consultation", case, {"content": CANARY})
    with session.store.unit_of_work(None, session.now()) as uow:
        for name in (
            "unit_name",
            "county_name",
            "county_address",
            "sync.mismatched",
            "sync.inc",
            "sync.cursor",
        ):
            uow.set_state(name, CANARY)
        uow.execute(
            'INSERT INTO "account" ("user", "name", "role", "areas") VALUES (?, ?, ?, ?)',
            ("ab", CANARY, CANARY, "[]"),
        )
        uow.execute(
            'INSERT INTO "conflict" ("id", "record_id", "kind", "field", "value", "user_name") '
            "VALUES (?, ?, ?, ?, ?, ?)",
            ("c", case, "consultation", CANARY, f'"{CANARY}"', CANARY),
        )
        uow.execute('UPDATE "change" SET "state" = \'quarantined\', "reason" = ? WHERE "n" = 1', (CANARY,))
        uow.execute('INSERT INTO "mending" ("n", "how", "at", "user") VALUES (1, ?, 1, ?)', (CANARY, CANARY))
        uow.execute(
            'INSERT INTO "remote_change" ("seq", "device", "n", "record_id", "kind", "body", "outcome", '
            '"user_name") VALUES (1, ?, 1, ?, ?, ?, ?, ?)',
            (CANARY, case, CANARY, CANARY.encode(), CANARY, CANARY),
        )
        outbox.add_round(uow, CANARY, (1, 2, 3))
        outbox.add_round(uow, "sync.offline", (0, 0, 900))


def test_nothing_anybody_typed_is_in_it(make_session):
    session = make_session(name=CANARY)
    planted(session)
    text = sync_log.text(session)
    assert CANARY not in json.dumps(json.loads(text), ensure_ascii=False)
    for word in (WORD, "13912346021", session.actor.user.hex()):
        assert word not in text
    assert text.isascii()


def test_it_says_what_support_asks_for_first(session):
    records.save(session, "consultation", ids.new_id(), {"name": "[练习]赵龘"})
    with session.store.unit_of_work(None, session.now()) as uow:
        outbox.add_round(uow, "sync.offline", (0, 0, 900))
        uow.set_state("clock_offset", "-93600000")
    told = json.loads(sync_log.text(session))
    assert told["waiting"] == {"changes": 1, "attachments": 0}
    assert told["changes"] == {"new consultation": 1}
    assert told["state"]["clock_offset"] == "-93600000"
    assert [(one["outcome"], one["ms"]) for one in told["rounds"]] == [("sync.offline", 900)]
    assert told["unit"] == "620702101201"
    assert told["schemas"].keys() == KINDS.keys()
    assert told["file_bytes"] > 0
