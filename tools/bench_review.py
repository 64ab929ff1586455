"""The township's review: from the key that approves a record to the next one painted, three hundred in a row.

A page of the program is driven by real key presses in a process of its own; the desk file is encrypted, and
each answer is a durable commit. The reviewer reads for a moment between two records, and what the page does
meanwhile is not waited for, as at work.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from typing import TYPE_CHECKING

from bench_figures import Figure, at_most
from project import ROOT

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.pages.review import ReviewPage

RECORDS = 300
READING_SECONDS = 0.3
"""A reviewer takes longer; the page has as much time to prepare the next record."""
NEXT_MS = 100
VILLAGE = "620702101201"
_WAIT_SECONDS = 20


def reviewing() -> list[Figure]:
    """Measure in another process."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, __file__], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    median, late, cpu = map(float, done.stdout.split())
    return [
        at_most("review: next record on the screen, median of 300", median, "ms", NEXT_MS, cpu=cpu),
        at_most("review: next record on the screen, 95 of 100", late, "ms", NEXT_MS),
    ]


def measured(folder: Path) -> None:
    """Approve one record after the other; print median and 95th percentile in ms, and CPU in ms."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from ui.app import prepared
    from ui.pages.review import ReviewPage

    application = prepared(folder / "look")
    desk, ends = _desk(folder)
    page = ReviewPage(desk)
    page.resize(1366, 700)
    page.show()
    _until(lambda: page.shown is not None)
    page.activateWindow()
    page.copy.begin()
    taken, spent = [], []
    for _one in range(RECORDS - 1):
        QTest.qWait(round(READING_SECONDS * 1000))
        before = page.shown.submission.id if page.shown else b""
        started, cpu = time.perf_counter(), time.process_time()
        QTest.keyClick(
            application.focusWidget() or page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        _until(partial(_another, page, before))
        application.processEvents()
        taken.append((time.perf_counter() - started) * 1000)
        spent.append((time.process_time() - cpu) * 1000)
    print(statistics.median(taken), statistics.quantiles(taken, n=20)[-1], statistics.median(spent))
    sys.stdout.flush()
    for end in ends:
        end()


def _desk(folder: Path) -> tuple[Desk, list[Callable[[], None]]]:
    """Return the desk of a township with the records its villages sent, and what closes it."""
    from ui.account import Account
    from ui.desk import Desk
    from ui.runner import Runner
    from village_desk import ids, profile
    from village_desk.commands import records, reviews
    from village_desk.keys import new_data_key
    from village_desk.session import Actor, Session
    from village_desk.store import create_store

    key, dice = new_data_key(), random.Random(6)
    store = create_store(folder, key)
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("unit_code", VILLAGE)
        uow.set_state("desk_id", ids.new_id())
    head = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", (VILLAGE[:9],))
    clerk = Actor(ids.new_id(), "[练习]王桂兰", "village_clerk", b"", (VILLAGE,))
    session = Session(store, clerk, profile.load())
    for number in range(RECORDS):
        values = {
            "name": f"[练习]来访人{number}",
            "met_on": date(2026, 11, dice.randint(1, 20)),
            "channel": "1",
            "content": "邻居修墙占了两家共用的通道，来问怎么办。" * dice.randint(1, 6),
            "answer": "不动产相邻权利人应当提供通行的便利（民法典 第二百九十一条）。",
            "handling": ("1",),
        }
        record_id = ids.new_id()
        records.save(session, "consultation", record_id, values)
        reviews.submit(session, "consultation", record_id, ids.new_id())
    runner, slow = Runner(), Runner(name="slow")
    desk = Desk(Session(store, head, session.profile), Account(folder, key, head.user), runner, slow)
    return desk, [partial(one.close, store.close_connection) for one in (runner, slow)]


def _another(page: ReviewPage, before: bytes) -> bool:
    return page.shown is not None and page.shown.submission.id != before


def _until(ready: Callable[[], bool]) -> None:
    """Run the event loop as the program does, asleep until something happens."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, tick, ends = QEventLoop(), QTimer(), time.monotonic() + _WAIT_SECONDS
    tick.start(1000)  # so that the wait has an end
    while not ready():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > ends:
            raise TimeoutError("the next record did not come")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        measured(Path(made))
