"""How the page of a record is laid out, and how it shows what is known about the record."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from sync import connect, snapshot
from ui import theme
from ui.desk import Desk
from ui.looks import LOOKS
from ui.pages import steps
from ui.pages.notices import Notices
from ui.paper import Paper
from ui.sight import Sight
from ui.texts import kind_text
from ui.widgets.cards import ScrollColumn, column
from ui.widgets.clock_card import ClockCard
from ui.widgets.editors import Setting
from ui.widgets.left_over import LeftOverCard
from ui.widgets.parts import PartsCard, RareParts
from ui.widgets.record_bars import ActionBar, RecordHeader
from ui.widgets.record_form import RecordForm
from ui.widgets.shown import mark_text, standing, state_tone
from ui.widgets.side_panel import SidePanel
from village_desk import rights, times
from village_desk.kinds import KINDS
from village_desk.queries import history
from village_desk.sentences import sentence
from village_desk.session import Session
from village_desk.shown import shown

SIDE_WIDTH = 262
_NARROW = 560
"""Below this width of the form, px at standard text size, the paper goes under it."""
_WIDEST = 1_110


class RecordView(QWidget):
    """Header, notices, form, linked records, paper and actions; `RecordPage` makes them work."""

    def __init__(self, desk: Desk, kind: str) -> None:
        super().__init__()
        self._desk = desk
        self.kind = desk.session.profile.kind(kind)
        self.look = LOOKS[kind]
        self.sight: Sight | None = None
        self.correcting = False
        """An approved record is being corrected; saving it asks for the reason."""
        self.leads: dict[str, Callable[[], object]] = {}
        """Where a problem leads that is of no field and no linked record, by the place it names."""
        self.header = RecordHeader()
        self.notices = Notices()
        setting = Setting(desk.session.profile, times.legal_day(desk.session.now()))
        self.form = RecordForm(self.kind, self.look.form, setting)
        self.parts = {name: PartsCard(name, desk.session.profile) for name in self.look.parts}
        rare = [name for name, part in self.parts.items() if part.look.rare]
        self.left_over = LeftOverCard()
        self.rare = RareParts(rare, self.tr("More of this case"))
        self.clock = ClockCard(desk.session.profile)
        self.side = SidePanel(desk, has_paper=bool(self.look.papers))
        self.bar = ActionBar()
        self._lay_out()

    def _lay_out(self) -> None:
        self._over = column(0)
        left = column(10)
        first = [part for part in self.parts.values() if part.look.before]
        later = [part for part in self.parts.values() if not part.look.before]
        for card in (self.notices, self.clock, *first, self.form, self.left_over, *later, self.rare):
            left.addWidget(card)
        left.addStretch(1)
        self._cards = left
        cards = QWidget()
        cards.setLayout(left)
        cards.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addWidget(cards, 1)
        self._across.addWidget(self.side)
        scroll = self.area = ScrollColumn()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.body.addLayout(self._across)
        scroll.verticalScrollBar().rangeChanged.connect(
            lambda _low, high: self._set_margins(scrolls=high > 0)
        )
        layout = column(0)
        over, under = self._over, column(0)
        over.setContentsMargins(24, 12, 24, 6)
        over.addWidget(self.header)
        under.setContentsMargins(24, 8, 24, 10)
        under.addWidget(self.bar)
        layout.addLayout(over)
        layout.addWidget(scroll, 1)
        layout.addLayout(under)
        self.setLayout(layout)

    def add_card(self, card: QWidget, *, first: bool = False) -> None:
        """Put a card of a kind of record's own under the others, or under the notices before them."""
        self._cards.insertWidget(1 if first else self._cards.count() - 1, card)

    def _set_margins(self, *, scrolls: bool) -> None:
        """Keep the right edge of the cards where the header ends, with and without a scroll bar."""
        inner = self.area.widget().layout()
        if inner is not None:
            inner.setContentsMargins(24, 4, 10 if scrolls else 24, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the form, put the paper under it and let the header scroll."""
        super().resizeEvent(event)
        px = theme.current().px
        room = min(self.width() - 48, px(_WIDEST)) - px(SIDE_WIDTH) - 16
        beside = room >= px(_NARROW)
        self._across.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self.side.setFixedWidth(px(SIDE_WIDTH) if beside else self.width() - 48)
        (self._over if beside else self.area.body).insertWidget(0, self.header)
        self._over.setContentsMargins(24, 12 if beside else 0, 24, 6)
        self.bar.hint.setMaximumHeight(1000 if beside else 0)

    # ------------------------------------------------------------ showing

    def show_sight(self, sight: Sight) -> None:
        """Show everything about a record but the values in its form."""
        record = sight.record
        reason = self._hidden_words(sight)
        if sight.refused and not (self.correcting and sight.refused == "record.locked"):
            reason = sentence(sight.refused)
        self.form.lock(reason, self.tr("The program fills this in."))
        self._show_header(sight)
        for name, part in self.parts.items():
            part.show_lines(sight.children.get(name, []), may_add=not reason and self._may_add(name))
        may_change = "period_change" in self.parts and not reason
        self.clock.show_periods(sight.periods, times.legal_day(sight.now), may_change=may_change)
        held = [name for name in self.parts if sight.children.get(name) or not self._may_add(name)]
        self.rare.show_missing(held, may_add=not reason)
        drafted = sight.draft.values if sight.draft else {}
        self.left_over.show_values(self.kind, {**drafted, **sight.values}, sight.gone)
        self.side.attachments.setVisible(record is not None)
        self.side.attachments.show_attachments(
            (self.kind.name, sight.id), sight.attachments, may_add=not sight.refused
        )
        self.side.related.show_sight(sight)
        self.form.show_remarks(
            {name: text for name, text in sight.remarks.items() if name in self.form.editors}
        )
        self.notices.show_sight(self.kind, sight)
        self.notices.show_duties(self._desk.session.profile, sight)
        self.want_paper(sight, at_once=True)
        if self.side.history.isVisibleTo(self.side):
            self._ask_history()

    def _hidden_words(self, sight: Sight) -> str:
        """Return why values of the record are not shown, or ""."""
        if not sight.hidden:
            return ""
        roles, kind = self._desk.session.actor.roles, self.kind
        if all(rights.masked(role, kind.name, kind.class_) for role in roles):
            return self.tr("Not shown to this office")
        return self.tr("Handed over, no longer shown")

    def _may_add(self, kind: str) -> bool:
        """Say whether this person ever writes a kind: what another office decides has no button here."""
        roles, class_ = self._desk.session.actor.roles, KINDS[kind].class_
        return any(rights.reach(role, "write", kind, class_) for role in roles)

    def _show_header(self, sight: Sight) -> None:
        record = sight.record
        profile = self._desk.session.profile
        state = record.state if record else ""
        spec = self.kind.fields.get("state")
        shown_state = (
            shown(profile, spec, state) if spec and state else self.tr("Draft") if not record else ""
        )
        number = str(sight.values.get("number") or "")
        self.header.show_title(
            kind_text(self.kind.name),
            (shown_state or self._hidden_words(sight), state_tone(state)),
            standing(sight.review),
            self.tr("No. {number}").format(number=number) if number else "",
        )
        self.header.show_county(*(mark_text(sight.mark) if sight.mark else ("", "plain")))

    # ------------------------------------------------------------ beside

    def toggle_history(self) -> None:
        """Show the history in place of the paper, or the paper again (F6)."""
        if self.side.toggle_history():
            self._ask_history()

    def _ask_history(self) -> None:
        if self.sight is None or self.sight.record is None:
            self.side.history.show_events(self.kind, self._desk.session.profile, [], 0)
            return
        kind, record_id = self.kind.name, self.sight.id
        self._desk.ask(
            lambda session: _past(session, kind, record_id),
            self._show_history,
        )

    def _show_history(self, past: "_Past") -> None:
        card, profile = self.side.history, self._desk.session.profile
        card.show_events(self.kind, profile, past.events, past.now, begun=past.begun)
        if past.begun:
            return
        self._desk.ask_far(
            lambda session: _fetched(session, self.kind.name, past.record_id),
            self._show_fetched,
            lambda _error: card.show_words(
                self.tr("Earlier changes are at the county, which cannot be reached just now.")
            ),
        )

    def _show_fetched(self, past: "_Past") -> None:
        if self.sight is not None and self.sight.id == past.record_id:  # else another record is shown by now
            self.side.history.show_events(self.kind, self._desk.session.profile, past.events, past.now)

    def want_paper(self, sight: Sight, *, at_once: bool = False) -> None:
        """Let the paper beside the form follow what is typed."""
        if not self.look.papers or sight.hidden:
            return
        paper = Paper("", "", self.kind.name, sight.id, steps.live_form(self.kind.name, sight.values))
        self.side.paper.want(paper, self.form.values(), at_once=at_once)


@dataclass(frozen=True, slots=True, repr=False)
class _Past:
    """The changes of a record that are here; `begun`: none is only at the county."""

    record_id: bytes
    events: list[history.Event]
    now: times.Moment
    begun: bool


def _past(session: Session, kind: str, record_id: bytes) -> _Past:
    begun = not history.begins_at_county(session, record_id)
    return _Past(record_id, history.of(session, kind, record_id), session.now(), begun)


def _fetched(session: Session, kind: str, record_id: bytes) -> _Past:
    """Fetch what of the history is only at the county, and return all of it."""
    exchange = connect.connect(session.store)
    try:
        snapshot.fetch_history(session.store, exchange, kind, record_id, session.now())
    finally:
        exchange.close()
    return _past(session, kind, record_id)
