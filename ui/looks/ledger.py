"""What a case that came from an earlier ledger shows of it."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

LOOKS = {
    "ledger_row": Look(
        (Section(N_("layouts", "As it stands in the ledger"), (Cell("row", 3), Cell("content", 12, 8))),),
        line=("row", "content"),
        single=True,
        rare=True,
    ),
}
