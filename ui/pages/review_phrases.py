"""Coded remarks (F4): the county's for the kind of record, or the office's own; a digit takes one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from ui.desk import Desk
from ui.widgets.asking import ask_text
from ui.widgets.frozen_copy import FieldLine, FrozenCopy
from village_desk.commands import phrases as keeping
from village_desk.queries import phrases

_KIND, _FIELD = "review", "remarks"
_BY_DIGIT = 9
_MOST = 20


class RemarkPhrases(QObject):
    """Offers ready remarks on the line the cursor is on."""

    def __init__(self, page: QWidget, desk: Desk, copy: FrozenCopy, kind: Callable[[], str]) -> None:
        """Make it for `page`; `kind` says what kind of record is being reviewed."""
        super().__init__(page)
        self._page, self._desk, self._copy, self._kind = page, desk, copy, kind
        self.menu = QMenu(page)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F4"), page, context=within).activated.connect(self.offer)

    def offer(self) -> None:
        """Show ready remarks for the line the cursor is on."""
        line, kind = self._copy.here(), self._kind()
        if line is not None:
            self._desk.ask(
                lambda session: phrases.phrases(session, _KIND, _FIELD, kind), partial(self._show, line, kind)
            )

    def _show(self, line: FieldLine, kind: str, found: list[str]) -> None:
        if self._copy.here() is not line:
            return
        self.menu.clear()
        for place, phrase in enumerate(found[:_MOST], start=1):
            mark = f"&{place}" if place <= _BY_DIGIT else "  "
            text = phrase.replace("&", "&&")
            self.menu.addAction(f"{mark}  {text}").triggered.connect(partial(self._put, line, phrase))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Edit these remarks …")).triggered.connect(
            partial(self._edit, kind, found)
        )
        line.write()
        self.menu.popup(line.remark.mapToGlobal(QPoint(0, line.remark.height())))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _put(self, line: FieldLine, phrase: str, _checked: bool = False) -> None:
        line.remark.insertPlainText(phrase)
        line.remark.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, kind: str, found: list[str], _checked: bool = False) -> None:
        """Let the remarks be written anew, one a line; an empty text brings the county's back."""
        words = self.tr("One remark a line, for records of this kind. They stay on this PC.")
        title = self.tr("Ready remarks")
        ask_text(self._page, title, words, "\n".join(found), partial(self.keep, kind), lines=True)

    def keep(self, kind: str, text: str) -> None:
        """Keep the remarks of a kind of record, one a line."""
        self._desk.do(
            lambda session: keeping.keep(session, _KIND, _FIELD, kind, text.splitlines()),
            lambda _changes: self._desk.tell(self.tr("The remarks are kept; F4 shows them."), "good"),
        )
