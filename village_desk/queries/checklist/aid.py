"""What the township looks at in an application for legal aid: originals, scans, limitation (services §3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from village_desk import times
from village_desk.fields import is_empty
from village_desk.i18n import N_
from village_desk.kinds import KINDS
from village_desk.queries import aid, records
from village_desk.queries.aid import AidPaper
from village_desk.queries.checklist.case_file import Finding, at
from village_desk.queries.records import Record
from village_desk.session import Session

_FEW = 20
"""Characters; what is told in fewer is hardly told."""


@dataclass(frozen=True, slots=True, repr=False)
class AidFile:
    """An application, the list of its papers, how far each is, and from how few days on it is urgent."""

    aid: Record
    materials: Sequence[Record]
    papers: Sequence[AidPaper]
    today: date
    urgent_days: int


def gather(session: Session, held: Record) -> AidFile:
    """Read an application for its review."""
    materials = records.linked(session, KINDS["received_material"], held.id)
    days = session.profile.parameters.get("urgent_days")
    return AidFile(
        held,
        materials,
        aid.papers_of(session, held.id),
        times.legal_day(session.now()),
        days if isinstance(days, int) else 0,
    )


def originals_there(file: AidFile) -> list[Finding]:
    """L1: the originals the agency asks for are at hand, or a scan where it takes one."""
    text = N_("checks", "Not at hand: {paper}")
    return [at(file.aid, "materials", text, paper=one.title) for one in file.papers if one.missing]


def received_said(file: AidFile) -> list[Finding]:
    """L2: of each original it is said on which day it came and who took it."""
    text = N_("checks", "It does not say when the original came in, and who took it.")
    names = ("received_on", "received_by")
    return [
        at(one, next(name for name in names if is_empty(one.values.get(name))), text)
        for one in file.materials
        if one.values.get("original") is True and any(is_empty(one.values.get(name)) for name in names)
    ]


def scans_there(file: AidFile) -> list[Finding]:
    """L3: what was printed to be signed has come back and is on file."""
    text = N_("checks", "No signed page is on file: {paper}")
    return [
        at(file.aid, "", text, paper=one.title)
        for one in file.papers
        if one.form and one.printed and not one.scanned
    ]


def limitation_kept(file: AidFile) -> list[Finding]:
    """L4: with fewer days left than the profile says it is marked urgent (法律援助法 第四十四条)."""
    ends = file.aid.values.get("limitation_on")
    if not isinstance(ends, date):
        return []
    if ends < file.today:
        return [at(file.aid, "limitation_on", N_("checks", "The limitation has passed."))]
    left = (ends - file.today).days
    if left < file.urgent_days and file.aid.values.get("urgent") is not True:
        text = N_("checks", "{days} days to the limit, but the application is not marked urgent.")
        return [at(file.aid, "urgent", text, days=left)]
    return []


def matter_told(file: AidFile) -> list[Finding]:
    """L5: facts and reasons say what it is about."""
    if len(str(file.aid.values.get("facts") or "").strip()) >= _FEW:
        return []
    return [at(file.aid, "facts", N_("checks", "Facts and reasons are told in a few words only."))]
