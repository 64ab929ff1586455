"""Filing what came back from paper: a signed page goes to the record and the printed sheet it belongs to."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from village_desk import ids
from village_desk.commands import attachments
from village_desk.errors import UserError
from village_desk.queries import filing
from village_desk.queries.records import Record, find
from village_desk.session import NOTHING, Changes, Session

JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Code:
    """What the QR code of a page says: sheet, number of the form, page and pages of the sheet."""

    sheet: bytes
    form_no: str
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a page went.

    Attributes:
        outcome: "filed", or "again" when this very picture had been filed there before: nothing was done.
        attachment: Id of the picture.
        record: Kind and id of the record.
        page, pages: Of the sheet; 0 where the picture belongs to no known sheet.
        version: Of the printed text, as it was signed; 0 as above.
        newest: The latest printed version of the same paper; more than `version` when it was printed again.
        earlier: How many other pictures of this page were there before; all are kept.
        lacking: Pages of the sheet of which no picture is here yet.
    """

    outcome: Literal["filed", "again"]
    attachment: bytes
    record: tuple[str, bytes]
    page: int = 0
    pages: int = 0
    version: int = 0
    newest: int = 0
    earlier: int = 0
    lacking: tuple[int, ...] = ()
    changes: Changes = NOTHING


def file_by_code(session: Session, picture: bytes, code: Code, title: str) -> Filed:
    """File the JPEG `picture` of a page with the sheet its code names.

    Raises:
        UserError: "scan.unknown": the sheet is not here, or not to be read by the actor; "scan.misfit": form
            number or pages are not those of the sheet; "record.gone".
        NotAllowed: The actor may not attach to the record.
        StoreTrouble: The disk is full; nothing is kept.
    """
    sheet = find(session, "sheet", code.sheet)
    if sheet is None:
        raise UserError("scan.unknown")
    printed = (sheet.values.get("form_no"), sheet.values.get("pages"))
    if printed != (code.form_no, code.pages) or not 1 <= code.page <= code.pages:
        raise UserError("scan.misfit")
    return file_with_sheet(session, picture, sheet, code.page, title)


def file_with_sheet(session: Session, picture: bytes, sheet: Record, page: int, title: str) -> Filed:
    """File a picture as page `page` of a printed sheet; errors as for `file_by_code`."""
    record = (str(sheet.values.get("record_kind")), bytes.fromhex(str(sheet.values.get("record_id"))))
    digest = hashlib.sha256(picture).hexdigest()
    before = filing.pictures_of(session, sheet.id)
    same = next((one for one in before if one.digest == digest and one.page == page), None)
    changes = NOTHING
    attachment = same.id if same else ids.new_id()
    if same is None:
        about: dict[str, object] = {"title": title, "page_of": sheet.id, "sheet_page": page}
        changes = _attach(session, record, attachment, picture, about)
    return Filed(
        "again" if same else "filed",
        attachment,
        record,
        page,
        _whole(sheet.values.get("pages")),
        _whole(sheet.values.get("version")),
        filing.newest_version(session, sheet),
        sum(one.page == page and one.id != attachment for one in before),
        filing.lacking(session, sheet),
        changes,
    )


def file_with_record(session: Session, picture: bytes, record: tuple[str, bytes], title: str) -> Filed:
    """File a picture with a record and no sheet: a form printed blank, or a paper of somebody else.

    Raises:
        UserError: "record.gone".
        NotAllowed: The actor may not attach to the record.
        StoreTrouble: The disk is full; nothing is kept.
    """
    same = filing.same_picture(session, picture, record)
    if same is not None:
        return Filed("again", same, record)
    attachment = ids.new_id()
    return Filed(
        "filed", attachment, record, changes=_attach(session, record, attachment, picture, {"title": title})
    )


def _attach(
    session: Session,
    record: tuple[str, bytes],
    attachment: bytes,
    picture: bytes,
    about: dict[str, object],
) -> Changes:
    return attachments.attach(session, record, attachment, picture, {"media_type": JPEG, **about})


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
