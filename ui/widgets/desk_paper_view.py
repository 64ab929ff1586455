"""A paper of the desk before it is printed: what is shown is what is saved and printed."""

from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Desk
from ui.desk_paper import DeskPaper, pdf_of
from ui.printing import page_images, print_pdf, save_pdf
from ui.texts import sentence_of
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.labels import label
from ui.widgets.paper_preview import PagesView
from village_desk.commands.exports import log_export
from village_desk.errors import PrintTrouble
from village_desk.session import Session

MOST_PAGES = 40
"""Pages that are shown; all of them are printed and saved."""
_DPI = 110


class DeskPaperView(QWidget):
    """Shows one paper with Print and Save as PDF; saving is logged where the paper is `logged`.

    Signals:
        back: Esc.
        taken: It was printed or saved.
    """

    back = Signal()
    taken = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pdf = b""
        self._name = ""
        self.logged = False
        self.heading = label("", "title", wrap=True)
        self.words = label(self.tr("As it will be printed, A4."), "small")
        self.pages = PagesView()
        self.back_button = Button(self.tr("Back"), self.back.emit, icon_name="fa6s.arrow-left")
        self.save_button = Button(self.tr("Save as PDF"), self._choose_file, icon_name="fa6s.file-pdf")
        self.print_button = Button(
            self.tr("Print"), self._print, look="main", key="F8", icon_name="fa6s.print"
        )
        top = row(self.back_button, spacing=12)
        top.addWidget(self.heading, 1)
        self.verbs = row(self.save_button, self.print_button, spacing=12)
        top.addLayout(self.verbs)
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addWidget(self.pages, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.print_button)
        esc = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self.back)
        self.forget()

    def forget(self) -> None:
        """Show nothing; what was shown last must not go out in place of what is being drawn."""
        self._pdf = b""
        self.pages.show_pages([])
        self._ready(yes=False)

    def _ready(self, *, yes: bool) -> None:
        self.print_button.setEnabled(yes)
        self.save_button.setEnabled(yes)

    def show_paper(self, paper: DeskPaper) -> None:
        """Draw a paper and show its pages."""
        self.show_pdf(pdf_of(paper), paper.title)

    def show_pdf(self, pdf: bytes, title: str) -> None:
        """Show a paper that is drawn already; of a long one the first pages only."""
        self._pdf, self._name = pdf, title
        self.heading.setText(title)
        grey = QImage.Format.Format_Grayscale8  # a quarter of the memory: there is no colour on it
        shown = islice(page_images(pdf, _DPI), MOST_PAGES)
        self.pages.show_pages([page.convertToFormat(grey) for page in shown])
        self._ready(yes=True)
        self.print_button.setFocus()

    def _print(self) -> None:
        try:
            printed = print_pdf(self._pdf, self, self._name)
        except PrintTrouble as error:
            self._desk.tell(sentence_of(error), "attention")
            return
        if printed:
            self.taken.emit()

    def _choose_file(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), f"{self._name}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_file(Path(name))

    def save_file(self, path: Path) -> None:
        """Write the paper shown to `path`."""
        pdf = self._pdf
        logged = self.logged

        def write(session: Session) -> None:
            save_pdf(path, pdf)
            if logged:
                log_export(session)

        self._desk.ask_slowly(write, lambda _none: self._saved())

    def _saved(self) -> None:
        self._desk.tell(self.tr("The PDF has been saved."), "good")
        self.taken.emit()
