"""All papers of a record before they are printed: filled or blank, page by page, printed or saved."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QListWidgetItem

import forms
from ui.desk import Desk
from ui.pages.paper_page import PaperPage
from ui.paper import Drawn, Paper, draw_to_go_out, papers_of
from ui.printing import print_pdf, save_pdf, sheet_name
from ui.texts import sentence_of
from ui.widgets.buttons import Button
from ui.widgets.paper_preview import missing_text
from village_desk.commands.papers import Printed, record_sheet
from village_desk.errors import PrintTrouble, VillageDeskError
from village_desk.i18n import N_, translated

_DPI = 130
_TITLE, _PAPERS = N_("preview", "Print"), N_("preview", "Papers")
_FILLED, _BLANK = N_("preview", "Filled in"), N_("preview", "Blank")


class PreviewPage(PaperPage):
    """Shows the papers of one record; `back` returns to it."""

    def __init__(self, desk: Desk) -> None:
        self.filled_button = Button(translated("preview", _FILLED), self._draw, look="choice")
        self.blank_button = Button(translated("preview", _BLANK), self._draw, look="choice")
        titles = (translated("preview", _TITLE), translated("preview", _PAPERS))
        super().__init__(desk, titles, (self.filled_button, self.blank_button))
        self._papers: list[Paper] = []
        self._drawn: Drawn | None = None
        self._wanted = 0
        self._noted = b""
        group = QButtonGroup(self)
        for button in (self.filled_button, self.blank_button):
            button.setCheckable(True)
            group.addButton(button)
        self.filled_button.setChecked(True)
        self.list.currentRowChanged.connect(lambda _row: self._draw())
        self.printed.connect(self._print)
        self.saved.connect(self.save_file)
        self._forget()

    def open_papers(self, kind: str, record_id: bytes, form: str = "") -> None:
        """Show the papers of a record, `form` first if it is named."""
        self._forget()
        self._desk.ask(
            lambda session: papers_of(session, kind, record_id), lambda found: self._show_list(found, form)
        )

    def _show_list(self, found: list[Paper], form: str) -> None:
        self._papers = found
        self.list.blockSignals(True)
        self.list.clear()
        for paper in found:
            self.list.addItem(QListWidgetItem(f"{paper.title}  {paper.about}".strip()))
        self.list.setCurrentRow(next((place for place, one in enumerate(found) if one.form == form), 0))
        self.list.blockSignals(False)
        self.list.setFocus()
        self._draw()

    def _forget(self) -> None:
        """What was drawn is of another paper now; it must not be printed under this one's name."""
        self._drawn = None
        self.ready(yes=False)

    def _draw(self) -> None:
        paper = self._paper()
        self._forget()
        if paper is None:
            self.words.setText(self.tr("This record has no paper."))
            return
        self._wanted += 1
        wanted, blank = self._wanted, self.blank_button.isChecked()
        self.words.setText(self.tr("Drawing …"))
        self._desk.ask_slowly(
            lambda session: draw_to_go_out(session, paper, blank=blank, dpi=_DPI),
            lambda drawn: self._show(wanted, paper, drawn),
            partial(self._failed, wanted),
        )

    def _failed(self, wanted: int, error: VillageDeskError) -> None:
        if wanted == self._wanted:
            self.pages.show_pages([])
            self.words.setText(sentence_of(error))

    def _show(self, wanted: int, paper: Paper, drawn: Drawn) -> None:
        if wanted != self._wanted:
            return
        self._drawn = drawn
        self.pages.show_pages(drawn.pages)
        self.ready(yes=True)
        self.words.setText(
            self.tr("{pages} pages, {size}, as they will be printed").format(
                pages=len(drawn.pages), size=sheet_name(drawn.pdf)
            )
        )
        self.warning.setText(missing_text(paper.kind, drawn.missing))
        self.warning.setVisible(bool(drawn.missing))

    def _paper(self) -> Paper | None:
        place = self.list.currentRow()
        return self._papers[place] if 0 <= place < len(self._papers) else None

    # ------------------------------------------------------------ out

    def _print(self) -> None:
        paper, drawn = self._paper(), self._drawn
        if paper is None or drawn is None:
            return
        try:
            printed = print_pdf(drawn.pdf, self, paper.title)
        except PrintTrouble as error:
            self._desk.tell(sentence_of(error), "attention")
            return
        if printed:
            self.note_printed()

    def note_printed(self) -> None:
        """Keep that the paper shown was printed; a blank one is not kept."""
        paper, drawn = self._paper(), self._drawn
        if paper is None or drawn is None or self.blank_button.isChecked():
            return
        self._note(paper, drawn, self.tr("Printed. The sheet is kept with the record."))
        self._draw()

    def _note(self, paper: Paper, drawn: Drawn, words: str) -> None:
        """Keep a sheet with its record, once: its code must be known when it comes back signed."""
        if drawn.sheet_id == self._noted:
            self._desk.tell(words, "good")
            return
        self._noted = drawn.sheet_id
        template = forms.load(paper.form)
        shown = forms.fields_shown(template)
        printed = Printed(paper.form, template.number, template.version, len(drawn.pages), shown)
        self._desk.do(
            lambda session: record_sheet(session, (paper.kind, paper.record_id), drawn.sheet_id, printed),
            lambda _changes: self._desk.tell(words, "good"),
        )

    def file_title(self) -> str:
        """Return the title of the paper shown."""
        paper = self._paper()
        return paper.title if paper else self.heading.text()

    def save_file(self, path: Path) -> None:
        """Write the paper shown to `path`; it may be printed elsewhere, so its sheet is kept as printed."""
        paper, drawn = self._paper(), self._drawn
        if paper is None or drawn is None:
            return
        blank, words = self.blank_button.isChecked(), self.tr("The PDF has been saved.")

        def written(_none: object) -> None:
            if blank:
                self._desk.tell(words, "good")
            else:
                self._note(paper, drawn, words)

        self._desk.ask_slowly(lambda _session: save_pdf(path, drawn.pdf), written)
