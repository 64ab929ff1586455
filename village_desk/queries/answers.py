"""What a village says to each remark of its township before it sends a record again (退回修改)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from village_desk.crypto import CryptoTrouble, read_json
from village_desk.queries.drafts import open_drafts
from village_desk.queries.papers import text_of
from village_desk.queries.reviews import Remark, ReviewState, state_of
from village_desk.session import Session

_WHOLE = ""
"""Place of a remark on the record as a whole."""
_LINKED = 2
"""Colons in the place `kind:id:field` of a linked record."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to the remarks on one field; `mended`: the text there is not what was sent back."""

    field: str
    mended: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One remark, and the answer as far as there is one.

    A text that was mended answers for itself; where nothing changed, words say why.
    """

    remark: Remark
    answer: Answer

    @property
    def open(self) -> bool:
        """Say whether the remark has no answer yet."""
        return not self.answer.mended and not self.answer.words


def key(submission_id: bytes) -> str:
    """Return the key of the draft that holds the words until they are sent."""
    return f"answers:{submission_id.hex()}"


def questions(session: Session, kind: str, record_id: bytes) -> tuple[Question, ...]:
    """Return the remarks a record came back with, in the order of the township; none unless it was returned.

    Raises:
        UserError: "record.gone".
    """
    return of_state(session, state_of(session, kind, record_id), kind, record_id)


def of_state(session: Session, state: ReviewState, kind: str, record_id: bytes) -> tuple[Question, ...]:
    """Return what `questions` does, of a record whose state is known."""
    if state.standing != "returned" or state.submission is None:
        return ()
    row = session.store.row("submission", state.submission) or {}
    sent, now = _read(row.get("content")), _read(text_of(session, kind, record_id))
    words = _words(session, state.submission)
    return tuple(
        Question(
            one,
            Answer(one.field, _at(sent, one.field) != _at(now, one.field), words.get(one.field, "").strip()),
        )
        for one in state.remarks
    )


def said(content: object) -> dict[str, Answer]:
    """Return the answers a submission carries (its field `answers`), by the place of the remark."""
    held = _read(content)
    return {one.field: one for one in _answers(held if isinstance(held, list) else [])}


def _answers(entries: list[object]) -> Iterator[Answer]:
    for one in entries:
        if isinstance(one, dict):
            yield Answer(str(one.get("field", "")), bool(one.get("mended")), str(one.get("words", "")))


def _words(session: Session, submission_id: bytes) -> Mapping[str, str]:
    found = open_drafts(session, key(submission_id))
    held = _read(found[0].values.get("answers")) if found else {}
    return {str(place): str(text) for place, text in held.items()} if isinstance(held, dict) else {}


def _read(content: object) -> object:
    raw = content if isinstance(content, bytes) else str(content or "{}").encode()
    try:
        return read_json(raw)
    except CryptoTrouble:
        return {}


def _at(content: object, place: str) -> object:
    """Return what a text says at a place: a field, `kind:id:field`, or the whole of it."""
    if place == _WHOLE or not isinstance(content, dict):
        return content
    if place.count(":") != _LINKED:
        return content.get("values", {}).get(place)
    kind, record_id, field = place.split(":")
    for child in content.get("children", []):
        if (child.get("kind"), child.get("id")) == (kind, record_id):
            return child.get("values", {}).get(field)
    return None
