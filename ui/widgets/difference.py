"""Two texts side by side, with what one has and the other has not marked by ground and underline."""

import html
import re
from difflib import SequenceMatcher

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import theme

_TOKENS = re.compile(r"[A-Za-z0-9.]+|\n|.", re.DOTALL)
MOST_TOKENS = 3_000
"""Longer texts are compared line by line: comparing takes quadratic time, and the page waits for it."""
_SHORTEST = 2
"""Equal stretches shorter than this between two differences are marked with them: crumbs help nobody."""


def different(text: str, other: str) -> list[tuple[str, bool]]:
    """Return `text` in pieces, each with whether it differs from `other`; put together they are `text`."""
    pieces, others = _tokens(text, other), _tokens(other, text)
    marked: list[tuple[str, bool]] = []
    matcher = SequenceMatcher(None, pieces, others, autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[2] > code[1]]
    for at, (tag, low, high, _, _) in enumerate(codes):
        inside = 0 < at < len(codes) - 1 and high - low < _SHORTEST
        differs = tag != "equal" or (inside and "\n" not in pieces[low:high])
        piece = "".join(pieces[low:high])
        if marked and marked[-1][1] == differs:
            marked[-1] = (marked[-1][0] + piece, differs)
        else:
            marked.append((piece, differs))
    return marked


def _tokens(text: str, other: str) -> list[str]:
    if len(text) + len(other) > 2 * MOST_TOKENS:
        return text.splitlines(keepends=True)
    return _TOKENS.findall(text)


class DifferenceLabel(QLabel):
    """A text with the places marked where it differs from another; shown as typed, never as mark-up."""

    def __init__(self, text: str, other: str) -> None:
        super().__init__()
        self.pieces = different(text, other)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(text)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        colours = theme.current()
        style = (
            f"background-color: {colours.colour('attention_soft')}; color: {colours.colour('attention')}; "
            "text-decoration: underline;"
        )
        parts = [
            f'<span style="{style}">{_escaped(piece)}</span>' if differs else _escaped(piece)
            for piece, differs in self.pieces
        ]
        self.setText(f'<span style="white-space: pre-wrap;">{"".join(parts)}</span>')


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
