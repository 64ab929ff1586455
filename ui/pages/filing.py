"""Back from paper (收回签字件): photos and scans of signed sheets go to their records, page by page."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui import preferences, scan_folder, theme
from ui.desk import Desk
from ui.filing import Filing
from ui.filing_lines import Line, Source
from ui.filing_words import chip_of, goes_to, source_text, words
from ui.models.record_model import ToneRole
from ui.photos import upright
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, column, row
from ui.widgets.labels import label
from ui.widgets.paper_preview import PagesView
from ui.widgets.record_table import ROW_HEIGHT, as_list
from ui.widgets.which_paper import WhichPaper
from village_desk.i18n import N_, translated

_OPEN = ("asks", "failed", "taken")
_GONE = N_("filing", "The picture is no longer to be had here.")


class FilingPage(QWidget):
    """What came back, line by line, and the picture of the line one is at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filing: Filing = desk.filing()
        self._shown: Line | None = None
        self.choose_button = Button(
            self.tr("File signed papers"),
            self._choose,
            look="main",
            key="Ctrl+O",
            icon_name="fa6s.file-signature",
        )
        self.paste_button = Button(self.tr("Paste"), self.paste, icon_name="fa6s.paste")
        self.table = _Table()
        self.table.currentCellChanged.connect(lambda *_: self._look())
        self.table.opened.connect(self._main_step)
        self.summary = label("", wrap=True)
        self.folder = _FolderLine(desk)
        self.picture = PagesView()
        self.about = label("", wrap=True)
        self.which_button = Button(self.tr("Choose where it belongs"), self.which, look="main")
        self.open_button = Button(self.tr("Open the record"), self._open)
        self.leave_button = Button(self.tr("Leave it out"), self._leave_out)
        self.back_button = Button(self.tr("Take it back"), self._take_back)
        self._lay_out()
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Paste),
            self,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        ).activated.connect(self.paste)
        self._filing.told.connect(self._told)
        self._filing.moved.connect(self._say)
        for line in self._filing.lines:
            self.table.add(line)
        self.table.setCurrentCell(0, 0)
        self._say()
        self._look(again=self._current() is None)  # with nothing to look at, nothing can be done

    def _lay_out(self) -> None:
        words = self.tr(
            "Drop photos or scans of signed sheets anywhere on this window, or choose them. The code on each "
            "page says where it belongs; several sheets in one PDF are fine."
        )
        left = column(10)
        left.addWidget(label(words, "small", wrap=True))
        left.addWidget(self.folder)
        left.addWidget(self.summary)
        left.addWidget(self.table, 1)
        side = Card()
        side.setFixedWidth(theme.current().px(330))
        side.body.addWidget(self.about)
        for button in (self.which_button, self.open_button, self.leave_button, self.back_button):
            side.body.addWidget(button)
        side.body.addWidget(self.picture, 1)
        middle = row(spacing=16)
        middle.addLayout(left, 1)
        middle.addWidget(side)
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        title = label(self.tr("Back from paper"), "title")
        layout.addLayout(row(title, None, self.paste_button, self.choose_button, spacing=12))
        layout.addLayout(middle, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Look at the folder and its settings again."""
        self.folder.refresh()

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Photograph or scan the signed sheets and drop the files here, or let the program watch the "
            "folder your scanner writes to (Settings). A page whose code cannot be read asks where it "
            "belongs. What is signed stays as it was signed: a later change of that text asks for a "
            "reason. Ctrl+O chooses files, Ctrl+V pastes a picture, Enter takes the next step of a line."
        )

    # ------------------------------------------------------------ in

    def _choose(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in scan_folder.SUFFIXES)
        found, _filter = QFileDialog.getOpenFileNames(
            self,
            self.tr("Which photos or scans?"),
            "",
            self.tr("Pictures and PDF ({kinds})").format(kinds=kinds),
        )
        self.take([Path(name) for name in found])

    def take(self, paths: Sequence[Path]) -> None:
        """File these files."""
        self._filing.take([Source(path.name, path) for path in paths])

    def paste(self) -> None:
        """File what is on the clipboard: a picture, or files."""
        if not self._filing.drop(QGuiApplication.clipboard().mimeData()):
            self._desk.tell(self.tr("There is no picture on the clipboard."), "plain")

    # ------------------------------------------------------------ what became of it

    def _told(self, line: Line) -> None:
        place = self.table.place_of(line)
        at_end = self.table.currentRow() < 0
        if place < 0:
            self.table.add(line)
            if at_end:
                self.table.setCurrentCell(0, 0)
        else:
            self.table.show_line(place, line)
        if line is self._current() or place >= 0:
            self._look(again=True)
        self._say()

    def _say(self) -> None:
        lines = self._filing.lines
        filed = sum(line.state in ("filed", "again") for line in lines)
        asked = sum(line.state in _OPEN for line in lines)
        said = []
        if self._filing.busy:
            said.append(self.tr("Reading … {waiting} files wait.").format(waiting=self._filing.waiting))
        if lines:
            said.append(self.tr("{filed} pages filed.").format(filed=filed))
        if asked:
            said.append(self.tr("{asked} pages need you.").format(asked=asked))
        self.summary.setText(
            " ".join(said) or self.tr("Nothing has been filed since the program was opened.")
        )
        if not self._filing.busy:
            self.folder.refresh()

    def _current(self) -> Line | None:
        return self.table.line(self.table.currentRow())

    def _look(self, *, again: bool = False) -> None:
        line = self._current()
        if line is self._shown and not again:
            return
        self._shown = line
        opened = line is not None and line.state in _OPEN
        filed = line is not None and line.state in ("filed", "again")
        self.which_button.setVisible(opened)
        self.leave_button.setVisible(line is not None and line.state == "asks")
        self.open_button.setVisible(filed)
        self.back_button.setVisible(filed)
        self.about.setText("" if line is None else "\n".join(filter(None, (goes_to(line), words(line)))))
        if not again or line is None:
            self.picture.show_pages([])
        if line is not None and not again:
            self._filing.show(line, partial(self._show_picture, line))

    def _show_picture(self, line: Line, data: bytes) -> None:
        if line is not self._current():
            return
        image = upright(data) if data else QImage()
        self.picture.show_pages([] if image.isNull() else [image])
        if image.isNull() and line.state != "failed":
            self.about.setText(f"{self.about.text()}\n{translated('filing', _GONE)}".strip())

    def _main_step(self) -> None:
        line = self._current()
        if line is not None and line.state in _OPEN:
            self.which()
        elif line is not None:
            self._open()

    def which(self) -> None:
        """Ask where the page belongs."""
        line = self._current()
        if line is None or line.state not in _OPEN:
            return
        dialog = WhichPaper(self, self._desk, line)
        dialog.answered.connect(lambda target: self._filing.choose(line, target))
        dialog.finished.connect(lambda _result: self.table.setFocus())
        dialog.open()

    def _open(self) -> None:
        line = self._current()
        if line is not None and line.filed is not None:
            self._desk.open_record(*line.filed.record)

    def _leave_out(self) -> None:
        line = self._current()
        if line is not None:
            self._filing.leave_out(line)
            self.table.setFocus()

    def _take_back(self) -> None:
        line = self._current()
        if line is not None:
            self._filing.take_back(line)
            self.table.setFocus()


class _Table(QTableWidget):
    """The pages, one a line: the file, what became of it, where it went.

    Signals:
        opened: Enter or a double click on a line.
    """

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(0, 3)
        self._lines: list[Line] = []
        self.setHorizontalHeaderLabels([self.tr("File"), self.tr("Outcome"), self.tr("Where it went")])
        as_list(self)
        self.verticalHeader().hide()
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place in (0, 1):
            heading.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        heading.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._fit()
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.setAccessibleName(self.tr("Pages that came back"))

    def _fit(self) -> None:
        px = theme.current().px
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.setColumnWidth(0, px(190))
        self.setColumnWidth(1, px(112))

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def add(self, line: Line) -> None:
        """Add a line at the end."""
        self._lines.append(line)
        self.insertRow(len(self._lines) - 1)
        self.show_line(len(self._lines) - 1, line)

    def show_line(self, place: int, line: Line) -> None:
        """Show a line anew."""
        chip, tone = chip_of(line)
        for at, text in enumerate((source_text(line), chip, goes_to(line) or words(line))):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if at == 1:
                item.setData(ToneRole, tone)
            self.setItem(place, at, item)

    def place_of(self, line: Line) -> int:
        """Return where a line stands, or -1."""
        return next((place for place, one in enumerate(self._lines) if one is line), -1)

    def line(self, place: int) -> Line | None:
        """Return the line at a place."""
        return self._lines[place] if 0 <= place < len(self._lines) else None


class _FolderLine(QWidget):
    """Which folder is watched, and the filed originals that still lie beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sure = False
        self.text = label("", "small", wrap=True)
        self.settings_button = Button(self.tr("Watch a folder …"), lambda: desk.go("settings"), look="quiet")
        self.delete_button = Button("", self._delete, icon_name="fa6s.trash")
        bar = row(spacing=12)
        bar.addWidget(self.text, 1)
        bar.addWidget(self.delete_button)
        bar.addWidget(self.settings_button)
        self.setLayout(bar)
        self.delete_button.hide()
        self.refresh()

    def refresh(self) -> None:
        """Look at the folder again."""
        self._sure = False
        folder = preferences.load(self._desk.account.folder).scan_folder
        self.settings_button.setVisible(not folder)
        if not folder:
            self.text.setText(self.tr("No folder is watched."))
            self.delete_button.hide()
            return
        self.text.setText(self.tr("Watched folder: {folder}").format(folder=folder))
        self._desk.ask_slowly(lambda _session: len(scan_folder.put_away_files(Path(folder))), self._show_left)

    def _show_left(self, count: int) -> None:
        self._sure = False
        self.delete_button.setVisible(bool(count))
        self.delete_button.show_text(self.tr("Delete {count} filed originals").format(count=count))

    def _delete(self) -> None:
        """Delete what is filed, at the second click: each is kept encrypted with its record."""
        if not self._sure:
            self._sure = True
            self.delete_button.show_text(
                self.tr("They are kept encrypted with their records. Really delete?")
            )
            return
        folder = Path(preferences.load(self._desk.account.folder).scan_folder)
        self._desk.ask_slowly(lambda _session: scan_folder.delete_put_away(folder), self._show_left)
