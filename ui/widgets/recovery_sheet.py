"""The recovery key on the screen, on paper, and typed back in part to prove that it was kept."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.entry import Entry
from ui.widgets.labels import label

_GROUPS_IN_ROW = 3


class RecoverySheet(QWidget):
    """The recovery sheet: printed or saved, and proved by typing two of its groups."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[str] = []
        words = self.tr(
            "Who forgets the password gets in with this key, and with nothing else: neither the county nor "
            "the maker of this program has it. Print it or write it down, put it into an envelope, and "
            "keep it away from this PC."
        )
        self.key = label(look="secret")
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.print_button = Button(self.tr("Print"), self._print, key="F8", icon_name="fa6s.print")
        self.save_button = Button(self.tr("Save as PDF"), self._save, icon_name="fa6s.file-pdf")
        self.first, self.second = Entry(""), Entry("")
        proof = row(spacing=16)
        proof.addWidget(self.first, 1)
        proof.addWidget(self.second, 1)
        self.first.edit.returnPressed.connect(self.second.setFocus)
        self.second.edit.returnPressed.connect(self.taken)
        layout = column(12)
        layout.addWidget(label(words, tone="secondary", wrap=True))
        layout.addWidget(self.key)
        layout.addLayout(row(None, self.print_button, self.save_button, None))
        layout.addWidget(
            label(self.tr("To show that you kept it, type two groups from your sheet:"), wrap=True)
        )
        layout.addLayout(proof)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setFocusProxy(self.print_button)

    def show_key(self, text: str, owner: str) -> None:
        """Show the recovery key of a new desk; `owner` is written on the sheet."""
        self._groups, self._owner = text.split("-"), owner
        lines = [self._groups[at : at + _GROUPS_IN_ROW] for at in range(0, len(self._groups), _GROUPS_IN_ROW)]
        self.key.setText("\n".join("   ".join(line) for line in lines))
        self.asked = sorted(secrets.SystemRandom().sample(range(len(self._groups)), 2))
        for entry, place in zip((self.first, self.second), self.asked, strict=True):
            title = self.tr("Group {number}").format(number=place + 1)
            entry.set_title(title)

    def problem(self) -> str:
        """Return that the groups are not right, or ""."""
        for entry, place in zip((self.first, self.second), self.asked, strict=True):
            if entry.text().strip().upper() != self._groups[place]:
                entry.setFocus()
                return self.tr("Group {number} is not as on the sheet.").format(number=place + 1)
        return ""

    def sheet(self) -> list[str]:
        """Return the lines of the sheet that is printed."""
        groups = "   ".join(f"{place + 1}. {group}" for place, group in enumerate(self._groups))
        return [
            self.tr("Recovery sheet of the village desk"),
            self._owner,
            groups,
            self.tr(
                "With this key a new password can be set when the old one is forgotten. Keep it in a "
                "closed envelope, away from the PC. Whoever holds both can read every record."
            ),
        ]

    def _print(self) -> None:
        from ui.printing import print_lines  # noqa: PLC0415 - printing is not waited for at start

        print_lines(self.sheet(), self)

    def _save(self) -> None:
        from ui.printing import save_lines  # noqa: PLC0415 - as above

        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), "", "PDF (*.pdf)")
        if path:
            save_lines(self.sheet(), path)
