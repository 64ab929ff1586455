"""The page of an application for legal aid: its papers, what the law says, a warning at the hand-over."""

from functools import partial

from ui.desk import Desk
from ui.pages.record_page import RecordPage
from ui.widgets.aid_papers import AidPapersCard
from ui.widgets.findings import FindingsCard
from ui.widgets.panels import Panel
from village_desk import times
from village_desk.commands.aid import list_papers
from village_desk.eligibility import Standard, findings
from village_desk.kinds import Values
from village_desk.profile import Profile
from village_desk.queries.aid import AID, AidPaper, missing_originals, papers_of

_HAND_OVER = "hand_over"
_FEN = 100


class AidCasePage(RecordPage):
    """An application, its papers and what follows; nothing here decides anything."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, AID)
        self.question = Panel("attention")
        self.papers = AidPapersCard(self.list_papers)
        self.law = FindingsCard()
        self.add_card(self.question, first=True)
        self.add_card(self.papers)
        self.add_card(self.law)
        self.refreshed.connect(self._look)
        self.form.edited.connect(self._say_law)

    def take_step(self, name: str) -> None:
        """Take a step; before the hand-over say once which originals are missing, and let people go on."""
        if name != _HAND_OVER:
            super().take_step(name)
            return
        aid_id = self.record_id()
        if self.form.draft()["handed_over_on"] is None:
            self.form.put({"handed_over_on": times.legal_day(self._desk.session.now())})
        self.save(
            lambda: self._desk.ask(
                lambda session: missing_originals(session, aid_id), partial(self._hand_over, aid_id)
            )
        )

    def _hand_over(self, aid_id: bytes, missing: list[str]) -> None:
        if self.record_id() != aid_id:
            return
        if not missing:
            self._go_on()
            return
        words = self.tr(
            "Not at hand: {papers}. The agency may ask for them, and somebody would have to come again."
        )
        self.question.say(
            words.format(papers="、".join(missing)),
            [
                (self.tr("Hand over all the same"), self._go_on),
                (self.tr("Not yet"), lambda: self.question.say("")),
            ],
        )
        self.area.verticalScrollBar().setValue(0)
        self.question.buttons[1].setFocus()

    def _go_on(self) -> None:
        self.question.say("")
        super().take_step(_HAND_OVER)

    # ------------------------------------------------------------ papers

    def list_papers(self) -> None:
        """Write a line for each paper that is needed, so that the receipt can be printed."""
        aid_id = self.record_id()
        self.save(
            lambda: self._desk.do(
                lambda session: list_papers(session, aid_id),
                lambda _changes: self._desk.tell(
                    self.tr("The list stands below. Correct copies and pages, then print the receipt."),
                    "good",
                ),
            )
        )

    def _look(self) -> None:
        self.question.say("")
        self._say_law()
        aid_id = self.record_id()
        if self.sight is None or self.sight.record is None:
            self.papers.hide()
            return
        state = self.sight.record.state

        def show(found: list[AidPaper]) -> None:
            if self.record_id() == aid_id:
                early = state in ("", "drafting", "signed", "scanned")
                self.papers.show_papers(found, may_list=early and self.may_edit())

        self._desk.ask_quietly(
            lambda session: papers_of(session, aid_id), show, lambda _error: self.papers.hide()
        )

    def may_edit(self) -> bool:
        """Say whether this person may write here."""
        return self.sight is not None and not self.sight.refused

    # ------------------------------------------------------------ the law

    def _say_law(self) -> None:
        if self.sight is None:
            return
        statements = self.sight.children.get("hardship_statement", [])
        hardship: Values = dict(statements[0].values) if statements else {}
        today = times.legal_day(self._desk.session.now())
        said = situation(self.form.values(), hardship)
        self.law.show_findings(findings(said, today, standard(self._desk.session.profile)))


def situation(aid: Values, hardship: Values) -> Values:
    """Return the answers an application gives by itself; nobody is asked for them again."""
    exemption = hardship.get("exemption")
    held: tuple[object, ...] = exemption if isinstance(exemption, tuple) else ()
    materials = aid.get("materials")
    return {
        "matter": aid.get("matter"),
        "groups": aid.get("groups"),
        "limitation_on": aid.get("limitation_on"),
        "detained": bool(aid.get("detained_at")),
        "no_income": "A42-1" in held,
        "judicial_relief": False,
        "work_injury": "A42-3" in held,
        "proof": bool(hardship.get("exemption_proof"))
        or (isinstance(materials, tuple) and "exemption" in materials),
        "no_capacity": aid.get("agent_type") == "statutory",
        "household_size": hardship.get("household_size"),
        "total_income": hardship.get("total_income"),
    }


def standard(profile: Profile) -> Standard:
    """Return the county's standard of hardship, if it has said one."""
    yuan = profile.parameters.get("hardship_standard_yuan_a_month")
    per_head = yuan * _FEN if isinstance(yuan, int) and not isinstance(yuan, bool) else None
    return Standard(per_head, by_promise=profile.parameters.get("hardship_check_by_promise") is True)
