"""Which papers a dossier holds, in what order, and which have to be there: data of the profile (卷宗组成).

Counties differ (domain mediation §1.1), so the list is never code. A row of the list gathers papers made by
forms, and copies: attachments that show no printed sheet, such as identity cards, photos and receipts.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from village_desk.kinds import Kind

Outcome = Literal["written", "oral", "failed", "withdrawn", "refused"]
"""How a case ended, as far as its papers depend on it."""

Place = Literal["", "cover", "contents", "back"]

CASE, DOSSIER = "mediation_case", "dossier"


class DossierForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form that makes papers of a row.

    Attributes:
        form: Its id.
        title: Its name in the contents when the row has several forms; without it the row's title.
        kind: Kind of record that fills it: the case, its dossier, or what hangs on the case.
        there_with: What makes the paper be there: a kind of which the case has a record, or a filled field of
            the record. Without it a paper of the case itself is there once it was printed, and any other
            with its record.
        for_organisations: Taken in place of the row's other forms when an organisation is a party.
        signed: People sign it, so that a scan of the signed sheet is wanted.
    """

    form: str
    kind: str
    title: str = ""
    there_with: str = ""
    for_organisations: bool = False
    signed: bool = True


class DossierRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the list (必须 or 按需).

    Attributes:
        title: Its name in the contents, unless the form that is there says another.
        must: Outcomes with which it has to be there; none for 按需.
        forms: What makes its papers; any of them is enough.
        copies: Kinds whose attachments belong here.
        place: Where it stands when not in the numbered middle of the dossier.
    """

    title: str
    must: tuple[Outcome, ...] = ()
    forms: tuple[DossierForm, ...] = ()
    copies: tuple[str, ...] = ()
    place: Place = ""


class DossierSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of papers; a county takes one by the parameter `dossier_set`."""

    name: str
    title: str
    rows: tuple[DossierRow, ...]


def wrong_place(sets: tuple[DossierSet, ...], taken: object, kinds: Mapping[str, Kind]) -> str:
    """Return the place of the first mistake in the profile, or ""."""
    if len({one.name for one in sets}) != len(sets):
        return "dossier_sets"
    if taken not in {one.name for one in sets}:
        return "parameters.dossier_set"
    for one in sets:
        for number, row in enumerate(one.rows):
            if not _fits(row, kinds):
                return f"dossier_sets.{one.name}.{number}"
    return ""


def _fits(row: DossierRow, kinds: Mapping[str, Kind]) -> bool:
    known = all(_of_case(kinds, each.kind) and _there_fits(each, kinds) for each in row.forms)
    return bool(row.forms or row.copies) and known and all(_of_case(kinds, name) for name in row.copies)


def _of_case(kinds: Mapping[str, Kind], name: str) -> bool:
    kind = kinds.get(name)
    return name == CASE or bool(kind and kind.parent and kind.fields[kind.parent].to == CASE)


def _there_fits(form: DossierForm, kinds: Mapping[str, Kind]) -> bool:
    there = form.there_with
    return not there or there in kinds[form.kind].fields or (there in kinds and _of_case(kinds, there))
