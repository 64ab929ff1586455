"""Sync behind the window: a worker and a connection of its own, on a timer; it never makes anybody wait."""

import random
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from sync import schedule
from ui.runner import Runner
from village_desk.errors import SyncTrouble, VillageDeskError
from village_desk.store import Store
from village_desk.times import now

if TYPE_CHECKING:
    from sync.engine import Report

T = TypeVar("T")
State = Literal["apart", "idle", "busy"]


class Background(QObject):
    """Runs rounds with the county: soon after a change, now and then without one, later after failures.

    Attributes:
        heard: A round has gone through, or a stick was read or written, since it was made.

    Signals:
        changed: The records a round brought or changed.
        moved: Something to show anew: a round began, ended or failed.
        went_on: Changes sent and rows received so far by the round under way.
        first_went_on: Records a first sync has brought, and how many there are about.
    """

    changed = Signal(object)
    moved = Signal()
    went_on = Signal(int, int)
    first_went_on = Signal(int, int)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._runner = Runner(name="sync")
        self._stop = threading.Event()
        self._again = False
        self._failures = 0
        self._fault_told = False
        self.state: State = "apart"
        self.trouble: VillageDeskError | None = None
        self.report: Report | None = None
        self.heard = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.sync_now)

    def start(self) -> None:
        """Begin: the first round is due at once if the desk is enrolled."""
        if self._store.device_id:
            self.state = "idle"
            self._timer.start(0)

    def sync_now(self) -> None:
        """Run a round now (F5); while one runs, another follows it."""
        if self.state == "apart":
            return
        self._timer.stop()
        if self.state == "busy":
            self._again = True
            return
        self.state = "busy"
        self._stop.clear()
        self.moved.emit()
        self._runner.run(self._round, self._done, self._failed)

    def soon(self) -> None:
        """Something was saved: send it in some seconds, together with what follows it."""
        if self.state == "idle" and not self._failures:
            self._timer.start(round(schedule.SOON * 1000))

    def stop(self) -> None:
        """Ask a running round to end after the request under way; nothing is left half done."""
        self._stop.set()

    def enrol(
        self, address: str, code: str, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """Make this desk a device of the county; the first round follows."""

        def enrolled(_none: None) -> None:
            self.state = "idle"
            done()
            self.sync_now()

        self._runner.run(lambda: _enrol(self._store, address, code), enrolled, failed)

    def by_stick(
        self,
        work: Callable[[Store, Callable[[], bool]], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do something with a stick on the thread of the rounds: the two never take in news at once.

        `work` is given the store and what says whether it is to stop.
        """
        if self.state != "busy":
            self._stop.clear()

        def over(result: T) -> None:
            done(result)
            self.heard = True  # as by a round: what one may do here, or the county's lists, may be others now
            self.moved.emit()

        self._runner.run(lambda: work(self._store, self._stop.is_set), over, failed)

    def close(self) -> None:
        """End the round under way, and the connection."""
        self._timer.stop()
        self._stop.set()
        self._runner.close(self._store.close_connection, wait=False)

    def _round(self) -> "Report":
        from sync import renewing  # noqa: PLC0415 - the network library is not waited for at start

        return renewing.run(
            self._store,
            stop=self._stop.is_set,
            progress=lambda stage, one, other: self._signal_of(stage).emit(one, other),
        )

    def _signal_of(self, stage: str) -> SignalInstance:
        return self.first_went_on if stage == "first" else self.went_on

    def _done(self, report: "Report") -> None:
        self.report, self.trouble, self._failures, self.heard = report, None, 0, True
        self._again = self._again or report.blobs_left  # on a slow line attachments take turns with records
        if report.changed:
            self.changed.emit(report.changed)
        self._round_over(None)

    def _failed(self, error: Exception) -> None:
        self._failures += 1
        if isinstance(error, VillageDeskError):
            self.trouble = error
            self._round_over(error)
            return
        self._round_over(None)
        if not self._fault_told:  # a fault that comes with every round must not cover the work every time
            self._fault_told = True
            raise error

    def _round_over(self, error: VillageDeskError | None) -> None:
        self.state = "idle"
        again, self._again = self._again, False
        asked = error.details.get("retry_after") if isinstance(error, SyncTrouble) else None
        wait = schedule.next_round(
            waiting=again,
            failures=self._failures,
            jitter=random.random,
            retry_after=float(asked) if isinstance(asked, int | float) else None,
        )
        self._timer.start(0 if again and not self._failures else round(wait * 1000))
        self.moved.emit()


def _enrol(store: Store, address: str, code: str) -> None:
    from sync import connect, enrolment  # noqa: PLC0415 - as above
    from sync.exchange import HttpExchange  # noqa: PLC0415 - as above

    tls = connect.tls_of(store)
    exchange = HttpExchange(address, None, tls)
    try:
        enrolment.enrol(store, exchange, code)
    finally:
        exchange.close()
    connect.remember(store, address, tls, now())
