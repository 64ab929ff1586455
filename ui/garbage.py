"""Garbage is collected on the GUI thread alone.

A cycle of Python objects may hold a Qt object. Were it collected on a worker, the destructor would hold Qt's
lock on connections and wait for the interpreter, while the GUI thread may hold the interpreter and wait for
that lock: the window would stand still for ever. So Python's own collector stays off in the program with a
window, and a timer does its work.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 1_000


class Collector(QObject):
    """Collects as Python would, by generations, while the event loop runs; from its making on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is there now stays while the program runs; it need not be looked through again
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Collect the oldest generation that is due, and with it the younger ones."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if all(due[: generation + 1]):
                gc.collect(generation)
                return
