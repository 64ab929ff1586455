"""The papers of an application for legal aid: printed, scanned, original at hand; what is missing is said."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, row
from ui.widgets.labels import chip, label
from village_desk.queries.aid import AidPaper


class AidPapersCard(Card):
    """A line a paper, and the button that writes the list for the receipt."""

    def __init__(self, press: Callable[[], object]) -> None:
        super().__init__(self.tr("Papers for the agency: print, sign, scan, hand over"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        holder = QWidget()
        holder.setLayout(self._grid)
        self.body.addWidget(holder)
        self.button = Button(self.tr("List these papers for the receipt"), press, icon_name="fa6s.list-check")
        self.body.addLayout(row(self.button, None))
        self.texts: list[str] = []

    def show_papers(self, found: Sequence[AidPaper], *, may_list: bool) -> None:
        """Show how far each paper is."""
        clear(self._grid)
        self.texts = []
        for line, paper in enumerate(found):
            self._grid.addWidget(label(paper.title, wrap=True), line, 0)
            said = self._said(paper)
            for column, (text, good) in enumerate(said, start=1):
                self._grid.addWidget(chip(text, "good" if good else "plain"), line, column)
            self.texts.append(" ".join([paper.title, *(text for text, _good in said)]))
        self.button.setVisible(may_list)
        self.setVisible(bool(found))

    def _said(self, paper: AidPaper) -> list[tuple[str, bool]]:
        said: list[tuple[str, bool]] = []
        if paper.form:
            said.append((self.tr("printed"), True) if paper.printed else (self.tr("not printed"), False))
            said.append((self.tr("scanned"), True) if paper.scanned else (self.tr("not scanned"), False))
        elif paper.by_scan:
            said.append((self.tr("a scan will do"), True))
        original = (self.tr("at hand"), True) if paper.original else (self.tr("original missing"), False)
        return [*said, original]
