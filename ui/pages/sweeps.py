"""Sweeps for disputes: who went where, what was found, and what became of it."""

from ui.desk import Desk
from ui.pages import converting
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.pages.steps import Step
from ui.sight import Sight
from village_desk import ids


class SweepsPage(RecordsPage):
    """The sweeps of the room; nothing found is written down too (零报告)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Dispute sweeps"),
            self.tr("New sweep"),
            self.tr("No sweep has been written down yet. Press Ctrl+N for one, also when nothing was found."),
        )
        super().__init__(desk, "dispute_sweep", titles)

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; a dispute that was found can be registered as a case."""
        known = kind in self._pages
        page = super().record_page(kind)
        if kind == "found_dispute" and not known:
            page.add_steps(self._turns)
        return page

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Write down each round: when, where and who went. Add a line for every dispute found; a "
            "line can be registered as a mediation case without typing anything again. When nothing "
            "was found, say so: a zero report counts too."
        )

    def _turns(self, page: RecordPage, sight: Sight) -> list[Step]:
        if sight.values.get("case"):
            return []
        return [(self.tr("Register as a case"), lambda: page.save(lambda: self._register(page)))]

    def _register(self, page: RecordPage) -> None:
        found_id, values, case_id = page.record_id(), page.form.values(), ids.new_id()
        self._desk.do(
            lambda session: converting.register(session, (found_id, values), case_id),
            lambda _changes: self._registered(case_id),
        )

    def _registered(self, case_id: bytes) -> None:
        self._desk.open_record("mediation_case", case_id)
        self._desk.tell(self.tr("Registered as a case. Add the parties next."), "good")
