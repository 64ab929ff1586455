"""Applications for legal aid, filled in here and decided by the county's agency."""

from ui.desk import Desk
from ui.pages.records import RecordsPage


class LegalAidPage(RecordsPage):
    """The applications the room hands over."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Legal aid"),
            self.tr("New application"),
            self.tr("No application yet. Press Ctrl+N for a new one, or turn a consultation into one."),
        )
        super().__init__(desk, "legal_aid", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Fill in the application with the applicant, add the statement of hardship with the "
            "members of the household, "
            "print, have it signed and hand it over. The agency decides, never this room: no paper "
            "here says who is entitled."
        )
