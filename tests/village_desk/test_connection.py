"""Opening the desk file, and telling apart why one does not open."""

import os
import sqlite3
import subprocess
import sys
import threading

import peewee
import pytest

from tests.village_desk.disks import read_only, small_disk
from village_desk.errors import StoreTrouble
from village_desk.keys import DataKey, new_data_key
from village_desk.store import connection as c

PAGE = 4096
NEWEST = 7


@pytest.fixture
def key():
    return new_data_key()


@pytest.fixture
def path(tmp_path, key):
    """A desk file of some 130 pages, closed."""
    path = tmp_path / "desk.db"
    c.create_database(path, key)
    opened = c.open_file(path, key)
    opened.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT)")
    opened.execute("BEGIN IMMEDIATE")
    opened.executemany("INSERT INTO note(text) VALUES (?)", [("示例人名" * 50,) for _ in range(800)])
    opened.execute("COMMIT")
    opened.execute(f"PRAGMA user_version={NEWEST}")
    opened.close()
    return path


def verdict(path, key, **more):
    trouble = c.classify(path, key, NEWEST, **more)
    return trouble and trouble.code


def test_a_sound_file_opens_with_the_promised_settings(path, key):
    assert verdict(path, key, thorough=True) is None
    database = c.DeskDatabase(path, key)
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "application_id", "busy_timeout")
    answers = [database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert answers == ["wal", 2, 1, 1, 0x56444B31, 5000]
    database.close()


def test_the_file_holds_no_plain_text(path, key):
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert "示例人名".encode() not in content
    assert b"CREATE TABLE" not in content
    assert b"SQLite format" not in content


def test_each_thread_has_a_connection_of_its_own_and_writers_queue(path, key):
    database = c.DeskDatabase(path, key)
    seen, failures = set(), []

    def write():
        try:
            seen.add(id(database.connection()))
            for _ in range(25):
                with database.atomic("immediate"):
                    count = database.execute_sql("SELECT count(*) FROM note").fetchone()[0]
                    database.execute_sql("INSERT INTO note(text) VALUES (?)", (str(count),))
        except peewee.PeeweeException as error:
            failures.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert database.execute_sql("SELECT count(*) FROM note").fetchone()[0] == 900
    database.close()


def test_sqlite_utils_shares_the_connection_and_its_errors(path, key):
    code = (
        "import sys; from pathlib import Path\n"
        "from village_desk.store import connection as c; from village_desk.keys import DataKey\n"
        "import sqlite_utils\n"
        "key = DataKey(bytes.fromhex(sys.argv[2]), bytes.fromhex(sys.argv[3]))\n"
        "database = c.DeskDatabase(Path(sys.argv[1]), key)\n"
        "tables = sqlite_utils.Database(database.connection())\n"
        "tables['note'].insert({'id': 9000, 'more': 'x'}, alter=True)\n"
        "print(database.execute_sql('SELECT more FROM note WHERE id=9000').fetchone()[0])\n"
        "database.close()\n"
    )
    arguments = [sys.executable, "-c", code, str(path), key.cipher.hex(), key.salt.hex()]
    assert subprocess.run(arguments, capture_output=True, text=True, check=True).stdout == "x\n"


def test_a_missing_file_is_not_created(tmp_path, key):
    path = tmp_path / "desk.db"
    assert verdict(path, key) == "store.missing"
    with pytest.raises(StoreTrouble) as caught:
        c.DeskDatabase(path, key).connect()
    assert caught.value.code == "store.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_no_bytes_is_refused_and_left_alone(path, key):
    path.write_bytes(b"")
    assert verdict(path, key) == "store.empty"
    with pytest.raises(StoreTrouble) as caught:
        c.DeskDatabase(path, key).connect()
    assert caught.value.code == "store.empty"
    assert path.read_bytes() == b""


def test_a_file_that_exists_is_never_made_anew(path, key):
    before = path.read_bytes()
    with pytest.raises(StoreTrouble) as caught:
        c.create_database(path, key)
    assert caught.value.code == "store.exists"
    assert path.read_bytes() == before


def plain_database(path):
    path.unlink()
    opened = sqlite3.connect(path)
    opened.execute("CREATE TABLE t(a)")
    opened.commit()
    opened.close()


def of_another_desk(path):
    path.unlink()
    c.create_database(path, new_data_key())


@pytest.mark.parametrize(
    "make",
    [
        plain_database,
        of_another_desk,
        lambda path: path.write_bytes("会议记录\n".encode() * 3000),
        lambda path: path.write_bytes(b"x"),
    ],
    ids=["plain", "other desk", "text", "one byte"],
)
def test_a_foreign_file_is_told_apart_and_left_alone(path, key, make):
    make(path)
    before = path.read_bytes()
    assert verdict(path, key) == "store.foreign"
    with pytest.raises(StoreTrouble) as caught:
        c.DeskDatabase(path, key).connect()
    assert caught.value.code == "store.foreign"
    assert path.read_bytes() == before


def test_a_database_of_ours_with_another_application_id_is_foreign(path, key):
    opened = c.open_file(path, key)
    opened.execute("PRAGMA application_id=17")
    opened.close()
    assert verdict(path, key) == "store.foreign"


def test_a_file_of_a_newer_program_is_refused_by_name_of_its_version(path, key):
    opened = c.open_file(path, key)
    opened.execute(f"PRAGMA user_version={NEWEST + 1}")
    opened.close()
    trouble = c.classify(path, key, NEWEST)
    assert (trouble.code, trouble.details) == ("store.newer", {"version": NEWEST + 1, "newest": NEWEST})


def flipped(raw, at):
    return raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]


def pages_swapped(raw):
    one, other = (slice(PAGE * at, PAGE * (at + 1)) for at in (10, 12))
    return raw[: PAGE * 10] + raw[other] + raw[PAGE * 11 : PAGE * 12] + raw[one] + raw[PAGE * 13 :]


DAMAGES = {
    "a bit of page 1": lambda raw: flipped(raw, 100),
    "a bit in the middle": lambda raw: flipped(raw, len(raw) // 2),
    "a bit at the end": lambda raw: flipped(raw, len(raw) - 1),
    "half of it": lambda raw: raw[: len(raw) // 2],
    "20 pages of it": lambda raw: raw[: PAGE * 20],
    "100 bytes of it": lambda raw: raw[:100],
    "page 1 zeroed": lambda raw: bytes(PAGE) + raw[PAGE:],
    "page 3 zeroed": lambda raw: raw[: PAGE * 2] + bytes(PAGE) + raw[PAGE * 3 :],
    "two pages swapped": pages_swapped,
    "all zeroed": lambda raw: bytes(len(raw)),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_never_called_a_wrong_password_and_left_alone(path, key, damage, capfd):
    raw = damage(path.read_bytes())
    path.write_bytes(raw)
    assert verdict(path, key, thorough=True) == "store.damaged"
    assert path.read_bytes() == raw
    assert capfd.readouterr().err == ""


def test_a_destroyed_salt_alone_costs_nothing(path, key):
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    assert verdict(path, key, thorough=True) is None


def test_damage_met_while_reading_is_named(path, key):
    path.write_bytes(flipped(path.read_bytes(), path.stat().st_size // 2))
    database = c.DeskDatabase(path, key)
    with pytest.raises(StoreTrouble) as caught, c.store_troubles():
        database.execute_sql("SELECT sum(length(text)) FROM note").fetchone()
    assert caught.value.code == "store.damaged"
    database.close()


def test_a_log_left_by_a_power_cut_is_read(path, key):
    opened = c.open_file(path, key)
    opened.execute("INSERT INTO note(id, text) VALUES (5000, 'saved last')")
    copies = {
        file.name: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith("-shm")
    }
    opened.close()
    assert set(copies) == {"desk.db", "desk.db-wal"}
    for name, content in copies.items():
        (path.parent / name).write_bytes(content)
    assert verdict(path, key, thorough=True) is None
    opened = c.open_file(path, key)
    assert opened.execute("SELECT text FROM note WHERE id=5000").fetchone() == ("saved last",)
    opened.close()


def test_a_read_only_medium_is_named_and_can_still_be_read(path, key):
    with read_only(path.parent):
        assert verdict(path, key) == "store.readonly"
        with pytest.raises(StoreTrouble) as caught:
            c.DeskDatabase(path, key).connect()
        assert caught.value.code == "store.readonly"
        database = c.DeskDatabase(path, key, read_only=True)
        assert database.execute_sql("SELECT count(*) FROM note").fetchone() == (800,)
        with pytest.raises(StoreTrouble) as caught, c.store_troubles():
            database.execute_sql("DELETE FROM note")
        assert caught.value.code == "store.readonly"
        database.close()


def test_a_file_held_by_another_program_is_named(path, key):
    holder = c.open_file(path, key)
    holder.execute("BEGIN IMMEDIATE")
    assert verdict(path, key, wait=0.01) == "store.locked"
    holder.execute("ROLLBACK")
    holder.execute("BEGIN")
    holder.execute("SELECT count(*) FROM note").fetchone()
    other = c.open_file(path, key)
    other.execute("DELETE FROM note WHERE id=1")
    assert verdict(path, key, thorough=True, wait=0.01) == "store.locked"
    holder.close()
    other.close()
    assert verdict(path, key, thorough=True, wait=0.01) is None


def test_a_full_disk_refuses_the_write_loses_nothing_and_goes_on_when_there_is_room(tmp_path, key):
    folder = tmp_path / "disk"
    with small_disk(folder) as make_room:
        path = folder / "desk.db"
        c.create_database(path, key)
        database = c.DeskDatabase(path, key)
        database.execute_sql("CREATE TABLE note(id INTEGER PRIMARY KEY, text BLOB)")
        saved = 0

        def save():
            with c.store_troubles(), database.atomic("immediate"):
                database.execute_sql("INSERT INTO note(text) VALUES (?)", (os.urandom(20_000),))

        def save_until_it_fails():
            nonlocal saved
            while True:
                save()
                saved += 1

        with pytest.raises(StoreTrouble) as caught:
            save_until_it_fails()
        assert caught.value.code in ("store.full", "store.io")
        assert saved > 10
        assert database.execute_sql("SELECT count(*) FROM note").fetchone() == (saved,)
        make_room()
        save()
        database.close()
        assert c.classify(path, key, 0, thorough=True) is None


def test_no_file_is_left_when_it_cannot_be_made(tmp_path, key):
    folder = tmp_path / "disk"
    folder.mkdir()
    with read_only(folder), pytest.raises(StoreTrouble) as caught:
        c.create_database(folder / "desk.db", key)
    assert caught.value.code == "store.readonly"
    assert list(folder.iterdir()) == []


def test_a_mistake_of_the_program_is_no_trouble_of_the_disk(path, key):
    database = c.DeskDatabase(path, key)
    with pytest.raises(peewee.IntegrityError), c.store_troubles():
        database.execute_sql("INSERT INTO note(id) VALUES (1)")
    with pytest.raises(peewee.OperationalError), c.store_troubles():
        database.execute_sql("SELECT nothing FROM nowhere")
    database.close()


def test_only_a_half_made_file_can_be_removed(path):
    with pytest.raises(ValueError, match="never counted"):
        c.remove_database(path)
    assert path.exists()


def test_the_wrong_key_never_opens(path, key):
    with pytest.raises(StoreTrouble) as caught:
        c.DeskDatabase(path, DataKey(bytes(32), key.salt)).connect()
    assert caught.value.code == "store.damaged"  # the slots have proved the key, so the file must be at fault
