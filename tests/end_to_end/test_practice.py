"""The practice county: invented people only, marked as such, and gone when it is reset."""

import subprocess
import sys
from pathlib import Path

import pytest

from village_desk import keys, profile
from village_desk.commands import setup
from village_desk.queries import today
from village_desk.session import Session
from village_desk.store import open_store

PRACTICE = Path(__file__).parents[2] / "tools" / "practice.py"
PASSWORD = "lian xi mi ma 2026"
pytestmark = [pytest.mark.end_to_end, pytest.mark.slow]


def practice(verb, folder):
    return subprocess.run(
        [sys.executable, str(PRACTICE), verb, "--folder", str(folder)],
        capture_output=True, text=True, check=True, timeout=120,
    ).stdout  # fmt: skip


def test_a_practice_county_is_made_once_marked_everywhere_and_reset(tmp_path):
    folder = tmp_path / "practice"
    assert PASSWORD not in practice("make", folder)
    assert practice("make", folder) == ""
    desk = folder / "village"
    user = keys.users(desk / keys.KEYS_FILE)[0].user
    store = open_store(desk, keys.unlock(desk / keys.KEYS_FILE, user, PASSWORD))
    session = Session(store, setup.actor_of(store, user), profile.load())
    assert store.text_state("practice") == "1"
    for kind in ("person", "consultation", "case_party", "legal_aid"):
        names = [row["name"] for row in store.rows(kind)]
        assert names
        assert all(name.endswith("[练习]") for name in names)
    assert "returned" in [task.urgency for task in today.tasks(session)]
    store.close_connection()
    practice("reset", folder)
    assert not folder.exists()
