"""Search before create: who might this already be? And who is one person under several entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from village_desk import pinyin
from village_desk.idcards import normal_number
from village_desk.kinds import KINDS
from village_desk.queries.records import Record, may_read, record_of
from village_desk.queries.search import find_all
from village_desk.queries.visible import readable, shown
from village_desk.session import Session
from village_desk.store import Store

LIKELY = 8
_MOST = 3 * LIKELY
_SHORTEST_PHONE = 7

Why = Literal["number", "name_and_birth", "name_and_phone", "phone", "name", "sound", "like"]
"""Why two may be the same: number, name with birth date or phone, phone, name, sound, or only likeness."""

_RANK: tuple[Why, ...] = ("number", "name_and_birth", "name_and_phone", "name", "phone", "sound", "like")


@dataclass(frozen=True, slots=True, repr=False)
class Described:
    """Who is looked for, as far as it is known."""

    name: str = ""
    id_number: str = ""
    phone: str = ""
    born_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Likeness:
    """A person already known, and why they may be the one described."""

    person: Record
    why: Why


def likely(session: Session, name: str = "", id_number: str = "", phone: str = "") -> list[Record]:
    """Return persons who may be the one described, most likely first; see `likenesses`."""
    return [one.person for one in likenesses(session, Described(name, id_number, phone))]


def likenesses(session: Session, wanted: Described) -> list[Likeness]:
    """Return persons who may be the one described, most likely first.

    The same number comes first; then the same name with birth date or phone, the same name, the same phone,
    and names that only sound alike, because a character was written in another form (峰 and 峯). Of merged
    entries the one they were merged into is found by their words.
    """
    found: dict[bytes, Record] = {}
    for one in (*_by_number(session, wanted), *_by_name(session, wanted.name), *_by_phone(session, wanted)):
        standing = resolved(session, one)
        if may_read(session, standing) and not standing.archived:
            found.setdefault(standing.id, shown(session, standing))
    judged = [Likeness(one, why(one, wanted)) for one in found.values()]
    return sorted(judged, key=lambda each: _RANK.index(each.why))[:LIKELY]


def why(one: Record, wanted: Described) -> Why:
    """Return why `one` may be the person described."""
    values = one.values
    number = normal_number(wanted.id_number)
    if number and number in (values.get("id_number"), values.get("uscc")):
        return "number"
    phone = wanted.phone.strip()
    same_phone = bool(phone) and values.get("phone") == phone
    if wanted.name.strip() in (values.get("name"), values.get("alias")) and wanted.name.strip():
        born = wanted.born_on
        if born is not None and values.get("born_on") == born:
            return "name_and_birth"
        return "name_and_phone" if same_phone else "name"
    if same_phone:
        return "phone"
    return "sound" if _sounds(wanted.name, str(values.get("name") or "")) else "like"


def _by_number(session: Session, wanted: Described) -> list[Record]:
    number = normal_number(wanted.id_number)
    if not number:
        return []
    where, parameters = readable(session, "person")
    rows = session.store.rows(
        "person",
        '"id" IN (SELECT "id" FROM "person" WHERE "id_number" = ? UNION '  # noqa: S608 - bound
        f'SELECT "id" FROM "person" WHERE "uscc" = ?) AND "archived" = 0 AND {where}',
        (number, number, *parameters),
    )
    return [record_of(KINDS["person"], row) for row in rows]


def _by_name(session: Session, name: str) -> list[Record]:
    """Return who is found by what was typed, and who has a name of the same sound."""
    typed = name.strip()
    found = find_all(session, typed, kind="person", limit=_MOST) if pinyin.query_terms(typed) else []
    sound = _sound(typed)
    if sound:
        found += [
            one
            for one in find_all(session, sound, kind="person", limit=_MOST)
            if _sounds(typed, str(one.values.get("name") or ""))
        ]
    return found


def _by_phone(session: Session, wanted: Described) -> list[Record]:
    phone = wanted.phone.strip()
    if len(phone) < _SHORTEST_PHONE:
        return []
    found = find_all(session, phone, kind="person", limit=_MOST)
    return [one for one in found if one.values.get("phone") == phone]


def _sound(name: str) -> str:
    """Return a Chinese name in full pinyin, in its usual reading; "" of anything else."""
    return "" if len(name) < 2 or name.isascii() else "".join(pinyin.readings(each)[0] for each in name)


def _sounds(one: str, other: str) -> bool:
    """Say whether two Chinese names can be read alike, character by character."""
    if len(one.strip()) != len(other) or len(other) < 2 or one.isascii():
        return False
    return all(
        set(pinyin.readings(a)) & set(pinyin.readings(b)) for a, b in zip(one.strip(), other, strict=True)
    )


# ---------------------------------------------------------------- one person under several entries


def resolved(session: Session, person: Record) -> Record:
    """Return the person that `person` was merged into, at the end of the chain; links are never rewritten."""
    end = _end(session.store, person.id, person.values)
    row = session.store.row("person", end) if end != person.id else None
    return record_of(KINDS["person"], row) if row else person


def _end(store: Store, person_id: bytes, values: Mapping[str, object], link: str = "merged_into") -> bytes:
    """Return the id at the end of a chain of links; of a ring, which two desks may make, its smallest id."""
    way = [person_id]
    while isinstance(target := values.get(link), bytes):
        if target in way:
            return min(way[way.index(target) :])
        row = store.row("person", target)
        if row is None:
            break
        way.append(target)
        values = row
    return way[-1]


def entries_of(session: Session, person_id: bytes) -> tuple[bytes, ...]:
    """Return the ids of all entries of a person: the one that stands, and those merged into it."""
    row = session.store.row("person", person_id)
    end = _end(session.store, person_id, row) if row else person_id
    found: dict[bytes, None] = {end: None}
    waiting: Sequence[bytes] = [end]
    while waiting:
        marks = ", ".join("?" * len(waiting))
        rows = session.store.query(
            f'SELECT "id" FROM "person" WHERE "merged_into" IN ({marks})',  # noqa: S608 - blanks
            tuple(waiting),
        )
        waiting = [one for (held,) in rows if (one := bytes(held)) not in found]
        found |= dict.fromkeys(waiting)
    return tuple(found)


def merged_entries(session: Session, person_id: bytes) -> list[Record]:
    """Return the entries that were merged into a person, as far as the actor may read them."""
    return _readable_persons(session, [one for one in entries_of(session, person_id) if one != person_id])


def household(session: Session, person: Record) -> list[Record]:
    """Return the household of a person, its head first (户主及家庭成员); nobody who lives alone.

    A head who has moved in with somebody else has brought along who lived there.
    """
    first = _end(session.store, person.id, person.values, "household")
    found: dict[bytes, None] = {entries_of(session, first)[0]: None}
    waiting = entries_of(session, first)
    while waiting:
        marks = ", ".join("?" * len(waiting))
        rows = session.store.query(
            f'SELECT "id" FROM "person" WHERE "household" IN ({marks}) AND "archived" = 0 '  # noqa: S608 - blanks
            'ORDER BY "born_on", "created_at"',
            waiting,
        )
        members = [entries_of(session, bytes(held)) for (held,) in rows]
        waiting = tuple(one for entries in members if entries[0] not in found for one in entries)
        found |= dict.fromkeys(entries[0] for entries in members)
    return _readable_persons(session, list(found)) if len(found) > 1 else []


def _readable_persons(session: Session, ids: Sequence[bytes]) -> list[Record]:
    rows = (session.store.row("person", one) for one in ids)
    found = [record_of(KINDS["person"], row) for row in rows if row]
    return [shown(session, one) for one in found if may_read(session, one)]
