"""Every mistake planted into the real code is noticed by what the table names (tools/mutants.py)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sync.laws.histories import HISTORIES

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
from mutant_table import MUTANTS  # noqa: E402 - tools are scripts, not a package

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tried():
    done = subprocess.run(
        [sys.executable, "tools/mutants.py", "--json"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", [mutant.name for mutant in MUTANTS])
def test_a_planted_mistake_is_noticed(tried, name):
    (found,) = [one for one in tried["tried"] if one["name"] == name]
    assert found["noticed"], found["said"]


def test_what_notices_them_is_content_when_nothing_is_planted(tried):
    assert tried["alarms"] == []


def test_there_are_enough_and_each_is_planted_once():
    assert len(MUTANTS) >= 30
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)
    assert all(mutant.killer in HISTORIES or mutant.killer.startswith("tests/") for mutant in MUTANTS)
