"""A signed text is changed: a small window over the record's page asks why, and keeps it as a supplement."""

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

_KEPT = N_("supplementing", "Kept as a supplement. The next print is a new draft, to be signed again.")
_STANDS = N_("supplementing", "What was signed stands again.")
_LONGEST = KINDS["supplement"].fields["reason"].high or 0


class WhyChanged(QDialog):
    """Asks for the reason; without one, what was signed stands again."""

    def __init__(self, page: "RecordPage", fields: Sequence[str]) -> None:
        super().__init__(page)
        self.setWindowTitle(self.tr("This has been signed"))
        named = "、".join(field_text(page.kind.name, name) for name in fields)
        words = self.tr(
            "{fields}: the signed sheet is on file. A change is kept as a supplement beside it, with your "
            "name and the reason; the signed text stays as it is. Print the paper anew and have it signed "
            "again."
        )
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Reason of the change"))
        self.reason.textChanged.connect(self._typed)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(self.tr("Save as a supplement"))
        self.buttons.button(kinds.Cancel).setText(self.tr("Leave it as signed"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = column(12, 16)
        layout.addWidget(label(words.format(fields=named), wrap=True))
        layout.addWidget(label(self.tr("Reason of the change"), "small"))
        layout.addWidget(self.reason, 1)
        layout.addWidget(self.buttons)
        self.setLayout(layout)
        self.resize(560, 320)
        self._typed()

    def _typed(self) -> None:
        text = self.reason.toPlainText().strip()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(0 < len(text) <= _LONGEST)


def ask(desk: Desk, page: "RecordPage", error: VillageDeskError) -> None:
    """Open the window; with a reason save again, without one put back what was signed."""
    named = error.details.get("fields")
    fields = [str(name) for name in named] if isinstance(named, list) else []
    dialog = WhyChanged(page, fields)

    def kept() -> None:
        desk.tell(translated("supplementing", _KEPT), "good")

    dialog.accepted.connect(lambda: page.save(kept, dialog.reason.toPlainText().strip()))
    dialog.rejected.connect(lambda: _put_back(desk, page, fields))
    dialog.open()
    dialog.reason.setFocus()


def _put_back(desk: Desk, page: "RecordPage", fields: Sequence[str]) -> None:
    if page.sight is None:
        return
    page.form.put({name: page.sight.values.get(name) for name in fields if name in page.form.editors})
    desk.tell(translated("supplementing", _STANDS))
    if page.unsaved():
        page.save()
    else:
        page.drop_draft()
