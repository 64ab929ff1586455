"""Fields that were written in two ways at the same time: side by side, until a person decides."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.desk import Desk
from ui.texts import kind_text, moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, ScrollColumn, clear, column, row
from ui.widgets.editors import Editor, Setting, make_editor, title_of
from ui.widgets.flow import FieldFlow
from ui.widgets.labels import label
from ui.widgets.shown import shown
from village_desk import times
from village_desk.commands import conflicts as deciding
from village_desk.queries import conflicts
from village_desk.queries.conflicts import OpenConflict
from village_desk.session import Changes


class ConflictCard(Card):
    """One field with both texts, and the verbs that decide."""

    def __init__(self, desk: Desk, one: OpenConflict) -> None:
        super().__init__()
        self._desk = desk
        self.conflict = one
        kind = desk.session.profile.kind(one.kind)
        spec = kind.fields.get(one.field)
        self.editor: Editor | None = None
        title = title_of(spec) if spec else one.field
        head = f"{kind_text(one.kind)} · {one.record_name} · {title}".replace(" ·  · ", " · ")
        open_button = Button(
            self.tr("Open the record"),
            lambda: desk.open_record(one.kind, one.record_id, one.field),
            look="quiet",
        )
        heading = label(head, "heading", wrap=True)
        top = row(spacing=12)
        top.addWidget(heading, 1)
        top.addWidget(open_button)
        self.body.addLayout(top)
        now = desk.session.now()
        current, other = (
            (shown(desk.session.profile, spec, value) if spec else str(value or ""))
            for value in (one.current, one.value)
        )
        when = moment_text(one.received_at, now) if one.received_at else ""
        who = "  ".join(filter(None, (one.user_name or self.tr("another user"), when)))
        flow = FieldFlow(16)
        self.keep_button = Button(self.tr("Take the county's"), partial(self._decide, one.current))
        self.take_button = Button(self.tr("Take this one"), partial(self._decide, one.value))
        least = theme.current().px(300)
        flow.add(
            _side(self.tr("As the county has it now"), "", current or self.tr("(empty)"), self.keep_button),
            6,
            least,
        )
        flow.add(
            _side(
                self.tr("Written elsewhere at the same time"),
                who,
                other or self.tr("(empty)"),
                self.take_button,
            ),
            6,
            least,
        )
        self.body.addLayout(flow)
        if spec:
            self._add_own(desk, one)

    def _add_own(self, desk: Desk, one: OpenConflict) -> None:
        spec = desk.session.profile.kind(one.kind).fields[one.field]
        self.editor = make_editor(
            one.kind, spec, Setting(desk.session.profile, times.legal_day(desk.session.now())), 2
        )
        self.editor.set_value(one.current)
        self.body.addWidget(label(self.tr("Or write it as it should be:"), "small"))
        self.body.addWidget(self.editor)
        self.own_button = Button(self.tr("Take what is written here"), self._decide_own)
        self.body.addLayout(row(None, self.own_button))

    def _decide_own(self) -> None:
        if self.editor is None:
            return
        self.editor.check()
        if not self.editor.problem():
            self._decide(self.editor.value())

    def _decide(self, value: object) -> None:
        self._desk.do(
            lambda session: deciding.resolve(session, self.conflict.id, value),
            lambda _changes: self._desk.tell(
                self.tr("Decided. The other text stays in the history."), "good"
            ),
        )


def _side(title: str, who: str, text: str, button: Button) -> QWidget:
    holder = Card()
    holder.body.addWidget(label(title, "small", wrap=True))
    if who:
        holder.body.addWidget(label(who, "small", wrap=True))
    holder.body.addWidget(label(text, wrap=True), 1)
    holder.body.addLayout(row(None, button))
    return holder


class ConflictsPage(ScrollColumn):
    """All open ones, oldest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.body.addWidget(label(self.tr("Written in two ways"), "title"))
        words = self.tr(
            "Two people changed the same field before their PCs had met. Both texts are kept; choose "
            "which one counts."
        )
        self.body.addWidget(label(words, "small", wrap=True))
        self._cards = column(10)
        self.body.addLayout(self._cards)
        self.empty = label(
            self.tr(
                "Nothing to decide. When two people write the same field at once, both texts appear here."
            ),
            wrap=True,
        )
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.cards: list[ConflictCard] = []
        desk.changed.connect(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew for what is open."""
        self._desk.ask(conflicts.open_conflicts, self._show)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Read both texts, then press the button under the one that counts, or write it anew. "
            "Nothing is lost: the other text stays in the history of the record."
        )

    def _heard(self, _changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, found: list[OpenConflict]) -> None:
        typing = next(
            (
                card
                for card in self.cards
                if card.editor and card.editor.isAncestorOf(card.focusWidget() or card)
            ),
            None,
        )
        if typing is not None and [card.conflict.id for card in self.cards] == [one.id for one in found]:
            return
        clear(self._cards)
        self.cards = [ConflictCard(self._desk, one) for one in found]
        for card in self.cards:
            self._cards.addWidget(card)
        self.empty.setVisible(not found)
