"""Consultations: who came, what was asked and answered, and what it may be turned into."""

from ui.desk import Desk
from ui.pages import citing, converting, typical
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.pages.register import RegisterPage
from ui.pages.similar import SimilarHelp
from ui.pages.steps import Step
from ui.pages.visitors import VISITORS
from ui.sight import Sight
from village_desk import ids, limits, statistics, times
from village_desk.kinds import Values
from village_desk.statistics import Period, Place


class ConsultationsPage(RecordsPage):
    """The consultations of the room."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Consultations"),
            self.tr("New consultation"),
            self.tr("No consultation has been written down yet. Press F2 when somebody comes."),
        )
        super().__init__(desk, "consultation", titles, self._turns)
        self.register = RegisterPage(desk, VISITORS)
        self.register.back.connect(self._back_to_record)
        self.addWidget(self.register)
        self.register_button = self.list.add_button(
            self.tr("Register of visitors"), self.show_register, "fa6s.book"
        )

    def show_register(self) -> None:
        """Show the register of this month and unit (来访登记簿)."""
        month = statistics.period_of("month", times.legal_day(self._desk.session.now()))
        self._way = []
        self._desk.ask(statistics.places, lambda found: self._open_register(found[0], month))

    def _open_register(self, place: Place, month: Period) -> None:
        self.register.open(place, month)
        self.setCurrentWidget(self.register)

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; choosing a matter in village words fills the cause while it is empty."""
        known = kind in self._pages
        page = super().record_page(kind)
        if kind == "consultation" and not known:
            page.form.editors["topic"].edited.connect(lambda: self._fill_cause(page))
            self.similar_help = SimilarHelp(page, self._desk)
            for name in ("limit_rule", "happened_on", "limit_on"):
                page.form.editors[name].edited.connect(lambda: self._fill_urgent(page))
        return page

    def _fill_cause(self, page: RecordPage) -> None:
        profile, topic = self._desk.session.profile, page.form.draft()["topic"]
        cause = profile.maps_to("topic", str(topic))
        label = profile.label("cause_civil", cause)
        if label != cause and page.form.draft()["cause"] is None:
            page.form.put({"cause": label})
        rule = limits.usual_rule(profile, str(topic or ""))
        if rule and page.form.draft()["limit_rule"] is None:
            page.form.put({"limit_rule": rule})

    def _fill_urgent(self, page: RecordPage) -> None:
        """Say that a matter is urgent once fewer days are left than the county's profile calls so."""
        session = self._desk.session
        if limits.is_urgent(session.profile, page.form.values(), times.legal_day(session.now())):
            page.form.put({"urgent": True})

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Every question somebody brings is one consultation. F2 begins with who comes in; a question "
            "alone begins with Ctrl+N. Type the name first, so that nobody is entered twice. Everything is "
            "kept while you type; nothing has to be complete until you finish it. "
            "A consultation can be turned into a mediation or an application for legal aid without "
            "typing anything again. "
            "While you write, earlier records in the same words stand beside it, to compare with."
        )

    def _turns(self, page: RecordPage, sight: Sight) -> list[Step]:
        grown = {one.kind for one in sight.grown}
        steps: list[Step] = []
        if "mediation_case" not in grown:
            steps.append((self.tr("Turn into mediation"), lambda: self._turn(page, "mediation_case")))
        if "legal_aid" not in grown:
            steps.append((self.tr("Turn into legal aid"), lambda: self._turn(page, "legal_aid")))
        steps.append((self.tr("Pass on to another office"), lambda: self._turn(page, "referral")))
        return [*steps, *citing.offered(self._desk, page), *typical.offered(self._desk, page, sight)]

    def _turn(self, page: RecordPage, kind: str) -> None:
        page.save(lambda: self._make(page, kind))

    def _make(self, page: RecordPage, kind: str) -> None:
        consultation_id, values = page.record_id(), page.form.values()
        new_id = ids.new_id()
        self._desk.do(
            lambda session: converting.convert(session, (consultation_id, values), kind, new_id),
            lambda _changes: self._made(kind, new_id, values),
        )

    def _made(self, kind: str, new_id: bytes, _values: Values) -> None:
        self._desk.open_record(kind, new_id)
        self._desk.tell(
            self.tr("Copied over: nothing has to be typed again. The visit notes what became of it."), "good"
        )
