"""One labelled line to type into, with the sentence of what is wrong under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.cards import column
from ui.widgets.labels import label, set_tone


class Entry(QWidget):
    """A label, a line edit and a line of words under it; Enter goes where the page says."""

    def __init__(self, title: str, hint: str = "", *, secret: bool = False) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(title)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
            self.edit.setInputMethodHints(
                Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText
            )
        self._title = label(title, "small")
        self._hint = hint
        self.words = label(hint, "small", wrap=True)
        if not hint:
            self.words.hide()
        layout = column(4)
        layout.addWidget(self._title)
        layout.addWidget(self.edit)
        layout.addWidget(self.words)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setFocusProxy(self.edit)

    def set_title(self, title: str) -> None:
        """Give it another label."""
        self._title.setText(title)
        self.edit.setAccessibleName(title)

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def mark(self, problem: str = "", tone: str = "attention") -> None:
        """Say under the line what is wrong, or with "" show the hint again."""
        self.words.setText(problem or self._hint)
        self.words.setVisible(bool(problem or self._hint))
        set_tone(self.words, tone if problem else "secondary")
        set_tone(self.edit, "true" if problem and tone == "attention" else "false", "wrong")
