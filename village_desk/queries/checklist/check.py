"""One item of a reviewer's list, and what was found for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from village_desk.queries.checklist.case_file import Finding


@dataclass(frozen=True, slots=True)
class Check:
    """One item of a list; those of a dossier are those of domain mediation §6, but for B8, the program's own.

    Attributes:
        number: As in the list: A1 to F2 of a dossier, L1 on of legal aid, V1 on of a visit.
        title: What is checked; English source text of the context "checks".
        source: The rule, or where the item comes from.
        severity: "fatal", "warning", or the points it costs.
        look: Finds the faults in the file of its kind of record; None where the program sees nothing.
        person: What a person has to look at beside; "" for nothing.
    """

    number: str
    title: str
    source: str
    severity: Literal["fatal", "warning"] | int
    look: Callable[[Any], list[Finding]] | None
    person: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """One item of the list and what was found."""

    check: Check
    findings: tuple[Finding, ...]
