"""Who looked at what is kept back, and who took records out: written by the program, never changed."""

from village_desk.fields import More, choice, note, text, whole
from village_desk.i18n import N_

ACCESS = "access"
READ, EXPORT, GLASS = "read", "export", "break_glass"
LOGGED_CLASSES = ("hardship", "restricted")
"""Classes whose reading is kept (domain: services §6.3)."""
SAME_READING_MS = 30 * 60_000
"""Looking again within half an hour is the same reading: a page asks anew after every save."""
GLASS_MS = 8 * 3_600_000
"""How long a record stays open to somebody who gave a reason: a working day."""
LEAST_REASON = 6
"""Characters of a reason: fewer say nothing."""

_FIXED = More(merge="immutable", read_only=True)


class Access:
    """One reading, export or emergency look (查阅、导出、应急查看留痕; domain: services §6.3).

    Of hardship figures and restricted records each reading is kept, of others each export. It is a change
    like any other: chained at the desk, judged and logged by the county; the head of the township's office
    and the county read it. It names kind and id of a record, nothing of its content. When: `created_at`.
    """

    act = choice(N_("kinds", "What was done"), "access_act", "操作", _FIXED)
    of_kind = text(N_("kinds", "Kind of record"), more=_FIXED, high=40)
    of_id = text(N_("kinds", "Record"), more=_FIXED, high=32)
    of_class = text(N_("kinds", "How confidential"), more=_FIXED, high=20)
    records = whole(N_("kinds", "Records taken out"), "条数", _FIXED, high=10**9)
    reason = note(N_("kinds", "Why"), "理由", _FIXED, high=2_000)
    by = text(N_("kinds", "Who it was"), "人员", _FIXED, high=60)
