"""Two threads that read a kind of message for the first time at once."""

import os
import subprocess
import sys
from pathlib import Path

SLOW = """
import threading
from msgspec import Struct

making, over = threading.Event(), threading.Event()

def slowly():
    making.set()
    over.wait(0.3)
    return int

class Outer(Struct):
    inner: "Inner"
    after: int

class Inner(Struct):
    number: "slowly()"
"""
CHILD = """
import sys, threading, types
from sync import packing

there = sys.modules["sync.slow"] = types.ModuleType("sync.slow")
exec(sys.argv[1], vars(there))

def read():
    packing.make_readers()
    packing.unpack(packing.pack(there.Outer(there.Inner(1), 2)), there.Outer)
    there.over.set()

first, second = threading.Thread(target=read), threading.Thread(target=read)
first.start()
there.making.wait()
second.start()
first.join()
second.join()
"""
"""Reads a type in a second thread while the first is still making its reader."""


def test_a_message_is_read_while_its_reader_is_being_made():
    done = subprocess.run(
        [sys.executable, "-c", CHILD, SLOW],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
