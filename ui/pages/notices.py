"""What stands over a record: an unfinished draft, what the township said, fields written in two ways."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages import steps
from ui.sight import Sight
from ui.signed_words import departed_lines, signed_words
from ui.texts import moment_text
from ui.widgets.answers import AnswersPanel
from ui.widgets.cards import column
from ui.widgets.panels import Panel, Verb
from village_desk import duties
from village_desk.kinds import Kind
from village_desk.profile import Profile
from village_desk.queries.drafts import SavedDraft
from village_desk.times import Moment


class Notices(QWidget):
    """Panels that are hidden while there is nothing to say.

    Signals:
        draft_taken: Values of the draft to go on with.
        draft_dropped: The draft is not wanted.
        led: Field a remark is about.
        compared: Show the fields in conflict.
        asked_why: Show why the county did not take a change.
        added: Kind and first values of a record to begin: the report of what must be reported.
    """

    draft_taken = Signal(dict)
    draft_dropped = Signal()
    led = Signal(str)
    compared = Signal()
    asked_why = Signal()
    added = Signal(str, dict)

    def __init__(self) -> None:
        super().__init__()
        self.duty = Panel("danger")
        self.hint = Panel("attention")
        self.draft = Panel("attention")
        self.review = AnswersPanel()
        self.conflicts = Panel("attention")
        self.aside = Panel("attention")
        self.departed = Panel("attention")
        self.signed = Panel("accent")
        self.other = Panel("accent")
        layout = column(10)
        self._panels = (
            self.duty,
            self.hint,
            self.draft,
            self.review,
            self.conflicts,
            self.aside,
            self.departed,
            self.signed,
            self.other,
        )
        for panel in self._panels:
            layout.addWidget(panel)
            panel.turned.connect(self._show_if_any)
        self.review.led.connect(self.led)
        self.setLayout(layout)
        self.hide()

    def _show_if_any(self) -> None:
        self.setVisible(any(panel.isVisibleTo(self) for panel in self._panels))

    def offer_draft(self, draft: SavedDraft | None, now: Moment) -> None:
        """Ask whether to go on with what was typed before and not finished."""
        if draft is None:
            self.draft.say("")
            return
        words = self.tr("Something typed here {when} was not finished. Go on writing it?")
        verbs: list[Verb] = [
            (self.tr("Go on writing"), partial(self._answer, partial(self.draft_taken.emit, draft.values))),
            (self.tr("Throw it away"), partial(self._answer, self.draft_dropped.emit)),
        ]
        self.draft.say(words.format(when=moment_text(draft.saved_at, now)), verbs)

    def _answer(self, act: Callable[[], object]) -> None:
        self.draft.say("")
        act()

    def show_sight(self, kind: Kind, sight: Sight) -> None:
        """Show what the township said, and fields in conflict."""
        self._show_remarks(kind, sight)
        two = self.tr("{count} fields were written in two ways at the same time. Both are kept.")
        text = two.format(count=len(sight.conflicts)) if sight.conflicts else ""
        self.conflicts.say(text, [(self.tr("Compare and decide"), self.compared.emit)])
        words = self.tr("The county could not take a change of this record. The text is kept.")
        self.aside.say(
            words if sight.mark == "attention" else "", [(self.tr("See why"), self.asked_why.emit)]
        )

        words, lines = departed_lines(sight)
        self.departed.say(words, links=[(text, partial(self.led.emit, place)) for text, place in lines])
        self.signed.say(signed_words(kind.name, sight))

    def _show_remarks(self, kind: Kind, sight: Sight) -> None:
        """Show the remarks with a place for each answer; who only reads, or sees a part, has the remarks."""
        if sight.questions and not sight.refused and sight.review.submission is not None:
            self.review.ask(kind.name, sight.review.submission, sight.questions)
            return
        self.review.say_nothing()
        words = self.tr("The township sent this back. What to change:") if sight.remarks else ""
        links = [
            (steps.remark_line(kind, place, text), partial(self.led.emit, place))
            for place, text in sight.remarks.items()
        ]
        self.review.say(words, links=links)

    def show_duties(self, profile: Profile, sight: Sight) -> None:
        """Say what must be reported at once before the case goes on, and ask about what hints at it."""
        words = self.tr(
            "This must be reported at once; until the report is written down the case stands still."
        )
        links: list[Verb] = []
        report = duties.REPORTS.get(sight.kind, "")
        for one in sight.children.get(report, []):
            if not duties.answered(one.values):
                text = self._duty_text(profile, str(one.values.get("duty") or ""))
                links.append((text, partial(self.led.emit, f"{report}:{one.id.hex()}:reported_on")))
        self.duty.say(words if links else "", links=links)
        asking = self.tr("Has something been seen here that must be reported? If not, write down why.")
        asked: list[Verb] = [
            (self._duty_text(profile, duty), partial(self.added.emit, report, {"duty": duty}))
            for duty in sight.hints
        ]
        self.hint.say(asking if asked and not sight.refused else "", links=asked)

    def _duty_text(self, profile: Profile, duty: str) -> str:
        article = duties.ARTICLES.get(duty, "")
        return "  ".join(part for part in (profile.label("report_duty", duty), article) if part)
