"""Search before create: who might this already be?"""

from village_desk import pinyin
from village_desk.idcards import normal_number
from village_desk.kinds import KINDS
from village_desk.queries.records import Record, record_of
from village_desk.queries.search import find_all
from village_desk.queries.visible import readable, shown
from village_desk.session import Session

LIKELY = 8


def likely(session: Session, name: str = "", id_number: str = "", phone: str = "") -> list[Record]:
    """Return persons who may be the one described, most likely first.

    The same number comes first; then the same name and phone, the same name, and names that sound alike.
    Merged persons are left out; the one they were merged into is found by the same words.
    """
    found: dict[bytes, Record] = {}
    if id_number:
        for one in _by_number(session, normal_number(id_number)):
            found[one.id] = one
    if name.strip():
        typed = pinyin.query_terms(name)
        for one in find_all(session, name, kind="person", limit=LIKELY * 3) if typed else []:
            found.setdefault(one.id, one)
    ranked = sorted(
        (one for one in found.values() if not one.values.get("merged_into")),
        key=lambda one: _distance(one, name, normal_number(id_number), phone),
    )
    return ranked[:LIKELY]


def _by_number(session: Session, number: str) -> list[Record]:
    where, parameters = readable(session, "person")
    rows = session.store.rows(
        "person",
        '"id" IN (SELECT "id" FROM "person" WHERE "id_number" = ? UNION '  # noqa: S608 - bound
        f'SELECT "id" FROM "person" WHERE "uscc" = ?) AND "archived" = 0 AND {where}',
        (number, number, *parameters),
    )
    return [shown(session, record_of(KINDS["person"], row)) for row in rows]


def _distance(one: Record, name: str, number: str, phone: str) -> int:
    """Return 0 for the surest match; larger for less."""
    if number and one.values.get("id_number") == number:
        return 0
    same_name = one.values.get("name") == name.strip()
    same_phone = bool(phone) and one.values.get("phone") == phone.strip()
    return 3 - 2 * same_name - same_phone


def resolved(session: Session, person: Record) -> Record:
    """Return the person that `person` was merged into, at the end of the chain; links are never rewritten."""
    seen = {person.id}
    while isinstance(target := person.values.get("merged_into"), bytes) and target not in seen:
        row = session.store.row("person", target)
        if row is None:
            break
        seen.add(target)
        person = record_of(KINDS["person"], row)
    return person
