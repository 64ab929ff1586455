"""The meter of a case's dossier: how many papers are there, what is missing, and where each is made."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column
from ui.widgets.labels import label, set_tone
from ui.widgets.panels import Link
from village_desk.queries.dossier import Dossier, Gap, Lead


class DossierCard(Card):
    """What the dossier of a case still lacks, each item a link to where it is made.

    Signals:
        led: The `Lead` of the item that was pressed.
        bound: Bind the dossier.
    """

    led = Signal(object)
    bound = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Dossier"))
        self.words = label("", wrap=True)
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setFixedHeight(theme.current().px(10))
        self.meter.setAccessibleName(self.tr("Mandatory papers that are there"))
        self._links = column(2)
        self.body.addWidget(self.words)
        self.body.addWidget(self.meter)
        self.body.addLayout(self._links)
        self.bind_button = Button(self.tr("Bind the dossier"), self.bound.emit, icon_name="fa6s.book")
        self.body.addWidget(self.bind_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.links: list[Link] = []
        self.hide()

    def show_dossier(self, found: Dossier) -> None:
        """Show how far the dossier has come; nothing of a case that needs none."""
        there, wanted = found.mandatory()
        signed, signing = found.signatures()
        gaps = found.gaps()
        self.setVisible(bool(wanted or signing))
        words = self.tr(
            "Mandatory papers: {there} of {wanted}. Signed sheets filed: {signed} of {signing}."
        ).format(there=there, wanted=wanted, signed=signed, signing=signing)
        self.words.setText(words)
        set_tone(self.words, "good" if not gaps else "plain")
        self.meter.setMaximum(max(1, wanted))
        self.meter.setValue(there)
        self.bind_button.setVisible(found.record is not None)
        clear(self._links)
        self.links = []
        for lead, text, icon in _lines(gaps, self.tr("missing"), self.tr("signed sheet not filed yet")):
            link = Link(text, partial(self.led.emit, lead), icon_name=icon)
            self._links.addWidget(link)
            self.links.append(link)

    def focus_first(self) -> None:
        """Go to the first thing that is missing."""
        if self.links:
            self.links[0].setFocus(Qt.FocusReason.TabFocusReason)


def _lines(gaps: list[Gap], missing: str, unsigned: str) -> list[tuple[Lead, str, str]]:
    """Return a line for each place to go: papers made in the same place stand in one."""
    titles: dict[tuple[bool, Lead], list[str]] = {}
    for gap in gaps:
        titles.setdefault((gap.unsigned, gap.lead), []).append(gap.title)
    return [
        (
            lead,
            f"{'、'.join(found)}：{unsigned if only_signature else missing}",
            "fa6s.file-signature" if only_signature else "fa6s.triangle-exclamation",
        )
        for (only_signature, lead), found in titles.items()
    ]
