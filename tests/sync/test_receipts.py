"""The ledger: each receipt names what it covers, and is verified anew whenever somebody opens it."""

from village_desk.commands import records
from village_desk.ids import new_id
from village_desk.queries import receipts
from village_desk.queries.receipts import Wanted
from village_desk.session import Session

KIND = "consultation"


def sent(desk, *names):
    made = []
    for name in names:
        made.append(new_id())
        records.save(desk.session, KIND, made[-1], {"name": name, "content": "地界"})
    desk.sync()
    return made


def tampered(desk, sql, *values):
    with desk.store.unit_of_work(None, 1) as uow:
        uow.execute(sql, values)


def test_a_receipt_names_the_records_it_covers_and_is_the_countys(desk_at):
    desk = desk_at()
    one, _two = sent(desk, "[练习]赵龘", "[练习]钱乙")
    records.save(desk.session, KIND, one, {"content": "地界不清"})
    desk.sync()
    newest, first = receipts.page(desk.session)
    assert (first.changes, first.records, newest.changes, newest.records) == (2, 2, 1, 1)
    found = receipts.opened(desk.session, first.id)
    assert found.fault == ""
    assert {(each.name, each.changes, each.aside) for each in found.covered} == {
        ("[练习]赵龘", 1, 0),
        ("[练习]钱乙", 1, 0),
    }
    assert receipts.latest(desk.store).id == newest.id
    assert receipts.opened(desk.session, "9-9") is None


def test_receipts_are_found_by_record_by_name_by_number_and_by_day(desk_at):
    desk = desk_at()
    (one,) = sent(desk, "[练习]赵龘")
    (two,) = sent(desk, "[练习]钱乙")
    newest, first = receipts.page(desk.session)

    def found(**wanted):
        assert receipts.count(desk.session, Wanted(**wanted)) == len(
            receipts.page(desk.session, Wanted(**wanted))
        )
        return [each.id for each in receipts.page(desk.session, Wanted(**wanted))]

    assert found(record_id=one) == [first.id]
    assert found(record_id=two, text="钱乙") == [newest.id]
    assert found(text="钱乙") == [newest.id]
    assert found(text=first.id) == [first.id]
    assert found(text="孙") == []
    assert found(since=newest.received_at) == [newest.id]
    assert found(until=newest.received_at) == [first.id]
    assert found(since=newest.received_at, until=newest.received_at + 1, record_id=one) == []
    assert [each.id for each in receipts.page(desk.session, offset=1, limit=1)] == [first.id]


def test_a_false_receipt_and_a_text_altered_under_a_true_one_are_told(desk_at):
    desk = desk_at()
    sent(desk, "[练习]赵龘")
    (made,) = receipts.page(desk.session)
    body, signature = desk.store.query('SELECT "body", "signature" FROM "receipt"')[0]

    def fault():
        return receipts.opened(desk.session, made.id).fault

    tampered(desk, 'UPDATE "receipt" SET "received_at" = "received_at" + 86400000')
    assert fault() == "signature"
    tampered(
        desk, 'UPDATE "receipt" SET "received_at" = "received_at" - 86400000, "signature" = ?', bytes(64)
    )
    assert fault() == "signature"
    tampered(desk, 'UPDATE "receipt" SET "body" = ?, "signature" = ?', "kein", bytes(signature))
    assert fault() == "signature"
    tampered(desk, 'UPDATE "receipt" SET "body" = ?', bytes(body))
    assert fault() == ""
    tampered(desk, 'UPDATE "change" SET "body" = replace("body", \'地界\', \'地契\')')
    assert fault() == "log"
    tampered(desk, 'DELETE FROM "change"')
    assert fault() == "log"


def test_names_of_records_that_are_not_open_to_the_reader_are_left_out(desk_at):
    desk = desk_at()
    sent(desk, "[练习]赵龘")
    actor = desk.session.actor
    supervisor = type(actor)(actor.user, actor.name, "supervisor", b"", actor.areas)
    session = Session(desk.store, supervisor, desk.session.profile, desk.session.clock)
    (made,) = receipts.page(session)
    (covered,) = receipts.opened(session, made.id).covered
    assert (covered.name, covered.open) == ("", False)
    assert receipts.page(session, Wanted(text="赵龘")) == []


def test_of_many_records_the_first_are_named_and_all_are_counted(desk_at, monkeypatch):
    monkeypatch.setattr(receipts, "MOST_COVERED", 2)
    desk = desk_at()
    sent(desk, "[练习]赵龘", "[练习]钱乙", "[练习]孙丙")
    (made,) = receipts.page(desk.session)
    found = receipts.opened(desk.session, made.id)
    assert (found.receipt.records, len(found.covered), found.fault) == (3, 2, "")
