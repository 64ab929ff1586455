"""Mediation cases with their parties, sessions and agreement, and the dossier with its meter."""

from functools import partial

from ui.desk import Desk
from ui.pages import typical
from ui.pages.bound import BoundPage
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.widgets.checklist import ChecklistCard
from ui.widgets.dossier import DossierCard
from ui.widgets.reminder import ReminderCard
from village_desk import record_content
from village_desk.dossier_sets import CASE, DOSSIER
from village_desk.queries.checklist import Checked, Finding, review
from village_desk.queries.dossier import GAP, Dossier, Lead, dossier_of


class MediationPage(RecordsPage):
    """The cases of the mediation committee."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Mediation"),
            self.tr("New case"),
            self.tr("No case yet. Press Ctrl+N for a new one, or turn a consultation into one."),
        )
        super().__init__(desk, CASE, titles)
        self.meters: dict[str, DossierCard] = {}
        self.reminder: ReminderCard | None = None
        self.subsidy_button = self.list.add_button(
            self.tr("Subsidy for cases"), lambda: desk.go("subsidy"), "fa6s.hand-holding-dollar"
        )
        self.registers_button = self.list.add_button(
            self.tr("Mediators"), lambda: desk.go("registers"), "fa6s.id-badge"
        )
        self.ledger_button = self.list.add_button(
            self.tr("Take in an earlier ledger"), lambda: desk.go("ledger"), "fa6s.file-import"
        )
        self.checklist = ChecklistCard()
        self.bound = BoundPage(desk)
        self.bound.back.connect(self._back_to_record)
        self.addWidget(self.bound)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "A case goes its way from the application to filing: add the parties, accept it, write "
            "down each session, then "
            "the agreement. The line at the bottom says what the next step still needs, and leads "
            "there. F8 shows all papers "
            "of the case."
        )

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; those of a case and its dossier carry the meter."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh and kind == CASE:
            page.add_steps(partial(typical.offered, self._desk))
        if fresh and kind == "mediation_session":
            self._remind(page)
        if fresh and kind in (CASE, DOSSIER):
            card = self.meters[kind] = DossierCard()
            page.add_card(card, first=kind == DOSSIER)
            page.refreshed.connect(partial(self._measure, page, card))
            page.leads[GAP] = card.focus_first
            card.led.connect(partial(self._lead, page))
            card.bound.connect(partial(self._bind, page))
            if kind == DOSSIER:
                self._add_list(page)
        return page

    def _remind(self, page: RecordPage) -> None:
        """Let a list beside the record of a session tick off what it says already."""
        heading = self.tr("What the record should say")
        card = self.reminder = ReminderCard(heading, "record_content", record_content.ITEMS)
        page.add_card(card)

        def look() -> None:
            typed = page.form.values()
            parties = str(typed.get("present") or "").split("、")
            told = typed.get("told_rights") is True
            card.show_said(
                record_content.said(str(typed.get("record") or ""), told_rights=told, parties=parties)
            )

        page.form.edited.connect(look)
        page.refreshed.connect(look)

    # ------------------------------------------------------------ the dossier

    def _add_list(self, page: RecordPage) -> None:
        """Run the reviewer's list by itself whenever the dossier is shown anew."""
        card = self.checklist
        page.add_card(card)
        page.refreshed.connect(partial(self._check, page))
        card.led.connect(partial(self._mend, page))

    def _check(self, page: RecordPage) -> None:
        case_id = _case_of(page)
        if not case_id:
            self.checklist.hide()
            return

        def show(found: list[Checked]) -> None:
            if _case_of(page) == case_id:
                self.checklist.show_list(found)

        self._desk.ask_quietly(
            lambda session: review(session, case_id), show, lambda _error: self.checklist.hide()
        )

    def _mend(self, page: RecordPage, finding: Finding) -> None:
        """Go to the field a finding is about."""
        if finding.record_id == page.record_id():
            page.lead_to(finding.field)
        else:
            page.save(partial(page.opened.emit, finding.kind, finding.record_id, finding.field))

    def _measure(self, page: RecordPage, card: DossierCard) -> None:
        case_id = _case_of(page)
        if not case_id:
            card.hide()
            return

        def show(found: Dossier) -> None:
            if _case_of(page) == case_id:  # else another record is shown by now
                card.show_dossier(found)

        self._desk.ask_quietly(lambda session: dossier_of(session, case_id), show, lambda _error: card.hide())

    def _bind(self, page: RecordPage) -> None:
        """Bind what is saved; what is typed is saved first."""
        page.save(partial(self._show_bound, _case_of(page)))

    def _show_bound(self, case_id: bytes) -> None:
        self.bound.bind_case(case_id)
        self.setCurrentWidget(self.bound)

    def _lead(self, page: RecordPage, lead: Lead) -> None:
        """Go where what is missing is made; what is typed is saved first."""
        page.save(partial(self._follow, page, lead))

    def _follow(self, page: RecordPage, lead: Lead) -> None:
        if lead.way == "print":
            self.preview.open_papers(lead.kind, lead.record_id, lead.form)
            self.setCurrentWidget(self.preview)
        elif lead.way == "begin" and page.kind.name == CASE:
            self.begin(lead.kind, {})
        elif lead.way == "begin":
            self.open_record(CASE, lead.record_id)
        elif (lead.kind, lead.record_id) == (page.kind.name, page.record_id()):
            page.side.attachments.add_button.setFocus()
        else:
            page.opened.emit(lead.kind, lead.record_id, "")


def _case_of(page: RecordPage) -> bytes:
    """Return the id of the case shown, or of the case whose dossier is; none of what is not saved yet."""
    if page.sight is None or page.sight.record is None:
        return b""
    return page.sight.id if page.kind.name == CASE else page.sight.parent.id if page.sight.parent else b""
