"""What the adviser writes beside the visits: plan, opinions, check-ups, reports; contract and assessment."""

from functools import partial

from ui.desk import Desk
from ui.pages.records import RecordsPage
from ui.widgets.buttons import Button


class PlansPage(RecordsPage):
    """The yearly plans (年度法律服务计划)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Yearly plan"),
            self.tr("New plan"),
            self.tr("No plan yet. Press Ctrl+N and write a line for each thing to be done."),
        )
        super().__init__(desk, "adviser_plan", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr("The plan of a year, a line for each piece of work. F8 prints it for signature.")


class OpinionsPage(RecordsPage):
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


class CheckupsPage(RecordsPage):
    """The check-ups with the risks they found (“法治体检”报告)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Check-ups"),
            self.tr("New check-up"),
            self.tr("No check-up yet. Press Ctrl+N for one, and add a line for every risk found."),
        )
        super().__init__(desk, "checkup", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "A check-up looks through the rules, decisions and contracts of a village or a small "
            "business. Each risk has somebody who mends it and a day; Today reminds of what is open."
        )


class ReportsPage(RecordsPage):
    """The reports of a month or a quarter (村(居)法律顾问工作情况月(季)报表)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Monthly report"),
            self.tr("New report"),
            self.tr("No report yet. Press Ctrl+N; the numbers are counted from the visits."),
        )
        super().__init__(desk, "adviser_report", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Choose the month or the quarter; the lines are counted from the visits the township has "
            "approved. Nothing is typed a second time."
        )


class ContractsPage(RecordsPage):
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
        for words, page in (
            (self.tr("Village survey"), "village_surveys"),
            (self.tr("Assessment"), "adviser_assessments"),
        ):
            self.list.beside.addWidget(Button(words, partial(desk.go, page)))

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Who advises the village, from when to when, and what was agreed on. When the adviser leaves "
            "early, write the day and the reason: nothing is deleted."
        )


class SurveysPage(RecordsPage):
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


class AssessmentsPage(RecordsPage):
    """The assessments of advisers (村(社区)法律顾问工作考评表)."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Assessment"),
            self.tr("New assessment"),
            self.tr("No assessment yet. The township assesses the adviser once a year."),
        )
        super().__init__(desk, "adviser_assessment", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr("How the adviser did in a year, item by item. F8 prints the table for signature.")
