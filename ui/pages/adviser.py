"""The village legal adviser's visits, and the way to everything else the adviser does."""

from ui.desk import Desk
from ui.pages.records import RecordsPage
from ui.widgets.buttons import Button

VISIT = "adviser_visit"
_BESIDE = ("adviser_plans", "legal_opinions", "checkups", "adviser_reports", "adviser_contracts")


class VisitsPage(RecordsPage):
    """The visits with their logs."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Visits of the adviser"),
            self.tr("New visit"),
            self.tr("No visit yet. The adviser plans one with Ctrl+N, or begins it in the village."),
        )
        super().__init__(desk, VISIT, titles)
        self.ways = {name: self._way_to(name) for name in _BESIDE}

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Check in when you arrive and check out when you leave: the hours come from these two times. "
            "Write a line for each person or matter. When the log is done, the village confirms it, the "
            "township reviews it, and it counts in the monthly report."
        )

    def _way_to(self, name: str) -> Button:
        words = {
            "adviser_plans": self.tr("Yearly plan"),
            "legal_opinions": self.tr("Legal opinions"),
            "checkups": self.tr("Check-ups"),
            "adviser_reports": self.tr("Monthly report"),
            "adviser_contracts": self.tr("Contract and village"),
        }
        button = Button(words[name], lambda: self._desk.go(name))
        self.list.beside.addWidget(button)
        return button
