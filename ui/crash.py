"""What happens when the program itself is wrong: drafts are kept, a page says so, a report helps to mend it.

The report names the kind of error and the places in the program, never a value: no local variables, no
text of the exception, because either may hold what somebody typed.
"""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from ui.gates.gate import Gate
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.labels import label
from village_desk import VERSION, paths
from village_desk.errors import VillageDeskError

_FRAMES = 30


def report(error: BaseException) -> str:
    """Return what may be shown and sent: versions, kinds of error with their codes, and places."""
    import platform  # noqa: PLC0415 - once in the life of most PCs

    lines = [
        f"village-desk {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    ]
    seen: BaseException | None = error
    while seen is not None:
        code = f" {seen.code}" if isinstance(seen, VillageDeskError) else ""
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}{code}")
        lines += [_place(frame) for frame in traceback.extract_tb(seen.__traceback__)[-_FRAMES:]]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    shown = path.relative_to(paths.ROOT).as_posix() if path.is_relative_to(paths.ROOT) else path.name
    return f"  {shown}:{frame.lineno} {frame.name}"


def install(told: Callable[[VillageDeskError], None], crashed: Callable[[str], None]) -> None:
    """Catch whatever escapes on the GUI thread.

    Args:
        told: Gets the errors made for people; they are shown as a sentence.
        crashed: Gets the report of everything else; keeps the drafts and shows the crash page.
    """

    def hook(_kind: type[BaseException], error: BaseException, _places: TracebackType | None) -> None:
        if isinstance(error, VillageDeskError):
            told(error)
        elif isinstance(error, KeyboardInterrupt):
            sys.exit(1)
        else:
            crashed(report(error))

    sys.excepthook = hook


class CrashPage(Gate):
    """Says that the program failed, that what was saved is safe, and shows the report."""

    def __init__(self, text: str, go_on: Callable[[], object], end: Callable[[], object]) -> None:
        super().__init__(760)
        self.body.addWidget(label(self.tr("Something in the program went wrong"), "title"))
        words = self.tr(
            "What was saved is safe in the encrypted file, and what was being typed has been kept as a "
            "draft. Go on, or close the program and start it again. If it happens again, send the report "
            "below to the county's technician: it names places in the program and nothing about anybody."
        )
        self.body.addWidget(label(words, wrap=True))
        card = Card()
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setMinimumHeight(220)
        card.body.addWidget(self.report)
        self.body.addWidget(card)
        self.copy_button = Button(self.tr("Copy the report"), self._copy, icon_name="fa6s.copy")
        self.end_button = Button(self.tr("Close the program"), end)
        self.go_on_button = Button(self.tr("Go on"), go_on, look="main")
        self.body.addLayout(row(self.copy_button, None, self.end_button, self.go_on_button))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
