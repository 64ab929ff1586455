"""One text is asked for, in a small window over the page that waits for it while everything else goes on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget


def ask_text(
    parent: QWidget, title: str, words: str, text: str, given: Callable[[str], None], *, lines: bool = False
) -> QInputDialog:
    """Ask for a text that begins as `text`; `lines` says that it may have several.

    It has no loop of its own, as Qt's ready-made ones have: a screen that locks puts it aside and brings it
    back with what was typed (`MainWindow.put_aside`).
    """
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput, lines)
    dialog.setWindowTitle(title)
    dialog.setLabelText(words)
    dialog.setTextValue(text)
    dialog.textValueSelected.connect(given)
    dialog.open()
    return dialog
