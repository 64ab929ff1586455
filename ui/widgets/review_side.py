"""Beside the frozen copy: the check list of its kind, its papers and scans, the rounds before."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

import forms
from ui.desk import Desk
from ui.frozen import Frozen, answer_text
from ui.paper import Paper, draw, papers_of
from ui.texts import field_text, moment_text, sentence_of
from ui.widgets.attachments import pictures, where_text
from ui.widgets.buttons import Button
from ui.widgets.cards import clear, column, scrolling
from ui.widgets.checklist import ChecklistCard
from ui.widgets.flow import WrapRow
from ui.widgets.labels import label
from ui.widgets.panels import Link
from ui.widgets.paper_preview import PageImage
from ui.widgets.visit_cards import FlagsCard
from village_desk.errors import VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.queries import checklist, records, visits
from village_desk.queries.attachments import Whereabouts, whereabouts
from village_desk.queries.checklist import Checked
from village_desk.queries.records import Record
from village_desk.queries.visits import Flag
from village_desk.session import Session
from village_desk.visits import VISIT

_Ask = Callable[
    [Callable[[Session], list[QImage]], Callable[[list[QImage]], None], Callable[[VillageDeskError], None]],
    None,
]
_PAPERS = 1
"""Place of the papers among the three."""
_HERE = ("waiting", "sending", "sent")
_OUTCOMES = {
    "approved": N_("review", "approved"),
    "returned": N_("review", "sent back"),
    "": N_("review", "not answered"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Beside:
    """What lies beside a submission: what its list found, scans, printed sheets, papers, flags of a visit."""

    submission: bytes
    checked: tuple[Checked, ...]
    scans: tuple[Record, ...]
    where: dict[bytes, Whereabouts]
    sheets: tuple[Record, ...]
    flags: tuple[Flag, ...]
    papers: tuple[Paper, ...]


def beside(session: Session, found: Frozen) -> Beside:
    """Return what lies beside a submission."""
    scans = [one for part in found.parts for one in records.about(session, "attachment", *part)]
    sheets = [one for part in found.parts for one in records.about(session, "sheet", *part)]
    return Beside(
        found.submission.id,
        tuple(checklist.of_record(session, *found.about)),
        tuple(scans),
        whereabouts(session, scans),
        tuple(sheets),
        tuple(visits.flags(session, found.about[1])) if found.about[0] == VISIT else (),
        tuple(papers_of(session, *found.about)),
    )


class ReviewSide(QWidget):
    """Three things, one at a time.

    Signals:
        led: A `Finding` was pressed.
        found: What lies beside is known now (`Beside`).
    """

    led = Signal(object)
    found = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Frozen | None = None
        self._stop = threading.Event()
        self.checklist = ChecklistCard(self.tr("Of the record as it is on this PC now."))
        self.checklist.led.connect(self.led)
        self.flags = FlagsCard(lambda visit_id: desk.open_record(VISIT, visit_id))
        self.no_list = label(self.tr("There is no check list for records of this kind."), "small", wrap=True)
        self._papers, self._rounds = column(4), column(6)
        self.picture = PageImage()
        self.picture.setAccessibleName(self.tr("The scan"))
        self.about_picture = label("", "small", wrap=True)
        self.links: list[Link] = []
        self.stack = QStackedWidget()
        titles = (self.tr("Check list"), self.tr("Papers"), self.tr("Rounds"))
        self.buttons: list[Button] = []
        group, tabs = QButtonGroup(self), WrapRow(4)
        for place, title in enumerate(titles):
            button = Button(title, partial(self.stack.setCurrentIndex, place), look="choice")
            button.setCheckable(True)
            button.setStyleSheet("padding: 4px 8px")
            group.addButton(button)
            tabs.put(button)
            self.buttons.append(button)
        first, papers = column(4), column(6)
        first.addWidget(self.no_list)
        first.addWidget(self.flags)
        first.addWidget(self.checklist)
        papers.addWidget(self.about_picture)
        papers.addWidget(self.picture)
        papers.addLayout(self._papers)
        for lines in (first, papers, self._rounds):
            self.stack.addWidget(scrolling(lines))
        self.buttons[0].setChecked(True)
        self.stack.currentChanged.connect(lambda place: self._open_first() if place == _PAPERS else None)
        layout = column(8)
        layout.addLayout(tabs)
        layout.addWidget(self.stack, 1)
        self.setLayout(layout)

    def next_tab(self) -> int:
        """Show the next of the three; return which."""
        place = (self.stack.currentIndex() + 1) % self.stack.count()
        self.buttons[place].click()
        return place

    def show_beside(self, shown: Frozen) -> None:
        """Show the rounds of a submission, and the rest as soon as it is known."""
        self._stop.set()
        self._shown = shown
        self.checklist.hide()
        self.no_list.hide()
        self.flags.hide()
        self.picture.hide()
        self.about_picture.hide()
        clear(self._papers)
        self.links = []
        self._show_rounds(shown)
        self.ask_again()

    def ask_again(self) -> None:
        """Ask what lies beside it now."""
        shown = self._shown
        if shown is not None:
            self._desk.ask_slowly(
                lambda session: beside(session, shown),
                lambda found: self._show(shown, found),
                lambda error: self.no_list.setText(sentence_of(error)),
            )

    def _show(self, shown: Frozen, known: Beside) -> None:
        if shown is not self._shown:
            return  # another one is shown by now
        self.no_list.setVisible(not known.checked)
        self.checklist.setVisible(bool(known.checked))
        if known.checked:
            self.checklist.show_list(known.checked)
        self.flags.show_flags(known.flags)
        self._show_papers(known)
        self.found.emit(known)

    # ------------------------------------------------------------ papers and scans

    def _show_papers(self, known: Beside) -> None:
        clear(self._papers)
        self.links = []
        for scan in known.scans:
            where = known.where[scan.id]
            text = _name(scan, known)
            if where.state not in _HERE:
                text = f"{text} · {where_text(where)[0]}"
            link = Link(text, partial(self.open_scan, scan, text), icon_name="fa6s.file-image")
            self._papers.addWidget(link)
            self.links.append(link)
        if not known.scans:
            words = self.tr("No photo or scan lies beside this record.")
            self._papers.addWidget(label(words, "small", wrap=True))
        now = self._desk.session.now()
        for sheet in known.sheets:
            pages = {
                one.values.get("sheet_page") for one in known.scans if one.values.get("page_of") == sheet.id
            }
            printed = int(str(sheet.values.get("printed_at") or sheet.created_at))
            words = self.tr("{title}: printed {day}; signed pages on file: {signed} of {pages}").format(
                title=_title(str(sheet.values.get("form") or "")),
                day=moment_text(printed, now),
                signed=len(pages),
                pages=sheet.values.get("pages") or "?",
            )
            self._papers.addWidget(label(words, "small", wrap=True))
        self.buttons[1].show_text(self.tr("Papers {count}").format(count=len(known.scans)))
        here = next((one for one in known.scans if known.where[one.id].state in _HERE), None)
        self._show_drawn(known)
        if here is not None:
            self.open_scan(here, _name(here, known))
        elif self.stack.currentIndex() == _PAPERS:
            self._open_first()

    def _show_drawn(self, known: Beside) -> None:
        """Offer the papers of the record, drawn from what it says now."""
        for paper in known.papers:
            title = "  ".join(filter(None, (paper.title, paper.about)))
            link = Link(title, partial(self.open_paper, paper, title), icon_name="fa6s.file-lines")
            self._papers.addWidget(link)
            self.links.append(link)

    def _open_first(self) -> None:
        """Draw the first paper once somebody looks for papers, and no scan stands there."""
        if self.picture.isHidden() and self.about_picture.isHidden() and self.links:
            self.links[0].click()

    def open_paper(self, paper: Paper, title: str) -> None:
        """Draw the first page of a paper as it is filled now."""
        words = self.tr("{title}, as the record is now").format(title=title)
        self._open(words, self._desk.ask_slowly, lambda session, _stop: _first_page(session, paper))

    def open_scan(self, scan: Record, title: str) -> None:
        """Show a scan; one that is not on this PC comes from the county first."""
        self._open(
            title, self._desk.ask_far, lambda session, stop: pictures(session, scan, _silent, stop.is_set)
        )

    def _open(self, title: str, ask: _Ask, get: Callable[[Session, threading.Event], list[QImage]]) -> None:
        shown, stop = self._shown, threading.Event()
        self._stop.set()
        self._stop = stop

        def show(found: list[QImage]) -> None:
            if shown is self._shown and not stop.is_set():
                self._show_picture(title, found)

        def failed(error: VillageDeskError) -> None:
            if shown is self._shown and not stop.is_set():
                self._say(sentence_of(error))

        self._say(self.tr("Opening …"))
        ask(lambda session: get(session, stop), show, failed)

    def _say(self, text: str) -> None:
        self.picture.hide()
        self.about_picture.setText(text)
        self.about_picture.show()

    def _show_picture(self, title: str, found: list[QImage]) -> None:
        if not found:
            self._say(self.tr("This kind of file cannot be shown here. It is kept safely with the record."))
            return
        more = self.tr("{title}, page 1 of {pages}").format(title=title, pages=len(found))
        self.about_picture.setText(more if len(found) > 1 else title)
        self.about_picture.show()
        self.picture.show_image(found[0])
        self.picture.show()

    # ------------------------------------------------------------ rounds

    def _show_rounds(self, shown: Frozen) -> None:
        clear(self._rounds)
        now = self._desk.session.now()
        kind = shown.about[0]
        for one in shown.rounds:
            sent = self.tr("Round {number}: sent by {name}, {day}").format(
                number=one.number, name=one.sent_by, day=moment_text(one.sent_at, now)
            )
            outcome = translated("review", _OUTCOMES.get(one.outcome, _OUTCOMES[""]))
            self._rounds.addWidget(label(sent, wrap=True))
            by = "  ".join(filter(None, (outcome, one.answered_by)))
            self._rounds.addWidget(label(by, "small", wrap=True))
            for remark in one.remarks:
                self._rounds.addWidget(
                    label(f"{field_text(kind, remark.field)}：{remark.text}", tone="attention", wrap=True)
                )
                answer = answer_text(one.answers.get(remark.field))
                if answer:
                    self._rounds.addWidget(label(answer, "small", wrap=True))
        if not shown.rounds:
            words = self.tr("It is here for the first time.")
            self._rounds.addWidget(label(words, "small", wrap=True))
        self.buttons[2].show_text(self.tr("Rounds {count}").format(count=len(shown.rounds)))


def _name(scan: Record, known: Beside) -> str:
    """Return what a scan shows: the page of the sheet it is of, or the title it was given."""
    sheet = next((one for one in known.sheets if one.id == scan.values.get("page_of")), None)
    if sheet is None:
        return str(scan.values.get("title") or "")
    page = translated("review", N_("review", "{title}, page {page}"))
    return page.format(
        title=_title(str(sheet.values.get("form") or "")), page=scan.values.get("sheet_page") or 1
    )


def _title(form: str) -> str:
    return forms.load(form).title if form in forms.catalogue() else form


def _first_page(session: Session, paper: Paper) -> list[QImage]:
    return list(draw(session, paper, most=1).pages)


def _silent(_come: int) -> None:
    """The bytes come behind the picture that is shown; nothing counts them."""
