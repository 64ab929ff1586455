"""Whether one change may take effect, before it is merged: shape, values, user, grant and rights.

What may not is not thrown away: it is stored in quarantine with the reason, answered, and shown to its
author, because a refused change would block everything behind it and could be evidence (domain: sync §2.4).
"""

from collections.abc import Mapping
from functools import lru_cache

from county_server.county import County
from county_server.records import Held, Key
from county_server.viewer import Viewer, may
from sync.messages import Grant
from village_desk import changes, fields, ids, rights, workflow
from village_desk.changes import Body
from village_desk.kinds import KINDS, Kind
from village_desk.rights import Verb
from village_desk.upcasts import upcast

SCOPE_DIGITS = 12
STATE_FIELD = "state"


def read_today(body: Body) -> tuple[str, Body]:
    """Return why a change cannot even be looked at, or "", and the change read as of today's schema.

    Reasons: "altered" (a statement, see `village_desk.store.altered`), "kind", "record", "scope", "schema"
    (newer than ours, or of a version nobody can read any more), "value".
    """
    kind = KINDS.get(body.t)
    if body.op == "altered":
        return "altered", body
    if kind is None:
        return "kind", body
    if not is_id(body.r):
        return "record", body
    if not _is_scope(body.s):
        return "scope", body
    try:
        today = upcast(body, kind.sv)
    except (KeyError, ValueError):
        return "schema", body
    return "" if _values_fit(kind, today) else "value", today


def _is_scope(code: object) -> bool:
    return isinstance(code, str) and len(code) == SCOPE_DIGITS and code.isascii() and code.isdigit()


def is_id(text: str) -> bool:
    """Say whether `text` is an id in its one spelling."""
    try:
        return ids.id_text(ids.id_from_text(text)) == text
    except ValueError:
        return False


def _values_fit(kind: Kind, body: Body) -> bool:
    if (
        (body.op == "move") != (changes.MOVES_TO in body.f)
        or not _envelope_fits(body.f)
        or not (0 <= body.b < 2**31 and 0 <= body.at < 2**62)
    ):
        return False
    declared = kind.fields
    return all(fields.is_right(declared[name], sent) for name, sent in body.f.items() if name in declared)


def _envelope_fits(sent: Mapping[str, object]) -> bool:
    readers, profile, decides = sent.get("readers"), sent.get("profile"), sent.get(changes.DECIDES)
    return (
        ("class" not in sent or sent["class"] in rights.CLASSES)
        and (readers is None or (isinstance(readers, list) and all(map(_is_text_id, readers))))
        and (profile is None or (type(profile) is int and 0 <= profile < 2**31))  # True is an int, too
        and (decides is None or (isinstance(decides, list) and all(map(_is_text_id, decides))))
        and (changes.MOVES_TO not in sent or (len(sent) == 1 and _is_scope(sent[changes.MOVES_TO])))
    )


def _is_text_id(value: object) -> bool:
    return isinstance(value, str) and is_id(value)


def acting(viewer: Viewer, body: Body) -> list[Grant]:
    """Return today's grants under which the author may act: all of theirs.

    The grant a change names says under which it was made; when it has ended or was withdrawn it gives
    nothing any more, and one that followed it gives what it says. Before a desk was enrolled its changes
    could name no grant; the device vouches for them with all it has. A county that was restored may have
    lost the grant.
    """
    if not body.grant:
        return list(viewer.grants)
    known = viewer.restored or (body.grant, body.u) in viewer.known
    return [grant for grant in viewer.grants if known and grant.user == body.u]


def permission(grants: list[Grant], body: Body, held: Held | None, scope: str) -> str:
    """Return why the author may not make this change of a record in `scope`, or "": "grant", "rights"."""
    if not grants:
        return "grant"
    kind = KINDS[body.t]
    if body.op == "move":
        return "" if any(_may_move(grant, body, held) for grant in grants) else "rights"
    classes = {held.class_ if held else str(body.f.get("class") or kind.class_)}
    classes.add(str(body.f.get("class") or next(iter(classes))))
    moves = (
        held is not None
        and STATE_FIELD in body.f
        and body.f[STATE_FIELD] != held.state.values.get(STATE_FIELD)
    )
    verb: Verb = "move" if moves and body.f.keys() == {STATE_FIELD} else "write"
    for class_ in classes:
        if not any(may(grant, verb, kind.name, held, (scope, class_)) for grant in grants):
            return "rights"
    return ""


def _may_move(grant: Grant, body: Body, held: Held | None) -> bool:
    """Say whether a grant lets its user put a record elsewhere: it must reach both places."""
    kind = KINDS[body.t]
    if kind.parent or "record_kind" in kind.fields:
        return False  # it goes with what it belongs to
    places = (held.scope if held else body.s, str(body.f[changes.MOVES_TO]))
    class_ = held.class_ if held else kind.class_
    return all(may(grant, "transfer", body.t, held, (place, class_)) for place in places)


def owner(kind: Kind, values: Mapping[str, object]) -> Key | None:
    """Return kind and id of the record that one belongs to: its case, or what it is a picture or copy of.

    `values` are its fields, or those of the change that makes it; what they name need not be there.
    """
    name, link = (kind.fields[kind.parent].to, values.get(kind.parent)) if kind.parent else ("", None)
    if not kind.parent and "record_kind" in kind.fields:
        name, link = str(values.get("record_kind")), values.get("record_id")
    return (name, bytes.fromhex(link)) if name in KINDS and isinstance(link, str) and is_id(link) else None


def betrays(body: Body, above: Held | None) -> bool:
    """Say whether a new record would show, by its class, what the record it belongs to keeps back."""
    class_ = str(body.f.get("class") or KINDS[body.t].class_)
    return above is not None and above.class_ not in ("normal", class_)


def legal(kind: str, roles: frozenset[str], name: str, old: object, new: object) -> bool:
    """Say whether a state may follow another by a move that one of the author's roles may make."""
    return name != STATE_FIELD or _may_follow(kind, roles, str(old or ""), str(new or ""))


@lru_cache(4_096)
def _may_follow(kind: str, roles: frozenset[str], before: str, after: str) -> bool:
    if not before and after == workflow.initial_state(kind):
        return True
    return any(after == move.to for move in workflow.moves_from(kind, before, *roles))


def own_review(county: County, body: Body, made: Mapping[Key, Held]) -> bool:
    """Say whether a review is of what its author sent or first wrote: nobody approves their own work.

    `made` are records of the same batch by kind and id, not yet in the tables.
    """
    link, kind, record = (body.f.get(name) for name in ("submission", "record_kind", "record_id"))
    if body.t != "review" or not isinstance(link, str):
        return False
    about = [("submission", link)]
    if isinstance(kind, str) and kind in KINDS and isinstance(record, str) and is_id(record):
        about.append((kind, record))
    return any(_made_by(county, of, bytes.fromhex(one), made) == body.u for of, one in about)


def _made_by(county: County, kind: str, record_id: bytes, made: Mapping[Key, Held]) -> str:
    """Return who made a record, or "" where there is none."""
    held = made.get((kind, record_id))
    if held:
        return held.created_by
    row = county.database.one(f'SELECT "created_by" FROM "{kind}" WHERE "id" = ?', record_id)  # noqa: S608 - a declared kind
    return str(row[0] or "") if row else ""
