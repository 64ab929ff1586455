"""Who changed what and when, in words: the labels and values people know, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from ui.texts import moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.editors import title_of
from ui.widgets.labels import label
from village_desk.i18n import N_, translated
from village_desk.kinds import Kind
from village_desk.profile import Profile
from village_desk.queries.history import Event
from village_desk.sentences import parts as sentence_parts
from village_desk.shown import shown
from village_desk.times import Moment

SHOWN_EVENTS = 60
_SHOWN_CHARACTERS = 60

_OPS = {
    "put": N_("history", "Changed"),
    "archive": N_("history", "Put away"),
    "move": N_("history", "Moved"),
    "resolve": N_("history", "Decided between two versions"),
    "attach": N_("history", "Attached"),
}
_OUTCOMES = {
    "conflict": N_("history", "another version was there"),
    "quarantined": N_("history", "the county set it aside"),
    "carried": N_("history", "came by stick, not yet with the county"),
}
_ACCEPTED = N_("history", "accepted by {name}: {reason}")
_DISMISSED = N_("history", "not accepted by {name}: {reason}")
_MENDED = {
    "again": N_("history", "sent again"),
    "county": N_("history", "the county's text was left standing"),
    "kept": N_("history", "kept on this PC"),
    "noted": N_("history", "settled"),
    "township": N_("history", "given to the township on paper"),
}


class HistoryCard(Card):
    """The changes of one record.

    Signals:
        receipts_wanted: Show the county's receipts for this record.
    """

    receipts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(translated("history", N_("history", "What happened to this record")))
        self._lines = column(10)
        self.body.addLayout(self._lines)
        text = translated("history", N_("history", "Receipts of the county"))
        self.receipts_button = Button(text, self.receipts_wanted.emit, icon_name="fa6s.receipt")
        self.body.addLayout(row(self.receipts_button, None))
        self.lines: list[str] = []
        self._words: QLabel | None = None

    def show_events(
        self, kind: Kind, profile: Profile, events: Sequence[Event], now: Moment, *, begun: bool = True
    ) -> None:
        """Show changes, newest first; `begun`: none before them is only at the county."""
        clear(self._lines)
        self._words = None
        self.lines = []
        for number, event in reversed(list(enumerate(events[-SHOWN_EVENTS:]))):
            head = _head(event, now, first=begun and number == 0 and len(events) <= SHOWN_EVENTS)
            changes = _changes(kind, profile, event)
            self._lines.addWidget(label(head, "small", wrap=True))
            if changes:
                self._lines.addWidget(label(changes, wrap=True))
            self.lines += [head, changes]
        self.receipts_button.setVisible(any(event.received_at for event in events))
        if not begun:
            self.show_words(
                translated(
                    "history", N_("history", "Earlier changes are at the county and are being fetched.")
                )
            )
        elif not events:
            self.show_words(translated("history", N_("history", "Not saved yet.")))

    def show_words(self, words: str) -> None:
        """Say something below the changes, in place of what was said there before."""
        if self._words is not None:
            self._words.deleteLater()
        self._words = label(words, "small", wrap=True)
        self._lines.addWidget(self._words)


def _head(event: Event, now: Moment, *, first: bool) -> str:
    made = N_("history", "Made")
    parts = [
        moment_text(event.at, now),
        event.user_name or translated("history", N_("history", "another user")),
    ]
    parts.append(translated("history", made if first else _OPS.get(event.op, _OPS["put"])))
    if event.outcome in _OUTCOMES:
        parts.append(translated("history", _OUTCOMES[event.outcome]))
        if event.reason:
            parts.append(sentence_parts(f"aside.{event.reason}")[0].rstrip("。."))
        if event.mended in _MENDED:
            parts.append(translated("history", _MENDED[event.mended]))
    elif event.received_at:
        received = translated("history", N_("history", "county received it {when}"))
        parts.append(received.format(when=moment_text(event.received_at, now)))
    else:
        parts.append(translated("history", N_("history", "only on this PC so far")))
    if event.decided:
        text = _ACCEPTED if event.decided.accepted else _DISMISSED
        words = translated("history", text)
        parts.append(words.format(name=event.decided.name, reason=event.decided.reason))
    return " · ".join(parts)


def _changes(kind: Kind, profile: Profile, event: Event) -> str:
    lines = []
    for name, before, after in event.fields:
        spec = kind.fields.get(name)
        if spec is None or spec.face == "link":
            continue
        old, new = (_short(shown(profile, spec, value)) for value in (before, after))
        lines.append(f"{title_of(spec)}：{old} → {new}" if old else f"{title_of(spec)}：{new}")
    return "\n".join(lines)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARACTERS else f"{line[:_SHOWN_CHARACTERS]}…"
