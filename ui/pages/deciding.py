"""Changes of villages that the county set aside: what was written, by whom, why it was not taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.desk import Desk
from ui.pages.aside_lines import heading_of, lines_of
from ui.texts import moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.entry import Entry
from ui.widgets.labels import Icon, Look, label
from village_desk import ids
from village_desk.commands import releasing
from village_desk.queries.quarantine import FAMILY
from village_desk.queries.releases import Waiting, Words
from village_desk.sentences import parts as sentence_parts
from village_desk.session import Changes, Session


class DecideCard(Card):
    """One unit of work of somebody's, with the line for the reason and the two verbs."""

    def __init__(self, desk: Desk, one: Waiting) -> None:
        super().__init__()
        self._desk = desk
        self.waiting = one
        about, now = one.parts[0], desk.session.now()
        top = row(spacing=12)
        top.addWidget(label(heading_of(about), "heading", wrap=True), 1)
        if not about.new:
            self.open_button = Button(
                self.tr("Open the record"),
                lambda: desk.open_record(about.kind, about.record_id),
                look="quiet",
            )
            top.addWidget(self.open_button)
        self.body.addLayout(top)
        words = self.tr("{name}, received by the county {when}")
        author = one.author or self.tr("another user")
        self.facts = label(words.format(name=author, when=moment_text(one.at, now)), "small", wrap=True)
        self.body.addWidget(self.facts)
        cause = row(Icon("fa6s.triangle-exclamation", "attention"), spacing=10)
        self.cause = label(sentence_parts(f"{FAMILY}.{one.reason}")[0], wrap=True)
        cause.addWidget(self.cause, 1)
        self.body.addLayout(cause)
        for part in one.parts:
            self._add_part(part, headed=len(one.parts) > 1)
        self._add_verbs(one)

    def _add_part(self, part: Words, *, headed: bool) -> None:
        if headed:
            self.body.addWidget(label(heading_of(part), wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        heads = ("", self.tr("What was written"), "" if part.new else self.tr("What stands now"))
        for place, line in enumerate([heads, *lines_of(self._desk.session.profile, part)]):
            for at, text in enumerate(line):
                look: Look = "small" if at == 0 or place == 0 else "plain"
                empty = self.tr("(empty)") if at and place and not (at == 2 and part.new) else ""
                grid.addWidget(label(text or empty, look, wrap=at > 0), place, at, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 0 if part.new else 1)
        self.body.addLayout(grid)

    def _add_verbs(self, one: Waiting) -> None:
        if not one.acceptable:
            words = self.tr(
                "It cannot be accepted as it is: more than a permission was missing, its author has written "
                "something newer, or it is your own. Take it off the list with a reason; its author reads it."
            )
            self.body.addWidget(label(words, "small", wrap=True))
        self.reason = Entry(self.tr("Reason; the author reads it"))
        self.body.addWidget(self.reason)
        self.dismiss_button = Button(self.tr("Refuse it"), lambda: self._decide(accepted=False))
        self.accept_button = Button(self.tr("Accept it"), lambda: self._decide(accepted=True), look="main")
        self.body.addLayout(row(None, self.dismiss_button, self.accept_button))
        self.accept_button.setVisible(one.acceptable)  # in its place by now, else it would flash as a window

    def _decide(self, *, accepted: bool) -> None:
        one, reason = self.waiting, self.reason.text()
        if not reason.strip():
            self.reason.mark(self.tr("Say why; whoever wrote it will read it."))
            self.reason.edit.setFocus()
            return

        def act(session: Session) -> Changes:
            return releasing.decide(session, ids.new_id(), one, reason, accepted=accepted)

        told = (
            self.tr("Accepted. It takes effect when the county has your decision; your name stands with it.")
            if accepted
            else self.tr("Not accepted. Its author reads your reason; the text stays in their history.")
        )
        self._desk.do(act, lambda _changes: self._desk.tell(told, "good"))
