"""Earlier records like what is asked now, beside a consultation; one opens to be read, not to be changed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from ui import theme
from ui.texts import kind_text
from ui.widgets.cards import Card, ScrollColumn, clear, column
from ui.widgets.editors import title_of
from ui.widgets.labels import label
from ui.widgets.panels import SentenceLink
from village_desk.kinds import KINDS
from village_desk.profile import Profile
from village_desk.queries.records import Record
from village_desk.queries.similar import Similar
from village_desk.shown import shown

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class SimilarCard(Card):
    """Names earlier records; hidden while there is none.

    Signals:
        wanted: Kind and id of the record to read.
    """

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Similar earlier records"))
        words = self.tr("To compare with, not to decide by: people and laws differ.")
        self.body.addWidget(label(words, "small", wrap=True))
        self._lines = column(8)
        self.body.addLayout(self._lines)
        self.links: list[SentenceLink] = []
        self.hide()

    def show_found(self, found: Sequence[Similar]) -> None:
        """Show what was found, most alike first."""
        clear(self._lines)
        self.links = []
        for one in found:
            link = SentenceLink("accent")
            link.setText(self._words(one))
            link.clicked.connect(partial(self.wanted.emit, one.kind, one.id))
            self._lines.addWidget(link)
            self.links.append(link)
        self.setVisible(bool(found))

    def _words(self, one: Similar) -> str:
        title = self.tr("{kind}: {about}") if one.about else "{kind}"
        words = title.format(kind=kind_text(one.kind), about=one.about)
        both = self.tr("Both say {words}").format(words="、".join(one.shared))
        return f"{words}\n{both}" if one.shared else words


class EarlierRecord(QDialog):
    """What was asked and answered in an earlier record; its text can be selected and copied, not changed."""

    def __init__(self, parent: QWidget, profile: Profile, told: Sequence[Record]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("An earlier record, to be read"))
        self.area = ScrollColumn()
        body = self.area.body
        caution = self.tr(
            "This is how one earlier matter went, and no advice. Look whether the facts are the same and the "
            "law still says so before you answer."
        )
        body.addWidget(label(caution, "small", wrap=True))
        for one in told:
            body.addWidget(label(kind_text(one.kind), "heading"))
            for name, value in one.values.items():
                spec = KINDS[one.kind].fields[name]
                text = label(shown(profile, spec, value), wrap=True)
                text.setTextInteractionFlags(_SELECTABLE)
                if text.text():
                    body.addWidget(label(title_of(spec), "small"))
                    body.addWidget(text)
        body.addStretch(1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        self.buttons.rejected.connect(self.reject)
        layout = column(8, 12)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.buttons)
        self.setLayout(layout)
        px = theme.current().px
        self.resize(px(620), px(560))
