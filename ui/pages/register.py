"""A register before it is printed: filled or blank, as PDF or XLSX (案件登记簿、来访登记簿)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

import forms
from ui.desk import Desk
from ui.widgets.buttons import Button, press_by
from ui.widgets.desk_paper_view import MOST_PAGES, DeskPaperView
from village_desk import ids
from village_desk.i18n import N_, translated
from village_desk.queries import register
from village_desk.session import Session
from village_desk.statistics import Period, Place
from village_desk.statistics.periods import Span, after, before

FORM = "mediation_register"
_COMMITTEE = "人民调解委员会"
_VILLAGE = 12
_NONE = N_("register", "No case in this period")
_LEFT_OUT = N_("register", "{count} confidential cases are not listed here")
_COUNT = N_("register", "{count} cases, {pages} pages")


@dataclass(frozen=True, slots=True, repr=False)
class Filling:
    """What is to stand on a register: its content, how many lines, and how many were left out."""

    content: dict[str, object]
    lines: int
    left_out: int


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """One register the page can show.

    Attributes:
        form: Its form.
        fill: Its content for a place and time.
        write: Saves it as a spreadsheet and returns how many lines were left out.
        count: How many there are and on how many pages, English source text of the context "register".
        left_out: How many are not listed, English source text of the same context.
    """

    form: str
    fill: Callable[[Session, Place, Period], Filling]
    write: Callable[[Session, Place, Period, Path], int]
    count: str
    left_out: str


@dataclass(frozen=True, slots=True, repr=False)
class _Drawn:
    pdf: bytes
    lines: int
    left_out: int
    pages: int


class RegisterPage(DeskPaperView):
    """A register of one place and period; the month before and after is a key away."""

    def __init__(self, desk: Desk, paper: RegisterPaper | None = None) -> None:
        super().__init__(desk)
        self._paper = paper or CASES
        self._wanted: tuple[Place, Period] | None = None
        self._asked = 0
        self.blank_button = Button(self.tr("Blank"), self._draw, look="choice")
        self.blank_button.setCheckable(True)
        self.file_button = Button(self.tr("Save as XLSX"), self._choose_sheet, icon_name="fa6s.file-excel")
        self.earlier_button = self._turner("fa6s.chevron-left", self.tr("Month before"), "Ctrl+Left", before)
        self.later_button = self._turner("fa6s.chevron-right", self.tr("Month after"), "Ctrl+Right", after)
        for place, button in enumerate(
            (self.earlier_button, self.later_button, self.blank_button, self.file_button)
        ):
            self.verbs.insertWidget(place, button)

    def open(self, place: Place, period: Period) -> None:
        """Show the register of a place and period."""
        self._wanted = (place, period)
        self.blank_button.setChecked(False)
        months = len(list(period.months())) == 1
        self.earlier_button.setVisible(months)
        self.later_button.setVisible(months)
        self._draw()

    def _turner(self, icon: str, text: str, key: str, to: Callable[[Span, Period], Period]) -> Button:
        button = Button("", lambda: self._turn(to), icon_name=icon)
        press_by(button, key)
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  {key}")
        return button

    def _turn(self, to: Callable[[Span, Period], Period]) -> None:
        if self._wanted:
            place, period = self._wanted
            self.open(place, to("month", period))

    def _draw(self) -> None:
        self.forget()
        if self._wanted:
            self._asked += 1
            place, period = self._wanted
            blank, paper = self.blank_button.isChecked(), self._paper
            self.words.setText(self.tr("Opening …"))
            self._desk.ask_slowly(
                lambda session: _drawn(session, paper, place, period, blank=blank),
                partial(self._show, self._asked),
            )

    def _show(self, asked: int, drawn: _Drawn) -> None:
        if asked != self._asked:
            return
        self.logged = bool(drawn.lines)  # as the spreadsheet is: the names of people stand in it
        self.show_pdf(drawn.pdf, forms.load(self._paper.form).title)
        words = translated("register", self._paper.count)
        parts = [words.format(count=drawn.lines, pages=drawn.pages)]
        if drawn.left_out:
            parts.append(translated("register", self._paper.left_out).format(count=drawn.left_out))
        if drawn.pages > MOST_PAGES:
            words = self.tr("The first {count} pages are shown, all are printed")
            parts.append(words.format(count=MOST_PAGES))
        self.words.setText("  ".join(parts))

    def _choose_sheet(self) -> None:
        if self._wanted is None:
            return
        place, period = self._wanted
        proposed = f"{forms.load(self._paper.form).title} {place.name} {period.name}.xlsx"
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as XLSX"), proposed, "XLSX (*.xlsx)")
        if name:
            self.save_sheet(Path(name))

    def save_sheet(self, path: Path) -> None:
        """Write the register as a spreadsheet to `path`; it is not encrypted, and the message says so."""
        if self._wanted is None:
            return
        place, period = self._wanted
        self._desk.ask_slowly(lambda session: self._paper.write(session, place, period, path), self._told)

    def _told(self, left_out: int) -> None:
        words = self.tr("The register has been saved. The file is not encrypted: keep it to yourself.")
        more = translated("register", self._paper.left_out).format(count=left_out) if left_out else ""
        self._desk.tell(f"{words}  {more}".rstrip(), "good")


def left_out_text(count: int) -> str:
    """Return how many cases are not on the list; "" for none."""
    return translated("register", _LEFT_OUT).format(count=count) if count else ""


def committee_of(place: Place) -> str:
    """Return whose register it is: the committee of a village, or the whole township."""
    return place.name + (_COMMITTEE if len(place.code) == _VILLAGE else "")


def _cases(session: Session, place: Place, period: Period) -> Filling:
    held = register.register(session, place.code, period, "print")
    none = "" if held.cases else translated("register", _NONE)
    note = left_out_text(held.left_out) or none
    content = register.content(held, committee_of(place), period, note)
    return Filling(content, len(held.cases), held.left_out)


def _cases_file(session: Session, place: Place, period: Period, path: Path) -> int:
    from ui.pages import register_file  # noqa: PLC0415 - the library takes its time, and is rarely needed

    return register_file.write(session, place, period, path)


CASES = RegisterPaper(FORM, _cases, _cases_file, _COUNT, _LEFT_OUT)
"""The register of mediation cases (form 022)."""


def _drawn(session: Session, paper: RegisterPaper, place: Place, period: Period, *, blank: bool) -> _Drawn:
    template = forms.load(paper.form, profile=session.profile)
    filling = Filling({}, 0, 0) if blank else paper.fill(session, place, period)
    content = filling.content
    missing = forms.missing_characters(template, content, session.profile)
    if missing:
        content = forms.without(content, {character for _path, character in missing})
    sheet = forms.Sheet(
        id=ids.new_id(),
        printed_at=None if blank else session.now(),
        printed_by="" if blank else session.actor.name,
        practice=session.store.text_state("practice") == "1",
    )
    pdf = forms.render(template, content, sheet, session.profile)
    pages = forms.page_count(template, content, session.profile)
    return _Drawn(pdf, filling.lines, filling.left_out, pages)
