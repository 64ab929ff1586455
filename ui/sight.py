"""What a record page asks for in one go: the record and everything around it. Runs on the worker."""

from dataclasses import dataclass, field

from village_desk import duties, handling, times, workflow
from village_desk.errors import Problem
from village_desk.kinds import KINDS, Values
from village_desk.queries import (
    answers,
    clock,
    conflicts,
    dossier,
    drafts,
    lists,
    marks,
    persons,
    placing,
    records,
    reviews,
    search,
    signed,
)
from village_desk.queries.answers import Question
from village_desk.queries.clock import Period
from village_desk.queries.conflicts import OpenConflict
from village_desk.queries.drafts import SavedDraft
from village_desk.queries.marks import Mark
from village_desk.queries.placing import Place
from village_desk.queries.records import Record
from village_desk.queries.reviews import ReviewState
from village_desk.queries.signed import Departed
from village_desk.session import Session
from village_desk.times import Moment
from village_desk.workflow import Move

NEVER_SENT = ReviewState()
EARLIER = 6
"""Most earlier records of the same person that are named."""


@dataclass(frozen=True, slots=True, repr=False)
class Sight:
    """A record as its page shows it; of one that is not saved yet, `record` is None.

    Attributes:
        refused: Code of the reason why it cannot be edited, or "".
        moves: The workflow moves this person may make now.
        steps_only: It cannot be edited, but taken from state to state: a village confirms what others wrote.
        draft: What was typed and never saved.
        earlier: Other records of the same person.
        grown: What grew out of this visit or case: cases, applications, referrals.
        parent: The record it hangs on.
        person: The person it copies from.
        places: Where this person may put the record.
        periods: The periods that run on it and on what hangs on it.
        duties: Codes of what must be reported at once and was not.
        hints: Codes of duties that its words or people hint at.
        supplements: Why its text was changed after it had been signed.
        departed: What of it and of what hangs on it is not what was signed, without a supplement.
        remarks: What the township said in its last review, by field; "" for the whole.
        questions: The same remarks with the village's answers, of a record that came back.
        gaps: Mandatory papers the dossier lacks, once the case may be filed.
        gone: Labels of fields, by `kind.field`, that the county's profile had once and has no more.
        mark: Where it stands on its way to the county; None of one that is not saved yet.
    """

    kind: str
    id: bytes
    now: Moment
    record: Record | None = None
    children: dict[str, list[Record]] = field(default_factory=dict)
    review: ReviewState = NEVER_SENT
    refused: str = ""
    moves: tuple[Move, ...] = ()
    draft: SavedDraft | None = None
    attachments: tuple[Record, ...] = ()
    sheets: tuple[Record, ...] = ()
    conflicts: tuple[OpenConflict, ...] = ()
    earlier: tuple[Record, ...] = ()
    grown: tuple[Record, ...] = ()
    parent: Record | None = None
    person: Record | None = None
    remarks: dict[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    mark: Mark | None = None
    places: tuple[Place, ...] = ()
    gaps: tuple[Problem, ...] = ()
    periods: tuple[Period, ...] = ()
    duties: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    supplements: tuple[Record, ...] = ()
    departed: tuple[Departed, ...] = ()
    gone: dict[str, str] = field(default_factory=dict)
    steps_only: bool = False

    @property
    def stuck(self) -> bool:
        """Whether nothing can be done with it: neither edited nor taken further."""
        return bool(self.refused) and not self.steps_only

    @property
    def hidden(self) -> frozenset[str]:
        """Fields that are masked for this role; none of a new record."""
        return self.record.hidden if self.record else frozenset()

    @property
    def values(self) -> Values:
        """Its saved values; none of a new one."""
        return self.record.values if self.record else {}


def draft_key(kind: str, record_id: bytes) -> str:
    """Return the key under which an editor keeps its draft."""
    return f"{kind}:{record_id.hex()}"


def look_at(session: Session, kind: str, record_id: bytes) -> Sight:
    """Return everything the page of a record shows.

    Raises:
        NotAllowed: The actor may not read it.
    """
    found = drafts.open_drafts(session, draft_key(kind, record_id))
    draft = found[0] if found else None
    if session.store.row(kind, record_id) is None:
        begin = (
            tuple(workflow.moves_from(kind, "", *session.actor.roles))
            if "state" in KINDS[kind].fields
            else ()
        )
        gone = drafts.gone_labels(session)
        return Sight(kind, record_id, session.now(), moves=begin, draft=draft, gone=gone)
    held = records.record(session, kind, record_id)
    declared = KINDS[kind]
    parent_id = held.values.get(declared.parent) if declared.parent else None
    parent = (
        records.find(session, declared.fields[declared.parent].to, parent_id)
        if isinstance(parent_id, bytes)
        else None
    )
    person_id = held.values.get("person")
    review = reviews.state_of(session, kind, record_id) if declared.reviewed else NEVER_SENT
    children = records.children(session, kind, record_id)
    return Sight(
        kind,
        record_id,
        session.now(),
        held,
        children,
        review,
        _refused(session, held),
        handling.open_to(
            workflow.moves_from(kind, held.state, *session.actor.roles), held.values, session.actor.roles
        )
        if "state" in declared.fields
        else (),
        draft,
        tuple(records.about(session, "attachment", kind, record_id)),
        tuple(records.about(session, "sheet", kind, record_id)),
        tuple(conflicts.open_conflicts(session, record_id)),
        tuple(_earlier(session, held)),
        tuple(_grown(session, held)),
        parent,
        records.find(session, "person", person_id) if isinstance(person_id, bytes) else None,
        _remarks(session, held, review, parent),
        answers.of_state(session, review, kind, record_id),
        marks.mark(session, held),
        tuple(placing.places_for(session, held)),
        _gaps(session, held),
        tuple(clock.of_record(session, held) if declared.parent else clock.of_case(session, held)),
        *_duties(session, held, children),
        supplements=tuple(records.about(session, "supplement", kind, record_id)),
        departed=tuple(signed.departed(session, kind, record_id)),
        gone=drafts.gone_labels(session),
        steps_only=_steps_only(session, held),
    )


def _gaps(session: Session, held: Record) -> tuple[Problem, ...]:
    """Ask only where filing is the next step; until then the meter alone says what is missing."""
    move = dossier.FILING.get(held.kind, "")
    roles = session.actor.roles
    next_ = bool(move) and any(one.name == move for one in workflow.moves_from(held.kind, held.state, *roles))
    return tuple(dossier.gaps_of(session, held.kind, held.id, move)) if next_ else ()


def _duties(
    session: Session, held: Record, children: dict[str, list[Record]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the duties of a case or a visit that are still to be met, and those it hints at."""
    if held.kind not in duties.REPORTS:
        return (), ()
    reports, parties = (
        [one.values for one in children.get(name, [])] for name in (duties.REPORTS[held.kind], "case_party")
    )
    if held.kind == "consultation":
        parties = [held.values]
    day = times.legal_day(session.now())
    hinted = duties.suspected(held.values, parties, reports, day)
    return tuple(duties.open_duties(reports)), tuple(hinted)


def _remarks(session: Session, held: Record, review: ReviewState, parent: Record | None) -> dict[str, str]:
    """Remarks on this record; those on a linked record keep their full place `kind:id:field`."""
    prefix = ""
    if parent is not None and KINDS[parent.kind].reviewed:
        review, prefix = reviews.state_of(session, parent.kind, parent.id), f"{held.kind}:{held.id.hex()}:"
    if review.standing != "returned":
        return {}
    said: dict[str, str] = {}
    for remark in review.remarks:
        if remark.field.startswith(prefix):
            place = remark.field.removeprefix(prefix)
            said[place] = f"{said[place]} {remark.text}" if place in said else remark.text
    return said


def _refused(session: Session, held: Record) -> str:
    actor = session.actor
    code = actor.why_not("write", records.target(session, held))
    if not code and KINDS[held.kind].reviewed and reviews.is_locked(session, held.kind, held.id):
        return "record.locked"
    return code


def _steps_only(session: Session, held: Record) -> bool:
    where = records.target(session, held)
    return session.actor.may("move", where) and not session.actor.may("write", where)


def _earlier(session: Session, held: Record) -> list[Record]:
    name, person = str(held.values.get("name") or ""), held.values.get("person")
    if held.kind not in ("consultation", "legal_aid", "person") or not name:
        return []
    first = held.id if held.kind == "person" else person
    wanted = persons.entries_of(session, first) if isinstance(first, bytes) else (None,)
    found = [
        one
        for kind in ("consultation", "legal_aid")
        for one in search.find_all(session, name, kind=kind, limit=lists.PAGE)
        if one.id != held.id and one.values.get("name") == name and one.values.get("person") in wanted
    ]
    return sorted(found, key=lambda one: -one.created_at)[:EARLIER]


def _grown(session: Session, held: Record) -> list[Record]:
    """Return what grew out of a visit, and out of a case what was passed on."""
    if held.kind not in ("consultation", "mediation_case"):
        return []
    return [
        one
        for name, kind in KINDS.items()
        if not kind.parent
        for field, spec in kind.fields.items()
        if spec.face == "link" and spec.to == held.kind
        for row in session.store.rows(name, f'"{field}" = ? AND "archived" = 0', (held.id,))
        if (one := records.find(session, name, bytes(row["id"]))) is not None
    ]
