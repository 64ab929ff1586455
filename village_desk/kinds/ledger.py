"""What came from a ledger that was kept before this program."""

from village_desk.fields import More, link, note, text, whole
from village_desk.i18n import N_

_FIXED = More(merge="immutable", read_only=True)


class LedgerRow:
    """A row of an earlier ledger (旧台账), word for word, beside the case that was made of it.

    What stands in the fields of the case was read from it by a program; in doubt this is what was written.
    Rows of one import share `import_id`.
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=_FIXED)
    import_id = text(N_("kinds", "Import"), more=_FIXED, high=32)
    row = whole(N_("kinds", "Row of the ledger"), more=_FIXED, low=1, high=9_999_999)
    content = note(N_("kinds", "As it stands in the ledger"), more=_FIXED)
