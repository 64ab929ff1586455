"""The commands without a window, each a process of its own: status 0, 1 or 2, one sentence, no traceback."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.village_desk.disks import small_disk
from village_desk import ids
from village_desk.commands import records, setup
from village_desk.keys import Owner
from village_desk.keys.passwords import Cost
from village_desk.profile import load
from village_desk.session import Session
from village_desk.store import connection

ROOT = Path(__file__).parents[2]
PASSWORD = "four words no thief tries"
READING = ("check", "verify")
WRITING = (("backup", "{out}"), ("export", "{out}/all.jsonl"))


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A desk with two consultations, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("template") / "desk"
    who = Owner(ids.new_id(), "[练习]王桂兰", "village_clerk")
    made = setup.create_desk(folder, "620702101201", who, PASSWORD, Cost(memory=8, passes=1, lanes=1))
    session = Session(made.store, setup.actor_of(made.store, who.user), load())
    for name in ("[练习]甲", "[练习]陈𬭎"):
        records.save(session, "consultation", ids.new_id(), {"name": name})
    made.store.query("PRAGMA wal_checkpoint(TRUNCATE)")
    made.store.close_connection()
    return folder, made.key, made.recovery


@pytest.fixture
def home(template, tmp_path):
    (tmp_path / "out").mkdir()
    return Path(shutil.copytree(template[0], tmp_path / "desk"))


def run(home, *arguments, typed=PASSWORD, **environment):
    """Run a command; its answer never holds a traceback, and its status is 0, 1 or 2."""
    out = str(home.parent / "out")
    done = subprocess.run(
        [sys.executable, "-m", "village_desk", *(one.replace("{out}", out) for one in arguments),
         "--home", str(home)],
        input=typed if isinstance(typed, bytes) else typed.encode(),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "LANGUAGE": "en", **environment},
        timeout=60,
        check=False,
    )  # fmt: skip
    said = done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace")
    assert "Traceback" not in said, said
    assert done.returncode in (0, 1, 2), said
    return (
        done.returncode,
        done.stdout.decode(errors="replace").strip(),
        done.stderr.decode(errors="replace").strip(),
    )


def code(home, *arguments, **more):
    status, out, _err = run(home, *arguments, "--json", **more)
    answer = json.loads(out or _err)
    assert status == 1, answer
    assert answer["sentence"]
    return answer["error"]


def test_a_sound_desk_is_checked_verified_backed_up_exported_and_restored(home):
    for name in READING:
        status, out, err = run(home, name)
        assert (status, len(out.splitlines()), err) == (0, 1, "")
    status, out, _err = run(home, "backup", "{out}", "--json")
    copy = json.loads(out)["backup"]
    assert (status, Path(copy).is_dir()) == (0, True)
    status, out, _err = run(home, "export", "{out}/all.jsonl", "--json")
    lines = (home.parent / "out" / "all.jsonl").read_text("utf-8").splitlines()
    assert (status, json.loads(out)["records"], len(lines)) == (0, 2, 2)
    assert {json.loads(line)["values"]["name"] for line in lines} == {"[练习]甲", "[练习]陈𬭎"}
    assert run(home, "restore", copy)[0] == 0
    assert run(home, "check")[0] == 0


def test_the_recovery_key_opens_in_place_of_a_password(home, template):
    assert run(home, "verify", "--recovery", typed=template[2])[0] == 0
    assert code(home, "verify", "--recovery", typed="AAAA") == "keys.recovery_typo"


@pytest.mark.parametrize("arguments", [("check",), WRITING[1]])
def test_a_missing_desk_a_wrong_password_and_no_terminal_are_told_apart(home, arguments):
    assert code(home.with_name("nowhere"), *arguments) == "store.keys_missing"
    assert code(home, *arguments, typed="") in ("keys.wrong", "keys.wrong_password", "keys.password_wrong")
    assert code(home, *arguments, typed=b"\xff\xfe\n") != "store.keys_missing"
    assert not list((home.parent / "out").iterdir())


@pytest.mark.parametrize("arguments", [("verify",), WRITING[0]])
def test_an_empty_a_damaged_and_a_newer_file_are_told_apart_and_not_touched(home, template, arguments):
    file = home / "desk.db"
    whole = file.read_bytes()
    raw = connection.open_file(file, template[1])
    raw.execute(f"PRAGMA user_version = {connection.FILE_VERSION + 1}")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    newer = file.read_bytes()
    torn = whole[:100] + bytes(3000) + whole[3100:]
    for content, expected in ((b"", "store.empty"), (newer, "store.newer"), (torn, "store.damaged")):
        for left in home.glob("desk.db-*"):
            left.unlink()
        file.write_bytes(content)
        assert code(home, *arguments) == expected
        assert file.read_bytes() == content


def test_a_page_damaged_in_the_middle_is_found_by_check(home):
    file = home / "desk.db"
    whole = bytearray(file.read_bytes())
    whole[-2000] ^= 1
    file.write_bytes(bytes(whole))
    status, out, err = run(home, "check")
    assert (status, out, bool(err)) == (1, "", True)


def test_a_full_disk_leaves_nothing_half_written(home):
    with small_disk(home.parent / "full", 1):
        with contextlib.suppress(OSError), (home.parent / "full" / "filler").open("wb", 0) as filler:
            while filler.write(bytes(4096)):
                pass
        assert code(home, "export", f"{home.parent}/full/all.jsonl") == "store.full"
        assert code(home, "backup", f"{home.parent}/full") == "store.full"
        assert [path.name for path in (home.parent / "full").iterdir()] == ["filler"]
    assert code(home, "export", "{out}/no/such/all.jsonl").startswith("store.")
    assert code(home, "export", "{out}").startswith("store.")
    assert code(home, "restore", "{out}/nothing").startswith("store.")


def test_wrong_usage_is_status_two_with_usage(home):
    assert run(home, "check", "--no-such")[0] == 2
    assert run(home, "no-such")[0] == 2
    assert run(home, "backup")[0] == 2
    for name in ("check", "restore"):
        assert run(home, name, "--help")[0] == 0


def test_doctor_needs_no_password_and_tells_nothing_of_people(home):
    status, out, _err = run(home, "doctor", "--json", typed="")
    assert (status, json.loads(out)["desk"]) == (0, True)
    assert "王桂兰" not in out
    assert json.loads(run(home.with_name("nowhere"), "doctor", "--json")[1])["desk"] is False
    for copy in home.glob("desk.keys*"):
        copy.write_bytes(b"{")
    assert code(home, "doctor") == "store.keys_damaged"


def test_a_terminal_of_another_encoding_and_a_closed_input_stop_nothing(home):
    assert run(home, "verify", PYTHONIOENCODING="ascii", LANGUAGE="zh_CN")[0] == 0
    assert run(home, "verify", typed="wrong", PYTHONIOENCODING="gbk")[0] == 1
    done = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m village_desk verify --home "{home}" <&-'],
        capture_output=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
