"""The program as people start it: its window stays until it is closed."""

import os
import signal
import subprocess
import sys

import pytest

from village_desk.paths import ROOT

LONG_ENOUGH = 5
"""Seconds after which a window that closes by itself would be gone."""


def test_the_window_stays_open_until_the_session_ends_and_then_closes_properly(tmp_path):
    environment = os.environ | {"VILLAGE_DESK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        [sys.executable, "-m", "village_desk"], cwd=ROOT, env=environment, stderr=subprocess.PIPE
    )
    with pytest.raises(subprocess.TimeoutExpired):
        program.wait(LONG_ENOUGH)
    program.send_signal(signal.SIGTERM)
    _out, told = program.communicate(timeout=30)
    assert program.returncode == 0
    assert b"Traceback" not in told
