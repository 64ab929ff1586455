"""The whole way once, short: desk, county and township as real programs over real HTTP."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import forms

TOUR = Path(__file__).parents[2] / "tools" / "tour.py"


@pytest.mark.requirement("R076")
@pytest.mark.end_to_end
@pytest.mark.slow
@pytest.mark.gui
def test_a_village_sends_its_work_and_the_township_sends_one_back(tmp_path):
    done = subprocess.run(
        [sys.executable, str(TOUR), "--short", "--folder", str(tmp_path / "tour")],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    report = json.loads((tmp_path / "tour" / "report.json").read_text("utf-8"))
    assert report["ok"]
    assert len(list((tmp_path / "tour" / "forms").glob("*.pdf"))) == 2 * len(forms.catalogue())
    assert (
        report["counts"]["sent"]["case_party"] == 2 + 14
    )  # those of the ledger that was taken in and undone are there, out of sight
