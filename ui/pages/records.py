"""List, record, papers and attachments of one kind, one at a time, and the way back."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from ui.desk import Desk
from ui.looks import LOOKS
from ui.pages.beginning import copied, first_values
from ui.pages.list_page import ListPage
from ui.pages.preview import PreviewPage
from ui.pages.record_page import RecordPage
from ui.pages.steps import ExtraSteps
from ui.progress import Progress
from ui.texts import size_text
from ui.widgets.attachments import pictures
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.labels import label
from ui.widgets.paper_preview import PagesView
from ui.widgets.person_picker import PersonPicker
from village_desk import ids, rights, times
from village_desk.commands import records as commands
from village_desk.errors import VillageDeskError
from village_desk.kinds import KINDS, Values
from village_desk.queries import serving
from village_desk.queries.attachments import wire_size
from village_desk.queries.records import Record, record
from village_desk.sentences import sentence
from village_desk.session import Session

_BY_PERSON = ("consultation", "legal_aid", "case_party", "referral", "hotline_order")
"""Kinds that begin with the question who it is."""


def _version(desk: Desk) -> tuple[str, int]:
    return desk.session.profile.id, desk.session.profile.version


class RecordsPage(QStackedWidget):
    """One entry of the navigation: the list of a kind, and every page that opens from it."""

    def __init__(
        self, desk: Desk, kind: str, titles: tuple[str, str, str], extra: ExtraSteps | None = None
    ) -> None:
        """Make it; `titles` as of `ListPage`, `extra` as of `RecordPage.add_steps`."""
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._extra = extra
        self._pages: dict[str, RecordPage] = {}
        self._way: list[tuple[str, bytes]] = []
        self._beginning: tuple[str, Values] = (kind, {})
        self._profile = _version(desk)
        self.list = ListPage(desk, kind, titles, key="Ctrl+N")
        self.list.opened.connect(self._go)
        self.list.began.connect(self.new_record)
        self.preview = PreviewPage(desk)
        self.preview.back.connect(self._back_to_record)
        self.picker = PersonPicker(desk)
        self.picker_page = self._make_picker_page()
        self.picker.taken.connect(self._begin_with_person)
        self.picker.made.connect(self._begin_with_new_person)
        self.picker.named.connect(self._begin_with_name)
        self.viewer = _Viewer()
        self.viewer.back_button.clicked.connect(self._back_to_record)
        for page in (self.list, self.preview, self.picker_page, self.viewer):
            self.addWidget(page)
        self.list.refresh()

    def _make_picker_page(self) -> QWidget:
        page = QWidget()
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        self.picker_title = label("", "title")
        self.picker_back = Button(self.tr("Back"), self._back_to_record, icon_name="fa6s.arrow-left")
        layout.addLayout(row(self.picker_back, self.picker_title, None, spacing=12))
        layout.addWidget(self.picker, 1)
        page.setLayout(layout)
        esc = QShortcut(QKeySequence("Esc"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self._back_to_record)
        return page

    # ------------------------------------------------------------ what the window calls

    def open_record(self, kind: str, record_id: bytes, field: str = "") -> None:
        """Show a record of the kinds of this page, with the cursor in `field` if one is named."""
        self._leave_current()
        self._way = []
        self._go(kind, record_id, field)

    def new_record(self) -> None:
        """Begin an empty record; kinds about a person begin with who it is."""
        self._leave_current()
        self._way = []
        self.begin(self._kind, {})

    def refresh(self) -> None:
        """The page is shown again: ask anew for what the list shows."""
        if self.currentWidget() is self.list:
            self.list.refresh()
            self.list.list.setFocus()

    # ------------------------------------------------------------ going

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind, made now if it was never shown."""
        if kind not in self._pages:
            page = self.make_page(kind)
            page.back.connect(self.go_back)
            page.opened.connect(self._go)
            page.began.connect(self.begin)
            page.previewed.connect(self._show_papers)
            page.looked.connect(self._show_attachment)
            page.side.related.chained.connect(lambda: self.show_story(page))
            keys = QShortcut(
                QKeySequence("Ctrl+L"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            keys.activated.connect(lambda: self.show_story(page))
            if self._extra and kind == self._kind:
                page.add_steps(self._extra)
            self._pages[kind] = page
            self.addWidget(page)
        return self._pages[kind]

    def make_page(self, kind: str) -> RecordPage:
        """Make the page of a kind; an entry whose record says more than others makes its own."""
        return RecordPage(self._desk, kind)

    def rests(self) -> bool:
        """Say whether nobody is writing here: the list is shown."""
        return self.currentWidget() is self.list

    def show_story(self, page: RecordPage) -> None:
        """Save, and show the whole story a record belongs to (来龙去脉)."""
        page.save(lambda: self._desk.chain_asked.emit(page.kind.name, page.record_id()))

    def _go(self, kind: str, record_id: bytes, field: str = "") -> None:
        renewed = self.rests() and self._profile != _version(self._desk)
        if renewed or not self._is_here(kind):
            self._desk.open_record(kind, record_id, field)
            return
        self._way.append((kind, record_id))
        page = self.record_page(kind)
        page.open(record_id, field)
        self.setCurrentWidget(page)

    def _is_here(self, kind: str) -> bool:
        parts = LOOKS[self._kind].parts
        return kind in (self._kind, *parts, *(deeper for part in parts for deeper in LOOKS[part].parts))

    def go_back(self) -> None:
        """Show what was shown before this record, or the list."""
        if self._way:
            self._way.pop()
        if self._way:
            self._go(*self._way.pop())
        else:
            self.setCurrentWidget(self.list)
            self.list.refresh()
            self.list.list.setFocus()

    def _leave_current(self) -> None:
        page = self.currentWidget()
        if isinstance(page, RecordPage):
            page.save()

    def _show_papers(self, kind: str, record_id: bytes) -> None:
        self.preview.open_papers(kind, record_id)
        self.setCurrentWidget(self.preview)

    def _show_attachment(self, attachment_id: bytes) -> None:
        stop, progress = self.viewer.begin()
        self.setCurrentWidget(self.viewer)

        def look(session: Session) -> tuple[Record, list[QImage]]:
            held = record(session, "attachment", attachment_id)
            size = wire_size(held)
            return held, pictures(session, held, lambda come: progress.told.emit(come, size), stop.is_set)

        def show(found: tuple[Record, list[QImage]]) -> None:
            if not stop.is_set():
                self.viewer.show_attachment(*found)

        def failed(_error: VillageDeskError) -> None:
            if not stop.is_set():
                self.viewer.show_trouble()

        self._desk.ask_far(look, show, failed)

    def _back_to_record(self) -> None:
        if self._way:
            kind, record_id = self._way[-1]
            page = self.record_page(kind)
            page.open(record_id)
            self.setCurrentWidget(page)
        else:
            self.setCurrentWidget(self.list)
            self.list.refresh()

    # ------------------------------------------------------------ beginning

    def begin(self, kind: str, values: Values) -> None:
        """Begin a record of a kind, with links and values it is to have; a role that may not is told so."""
        if not any(
            rights.reach(role, "write", kind, KINDS[kind].class_) for role in self._desk.session.actor.roles
        ):
            self._desk.tell(sentence("rights.no_write"), "attention")
            return
        if not KINDS[kind].parent and serving.asks(self._desk.session, kind):
            self._desk.ask(
                lambda session: serving.scope_for(session, kind), lambda _scope: self._begin(kind, values)
            )
            return
        self._begin(kind, values)

    def _begin(self, kind: str, values: Values) -> None:
        today = times.legal_day(self._desk.session.now())
        above = self._pages[self._way[-1][0]].sight if KINDS[kind].parent and self._way else None
        first = first_values(kind, values, above, self._desk.session.actor.name, today)
        self._beginning = (kind, first)
        if kind in _BY_PERSON:
            self.picker.clear()
            titles = {
                "consultation": self.tr("New visit"),
                "legal_aid": self.tr("New application for legal aid"),
                "case_party": self.tr("Add a party"),
                "referral": self.tr("New referral"),
                "hotline_order": self.tr("New order of the hotline"),
            }
            self.picker_title.setText(titles[kind])
            self.setCurrentWidget(self.picker_page)
            self.picker.begin()
        else:
            self._open_new(first)

    def _open_new(self, values: Values) -> None:
        kind, first = self._beginning
        record_id = ids.new_id()
        self._way.append((kind, record_id))
        page = self.record_page(kind)
        page.open(record_id, begins={**first, **values})
        self.setCurrentWidget(page)

    def _begin_with_person(self, person: Record) -> None:
        self._open_new(copied(person, self._beginning[0], times.legal_day(self._desk.session.now())))

    def _begin_with_new_person(self, values: Values) -> None:
        person_id = ids.new_id()
        self._desk.do(
            lambda session: commands.save(session, "person", person_id, {"party_type": "natural", **values}),
            lambda _changes: self._desk.ask(
                lambda session: record(session, "person", person_id), self._begin_with_person
            ),
        )

    def _begin_with_name(self, values: Values) -> None:
        carried = LOOKS[self._beginning[0]].carries
        self._open_new({name: value for name, value in values.items() if name in carried})


class _Viewer(QWidget):
    """One attachment, as large as there is room; one that is not on this PC comes from the county first."""

    def __init__(self) -> None:
        super().__init__()
        self.back_button = Button(self.tr("Back"), icon_name="fa6s.arrow-left")
        self.title = label("", "title")
        self.words = label("", wrap=True)
        self.pages = PagesView()
        self._stop, self._progress = threading.Event(), Progress()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.addLayout(row(self.back_button, self.title, None, spacing=12))
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        self.setLayout(layout)

    def begin(self) -> tuple[threading.Event, Progress]:
        """Show nothing yet; return what is set when nobody waits any more, and what to tell how it goes."""
        self._stop.set()
        self._progress.disconnect(self)
        self._stop, self._progress = threading.Event(), Progress()
        self._progress.told.connect(self.show_progress)
        self.title.clear()
        self._say(self.tr("Opening …"))
        self.bar.hide()
        self.pages.show_pages([])
        return self._stop, self._progress

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more: what has come is kept, the rest waits until it is opened again."""
        self._stop.set()
        super().hideEvent(event)

    def show_trouble(self) -> None:
        """Say what to do; what happened stands in the message bar."""
        self.bar.hide()
        self._say(self.tr("It is not on this PC. Open it again later: what has come is kept."))

    def show_progress(self, come: int, size: int) -> None:
        """Say how many bytes have come, and of how many; 0 where that is not known."""
        if not size:
            self._say(self.tr("Fetching it from the county: {size} so far.").format(size=size_text(come)))
            return
        words = self.tr("Fetching it from the county: {done} of {size}.")
        self._say(words.format(done=size_text(come), size=size_text(size)))
        self.bar.setMaximum(size)
        self.bar.setValue(min(come, size))
        self.bar.show()

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self.words.setVisible(bool(text))

    def show_attachment(self, attachment: Record, found: list[QImage]) -> None:
        """Show an attachment."""
        self.title.setText(str(attachment.values.get("title") or ""))
        unfit = self.tr("This kind of file cannot be shown here. It is kept safely with the record.")
        self._say("" if found else unfit)
        self.bar.hide()
        self.pages.show_pages(found)
