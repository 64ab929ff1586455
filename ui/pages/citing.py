"""An article is cited in an answer: a small window over the record's page looks it up in the library."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from ui.desk import Desk
from ui.widgets.cards import column
from ui.widgets.law_search import LawSearch
from village_desk.commands import laws
from village_desk.i18n import N_, translated
from village_desk.queries.laws import ArticleLine

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage
    from ui.pages.steps import Step

_STEP = N_("citing", "Cite an article …")
_CITED = N_("citing", "Cited with its number and the day of the text. Look whether a newer text is in force.")


class WhichArticle(QDialog):
    """Asks which article; `search` finds it."""

    def __init__(self, desk: Desk, page: "RecordPage") -> None:
        super().__init__(page)
        self.setWindowTitle(self.tr("Cite an article"))
        self.search = LawSearch(desk)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(self.tr("Into the answer"))
        self.buttons.button(kinds.Ok).setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.search.taken.connect(lambda _article: self.accept())
        self.search.chosen.connect(
            lambda held: self.buttons.button(kinds.Ok).setEnabled(isinstance(held, ArticleLine))
        )
        layout = column(12, 16)
        layout.addWidget(self.search, 1)
        layout.addWidget(self.buttons)
        self.setLayout(layout)
        self.resize(900, 560)
        self.search.ask()


def offered(desk: Desk, page: "RecordPage") -> "list[Step]":
    """Return the step that cites an article in the answer of a consultation."""
    return [(translated("citing", _STEP), lambda: page.save(partial(ask, desk, page)))]


def ask(desk: Desk, page: "RecordPage") -> WhichArticle:
    """Open the window; when an article was chosen, add it to the answer."""
    dialog = WhichArticle(desk, page)
    dialog.accepted.connect(partial(_cite, desk, page, dialog))
    dialog.open()
    return dialog


def _cite(desk: Desk, page: "RecordPage", dialog: WhichArticle) -> None:
    article = dialog.search.current()
    if not isinstance(article, ArticleLine):
        return
    kind, record_id = page.kind.name, page.record_id()
    desk.do(
        lambda session: laws.cite(session, kind, record_id, "answer", article),
        lambda _changes: desk.tell(translated("citing", _CITED), "good"),
    )
