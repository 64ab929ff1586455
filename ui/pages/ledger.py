"""An earlier ledger becomes cases: the file, what its columns mean, what would happen, and the taking in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.desk_paper import DeskPaper, about_lines, foot_of
from ui.pages.ledger_cards import ColumnsCard, PlanCard
from ui.progress import Progress
from ui.texts import moment_text, problem_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, ScrollColumn, clear, column, row
from ui.widgets.desk_paper_view import DeskPaperView
from ui.widgets.labels import label
from village_desk import ids, ledger_columns, ledgers
from village_desk.commands import importing
from village_desk.commands.importing import Plan, Planned, Wrong
from village_desk.errors import UserError, VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.ledgers import Ledger
from village_desk.queries import imports
from village_desk.queries.imports import Import
from village_desk.session import Changes, Session

_SHOWN_IMPORTS = 6
_TELL_EVERY = 25
_TITLE = N_("ledger", "Rows of the ledger that do not fit")
_HEAD = (N_("ledger", "Row"), N_("ledger", "Column"), N_("ledger", "What is wrong"))


def wrong_paper(session: Session, wrong: tuple[Wrong, ...]) -> DeskPaper:
    """Return the list of what does not fit, to go through the spreadsheet with."""
    return DeskPaper(
        title=translated("ledger", _TITLE),
        about=about_lines(session),
        head=tuple(translated("ledger", text) for text in _HEAD),
        widths=(12, 28, 60),
        rows=tuple((str(one.row), one.heading, problem_text(one.problem)) for one in wrong),
        foot=foot_of(session),
    )


class LedgerPage(QStackedWidget):
    """The whole way on one page; the list of what does not fit as a paper behind it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ledger: Ledger | None = None
        self.file_card = Card(self.tr("1. The file"))
        words = self.tr(
            "Cases kept in Excel or WPS before can be taken over, with every row word for word beside its "
            "case. First you see what would happen. All rows that fit are taken in together or none, and "
            "it can be undone."
        )
        self.file_button = Button(
            self.tr("Choose the spreadsheet …"), self._choose, look="main", key="Ctrl+O",
            icon_name="fa6s.folder-open",
        )  # fmt: skip
        self.earlier = column(6)
        self.undo_buttons: list[Button] = []
        self.file_card.body.addWidget(label(words, "small", wrap=True))
        self.file_card.body.addLayout(row(self.file_button, None))
        self.file_card.body.addLayout(self.earlier)
        self.columns = ColumnsCard()
        self.columns.changed.connect(self._plan_anew)
        self.plan = PlanCard()
        self.plan.asked.connect(self._take_in)
        self.plan.printed.connect(self._show_paper)
        self.paper = DeskPaperView(desk)
        self.main = self._lay_out()
        self.paper.back.connect(lambda: self.setCurrentWidget(self.main))
        self.addWidget(self.main)
        self.addWidget(self.paper)
        self.columns.hide()
        self.plan.hide()

    def _lay_out(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        cards = ScrollColumn()
        self.back_button = Button(
            self.tr("Back"), lambda: self._desk.go("mediation"), icon_name="fa6s.arrow-left"
        )
        cards.body.addLayout(
            row(self.back_button, label(self.tr("Take in an earlier ledger"), "title"), None, spacing=12)
        )
        for card in (self.file_card, self.columns, self.plan):
            cards.body.addWidget(card)
        cards.body.addStretch(1)
        layout.addWidget(cards)
        page.setLayout(layout)
        esc = QShortcut(QKeySequence("Esc"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self.back_button.click)
        return page

    # ------------------------------------------------------------ what the window calls

    def refresh(self) -> None:
        """The page is shown again: say which ledgers were taken in before."""
        self._desk.ask(
            lambda session: (imports.imports(session), session.now()),
            lambda found: self._show_earlier(*found),
        )
        self.file_button.setFocus()

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Choose the spreadsheet, look whether its columns were recognised, and read what would happen. "
            "Rows that do not fit are named with their row number: mend them in Excel or WPS and choose the "
            "file again; rows that are here already are not taken in twice."
        )

    # ------------------------------------------------------------ steps

    def _choose(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Choose the spreadsheet"), "", self.tr("Spreadsheet (*.xlsx)")
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read a spreadsheet and show what its columns seem to mean."""

        def read(session: Session) -> tuple[Ledger, tuple[str, ...]]:
            try:
                file = path.read_bytes()
            except OSError as error:
                raise UserError("ledger.unreadable") from error
            remembered = importing.remembered(session)
            ledger = ledgers.read(file, (*ledger_columns.HEADINGS, *remembered))
            return ledger, ledger_columns.guess(ledger.head, remembered)

        self._forget()
        self._allow(yes=False)
        again = partial(self._allow, yes=True)
        self._desk.ask_slowly(read, lambda found: self._show(*found), lambda _error: again(), again)

    def _forget(self) -> None:
        """Show nothing of a ledger: the next is chosen, or it is taken in."""
        self._ledger = None
        self.columns.hide()
        self.plan.hide()

    def _allow(self, *, yes: bool) -> None:
        """Let another file or meaning be chosen, or not while one is read or taken in."""
        for one in (self.file_button, self.columns, *self.undo_buttons):
            one.setEnabled(yes)

    def _show(self, ledger: Ledger, meanings: tuple[str, ...]) -> None:
        self._allow(yes=True)
        self._ledger = ledger
        self.columns.show_columns(ledger, meanings)
        self.columns.show()
        self._plan_anew()

    def _plan_anew(self) -> None:
        ledger, meanings = self._ledger, self.columns.meanings()
        if ledger is None:
            return
        self.plan.show_waiting()
        self.plan.show()

        def still() -> bool:
            return self._ledger is ledger and self.columns.meanings() == meanings

        def made(plan: Plan) -> None:
            if still():
                self.plan.show_plan(plan)

        def cannot(error: VillageDeskError) -> None:
            if still():
                self.plan.show_trouble(error)

        self._desk.ask_slowly(lambda session: importing.plan(session, ledger, meanings), made, cannot)

    def _take_in(self, rows: list[Planned]) -> None:
        import_id, ledger, meanings = ids.new_id(), self._ledger, self.columns.meanings()
        if ledger is None:
            return

        progress = Progress()
        progress.told.connect(self.plan.bar.setValue)

        def told(done: int) -> None:
            if done % _TELL_EVERY == 0:
                progress.told.emit(done, len(rows))

        def work(session: Session) -> Changes:
            importing.remember(session, ledger, meanings)
            return importing.take_in(session, import_id, rows, told)

        def over() -> None:
            self.plan.busy(0)
            self._allow(yes=True)

        def taken_in(_changes: Changes) -> None:
            over()
            self._taken_in(len(rows))

        self.plan.busy(len(rows))
        self._allow(yes=False)
        self._desk.do(work, taken_in, lambda _error: over(), over)

    def _taken_in(self, count: int) -> None:
        self._forget()
        self.refresh()
        self._desk.tell(
            self.tr("{count} cases of the ledger are saved on this PC.").format(count=count), "good"
        )

    def _show_paper(self) -> None:
        wrong = self.plan.faults

        def show(paper: DeskPaper) -> None:
            self.paper.show_paper(paper)
            self.setCurrentWidget(self.paper)

        self._desk.ask(lambda session: wrong_paper(session, wrong), show)

    # ------------------------------------------------------------ earlier imports

    def _show_earlier(self, found: list[Import], now: int) -> None:
        clear(self.earlier)
        self.undo_buttons = []
        words = self.tr("Taken in {when}: {count} cases")
        for one in found[:_SHOWN_IMPORTS]:
            line = label(words.format(when=moment_text(one.at, now), count=one.cases))
            undo = Button(self.tr("Undo"), self._undoing(one.id), icon_name="fa6s.rotate-left")
            self.earlier.addLayout(row(line, undo, None, spacing=12))
            self.undo_buttons.append(undo)

    def _undoing(self, import_id: bytes) -> Callable[[], None]:
        return lambda: self._undo(import_id)

    def _undo(self, import_id: bytes) -> None:
        stay: list[int] = []

        def work(session: Session) -> Changes:
            changes, left = importing.undo(session, import_id)
            stay.append(left)
            return changes

        def done(_changes: object) -> None:
            words = self.tr("The import is undone.")
            if stay[0]:
                left = self.tr("The import is undone; {count} cases stay, for they were worked on since.")
                words = left.format(count=stay[0])
            self._desk.tell(words, "good")
            self.refresh()

        self._desk.do(work, done)
