"""What needs a look: values entered in two places at once, decided by who may; and what was set aside."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, RawBody

from county_server import accounts, aside, own, records
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.errors import Refused
from county_server.own import Step
from county_server.records import Held
from county_server.viewer import may
from county_server.web import cases, entries, journal, pages, parts
from sync.messages import Grant
from village_desk import rights, times
from village_desk.changes import DECIDES
from village_desk.i18n import translated
from village_desk.kinds import KINDS, Values
from village_desk.sentences import has_sentence
from village_desk.sentences import parts as sentence_parts
from village_desk.shown import shown

CONFLICTS, ASIDE = "/web/conflicts", "/web/aside"
MOST = 500


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field in conflict: `id` is "" for the one that stands, else that of the conflict."""

    id: str
    text: str
    by: str
    at: times.Moment


@dataclass(frozen=True, slots=True)
class Disputed:
    """One field entered in two places; without values where it may not be read."""

    held: Held
    title: str
    name: str
    field: str
    label: str
    values: tuple[Value, ...]
    may_decide: bool


# ------------------------------------------------------------------ conflicts


@get(CONFLICTS, sync_to_thread=True, include_in_schema=False)
def conflicts(request: Asked) -> Response[str]:
    """List every field in conflict, with its values where the visitor may read the record."""
    who = pages.visitor(request, *parts.roles(CONFLICTS))
    here = county_of(request)
    with here.database.reading():
        found = _disputed(here, cases.grants_of(here, who))
        units = accounts.names(here)
    return pages.page(request, "conflicts.html", who, found=found, units=units)


_OPEN = (
    "SELECT c.record_id, c.kind, c.field, c.id, c.value, f.user_id, f.received_at FROM conflict c"
    " JOIN feed f ON f.seq = c.seq WHERE c.open = 1"
)


def _disputed(here: County, grants: list[Grant], record: bytes = b"") -> list[Disputed]:
    """Return what is open, or what is open of one record; call inside a transaction."""
    wanted = (" AND c.record_id = ?", record) if record else ("",)
    rows = here.database.rows(
        f"{_OPEN}{wanted[0]} ORDER BY c.record_id, c.field, c.seq LIMIT {MOST}", *wanted[1:]
    )
    names = {
        bytes(user).hex(): str(name) for user, name in here.database.rows("SELECT id, name FROM user_account")
    }
    found = []
    for (record_id, kind, field), group in groupby(rows, key=lambda row: (bytes(row[0]), row[1], row[2])):
        held = records.load(here.database, kind, [record_id]).get(record_id)
        if held is not None:
            found.append(_one(here, grants, (held, field), list(group), names))
    return found


def _one(
    here: County,
    grants: list[Grant],
    place: tuple[Held, str],
    rows: Sequence[tuple[Any, ...]],
    names: dict[str, str],
) -> Disputed:
    held, field = place
    kind = here.profile.kind(held.kind.name)
    title, spec = translated("kinds", kind.title), kind.fields.get(field)
    if spec is None or not _sees(grants, held, field):
        return Disputed(held, title, "", field, entries.label(spec) if spec else field, (), may_decide=False)
    stands = Value("", shown(here.profile, spec, cases.values_of(held).get(field), masked=False), "", 0)
    others = tuple(
        Value(
            bytes(row[3]).hex(),
            shown(here.profile, spec, _used(held, field, row[4]), masked=False),
            names.get(row[5], ""),
            row[6],
        )
        for row in rows
    )
    able = cases.may_(grants, "write", held) and not _approved(here, held)
    name = kind.record_name(cases.values_of(held))
    return Disputed(held, title, name, field, entries.label(spec), (stands, *others), may_decide=able)


def _sees(grants: list[Grant], held: Held, field: str) -> bool:
    """Say whether one of the grants shows this field of a record unmasked."""
    place = (held.scope, held.class_)
    masks = field in rights.masked_fields(held.kind)
    return any(
        may(one, "read", held.kind.name, held, place)
        and not (masks and rights.masked(one.role, held.kind.name, held.class_, sent=True))
        for one in grants
    )


def _used(held: Held, field: str, text: str | None) -> object:
    return held.kind.from_json_if_fitting({field: json.loads(text) if text else None})[field]


def _approved(here: County, held: Held) -> bool:
    """Say whether the township has approved a record: its text is locked, and nobody decides over it here."""
    row = here.database.one(
        "SELECT 1 FROM review WHERE record_id = ? AND outcome = 'approved' LIMIT 1", held.id.hex()
    )
    return row is not None


@post(f"{CONFLICTS}/{{record:str}}", sync_to_thread=True, status_code=200, include_in_schema=False)
def decide(request: Asked, record: FromPath[str], body: RawBody) -> Response[bytes]:
    """Let one of the values stand; the others stay in the history, and a later conflict stays open."""
    who = pages.visitor(request, *parts.roles(CONFLICTS))
    given = pages.form(request, body, who)
    here = county_of(request)
    with here.database.reading():
        grants = cases.grants_of(here, who)
        open_ = _disputed(here, grants, pages.id_of(record))
        one = next((each for each in open_ if each.field == given.get("field") and each.may_decide), None)
        if one is None:
            raise Refused("absent", 404)
        step = _decided(here, one, given.get("value", ""))
        held = one.held
        place = (held.scope, held.class_)
        grant = next(each for each in grants if may(each, "write", held.kind.name, held, place))
    with here.database.writing():
        own.write(here, grant, [step])
        journal.note(here, who.user, "decide", held.id.hex())
    return pages.away(request, CONFLICTS)


def _decided(here: County, one: Disputed, chosen: str) -> Step:
    held, field = one.held, one.field
    known = {each.id for each in one.values if each.id}
    value = cases.values_of(held).get(field)
    if chosen:
        row = here.database.one("SELECT value FROM conflict WHERE id = ? AND open = 1", pages.id_of(chosen))
        if chosen not in known or row is None:
            raise Refused("absent", 404)
        value = _used(held, field, row[0])
    values: Values = {field: value}
    return Step(
        held.kind.name, held.id, held.scope, held.state.ver, values, {DECIDES: sorted(known)}, "resolve"
    )


# ------------------------------------------------------------------ what was set aside


@get(ASIDE, sync_to_thread=True, include_in_schema=False)
def set_aside(request: Asked, area: FromQuery[str] = "") -> Response[str]:
    """List what had no effect, of the county or of an area within it."""
    who = pages.visitor(request, *parts.roles(ASIDE))
    here = county_of(request)
    asked = area if area.isdigit() and area.startswith(here.code) else here.code
    found = [(one, _title(one.kind), _why(one.reason)) for one in aside.listed(here, asked)]
    return pages.page(
        request, "aside.html", who, found=found, units=accounts.units(here), area=area, most=MOST
    )


def _title(kind: str) -> str:
    return translated("kinds", KINDS[kind].title) if kind in KINDS else kind


def _why(reason: str) -> str:
    code = f"aside.{reason}"
    return sentence_parts(code)[0] if has_sentence(code) else reason


@get(f"{ASIDE}/{{device:str}}/{{n:int}}", sync_to_thread=True, include_in_schema=False)
def one_aside(request: Asked, device: FromPath[str], n: FromPath[int]) -> Response[str]:
    """Show one change that was set aside word for word, to who may read its record."""
    who = pages.visitor(request, *parts.roles(ASIDE))
    here = county_of(request)
    found = next((one for one in aside.listed(here, here.code) if (one.device, one.n) == (device, n)), None)
    if found is None:
        raise Refused("absent", 404)
    with here.database.reading():
        grants = cases.grants_of(here, who)
        held = _record(here, found)
        readable = held is not None and cases.may_(grants, "read", held) and _unmasked(grants, held)
    lines = _lines(here, found) if readable else []
    return pages.page(
        request, "aside_one.html", who, one=found, title=_title(found.kind), why=_why(found.reason),
        readable=readable, lines=lines, units=accounts.names(here),
    )  # fmt: skip


def _record(here: County, one: aside.Aside) -> Held | None:
    if one.kind not in KINDS:
        return None
    try:
        record = bytes.fromhex(one.record)
    except ValueError:
        return None
    return records.load(here.database, one.kind, [record]).get(record)


def _unmasked(grants: list[Grant], held: Held) -> bool:
    return all(_sees(grants, held, name) for name in rights.masked_fields(held.kind))


def _lines(here: County, one: aside.Aside) -> list[entries.Line]:
    told = aside.shown(here, bytes.fromhex(one.device), one.n).get("f")
    kind = here.profile.kind(one.kind)
    return entries.lines(
        here.profile, kind, kind.from_json_if_fitting(told if isinstance(told, dict) else {})
    )


HANDLERS = (conflicts, decide, set_aside, one_aside)
