"""One printed sheet: what stands in its margins and in its QR code (打印件).

The QR text is fixed for ever, because signed sheets lie in dossiers for decades:

    VD1.<sheet id>.<form number>.<page>-<pages>.<check>

The sheet id is 16 bytes in base32 without padding (26 characters), the form number has three digits, and
the check is the first four base32 characters of the SHA-256 of everything before the last full stop. It
holds no personal data. All its characters are of the alphanumeric set of QR codes.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

from village_desk.errors import PrintTrouble
from village_desk.times import Moment

CHECK_LENGTH = 4
ID_BYTES = 16

_QR = re.compile(r"VD1\.([A-Z2-7]{26})\.(\d{3})\.([1-9]\d{0,3})-([1-9]\d{0,3})\.([A-Z2-7]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a printed sheet says of itself.

    Attributes:
        id: 16 bytes, the id of the record of this sheet.
        number: The number of the record, as people read it; "" on a blank form.
        version: Version of the printed text of this record, from 1.
        printed_at: UTC milliseconds, or None on a blank form.
        printed_by: The name of the user who printed, or "".
        practice: Print the [练习] watermark.
    """

    id: bytes
    number: str = ""
    version: int = 1
    printed_at: Moment | None = None
    printed_by: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class QrText:
    """What was read from the QR code of a page."""

    sheet_id: bytes
    form_no: str
    page: int
    pages: int


def qr_text(sheet_id: bytes, form_no: str, page: int, pages: int) -> str:
    """Return the text of the QR code of page `page` of `pages`."""
    name = base64.b32encode(sheet_id).decode("ascii").rstrip("=")
    head = f"VD1.{name}.{form_no}.{page}-{pages}"
    return f"{head}.{_check(head)}"


def read_qr_text(text: str) -> QrText:
    """Read the text of a QR code, or of one typed in by hand.

    Raises:
        PrintTrouble: `print.qr`: it is not of this program, or was misread.
    """
    text = text.strip().upper()
    match = _QR.fullmatch(text)
    if not match or _check(text.rpartition(".")[0]) != match[5]:
        raise PrintTrouble("print.qr")
    sheet_id = base64.b32decode(match[1] + "=" * 6)
    return QrText(sheet_id, match[2], int(match[3]), int(match[4]))


def _check(head: str) -> str:
    return base64.b32encode(hashlib.sha256(head.encode("ascii")).digest()).decode("ascii")[:CHECK_LENGTH]
