"""The words of a first sync, written behind the window: one can work with the records meanwhile."""

import threading

from PySide6.QtCore import QObject

from ui.runner import Runner
from village_desk.errors import VillageDeskError
from village_desk.store import Store, indexing

PAUSE_SECONDS = 0.03
"""After each step: half of one processor stays with whoever works here."""


class CatchingUp(QObject):
    """Writes the search text that was put off, on a thread of its own, until nothing is left."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._runner = Runner(name="index")
        self._stop = threading.Event()
        self._running = self._again = False

    def look(self) -> None:
        """Go on if there is something to write; while it is being written, look once more after it."""
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        self._runner.run(self._work, self._done, self._failed)

    def close(self) -> None:
        """End the step under way, and the connection; the rest follows at the next start."""
        self._stop.set()
        self._runner.close(self._store.close_connection)

    def _work(self) -> None:
        indexing.Indexing(self._store).run(lambda: self._stop.wait(PAUSE_SECONDS))

    def _done(self, _none: None) -> None:
        self._running = False
        if self._again:
            self.look()

    def _failed(self, error: Exception) -> None:
        self._running = False
        if not isinstance(error, VillageDeskError):
            raise error  # a full disk is told by whoever saves, and this goes on at the next look
