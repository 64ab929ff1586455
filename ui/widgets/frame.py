"""The working window: navigation, search, main action, the page, and the line that tells the truth."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ui.desk import Desk
from ui.pages import PageEntry
from ui.texts import record_line
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.message_bar import MessageBar
from ui.widgets.nav import Nav
from ui.widgets.search_box import Found, SearchBox
from ui.widgets.serving import ServingPick
from ui.widgets.status_line import StatusLine
from village_desk.i18n import translated
from village_desk.queries import search
from village_desk.queries.search import Hit
from village_desk.session import Changes, Session

SEARCH_LIMIT = 30
_COUNT_AFTER_MS = 150
_VISIT = "intake"
_FILING = "filing"


class _Page(Protocol):
    def open_record(self, kind: str, record_id: bytes, field: str) -> None: ...
    def new_record(self) -> None: ...
    def refresh(self) -> None: ...
    def help_text(self) -> str: ...


class _Ledger(Protocol):
    def show_record(self, kind: str, record_id: bytes) -> None: ...


class _Chain(Protocol):
    def show_story(self, kind: str, record_id: bytes) -> None: ...


class Frame(QWidget):
    """Shows one page at a time; a page is made when it is first shown, and kept.

    Signals:
        lock_asked: F12.
        sync_asked: F5.
    """

    lock_asked = Signal()
    sync_asked = Signal()

    def __init__(self, desk: Desk, unit: str, person: str, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("frame")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._entries = {entry.name: entry for entry in entries}
        self._made: dict[str, QWidget] = {}
        self._hits: list[tuple[str, bytes]] = []
        self._opened: tuple[str, bytes] | None = None
        self._outdated: list[QWidget] = []
        self._listed = [entry for entry in entries if not entry.under]
        titles = [(entry.name, translated("pages", entry.title), entry.icon) for entry in self._listed]
        self.nav = Nav(unit, person, titles)
        self.serving = ServingPick(desk)
        self.nav.add_choice(self.serving)
        self.search_box = SearchBox()
        self.messages = MessageBar()
        self.status = StatusLine()
        self.pages = QStackedWidget()
        self.help_panel = _HelpPanel()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self.refresh_counts)
        self.setAcceptDrops(_FILING in self._entries)
        self._lay_out()
        self._connect()
        self._add_shortcuts()

    def _lay_out(self) -> None:
        self.visit_button = Button(
            self.tr("Somebody comes in"), self.new_visit, look="main", key="F2", icon_name="fa6s.plus"
        )
        self.lock_button = Button(self.tr("Lock"), self.lock_asked.emit, key="F12", icon_name="fa6s.lock")
        if _VISIT not in self._entries:
            self.visit_button.hide()  # shown before it has a parent, it would be a window of its own
        top = QWidget()
        top.setObjectName("top")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar = row(spacing=10)
        bar.setContentsMargins(20, 9, 20, 9)
        bar.addWidget(self.search_box, 1)
        bar.addWidget(self.visit_button)
        bar.addWidget(self.lock_button)
        top.setLayout(bar)
        middle = column(0)
        middle.addWidget(self.messages)
        middle.addWidget(self.pages, 1)
        between = row(spacing=0)
        between.addLayout(middle, 1)
        between.addWidget(self.help_panel)
        right = column(0)
        right.addWidget(top)
        right.addLayout(between, 1)
        right.addWidget(self.status)
        layout = row(self.nav, spacing=0)
        layout.addLayout(right, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.nav.chosen.connect(self.show_page)
        self.search_box.asked.connect(self._search)
        self.search_box.picked.connect(self._open)
        self._desk.told.connect(self.messages.show_message)
        self._desk.opened.connect(self._open)
        self._desk.went.connect(self.show_page)
        self._desk.lock_asked.connect(self.lock_asked)
        self._desk.receipts_asked.connect(self._show_receipts)
        self._desk.chain_asked.connect(self._show_chain)
        self._desk.changed.connect(self._changed)

    def _add_shortcuts(self) -> None:
        keys = {
            "Ctrl+K": self._to_search,
            "F1": self.toggle_help,
            "F3": self.find_next,
            "F5": self.sync_asked.emit,
        }
        for key, action in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(action)
        numbered = [entry for entry in self._listed if not entry.key]
        for place, entry in enumerate(numbered[:9], start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{place}"), self)
            shortcut.activated.connect(lambda chosen=entry.name: self.show_page(chosen))

    # ------------------------------------------------------------ pages

    def show_page(self, name: str) -> None:
        """Show a page by its name; one this person does not have is passed over."""
        entry = self._entries.get(name)
        if entry is None:
            return
        shown_again = name in self._made  # a new page has just asked for what it shows
        page = self.page(name)
        self.pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.nav.show_page(entry.under or name)
        self.help_panel.hide()
        if shown_again and hasattr(page, "refresh"):
            cast("_Page", page).refresh()

    def page(self, name: str) -> QWidget:
        """Return a page, made now if it was never shown."""
        made = self._made.get(name)
        if made is not None and made in self._outdated and self._may_go(made):
            del self._made[name]  # kept, so that what it still waits for finds it
        if name not in self._made:
            page = self._entries[name].make(self._desk)
            self._made[name] = page
            self.pages.addWidget(page)
        return self._made[name]

    def renew_pages(self) -> None:
        """Make every page anew when it is next shown: the county's lists, fields or sheets are others now.

        What somebody is writing on stays as it is until it is left.
        """
        self._outdated += [page for page in self._made.values() if page not in self._outdated]

    def _may_go(self, page: QWidget) -> bool:
        rests = getattr(page, "rests", None)
        return page is not self.pages.currentWidget() or (rests is not None and bool(rests()))

    def current(self) -> str:
        """Return the name of the page that is shown, or ""."""
        shown = self.pages.currentWidget()
        return next((name for name, page in self._made.items() if page is shown), "")

    def new_visit(self) -> None:
        """Write down who comes in (F2)."""
        if _VISIT in self._entries:
            self.show_page(_VISIT)
            cast("_Page", self.page(_VISIT)).new_record()

    def toggle_help(self) -> None:
        """Show or hide what this page is for and which keys it has (F1)."""
        page = self.pages.currentWidget()
        if self.help_panel.isVisible() or page is None:
            self.help_panel.hide()
            return
        text = cast("_Page", page).help_text() if hasattr(page, "help_text") else ""
        self.help_panel.show_text(text)

    def _page_of(self, kind: str) -> str | None:
        return next((entry.name for entry in self._entries.values() if kind in entry.kinds), None)

    def _open(self, kind: str, record_id: bytes, field: str = "") -> None:
        name = self._page_of(kind)
        if name:
            self._opened = (kind, record_id)
            self.show_page(name)
            cast("_Page", self.page(name)).open_record(kind, record_id, field)

    def _show_receipts(self, kind: str, record_id: bytes) -> None:
        self.show_page("receipts")
        cast("_Ledger", self.page("receipts")).show_record(kind, record_id)

    def _show_chain(self, kind: str, record_id: bytes) -> None:
        self.show_page("chain")
        cast("_Chain", self.page("chain")).show_story(kind, record_id)

    # ------------------------------------------------------------ signed papers dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures and PDFs, wherever on the window they are dropped."""
        if self._desk.filing().takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """File what was dropped, and show what becomes of it."""
        self.show_page(_FILING)
        self._desk.filing().drop(event.mimeData())
        event.acceptProposedAction()

    # ------------------------------------------------------------ search and counts

    def _to_search(self) -> None:
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def _search(self, text: str) -> None:
        self._desk.ask(
            lambda session: (search.hits(session, text, SEARCH_LIMIT), search.waiting(session)),
            self._show_found,
        )

    def _show_found(self, answer: tuple[Sequence[Hit], int]) -> None:
        records, waiting = answer
        found = [Found(one.kind, one.id, record_line(one)) for one in records if self._page_of(one.kind)]
        self._hits = [(one.kind, one.record_id) for one in found]
        self.search_box.show_answer(found, waiting)

    def find_next(self) -> None:
        """Open the next record of the last search (F3), after the last the first; without one, search."""
        if not self._hits:
            self._to_search()
            return
        here = self._hits.index(self._opened) if self._opened in self._hits else -1
        self.search_box.close_answer()
        self._open(*self._hits[(here + 1) % len(self._hits)])

    def _changed(self, _changes: Changes) -> None:
        self.count_soon()

    def count_soon(self) -> None:
        """Count anew in a moment: a burst of changes is counted once, and the first page need not wait."""
        self._counting.start()

    def refresh_counts(self) -> None:
        """Count anew what the navigation shows."""
        counting = {name: entry.count for name, entry in self._entries.items() if entry.count}

        def count(session: Session) -> dict[str, int]:
            return {name: number(session) for name, number in counting.items()}

        self._desk.ask(count, self.nav.show_counts)


class _HelpPanel(QFrame):
    """What a page is for and which keys work everywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setObjectName("help")
        self.text = label(wrap=True)
        keys = label(self._keys(), "small", wrap=True)
        words = column(12)
        words.addWidget(self.text)
        words.addWidget(keys)
        layout = column(12, 16)
        layout.addWidget(label(self.tr("About this page"), "heading"))
        area = scrolling(words)  # in large letters it is longer than a small screen is high
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addWidget(area, 1)
        layout.addLayout(row(None, Button(self.tr("Close help"), self.hide)))
        self.setLayout(layout)
        self.hide()

    def _keys(self) -> str:
        return self.tr(
            "F2 new visit\nF3 next record found\nF4 phrases\nF5 send and receive now\nF6 history\n"
            "F7 as in your record before\nF8 print\nF9 what the next step still needs\n"
            "F10 amount in capital numerals\nF12 lock\nCtrl+K search\nAlt+1 to Alt+9 pages\n"
            "Ctrl+Enter finish\nEnter next field, in long text a new line\nEsc back; nothing typed is lost"
        )

    def show_text(self, text: str) -> None:
        """Show the help of a page."""
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.show()
