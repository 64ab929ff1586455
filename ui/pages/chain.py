"""The whole story on one page (来龙去脉): who came, what was asked, what became of it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.desk import Desk
from ui.looks import LOOKS
from ui.texts import day_text, kind_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, ScrollColumn, clear, column, row
from ui.widgets.labels import chip, label
from ui.widgets.panels import Link
from ui.widgets.person_picker import person_line
from ui.widgets.shown import state_tone
from village_desk.kinds import KINDS
from village_desk.queries.chain import Link as Line
from village_desk.queries.chain import Story, story_of
from village_desk.queries.records import Record
from village_desk.session import Changes
from village_desk.shown import shown

_STEP = 28
"""Indent of what grew out of a record, px."""


class ChainPage(ScrollColumn):
    """The person, and every record of theirs by day, each followed by what grew out of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: tuple[str, bytes] | None = None
        self.lines: list[Button] = []
        self.back_button = Button(self.tr("Back"), self._go_back, icon_name="fa6s.arrow-left")
        self.title = label(self.tr("The whole story"), "title")
        self.words = label("", "small", wrap=True)
        self._persons, self._list = column(4), column(2)
        who, what = Card(self.tr("Who")), Card(self.tr("What happened"))
        who.body.addLayout(self._persons)
        what.body.addWidget(self.words)
        what.body.addLayout(self._list)
        self.body.addLayout(row(self.back_button, self.title, None, spacing=12))
        self.body.addWidget(who)
        self.body.addWidget(what)
        self.body.addStretch(1)
        esc = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self._go_back)
        desk.changed.connect(self._changed)

    def show_story(self, kind: str, record_id: bytes) -> None:
        """Show the story of a person, or of the person and the visit behind a record."""
        self._asked = (kind, record_id)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew."""
        if self._asked:
            asked = self._asked
            self._desk.ask(lambda session: story_of(session, *asked), self._show)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Everything about one person or matter, by day: visits, cases, applications, referrals. What "
            "grew out of a record stands under it. Press a line to open it; Esc leads back."
        )

    def _changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _go_back(self) -> None:
        if self._asked:
            self._desk.open_record(*self._asked)

    def _show(self, story: Story) -> None:
        clear(self._persons)
        clear(self._list)
        self.lines = []
        profile = self._desk.session.profile
        for person in story.persons:
            self._persons.addWidget(self._link(person_line(profile, person), person))
        if not story.persons:
            self._persons.addWidget(
                label(self.tr("Nobody of the register of persons is linked here."), "small", wrap=True)
            )
        for line in story.links:
            self._add(line)
        words = self.tr("{count} records; what grew out of one stands under it.")
        self.words.setText(words.format(count=len(story.links)) if story.links else self.tr("Nothing yet."))
        if self.lines:
            self.lines[0].setFocus()

    def _link(self, text: str, record: Record) -> Link:
        link = Link(text, partial(self._desk.open_record, record.kind, record.id))
        self.lines.append(link)
        return link

    def _add(self, line: Line) -> None:
        record, profile = line.record, self._desk.session.profile
        spec = KINDS[record.kind].fields.get("state")
        state = shown(profile, spec, record.state) if spec and record.state else ""
        number = str(record.values.get("number") or "")
        text = "  ".join(one for one in (kind_text(record.kind), about(self._desk, record), number) if one)
        layout = row(spacing=8)
        layout.setContentsMargins(_STEP * line.depth, 0, 0, 0)
        day = label(f"{line.day.year}/{day_text(line.day)}", tone="secondary")
        layout.addWidget(day)
        layout.addWidget(self._link(text, record), 1)
        if state:
            layout.addWidget(chip(state, state_tone(record.state)))
        self._list.addLayout(layout)


def about(desk: Desk, record: Record) -> str:
    """Return what a record is about in a few words: its matter in village words, or its first long text."""
    topic = str(record.values.get("topic") or "")
    if topic:
        return desk.session.profile.label("topic", topic)
    fields = LOOKS[record.kind].columns if record.kind in LOOKS else ()
    notes = [name for name in fields if KINDS[record.kind].fields[name].face == "note"]
    words = next((str(record.values[name]) for name in notes if record.values.get(name)), record.name)
    return " ".join(words.split())
