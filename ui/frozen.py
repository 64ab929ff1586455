"""A submission as it was frozen, read for the reviewer: lines, and what differs from the round before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from ui.texts import kind_text
from ui.widgets.editors import title_of
from village_desk.commands import drafts
from village_desk.crypto import canonical, read_json
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS
from village_desk.profile import Profile
from village_desk.queries import answers, records, review_rules, reviews
from village_desk.queries.answers import Answer
from village_desk.queries.drafts import open_drafts
from village_desk.queries.records import Record
from village_desk.queries.reviews import Remark
from village_desk.session import Changes, Session
from village_desk.shown import shown

_ID_DIGITS = 32


@dataclass(frozen=True, slots=True)
class FrozenField:
    """One field of the frozen copy.

    Attributes:
        place: Where a remark goes: the field, or `kind:id:field` of a linked record.
        part: The linked record it belongs to, in words; "" for the record itself.
        title: Its label.
        text: Its value as people read it.
        changed: It differs from the last round.
        before: What it said in the last round, where it differs.
    """

    place: str
    part: str
    title: str
    text: str
    changed: bool
    before: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Round:
    """One earlier round: who sent it when, what was answered by whom, and what the village said to it.

    Attributes:
        answers: By the place of the remark, as the next round brought them.
    """

    number: int
    sent_by: str
    sent_at: int
    outcome: str
    answered_by: str
    answered_at: int
    remarks: tuple[Remark, ...]
    answers: Mapping[str, Answer]


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
        rounds: The rounds before this one, the last first.
        typed: Remarks that were typed and not sent yet, by place.
        refused: Code of the reason why the actor may not answer it at all, or "".
        not_approved: Code of the reason why it may not be approved, or "".
        parts: The records it shows: itself and what hung on it, as (kind, id).
    """

    submission: Record
    name: str
    number: str
    round: int
    fields: tuple[FrozenField, ...]
    earlier: tuple[Remark, ...]
    rounds: tuple[Round, ...]
    typed: dict[str, str]
    refused: str = ""
    not_approved: str = ""
    parts: tuple[tuple[str, bytes], ...] = ()

    @property
    def about(self) -> tuple[str, bytes]:
        """Return kind and id of the record that was sent."""
        return review_rules.about(self.submission)


def answer_text(answer: Answer | None) -> str:
    """Return what the village said to a remark, "" when nothing is known of it."""
    if answer is None or not (answer.mended or answer.words):
        return ""
    mended = translated("review", N_("review", "mended")) if answer.mended else ""
    said = translated("review", N_("review", "Village: {words}"))
    return said.format(words="；".join(filter(None, (mended, answer.words))))


def place_in(found: Frozen, kind: str, record_id: bytes, field: str) -> str:
    """Return the place of a field in the copy: of the record itself, or of one that hangs on it."""
    return field if (kind, record_id) == found.about else f"{kind}:{record_id.hex()}:{field}"


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
    fields = _compared(session.profile, _content(submission), _content(last) if last else None)
    rounds = tuple(_rounds(submission, before, records.about(session, "review", kind, record_id)))
    content = _content(submission)
    values = cast("dict[str, object]", content.get("values") or {})
    return Frozen(
        submission,
        KINDS[kind].record_name(values),
        str(values.get("number") or ""),
        _round(submission),
        tuple(fields),
        rounds[0].remarks if rounds else (),
        rounds,
        _typed(session, submission_id),
        review_rules.why_not(session, submission, "returned"),
        review_rules.why_not(session, submission),
        tuple(_parts(content)),
    )


def title(kind: str, place: str) -> str:
    """Return the label of a field that is not in the copy of a `kind`, as people read it there."""
    of, _id, name = place.split(":") if ":" in place else (kind, "", place)
    spec = KINDS[of].fields.get(name)
    return "·".join(filter(None, ("" if of == kind else kind_text(of), title_of(spec) if spec else name)))


def _compared(
    profile: Profile, now: Mapping[str, object], then: Mapping[str, object] | None
) -> list[FrozenField]:
    """Return the lines of a copy, each with whether it differs; those that are gone stay in their part."""
    lines, earlier = _lines(profile, now), _lines(profile, then or {})
    found = []
    for place, (part, title, text) in lines.items():
        said = earlier.get(place, ("", "", ""))[2]
        changed = then is not None and said != text
        found.append(FrozenField(place, part, title, text, changed, said if changed else ""))
    gone = [place for place in earlier if place not in lines]
    for place in gone:
        part, title, said = earlier[place]
        beside = [at for at, one in enumerate(found) if one.part == part]
        found.insert(
            beside[-1] + 1 if beside else len(found), FrozenField(place, part, title, "", True, said)
        )
    return found


def _rounds(submission: Record, before: list[Record], reviews_: list[Record]) -> Iterator[Round]:
    """Yield the rounds before a submission, the last first; each was answered by the one after it."""
    after = submission
    for one in sorted(before, key=_round, reverse=True):
        yield _answered(one, reviews_, answers.said(after.values.get("answers")))
        after = one


def _answered(submission: Record, reviews_: list[Record], said: Mapping[str, Answer]) -> Round:
    answer = next((one for one in reversed(reviews_) if one.values.get("submission") == submission.id), None)
    return Round(
        _round(submission),
        str(submission.values.get("submitted_by") or ""),
        submission.created_at,
        str(answer.values.get("outcome") or "") if answer else "",
        str(answer.values.get("reviewed_by") or "") if answer else "",
        answer.created_at if answer else 0,
        reviews.remarks_of(answer) if answer else (),
        said,
    )


def _parts(content: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    kind, record_id = str(content.get("kind") or ""), str(content.get("id") or "")
    if kind in KINDS and len(record_id) == _ID_DIGITS:
        yield kind, bytes.fromhex(record_id)
    children = content.get("children")
    for child in children if isinstance(children, list) else []:
        yield from _parts(child)


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
