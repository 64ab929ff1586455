"""The ledger of receipts: when the county signed that it received what, found by record and day, printed."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from ui import theme
from ui.desk import Desk
from ui.desk_paper import DeskPaper
from ui.pages import receipt_papers
from ui.texts import kind_text, moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row, scrolling
from ui.widgets.desk_paper_view import DeskPaperView
from ui.widgets.entry import Entry
from ui.widgets.flow import FieldFlow
from ui.widgets.labels import Icon, label, set_tone
from ui.widgets.panels import SentenceLink
from village_desk import times, typed
from village_desk.queries import receipts
from village_desk.queries.receipts import Covered, Opened, Receipt, Wanted
from village_desk.queries.records import find
from village_desk.session import Session
from village_desk.times import Moment

PAUSE_MS = 250
"""After the last key, before the list is filtered."""
_DAY = timedelta(days=1)
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class ReceiptsPage(QStackedWidget):
    """List at the left, the receipt and what it covers at the right; a paper of what is listed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: tuple[bytes, str] = (b"", "")
        self._receipts: list[Receipt] = []
        self._total = 0
        self.opened: Opened | None = None
        self.main = QWidget()
        self.paper = DeskPaperView(desk)
        self.paper.back.connect(self._show_list_again)
        self._make_filters()
        self._make_list()
        self._make_card()
        self._lay_out()
        for page in (self.main, self.paper):
            self.addWidget(page)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        desk.synced.connect(self._heard)
        self.refresh()

    # ------------------------------------------------------------ making

    def _make_filters(self) -> None:
        self.text = Entry(self.tr("Receipt number or record"))
        self.since = Entry(self.tr("Received from"))
        self.until = Entry(self.tr("Received to"))
        for entry in (self.text, self.since, self.until):
            entry.edit.setClearButtonEnabled(True)
            entry.edit.textChanged.connect(lambda _text: self._timer.start())
            entry.edit.installEventFilter(self)
        for entry in (self.since, self.until):
            entry.edit.setPlaceholderText("20261121")
        self.all_button = Button("", self._show_all, icon_name="fa6s.xmark")
        self.all_button.hide()

    def _make_list(self) -> None:
        self.found = label("", "small")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Receipts of the county"))
        self.list.currentRowChanged.connect(self._choose)
        self.empty = label("", wrap=True)
        self.more_button = Button(self.tr("Show earlier ones"), self._ask_more)
        self.back_button = Button(self.tr("Back"), self._back, icon_name="fa6s.arrow-left")
        self.print_button = Button(self.tr("Print the list"), self._print_list, key="F8")
        esc = QShortcut(QKeySequence("Esc"), self.main, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self._back)

    def _make_card(self) -> None:
        self.card = Card()
        self.sentence = label("", "heading", wrap=True)
        self._seal = Icon("fa6s.circle-check", "good")
        self.proof = label("", wrap=True)
        self._covered = column(12)
        self.links: list[SentenceLink] = []
        proof = row(self._seal, spacing=10)
        proof.addWidget(self.proof, 1)
        self.one_button = Button(self.tr("Print this receipt"), self._print_one, icon_name="fa6s.print")
        self.card.body.addWidget(self.sentence)
        self.card.body.addLayout(proof)
        self.card.body.addWidget(label(self.tr("What it covers"), "small"))
        self.card.body.addWidget(scrolling(self._covered), 1)
        self.card.body.addLayout(row(None, self.one_button))

    def _lay_out(self) -> None:
        px = theme.current().px
        filters = FieldFlow(12)
        filters.add(self.text, 6, px(260))
        filters.add(self.since, 3, px(150))
        filters.add(self.until, 3, px(150))
        holder = QWidget()
        holder.setLayout(filters)
        left = column(8)
        left.addWidget(self.found)
        left.addWidget(self.empty)
        left.addWidget(self.list, 100)
        left.addWidget(self.more_button)
        left.addStretch(1)
        listed = QWidget()
        listed.setLayout(left)
        listed.setMinimumWidth(px(270))
        middle = row(spacing=16)
        middle.addWidget(listed, 2)
        middle.addWidget(self.card, 3)
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        title = label(self.tr("Receipts of the county"), "title")
        layout.addLayout(row(self.back_button, title, None, self.print_button, spacing=12))
        layout.addWidget(holder)
        layout.addLayout(row(self.all_button, None))
        layout.addLayout(middle, 1)
        self.main.setLayout(layout)

    # ------------------------------------------------------------ what the window calls

    def show_record(self, kind: str, record_id: bytes) -> None:
        """Show the receipts of one record only, as its history asks."""

        def name(session: Session) -> str:
            held = find(session, kind, record_id)
            return f"{kind_text(kind)} {held.name if held else ''}".strip()

        for entry in (self.text, self.since, self.until):
            entry.edit.clear()
        self._desk.ask(name, lambda found: self._narrow(record_id, found))

    def refresh(self) -> None:
        """Ask anew for the list."""
        self._timer.stop()
        wanted = self.wanted()
        self._desk.ask(
            lambda session: (receipts.page(session, wanted), receipts.count(session, wanted), session.now()),
            lambda found: self._show(*found),
        )

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "A receipt is the county's signed word that it has received what is listed under it. When you "
            "open one, the program checks the county's signature and that nothing under it was altered "
            "since. Arrows walk through the list, F8 prints it."
        )

    # ------------------------------------------------------------ the list

    def wanted(self) -> Wanted:
        """Return what is typed into the filters; a day that is none is marked and left out."""
        today = times.legal_day(self._desk.session.now())
        since, until = self._day(self.since, today), self._day(self.until, today)
        return Wanted(
            self._record[0],
            self.text.text().strip(),
            _midnight(since) if since else 0,
            _midnight(until + _DAY) if until else 0,
        )

    def _day(self, entry: Entry, today: date) -> date | None:
        text = entry.text().strip()
        day = typed.read_day(text, today)
        whole = len(text) >= len("1-1") and day is None
        entry.mark(self.tr("Write the day as eight digits, such as 20261121.") if whole else "")
        return day

    def _narrow(self, record_id: bytes, name: str) -> None:
        self._record = (record_id, name)
        self.all_button.show_text(self.tr("Only: {record}. Show all").format(record=name))
        self.all_button.setVisible(bool(record_id))
        self.refresh()

    def _show_all(self) -> None:
        self._narrow(b"", "")

    def _heard(self) -> None:
        if self.isVisible() and not self._desk.syncing:
            self.refresh()

    def _show(self, found: list[Receipt], total: int, now: Moment) -> None:
        kept = self.opened.receipt.id if self.opened else ""
        self._receipts, self._total = [], total
        self.list.blockSignals(True)
        self.list.clear()
        self._add(found, now)
        place = next((at for at, one in enumerate(found) if one.id == kept), 0)
        self.list.setCurrentRow(place if found else -1)
        self.list.blockSignals(False)
        self.found.setText(self.tr("{count} receipts").format(count=total))
        self.empty.setText(self._empty_words())
        self.empty.setVisible(not found)
        self.list.setVisible(bool(found))
        self.card.setVisible(bool(found))
        self.print_button.setEnabled(bool(found))
        self._choose(place)

    def _add(self, found: list[Receipt], now: Moment) -> None:
        self._receipts += found
        for one in found:
            words = self.tr("receipt {number}").format(number=one.id)
            counts = self.tr("{changes} changes, {records} records")
            second = counts.format(changes=one.changes, records=one.records)
            self.list.addItem(QListWidgetItem(f"{moment_text(one.received_at, now)}  {words}\n{second}"))
        self.more_button.setVisible(len(self._receipts) < self._total)

    def _ask_more(self) -> None:
        wanted, shown = self.wanted(), self._receipts
        offset = len(shown)

        def add(found: list[Receipt], now: Moment) -> None:
            if self._receipts is shown and len(shown) == offset:  # neither asked twice nor filtered anew
                self._add(found, now)

        self._desk.ask(
            lambda session: (receipts.page(session, wanted, offset), session.now()),
            lambda found: add(*found),
        )

    def _empty_words(self) -> str:
        if self.wanted() == Wanted():
            return self.tr("No receipt yet. The county gives one for everything it receives.")
        return self.tr("No receipt like this. Fewer characters or another day find more.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list while the cursor stays in a filter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALKING:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------ one receipt

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._receipts):
            wanted = self._receipts[place].id
            self._desk.ask(
                lambda session: (receipts.opened(session, wanted), session.now()),
                lambda found: self._open(*found),
            )

    def _open(self, opened: Opened | None, now: Moment) -> None:
        if opened is None:
            return
        self.opened = opened
        receipt = opened.receipt
        words = self.tr("The county received this {when}, receipt no. {number}.")
        self.sentence.setText(words.format(when=moment_text(receipt.received_at, now), number=receipt.id))
        good = not opened.fault
        self._seal.show_icon(
            "fa6s.circle-check" if good else "fa6s.circle-exclamation", "good" if good else "danger"
        )
        self.proof.setText(receipt_papers.proof_text(opened.fault))
        set_tone(self.proof, "good" if good else "danger")
        clear(self._covered)
        self.links = []
        for one in opened.covered:
            if one.open:
                self.links.append(self._link(one))
            else:
                words = receipt_papers.covered_text(one)
                self._covered.addWidget(label(words, tone="secondary", wrap=True))
        more = receipt.records - len(opened.covered)
        if more > 0:
            words = receipt_papers.more_text(more)
            self._covered.addWidget(label(words, "small", wrap=True))

    def _link(self, one: Covered) -> SentenceLink:
        link = SentenceLink("accent")
        link.setText(receipt_papers.covered_text(one))
        link.clicked.connect(lambda: self._desk.open_record(one.kind, one.record_id))
        self._covered.addWidget(link)
        return link

    # ------------------------------------------------------------ paper, and back

    def _print_list(self) -> None:
        wanted, record = self.wanted(), self._record[1]

        def made(session: Session) -> DeskPaper:
            return receipt_papers.ledger(session, wanted, record)

        self._desk.ask_slowly(made, self._show_paper)

    def _print_one(self) -> None:
        if self.opened is None:
            return
        number = self.opened.receipt.id
        self._desk.ask_slowly(lambda session: receipt_papers.single(session, number), self._show_paper)

    def _show_paper(self, paper: DeskPaper) -> None:
        self.paper.show_paper(paper)
        self.setCurrentWidget(self.paper)

    def _show_list_again(self) -> None:
        self.setCurrentWidget(self.main)
        self.list.setFocus()

    def _back(self) -> None:
        self._narrow(b"", "")
        self._desk.go("sync")


def _midnight(day: date) -> Moment:
    return times.moment_of(datetime(day.year, day.month, day.day, tzinfo=times.CHINA))
