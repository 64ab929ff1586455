"""The mediators of the place, with the sheet each is registered by."""

from ui.desk import Desk
from ui.pages.records import RecordsPage


class RegistersPage(RecordsPage):
    """The register of people who work for the room."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Mediators"),
            self.tr("New mediator"),
            self.tr("Nobody is on the register yet. Press Ctrl+N for the first one."),
        )
        super().__init__(desk, "register_person", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "The mediators of the committee, with their term and training. F8 prints the sheet for the "
            "county. When a term ends, write the day: nothing is deleted."
        )
