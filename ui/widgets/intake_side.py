"""What to know while somebody tells: what may run out, what a group means, what must be reported."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.texts import day_text, kind_text
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.labels import Tone, chip, label
from ui.widgets.panels import Link, Panel, Verb
from village_desk import duties, limits, priority
from village_desk.kinds import KINDS, Values
from village_desk.profile import Profile
from village_desk.queries.chain import Link as Line
from village_desk.queries.records import Record
from village_desk.sentences import sentence
from village_desk.shown import shown

EARLIER = 5
"""Most earlier records that are named; the rest stands on the page of the whole story."""


class IntakeSide(QWidget):
    """Cards beside an intake.

    Signals:
        reported: Code of the duty for which a report is to be written.
        wanted: Kind and id of an earlier record to open.
        whole: The whole story of the person is wanted.
    """

    reported = Signal(str)
    wanted = Signal(str, object)
    whole = Signal()

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self.duty = Panel("danger")
        self.limit = Card(self.tr("How urgent is it?"))
        self._limit_lines = column(6)
        self.limit.body.addLayout(self._limit_lines)
        self.groups = Card(self.tr("What this means for the visitor"))
        self._group_lines = column(8)
        self.groups.body.addLayout(self._group_lines)
        self.earlier = Card(self.tr("Here before"))
        self._earlier_lines = column(2)
        self.earlier.body.addLayout(self._earlier_lines)
        layout = column(10)
        for card in (self.duty, self.limit, self.groups, self.earlier):
            layout.addWidget(card)
        layout.addStretch(1)
        self.setLayout(layout)
        self.show_visit({}, date.min)
        self.show_earlier(())

    def show_visit(self, values: Values, today: date) -> None:
        """Show what the words, days and groups of a visit mean on a day."""
        self._show_duties(values, today)
        self._show_limit(values, today)
        self._show_groups(values)

    def _show_duties(self, values: Values, today: date) -> None:
        found = duties.suspected(values, [values], [], today) if values else []
        words = self.tr("If this is so, it must be reported at once, before anything else.")
        verbs: list[Verb] = [
            (self.tr("Write the report"), partial(self.reported.emit, found[0])) for _once in found[:1]
        ]
        named = [
            f"{self._profile.label('report_duty', duty)}（{duties.ARTICLES.get(duty, '')}）" for duty in found
        ]
        self.duty.say("\n".join([words, *named]) if found else "", verbs)

    def _show_limit(self, values: Values, today: date) -> None:
        clear(self._limit_lines)
        found = limits.limit_of(self._profile, values, today) if values else None
        if found is not None:
            urgent = limits.is_urgent(self._profile, values, today)
            words = self.tr("{days} days left") if found.left >= 0 else self.tr("may be over since {day}")
            tone: Tone = "danger" if urgent else "attention" if found.left < 0 else "plain"
            text = words.format(days=found.left, day=found.last_day)
            self._limit_lines.addLayout(row(chip(self.tr("Urgent") if urgent else text, tone), None))
            day = f"{found.last_day.year}/{day_text(found.last_day)}"
            until = self.tr("Last day {day}, {left}").format(day=day, left=text)
            said = f"{until}  {found.deadline.article}"
            self._limit_lines.addWidget(label(said, wrap=True))
        rule = str(values.get("limit_rule") or "")
        if rule and found is None:
            words = self._profile.label(limits.RULES, rule)
            more = "" if values.get("happened_on") else self.tr("When did it happen, or the paper come?")
            self._limit_lines.addWidget(label(f"{words}  {more}", wrap=True))
        if not rule:
            self._limit_lines.addWidget(
                label(self.tr("Choose what it is about; the usual period is proposed."), "small", wrap=True)
            )
        note = self.tr("Information only: interruption and suspension change every period. Ask the adviser.")
        self._limit_lines.addWidget(label(note, "small", wrap=True))

    def _show_groups(self, values: Values) -> None:
        clear(self._group_lines)
        held = values.get("groups")
        groups = [str(code) for code in held] if isinstance(held, tuple) else []
        for (code, article), of in priority.meanings(groups).items():
            names = "、".join(self._profile.label("priority_group", group) for group in of)
            self._group_lines.addWidget(label(f"{names}：{sentence(code)} {article}".rstrip(), wrap=True))
        proofs = [
            one.note for one in self._profile.lists["priority_group"] if one.code in groups and one.note
        ]
        if proofs:
            self._group_lines.addWidget(label("\n".join(proofs), "small", wrap=True))
        self.groups.setVisible(bool(groups))

    def show_earlier(self, story: Sequence[Line]) -> None:
        """Show the last records of the person, newest first."""
        clear(self._earlier_lines)
        for line in sorted(story, key=lambda one: one.day, reverse=True)[:EARLIER]:
            open_: Callable[[], object] = partial(self.wanted.emit, line.record.kind, line.record.id)
            self._earlier_lines.addWidget(Link(line_text(self._profile, line.record, line.day), open_))
        if story:
            self._earlier_lines.addWidget(Link(self.tr("The whole story"), self.whole.emit))
        self.earlier.setVisible(bool(story))


def line_text(profile: Profile, record: Record, day: date) -> str:
    """Return one line of a record in a story: day, kind, what it is about, state."""
    spec = KINDS[record.kind].fields.get("state")
    state = shown(profile, spec, record.state) if spec and record.state else ""
    topic = str(record.values.get("topic") or "")
    about = profile.label("topic", topic) if topic else ""
    words = about or str(record.values.get("content") or record.values.get("facts") or record.name)
    return "  ".join(
        one for one in (day.isoformat(), kind_text(record.kind), " ".join(words.split()), state) if one
    )
