"""What the answers of villagers come to, as a card of counts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.widgets.cards import Card, clear
from ui.widgets.labels import label
from village_desk.kinds import KINDS
from village_desk.profile import Profile
from village_desk.queries.satisfaction import KIND, RATINGS, Summary
from village_desk.statistics.services import ENOUGH


class CountsCard(Card):
    """A line an item, a column a rating, and the rates below; no single sheet."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self.words = label("", "heading", wrap=True)
        self.rates = label("", wrap=True)
        self.few = label("", "small", "attention", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self.body.addWidget(self.words)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.rates)
        self.body.addWidget(self.few)
        self.body.addStretch(1)

    def show_summary(self, found: Summary) -> None:
        """Show the counts."""
        clear(self._grid)
        self.words.setText(self.tr("{count} sheets").format(count=found.sheets))
        labels = {code.code: code.label for code in self._profile.lists["rating"]}
        for place, code in enumerate(RATINGS, start=1):
            self._grid.addWidget(label(labels[code], "small"), 0, place, Qt.AlignmentFlag.AlignRight)
        for line, (item, counts) in enumerate(found.ratings.items(), start=1):
            self._grid.addWidget(label(KINDS[KIND].fields[item].paper), line, 0)
            for place, count in enumerate(counts, start=1):
                self._grid.addWidget(label(str(count)), line, place, Qt.AlignmentFlag.AlignRight)
        self._grid.setColumnStretch(len(RATINGS) + 1, 1)
        self._show_rates(found)

    def _show_rates(self, found: Summary) -> None:
        parts = []
        if found.satisfied is not None and found.score is not None:
            words = self.tr("Satisfied {rate:.1f} %, mean {score:.1f} of 100 ({answers} ratings)")
            parts.append(words.format(rate=found.satisfied, score=found.score, answers=found.answers))
        for words, (part, whole) in (
            (self.tr("Knew of the room or 12348: {part} of {whole}"), found.knew),
            (self.tr("Would come here first: {part} of {whole}"), found.first),
        ):
            if whole:
                parts.append(words.format(part=part, whole=whole))
        self.rates.setText("\n".join(parts))
        few = self.tr("Fewer than {enough} sheets: too few to say much.")
        self.few.setText(few.format(enough=ENOUGH) if found.sheets < ENOUGH else "")
