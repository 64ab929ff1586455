"""What is passed on to other offices, and what the hotline passes on to the room."""

from ui.desk import Desk
from ui.pages.records import RecordsPage


class ReferralsPage(RecordsPage):
    """The referrals of the room, or of all rooms of a township (转办单)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Referrals"),
            self.tr("New referral"),
            self.tr("Nothing has been passed on yet. A visit leads here by itself."),
        )
        super().__init__(desk, "referral", titles)
        self.hotline_button = self.list.add_button(
            self.tr("Hotline orders"), lambda: desk.go("hotline"), "fa6s.headset"
        )

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "A matter another office decides is passed on with a slip: write where it goes, ask the person "
            "whether the data may go there, pass it on. The other office signs for it and sends back what it "
            "did. Each step is kept with its day, who took it, and why."
        )


class HotlinePage(RecordsPage):
    """The work orders of the hotline (12348工单)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Hotline orders"),
            self.tr("New order"),
            self.tr("No order of the hotline yet."),
        )
        super().__init__(desk, "hotline_order", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "An order of the hotline is passed on within one working day, answered within its limit, and "
            "the caller is called back. What is late is on Today. "
            "Hand it out again if the caller is not satisfied."
        )
