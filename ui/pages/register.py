"""The register of mediation cases before it is printed: filled or blank, as PDF or XLSX (案件登记簿)."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

import forms
from ui.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.desk_paper_view import MOST_PAGES, DeskPaperView
from village_desk import ids
from village_desk.i18n import N_, translated
from village_desk.queries import register
from village_desk.session import Session
from village_desk.statistics import Period, Place

FORM = "mediation_register"
_COMMITTEE = "人民调解委员会"
_VILLAGE = 12
_NONE = N_("register", "No case in this period")
_LEFT_OUT = N_("register", "{count} confidential cases are not listed here")


@dataclass(frozen=True, slots=True, repr=False)
class _Drawn:
    pdf: bytes
    cases: int
    left_out: int
    pages: int


class RegisterPage(DeskPaperView):
    """Form 022 of one place and period."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: tuple[Place, Period] | None = None
        self._asked = 0
        self.blank_button = Button(self.tr("Blank"), self._draw, look="choice")
        self.blank_button.setCheckable(True)
        self.file_button = Button(self.tr("Save as XLSX"), self._choose_sheet, icon_name="fa6s.file-excel")
        self.verbs.insertWidget(0, self.blank_button)
        self.verbs.insertWidget(1, self.file_button)

    def open(self, place: Place, period: Period) -> None:
        """Show the register of a place and period."""
        self._wanted = (place, period)
        self.blank_button.setChecked(False)
        self._draw()

    def _draw(self) -> None:
        self.forget()
        if self._wanted:
            self._asked += 1
            place, period = self._wanted
            blank = self.blank_button.isChecked()
            self.words.setText(self.tr("Opening …"))
            self._desk.ask_slowly(
                lambda session: _drawn(session, place, period, blank=blank), partial(self._show, self._asked)
            )

    def _show(self, asked: int, drawn: _Drawn) -> None:
        if asked != self._asked:
            return
        self.logged = bool(drawn.cases)  # as the spreadsheet is: the names of all parties stand in it
        self.show_pdf(drawn.pdf, forms.load(FORM).title)
        parts = [self.tr("{count} cases, {pages} pages").format(count=drawn.cases, pages=drawn.pages)]
        if drawn.left_out:
            parts.append(left_out_text(drawn.left_out))
        if drawn.pages > MOST_PAGES:
            words = self.tr("The first {count} pages are shown, all are printed")
            parts.append(words.format(count=MOST_PAGES))
        self.words.setText("  ".join(parts))

    def _choose_sheet(self) -> None:
        if self._wanted is None:
            return
        place, period = self._wanted
        proposed = f"{forms.load(FORM).title} {place.name} {period.name}.xlsx"
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as XLSX"), proposed, "XLSX (*.xlsx)")
        if name:
            self.save_sheet(Path(name))

    def save_sheet(self, path: Path) -> None:
        """Write the register as a spreadsheet to `path`; it is not encrypted, and the message says so."""
        if self._wanted is None:
            return
        place, period = self._wanted

        def write(session: Session) -> int:
            from ui.pages import register_file  # noqa: PLC0415 - the library takes its time, and is rarely needed

            return register_file.write(session, place, period, path)

        self._desk.ask_slowly(write, self._told)

    def _told(self, left_out: int) -> None:
        words = self.tr("The register has been saved. The file is not encrypted: keep it to yourself.")
        more = f"  {left_out_text(left_out)}" if left_out else ""
        self._desk.tell(words + more, "good")


def left_out_text(count: int) -> str:
    """Return how many cases are not on the list; "" for none."""
    return translated("register", _LEFT_OUT).format(count=count) if count else ""


def committee_of(place: Place) -> str:
    """Return whose register it is: the committee of a village, or the whole township."""
    return place.name + (_COMMITTEE if len(place.code) == _VILLAGE else "")


def _drawn(session: Session, place: Place, period: Period, *, blank: bool) -> _Drawn:
    template = forms.load(FORM, profile=session.profile)
    held = register.register(session, place.code, period, "print")
    content: dict[str, object] = {}
    if not blank:
        none = "" if held.cases else translated("register", _NONE)
        note = left_out_text(held.left_out) or none
        content = register.content(held, committee_of(place), period, note)
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
    return _Drawn(pdf, 0 if blank else len(held.cases), 0 if blank else held.left_out, pages)
