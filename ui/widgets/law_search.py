"""A line to look for an article in, the laws or articles found under it, and the text beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter, QWidget

from ui.desk import Desk
from ui.widgets.cards import column
from ui.widgets.labels import label
from village_desk.queries import laws as library
from village_desk.queries.laws import ArticleLine, LawLine

_AFTER_MS = 200
_SHOWN = 60
"""Characters of an article in its line."""


class LawSearch(QWidget):
    """Shows all laws while nothing is typed, else the articles that hold the words.

    Signals:
        chosen: The article or law the cursor is on, or None.
        taken: Enter or a double click on an article.
    """

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.edit = QLineEdit()
        self.edit.setClearButtonEnabled(True)
        self.edit.setPlaceholderText(self.tr("Words, the number of an article, the name of a law"))
        self.edit.setAccessibleName(self.tr("Look for an article"))
        self.words = label("", "small", wrap=True)
        self.lines = QListWidget()
        self.lines.setAccessibleName(self.tr("Laws and articles"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text"))
        left = QWidget()
        layout = column(8)
        layout.addWidget(self.edit)
        layout.addWidget(self.words)
        layout.addWidget(self.lines, 1)
        left.setLayout(layout)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(left)
        across.addWidget(self.text)
        across.setStretchFactor(0, 2)
        across.setStretchFactor(1, 3)
        across.setChildrenCollapsible(False)
        whole = column(0)
        whole.addWidget(across)
        self.setLayout(whole)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_AFTER_MS)
        self._asking.timeout.connect(self.ask)
        self.edit.textChanged.connect(lambda _text: self._asking.start())
        self.edit.returnPressed.connect(self.lines.setFocus)
        self.lines.currentItemChanged.connect(lambda item, _before: self._came(item))
        self.lines.itemActivated.connect(self._take)
        self.setFocusProxy(self.edit)

    def ask(self) -> None:
        """Ask anew for what is found."""
        typed = self.edit.text().strip()
        if typed:
            self._desk.ask(lambda session: library.found(session, typed), self._show_articles)
        else:
            self._desk.ask(library.laws, self._show_laws)

    def current(self) -> ArticleLine | LawLine | None:
        """Return what the cursor is on."""
        item = self.lines.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _show_laws(self, laws: Sequence[LawLine]) -> None:
        self.words.setText(self.tr("{count} laws").format(count=len(laws)))
        self._show([(f"{one.title}　{one.dated}", one) for one in laws])

    def _show_articles(self, found: Sequence[ArticleLine]) -> None:
        some = self.tr("{count} articles") if len(found) < library.LIMIT else self.tr("The first {count}")
        self.words.setText(some.format(count=len(found)))
        self._show([(f"{one.title} {one.label}　{one.text[:_SHOWN]}", one) for one in found])

    def _show(self, lines: Sequence[tuple[str, object]]) -> None:
        self.lines.clear()
        for text, data in lines:
            item = QListWidgetItem(text.replace("\n", " "))
            item.setData(Qt.ItemDataRole.UserRole, data)
            item.setToolTip(text)
            self.lines.addItem(item)
        self.text.clear()
        if lines:
            self.lines.setCurrentRow(0)
        else:
            self.chosen.emit(None)

    def _came(self, item: QListWidgetItem | None) -> None:
        held = item.data(Qt.ItemDataRole.UserRole) if item else None
        self.chosen.emit(held)
        if held is None:
            return
        law, here = (held.id, 0) if isinstance(held, LawLine) else (held.law, held.id)
        self._desk.ask(
            lambda session: library.articles(session, law), lambda found: self._show_text(held, found, here)
        )

    def _show_text(self, held: object, found: Sequence[ArticleLine], here: int) -> None:
        """Show the whole law, and lead to the article."""
        if self.current() is not held:
            return
        parts, place, at = [], "", 0
        length = 0
        for one in found:
            heading = f"\n{one.place}\n\n" if one.place != place else ""
            place = one.place
            text = f"{heading}{one.label}　{one.text}\n" if one.label else f"{heading}{one.text}\n"
            if one.id == here:
                at = length + len(heading)
            parts.append(text)
            length += len(text)
        self.text.setPlainText("".join(parts))
        cursor = self.text.textCursor()
        cursor.setPosition(min(length, at + 400))
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        cursor.setPosition(at)
        cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
        if here:
            self.text.setTextCursor(cursor)

    def _take(self, item: QListWidgetItem) -> None:
        held = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(held, ArticleLine):
            self.taken.emit(held)
