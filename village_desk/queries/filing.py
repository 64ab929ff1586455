"""Where a page that came back from paper may belong: sheets without signed pages, the likely ones first."""

import hashlib
from dataclasses import dataclass
from datetime import date

from village_desk.kinds import KINDS
from village_desk.queries.records import Record, find, may_read, record_of
from village_desk.queries.visible import above_of, readable
from village_desk.session import Session
from village_desk.times import legal_day

_LOOKED_AT = 300
"""So many of the sheets printed last are weighed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A filed picture of a sheet: its id, the page it shows (0 for none known) and its digest."""

    id: bytes
    page: int
    digest: str


@dataclass(frozen=True, slots=True, repr=False)
class Candidate:
    """A printed sheet of which a signed page is still missing.

    Attributes:
        sheet: The sheet.
        record: What it was printed of.
        name: What names the record, or else what it hangs on; "" for neither.
        pages: The pages of which no picture is here, from 1.
    """

    sheet: Record
    record: Record
    name: str
    pages: tuple[int, ...]


def pictures_of(session: Session, sheet_id: bytes) -> list[Picture]:
    """Return the pictures filed with a sheet, oldest first."""
    rows = session.store.query(
        'SELECT "id", "sheet_page", "digest" FROM "attachment" WHERE "page_of" = ? AND "archived" = 0 '
        'ORDER BY "created_at", "id"',
        (sheet_id,),
    )
    return [Picture(bytes(one), page or 0, digest or "") for one, page, digest in rows]


def same_picture(session: Session, picture: bytes, record: tuple[str, bytes]) -> bytes | None:
    """Return the id of an attachment of `record` with these very bytes, or None."""
    rows = session.store.query(
        'SELECT "id" FROM "attachment" WHERE "record_id" = ? AND "record_kind" = ? AND "digest" = ? '
        'AND "archived" = 0',
        (record[1].hex(), record[0], hashlib.sha256(picture).hexdigest()),
    )
    return bytes(rows[0][0]) if rows else None


def newest_version(session: Session, sheet: Record) -> int:
    """Return the latest printed version of the paper that `sheet` is a print of."""
    rows = session.store.query(
        'SELECT max("version") FROM "sheet" WHERE "record_id" = ? AND "record_kind" = ? AND "form" = ?',
        tuple(sheet.values.get(name) for name in ("record_id", "record_kind", "form")),
    )
    return int(rows[0][0] or 0)


def candidates(
    session: Session, form_no: str = "", day: date | None = None, limit: int = 12
) -> list[Candidate]:
    """Return printed sheets that lack a signed page, the likeliest first.

    Those of the form `form_no` come first, then those printed on `day` (legal day, UTC+8), then those no
    newer print has replaced, then those printed last.
    """
    condition, bound = readable(session, "sheet")
    rows = session.store.rows(
        "sheet",
        '"archived" = 0 AND "pages" > (SELECT count(DISTINCT a."sheet_page") FROM "attachment" a '  # noqa: S608 - bound
        f'WHERE a."page_of" = "sheet"."id" AND a."archived" = 0) AND {condition} '
        'ORDER BY "created_at" DESC, "id" DESC LIMIT ?',
        (*bound, _LOOKED_AT),
    )
    sheets = [record_of(KINDS["sheet"], row) for row in rows]
    newest: dict[object, bytes] = {}
    for one in sheets:
        newest.setdefault(_paper(one), one.id)

    def unlikely(one: Record) -> tuple[bool, bool, bool]:
        printed = one.values.get("printed_at")
        other_day = not isinstance(printed, int) or day is None or legal_day(printed) != day
        return one.values.get("form_no") != form_no, other_day, newest[_paper(one)] != one.id

    found: list[Candidate] = []
    for sheet in sorted(sheets, key=unlikely):  # stable: the last printed first
        candidate = _candidate(session, sheet) if may_read(session, sheet) else None
        if candidate:
            found.append(candidate)
        if len(found) == limit:
            break
    return found


def _paper(sheet: Record) -> tuple[object, ...]:
    return tuple(sheet.values.get(name) for name in ("record_kind", "record_id", "form"))


def _candidate(session: Session, sheet: Record) -> Candidate | None:
    above = above_of("sheet", sheet.values)
    record = find(session, *above) if above else None
    if record is None or record.archived:
        return None
    return Candidate(sheet, record, name_near(session, record), lacking(session, sheet))


def lacking(session: Session, sheet: Record) -> tuple[int, ...]:
    """Return the pages of a sheet of which no picture is here."""
    here = {one.page for one in pictures_of(session, sheet.id)}
    pages = sheet.values.get("pages")
    return tuple(one for one in range(1, pages + 1) if one not in here) if isinstance(pages, int) else ()


def name_near(session: Session, record: Record) -> str:
    """Return what names a record, or else the one it hangs on; "" for neither."""
    above = above_of(record.kind, record.values)
    parent = find(session, *above) if above else None
    own = record.name
    return " · ".join(filter(None, (parent.name if parent else "", own)))
