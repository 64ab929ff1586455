"""What a reviewer has before them: the case, everything that hangs on it, its dossier; and what they find."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from village_desk import times
from village_desk.dossier_sets import Outcome
from village_desk.effect import effective_on
from village_desk.fields import is_empty
from village_desk.i18n import translated
from village_desk.kinds import KINDS
from village_desk.queries import clock, dossier, records
from village_desk.queries.clock import Period
from village_desk.queries.dossier import Dossier, Paper
from village_desk.queries.records import Record, record_of
from village_desk.queries.signed import Departed, departed
from village_desk.session import Session

PRINCIPAL = ("party", "", None)
"""Roles of those who are a party themselves, and do not act for one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    Attributes:
        kind, record_id, field: Where it is mended; an empty field for the record as a whole.
        text: English source text of the context "checks".
        details: What stands in its placeholders.
    """

    kind: str
    record_id: bytes
    field: str
    text: str
    details: Mapping[str, object]


@dataclass(frozen=True, slots=True, repr=False)
class CaseFile:
    """A case and its dossier as a reviewer reads them.

    Attributes:
        found: The dossier by the county's list.
        lines: The contents kept with it.
        pictures: How many photos and files lie beside a record, signed sheets not counted.
        period: A period of a record by its name, whatever has ended it since.
        departed: What of the case and its parts says something else than the paper people signed.
        mediators: The register of mediators, as far as it is here.
        today: The legal day.
    """

    found: Dossier
    lines: tuple[Record, ...]
    pictures: Callable[[Record], int]
    period: Callable[[Record, str], Period | None]
    departed: tuple[Departed, ...]
    mediators: tuple[Record, ...]
    today: date

    @property
    def case(self) -> Record:
        """The case."""
        return self.found.case

    @property
    def outcome(self) -> Outcome:
        """How it ended."""
        return self.found.outcome

    @property
    def whole(self) -> bool:
        """Whether a full dossier is kept of it: a written agreement, or none reached."""
        return self.outcome in ("written", "failed")

    def all(self, kind: str) -> list[Record]:
        """Return what of a kind hangs on the case."""
        return list(self.found.children.get(kind, ()))

    @property
    def agreements(self) -> list[Record]:
        """Written and oral agreements."""
        return [*self.all("agreement"), *self.all("oral_agreement")]

    @property
    def principals(self) -> list[Record]:
        """The parties themselves, without those who act for one."""
        return [one for one in self.all("case_party") if one.values.get("role") in PRINCIPAL]

    @property
    def names(self) -> set[str]:
        """The names of all parties and of those who act for one."""
        return {one.name for one in self.all("case_party") if one.name}

    def paper(self, form: str) -> Paper | None:
        """Return the first paper made by a form."""
        return next((one for one in self.found.papers if one.form == form), None)

    def paper_of(self, record: Record) -> Paper | None:
        """Return the paper filled from a record."""
        return next((one for one in self.found.papers if one.record_id == record.id), None)

    def binds_from(self, agreement: Record) -> date | None:
        """Return the day from which an agreement is in effect."""
        return effective_on(agreement.kind, agreement.values, [one.values for one in self.all("case_party")])


def gather(session: Session, case_id: bytes) -> CaseFile:
    """Read a case for its review.

    Raises:
        UserError: "record.gone".
    """
    found = dossier.dossier_of(session, case_id)
    lines = (
        records.linked(session, session.profile.kind("dossier_paper"), found.record.id)
        if found.record
        else []
    )
    counted: dict[bytes, int] = {}

    def pictures(held: Record) -> int:
        if held.id not in counted:
            beside = records.belonging(session, "attachment", held.kind, held.id)
            counted[held.id] = sum(not one.values.get("page_of") for one in beside)
        return counted[held.id]

    return CaseFile(
        found=found,
        lines=tuple(lines),
        pictures=pictures,
        period=lambda held, name: clock.as_it_ran(session, held, name),
        departed=tuple(departed(session, found.case.kind, found.case.id)),
        mediators=_mediators(session, found.case),
        today=times.legal_day(session.now()),
    )


def _mediators(session: Session, case: Record) -> tuple[Record, ...]:
    """Return the mediators of the case's place and of the township above, all that were ever registered."""
    kind = session.profile.kind("register_person")
    rows = session.store.rows(kind.name, '"register" = ? AND "archived" = 0', ("mediator",))
    found = [record_of(kind, row) for row in rows]
    return tuple(one for one in found if case.scope.startswith(one.scope.removesuffix("000")))


def blank(held: Record, names: Iterable[str], text: str) -> list[Finding]:
    """Return a finding for each of these fields that is empty; {field} in `text` is its official label."""
    return [
        at(held, name, text, field=label_of(held.kind, name))
        for name in names
        if is_empty(held.values.get(name))
    ]


def label_of(kind: str, name: str) -> str:
    """Return the official label of a field, or the one on screen where papers have none."""
    spec = KINDS[kind].fields[name]
    return spec.paper or translated("kinds", spec.label)


def at(held: Record, name: str, text: str, /, **details: object) -> Finding:
    """Return a finding at a field of a record."""
    return Finding(held.kind, held.id, name, text, details)


def of_dossier(file: CaseFile) -> Record:
    """Return the dossier, or the case while there is none, for what is wrong with the dossier as a whole."""
    return file.found.record or file.case
