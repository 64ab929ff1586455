"""Applications for legal aid, filled in here and decided by the county's agency."""

from functools import partial

from ui.desk import Desk
from ui.pages.aid_case import AidCasePage
from ui.pages.aid_learned import learned
from ui.pages.eligibility import EligibilityPage
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from village_desk.commands.aid import list_file
from village_desk.kinds import Values
from village_desk.queries.aid import AID


class LegalAidPage(RecordsPage):
    """The applications the room hands over, and what became of them."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Legal aid"),
            self.tr("New application"),
            self.tr("No application yet. Press Ctrl+N for a new one, or turn a consultation into one."),
        )
        super().__init__(desk, AID, titles)
        self.eligibility = EligibilityPage(desk)
        self.eligibility.back.connect(self._back_to_record)
        self.eligibility.began.connect(self._begin_with_answers)
        self.addWidget(self.eligibility)
        self.eligibility_button = self.list.add_button(
            self.tr("Who can apply?"), self.show_eligibility, "fa6s.circle-question"
        )
        self.file_button: Button | None = None

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Fill in the application with the applicant, add the statement of hardship with the "
            "members of the household, print, have it signed, scan it and hand it over. The agency's seven "
            "days begin when it receives the papers. The agency decides, never this room: what it decides "
            "comes with the next round and can be read here. “Who can apply?” says what the law says."
        )

    def show_eligibility(self) -> None:
        """Show the questions of who can apply."""
        self._way = []
        self.setCurrentWidget(self.eligibility)
        self.eligibility.open()

    def _begin_with_answers(self, values: Values) -> None:
        self.begin(AID, values)

    def begin(self, kind: str, values: Values) -> None:
        """Begin a record with what the case and the county's profile say already."""
        above = self._pages[self._way[-1][0]].sight if self._way else None
        known = learned(kind, above) if above is not None and above.kind == AID else {}
        agency = self._desk.session.profile.parameters.get("aid_agency")
        if kind == AID and agency:
            known = {"agency": agency}
        super().begin(kind, {**known, **values})

    def make_page(self, kind: str) -> RecordPage:
        """Return the page of a kind: that of an application says more than others."""
        if kind == AID:
            return AidCasePage(self._desk)
        page = super().make_page(kind)
        if kind == "aid_closing":
            self._add_contents(page)
        return page

    def _add_contents(self, page: RecordPage) -> None:
        """Let the contents of the file be written out of what the case holds."""
        card = Card(self.tr("Contents of the file"))
        press = partial(self._list_file, page)
        self.file_button = Button(self.tr("Take over what the case holds"), press, icon_name="fa6s.list-ol")
        card.body.addLayout(row(self.file_button, None))
        page.add_card(card)
        page.refreshed.connect(lambda: card.setVisible(page.sight is not None and not page.sight.refused))

    def _list_file(self, page: RecordPage) -> None:
        page.save(lambda: self._desk.do(lambda session: list_file(session, page.record_id())))
