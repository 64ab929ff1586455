"""Claims for the subsidy: the period, its cases with one press, and what whoever checks it should know."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from ui.desk import Desk
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.pages.steps import Step
from ui.sight import Sight
from ui.widgets.cards import Card, clear, column
from ui.widgets.labels import label
from ui.widgets.panels import Link
from village_desk.commands import subsidies as commands
from village_desk.queries import subsidies
from village_desk.queries.records import Record
from village_desk.queries.subsidies import Candidate, Flag
from village_desk.sentences import sentence
from village_desk.session import Changes, Session

CLAIM = "subsidy_claim"
_MOST = 40
"""Cases named in a list; what is left is counted."""


class CasesCard(Card):
    """Cases with what is to be said of each; each leads to its case.

    Signals:
        led: Id of the case.
    """

    led = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "heading", wrap=True)
        self._lines = column(2)
        self.body.addWidget(self.words)
        self.body.addLayout(self._lines)
        self.links: list[Link] = []
        self.hide()

    def say(self, words: str, lines: Sequence[tuple[Record, str]]) -> None:
        """Show a heading and a line for each case, or nothing when there is none."""
        clear(self._lines)
        self.links = []
        for case, why in lines[:_MOST]:
            number = case.values.get("official_number") or case.values.get("number") or ""
            link = Link(f"{number}　{case.name}：{why}", partial(self.led.emit, case.id))
            self._lines.addWidget(link)
            self.links.append(link)
        more = self.tr("and {count} more").format(count=len(lines) - _MOST)
        if len(lines) > _MOST:
            self._lines.addWidget(label(more, "small"))
        self.words.setText(words)
        self.setVisible(bool(lines))


class SubsidyPage(RecordsPage):
    """The claims of the room's mediators."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Subsidy for cases"),
            self.tr("New claim"),
            self.tr("No claim yet. Press Ctrl+N, write the period, and take in its cases with one press."),
        )
        super().__init__(desk, CLAIM, titles)
        self._shown = b""
        self.flagged = CasesCard()
        self.left_out = CasesCard()
        for card in (self.flagged, self.left_out):
            card.led.connect(lambda case_id: desk.open_record("mediation_case", case_id))

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; that of a claim takes in cases and shows what is to be known of them."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh and kind == CLAIM:
            page.add_card(self.flagged)
            page.add_card(self.left_out)
            page.refreshed.connect(partial(self._look_through, page))
            page.add_steps(self._takes_in)
        return page

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "A claim holds the cases one mediator closed in a period. One press takes in every case that "
            "meets the county's conditions and has not been claimed; what is left out is named with the "
            "reason. Amounts follow the county's rates, where it has said them. Then print it, have it "
            "signed, and send it to the township."
        )

    # ------------------------------------------------------------ cases

    def _takes_in(self, page: RecordPage, sight: Sight) -> list[Step]:
        words = self.tr("Take in the cases of this period")
        return [] if sight.refused else [(words, lambda: page.save(lambda: self._take_in(page)))]

    def _take_in(self, page: RecordPage) -> None:
        claim_id = page.record_id()
        left: list[Candidate] = []

        def work(session: Session) -> Changes:
            changes, found = commands.fill(session, claim_id)
            left.extend(found)
            return changes

        def done(_changes: Changes) -> None:
            page.open(claim_id)
            words = self.tr("Cases of this period that are left out")
            self.left_out.say(words, [(one.case, _reasons(one)) for one in left])

        self._desk.do(work, done)

    def _look_through(self, page: RecordPage) -> None:
        if page.sight is None or page.sight.record is None:
            self.flagged.hide()
            return
        claim = page.sight.record
        if claim.id != self._shown:
            self.left_out.hide()
        self._shown = claim.id

        def show(found: list[Flag]) -> None:
            if page.sight is not None and page.sight.id == claim.id:  # else another is shown by now
                words = self.tr("Look at these cases again")
                self.flagged.say(words, [(one.case, sentence(one.code)) for one in found])

        self._desk.ask(lambda session: subsidies.flags(session, claim), show)


def _reasons(one: Candidate) -> str:
    return "；".join(sentence(reason.code, {"paper": reason.paper}) for reason in one.reasons)
