"""The head of the office opens an approved record again: a small window asks why, and the village is told."""

from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.pages.supplementing import AskWhy
from ui.sight import Sight
from village_desk import ids
from village_desk.commands import reviews
from village_desk.i18n import N_, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.record_page import RecordPage

STEP = N_("reopening", "Open again for the village …")
_TITLE = N_("reopening", "Open an approved record again")
_WORDS = N_(
    "reopening",
    "The record goes back to the village with this reason, to be mended and sent again. The approval "
    "stays in the history.",
)
_GO_ON, _LEAVE = N_("reopening", "Open it again"), N_("reopening", "Leave it approved")
_DONE = N_("reopening", "Opened again. The village hears of it with the next round.")


def may(sight: Sight, roles: "Sequence[str]") -> bool:
    """Say whether the person at the desk may open this record again."""
    return reviews.HEAD in roles and sight.review.standing == "approved"


def ask(desk: Desk, page: "RecordPage") -> None:
    """Open the window; with a reason the record goes back to its village."""
    words = (translated("reopening", _GO_ON), translated("reopening", _LEAVE))
    dialog = AskWhy(page, translated("reopening", _TITLE), translated("reopening", _WORDS), words)
    kind, record_id, review_id = page.kind.name, page.record_id(), ids.new_id()

    def reopen() -> None:
        reason = dialog.reason.toPlainText().strip()
        desk.do(
            lambda session: reviews.reopen(session, kind, record_id, review_id, reason),
            lambda _changes: desk.tell(translated("reopening", _DONE), "good"),
        )

    dialog.accepted.connect(reopen)
    dialog.open()
    dialog.reason.setFocus()
