"""Backups that count only when they have been read back, and restoring them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.village_desk.disks import read_only, small_disk
from village_desk import crypto, keys
from village_desk.errors import StoreTrouble
from village_desk.ids import new_id
from village_desk.keys.passwords import Cost
from village_desk.store import backup as b
from village_desk.store import connection as c
from village_desk.store import create_store, open_store
from village_desk.store.chain import chain_state

CHEAP = Cost(memory=8 * 1024, passes=1, lanes=1)
PASSWORD = "青山 黄牛 水井 石桥"
LI = keys.Owner(new_id(), "李示例[练习]", "village_cadre")
NOON = 1_795_233_600_000


def log(connection, *texts):
    """Append changes to the log of a desk."""
    state = chain_state(connection)
    n, head = state.n, state.head
    for text in texts:
        salt, body = crypto.new_salt(), crypto.canonical({"f": text})
        n, head = n + 1, crypto.chain_step(head, salt, body)
        connection.execute(
            'INSERT INTO "change"(n, g, record_id, kind, body, salt, hash, at)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (n, n, new_id(), "consultation", body, salt, head, NOON),
        )


@pytest.fixture
def key():
    return keys.new_data_key()


@pytest.fixture
def folder(tmp_path, key):
    """A desk with a history of 40 changes, one user and three attachments."""
    folder = tmp_path / "desk"
    folder.mkdir()
    store = create_store(folder, key)
    with store.database.atomic("immediate"):
        log(store.database.connection(), *(f"示例事项{number}" for number in range(40)))
    for number in range(3):
        store.attachments.put(f"photo {number}".encode() * 30_000)
    store.close_connection()
    keys.create(folder / keys.KEYS_FILE, new_id(), key, LI, PASSWORD, CHEAP)
    return folder


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def history(folder, key):
    opened = c.open_file(folder / b.DESK_FILE, key)
    state = chain_state(opened)
    opened.close()
    return (state.n, state.broken_at)


def code_of(call, *args):
    with pytest.raises(StoreTrouble) as caught:
        call(*args)
    return caught.value.code


def test_a_backup_holds_everything_and_is_named_by_date_alone(folder, key, stick):
    made = b.back_up(folder, key, stick, NOON)
    assert made.name == "village-desk-20261121-120000"
    assert b.backups(stick) == [made]
    manifest = b.check_backup(made, key)
    assert (manifest.n, manifest.broken_at, manifest.counts["change"]) == (40, None, 40)
    assert len(manifest.files) == 1 + 2 + 3
    content = b"".join(path.read_bytes() for path in made.rglob("*") if path.is_file())
    assert "示例事项".encode() not in content
    assert keys.unlock(made / keys.KEYS_FILE, LI.user, PASSWORD).pragma == key.pragma


def test_a_desk_in_use_is_backed_up_as_of_one_moment(folder, key, stick):
    store = open_store(folder, key)
    with store.database.atomic("immediate"):
        log(store.database.connection(), "in use")
        # Open and not committed: not in the backup.
        made = b.back_up(folder, key, stick, NOON)
    assert b.check_backup(made, key).n == 40
    again = b.back_up(folder, key, stick, NOON)
    assert b.check_backup(again, key).n == 41
    assert again.name == made.name + "-2"
    store.close_connection()


def test_a_backup_is_checked_on_a_medium_that_cannot_be_written(folder, key, stick):
    made = b.back_up(folder, key, stick, NOON)
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    with read_only(stick):
        assert b.check_backup(made, key).n == 40
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before


def flip(path):
    raw = path.read_bytes()
    path.write_bytes(raw[:-50] + bytes([raw[-50] ^ 1]) + raw[-49:])


def first_attachment(made):
    return min((made / b.BLOB_FOLDER).iterdir())


@pytest.mark.parametrize(
    "damage",
    [
        lambda made: flip(made / b.DESK_FILE),
        lambda made: flip(made / keys.KEYS_FILE),
        lambda made: flip(first_attachment(made)),
        lambda made: first_attachment(made).unlink(),
        lambda made: (made / b.DESK_FILE).write_bytes(b""),
        lambda made: flip(made / "manifest.json"),
        lambda made: (made / "manifest.json").write_text("{}"),
        lambda made: (made / "manifest.json").write_text(
            (made / "manifest.json").read_text().replace('"n": 40', '"n": 41')
        ),
    ],
    ids=[
        "desk",
        "keys",
        "attachment",
        "attachment gone",
        "emptied",
        "manifest",
        "no manifest",
        "another number",
    ],
)
def test_a_damaged_backup_is_seen_and_never_restored(folder, key, stick, damage):
    made = b.back_up(folder, key, stick, NOON)
    damage(made)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert code_of(b.check_backup, made, key) == "store.backup_damaged"
    assert code_of(b.restore, made, folder, key) == "store.backup_damaged"
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_backup_of_another_desk_does_not_open(folder, key, stick):
    made = b.back_up(folder, key, stick, NOON)
    assert code_of(b.check_backup, made, keys.new_data_key()) == "store.backup_damaged"
    assert code_of(b.check_backup, stick, key) == "store.backup_incomplete"


def test_a_full_stick_leaves_no_half_backup(folder, key, tmp_path):
    open_store(folder, key).attachments.put(os.urandom(4_000_000))
    stick = tmp_path / "small"
    with small_disk(stick) as make_room:
        assert code_of(b.back_up, folder, key, stick, NOON) == "store.full"
        assert list(stick.iterdir()) == []
        make_room()
        assert b.check_backup(b.back_up(folder, key, stick, NOON), key).n == 40


def test_a_stick_pulled_out_leaves_nothing_that_counts(folder, key, stick, tmp_path):
    pulled = tmp_path / "in the pocket"

    def pull_out(done, _all):
        if done == 2:
            stick.rename(pulled)

    assert code_of(b.back_up, folder, key, stick, NOON, pull_out) == "store.missing"
    assert b.backups(pulled) == []
    assert code_of(b.back_up, folder, key, stick, NOON) == "store.missing"
    pulled.rename(stick)
    made = b.back_up(folder, key, stick, NOON)
    assert list(stick.iterdir()) == [made]  # what was left half is gone


def test_a_damaged_desk_is_not_called_backed_up(folder, key, stick):
    desk = folder / b.DESK_FILE
    raw = desk.read_bytes()
    desk.write_bytes(raw[: len(raw) // 2] + bytes(4096) + raw[len(raw) // 2 + 4096 :])
    assert code_of(b.back_up, folder, key, stick, NOON) == "store.damaged"
    assert list(stick.iterdir()) == []


def test_a_history_altered_by_hand_is_kept_and_told(folder, key, stick):
    opened = c.open_file(folder / b.DESK_FILE, key)
    opened.execute("UPDATE \"change\" SET body = replace(body, '示例', '别的') WHERE n = 17")
    opened.close()
    made = b.back_up(folder, key, stick, NOON)
    assert b.check_backup(made, key).broken_at == 17


def run(point, *arguments):
    code = (
        "import sys; from pathlib import Path\n"
        "from village_desk.store import backup as b; from village_desk.keys import DataKey\n"
        "what, one, other, cipher, salt = sys.argv[1:]\n"
        "key = DataKey(bytes.fromhex(cipher), bytes.fromhex(salt))\n"
        "if what == 'back_up': b.back_up(Path(one), key, Path(other), 1_795_233_600_000)\n"
        "else: b.restore(Path(one), Path(other), key, 1_795_233_600_000)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "VD_CRASHPOINT": point, "PYTHONPATH": str(Path.cwd())},
        check=False,
    ).returncode


@pytest.mark.parametrize(
    ("point", "counts"), [("backup.before_copy", 0), ("backup.before_rename", 0), ("backup.after_rename", 1)]
)
def test_a_crash_while_backing_up_leaves_a_whole_backup_or_none(folder, key, stick, point, counts):
    assert run(point, "back_up", folder, stick, key.cipher.hex(), key.salt.hex()) == -9
    assert len(b.backups(stick)) == counts
    assert all(b.check_backup(made, key) for made in b.backups(stick))
    assert c.classify(folder / b.DESK_FILE, key, 99, thorough=True) is None
    b.back_up(folder, key, stick, NOON + 60_000)
    assert len(list(stick.iterdir())) == counts + 1


def grown(folder, key):
    """Work on after the backup, and leave a log beside the file as a crash does."""
    opened = c.open_file(folder / b.DESK_FILE, key)
    log(opened, "after the backup")
    kept = {path.name: path.read_bytes() for path in folder.glob("desk.db*")}
    opened.close()
    for name, raw in kept.items():
        (folder / name).write_bytes(raw)


def test_restoring_sets_the_old_desk_aside_and_opens_with_the_backups_slots(folder, key, stick):
    made = b.back_up(folder, key, stick, NOON)
    grown(folder, key)
    keys.set_password(folder / keys.KEYS_FILE, key, LI.user, "something else entirely", CHEAP)
    aside = b.restore(made, folder, key, NOON)
    assert aside == folder / "set-aside-20261121-120000"
    assert history(folder, key) == (40, None)
    assert history(aside, key) == (41, None)
    assert keys.unlock(folder / keys.KEYS_FILE, LI.user, PASSWORD).pragma == key.pragma
    assert keys.unlock(aside / keys.KEYS_FILE, LI.user, "something else entirely").pragma == key.pragma
    assert len(list((folder / b.BLOB_FOLDER).iterdir())) == 3
    assert (folder / b.RESTORED_FILE).exists()
    again = b.restore(made, folder, key, NOON)
    assert again.name == aside.name + "-2"
    assert history(aside, key) == (41, None)


def test_restoring_works_on_a_new_pc(folder, key, stick, tmp_path):
    made = b.back_up(folder, key, stick, NOON)
    shutil.rmtree(folder)
    elsewhere = tmp_path / "new pc" / "desk"
    b.restore(made, elsewhere, keys.unlock(made / keys.KEYS_FILE, LI.user, PASSWORD), NOON)
    store = open_store(elsewhere, key)
    assert store.head().n == 40
    assert store.attachments.read(crypto.digest(b"photo 1" * 30_000))
    store.close_connection()


@pytest.mark.parametrize(
    "point",
    [
        "restore.before_swap",
        *(f"restore.between_renames:{hit}" for hit in range(1, 12)),
        "restore.after_swap",
    ],
)
def test_a_crash_while_restoring_leaves_the_old_desk_or_the_restored_one(folder, key, stick, point):
    made = b.back_up(folder, key, stick, NOON)
    grown(folder, key)
    ended = run(point, "restore", made, folder, key.cipher.hex(), key.salt.hex())
    assert ended in (-9, 0)
    assert ended == -9 or point.endswith((":10", ":11"))  # there are that many files at most
    restored = b.finish_restore(folder) or point == "restore.after_swap" or ended == 0
    assert history(folder, key) == ((40 if restored else 41), None)
    assert restored or point == "restore.before_swap"
    assert keys.unlock(folder / keys.KEYS_FILE, LI.user, PASSWORD).pragma == key.pragma
    assert not b.finish_restore(folder)
    if restored:
        assert history(folder / "set-aside-20261121-120000", key) == (41, None)
    assert [path.name for path in folder.glob("*ing-*")] == []


def test_a_disk_too_full_to_restore_leaves_the_desk_as_it_was(folder, key, stick, tmp_path):
    smaller = shutil.copytree(folder, tmp_path / "smaller")
    open_store(folder, key).attachments.put(os.urandom(4_000_000))
    made = b.back_up(folder, key, stick, NOON)
    with small_disk(tmp_path / "disk"):
        desk = shutil.copytree(smaller, tmp_path / "disk" / "desk")
        before = {path: path.is_file() and path.read_bytes() for path in desk.rglob("*")}
        assert code_of(b.restore, made, desk, key, NOON) == "store.full"
        assert {path: path.is_file() and path.read_bytes() for path in desk.rglob("*")} == before
