"""Mediation cases with their parties, sessions and agreement."""

from ui.desk import Desk
from ui.pages.records import RecordsPage


class MediationPage(RecordsPage):
    """The cases of the mediation committee."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Mediation"),
            self.tr("New case"),
            self.tr("No case yet. Press Ctrl+N for a new one, or turn a consultation into one."),
        )
        super().__init__(desk, "mediation_case", titles)
        self.ledger_button = self.list.add_button(
            self.tr("Take in an earlier ledger"), lambda: desk.go("ledger"), "fa6s.file-import"
        )

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "A case goes its way from the application to filing: add the parties, accept it, write "
            "down each session, then "
            "the agreement. The line at the bottom says what the next step still needs, and leads "
            "there. F8 shows all papers "
            "of the case."
        )
