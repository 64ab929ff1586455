"""What the pages share that show papers before they go out: a list beside them, the pages, Print and Save."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QListWidget, QWidget

from ui import theme
from ui.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, column, row
from ui.widgets.labels import label
from ui.widgets.paper_preview import PagesView

_LIST_WIDTH = 300


class PaperPage(QWidget):
    """A list of papers or parts, the pages of the one chosen, and the way out on paper or as a file.

    Signals:
        back: Esc: to the record.
        printed: Print what is shown.
        saved: The place (a Path) a person chose for what is shown.
    """

    back = Signal()
    printed = Signal()
    saved = Signal(object)

    def __init__(self, desk: Desk, titles: tuple[str, str], choices: tuple[QWidget, ...] = ()) -> None:
        """Make it; `titles` are those of the page and of the list, `choices` stand under the list."""
        super().__init__()
        self._desk = desk
        title, contents = titles
        self.heading = label(title, "title")
        self.list = QListWidget()
        self.list.setAccessibleName(contents)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages = PagesView()
        self.words = label("", "small", wrap=True)
        self.warning = label("", "small", "attention", wrap=True)
        self.back_button = Button(self.tr("Back"), self.back.emit, icon_name="fa6s.arrow-left")
        self.save_button = Button(self.tr("Save as PDF"), self._choose_file, icon_name="fa6s.file-pdf")
        self.print_button = Button(
            self.tr("Print"), self.printed.emit, look="main", key="Ctrl+P", icon_name="fa6s.print"
        )
        self._lay_out(contents, choices)
        esc = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self.back)

    def _lay_out(self, contents: str, choices: tuple[QWidget, ...]) -> None:
        side = Card()
        side.setFixedWidth(theme.current().px(_LIST_WIDTH))
        side.body.addWidget(label(contents, "heading"))
        side.body.addWidget(self.list, 1)
        if choices:
            side.body.addLayout(row(*choices, spacing=8))
        side.body.addWidget(self.warning)
        side.body.addWidget(self.words)
        middle = row(spacing=16)
        middle.addWidget(side)
        middle.addWidget(self.pages, 1)
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.addLayout(
            row(self.back_button, self.heading, None, self.save_button, self.print_button, spacing=12)
        )
        layout.addLayout(middle, 1)
        self.setLayout(layout)

    def ready(self, *, yes: bool) -> None:
        """Let what is shown go out, or not while it is drawn: it must not go under another one's name."""
        self.print_button.setEnabled(yes)
        self.save_button.setEnabled(yes)

    def file_title(self) -> str:
        """Return the name a file is offered; it holds no personal data."""
        return self.heading.text()

    def _choose_file(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), f"{self.file_title()}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.saved.emit(Path(name))
