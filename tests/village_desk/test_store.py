"""One unit of work writes record, change and search text together, or nothing of them."""

import threading
from datetime import date

import peewee
import pytest
from sqlite_utils import Migrations

from village_desk import changes, ids
from village_desk.commands import records
from village_desk.errors import StoreTrouble, UserError
from village_desk.keys import new_data_key
from village_desk.kinds import KINDS
from village_desk.queries import integrity, search
from village_desk.store import connection, create_store, migrations, open_store, outbox
from village_desk.tables import DESK_ENVELOPE, tables_for

DAY = date(2026, 11, 21)


def saved(session, **values):
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, {"name": "[练习]陈𬭎", "met_on": DAY, **values})
    return record_id


def bodies(session):
    rows = session.store.query('SELECT "body" FROM "change" ORDER BY "n"')
    return [changes.decode(bytes(body)) for (body,) in rows]


def test_the_migrated_file_has_exactly_the_declared_columns(session):
    database = migrations.Database(session.store.database.connection())
    declared = peewee.SqliteDatabase(":memory:")
    tables = tables_for(declared, DESK_ENVELOPE)
    declared.create_tables(tables.values())
    for name in tables:
        wanted = {(column.name, column.data_type) for column in declared.get_columns(name)}
        assert {(column.name, column.type) for column in database[name].columns} == wanted, name


def test_a_file_is_migrated_once_and_opens_again(session):
    assert migrations.steps.pending(migrations.Database(session.store.database.connection())) == []
    assert session.store.query("PRAGMA user_version") == [(connection.FILE_VERSION,)]


@pytest.fixture
def reopened(tmp_path, monkeypatch):
    """Opens a file with one consultation again, by a program that is one step ahead: the step given."""
    key = new_data_key()
    store = create_store(tmp_path, key)
    with store.unit_of_work(None, 1) as uow:
        uow.put("consultation", ids.new_id(), {"name": "[练习]赵龘"})
    store.close_connection()

    def by_a_program_with(step):
        steps = Migrations("village_desk")
        steps()(migrations.m0001_first_release)
        steps()(step)
        with monkeypatch.context() as patched:
            patched.setattr(migrations, "steps", steps)
            patched.setattr(connection, "FILE_VERSION", connection.FILE_VERSION + 1)
            return open_store(tmp_path, key)

    by_a_program_with.today = lambda: open_store(tmp_path, key)
    return by_a_program_with


def test_a_file_of_an_earlier_program_is_brought_up_to_date_with_what_lies_in_it(reopened):
    def m0002_planted(db):
        db.execute('ALTER TABLE "consultation" ADD COLUMN "planted" INTEGER NOT NULL DEFAULT 7')

    store = reopened(m0002_planted)
    assert store.query('SELECT "name", "planted" FROM "consultation"') == [("[练习]赵龘", 7)]
    assert store.query("PRAGMA user_version") == [(connection.FILE_VERSION + 1,)]
    store.close_connection()


def test_a_step_that_breaks_leaves_the_file_as_it_was(reopened):
    def m0002_broken(db):
        db.execute('ALTER TABLE "consultation" ADD COLUMN "planted" INTEGER')
        db.execute('DROP TABLE "change"')
        raise RuntimeError

    with pytest.raises(RuntimeError):
        reopened(m0002_broken)
    store = reopened.today()
    assert "planted" not in [column[1] for column in store.query('PRAGMA table_info("consultation")')]
    assert store.query('SELECT count(*) FROM "change"') == [(1,)]
    store.close_connection()


def test_a_file_of_a_newer_program_is_refused_and_not_touched(tmp_path):
    key = new_data_key()
    store = create_store(tmp_path, key)
    store.database.execute_sql(f"PRAGMA user_version = {connection.FILE_VERSION + 1}")
    store.close_connection()
    with pytest.raises(StoreTrouble, match=r"^store.newer$"):
        open_store(tmp_path, key)
    raw = connection.open_file(tmp_path / "desk.db", key)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == connection.FILE_VERSION + 1
    raw.close()


def test_saving_writes_one_change_with_the_fields_that_differ(session):
    record_id = saved(session, content="地界")
    records.save(session, "consultation", record_id, {"content": "地界", "answer": "已告知"})
    first, second = bodies(session)
    assert (first.n, first.g, first.b, first.p, first.op) == (1, 1, 0, 0, "put")
    assert (second.n, second.p) == (2, 1)
    assert second.f == {"answer": "已告知"}


def test_saving_what_is_there_already_writes_nothing(session):
    record_id = saved(session)
    assert records.save(session, "consultation", record_id, {"name": "[练习]陈𬭎"}) == frozenset()
    assert len(bodies(session)) == 1


def test_a_cleared_field_is_a_change_to_nothing(session):
    record_id = saved(session, content="地界")
    records.save(session, "consultation", record_id, {"content": ""})
    assert bodies(session)[-1].f == {"content": None}
    assert session.store.row("consultation", record_id)["content"] is None


def test_changes_of_one_unit_of_work_are_one_group(session):
    case, party = ids.new_id(), ids.new_id()
    records.save_all(
        session,
        [
            ("mediation_case", case, {"title": "地界"}),
            ("case_party", party, {"case": case, "name": "[练习]赵龘"}),
        ],
    )
    saved(session)
    assert [(body.n, body.g) for body in bodies(session)] == [(1, 1), (2, 1), (3, 3)]


def test_an_exception_leaves_neither_record_nor_change_nor_search_text(session):
    def broken_off():
        with session.store.unit_of_work(session.actor, 1) as uow:
            uow.put("consultation", ids.new_id(), {"name": "[练习]赵龘"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_off()
    assert bodies(session) == []
    assert session.store.query('SELECT count(*) FROM "consultation"') == [(0,)]
    assert search.find_all(session, "赵龘") == []


def test_what_is_fixed_once_written_cannot_be_changed(session):
    record_id = saved(session)
    with pytest.raises(UserError, match=r"^record.immutable$"), session.store.unit_of_work(None, 1) as uow:
        uow.put("consultation", record_id, {"number": "1"})


def test_archiving_hides_from_search_and_an_edit_brings_back(session):
    record_id = saved(session, content="土地承包")
    records.archive(session, "consultation", record_id)
    assert search.find_all(session, "承包") == []
    records.save(session, "consultation", record_id, {"answer": "已告知"})
    assert [one.id for one in search.find_all(session, "承包")] == [record_id]
    assert [body.op for body in bodies(session)] == ["put", "archive", "put"]


def test_a_thread_beside_the_window_writes_without_losing_a_number(session):
    def write():
        for _ in range(20):
            saved(session)
        session.store.close_connection()

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [body.n for body in bodies(session)] == list(range(1, 61))
    assert integrity.verify(session.store).sound


def test_a_batch_never_splits_a_group(session):
    for _ in range(3):
        case = ids.new_id()
        entries = [("mediation_case", case, {"title": "地" * 100})]
        entries += [("case_party", ids.new_id(), {"case": case, "name": "[练习]甲"}) for _ in range(4)]
        records.save_all(session, entries)
    sizes = []
    after = 0
    while batch := outbox.pending(session.store, 1_500, after):
        assert len({change.g for change in batch}) * 5 == len(batch)
        sizes.append(len(batch))
        after = batch[-1].n
    assert sum(sizes) == 15
    assert len(sizes) > 1


def test_a_group_larger_than_the_limit_is_sent_alone(session):
    records.save_all(session, [("person", ids.new_id(), {"name": "[练习]乙" * 5}) for _ in range(6)])
    saved(session)
    assert len(outbox.pending(session.store, 10)) == 6


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_can_be_written_read_and_sent(session, kind):
    record_id = ids.new_id()
    values = {
        name: "[练习]甲"
        for name, spec in KINDS[kind].fields.items()
        if spec.face in ("text", "note") and not spec.check and (spec.high or 9) > 5
    }
    with session.store.unit_of_work(session.actor, 1) as uow:
        uow.put(kind, record_id, values)
    row = session.store.row(kind, record_id)
    assert {name: row[name] for name in values} == values
    assert bodies(session)[-1].t == kind
