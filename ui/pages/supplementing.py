"""A signed or approved text is changed: a small window asks why, and the reason is kept as a supplement."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit

from ui.desk import Desk
from ui.texts import field_text
from ui.widgets.cards import column
from ui.widgets.labels import label
from village_desk.errors import VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage

STEP = N_("supplementing", "Correct with a reason …")
_BEGUN = N_("supplementing", "Correct what is wrong and press Ctrl+S; then you are asked for the reason.")
_SIGNED = N_(
    "supplementing",
    "{fields}: the signed sheet is on file. A change is kept as a supplement beside it, with your name and "
    "the reason; the signed text stays as it is. Print the paper anew and have it signed again.",
)
_APPROVED = N_(
    "supplementing",
    "{fields}: the township has approved this. A change is kept as a supplement beside it, with your name "
    "and the reason; what was approved stays in the history, and the record stays approved.",
)
_KEPT = N_("supplementing", "Kept as a supplement. The next print is a new draft, to be signed again.")
_KEPT_APPROVED = N_(
    "supplementing", "Kept as a supplement, with its reason. It goes out with the next round."
)
_STANDS = N_("supplementing", "What was signed stands again.")
_STANDS_APPROVED = N_("supplementing", "What was approved stands again.")
_LONGEST = KINDS["supplement"].fields["reason"].high or 0
CODES = ("record.signed", "record.locked")
"""Refusals that a reason overcomes, where they name the fields."""


class AskWhy(QDialog):
    """Asks for a reason; `words` say what for, `go_on` and `leave` stand on the buttons."""

    def __init__(self, page: "RecordPage", title: str, words: str, buttons: tuple[str, str]) -> None:
        super().__init__(page)
        go_on, leave = buttons
        self.setWindowTitle(title)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.textChanged.connect(self._typed)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(go_on)
        self.buttons.button(kinds.Cancel).setText(leave)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = column(12, 16)
        layout.addWidget(label(words, wrap=True))
        layout.addWidget(label(self.tr("Reason"), "small"))
        layout.addWidget(self.reason, 1)
        layout.addWidget(self.buttons)
        self.setLayout(layout)
        self.resize(560, 320)
        self._typed()

    def _typed(self) -> None:
        text = self.reason.toPlainText().strip()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(0 < len(text) <= _LONGEST)


class WhyChanged(AskWhy):
    """Asks why a signed or approved text is changed; without a reason, it stands again."""

    def __init__(self, page: "RecordPage", fields: Sequence[str], code: str = CODES[0]) -> None:
        signed = code == CODES[0]
        named = "、".join(field_text(page.kind.name, name) for name in fields)
        words = translated("supplementing", _SIGNED if signed else _APPROVED).format(fields=named)
        title = self.tr("This has been signed") if signed else self.tr("This has been approved")
        leave = self.tr("Leave it as signed") if signed else self.tr("Leave it as approved")
        super().__init__(page, title, words, (self.tr("Save as a supplement"), leave))


def begin(desk: Desk, page: "RecordPage") -> None:
    """Let an approved record be edited; saving it asks for the reason."""
    page.correcting = True
    if page.sight is not None:
        page.show_sight(page.sight)
    page.form.focus_first(empty=False)
    desk.tell(translated("supplementing", _BEGUN))


def ask(desk: Desk, page: "RecordPage", error: VillageDeskError) -> None:
    """Open the window; with a reason save again, without one put back what was signed or approved."""
    named = error.details.get("fields")
    fields = [str(name) for name in named] if isinstance(named, list) else []
    if not fields:
        return
    dialog = WhyChanged(page, fields, error.code)
    signed = error.code == CODES[0]

    def kept() -> None:
        desk.tell(translated("supplementing", _KEPT if signed else _KEPT_APPROVED), "good")

    def left() -> None:
        _put_back(desk, page, fields, _STANDS if signed else _STANDS_APPROVED)

    dialog.accepted.connect(lambda: page.save(kept, dialog.reason.toPlainText().strip()))
    dialog.rejected.connect(left)
    dialog.open()
    dialog.reason.setFocus()


def _put_back(desk: Desk, page: "RecordPage", fields: Sequence[str], words: str) -> None:
    if page.sight is None:
        return
    page.form.put({name: page.sight.values.get(name) for name in fields if name in page.form.editors})
    desk.tell(translated("supplementing", words))
    if page.unsaved():
        page.save()
    else:
        page.drop_draft()
