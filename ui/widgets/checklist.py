"""The reviewer's list beside a dossier or a submission: what is to be mended and why, what people judge."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from ui.texts import kind_text
from ui.widgets.cards import Card, clear, column
from ui.widgets.labels import label, set_tone
from ui.widgets.panels import SentenceLink
from village_desk.dossier_sets import CASE, DOSSIER
from village_desk.i18n import translated
from village_desk.queries.checklist import Check, Checked, Finding


class ChecklistCard(Card):
    """The items of the list that are not fulfilled, each a link to where it is mended.

    Signals:
        led: The `Finding` that was pressed.
    """

    led = Signal(object)

    def __init__(self, about: str = "") -> None:
        """Make it; `about` says what was looked through, where that is not the page itself."""
        super().__init__(self.tr("Check list"))
        self.words = label("", wrap=True)
        self._lines = column(4)
        self.body.addWidget(self.words)
        if about:
            self.body.addWidget(label(about, "small", wrap=True))
        self.body.addLayout(self._lines)
        self.links: list[SentenceLink] = []
        self.hide()

    def show_list(self, found: Sequence[Checked]) -> None:
        """Show what was found, worst first, and after it what the program cannot judge."""
        clear(self._lines)
        self.links = []
        faulty = sorted((one for one in found if one.findings), key=lambda one: _weight(one.check))
        asked = [one.check for one in found if one.check.person]
        words = self.tr("{good} of {all} items are in order. To be mended: {bad}. To be looked at: {asked}.")
        good = sum(not one.findings for one in found)
        self.words.setText(words.format(good=good, all=len(found), bad=len(faulty), asked=len(asked)))
        set_tone(self.words, "attention" if faulty else "good")
        for one in faulty:
            for finding in one.findings:
                self._add(one.check, finding)
        if asked:
            self._lines.addWidget(label(self.tr("A person has to look at this:"), "small"))
        for check in asked:
            text = f"{check.number} {translated('checks', check.title)}：{translated('checks', check.person)}"
            self._lines.addWidget(label(text, "small", wrap=True))
        self.show()

    def _add(self, check: Check, finding: Finding) -> None:
        said = translated("checks", finding.text).format(**finding.details)
        where = "" if finding.kind in (CASE, DOSSIER) else f"·{kind_text(finding.kind)}"
        link = SentenceLink("danger" if check.severity == "fatal" else "attention")
        link.setText(f"{check.number} {translated('checks', check.title)}{where}：{said}（{check.source}）")
        link.setAccessibleName(link.text())
        link.clicked.connect(partial(self.led.emit, finding))
        self._lines.addWidget(link)
        self.links.append(link)


def _weight(check: Check) -> int:
    """Order by severity: fatal first, then by points, warnings last."""
    if isinstance(check.severity, int):
        return -check.severity
    return -100 if check.severity == "fatal" else 0
