"""A desk that may not be worked at: its page, and the sync that goes on behind it until it opens again."""

from PySide6.QtCore import QObject, Signal

from ui import opening
from ui.background import Background
from ui.gates.closed import ClosedPage
from ui.opening import Closed, Opened
from ui.runner import Runner
from ui.texts import sentence_of
from village_desk.errors import VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.sentences import parts, sentence
from village_desk.store import Store, county_link, outbox

_WAITS = N_("closed", "Still to be sent: {changes} changes, {attachments} attachments.")
_SENT = N_("closed", "The county has received everything saved on this PC.")


class Apart(QObject):
    """What lives while a desk is closed to whoever gave the right password.

    Signals:
        opened: The desk may be worked at again, and somebody asked for it just now.
        reopened: It may be, and perhaps nobody is there: the password is asked first.
    """

    opened = Signal(object)
    reopened = Signal()

    def __init__(self, closed: Closed, runner: Runner) -> None:
        super().__init__()
        self._closed, self._runner = closed, runner
        self._asked, self._over = False, False
        self.background = Background(closed.store)
        self.page = ClosedPage(self.background.by_stick)
        self.background.moved.connect(self._moved)
        self.page.sync_asked.connect(self._ask)
        self.page.stick.came.connect(self._came_by_stick)
        self.page.stick.stop_asked.connect(self.background.stop)

    def start(self) -> None:
        """Say why, and begin to send what waits; a desk that has handed over everything has nothing to do.

        The first round begins when the worker has kept what was typed: of a withdrawn desk it is sent, too.
        """
        self._show(self._closed)
        if self._closed.why != "gate.handed_over":
            self._runner.run(lambda: None, lambda _none: self._begin())

    def _begin(self) -> None:
        if not self._over:
            self.background.start()

    def close(self) -> Store:
        """End the sync; return the store, whose connection the worker closes."""
        self._over = True
        self.background.close()
        return self._closed.store

    def _ask(self) -> None:
        self._asked = True
        self.background.sync_now()

    def _came_by_stick(self) -> None:
        self._asked = True  # whoever has put it in sits here
        self._look()

    def _moved(self) -> None:
        if self.background.state == "idle":
            self._look()

    def _look(self) -> None:
        closed = self._closed
        self._runner.run(lambda: opening.looked_at(closed.store, closed.account), self._looked)

    def _looked(self, found: Opened | Closed) -> None:
        if self._over:
            return
        if isinstance(found, Opened):
            self.opened.emit(found) if self._asked else self.reopened.emit()
            return
        self._asked = False
        self._show(found)
        if found.why == "gate.handed_over":
            self.background.close()

    def _show(self, closed: Closed) -> None:
        trouble = self.background.trouble
        self._runner.run(
            lambda: (outbox.waiting(closed.store), county_link.blobs_waiting(closed.store)),
            lambda counts: self.page.show_why(
                sentence(closed.why), _state(counts, trouble), ended=closed.why == "gate.handed_over"
            ),
        )


def _state(counts: tuple[int, int], trouble: VillageDeskError | None) -> str:
    changes, attachments = counts
    waits = translated("closed", _WAITS).format(changes=changes, attachments=attachments)
    if changes or attachments:
        return f"{waits} {sentence_of(trouble)}" if trouble else waits
    sent = translated("closed", _SENT)
    # That it is sent later would contradict it: only what happened.
    return f"{sent} {parts(trouble.code, trouble.details)[0]}" if trouble else sent
