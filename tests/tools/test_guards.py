"""The guards of tests/conftest.py catch what they are there to catch."""

import logging
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def test_a_stranger_on_the_network_is_refused():
    with pytest.raises(AssertionError, match="192.0.2.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(AssertionError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 443)


def test_loopback_is_let_through():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_a_warning_that_was_announced_is_fine(expected_logs):
    expected_logs.append("disk nearly full")
    logging.getLogger("store").warning("disk nearly full")


def test_a_warning_nobody_announced_fails_the_test(tmp_path):
    shutil.copy(Path(__file__).parents[1] / "conftest.py", tmp_path)
    (tmp_path / "test_noisy.py").write_text(
        "import logging\ndef test_noisy():\n    logging.getLogger('store').warning('disk nearly full')\n"
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "unexpected log lines in test_noisy: ['store: disk nearly full']" in run.stdout


def test_qt_draws_offscreen():
    assert os.environ["QT_QPA_PLATFORM"]


def test_the_qt_binding_keeps_none_alive(qapp):
    """PySide6 6.12 dropped a reference to None with every event and killed Python 3.11 after thousands."""
    before = sys.getrefcount(None)
    for _ in range(200):
        qapp.processEvents()
    assert sys.getrefcount(None) - before > -100
