"""Today: what is overdue, what came back, what runs out, what waits; each leads to its record."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QTimer

from ui.desk import Desk
from ui.texts import day_text, field_text, kind_text, moment_text
from ui.widgets.cards import CardText, ScrollColumn, TaskCard, clear, column, row
from ui.widgets.clock_card import period_text
from ui.widgets.labels import Tone, chip, label
from village_desk.i18n import N_, translated
from village_desk.queries import drafts, today
from village_desk.queries.drafts import SavedDraft
from village_desk.queries.today import Task
from village_desk.sentences import has_sentence, sentence
from village_desk.session import Changes, Session
from village_desk.times import Moment, legal_day

_LOOKS: dict[str, tuple[str, Tone]] = {
    "overdue": ("fa6s.circle-exclamation", "danger"),
    "returned": ("fa6s.rotate-left", "attention"),
    "attention": ("fa6s.code-branch", "attention"),
    "due": ("fa6s.hourglass-half", "accent"),
    "review": ("fa6s.clipboard-check", "accent"),
}
_VERBS = {
    "deadline.consultation_answer": N_("today", "Answer"),
    "deadline.mediation_acceptance": N_("today", "Decide on it"),
    "deadline.mediation_period": N_("today", "See the case"),
    "deadline.joint_confirmation": N_("today", "See the case"),
    "deadline.follow_up": N_("today", "Visit"),
    "deadline.performance": N_("today", "See what is due"),
    "deadline.filing": N_("today", "File it"),
    "duty": N_("today", "Report"),
    "deadline.volunteer_leaving": N_("today", "See the volunteer"),
    "deadline.aid_decision": N_("today", "See the application"),
    "deadline.planned_inspection": N_("today", "See the inspection"),
    "deadline.rectification": N_("today", "See the inspection"),
    "returned": N_("today", "Mend it"),
    "conflict": N_("today", "Decide"),
    "review": N_("today", "Review"),
    "adviser.confirm": N_("today", "Confirm"),
    "adviser.missing": N_("today", "See the visits"),
    "deadline.planned_visit": N_("today", "See the visit"),
    "deadline.open_visit": N_("today", "Finish the log"),
}
_OPEN = N_("today", "Open")
_ICONS = {
    "consultation": "fa6s.comments",
    "mediation_case": "fa6s.handshake",
    "agreement": "fa6s.scale-balanced",
    "legal_aid": "fa6s.file-signature",
}
_SHOWN = 30
"""Most cards drawn, more than anybody does in a day; what is beyond is counted in a sentence."""
_FIRST = 10
"""Cards that stand before the page is first shown, more than a screen holds; the rest follows after it."""
_REST_MS = 50


@dataclass(frozen=True, slots=True, repr=False)
class _Answer:
    tasks: list[Task]
    drafts: list[SavedDraft]
    now: Moment
    mediations: int
    consultations: int


class TodayPage(ScrollColumn):
    """The first page of the day; asks anew whenever a record changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.title = label(self.tr("Today"), "title")
        self.day = label(tone="secondary")
        self.mediations, self.consultations = chip(""), chip("")
        self.body.addLayout(row(self.title, self.day, None, self.mediations, self.consultations, spacing=12))
        self.list = column(10)
        self.body.addLayout(self.list)
        self.body.addStretch(1)
        self.cards: list[TaskCard] = []
        self._rest: Iterator[TaskCard] = iter(())
        desk.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask what waits."""
        self._desk.ask(_answer, self._show)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "This is the work that waits: first what is overdue, then what the judicial office has "
            "returned, then what runs out soon. Each card leads to its record. The numbers at the left "
            "count the same things."
        )

    def _changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    # ------------------------------------------------------------ what is shown

    def _show(self, answer: _Answer) -> None:
        self.day.setText(day_text(legal_day(answer.now)))
        self.mediations.setText(self.tr("Mediations this month: {count}").format(count=answer.mediations))
        self.consultations.setText(self.tr("Consultations: {count}").format(count=answer.consultations))
        clear(self.list)
        first_time = not self.cards
        self.cards = []
        self._rest = self._adding(answer)
        # Shown anew, the page is filled whole: the place it was scrolled to must not move.
        self.cards.extend(islice(self._rest, _FIRST if first_time else None))
        QTimer.singleShot(_REST_MS, self, self._add_rest)

    def _add_rest(self) -> None:
        self.cards.extend(self._rest)

    def _adding(self, answer: _Answer) -> Iterator[TaskCard]:
        """Put what waits into the list, and yield after each card."""
        for draft in answer.drafts[:5]:
            yield self._add_draft(draft, answer.now)
        shown = answer.tasks[:_SHOWN]
        for urgency, heading, tone in self._headings():
            group = [task for task in shown if task.urgency == urgency]
            if group:
                self._add_heading(heading, sum(task.urgency == urgency for task in answer.tasks), tone)
            for task in group:
                yield self._add(
                    self._card_text(task, answer.now),
                    translated("today", _VERBS.get(task.what, _OPEN)),
                    self._opener(task),
                )
        if len(answer.tasks) > _SHOWN:
            more = self.tr("And {count} more; they appear here when the first are done.")
            self.list.addWidget(
                label(more.format(count=len(answer.tasks) - _SHOWN), tone="secondary", wrap=True)
            )
        if not answer.tasks and not answer.drafts:
            self._show_nothing()

    def _headings(self) -> Sequence[tuple[str, str, Tone]]:
        return (
            ("overdue", self.tr("Overdue"), "danger"),
            ("returned", self.tr("Returned to be mended"), "attention"),
            ("attention", self.tr("To be decided"), "attention"),
            ("due", self.tr("Next"), "plain"),
            ("review", self.tr("Waiting for review"), "plain"),
        )

    def _add_heading(self, text: str, number: int, tone: Tone) -> None:
        self.list.addSpacing(4)
        self.list.addWidget(label(f"{text}  {number}", "heading", tone))

    def _add(self, text: CardText, verb: str, press: Callable[[], object]) -> TaskCard:
        card = TaskCard(text, verb, press)
        self.list.addWidget(card)
        return card

    def _add_draft(self, draft: SavedDraft, now: Moment) -> TaskCard:
        title = self.tr("Not finished: {kind}").format(kind=kind_text(draft.kind))
        detail = self.tr("Typed {when} and kept on this PC; not yet saved.")
        text = CardText(title, detail.format(when=moment_text(draft.saved_at, now)), "fa6s.pen", "attention")
        return self._add(text, self.tr("Go on"), lambda: self._desk.open_record(draft.kind, draft.record_id))

    def _show_nothing(self) -> None:
        title = self.tr("Nothing waits.")
        text = CardText(title, self.tr("When somebody comes in, press F2."), "fa6s.circle-check", "good")
        self.list.addWidget(TaskCard(text))

    def _opener(self, task: Task) -> Callable[[], None]:
        if task.what == "conflict":
            return lambda: self._desk.go("conflicts")
        if task.what in ("set_aside", "to_decide"):
            return lambda: self._desk.go("quarantine")
        if task.what == "adviser.missing":
            return lambda: self._desk.go("adviser")
        return lambda: self._desk.open_record(task.kind, task.record_id, task.field)

    def _card_text(self, task: Task, now: Moment) -> CardText:
        icon, tone = _LOOKS[task.urgency]
        name = task.title or self.tr("(without a name)")
        subject = " · ".join((name, kind_text(task.kind)))
        if task.due_on is not None:
            return self._deadline_text(task, subject, now)
        if task.urgency == "returned":
            return CardText(subject, self._remarks(task), icon, tone, self._places(task))
        if task.what == "conflict":
            words = self.tr("“{field}” was changed in two places; both texts are kept until you decide.")
            return CardText(subject, words.format(field=field_text(task.kind, task.field)), icon, tone)
        said = {
            "set_aside": self.tr(
                "The county has set a change aside. It is safe here; look at what was entered."
            ),
            "to_decide": self.tr(
                "The county set a change of this village aside. You decide whether it counts."
            ),
        }
        if task.what in said:
            return CardText(subject, said[task.what], icon, tone)
        if task.what == "adviser.confirm":
            return CardText(subject, sentence(task.what), icon, tone)
        words = self.tr("Sent for the {round}. time").format(round=max(task.round, 1))
        return CardText(subject, words, icon, tone)

    def _deadline_text(self, task: Task, subject: str, now: Moment) -> CardText:
        icon, tone = _LOOKS[task.urgency]
        if task.urgency == "due":
            icon = _ICONS.get(task.kind, icon)
        left = (task.due_on - legal_day(now)).days if task.due_on else 0
        if left < 0:
            chip = self.tr("{days} days over").format(days=-left)
        elif left == 0:
            chip = self.tr("today")
        else:
            chip = self.tr("{days} days left").format(days=left)
        until = self.tr("until {day}").format(day=day_text(task.due_on)) if task.due_on else ""
        name = task.what.removeprefix("deadline.")
        profile = self._desk.session.profile
        what = (
            sentence(task.what, dict(task.details)) if has_sentence(task.what) else period_text(profile, name)
        )
        detail = " · ".join(part for part in (what, until, task.article) if part)
        return CardText(subject, detail, icon, tone, chip)

    def _remarks(self, task: Task) -> str:
        by = self.tr("{name}:").format(name=task.said_by) if task.said_by else ""
        said = [
            self.tr("“{field}” {text}").format(field=field_text(task.kind, field), text=text)
            if field
            else text
            for field, text in task.remarks
        ]
        times = self.tr("{round}. return").format(round=task.round)
        return " · ".join(part for part in (by + self.tr("; ").join(said), times) if part)

    def _places(self, task: Task) -> str:
        return self.tr("{count} places").format(count=len(task.remarks)) if task.remarks else ""


def _answer(session: Session) -> _Answer:
    return _Answer(
        today.tasks(session),
        [
            one for one in drafts.open_drafts(session) if one.kind != "submission"
        ],  # the card of what came back
        session.now(),
        today.made_this_month(session, "mediation_case"),
        today.made_this_month(session, "consultation"),
    )
