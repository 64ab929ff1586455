"""Two keys that save typing in a record: F4 offers phrases, F7 takes over what the record before says."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from ui.desk import Desk
from ui.widgets.editors import Editor, NoteEditor
from ui.widgets.record_form import RecordForm
from village_desk.fields import is_empty
from village_desk.kinds import Values
from village_desk.queries import earlier


class TypingHelp(QObject):
    """Listens on the page of a record; works on the field the cursor is in."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        form: RecordForm,
        record: Callable[[], tuple[str, bytes]],
        edited: Callable[[], None],
    ) -> None:
        """Make it for `page`; `record` gives kind and id, `edited` hears that something was filled in."""
        super().__init__(page)
        self._desk, self._form, self._record, self._edited = desk, form, record, edited
        self.menu = QMenu(page)
        for key, act in {"F4": self.offer_phrases, "F7": self.take_previous}.items():
            shortcut = QShortcut(
                QKeySequence(key), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(act)

    def _here(self) -> tuple[str, Editor] | None:
        """Return the field the cursor is in, if it may be edited."""
        focused = self._form.focusWidget()
        for name, editor in self._form.editors.items():
            if focused is not None and editor.isAncestorOf(focused):
                return None if editor.locked() or editor.composing() else (name, editor)
        return None

    # ------------------------------------------------------------ F7

    def take_previous(self) -> None:
        """Fill the field with what the user's record before this one says; never over something typed."""
        here = self._here()
        if here is None:
            return
        name, editor = here
        if not is_empty(editor.value()):
            self._desk.tell(self.tr("There is something in this field already; it was left as it is."))
            return
        kind, record_id = self._record()
        self._desk.ask(
            lambda session: earlier.previous(session, kind, record_id),
            partial(self._fill, record_id, name),
        )

    def _fill(self, record_id: bytes, name: str, found: Values) -> None:
        editor = self._form.editors[name]
        if self._record()[1] != record_id or not is_empty(editor.value()):
            return
        if name not in found:
            self._desk.tell(self.tr("Your record before this one says nothing here that may be taken over."))
            return
        editor.set_value(found[name])
        self._edited()
        words = self.tr("Taken over from your record before this one. Please check: {field}")
        self._desk.tell(words.format(field=editor.title))

    # ------------------------------------------------------------ F4

    def offer_phrases(self) -> None:
        """Show what the user has often written into this field; a digit or Enter takes one."""
        here = self._here()
        if here is not None:
            kind, record_id = self._record()
            name = here[0]
            self._desk.ask(
                lambda session: earlier.phrases(session, kind, name, record_id),
                partial(self._show_phrases, record_id, name),
            )

    def _show_phrases(self, record_id: bytes, name: str, found: list[str]) -> None:
        if self._record()[1] != record_id:
            return
        if not found:
            self._desk.tell(self.tr("No phrases yet: short texts you write into this field appear here."))
            return
        editor = self._form.editors[name]
        self.menu.clear()
        for place, phrase in enumerate(found, start=1):
            shown = phrase.replace("&", "&&")
            self.menu.addAction(f"&{place}  {shown}").triggered.connect(partial(self._put, editor, phrase))
        self.menu.popup(editor.input.mapToGlobal(QPoint(0, editor.input.height())))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _put(self, editor: Editor, phrase: str, _checked: bool = False) -> None:
        if isinstance(editor, NoteEditor):
            editor.area.insertPlainText(phrase)
        else:
            editor.set_value(f"{editor.value() or ''}{phrase}")
        editor.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()
