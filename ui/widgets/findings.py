"""What the law says about a situation, each with its article; information, no decision."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.cards import Card, clear, column, row
from ui.widgets.labels import Icon, label
from village_desk.eligibility import SENTENCES, Finding
from village_desk.i18n import translated

_PRESSING = ("urgent", "limit_over", "secure", "bring_proof", "could_be_32", "within_a_day")
"""Findings that ask for something to be done now."""


class FindingsCard(Card):
    """The findings, each with the article it stands on."""

    def __init__(self) -> None:
        super().__init__(self.tr("What the law says (for information)"))
        self._lines = column(8)
        holder = QWidget()
        holder.setLayout(self._lines)
        self.body.addWidget(holder)
        self.texts: list[str] = []

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show what the law says; nothing is drawn anew while it says the same."""
        texts = [finding_text(one) for one in found]
        if texts == self.texts:
            return
        self.texts = texts
        clear(self._lines)
        for one, text in zip(found, texts, strict=True):
            pressing = one.code in _PRESSING
            mark = Icon(
                "fa6s.bell" if pressing else "fa6s.circle-info", "attention" if pressing else "line", 14
            )
            words = column(0)
            words.addWidget(label(text, wrap=True))
            words.addWidget(label(one.article, "small", wrap=True))
            line = row(mark, spacing=8)
            line.addLayout(words, 1)
            self._lines.addLayout(line)


def finding_text(finding: Finding) -> str:
    """Return the sentence of a finding."""
    return translated("eligibility", SENTENCES[finding.code]).format(**dict(finding.blanks))
