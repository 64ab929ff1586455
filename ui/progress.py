"""How far work on a worker is, told to the window while it goes on."""

from PySide6.QtCore import QObject, Signal


class Progress(QObject):
    """Belongs to the work that tells it, not to the page that shows it, which may be gone before.

    A signal of the page itself would then fail on the worker, and with it the work.

    Signals:
        told: How much is done, and of how much; 0 where that is not known.
    """

    told = Signal(int, int)
