"""Much work on the desk file in transactions so short that a save comes between, on an old PC too."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from village_desk.store import Store
    from village_desk.store.unit_of_work import UnitOfWork

HELD_SECONDS = 0.015
"""Processor a transaction should take while it holds the file, of the 50 ms that design §9 allows; the rest
is for the disk. What passes because others use processor or disk is not made shorter by doing less."""
_FASTER, _SLOWER = 1.25, 0.3
"""How much larger and smaller at once the next transaction may be."""
_CHECKPOINT_EACH = 6
"""Transactions between two checkpoints: about the 1,000 pages SQLite takes itself."""
_OWN_CHECKPOINT = 1_000


class Pacing:
    """Transactions whose size follows from what the last ones took.

    Attributes:
        size: How much (of records, of pages) the next transaction may take.
    """

    def __init__(self, store: "Store", size: int, least: int, most: int) -> None:
        self._store = store
        self.size = size
        self._least, self._most = least, most
        self._done = 0

    @contextmanager
    def checkpointing(self) -> Iterator[None]:
        """Write the log back between transactions, where nobody waits for it, instead of in commits."""
        database = self._store.database
        database.execute_sql("PRAGMA wal_autocheckpoint=0")
        try:
            yield
        finally:
            database.execute_sql(f"PRAGMA wal_autocheckpoint={_OWN_CHECKPOINT}")

    @contextmanager
    def unit_of_work(self, at: int, count: int) -> "Iterator[UnitOfWork]":
        """Open a transaction that takes `count`, and learn from it."""
        with _no_garbage(), self._store.unit_of_work(None, at) as uow:
            started = time.thread_time()
            yield uow
        self.took(count, time.thread_time() - started)
        self._done += 1
        if self._done % _CHECKPOINT_EACH == 0:
            self._store.database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)")

    def took(self, count: int, seconds: float) -> None:
        """Learn that a transaction of `count` took so much of the processor."""
        fitting = HELD_SECONDS / max(seconds, 1e-6)
        if fitting >= 1 and count < self.size:
            return  # it was short because there was little to do
        self.size = max(self._least, min(self._most, int(self.size * max(_SLOWER, min(_FASTER, fitting)))))


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Let no garbage be collected meanwhile: to look through a large program takes 60 ms and more."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
