"""The whole story of a person or a record (来龙去脉): who came, what was asked, what became of it.

Found by the links that kinds declare to a person, a visit and a case, so that a kind added later takes its
place by itself. What hangs on a record (a party, a served item) stands for that record.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from village_desk import times
from village_desk.kinds import KINDS
from village_desk.queries.persons import entries_of
from village_desk.queries.records import Record, find
from village_desk.session import Session

_VISIT, _PERSON = "consultation", "person"
_ABOVE = ("consultation", "case", "visit", "hotline_order")
"""Links that say what a record grew out of, the nearest first; of a record with none a person is the root."""
MOST = 200
"""Records of one story that are shown; nobody's is longer."""

Key = tuple[str, bytes]


@dataclass(frozen=True, slots=True, repr=False)
class Link:
    """One line of a story.

    Attributes:
        record: The record.
        day: The legal day it stands on.
        depth: How many records it grew out of stand above it.
    """

    record: Record
    day: date
    depth: int


@dataclass(frozen=True, slots=True, repr=False)
class Story:
    """A story: whose it is, and what happened, each followed by what grew out of it."""

    persons: tuple[Record, ...]
    links: tuple[Link, ...]


def story_of(session: Session, kind: str, record_id: bytes) -> Story:
    """Return the story of a person, or that of the person and the visit behind a record.

    What the actor may not read is left out, and with it what could only be found through it.
    """
    start = find(session, kind, record_id)
    if start is None:
        return Story((), ())
    persons = _persons_of(session, start)
    found: dict[Key, Record] = {}
    if kind != _PERSON:
        _gather(session, _top(session, start), found)
    for person in persons:
        for entry in entries_of(session, person.id):
            for one in _linking(session, _PERSON, entry):
                _gather(session, _top(session, one), found)
    return Story(tuple(persons), tuple(_in_order(found)))


def _persons_of(session: Session, start: Record) -> list[Record]:
    """Return who a record is about, each once, as the entry that stands."""
    ids = [start.id] if start.kind == _PERSON else [one.id for one in _named(session, start)]
    standing = dict.fromkeys(entries_of(session, one)[0] for one in ids)
    return [held for one in standing if (held := find(session, _PERSON, one)) is not None]


def _named(session: Session, record: Record) -> Iterator[Record]:
    """Yield the persons a record names; of a case, those its parties name."""
    own = record.values.get(_PERSON)
    links = [own] if isinstance(own, bytes) else []
    if record.kind == "mediation_case":
        rows = session.store.rows("case_party", '"case" = ? AND "archived" = 0', (record.id,))
        links += [bytes(row["person"]) for row in rows if row["person"]]
    yield from (held for one in links if (held := find(session, _PERSON, one)) is not None)


def _gather(session: Session, start: Record | None, found: dict[Key, Record]) -> None:
    """Add a record, what it grew out of, and what grew out of it."""
    waiting = [start] if start is not None else []
    while waiting and len(found) < MOST:
        one = waiting.pop()
        if (one.kind, one.id) in found or one.kind == _PERSON or one.archived:
            continue
        found[one.kind, one.id] = one
        above = _above(one)
        nearer = find(session, *above) if above else None
        grown = [_top(session, each) for each in _linking(session, one.kind, one.id)]
        waiting += [each for each in (nearer, *grown) if each is not None]


def _linking(session: Session, kind: str, record_id: bytes) -> Iterator[Record]:
    """Yield the records whose declared links point at a record, as far as the actor may read them."""
    for name, declared in KINDS.items():
        links = [field for field, spec in declared.fields.items() if spec.face == "link" and spec.to == kind]
        for field in links:
            if name in (_PERSON, kind) and field != "visit":
                continue
            rows = session.store.query(
                f'SELECT "id" FROM "{name}" WHERE "{field}" = ? AND "archived" = 0 LIMIT {MOST}',  # noqa: S608 - declared
                (record_id,),
            )
            yield from (held for (one,) in rows if (held := find(session, name, bytes(one))) is not None)


def _top(session: Session, record: Record) -> Record | None:
    """Return the record itself, or the one it hangs on: a party stands for its case."""
    declared = KINDS[record.kind]
    if not declared.parent:
        return record
    above = record.values.get(declared.parent)
    held = find(session, declared.fields[declared.parent].to, above) if isinstance(above, bytes) else None
    return _top(session, held) if held is not None else None


def _above(record: Record) -> Key | None:
    fields = KINDS[record.kind].fields
    for name in _ABOVE:
        value = record.values.get(name)
        if name in fields and isinstance(value, bytes):
            return fields[name].to, value
    return None


def _in_order(found: dict[Key, Record]) -> Iterator[Link]:
    """Yield the lines by day, each record followed by what grew out of it."""
    below: dict[Key | None, list[Record]] = {}
    for one in found.values():
        above = _above(one)
        below.setdefault(above if above in found else None, []).append(one)
    yield from _lines(below, None, 0)


def _lines(below: dict[Key | None, list[Record]], above: Key | None, depth: int) -> Iterator[Link]:
    for one in _by_day(below.pop(above, ())):
        yield Link(one, day_of(one), depth)
        yield from _lines(below, (one.kind, one.id), depth + 1)


def _by_day(found: Iterable[Record]) -> list[Record]:
    return sorted(found, key=lambda one: (day_of(one), one.created_at, one.id))


def day_of(record: Record) -> date:
    """Return the day a record stands on: the first day it names, or that on which it was made."""
    days = (
        value
        for name, spec in KINDS[record.kind].fields.items()
        if spec.face == "day" and name != "born_on" and isinstance(value := record.values.get(name), date)
    )
    return next(days, times.legal_day(record.created_at))
