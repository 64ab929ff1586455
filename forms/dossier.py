"""The bound dossier of a case: papers drawn or taken from signed sheets, contents and numbers right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from typing import BinaryIO

from forms.binding import Drawn, Leaf, Part, bind, numbered_from
from forms.content import without
from forms.papers import drawn, fields_shown, load, missing_characters
from forms.scans import scans_of
from forms.sheet import Sheet
from village_desk import ids
from village_desk.commands.papers import Printed
from village_desk.errors import UserError
from village_desk.queries import dossier, papers, records
from village_desk.queries.attachments import sent_here
from village_desk.queries.dossier import Dossier, Paper, Row, title_of
from village_desk.queries.records import Record
from village_desk.session import Session

TITLE = "调解卷宗"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the contents (卷内目录)."""

    order: int
    title: str
    page_range: str
    remark: str

    def values(self) -> dict[str, object]:
        """Return the line as the record that is kept of it."""
        named = {"order": self.order, "title": self.title, "page_range": self.page_range}
        return {**named, "remark": self.remark or None}


@dataclass(frozen=True, slots=True)
class Fresh:
    """A paper drawn anew: what has to be kept of it once it is printed."""

    kind: str
    record_id: bytes
    sheet_id: bytes
    printed: Printed


@dataclass(frozen=True, slots=True, repr=False)
class Bound:
    """What was bound.

    Attributes:
        lines: The contents.
        numbered: Pages that carry a number.
        pages: All pages of the file.
        places: Title and first page of the file, from 0, of each part.
        fresh: Papers drawn anew.
        left_out: Attachments that are no picture or PDF, damaged, or not on this PC.
        missing: Characters no font has; a box stands in their place.
    """

    dossier_id: bytes
    lines: tuple[Line, ...]
    numbered: int
    pages: int
    places: tuple[tuple[str, int], ...]
    fresh: tuple[Fresh, ...]
    left_out: int
    missing: str


def bind_case(session: Session, case_id: bytes, out: BinaryIO) -> Bound:
    """Write the dossier of a case to `out` as one PDF/A-2b file.

    Nothing is written to the store: the contents are kept by `commands.dossier.keep_contents`, and what was
    drawn anew by `commands.papers.record_sheet` when it is printed.

    Raises:
        UserError: "record.gone"; "dossier.none": the case has no dossier yet, whose cover could be drawn.
        NotAllowed: The actor may not print it.
        PrintTrouble: A template is wrong, or "print.archive".
        StoreTrouble: A picture is damaged on this disk.
    """
    found = dossier.dossier_of(session, case_id)
    if found.record is None:
        raise UserError("dossier.none")
    session.actor.require("print", records.target(session, found.record))
    return _Binding(session, found, found.record).bind(out)


class _Binding:
    """Gathers the parts of one dossier, then numbers and draws them."""

    def __init__(self, session: Session, found: Dossier, held: Record) -> None:
        self._session = session
        self._found = found
        self._held = held
        self._practice = session.store.text_state("practice") == "1"
        self._fresh: list[Fresh] = []
        self._left_out = 0
        self._missing: set[str] = set()

    def bind(self, out: BinaryIO) -> Bound:
        """Write everything to `out`."""
        rows = [row for row in self._found.rows if row.about.place in ("", "back")]
        inner = [(row, *self._leaves(row)) for row in rows if not row.about.place]
        inner = [each for each in inner if each[1].leaves or each[2]]
        lines = _lines(inner, numbered_from([part for _row, part, _out in inner]))
        back = [row for row in rows if row.about.place == "back"]
        lines += [Line(len(lines) + at, row.about.title, "", "") for at, row in enumerate(back, 1)]
        numbered = sum(len(part.leaves) for _row, part, _out in inner)
        more = {"dossier_paper": [one.values() for one in lines], "pages": numbered}
        places = {place: self._framing(place, more) for place in ("cover", "contents", "back")}
        front = [*places["cover"], *places["contents"]]
        parts = [*front, *(part for _row, part, _out in inner if part.leaves), *places["back"]]
        both_sides = self._session.profile.parameter("dossier_both_sides") is not False
        pages = bind(parts, TITLE, out, both_sides=both_sides, practice=self._practice)
        starts = _starts(parts, both_sides=both_sides)
        return Bound(
            self._held.id,
            tuple(lines),
            numbered,
            pages,
            tuple(starts),
            tuple(self._fresh),
            self._left_out,
            "".join(sorted(self._missing)),
        )

    def _framing(self, place: str, more: Mapping[str, object]) -> list[Part]:
        """Return cover, contents or back cover, which carry no number."""
        return [
            Part(row.about.title, tuple(self._drawn(paper, more)), numbered=False)
            for row in self._found.rows
            if row.about.place == place
            for paper in row.papers
        ]

    # ------------------------------------------------------------ the pages of a row

    def _leaves(self, row: Row) -> tuple[Part, int]:
        """Return the part of a row, and how many attachments of it could not be taken in."""
        before = self._left_out
        leaves: list[Leaf] = []
        inside: list[tuple[str, int]] = []
        for paper in row.papers:
            added = [*self._paper(paper), *self._pictures(paper.beside)]
            inside.append((_named(self._found, row, paper), len(leaves)))
            leaves += added
        copies = self._pictures(row.copies)
        if copies and leaves:
            inside.append(("附件", len(leaves)))
        leaves += copies
        shown = tuple(inside) if len(inside) > 1 else ()
        return Part(title_of(row), tuple(leaves), inside=shown), self._left_out - before

    def _paper(self, paper: Paper) -> list[Leaf]:
        """Take the signed pages where they are, and draw the others."""
        by_page: dict[int, list[Leaf]] = {}
        loose: list[Leaf] = []
        for one in paper.scans:
            page = one.values.get("sheet_page")
            taken = self._pictures((one,))
            if isinstance(page, int):
                by_page[page] = taken  # of two scans of one page the later one is shown
            else:
                loose += taken
        scanned = [leaf for page in sorted(by_page) for leaf in by_page[page]]
        if paper.whole and (scanned or loose):
            return scanned + loose
        pages: list[Leaf] = []
        for number, leaf in enumerate(self._drawn(paper, {}), 1):
            pages += by_page.pop(number, []) or [leaf]
        return pages + [leaf for page in sorted(by_page) for leaf in by_page[page]] + loose

    def _pictures(self, found: tuple[Record, ...]) -> list[Leaf]:
        leaves: list[Leaf] = []
        for one in found:
            digest = sent_here(self._session, one)
            read = self._session.store.attachments.read
            media_type = str(one.values.get("media_type") or "")
            pages = scans_of(partial(read, digest), media_type) if digest else []
            self._left_out += not pages
            leaves += pages
        return leaves

    def _drawn(self, paper: Paper, more: Mapping[str, object]) -> Iterator[Drawn]:
        session, profile = self._session, self._session.profile
        template = load(paper.form, profile=profile)
        content = {**papers.content(session, paper.kind, paper.record_id), **more}
        missing = {character for _, character in missing_characters(template, content, profile)}
        if missing:
            self._missing |= missing
            content = without(content, missing)
        shown = fields_shown(template)
        sheet = None if more else _same(session, paper, {of for of, _field in shown}, self._practice)
        given = sheet or Sheet(
            id=ids.new_id(),
            number=str(content.get("number") or ""),
            version=1,
            printed_at=session.now(),
            printed_by=session.actor.name,
            practice=self._practice,
        )
        pages, codes = drawn(template, content, given, profile)
        if sheet is None:
            printed = Printed(paper.form, template.number, template.version, len(pages), shown)
            self._fresh.append(Fresh(paper.kind, paper.record_id, given.id, printed))
        for page, code in zip(pages, codes, strict=True):
            yield Drawn(page, code)


def _same(session: Session, paper: Paper, shown: set[str], practice: bool) -> Sheet | None:
    """Return the sheet of the last print when it would be printed word for word the same now."""
    if paper.sheet is None:
        return None
    held = paper.sheet.values
    now = papers.frozen(session, paper.kind, paper.record_id, shown)
    if sha256(now).hexdigest() != held.get("content_digest"):
        return None
    number = str(papers.content(session, paper.kind, paper.record_id).get("number") or "")
    at = held.get("printed_at")
    return Sheet(
        id=paper.sheet.id,
        number=number,
        version=1,
        printed_at=at if isinstance(at, int) else None,
        printed_by=str(held.get("printed_by") or ""),
        practice=practice,
    )


def _lines(inner: list[tuple[Row, Part, int]], starts: list[int]) -> list[Line]:
    """Return the contents: each line with its first page, the last with its end (domain mediation §1.4).

    What is there but could not be bound keeps its line, without a page.
    """
    ends_in = max((place for place, each in enumerate(inner, 1) if each[1].leaves), default=0)
    lines = []
    for order, ((row, part, left_out), start) in enumerate(zip(inner, starts, strict=True), 1):
        end = start + len(part.leaves) - 1
        pages = f"{start}-{end}" if order == ends_in and end > start else str(start)
        remarks = []
        if len(row.papers) > len({paper.form for paper in row.papers}):
            remarks.append(f"{len(row.papers)}份")
        if left_out:
            remarks.append(f"另有{left_out}件未装入" if part.leaves else f"{left_out}件未装入")
        lines.append(Line(order, part.title, pages if part.leaves else "", "，".join(remarks)))
    return lines


def _named(found: Dossier, row: Row, paper: Paper) -> str:
    """Return a paper's title with its day, which tells it apart from others of the row."""
    held = next((one for one in found.children.get(paper.kind, []) if one.id == paper.record_id), None)
    days = [value for value in (held.values.values() if held else ()) if isinstance(value, date)]
    title = next((form.title for form in row.about.forms if form.form == paper.form), "")
    name = title or load(paper.form).title
    return f"{name} {days[0].isoformat()}" if days else name


def _starts(parts: list[Part], *, both_sides: bool) -> list[tuple[str, int]]:
    found, at, begun = [], 0, False
    for part in parts:
        if part.numbered and part.leaves and not begun:
            begun = True
            at += both_sides and at % 2
        found.append((part.title, at))
        at += len(part.leaves)
    return found
