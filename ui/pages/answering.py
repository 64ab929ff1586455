"""Keeps what a village answers to the remarks of its township while it is typed, until the record is sent."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from ui.desk import Desk
from ui.widgets.answers import AnswersPanel
from village_desk.commands import reviews

KEEP_MS = 1_500
"""After a key, until an answer is kept."""


class Answering(QObject):
    """What is typed into a panel of answers, on its way into the desk file."""

    def __init__(self, panel: AnswersPanel, desk: Desk) -> None:
        super().__init__(panel)
        self._desk = desk
        self._pending: tuple[bytes, Mapping[str, str]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.keep)
        panel.typed.connect(self._soon)
        desk.leaving.connect(self.keep)

    def _soon(self, submission: bytes, words: Mapping[str, str]) -> None:
        if self._pending is not None and self._pending[0] != submission:
            self.keep()
        self._pending = (submission, words)
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep at once what is typed and not kept yet."""
        self._timer.stop()
        pending, self._pending = self._pending, None
        if pending is not None:
            self._desk.do(lambda session: reviews.keep_answers(session, *pending))
