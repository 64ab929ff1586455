"""What lies on the disk, who can open it, and what the commands without a window say of it."""

import contextlib
import json
import subprocess
import sys
from datetime import date

import pytest

from tests.end_to_end.driver import CHEAP
from tools.practice_county import VILLAGE, new_desk
from village_desk import ids, keys
from village_desk.commands import attachments, drafts, records
from village_desk.errors import UserError
from village_desk.keys.passwords import PinLock
from village_desk.queries import lists
from village_desk.store import backup, connection, open_store

NAME, NUMBER = "欧阳𬭎[练习]", "11010519491231002X"
PHRASE = "与邻居因宅基地边界发生纠纷"
PASSWORD = "correct horse battery"
pytestmark = pytest.mark.end_to_end


@pytest.fixture
def desk(tmp_path):
    made = new_desk(tmp_path / "desk", VILLAGE, ("王桂兰[练习]", "village_clerk"), PASSWORD, CHEAP)
    record_id = ids.new_id()
    values = {
        "name": NAME,
        "id_number": NUMBER,
        "met_on": date(2026, 11, 22),
        "content": PHRASE,
        "channel": "1",
    }
    records.save(made.session, "consultation", record_id, values)
    records.save(made.session, "consultation", record_id, {"answer": PHRASE * 200})
    drafts.keep(made.session, "form", "consultation", record_id, {"content": PHRASE})
    about = {"title": PHRASE, "media_type": "text/plain"}
    attachments.attach(
        made.session, ("consultation", record_id), ids.new_id(), f"{NAME} {PHRASE}".encode(), about
    )
    yield made
    made.session.store.close_connection()


def run(*arguments, typed=PASSWORD):
    """Run `village-desk` as a person at a terminal would; `typed` goes to standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "village_desk", *map(str, arguments)],
        check=False, input=typed + "\n", capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


# ------------------------------------------------------------------ on the disk


def test_no_file_of_a_desk_holds_plain_text(desk, tmp_path):
    (tmp_path / "stick").mkdir()
    backup.back_up(desk.folder, desk.key, tmp_path / "stick")
    known = [
        word.encode(code)
        for word in (NAME[:3], NUMBER, PHRASE)
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 8
    for path in files:
        content = path.read_bytes()
        assert not any(word in content for word in known), path.name
        assert not content.startswith(b"SQLite format 3")
        assert path.stat().st_mode & 0o077 == 0, path.name


# ------------------------------------------------------------------ who can open it


def test_a_wrong_password_is_refused_in_a_sentence_and_waits_longer_each_time(desk):
    slots, waits, moment = desk.folder / keys.KEYS_FILE, [], 10**13
    for _ in range(6):
        with pytest.raises(UserError) as refused:
            keys.unlock(slots, desk.user, "a wrong one", moment)
        assert refused.value.code == "keys.password_wrong"
        waits.append(refused.value.details["wait"])
        with pytest.raises(UserError) as early:
            keys.unlock(slots, desk.user, PASSWORD, moment + 999 * waits[-1])
        assert early.value.code == "keys.wait"
        moment += waits[-1] * 1000
    assert waits == [1, 2, 4, 8, 16, 32]
    assert keys.unlock(slots, desk.user, PASSWORD, moment) == desk.key
    said = run("check", "--home", desk.folder, typed="a wrong one")
    assert said.returncode == 1
    assert "密码" in said.stderr
    assert said.stderr.count("\n") <= 2


def test_a_forgotten_password_is_replaced_with_the_recovery_key(desk):
    slots = desk.folder / keys.KEYS_FILE
    with pytest.raises(UserError, match="keys.recovery"):
        keys.recover(slots, desk.recovery[:-1] + ("2" if desk.recovery[-1] != "2" else "3"))
    key = keys.recover(slots, desk.recovery.lower().replace("-", " "))
    keys.set_password(slots, key, desk.user, "another long password", CHEAP)
    assert keys.unlock(slots, desk.user, "another long password", 10**13) == desk.key
    assert run("check", "--home", desk.folder, typed="another long password").returncode == 0


def test_a_locked_screen_gives_five_tries():
    lock = PinLock("2580")
    assert [lock.opens("0000") for _ in range(4)] == [False] * 4
    assert lock.opens("2580")
    assert [lock.opens("0000") for _ in range(5)] == [False] * 5
    assert lock.spent
    assert not lock.opens("2580")


# ------------------------------------------------------------------ the history


def altered(desk, sql, *parameters):
    """Do by hand what somebody with the password could do."""
    desk.session.store.close_connection()
    with contextlib.closing(connection.open_file(desk.folder / "desk.db", desk.key)) as by_hand:
        by_hand.execute(sql, parameters)


def test_verify_proves_the_history_and_names_the_first_change_altered_by_hand(desk):
    before = run("verify", "--home", desk.folder, "--json")
    assert before.returncode == 0
    assert json.loads(before.stdout)["changes"] == 3
    altered(desk, 'UPDATE "change" SET "body" = replace("body", ?, ?) WHERE "n" = 2', PHRASE, "没有纠纷")
    after = run("verify", "--home", desk.folder)
    assert after.returncode == 1
    assert "2" in after.stderr
    assert PHRASE not in after.stdout + after.stderr
    found = json.loads(run("verify", "--home", desk.folder, "--json").stderr)
    assert (found["broken_at"], found["broken_record"].split()[0]) == (2, "consultation")


@pytest.mark.parametrize(
    "sql", ['DELETE FROM "change" WHERE "n" = 1', 'UPDATE "change" SET "salt" = zeroblob(16) WHERE "n" = 1']
)
def test_a_change_taken_away_or_salted_anew_is_found(desk, sql):
    altered(desk, sql)
    found = run("verify", "--home", desk.folder, "--json")
    assert found.returncode == 1
    assert json.loads(found.stderr)["broken_at"] == 1


# ------------------------------------------------------------------ the commands


def test_check_backup_restore_export_and_doctor_go_round_without_a_window(desk, tmp_path):
    (tmp_path / "stick").mkdir()
    assert run("check", "--home", desk.folder).returncode == 0
    made = json.loads(run("backup", "--home", desk.folder, tmp_path / "stick", "--json").stdout)["backup"]
    records.save(desk.session, "consultation", ids.new_id(), {"name": "后来的[练习]"})
    desk.session.store.close_connection()
    put_back = run("restore", "--home", desk.folder, made)
    assert put_back.returncode == 0
    assert list(desk.folder.glob("set-aside-*"))
    store = open_store(desk.folder, desk.key)
    assert [row["name"] for row in store.rows("consultation")] == [NAME]
    store.close_connection()
    assert lists.count(desk.session, "consultation") == 1
    assert run("export", "--home", desk.folder, tmp_path / "all.jsonl").returncode == 0
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    assert {line["kind"] for line in lines} == {"consultation", "attachment"}
    assert [line["values"]["name"] for line in lines if line["kind"] == "consultation"] == [NAME]
    doctor = run("doctor", "--home", desk.folder)
    assert doctor.returncode == 0
    assert NAME not in doctor.stdout


def test_a_damaged_page_is_found_by_check_and_an_empty_file_is_not_taken_for_a_new_desk(desk):
    desk.session.store.close_connection()
    path = desk.folder / "desk.db"
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)
    assert run("check", "--home", desk.folder).returncode == 1
    path.write_bytes(b"")
    said = run("check", "--home", desk.folder)
    assert said.returncode == 1
    assert path.stat().st_size == 0


def test_wrong_usage_ends_with_status_two_and_help_with_none():
    assert run("backup").returncode == 2
    assert run("no-such-command").returncode == 2
    for command in ("check", "backup", "restore", "export", "verify", "doctor"):
        assert run(command, "--help").returncode == 0
