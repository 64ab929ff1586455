"""What an actor may see of the records: the one place where the rights table meets rows and values.

`readable` is the table as an SQL condition, so that pages and counts never hold what may not be read;
`shown` masks the values of a record, so that no query, paper or export shows what the table hides
(domain: services §6.3).
"""

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from village_desk import idcards, rights
from village_desk.kinds import KINDS, Values
from village_desk.session import Session

if TYPE_CHECKING:
    from village_desk.queries.records import Record

AT_HOME_STATES = (None, "", "drafting", "signed", "scanned")
"""States of a legal-aid application that has not left the room; after them its hardship figures are hidden
there. One that was withdrawn before it left stays hidden too: nobody needs its figures any more."""

_SHORTENED = {"id_card": idcards.mask_id, "phone": idcards.mask_phone}


def readable(session: Session, kind: str) -> tuple[str, list[object]]:
    """Return the SQL condition that the actor may read a row of `kind`, and its parameters."""
    by_condition: dict[tuple[str, tuple[object, ...]], list[str]] = {}
    for hold, class_ in product(session.actor.holds, rights.CLASSES):
        reach = rights.reach(hold.role, "read", kind, class_)
        if reach:
            by_condition.setdefault(_within(session, hold.areas, reach, class_), []).append(class_)
    parts: list[str] = []
    parameters: list[object] = []
    for (condition, bound), classes in by_condition.items():
        marks = ", ".join("?" for _ in classes)
        parts.append(f'("class" IN ({marks}) AND {condition})')
        parameters += [*classes, *bound]
    return (f"({' OR '.join(parts)})" if parts else "0"), parameters


def _within(
    session: Session, areas: tuple[str, ...], reach: rights.Reach, class_: str
) -> tuple[str, tuple[object, ...]]:
    """Return the condition for one reach and class, as `rights.why_not` decides it for one record."""
    parts: list[str] = []
    bound: list[object] = []
    for area in areas:
        begin, whole = rights.covered(reach, area)
        if not begin:
            continue
        if whole:
            parts.append('"scope" = ?')
            bound.append(begin)
        else:
            parts.append('("scope" >= ? AND "scope" < ?)')  # a prefix as a range; ":" follows "9"
            bound += [begin, begin + ":"]
    conditions = [f"({' OR '.join(parts)})" if parts else "0"]
    if reach == "own":
        conditions.append('"created_by" = ?')
        bound.append(session.actor.user.hex())
    if class_ == "restricted":
        conditions.append('instr("readers", ?) > 0')
        bound.append(f'"{session.actor.user.hex()}"')
    return " AND ".join(conditions), tuple(bound)


def shown(session: Session, held: "Record") -> "Record":
    """Return `held` as the actor sees it: with masked rights, numbers are shortened and the rest left out."""
    if not masked(session, held):
        return held
    hidden = rights.masked_fields(KINDS[held.kind])
    values: Values = {}
    for name, value in held.values.items():
        if name not in hidden:
            values[name] = value
            continue
        spec = KINDS[held.kind].fields[name]
        shorten = _SHORTENED.get(spec.check)
        if shorten and isinstance(value, str):
            values[name] = shorten(value)
    return replace(held, values=values, hidden=hidden)


def masked(session: Session, held: "Record") -> bool:
    """Say whether the actor sees `held` masked: by every grant under which they may read it."""
    user = session.actor.user.hex()
    target = rights.Target(held.kind, held.class_, held.scope, held.created_by == user, user in held.readers)
    holds = [
        one for one in session.actor.holds if rights.allowed(one.role, one.areas, "read", target)
    ] or session.actor.holds
    if not all(rights.masked(hold.role, held.kind, held.class_, sent=True) for hold in holds):
        return False
    always = all(rights.masked(hold.role, held.kind, held.class_) for hold in holds)
    return always or _is_sent(session, held.kind, held.values)


def _is_sent(session: Session, kind: str, values: Values) -> bool:
    """Say whether the application that a record hangs on has been handed over."""
    seen = 0
    while kind != "legal_aid":
        above = above_of(kind, values)
        row = session.store.row(*above) if above and seen < len(KINDS) else None
        if above is None or row is None:
            return False
        kind, values = above[0], row
        seen += 1
    return values.get("state") not in AT_HOME_STATES


def above_of(kind: str, values: Values) -> tuple[str, bytes] | None:
    """Return kind and id of the record that one with `values` belongs to, or None when it stands alone."""
    parent = KINDS[kind].parent
    if parent:
        held = values.get(parent)
        return (KINDS[kind].fields[parent].to, bytes(held)) if isinstance(held, bytes) else None
    of, of_id = values.get("record_kind"), values.get("record_id")
    if of in KINDS and isinstance(of_id, str) and "record_kind" in KINDS[kind].fields:
        try:
            return str(of), bytes.fromhex(of_id)
        except ValueError:
            return None
    return None
