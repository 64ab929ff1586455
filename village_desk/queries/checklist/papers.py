"""Whether the papers are complete and agree with each other: B1, B2, B4 to B7, C1 to C4 (mediation §6)."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from village_desk import times
from village_desk.fields import is_empty
from village_desk.i18n import N_, translated
from village_desk.queries.checklist.case_file import CaseFile, Finding, at, blank, label_of, of_dossier
from village_desk.queries.dossier import title_of
from village_desk.queries.records import Record
from village_desk.typed import read_names

_COVER = ("title", "number", "mediators", "begun_on", "ended_on", "filed_by", "filed_on", "retention")
_PERSON = ("sex", "nation", "occupation", "phone", "address")
_NOTE = ("held_on", "place", "interviewed", "record", "investigator", "recorder")
_SESSION = ("held_on", "place", "present", "mediator", "recorder", "record", "result")
_NAMED = (("mediation_session", "present"), ("follow_up", "visited"), ("power_of_attorney", "principal"))
_SOMEBODY = N_("checks", "somebody else")
_UNSIGNED = N_("checks", "The signed sheet has not been filed, or not all of its pages.")


def cover_complete(file: CaseFile) -> list[Finding]:
    """B1: the cover says everything."""
    if not file.whole:
        return []
    if file.found.record is None:
        return [at(file.case, "dossier", N_("checks", "The dossier has not been made yet."))]
    return blank(file.found.record, _COVER, N_("checks", "The cover lacks “{field}”."))


def contents_right(file: CaseFile) -> list[Finding]:
    """B2: the contents name the papers that are there, on pages that follow each other."""
    if file.found.record is None:
        return []
    there = [title_of(row) for row in file.found.rows if row.there and row.about.place in ("", "back")]
    held = [str(one.values.get("title") or "") for one in file.lines]
    target = of_dossier(file)
    if not held:
        return [
            at(
                target,
                "",
                N_("checks", "There are no contents yet: bind the dossier, then print or save it."),
            )
        ]
    if held != there:
        odd = next((title for title in [*there, *held] if (title in there) != (title in held)), held[0])
        text = N_(
            "checks",
            "The contents and the papers differ at “{title}”: bind the dossier again, then print or save it.",
        )
        return [at(target, "", text, title=odd)]
    ranges = " ".join(str(one.values.get("page_range") or "") for one in file.lines)
    pages = [int(number) for number in re.findall(r"\d+", ranges)]
    last = target.values.get("pages")
    right = pages == sorted(pages) and pages[:1] == [1] and (not isinstance(last, int) or pages[-1] <= last)
    text = N_(
        "checks",
        "The page numbers of the contents do not follow each other: bind the dossier again, then print or "
        "save it.",
    )
    return [] if right else [at(target, "pages", text)]


def people_agree(file: CaseFile) -> list[Finding]:
    """B4: a person is written alike on all papers."""
    by_name = {one.name: one for one in file.all("case_party") if one.name}
    stranger = N_("checks", "“{name}” is named here, but is no party of the case.")
    differs = N_("checks", "Here “{field}” of {name} is another than with the parties.")
    found = []
    for kind, of in _NAMED:
        for one in file.all(kind):
            names = read_names(one.values.get(of))
            found += [at(one, of, stranger, name=name) for name in names if name not in by_name]
    for one in file.all("power_of_attorney"):
        party = by_name.get(str(one.values.get("principal") or ""))
        for of, label in (("id", "身份证号"), ("address", "住址"), ("phone", "联系电话")):
            name = "id_number" if of == "id" else of
            here, there = one.values.get(f"principal_{of}"), party.values.get(name) if party else None
            if party and here and there and here != there:
                found.append(at(one, f"principal_{of}", differs, field=label, name=party.name))
    return found


def numbers_agree(file: CaseFile) -> list[Finding]:
    """B5: one number on cover, agreement and follow-up."""
    given = [file.case.values.get("official_number"), file.case.values.get("number")]
    text = N_("checks", "The number here is {here}, and that of the case {number}.")
    number = str(given[0] or given[1] or "")
    places = [
        *((one, "number") for one in (file.found.record, *file.all("agreement")) if one is not None),
        *((one, "agreement_number") for one in file.all("follow_up")),
    ]
    return [
        at(one, name, text, here=here, number=number)
        for one, name in places
        if (here := one.values.get(name)) and number and here not in given
    ]


def days_in_order(file: CaseFile) -> list[Finding]:
    """B6: 受理 ≤ 调查 ≤ 调解 ≤ 协议 ≤ 回访 ≤ 立卷, and the case was closed after it was performed."""
    text = N_("checks", "{day} comes before {before}, though it follows it in the course of the case.")
    found = []
    for (first, of_first), (second, of_second) in _pairs(file):
        before, after = first.values.get(of_first), second.values.get(of_second)
        if isinstance(before, date) and isinstance(after, date) and after < before:
            found.append(at(second, of_second, text, day=after.isoformat(), before=before.isoformat()))
    return found


Place = tuple[Record, str]


def _pairs(file: CaseFile) -> Iterator[tuple[Place, Place]]:
    """Yield what has to come first, and what after it."""
    accepted, closed = (file.case, "accepted_on"), (file.case, "closed_on")
    yield (file.case, "applied_on"), accepted
    sessions = sorted(
        (one for one in file.all("mediation_session") if isinstance(one.values.get("held_on"), date)),
        key=lambda one: str(one.values["held_on"]),
    )
    last = [(sessions[-1], "held_on")] if sessions else []
    agreed = [(one, "signed_on") for one in file.all("agreement")]
    agreed += [(one, "reached_on") for one in file.all("oral_agreement")]
    notes = [(one, "held_on") for one in file.all("investigation")]
    visits = [(one, "visited_on") for one in file.all("follow_up")]
    filed = [(file.found.record, "filed_on")] if file.found.record else []
    done = [(one, "done_on") for one in file.all("instalment")]
    first = [(one, "held_on") for one in sessions[:1]]
    yield from product([accepted], [*notes, *first])
    yield from product(notes, last)
    yield from product(last, agreed)
    yield from product(agreed, visits)
    yield from product(done, [closed])
    yield from product([closed, *visits], filed)


def nothing_blank(file: CaseFile) -> list[Finding]:
    """B7: nothing about a party is left blank; strokes through blanks a person has to look at."""
    text = N_("checks", "“{field}” of this party is blank.")
    found = []
    for one in file.principals:
        if one.values.get("party_type") in ("legal", "unincorporated"):
            found += blank(one, ("address", "representative"), text)
            continue
        found += blank(one, _PERSON, text)
        if is_empty(one.values.get("born_on")) and is_empty(one.values.get("age_told")):
            found += blank(one, ("age_told",), text)
    return found


def signed_stands(file: CaseFile) -> list[Finding]:
    """B8: what stands here is what was signed, or a supplement says why it is not."""
    text = N_(
        "checks",
        "“{field}” is not what was signed: {name} changed it on {day}, and no reason is kept. Print the "
        "paper anew and have it signed.",
    )
    return [
        Finding(
            gone.kind,
            gone.record_id,
            gone.field,
            text,
            {
                "field": label_of(gone.kind, gone.field),
                "name": gone.by or translated("checks", _SOMEBODY),
                "day": times.local_text(gone.at)[:10],
            },
        )
        for gone in file.departed
    ]


def notes_complete(file: CaseFile) -> list[Finding]:
    """C1: 调查记录: time, place, who was asked, questions with answers, signatures."""
    found = []
    for one in file.all("investigation"):
        found += blank(one, _NOTE, N_("checks", "The note lacks “{field}”."))
        said = str(one.values.get("record") or "")
        if said and not 0 < said.count("问：") <= said.count("答："):
            found.append(at(one, "record", N_("checks", "Not every question has its answer.")))
        found += _signature(file, one)
    return found


def evidence_there(file: CaseFile) -> list[Finding]:
    """C2: each piece of evidence of the list has its copy, and who gave it and when."""
    missing = N_("checks", "No copy or photo of this evidence is filed.")
    found = []
    for one in file.all("evidence"):
        if not file.pictures(one):
            found.append(at(one, "", missing))
        found += blank(one, ("provided_by", "provided_on"), N_("checks", "The evidence lacks “{field}”."))
    return found


def sessions_complete(file: CaseFile) -> list[Finding]:
    """C3: 调解记录: who, when, where, both sides heard, result, signatures."""
    if not file.whole:
        return []
    unheard = N_("checks", "The record does not say what the {side} said.")
    found = []
    for one in file.all("mediation_session"):
        found += blank(one, _SESSION, N_("checks", "The record of the session lacks “{field}”."))
        said = str(one.values.get("record") or "")
        for side, pattern, label in (
            ("applicant", r"(?<!被)申请人", "申请人"),
            ("respondent", "被申请人", "被申请人"),
        ):
            names = [party.name for party in file.principals if party.values.get("side") == side]
            if said and not re.search(pattern, said) and not any(name in said for name in names):
                found.append(at(one, "record", unheard, side=label))
        found += _signature(file, one)
    if not file.all("mediation_session"):
        found.append(at(file.case, "mediation_session", N_("checks", "No session has been recorded.")))
    return found


def recorder_apart(file: CaseFile) -> list[Finding]:
    """C4: the recorder is no party, and 参加人 are neither mediator, party nor recorder."""
    recorder = N_("checks", "{name} keeps the record and is a party.")
    invited = N_("checks", "{name} stands among the invited, but is a party, the mediator or the recorder.")
    found = []
    for one in (*file.all("mediation_session"), *file.all("investigation"), *file.all("agreement")):
        name = str(one.values.get("recorder") or "")
        if name in file.names:
            found.append(at(one, "recorder", recorder, name=name))
    for one in file.all("mediation_session"):
        known = {*file.names, one.values.get("mediator"), one.values.get("recorder")}
        names = read_names(one.values.get("invited"))
        found += [at(one, "invited", invited, name=name) for name in names if name in known]
    return found


def _signature(file: CaseFile, record: Record) -> list[Finding]:
    paper = file.paper_of(record)
    return [at(record, "", _UNSIGNED)] if paper is None or paper.lacks_signature else []
