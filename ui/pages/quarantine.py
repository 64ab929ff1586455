"""Own changes the county set aside: each with its cause in words, what was written, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from ui.desk import Desk
from ui.desk_paper import DeskPaper, about_lines, foot_of
from ui.pages.aside_lines import found_of, heading_of, lines_of
from ui.pages.deciding import DecideCard
from ui.texts import moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, ScrollColumn, clear, column, row
from ui.widgets.desk_paper_view import DeskPaperView
from ui.widgets.flow import WrapRow
from ui.widgets.labels import Icon, Look, label
from village_desk.commands import mending
from village_desk.i18n import N_, translated
from village_desk.queries import quarantine, releases
from village_desk.queries.quarantine import FAMILY, Part, SetAside, Way
from village_desk.queries.releases import Waiting
from village_desk.sentences import sentence
from village_desk.session import Changes, Session
from village_desk.times import Moment, local_text

_VERBS: dict[Way, str] = {
    "again": N_("quarantine", "Send again"),
    "county": N_("quarantine", "Let the county's text stand"),
    "kept": N_("quarantine", "Keep it on this PC only"),
    "noted": N_("quarantine", "Settled, take it off this list"),
}
_DONE: dict[Way, str] = {
    "again": N_("quarantine", "Saved again as a change of today; it goes out with the next round."),
    "county": N_(
        "quarantine", "The county's text stands. What you wrote stays in the history of the record."
    ),
    "kept": N_("quarantine", "It stays on this PC. Any later edit sends all of it to the county again."),
    "noted": N_("quarantine", "Taken off the list; it stays in the history of the record."),
}
_OPS = {
    "archive": N_("quarantine", "Put the record away"),
    "resolve": N_("quarantine", "Decided between two texts"),
    "attach": N_("quarantine", "Attached a photo or file"),
}


class AsideCard(Card):
    """One unit of work the county set aside, and the verbs."""

    def __init__(self, desk: Desk, one: SetAside, hand_over: Callable[[SetAside], object]) -> None:
        super().__init__()
        self._desk = desk
        self.aside = one
        self.buttons: dict[str, Button] = {}
        self._add_head(one)
        cause = row(Icon("fa6s.triangle-exclamation", "attention"), spacing=10)
        self.cause = label(sentence(f"{FAMILY}.{one.reason}"), wrap=True)
        cause.addWidget(self.cause, 1)
        self.body.addLayout(cause)
        for part in one.parts:
            self._add_part(part, headed=len(one.parts) > 1)
        if one.answer and not one.answer.accepted:
            words = self.tr("{name} of the township did not accept it: {reason}")
            self.answer = label(words.format(name=one.answer.name, reason=one.answer.reason), wrap=True)
            self.body.addWidget(self.answer)
        elif one.ways == ("noted",):
            words = self.tr("The county has these very words by now; there is nothing left to do.")
            self.body.addWidget(label(words, tone="good", wrap=True))
        elif one.why_not:
            words = self.tr("It cannot be sent again yet: {why}").format(why=sentence(one.why_not))
            self.body.addWidget(label(words, "small", wrap=True))
        self._add_verbs(one, hand_over)

    def _add_head(self, one: SetAside) -> None:
        about, now = one.parts[0], self._desk.session.now()
        top = row(spacing=12)
        top.addWidget(label(heading_of(about), "heading", wrap=True), 1)
        self.buttons["open"] = Button(
            self.tr("Open the record"),
            lambda: self._desk.open_record(about.kind, about.record_id),
            look="quiet",
        )
        self.buttons["open"].setEnabled(about.here)
        top.addWidget(self.buttons["open"])
        self.body.addLayout(top)
        facts = [self.tr("Saved {when}").format(when=moment_text(one.at, now))]
        if one.receipt:
            words = self.tr("received by the county {when}, receipt {number}")
            facts.append(words.format(when=moment_text(one.received_at, now), number=one.receipt))
        self.body.addWidget(label(" · ".join(facts), "small", wrap=True))

    def _add_part(self, part: Part, *, headed: bool) -> None:
        lines = lines_of(self._desk.session.profile, part)
        if headed or part.op in _OPS:
            done = translated("quarantine", _OPS[part.op]) if part.op in _OPS else ""
            self.body.addWidget(label(" · ".join(filter(None, (heading_of(part), done))), wrap=True))
        if not lines:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        heads = ["", self.tr("What you wrote"), "" if part.new else self.tr("What stands now")]
        for place, line in enumerate([heads, *lines]):
            for at, text in enumerate(line):
                look: Look = "small" if at == 0 or place == 0 else "plain"
                empty = self.tr("(empty)") if at and place and not (at == 2 and part.new) else ""
                made = label(text or empty, look, wrap=at > 0)
                grid.addWidget(made, place, at, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 0 if part.new else 1)
        self.body.addLayout(grid)
        if there := found_of(self._desk.session.profile, part):
            words = self.tr("Found in the file in its place: {values}")
            self.body.addWidget(label(words.format(values="；".join(there)), tone="attention", wrap=True))

    def _add_verbs(self, one: SetAside, hand_over: Callable[[SetAside], object]) -> None:
        verbs = WrapRow(8, right=True)
        self.buttons["copy"] = Button(self.tr("Copy the text"), self.copy, icon_name="fa6s.copy")
        self.buttons["township"] = Button(
            self.tr("Give it to the township"), lambda: hand_over(one), icon_name="fa6s.print"
        )
        for name in ("copy", "township"):
            verbs.put(self.buttons[name])
        for place, way in reversed(list(enumerate(one.ways))):
            text = translated("quarantine", _VERBS[way])
            button = Button(text, self._decider(way), look="main" if place == 0 else "plain")
            self.buttons[way] = button
            verbs.put(button)
        holder = QWidget()
        holder.setLayout(verbs)
        self.body.addWidget(holder)

    def _decider(self, way: Way) -> Callable[[], None]:
        first = self.aside.first

        def act(session: Session) -> Changes:
            if way == "again":
                return mending.send_again(session, first)
            return mending.decide(session, first, way)

        told = translated("quarantine", _DONE[way])
        return lambda: self._desk.do(act, lambda _changes: self._desk.tell(told, "good"))

    def copy(self) -> None:
        """Put what was written on the clipboard, a line a field."""
        profile = self._desk.session.profile
        lines = [
            f"{title}：{sent}" for part in self.aside.parts for title, sent, _now in lines_of(profile, part)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._desk.tell(self.tr("Copied. It can be pasted into any field or message."), "good")


class QuarantinePage(QStackedWidget):
    """All that wait, newest first; the paper for the township in their place while it is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._handed: SetAside | None = None
        self.cards: list[AsideCard] = []
        self.decisions: list[DecideCard] = []
        self.main = ScrollColumn()
        self.paper = DeskPaperView(desk)
        self.paper.back.connect(self._show_list)
        self.paper.taken.connect(self._handed_over)
        self.back_button = Button(self.tr("Back"), lambda: desk.go("sync"), icon_name="fa6s.arrow-left")
        self.main.body.addLayout(
            row(self.back_button, label(self.tr("Needs attention"), "title"), None, spacing=12)
        )
        words = self.tr(
            "The county has received these changes, but could not take them as they are. Nothing is lost: "
            "each text is kept, and stays in the history of its record whatever you decide."
        )
        self.main.body.addWidget(label(words, "small", wrap=True))
        self._list = column(10)
        self.main.body.addLayout(self._list)
        self.others_title = label(self.tr("Of the villages: to be decided here"), "heading")
        self.main.body.addWidget(self.others_title)
        self._others = column(10)
        self.main.body.addLayout(self._others)
        self.rest = label("", wrap=True)
        self.main.body.addWidget(self.rest)
        self.main.body.addStretch(1)
        for page in (self.main, self.paper):
            self.addWidget(page)
        keys: dict[str, Callable[[], object]] = {
            "Esc": self.back_button.click,
            "Alt+Down": lambda: self._walk(1),
            "Alt+Up": lambda: self._walk(-1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(
                QKeySequence(key), self.main, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(act)
        desk.changed.connect(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew for what waits."""
        self._desk.ask(
            lambda session: (
                quarantine.set_aside(session),
                quarantine.count(session),
                releases.waiting(session),
            ),
            lambda found: self._show(*found),
        )

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Read why the county did not take it, then choose. “Send again” saves the same text as a change "
            "of today. Alt+↓ and Alt+↑ go from one to the next, Tab goes through the buttons."
        )

    def _heard(self, _changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, found: list[SetAside], total: int, others: list[Waiting]) -> None:
        self._show_others(others)
        clear(self._list)
        self.cards = [AsideCard(self._desk, one, self.hand_over) for one in found]
        for card in self.cards:
            self._list.addWidget(card)
        more = total - len(found)
        words = self.tr("Nothing needs attention. The county has taken everything it received.")
        if more > 0:
            words = self.tr(
                "{count} more belong to records that are not open to you; who made them will see them."
            )
        self.rest.setText(words.format(count=more))
        self.rest.setVisible(not (found or others) or more > 0)

    def _show_others(self, others: list[Waiting]) -> None:
        """Show what is decided here; a card somebody types a reason into stays, or hands the reason on."""
        before = {card.waiting.name: card for card in self.decisions}
        self.decisions = []
        for place, one in enumerate(others):
            held = before.get(one.name)
            card = held if held is not None and held.waiting == one else DecideCard(self._desk, one)
            self.decisions.append(card)
            if self._others.indexOf(card) != place:
                self._others.insertWidget(place, card)
            if held is not None and held is not card:
                _hand_on(held, card)
        for card in before.values():
            if card not in self.decisions:
                self._others.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.others_title.setVisible(bool(others))

    def _walk(self, step: int) -> None:
        here = next(
            (at for at, card in enumerate(self.cards) if card.isAncestorOf(self.focusWidget() or card)), -1
        )
        if self.cards:
            card = self.cards[min(max(here + step, 0), len(self.cards) - 1)]
            card.buttons["open"].setFocus(Qt.FocusReason.TabFocusReason)
            self.main.ensureWidgetVisible(card)

    # ------------------------------------------------------------ the paper for the township

    def hand_over(self, one: SetAside) -> None:
        """Show the paper with what was written and why; once printed or saved, it is dealt with."""
        self._handed = one
        self._desk.ask_slowly(lambda session: paper_of(session, one), self._show_paper)

    def _show_paper(self, paper: DeskPaper) -> None:
        self.setCurrentWidget(self.paper)
        self.paper.show_paper(paper)

    def _show_list(self) -> None:
        self.setCurrentWidget(self.main)

    def _handed_over(self) -> None:
        one = self._handed
        if one is None:
            return
        self._handed = None
        told = self.tr("Noted as given to the township; it stays in the history of the record.")
        self._desk.do(
            lambda session: mending.decide(session, one.first, "township"),
            lambda _changes: self._desk.tell(told, "good"),
        )
        self._show_list()


def _hand_on(held: DecideCard, card: DecideCard) -> None:
    """Give the card of the same matter the reason that is being typed, and the cursor."""
    card.show()
    card.reason.edit.setText(held.reason.text())
    if held.reason.edit.hasFocus():
        card.reason.edit.setFocus()


def paper_of(session: Session, one: SetAside) -> DeskPaper:
    """Return the paper for the township; runs on a worker."""
    rows = [
        (heading_of(part), title, sent, now)
        for part in one.parts
        for title, sent, now in lines_of(session.profile, part)
    ]
    words = translated(
        "quarantine", N_("quarantine", "Saved {when}, received by the county {received}, receipt {number}")
    )
    received: Moment = one.received_at
    facts = words.format(
        when=local_text(one.at), received=local_text(received) if received else "", number=one.receipt
    )
    return DeskPaper(
        title=translated(
            "quarantine", N_("quarantine", "For the township: a change the county could not take")
        ),
        about=(*about_lines(session), facts),
        head=tuple(
            translated("quarantine", text)
            for text in (
                N_("quarantine", "Record"),
                N_("quarantine", "Field"),
                N_("quarantine", "What was written"),
                N_("quarantine", "What stands at the county"),
            )
        ),
        widths=(20, 16, 32, 32),
        rows=tuple(rows),
        closing=(sentence(f"{FAMILY}.{one.reason}"),),
        foot=foot_of(session),
    )
