"""Attachments, printed sheets, and what goes to the township and comes back."""

from village_desk.fields import More, choice, day, link, moment, note, text, whole, yes_no
from village_desk.i18n import N_

_FIXED = More(merge="immutable", read_only=True)


class Attachment:
    """A photo, scan or file that belongs to a record (附件); the bytes travel apart, by content hash.

    `record` may be of any kind, named by `record_kind`, so it is text of 32 hexadecimal digits here and
    no typed link. `page_of` says which printed sheet the picture shows, and `sheet_page` which page of it,
    from 1; a picture that shows no known sheet has neither.
    """

    record_kind = text(N_("kinds", "Kind of record"), more=_FIXED, high=40)
    record_id = text(N_("kinds", "Record"), more=_FIXED, high=32)
    title = text(N_("kinds", "What it shows"), "名称", More(search="text"), high=120)
    media_type = text(N_("kinds", "Media type"), more=_FIXED, high=80)
    digest = text(N_("kinds", "SHA-256 of its bytes"), more=_FIXED, high=64)
    size = whole(N_("kinds", "Size"), more=_FIXED, high=1_000_000_000, unit="B")
    wire_digest = text(N_("kinds", "SHA-256 of the bytes on the wire"), more=_FIXED, high=64)
    page_of = link(N_("kinds", "Signed sheet"), "sheet")
    sheet_page = whole(N_("kinds", "Page of the sheet"), high=9_999)
    taken_on = day(N_("kinds", "Taken on"))


class Sheet:
    """One paper as it was printed (打印件): which record, form and version, and the hash of its content.

    Its id and form number stand in the QR code of every page; the code is fixed for ever. `shown` names what
    stands on the paper, `kind.field` each, one after the other: once it is signed, these are changed by a
    supplement only (`docs/decisions/0019`).
    """

    record_kind = text(N_("kinds", "Kind of record"), more=_FIXED, high=40)
    record_id = text(N_("kinds", "Record"), more=_FIXED, high=32)
    form = text(N_("kinds", "Form"), more=_FIXED, high=60)
    form_no = text(N_("kinds", "Number of the form"), more=_FIXED, high=3)
    form_version = whole(N_("kinds", "Version of the form"), more=_FIXED)
    profile_version = whole(N_("kinds", "Version of the county profile"), more=_FIXED, high=1_000_000)
    version = whole(N_("kinds", "Version of the printed text"), more=_FIXED)
    content = note(N_("kinds", "Content as printed, canonical JSON"), more=_FIXED, high=400_000)
    content_digest = text(N_("kinds", "SHA-256 of the content"), more=_FIXED, high=64)
    pages = whole(N_("kinds", "Pages"), more=_FIXED)
    shown = note(N_("kinds", "Fields on the paper"), more=_FIXED, high=20_000)
    printed_at = moment(N_("kinds", "Printed at"), more=_FIXED)
    printed_by = text(N_("kinds", "Printed by"), more=_FIXED, high=60)


class Supplement:
    """Why a text was changed after it had been signed or approved (补充说明); written with the change.

    `sheet` is the paper that was signed, `submission` what the township had approved; one of the two.
    `changed` is canonical JSON: the names of the fields that changed. What stood there before is in the
    history of the record, and on the sheet or in the submission.
    """

    record_kind = text(N_("kinds", "Kind of record"), more=_FIXED, high=40)
    record_id = text(N_("kinds", "Record"), more=_FIXED, high=32)
    sheet = link(N_("kinds", "Signed sheet"), "sheet", more=_FIXED)
    submission = link(N_("kinds", "Approved submission"), "submission", more=_FIXED)
    changed = text(N_("kinds", "Changed fields"), more=_FIXED, high=4_000)
    reason = note(N_("kinds", "Reason"), "补充原因", _FIXED, high=2_000)
    made_by = text(N_("kinds", "Made by"), more=_FIXED, high=60)


class Submission:
    """What was sent to the township for review (上报): the record and its linked records, word for word.

    `answers` is what the village says to the remarks of the round before, canonical JSON: a list of
    `{"field", "mended", "words"}`, where field is the place of the remark and mended says that the text there
    differs from what was sent back.
    """

    record_kind = text(N_("kinds", "Kind of record"), more=_FIXED, high=40)
    record_id = text(N_("kinds", "Record"), more=_FIXED, high=32)
    round = whole(N_("kinds", "Round"), more=_FIXED, low=1, high=999)
    content = note(N_("kinds", "Content, canonical JSON"), more=_FIXED, high=400_000)
    content_digest = text(N_("kinds", "SHA-256 of the content"), more=_FIXED, high=64)
    answers = note(N_("kinds", "Answers to the remarks"), "修改说明", _FIXED, high=40_000)
    submitted_by = text(N_("kinds", "Sent by"), more=_FIXED, high=60)


class Review:
    """The township's answer to one submission (审核、退回修改): outcome, and remarks by field.

    `remarks` is canonical JSON: a list of `{"field", "text"}`, where field is a field name, or
    `kind:id:field` for a linked record, or "" for the whole. The state people see is derived from the
    latest submission and its review, and is stored nowhere.
    """

    submission = link(N_("kinds", "Submission"), "submission", more=_FIXED)
    record_kind = text(N_("kinds", "Kind of record"), more=_FIXED, high=40)
    record_id = text(N_("kinds", "Record"), more=_FIXED, high=32)
    outcome = choice(N_("kinds", "Outcome"), "review_outcome", "审核意见", _FIXED)
    remarks = note(N_("kinds", "Remarks by field"), "退回意见", _FIXED)
    reviewed_by = text(N_("kinds", "Reviewed by"), "审核人", _FIXED, high=60)


RELEASE = "release"


class Release:
    """What the township decided about a change the county had set aside (搁置内容的处理).

    `device`, `first` and `chain` name the unit of work: the desk that wrote it, the number of its first
    change, and the hash of that desk's chain at its last, so that the decision is about these very words. The
    county lets an accepted one take effect as its author's, with the right of whoever decided
    (`docs/decisions/0024`).
    """

    record_kind = text(N_("kinds", "Kind of record"), more=_FIXED, high=40)
    record_id = text(N_("kinds", "Record"), more=_FIXED, high=32)
    device = text(N_("kinds", "Device that wrote it"), more=_FIXED, high=32)
    first = whole(N_("kinds", "Number of the change"), more=_FIXED, low=1, high=2**31 - 1)
    chain = text(N_("kinds", "Chain of the device there"), more=_FIXED, high=64)
    accepted = yes_no(N_("kinds", "Accepted"), "同意", _FIXED)
    reason = note(N_("kinds", "Reason"), "理由", _FIXED, high=2_000)
    decided_by = text(N_("kinds", "Decided by"), "处理人", _FIXED, high=60)
