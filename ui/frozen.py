"""A submission as it was frozen, read for the reviewer: lines, and what differs from the round before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from ui.texts import kind_text
from ui.widgets.editors import title_of
from village_desk.commands import drafts
from village_desk.crypto import canonical, read_json
from village_desk.kinds import KINDS
from village_desk.profile import Profile
from village_desk.queries import records, reviews, visits
from village_desk.queries.drafts import open_drafts
from village_desk.queries.records import Record
from village_desk.queries.reviews import Remark
from village_desk.queries.visits import Flag
from village_desk.session import Changes, Session
from village_desk.shown import shown
from village_desk.visits import VISIT


@dataclass(frozen=True, slots=True)
class FrozenField:
    """One field of the frozen copy.

    Attributes:
        place: Where a remark goes: the field, or `kind:id:field` of a linked record.
        part: The linked record it belongs to, in words; "" for the record itself.
        title: Its label.
        text: Its value as people read it.
        changed: It differs from the last round.
    """

    place: str
    part: str
    title: str
    text: str
    changed: bool


@dataclass(frozen=True, slots=True, repr=False)
class Frozen:
    """A submission as the reviewer sees it.

    Attributes:
        submission: The submission itself.
        name: Who or what it is about.
        number: Its number, or "".
        round: How many times it was sent.
        fields: All fields that hold something, or did last time.
        earlier: Remarks of the last review.
        typed: Remarks that were typed and not sent yet, by place.
        flags: What to look at in an adviser's visit before it is approved.
    """

    submission: Record
    name: str
    number: str
    round: int
    fields: tuple[FrozenField, ...]
    earlier: tuple[Remark, ...]
    typed: dict[str, str]
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Waiting:
    """One line of the queue."""

    submission: Record
    name: str
    kind: str
    round: int


def queue(session: Session) -> list[Waiting]:
    """Return what waits for review, oldest first."""
    found = []
    for one in reviews.waiting_for_review(session):
        content = _content(one)
        kind = str(one.values.get("record_kind"))
        if kind in KINDS:
            name = KINDS[kind].record_name(cast("dict[str, object]", content.get("values") or {}))
            found.append(Waiting(one, name, kind, _round(one)))
    return found


def read(session: Session, submission_id: bytes) -> Frozen:
    """Return a submission for the reviewer.

    Raises:
        UserError: "record.gone".
        NotAllowed: The actor may not read it.
    """
    submission = records.record(session, "submission", submission_id)
    kind = str(submission.values["record_kind"])
    record_id = bytes.fromhex(str(submission.values["record_id"]))
    before = [
        one
        for one in records.about(session, "submission", kind, record_id)
        if _round(one) < _round(submission)
    ]
    last = max(before, key=_round, default=None)
    now = _lines(session.profile, _content(submission))
    then = _lines(session.profile, _content(last)) if last else {}
    fields = [
        FrozenField(
            place,
            *line,
            changed=(bool(last) and then.get(place, line)[2] != line[2])
            or (bool(last) and place not in then),
        )
        for place, line in now.items()
    ]
    gone = [
        FrozenField(place, part, title, "", changed=True)
        for place, (part, title, _text) in then.items()
        if place not in now
    ]
    answers = [
        one
        for one in records.about(session, "review", kind, record_id)
        if last and one.values.get("submission") == last.id
    ]
    values = cast("dict[str, object]", _content(submission).get("values") or {})
    return Frozen(
        submission,
        KINDS[kind].record_name(values),
        str(values.get("number") or ""),
        _round(submission),
        tuple(fields + gone),
        reviews.remarks_of(answers[-1]) if answers else (),
        _typed(session, submission_id),
        tuple(visits.flags(session, record_id)) if kind == VISIT else (),
    )


def title(kind: str, name: str) -> str:
    """Return the label of a field that is not in the frozen copy, as people read it there."""
    spec = KINDS[kind].fields.get(name)
    return title_of(spec) if spec else name


def remarks_key(submission_id: bytes) -> str:
    """Return the key under which the remarks on a submission are kept while they are typed."""
    return f"review:{submission_id.hex()}"


def keep_remarks(session: Session, submission_id: bytes, typed: dict[str, str]) -> Changes:
    """Keep remarks that are not sent yet; without any, forget the draft."""
    key = remarks_key(submission_id)
    if not typed:
        return drafts.drop(session, key)
    return drafts.keep(session, key, "review", submission_id, {"remarks": canonical(typed).decode()})


def _typed(session: Session, submission_id: bytes) -> dict[str, str]:
    found = open_drafts(session, remarks_key(submission_id))
    held = read_json(str(found[0].values.get("remarks") or "{}").encode()) if found else {}
    return {str(place): str(text) for place, text in held.items()} if isinstance(held, dict) else {}


def _content(submission: Record | None) -> dict[str, object]:
    held = read_json(str(submission.values.get("content") or "{}").encode()) if submission else {}
    return held if isinstance(held, dict) else {}


def _lines(
    profile: Profile, content: Mapping[str, object], part: str = "", prefix: str = ""
) -> dict[str, tuple[str, str, str]]:
    """Return (part, title, text) by place."""
    kind_name = str(content.get("kind") or "")
    if kind_name not in KINDS:
        return {}
    kind = profile.kind(kind_name)
    try:
        values = kind.from_json(cast("dict[str, object]", content.get("values") or {}))
    except ValueError:
        values = {}
    lines = {}
    for name, spec in kind.fields.items():
        text = shown(profile, spec, values.get(name)) if spec.face != "link" and name != "state" else ""
        if text:
            lines[f"{prefix}{name}"] = (part, title_of(spec), text)
    children = content.get("children")
    for number, child in enumerate(children if isinstance(children, list) else [], start=1):
        name = str(child.get("kind"))
        words = f"{kind_text(name) if name in KINDS else name} {number}"
        lines |= _lines(profile, child, words, f"{name}:{child.get('id')}:")
    return lines


def _round(submission: Record) -> int:
    value = submission.values.get("round")
    return value if isinstance(value, int) else 1
