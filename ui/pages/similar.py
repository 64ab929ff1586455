"""Help while answering: earlier records like what is typed into a consultation, beside its form."""

from PySide6.QtCore import QObject, QTimer

from ui.desk import Desk
from ui.pages.record_page import RecordPage
from ui.widgets.similar import EarlierRecord, SimilarCard
from village_desk.kinds import Values
from village_desk.queries import similar
from village_desk.queries.records import Record
from village_desk.queries.similar import Similar

WAIT_MS = 900
"""After a key, until what is typed is looked for."""
_ASKED = ("content", "cause", "topic")
_ENDED = "closed"


class SimilarHelp(QObject):
    """Looks for what is typed once the hands rest, and shows what it finds; the form is never touched."""

    def __init__(self, page: RecordPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._looked: tuple[object, ...] = ()
        self.card = SimilarCard()
        self.card.wanted.connect(self._read)
        page.side.add_card(self.card)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._look)
        page.form.edited.connect(self._timer.start)
        page.refreshed.connect(self._look)

    def _look(self) -> None:
        """Ask again when what was asked has changed; nothing is offered once the consultation is closed."""
        sight = self._page.sight
        if sight is None or sight.refused or (sight.record and sight.record.state == _ENDED):
            self._looked = ()
            self.card.show_found(())
            return
        typed: Values = {**sight.values, **self._page.form.draft()}
        looked = (sight.id, *(typed.get(name) for name in _ASKED))
        if looked == self._looked:
            return
        if looked[:1] != self._looked[:1]:
            self.card.show_found(())  # another record: what was found for the last one is not its
        self._looked = looked
        self._desk.ask_slowly(
            lambda session: similar.similar(session, typed, sight.id), lambda found: self._show(looked, found)
        )

    def _show(self, looked: tuple[object, ...], found: list[Similar]) -> None:
        if looked == self._looked:
            self.card.show_found(found)

    def _read(self, kind: str, record_id: bytes) -> None:
        self._desk.ask(lambda session: similar.told(session, kind, record_id), self._open)

    def _open(self, told: list[Record]) -> None:
        EarlierRecord(self._page, self._desk.session.profile, told).open()
