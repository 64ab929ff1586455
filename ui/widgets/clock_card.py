"""The legal clock of a record: each period with its last day, its article, and what was counted."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from ui.texts import day_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.labels import Tone, chip, label
from village_desk.profile import Profile
from village_desk.queries.clock import Period
from village_desk.sentences import has_sentence, sentence

_SOON = 7
"""Days before the end from which the chip asks for attention."""


class ClockCard(Card):
    """One line a period; hidden while none runs.

    Signals:
        added: Kind and first values of a change of a period.
    """

    added = Signal(str, dict)

    def __init__(self, profile: Profile) -> None:
        super().__init__(self.tr("Periods"))
        self._profile = profile
        self._lines = column(8)
        self.body.addLayout(self._lines)
        self.change_buttons: list[Button] = []
        self.texts: list[str] = []
        self.hide()

    def show_periods(self, found: Sequence[Period], today: date, *, may_change: bool) -> None:
        """Show the periods of a record; with `may_change`, each can be paused, extended or muted."""
        clear(self._lines)
        self.change_buttons, self.texts = [], []
        for period in found:
            self._add_line(period, today, may_change=may_change)
        self.setVisible(bool(found))

    def _add_line(self, period: Period, today: date, *, may_change: bool) -> None:
        name = period_text(self._profile, period.deadline.name)
        title = " · ".join(part for part in (name, self._until(period)) if part)
        detail = "  ".join(filter(None, (self._counted(period), period.deadline.article)))
        lines = column(2)
        lines.addWidget(label(title, wrap=True))
        lines.addWidget(label(detail, "small", wrap=True))
        layout = row(spacing=12)
        layout.addLayout(lines, 1)
        layout.addWidget(chip(*self._chip(period, today)))
        if may_change:
            begins = {"period": period.deadline.name}
            button = Button(self.tr("Change"), partial(self.added.emit, "period_change", begins))
            button.setAccessibleName(f"{button.text()} {name}")
            layout.addWidget(button)
            self.change_buttons.append(button)
        self._lines.addLayout(layout)
        self.texts.append(f"{title}\n{detail}")

    def _until(self, period: Period) -> str:
        if period.last_day is None:
            return ""
        words = self.tr("until {day}, as the parties agreed") if period.extended else self.tr("until {day}")
        day = self.tr("{year}/{day}").format(year=period.last_day.year, day=day_text(period.last_day))
        return words.format(day=day)

    def _counted(self, period: Period) -> str:
        deadline, said = period.deadline, []
        if deadline.count:
            units = {
                "day": self.tr("{count} days from {day}, which is not counted; {passed} have passed"),
                "working_day": self.tr(
                    "{count} working days from {day}, which is not counted; {passed} have passed"
                ),
                "month": self.tr(
                    "{count} month(s) from {day}, which is not counted; {passed} days have passed"
                ),
            }
            words = units[deadline.unit]
            said.append(words.format(count=deadline.count, day=period.start, passed=period.passed))
        if period.paused:
            said.append(self.tr("{count} days were not counted").format(count=period.paused))
        if period.paused_since:
            said.append(self.tr("stands still since {day}").format(day=period.paused_since))
        if period.muted:
            words = self.tr("no reminder: {reason} ({who})")
            said.append(words.format(reason=period.muted, who=period.changed_by or "–"))
        return self.tr("; ").join(said)

    def _chip(self, period: Period, today: date) -> tuple[str, Tone]:
        if period.muted:
            return self.tr("muted"), "secondary"
        if period.last_day is None:
            return self.tr("paused"), "secondary"
        left = (period.last_day - today).days
        if left < 0 and period.deadline.lapses:
            return self.tr("lapsed"), "secondary"
        if left < 0:
            return self.tr("{days} days over").format(days=-left), "danger"
        words = self.tr("today") if left == 0 else self.tr("{days} days left").format(days=left)
        return words, "attention" if left <= _SOON else "plain"


def period_text(profile: Profile, name: str) -> str:
    """Return what a period is called: by the county's list, else by the program."""
    known = profile.label("period", name)
    code = f"deadline.{name}"
    return known if known != name or not has_sentence(code) else sentence(code)
