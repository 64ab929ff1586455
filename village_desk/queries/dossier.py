"""What the dossier of a case holds and what it still lacks, row by row of the profile's list (卷宗)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from village_desk.dossier_sets import CASE, DOSSIER, DossierForm, DossierRow, Outcome
from village_desk.errors import Problem, UserError
from village_desk.kinds import KINDS, children_of
from village_desk.queries import records
from village_desk.queries.records import Record
from village_desk.session import Session

FILING = {CASE: "file"}
"""The move that nothing mandatory may be missing for, by kind."""
GAP = "dossier_gap"
"""Field named by a problem that is no field: the meter of the dossier leads on."""


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """One paper of a dossier: a form filled from a record.

    Attributes:
        form, kind, record_id: What makes it.
        signed: People sign it.
        sheet: The print it was signed on, or else the latest print; None when it was never printed.
        scans: Pictures of the signed sheet, in the order of its pages.
        beside: Other pictures and files of the same record.
    """

    form: str
    kind: str
    record_id: bytes
    signed: bool
    sheet: Record | None = None
    scans: tuple[Record, ...] = ()
    beside: tuple[Record, ...] = ()

    @property
    def lacks_signature(self) -> bool:
        """Whether a signed sheet is wanted and none, or not all of its pages, came back."""
        return self.signed and not self.whole

    @property
    def whole(self) -> bool:
        """Whether the scans stand for every page of the print; a PDF is taken for all of them."""
        pages = self.sheet.values.get("pages") if self.sheet else None
        scanned: set[object] = {one.values.get("sheet_page") or one.id for one in self.scans}
        of_all = any(
            one.values.get("media_type") == "application/pdf" and not one.values.get("sheet_page")
            for one in self.scans
        )
        return bool(scanned) and (of_all or not isinstance(pages, int) or len(scanned) >= pages)


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One row of the list with what is there of it.

    Attributes:
        about: The row as the profile declares it.
        must: It has to be there, as this case ended.
        papers: Papers made by its forms.
        copies: Attachments that belong to it by themselves.
    """

    about: DossierRow
    must: bool
    papers: tuple[Paper, ...] = ()
    copies: tuple[Record, ...] = ()

    @property
    def there(self) -> bool:
        """Whether anything of it is there."""
        return bool(self.papers or self.copies)


@dataclass(frozen=True, slots=True)
class Lead:
    """Where something missing is made: print a form of a record, open a record, or begin one."""

    way: Literal["print", "open", "begin"]
    kind: str
    record_id: bytes
    form: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing.

    Attributes:
        title: The paper.
        unsigned: It is there, but no scan of the signed sheet is.
        lead: Where it is made.
    """

    title: str
    unsigned: bool
    lead: Lead


@dataclass(frozen=True, slots=True, repr=False)
class Dossier:
    """A case's dossier as far as it has come.

    Attributes:
        record: The record with what stands on the cover; None when it was not begun.
        children: What hangs on the case, by kind.
        outcome: How the case ended; while it goes on, "written", which asks for most.
    """

    case: Record
    record: Record | None
    children: Mapping[str, list[Record]]
    outcome: Outcome
    rows: tuple[Row, ...]

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Every paper, in the order of the dossier."""
        return tuple(paper for row in self.rows for paper in row.papers)

    def mandatory(self) -> tuple[int, int]:
        """Return how many of the mandatory papers are there, and how many there have to be."""
        wanted = [row for row in self.rows if row.must]
        return sum(row.there for row in wanted), len(wanted)

    def signatures(self) -> tuple[int, int]:
        """Return of how many papers the signed sheet is there, and how many people sign."""
        wanted = [paper for paper in self.papers if paper.signed]
        return sum(paper.whole for paper in wanted), len(wanted)

    def gaps(self) -> list[Gap]:
        """Return what is missing: mandatory papers first, then signed sheets."""
        missing = [
            Gap(title_of(row), unsigned=False, lead=self._lead(row.about))
            for row in self.rows
            if row.must and not row.there
        ]
        unsigned = [
            Gap(title_of(row, paper), unsigned=True, lead=Lead("open", paper.kind, paper.record_id))
            for row in self.rows
            for paper in row.papers
            if paper.lacks_signature
        ]
        return missing + unsigned

    def _lead(self, row: DossierRow) -> Lead:
        """Lead to the first form of the row that can be made, or to the record its copies belong to."""
        for form in row.forms:
            if form.kind == CASE:
                return Lead("print", CASE, self.case.id, form.form)
        kind = row.forms[0].kind if row.forms else row.copies[0]
        held = [self.record] if kind == DOSSIER and self.record else self.children.get(kind, [])
        if held:
            return Lead("open", kind, held[0].id)
        return Lead("open", CASE, self.case.id) if kind == CASE else Lead("begin", kind, self.case.id)


def title_of(row: Row, paper: Paper | None = None) -> str:
    """Return the row's name, or that of the form or forms which are there of several."""
    shown = [paper.form] if paper else [one.form for one in row.papers]
    names = [form.title for form in row.about.forms if form.form in shown]
    return "、".join(names) if all(names) and names else row.about.title


def dossier_of(session: Session, case_id: bytes) -> Dossier:
    """Return what the dossier of a case holds.

    Raises:
        UserError: "record.gone": there is no such case, or the actor may not read it.
    """
    case = records.find(session, CASE, case_id)
    if case is None:
        raise UserError("record.gone")
    children = {
        kind.name: [one for one in records.linked(session, kind, case_id) if records.may_read(session, one)]
        for kind in children_of(CASE)
    }
    outcome = _outcome(case, children)
    gather = _Gathering(session, case, children)
    rows = tuple(gather.row(row, must=outcome in row.must) for row in session.profile.dossier_set().rows)
    return Dossier(case, next(iter(children[DOSSIER]), None), children, outcome, rows)


def gaps_of(session: Session, kind: str, record_id: bytes, move: str) -> list[Problem]:
    """Return a problem for each mandatory paper that is missing, when `move` files the case."""
    if FILING.get(kind) != move:
        return []
    missing = [gap for gap in dossier_of(session, record_id).gaps() if not gap.unsigned]
    return [Problem(GAP, "dossier.lacks", {"paper": gap.title}) for gap in missing]


def _outcome(case: Record, children: Mapping[str, list[Record]]) -> Outcome:
    if children.get("agreement"):
        return "written"
    if children.get("oral_agreement"):
        return "oral"
    result = str(case.values.get("result") or "")
    state = case.state
    if "refused" in (state, result):
        return "refused"
    if "withdrawn" in (state, result):
        return "withdrawn"
    return "failed" if "failed" in (state, result) else "written"


class _Gathering:
    """Finds the papers and copies of a case, each record's sheets and attachments read once."""

    def __init__(self, session: Session, case: Record, children: Mapping[str, list[Record]]) -> None:
        self._session = session
        self._case = case
        self._children = children
        self._set = session.profile.dossier_set()
        self._about: dict[tuple[str, bytes], list[Record]] = {}

    def row(self, row: DossierRow, *, must: bool) -> Row:
        """Return what is there of a row."""
        papers = [paper for form in self._fitting(row) for paper in self._papers(form)]
        copies = [
            one
            for kind in row.copies
            for held in self._held(kind)
            for one in self._find("attachment", held)
            if not one.values.get("page_of")
        ]
        return Row(row, must, tuple(papers), tuple(copies))

    def _fitting(self, row: DossierRow) -> list[DossierForm]:
        """Of the forms of one kind take those printed already, else the one for these parties."""
        found: list[DossierForm] = []
        for kind in dict.fromkeys(form.kind for form in row.forms):
            forms = [form for form in row.forms if form.kind == kind]
            alike = len(forms) > 1 and kind != CASE
            used = [form for form in forms if any(self._sheets(form, one) for one in self._held(kind))]
            organised = [form for form in forms if form.for_organisations == self._has_organisation()]
            found += (used or organised or forms)[:1] if alike else forms
        return found

    def _has_organisation(self) -> bool:
        parties = self._children.get("case_party", [])
        return any(one.values.get("party_type") in ("legal", "unincorporated") for one in parties)

    def _papers(self, form: DossierForm) -> Iterable[Paper]:
        for one in self._held(form.kind):
            sheets = self._sheets(form, one)
            scans = [(sheet, self._scans(sheet, one)) for sheet in sheets]
            signed = next(((sheet, found) for sheet, found in reversed(scans) if found), None)
            sheet, found = signed or (sheets[-1] if sheets else None, ())
            if self._is_there(form, one, printed=sheet is not None):
                beside = self._beside(form, one)
                yield Paper(form.form, form.kind, one.id, form.signed, sheet, found, beside)

    def _is_there(self, form: DossierForm, held: Record, *, printed: bool) -> bool:
        there = form.there_with
        if there in KINDS:
            return bool(self._children.get(there))
        if there:
            return bool(held.values.get(there))
        return printed or form.kind != CASE

    def _held(self, kind: str) -> list[Record]:
        return [self._case] if kind == CASE else list(self._children.get(kind, []))

    def _sheets(self, form: DossierForm, held: Record) -> list[Record]:
        return [one for one in self._find("sheet", held) if one.values.get("form") == form.form]

    def _scans(self, sheet: Record, held: Record) -> tuple[Record, ...]:
        found = [one for one in self._find("attachment", held) if one.values.get("page_of") == sheet.id]
        return tuple(sorted(found, key=_page))

    def _beside(self, form: DossierForm, held: Record) -> tuple[Record, ...]:
        """Pictures of a record that belong to no row by themselves follow its paper."""
        if form.kind == CASE or any(form.kind in row.copies for row in self._set.rows):
            return ()
        return tuple(one for one in self._find("attachment", held) if not one.values.get("page_of"))

    def _find(self, kind: str, held: Record) -> list[Record]:
        key = (kind, held.id)
        if key not in self._about:
            self._about[key] = records.belonging(self._session, kind, held.kind, held.id)
        return self._about[key]


def _page(scan: Record) -> tuple[int, int, bytes]:
    """Order the scans of a sheet by its pages, and what names no page by the moment it was kept."""
    page = scan.values.get("sheet_page")
    return page if isinstance(page, int) else 0, scan.created_at, scan.id
