"""Earlier records like what is being asked now, for whoever answers: to compare with, never to decide by.

Likeness is what two texts say in the same words: pairs of characters, as the search text holds them. A word
counts the more, the fewer records say it. Days, numbers, the visitor's name and the names of the place are
not words of the matter. Nothing here says how anything ended: that is read in the record itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from village_desk.errors import UserError
from village_desk.kinds import KINDS, Values
from village_desk.pinyin import text_terms
from village_desk.queries.papers import unit
from village_desk.queries.records import Record, children, find
from village_desk.session import Session
from village_desk.store.search import within_kinds

MOST = 5
"""Records that are offered."""
ASKED = 400
"""Characters of a question that are looked at."""
_FEW = 400
"""Records that are looked at of one word, the newest; a word that more records say tells little."""
_NEAR = 40
"""Records whose texts are compared word for word."""
_SAME_TOPIC = 3.0
_WORDS = 3
"""Words named of what two texts share."""
_EMPTY_CHARACTERS = frozenset(
    "的了着过我他她它你您们是在有没和与及或就不也都要说这那个些吗呢吧啊把被给让向从到去来很太再还又"
    "怎么什谁哪请问想能可以应该对于因为所但如果而且之其某等时候已"
    "一二三四五六七八九十两几百千万零年月日号天元角"
)
"""A pair that holds one of these is no word of a matter, or an amount or a day."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Where earlier answers stand: texts compared, what names the matter, what must be filled, what is shown.

    A matter is named by a code, or by the title of a typical case, from which names and places were taken.
    """

    texts: tuple[str, ...]
    about: tuple[str, ...]
    answered: tuple[str, ...]
    states: tuple[str, ...]
    shown: tuple[str, ...]
    beside: Mapping[str, tuple[str, ...]]


_SOURCES: Mapping[str, _Source] = {
    "consultation": _Source(
        texts=("content", "cause"),
        about=("topic", "matter"),
        answered=("answer",),
        states=(),
        shown=("met_on", "topic", "cause", "content", "answer", "handling"),
        beside={},
    ),
    "mediation_case": _Source(
        texts=("facts", "requests"),
        about=("dispute_type",),
        answered=("facts",),
        states=("performed", "closed", "filed", "archived", "brought_in"),
        shown=("accepted_on", "dispute_type", "facts", "requests"),
        beside={"agreement": ("facts", "terms"), "oral_agreement": ("facts", "terms")},
    ),
    "typical_case": _Source(
        texts=("facts", "title", "comment"),
        about=("title",),
        answered=("facts",),
        states=(),
        shown=("title", "topic", "facts", "handling", "result", "articles", "comment", "published_on"),
        beside={},
    ),
    "hot_matter": _Source(
        texts=("title", "asked", "answer"),
        about=("title",),
        answered=("answer",),
        states=(),
        shown=("title", "topic", "answer", "articles", "published_on"),
        beside={},
    ),
}


@dataclass(frozen=True, slots=True)
class Similar:
    """An earlier record that is offered.

    Attributes:
        kind, id: Which.
        about: What it is about, by the label of its code or the title of a typical case, or "".
        shared: Words both say, most telling first; all of them stand in what was typed.
    """

    kind: str
    id: bytes
    about: str
    shared: tuple[str, ...]


def similar(session: Session, typed: Values, apart: bytes) -> list[Similar]:
    """Return the earlier answered records most like what is typed, at most `MOST`, the most alike first.

    Args:
        session: Who asks; only what they may read unmasked is offered.
        typed: Of a consultation: what was asked, cause, topic, name, person.
        apart: The record that is being written.
    """
    words = _telling(session, typed)
    weights, near = _near(session, words)
    scored = []
    for place, (kind, record_id) in near:
        held = find(session, kind, record_id) if record_id != apart else None
        if held is None or not _offers(held, typed):
            continue
        shared = words & _words(held.values.get(name) for name in _SOURCES[kind].texts)
        topic = typed.get("topic")
        score = sum(weights[word] for word in shared) + _SAME_TOPIC * (
            topic is not None and topic == held.values.get("topic")
        )
        if len(shared) > 1:
            scored.append((score, place, held, shared))
    asked = str(typed.get("content") or "")
    best = sorted(scored, key=lambda each: each[:2], reverse=True)[:MOST]
    return [
        Similar(held.kind, held.id, _about(session, held), _named(asked, shared, weights))
        for _score, _place, held, shared in best
    ]


def told(session: Session, kind: str, record_id: bytes) -> list[Record]:
    """Return an earlier record to be read, and what was agreed in it: only what was asked and answered.

    Who came and where they live is no help to another, and stays out.

    Raises:
        UserError: "record.gone": there is none any more, or the actor may not read it.
    """
    held = find(session, kind, record_id)
    if held is None or held.archived:
        raise UserError("record.gone")
    source = _SOURCES[kind]
    below = children(session, kind, record_id) if source.beside else {}
    found = [(held, source.shown)]
    found += [(one, shown) for of, shown in source.beside.items() for one in below.get(of, ())]
    return [
        replace(one, values={name: one.values[name] for name in shown if name in one.values})
        for one, shown in found
    ]


def _telling(session: Session, typed: Values) -> frozenset[str]:
    """Return the pairs of characters in a question that may be words of its matter."""
    text = f"{typed.get('content') or ''} {typed.get('cause') or ''}"[:ASKED]
    names = [str(typed.get("name") or ""), *unit(session).values()]
    return _words([text]) - _words(names)


def _words(texts: Iterable[object]) -> frozenset[str]:
    return frozenset(
        word
        for text in texts
        for word in text_terms(str(text or "")).split()
        if len(word) == 2 and not word.isascii() and not _EMPTY_CHARACTERS & set(word)
    )


def _near(
    session: Session, words: Iterable[str]
) -> tuple[dict[str, float], list[tuple[int, tuple[str, bytes]]]]:
    """Return how much each word tells, and the records that share most, each with its place in the search."""
    weights: dict[str, float] = {}
    found: dict[int, float] = {}
    alike: Counter[int] = Counter()
    for word in words:
        rows = session.store.query(
            'SELECT "rowid" FROM "search" WHERE "words" MATCH ? ORDER BY "rowid" DESC LIMIT ?',
            (within_kinds(tuple(_SOURCES), f'"{word}"'), _FEW),
        )
        weights[word] = log(2 * _FEW / max(1, len(rows)))
        for (place,) in rows:
            found[place] = found.get(place, 0) + weights[word]
            alike[place] += 1
    most = sorted(found, key=lambda place: (found[place], place), reverse=True)
    places = [place for place in most if alike[place] > 1][:_NEAR]
    marks = ", ".join("?" for _ in places)
    rows = session.store.query(
        f'SELECT "place", "kind", "record_id" FROM "search_entry" WHERE "place" IN ({marks})',  # noqa: S608 - marks only
        tuple(places),
    )
    return weights, [(place, (kind, bytes(record_id))) for place, kind, record_id in rows if kind in _SOURCES]


def _offers(held: Record, typed: Values) -> bool:
    """Say whether a record may help: answered or at an end; the same person's are shown elsewhere."""
    source = _SOURCES[held.kind]
    known_by = "name" if typed.get("person") is None else "person"
    return (
        not held.archived
        and not held.hidden
        and all(held.values.get(name) for name in source.answered)
        and (not source.states or held.state in source.states)
        and not (typed.get(known_by) and held.values.get(known_by) == typed[known_by])
    )


def _about(session: Session, held: Record) -> str:
    for name in _SOURCES[held.kind].about:
        spec, value = KINDS[held.kind].fields[name], held.values.get(name)
        if value:
            return session.profile.label(spec.codes, str(value)) if spec.codes else str(value)
    return ""


def _named(text: str, shared: frozenset[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return the longest pieces of what was typed that consist of shared words, most telling first."""
    pieces: dict[str, float] = {}
    start = None
    for place in range(len(text)):
        if text[place : place + 2] in shared:
            start = place if start is None else start
        elif start is not None:
            piece = text[start : place + 1]
            pieces[piece] = sum(weights[piece[at : at + 2]] for at in range(len(piece) - 1))
            start = None
    return _best(pieces)


def _best(pieces: Mapping[str, float]) -> tuple[str, ...]:
    ordered: Sequence[str] = sorted(pieces, key=lambda piece: -pieces[piece])
    return tuple(
        piece for piece in ordered if not any(piece in other for other in ordered if other != piece)
    )[:_WORDS]
