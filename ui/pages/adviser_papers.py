"""What the adviser writes beside the visits: plan, opinions, check-ups, reports; contract and assessment."""

from functools import partial

from ui.desk import Desk
from ui.pages.advising import AdvisingPage
from ui.pages.record_page import RecordPage
from ui.pages.steps import Step
from ui.sight import Sight
from ui.widgets.buttons import Button
from ui.widgets.panels import Panel
from ui.widgets.serving import ServingPick
from village_desk import ids
from village_desk.commands import adviser_reports, assessments, visits
from village_desk.kinds import KINDS
from village_desk.queries import standards
from village_desk.queries.records import Record
from village_desk.queries.standards import Coverage
from village_desk.queries.visits import RISK, open_risks
from village_desk.session import Changes
from village_desk.shown import shown
from village_desk.typed import names_text

_NAMED = 60
"""Characters of names that are shown."""
_RISK_LINE = ("level", "problem", "responsible", "due_on")


class PlansPage(AdvisingPage):
    """The yearly plans (年度法律服务计划)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Yearly plan"),
            self.tr("New plan"),
            self.tr("No plan yet. Press Ctrl+N and write a line for each thing to be done."),
        )
        super().__init__(desk, "adviser_plan", titles)

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; from a line of the plan a visit is made."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh and kind == "plan_item":
            page.add_steps(self._plans)
        return page

    def _plans(self, page: RecordPage, sight: Sight) -> list[Step]:
        if sight.record is None:
            return []
        return [(self.tr("Plan the visit"), lambda: page.save(lambda: self._plan(page.record_id())))]

    def _plan(self, line_id: bytes) -> None:
        visit_id = ids.new_id()
        self._desk.do(
            lambda session: visits.plan_visit(session, line_id, visit_id),
            lambda _changes: self._desk.open_record("adviser_visit", visit_id),
        )

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr("The plan of a year, a line for each piece of work. F8 prints it for signature.")


class OpinionsPage(AdvisingPage):
    """The opinions on decisions and contracts (合法性审查意见书)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Legal opinions"),
            self.tr("New opinion"),
            self.tr("No opinion yet. Press Ctrl+N when the village hands in a decision or a contract."),
        )
        super().__init__(desk, "legal_opinion", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "What the village is going to decide or sign is examined before it does: the parties, the "
            "powers, the procedure, the content and the risks. Then it says whether it took the advice."
        )


class CheckupsPage(AdvisingPage):
    """The check-ups with the risks they found (“法治体检”报告)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Check-ups"),
            self.tr("New check-up"),
            self.tr("No check-up yet. Press Ctrl+N for one, and add a line for every risk found."),
        )
        super().__init__(desk, "checkup", titles)
        self.open_risks = Panel("attention")
        self.list.over.addWidget(self.open_risks)
        desk.changed.connect(self._look_again)
        self._look()

    def refresh(self) -> None:
        """Ask anew for the list and the open risks."""
        super().refresh()
        self._look()

    def _look_again(self, changes: Changes) -> None:
        if any(kind == RISK for kind, _id in changes):
            self._look()

    def _look(self) -> None:
        self._desk.ask(open_risks, self._show_risks)

    def _show_risks(self, risks: list[Record]) -> None:
        profile, specs = self._desk.session.profile, KINDS[RISK].fields
        links = []
        for one in risks:
            parts = [shown(profile, specs[name], one.values.get(name)) for name in _RISK_LINE]
            text = "　".join(" ".join(part.split()) for part in parts if part)
            links.append((text, partial(self._desk.open_record, RISK, one.id)))
        self.open_risks.say(self.tr("Risks that are not mended yet") if risks else "", links=links)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "A check-up looks through the rules, decisions and contracts of a village or a small "
            "business. Each risk has somebody who mends it and a day; Today reminds of what is open."
        )


class ReportsPage(AdvisingPage):
    """The reports of a month or a quarter (村(居)法律顾问工作情况月(季)报表)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Monthly report"),
            self.tr("New report"),
            self.tr("No report yet. Press Ctrl+N; the numbers are counted from the visits."),
        )
        super().__init__(desk, "adviser_report", titles)

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; the lines of a report are counted with one press."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh and kind == "adviser_report":
            page.add_steps(self._counts)
        return page

    def _counts(self, page: RecordPage, sight: Sight) -> list[Step]:
        words = self.tr("Count the numbers")
        return [] if sight.refused else [(words, lambda: page.save(lambda: self._count(page)))]

    def _count(self, page: RecordPage) -> None:
        report_id = page.record_id()
        done = self.tr("Counted. Print it, or send it to the township.")
        self._desk.do(
            lambda session: adviser_reports.fill(session, report_id),
            lambda _changes: self._desk.tell(done, "good"),
        )

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Choose the month or the quarter; the lines are counted from the visits the township has "
            "approved. Nothing is typed a second time."
        )


class ContractsPage(AdvisingPage):
    """The contracts with advisers (聘请合同), with the way to the survey and the assessment."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Adviser's contract"),
            self.tr("New contract"),
            self.tr(
                "No contract yet. The head of the judicial office writes down who advises which village."
            ),
        )
        super().__init__(desk, "adviser_appointment", titles)
        self.serving = ServingPick(desk, "adviser_appointment")
        self.list.beside.addWidget(self.serving)
        self.covered = Panel("attention")
        self.list.over.addWidget(self.covered)
        self._ask_coverage()
        for words, page in (
            (self.tr("Village survey"), "village_surveys"),
            (self.tr("Assessment"), "adviser_assessments"),
        ):
            self.list.beside.addWidget(Button(words, partial(desk.go, page)))

    def refresh(self) -> None:
        """Ask anew for the list, and which villages have no adviser."""
        super().refresh()
        self._ask_coverage()

    def _ask_coverage(self) -> None:
        self._desk.ask(standards.coverage, self._show_coverage)

    def _show_coverage(self, found: Coverage) -> None:
        lines = []
        if found.without:
            words = self.tr("{count} of {all} villages have no adviser now: {names}")
            names = names_text(found.without, _NAMED)
            lines.append(words.format(count=len(found.without), all=found.villages, names=names))
        if found.several:
            words = self.tr("More than one contract is in force in: {names}")
            lines.append(words.format(names=names_text(found.several, _NAMED)))
        self.covered.say("\n".join(lines))

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Who advises the village, from when to when, and what was agreed on. When the adviser leaves "
            "early, write the day and the reason: nothing is deleted."
        )


class SurveysPage(AdvisingPage):
    """The surveys of the village (村(居)基本情况调查表)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Village survey"),
            self.tr("New survey"),
            self.tr("No survey yet. Press Ctrl+N and write what the adviser should know of the village."),
        )
        super().__init__(desk, "village_survey", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr("What the adviser should know of the village: its people, contracts and disputes.")


class AssessmentsPage(AdvisingPage):
    """The assessments of advisers (村(社区)法律顾问工作考评表)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Assessment"),
            self.tr("New assessment"),
            self.tr("No assessment yet. The township assesses the adviser once a year."),
        )
        super().__init__(desk, "adviser_assessment", titles)
        self.serving = ServingPick(desk, "adviser_assessment")
        self.list.beside.addWidget(self.serving)

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; the items of an assessment come from the county's list."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh and kind == "adviser_assessment":
            page.add_steps(self._takes_in)
        return page

    def _takes_in(self, page: RecordPage, sight: Sight) -> list[Step]:
        if sight.refused:
            return []
        if sight.children.get("assessment_item"):
            return [(self.tr("Add up the score"), lambda: page.save(lambda: self._adds_up(page)))]
        return [(self.tr("Take in the items"), lambda: page.save(lambda: self._take_in(page.record_id())))]

    def _adds_up(self, page: RecordPage) -> None:
        assessment_id = page.record_id()
        self._desk.do(lambda session: assessments.add_up(session, assessment_id))

    def _take_in(self, assessment_id: bytes) -> None:
        self._desk.do(lambda session: assessments.take_in(session, assessment_id))

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr("How the adviser did in a year, item by item. F8 prints the table for signature.")
