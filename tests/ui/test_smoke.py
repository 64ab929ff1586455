"""The run that proves a frozen program."""

import os
import subprocess
import sys
from pathlib import Path

STEPS = ("encrypted file", "window", "paper", "archive file", "code on paper", "spreadsheet")


def test_file_window_and_every_paper_work_and_nothing_is_left_behind(tmp_path):
    """It runs on desks too, when somebody helps by telephone: the user's folder stays as it was."""
    home = {"HOME": str(tmp_path), "VILLAGE_DESK_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-m", "village_desk", "doctor", "--smoke"],
        cwd=Path(__file__).parents[2],
        env=os.environ | home,
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout.splitlines() == [f"{step}: works" for step in STEPS]
    assert [path for path in tmp_path.rglob("*") if path.is_file() and "cache" not in str(path)] == []
