"""For which village one works (为哪个村服务): chosen once, and kept for the day."""

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.widgets.cards import column
from ui.widgets.inputs import Pick
from ui.widgets.labels import label, set_tone
from village_desk.commands import serving as commands
from village_desk.queries import serving
from village_desk.queries.placing import Place
from village_desk.session import Session


class ServingPick(QWidget):
    """A list of the villages one may work for; hidden where there is nothing to choose."""

    def __init__(self, desk: Desk, kind: str = "") -> None:
        """Make it; with a `kind`, for the villages a record of that kind may be made for."""
        super().__init__()
        self._desk = desk
        self._kind = kind
        title = self.tr("Of which village") if kind else self.tr("Working for which village")
        self.words = label(title, "small")
        self.pick = Pick()
        self.pick.setAccessibleName(title)
        self.pick.setMinimumContentsLength(8)
        self.pick.activated.connect(self._choose)
        layout = column(2)
        layout.addWidget(self.words)
        layout.addWidget(self.pick)
        self.setLayout(layout)
        self.hide()
        desk.synced.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask which villages there are, and which is chosen for today."""
        kind = self._kind

        def look(session: Session) -> tuple[list[Place], str]:
            return serving.villages_for(session, kind), serving.chosen(session)

        self._desk.ask(look, lambda answer: self._show(*answer))

    def _show(self, places: list[Place], chosen: str) -> None:
        self.pick.clear()
        self.pick.addItem(self.tr("(choose)"), "")
        for code, name in places:
            self.pick.addItem(name, code)
        self.pick.setCurrentIndex(max(self.pick.findData(chosen), 0))
        self._mark()
        self.setVisible(bool(places))

    def _mark(self) -> None:
        set_tone(self.words, "attention" if not self.pick.currentData() else "plain")

    def _choose(self, _place: int) -> None:
        code, kind, name = str(self.pick.currentData() or ""), self._kind, self.pick.currentText()
        self._mark()
        if code:
            words = self.tr("What you begin now is for {village}, until the day ends.").format(village=name)
            self._desk.do(
                lambda session: commands.choose(session, code, kind),
                lambda _changes: self._desk.tell(words, "good"),
            )
