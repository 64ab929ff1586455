"""Several processes that do the same work: started together, started again when one dies, ended together.

Each has an interpreter, and so a processor, of its own; they share nothing but the database and the folder of
attachments. Windows cannot fork; there a county is one process.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType

POSSIBLE = hasattr(os, "fork")
AGAIN_SECONDS = 1.0
"""Between a death and the next start, so that one that cannot live does not take the machine."""
START_SECONDS = 60

Ready = Callable[[], None]
"""Called by a process when it can work."""


def run(count: int, work: Callable[[Ready], None], told: Callable[[], None]) -> None:
    """Let `count` processes do `work` until SIGTERM or SIGINT, and call `told` once all are ready."""
    crew = _Crew(work)
    before = {sig: signal.signal(sig, crew.stop) for sig in (signal.SIGTERM, signal.SIGINT)}
    try:
        waiting = [crew.start() for _ in range(count)]
        for ready in waiting:
            ready.poll(START_SECONDS)
        told()
        while crew.running:
            crew.wait()
            if not crew.stopped:
                time.sleep(AGAIN_SECONDS)
            while not crew.stopped and len(crew.running) < count:
                crew.start()
    finally:
        for sig, handler in before.items():
            signal.signal(sig, handler)


class _Crew:
    """The processes that run, by what tells that one has ended."""

    def __init__(self, work: Callable[[Ready], None]) -> None:
        self._work = work
        self.running: dict[int, BaseProcess] = {}
        self.stopped = False

    def start(self) -> Connection:
        """Start one process; what is returned can be read once it is ready, or has died."""
        here, there = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(target=_begin, args=(self._work, there))
        process.start()
        there.close()
        self.running[process.sentinel] = process
        if self.stopped:  # the signal came while it was started
            process.terminate()
        return here

    def stop(self, _sig: int, _frame: FrameType | None) -> None:
        """Tell all to end; each finishes what it is doing."""
        self.stopped = True
        for process in list(self.running.values()):
            process.terminate()

    def wait(self) -> None:
        """Wait until one or more have ended."""
        ended = wait(list(self.running))
        for sentinel in [one for one in self.running if one in ended]:
            self.running.pop(sentinel).join()


def _begin(work: Callable[[Ready], None], ready: Connection) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # until the work has its own, it may just end
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work(ready.close)
