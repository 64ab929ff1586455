"""Keys that save typing in a record: F4 phrases, F7 what the record before says, F10 an amount written out.

In notes of questions and answers, Enter begins the next question or answer by itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from forms.filters import capital
from ui.desk import Desk
from ui.widgets.asking import ask_text
from ui.widgets.editors import Editor, NoteEditor
from ui.widgets.inputs import Area
from ui.widgets.record_form import RecordForm
from village_desk import typed
from village_desk.commands import phrases as keeping
from village_desk.fields import is_empty
from village_desk.kinds import Values
from village_desk.queries import earlier, phrases
from village_desk.session import Session

QUESTION, ANSWER = "问：", "答："
_TALKS = (("investigation", "record"),)
"""Long texts that are questions and answers (domain mediation §1.8)."""
_AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d{1,2})?)(元?)$")
_MOST = 20
"""Most phrases offered; the first nine by digit."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE, _KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class TypingHelp(QObject):
    """Listens on the page of a record; works on the field the cursor is in."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        form: RecordForm,
        record: Callable[[], tuple[str, bytes, Values]],
        edited: Callable[[], None],
    ) -> None:
        """Make it for `page`; `record` gives kind, id and values, `edited` hears of what was filled in."""
        super().__init__(page)
        self._desk, self._form, self._record, self._edited = desk, form, record, edited
        self.menu = QMenu(page)
        keys = {"F4": self.offer_phrases, "F7": self.take_previous, "F10": self.write_out_amount}
        for key, act in keys.items():
            shortcut = QShortcut(
                QKeySequence(key), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(act)
        for place in _TALKS:
            kind, name = place
            if kind == record()[0] and isinstance(editor := form.editors.get(name), NoteEditor):
                editor.area.installEventFilter(self)

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
        kind, record_id, _values = self._record()
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
        """Show ready phrases and what the user has often written here; a digit or Enter takes one."""
        here = self._here()
        if here is not None:
            kind, record_id, values = self._record()
            name = here[0]
            self._desk.ask(
                lambda session: _offer(session, kind, name, record_id, values),
                partial(self._show_phrases, record_id, name),
            )

    def _show_phrases(self, record_id: bytes, name: str, offer: "_Offer") -> None:
        editor = self._form.editors[name]
        if self._record()[1] != record_id or not editor.isVisible():  # another page, or a locked screen
            return
        self.menu.clear()
        for place, phrase in enumerate(offer.texts, start=1):
            shown = phrase.replace("&", "&&")
            mark = f"&{place}" if place <= earlier.PHRASES else "  "
            self.menu.addAction(f"{mark}  {shown}").triggered.connect(partial(self._put, editor, phrase))
        if not offer.texts:
            words = self.tr("No phrases yet: short texts you write into this field appear here.")
            self.menu.addAction(words).setEnabled(False)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Edit the phrases of this field …")).triggered.connect(
            partial(self._edit_phrases, name, offer)
        )
        self.menu.popup(editor.input.mapToGlobal(QPoint(0, editor.input.height())))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _edit_phrases(self, name: str, offer: "_Offer", _checked: bool = False) -> None:
        """Let the phrases be written anew, one a line; an empty text brings the county's back."""
        title = self.tr("Phrases for {field}").format(field=self._form.editors[name].title)
        words = self.tr("One phrase a line, for this kind of dispute. They stay on this PC.")
        keep = partial(self.keep_phrases, name, offer.dispute_type)
        ask_text(self._form, title, words, "\n".join(offer.ready), keep, lines=True)

    def keep_phrases(self, name: str, dispute_type: str, text: str) -> None:
        """Keep the phrases of a field, one a line."""
        kind = self._record()[0]
        self._desk.do(
            lambda session: keeping.keep(session, kind, name, dispute_type, text.splitlines()),
            lambda _changes: self._desk.tell(self.tr("The phrases are kept; F4 shows them."), "good"),
        )

    def _put(self, editor: Editor, phrase: str, _checked: bool = False) -> None:
        if isinstance(editor, NoteEditor):
            editor.area.insertPlainText(phrase)
        else:
            editor.set_value(f"{editor.value() or ''}{phrase}")
        editor.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    # ------------------------------------------------------------ F10

    def write_out_amount(self) -> None:
        """Write the amount before the cursor out in capital numerals: 1200元（大写：壹仟贰佰元整）."""
        here = self._here()
        if here is None or not isinstance(here[1], NoteEditor):
            self._desk.tell(self.tr("In a long text, put the cursor after an amount such as 1200 first."))
            return
        area = here[1].area
        cursor = area.textCursor()
        found = _AMOUNT.search(cursor.block().text()[: cursor.positionInBlock()])
        fen = typed.read_amount(found[1]) if found else None
        if found is None or fen is None:
            self._desk.tell(self.tr("In a long text, put the cursor after an amount such as 1200 first."))
            return
        yuan = "" if found[2] else "元"
        cursor.insertText(f"{yuan}（大写：{capital(fen)}）")
        self._edited()

    # ------------------------------------------------------------ questions and answers

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the next question or answer when a line of a talk ends."""
        area = watched
        if not _is_enter(event) or not isinstance(area, Area) or area.composing or area.isReadOnly():
            return super().eventFilter(watched, event)
        cursor = area.textCursor()
        line = cursor.block().text()
        if line in (QUESTION, ANSWER):  # nothing was asked: the mark goes, and the text ends
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
            return True
        if not line and cursor.blockNumber() == 0:
            cursor.insertText(QUESTION)
            return True
        following = {QUESTION: ANSWER, ANSWER: QUESTION}.get(line[:2])
        if following is None or not cursor.atBlockEnd():
            return super().eventFilter(watched, event)
        cursor.insertText(f"\n{following}")
        area.setTextCursor(cursor)
        return True


def _is_enter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in _ENTER and event.modifiers() in (_NONE, _KEYPAD)


@dataclass(frozen=True, slots=True, repr=False)
class _Offer:
    """Phrases of a field: `ready` ones for this kind of dispute, and all that are offered."""

    dispute_type: str
    ready: list[str]
    texts: list[str]


def _offer(session: Session, kind: str, name: str, record_id: bytes, values: Values) -> _Offer:
    about = phrases.dispute_type(session, kind, values)
    ready = phrases.phrases(session, kind, name, about)
    often = earlier.phrases(session, kind, name, record_id)
    return _Offer(about, ready, list(dict.fromkeys([*ready, *often]))[:_MOST])
