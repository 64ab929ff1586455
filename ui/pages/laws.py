"""The library of laws on this PC: taking files in, looking up, reading, copying a citation."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QProgressBar, QWidget

from ui.desk import Desk
from ui.progress import Progress
from ui.texts import size_text
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.labels import label
from ui.widgets.law_search import LawSearch
from village_desk import law_text
from village_desk.commands import laws as commands
from village_desk.commands.laws import TakenIn
from village_desk.queries.laws import ArticleLine, LawLine
from village_desk.session import Changes, Session

_NAMED = 5


class LawsPage(QWidget):
    """Laws (法律法规); they stay on this PC and are never sent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stopped = False
        self.search = LawSearch(desk)
        self.take_button = Button(
            self.tr("Take in files …"), self._choose, look="main", key="Ctrl+O", icon_name="fa6s.file-import"
        )
        self.copy_button = Button(self.tr("Copy the citation"), self._copy, icon_name="fa6s.copy")
        self.remove_button = Button(self.tr("Take out of the library"), self._ask_to_remove)
        self.stop_button = Button(self.tr("Stop"), self._stop)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.told = label("", "small", wrap=True)
        words = self.tr(
            "Laws as Markdown, text or Word files (DOCX) are divided into articles and found without a "
            "network. They stay on this PC, encrypted. Look at the day of the text: a newer one may be in "
            "force."
        )
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        self.cases_button = Button(
            self.tr("Typical cases"), lambda: desk.go("typical"), icon_name="fa6s.book-bookmark"
        )
        title = label(self.tr("Laws and cases"), "title")
        layout.addLayout(row(title, None, self.cases_button, self.take_button, spacing=8))
        layout.addWidget(label(words, "small", wrap=True))
        layout.addLayout(row(self.bar, self.told, self.stop_button, spacing=10))
        layout.addWidget(self.search, 1)
        layout.addLayout(row(self.copy_button, self.remove_button, None))
        self.setLayout(layout)
        self.search.chosen.connect(self._came)
        self._show_progress(None)
        self._came(None)
        self.search.ask()

    def refresh(self) -> None:
        """The page is shown again."""
        self.search.ask()
        self.search.edit.setFocus()

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Type words, the number of an article (577) or the name of a law. In a consultation, “Cite an "
            "article” puts one into the answer with its number and the day of the text. Texts are for "
            "looking up; what they mean for a case is for a person to say."
        )

    # ------------------------------------------------------------ taking in

    def _choose(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in law_text.SUFFIXES)
        names, _filter = QFileDialog.getOpenFileNames(
            self, self.tr("Take in files"), "", self.tr("Laws ({kinds})").format(kinds=kinds)
        )
        if names:
            self.take_in([Path(name) for name in names])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files into the library behind the window; what is in stays in when it is stopped."""
        self._stopped = False
        progress = Progress()
        progress.told.connect(self._went_on)
        self._progress = progress
        self._show_progress((0, 0))

        def work(session: Session) -> TakenIn:
            return commands.take_in(session, paths, progress.told.emit, lambda: self._stopped)

        self._desk.ask_slowly(work, self._taken, lambda _error: self._show_progress(None))

    def _went_on(self, done: int, of: int) -> None:
        self._show_progress((done, of))

    def _show_progress(self, how_far: tuple[int, int] | None) -> None:
        for one in (self.bar, self.told, self.stop_button):
            one.setVisible(how_far is not None)
        self.take_button.setEnabled(how_far is None)
        if how_far is not None:
            done, of = how_far
            self.bar.setMaximum(max(1, of // 1024))
            self.bar.setValue(done // 1024)
            self.told.setText(self.tr("{done} of {of}").format(done=size_text(done), of=size_text(of)))

    def _stop(self) -> None:
        self._stopped = True

    def _taken(self, found: TakenIn) -> None:
        self._show_progress(None)
        self.search.ask()
        parts = [self.tr("{new} laws were taken in, {known} were here already.")]
        text = parts[0].format(new=found.new, known=found.known)
        if found.unread:
            words = self.tr("These files could not be read: {names}.")
            text += words.format(names="、".join(found.unread[:_NAMED]))
        self._desk.tell(text, "attention" if found.unread else "good")

    # ------------------------------------------------------------ one law

    def _came(self, held: object) -> None:
        self.copy_button.setVisible(isinstance(held, ArticleLine))
        self.remove_button.setVisible(isinstance(held, LawLine))

    def _copy(self) -> None:
        held = self.search.current()
        if isinstance(held, ArticleLine):
            QApplication.clipboard().setText(held.cited)
            self._desk.tell(self.tr("Copied with its number and the day of the text."), "good")

    def _ask_to_remove(self) -> None:
        held = self.search.current()
        if not isinstance(held, LawLine):
            return
        asked = QMessageBox(self)
        asked.setText(self.tr("Take “{title}” out of the library?").format(title=held.title))
        asked.setInformativeText(self.tr("What was cited from it stays where it was cited."))
        asked.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        asked.accepted.connect(lambda: self.remove(held))
        asked.open()

    def remove(self, law: LawLine) -> None:
        """Take a law out of the library."""

        def gone(_changes: Changes) -> None:
            self.search.ask()

        self._desk.do(lambda session: commands.remove(session, law.id), gone)
