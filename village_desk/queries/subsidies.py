"""Which cases a claim for the subsidy may hold, and what has become of those it holds."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from village_desk.kinds import KINDS, Values
from village_desk.queries import dossier
from village_desk.queries.papers import text_of
from village_desk.queries.records import Record, children, find, linked, record_of
from village_desk.queries.visible import readable
from village_desk.session import Session
from village_desk.typed import names_text, read_names

FILED_STATES = ("filed", "archived")
SEPARATOR = "、"


@dataclass(frozen=True, slots=True, repr=False)
class Reason:
    """Why a case is not claimed: a code, and the papers it is about."""

    code: str
    paper: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Candidate:
    """A case that was closed in the period of a claim.

    Attributes:
        line: Values of the line it would be in the claim, without claim and place.
        reasons: What stands against claiming it.
    """

    case: Record
    line: Values
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Flag:
    """What whoever checks a claim should know about a case of it: "subsidy.changed", "subsidy.twice"."""

    code: str
    case: Record


def candidates(session: Session, claim: Record) -> list[Candidate]:
    """Return the cases the claim's mediator closed in its period and that are not in it yet, by that day."""
    since, until = claim.values.get("since"), claim.values.get("until")
    if not isinstance(since, date) or not isinstance(until, date):
        return []
    mediators = set(read_names(claim.values.get("mediator")))
    held = {one.values.get("case") for one in linked(session, KINDS["claimed_case"], claim.id)}
    claimed = _claimed(session)
    return [
        _candidate(session, claim, case, claimed)
        for case in _closed(session, since, until)
        if case.id not in held and mediators & set(read_names(case.values.get("mediator")))
    ]


def flags(session: Session, claim: Record) -> list[Flag]:
    """Return which cases of a claim have changed since it was made, and which another claim holds too."""
    claimed = _claimed(session)
    found = []
    for line in linked(session, KINDS["claimed_case"], claim.id):
        case_id = line.values.get("case")
        case = find(session, "mediation_case", case_id) if isinstance(case_id, bytes) else None
        if case is None:
            continue
        if digest(session, case.id) != line.values.get("case_digest"):
            found.append(Flag("subsidy.changed", case))
        others = claimed.get(case.id, set()) - {claim.id}
        if others:
            found.append(Flag("subsidy.twice", case))
    return found


def digest(session: Session, case_id: bytes) -> str:
    """Return the SHA-256 of a case's text and of what hangs on it, 64 hexadecimal digits."""
    return hashlib.sha256(text_of(session, "mediation_case", case_id)).hexdigest()


def _candidate(
    session: Session, claim: Record, case: Record, claimed: Mapping[bytes, set[bytes]]
) -> Candidate:
    below = children(session, case.kind, case.id)
    form = "written" if below["agreement"] else "oral" if below["oral_agreement"] else "none"
    difficulty = str(case.values.get("difficulty") or "")
    names = [name for one in below["case_party"] if (name := str(one.values.get("name") or ""))]
    number = next((one.values.get("number") for one in below["dossier"]), None)
    agreed = case.values.get("result") == "success"
    line: Values = {
        "case": case.id,
        "number": number or case.values.get("official_number") or case.values.get("number"),
        "parties": names_text(names, KINDS["claimed_case"].fields["parties"].high or 0),
        "dispute_type": case.values.get("dispute_type"),
        "form": form,
        "difficulty": difficulty or None,
        "performed": _performed(below),
        "amount": session.profile.subsidy.fen(difficulty, form, agreed=agreed),
        "case_digest": digest(session, case.id),
    }
    # A claim is read by more people than a confidential case: its parties must not stand there.
    closed = [Reason("subsidy.confidential")] if case.class_ != claim.class_ else []
    claimed_already = [Reason("subsidy.claimed")] if case.id in claimed else []
    unmet = _unmet(session, case, agreed=agreed, performed=line["performed"] == "done")
    return Candidate(case, line, (*closed, *claimed_already, *unmet))


def _unmet(session: Session, case: Record, *, agreed: bool, performed: bool) -> list[Reason]:
    """Return which of the county's conditions a case does not meet."""
    needs = session.profile.subsidy.needs
    found = []
    if "success" in needs and not agreed:
        found.append(Reason("subsidy.failed"))
    if "performed" in needs and agreed and not performed:
        found.append(Reason("subsidy.unperformed"))
    if "filed" in needs and case.state not in FILED_STATES:
        found.append(Reason("subsidy.unfiled"))
    if "papers" in needs:
        gaps = dossier.dossier_of(session, case.id).gaps()
        missing = [gap.title for gap in gaps if not gap.unsigned]
        found += [Reason("subsidy.papers", SEPARATOR.join(missing))] if missing else []
    return found


def _performed(below: Mapping[str, Sequence[Record]]) -> str:
    """Return what the case says of its performance: each thing to be done is done, or a visit found it so."""
    done = [one.values.get("done_on") is not None for one in below["instalment"]]
    visits = [one.values.get("performance") for one in below["follow_up"]]
    if (done and all(done)) or {"done", "not_needed"} & set(visits):
        return "done"
    return "partly" if any(done) or "partly" in visits else "not_done"


def _closed(session: Session, since: date, until: date) -> list[Record]:
    condition, bound = readable(session, "mediation_case")
    rows = session.store.rows(
        "mediation_case",
        f'"closed_on" BETWEEN ? AND ? AND "archived" = 0 AND {condition} ORDER BY "closed_on", "id"',
        (since.isoformat(), until.isoformat(), *bound),
    )
    return [record_of(session.profile.kind("mediation_case"), row) for row in rows]


def _claimed(session: Session) -> dict[bytes, set[bytes]]:
    """Return the claims that hold each case."""
    found: dict[bytes, set[bytes]] = {}
    for case, claim in session.store.query(
        'SELECT l."case", l."claim" FROM "claimed_case" l JOIN "subsidy_claim" c ON c."id" = l."claim" '
        'WHERE l."archived" = 0 AND c."archived" = 0'
    ):
        found.setdefault(bytes(case), set()).add(bytes(claim))
    return found
