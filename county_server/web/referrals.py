"""Referrals and work orders of the hotline: what is open, overdue first, one of them whole, its next step.

Passing on, supervision (督办) with a text and a new time limit, and closing are changes like any other, kept
with who, when and why; they are at the village with the next round of its desk.
"""

from dataclasses import dataclass
from datetime import date

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, RawBody

from county_server import accounts, own, records
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.database import marks
from county_server.errors import CountyTrouble, Refused
from county_server.own import Step
from county_server.records import Held
from county_server.web import cases, entries, pages, parts
from county_server.web.cases import Plan
from county_server.web.signing_in import Visitor
from sync.messages import Grant
from village_desk import handling, ids, rights, times, workflow
from village_desk.errors import Invalid
from village_desk.i18n import translated
from village_desk.kinds import KINDS, Values

PATH = "/web/referrals"
PAGE = 100
OFFERED = {
    "send": ("due_on", "consented", "without_consent"),
    "urge": ("due_on",),
    "feed_back": ("handler",),
    "follow_up": ("satisfaction",),
    "close": ("satisfaction",),
}
"""Fields a step offers beside those it needs; supervision may set a new last day (督办限期)."""
NEW = {
    "hotline_order": (
        *("source", "original_number", "called_on", "called_time", "name", "phone", "address", "category"),
        *("topic", "urgency", "content", "answer", "taken_by", "receiver", "due_on"),
    ),
    "referral": (
        *("source", "received_on", "name", "phone", "address", "topic", "target", "receiver"),
        *("receiver_contact", "summary", "urgency", "due_on", "consented", "without_consent"),
    ),
}
"""Fields a new one is taken in with."""
_NEEDED_NEW = "send"


@dataclass(frozen=True, slots=True)
class Line:
    """One in the list: how it reads, and its last day, passed or not."""

    held: Held
    about: str
    state: str
    due: date | None
    late: bool


@get(PATH, sync_to_thread=True, include_in_schema=False)
def listed(
    request: Asked, kind: FromQuery[str] = "", at: FromQuery[str] = "", after: FromQuery[str] = ""
) -> Response[str]:
    """List what is open, those whose time ran out first, or what is in a state."""
    who = pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    open_kinds = _kinds(who)
    kind = kind if kind in open_kinds else open_kinds[0]
    states = [code.code for code in here.profile.lists["referral_state"] if code.code == at] or [
        code.code for code in here.profile.lists["referral_state"] if code.code != "closed"
    ]
    skip = pages.whole_of(after) or 0
    with here.database.reading():
        grants = cases.grants_of(here, who)
        held = _listed(here, kind, states, skip)
        found = [_line(here, one) for one in held if cases.reads(here, grants, one)]
        units = accounts.names(here)
    return pages.page(
        request,
        "referrals.html",
        who,
        found=found,
        kinds=[(name, translated("kinds", KINDS[name].title)) for name in open_kinds],
        kind=kind,
        units=units,
        states=[(code.code, code.label) for code in here.profile.lists["referral_state"]],
        chosen=at,
        late=sum(one.late for one in found),
        may_begin=_may_begin(who, kind),
        next_page=skip + PAGE if len(held) == PAGE else 0,
    )


def _kinds(who: Visitor) -> list[str]:
    """Return the kinds a visitor may read, orders of the hotline first."""
    return [kind for kind in NEW if any(rights.reach(role, "read", kind) for role in who.roles)]


def _may_begin(who: Visitor, kind: str) -> bool:
    return any(rights.reach(role, "write", kind) for role in who.roles)


def _listed(here: County, kind: str, states: list[str], after: int) -> list[Held]:
    rows = here.database.rows(
        f'SELECT "id" FROM "{kind}" WHERE "archived" = 0 AND "state" IN ({marks(len(states))})'  # noqa: S608 - ours
        ' ORDER BY COALESCE("due_on", \'9999\'), "id" LIMIT ? OFFSET ?',
        *states,
        PAGE,
        after,
    )
    wanted = [bytes(one) for (one,) in rows]
    held = records.load(here.database, kind, wanted)
    return [held[one] for one in wanted if one in held]


def _line(here: County, held: Held) -> Line:
    values = cases.values_of(held)
    due = handling.last_day(here.profile, held.kind.name, values, handling.FEEDBACK)
    today = times.legal_day(here.clock())
    about = str(values.get("name") or values.get("summary") or values.get("content") or "")
    late = due is not None and due < today
    return Line(held, about[:40], cases.text(here, held, "state"), due, late)


# ------------------------------------------------------------------ a new one


@get(f"{PATH}/new/{{kind:str}}", sync_to_thread=True, include_in_schema=False)
def new_page(request: Asked, kind: FromPath[str]) -> Response[str]:
    """Ask for a new order or referral."""
    who = pages.visitor(request, *parts.roles(PATH))
    if kind not in _kinds(who) or not _may_begin(who, kind):
        raise Refused("role", 403)
    return _ask_new(request, who, kind)


def _ask_new(
    request: Asked, who: Visitor, kind: str, said: str = "", given: pages.Form | None = None
) -> Response[str]:
    here = county_of(request)
    asked = entries.asked(
        here.profile, here.profile.kind(kind), NEW[kind], _NEEDED_NEW, times.legal_day(here.clock()), given
    )
    return pages.page(
        request,
        "referral_new.html",
        who,
        400 if said else 200,
        kind=kind,
        title=translated("kinds", KINDS[kind].title),
        asked=asked,
        units=[one for one in accounts.units(here) if len(one[0]) != len(here.code)],
        unit=(given or {}).get("unit", ""),
        said=said,
    )


@post(f"{PATH}/new/{{kind:str}}", sync_to_thread=True, status_code=200, include_in_schema=False)
def begin(request: Asked, kind: FromPath[str], body: RawBody) -> Response[str] | Response[bytes]:
    """Take in a new order or referral for a village or township."""
    who = pages.visitor(request, *parts.roles(PATH))
    given = pages.form(request, body, who)
    here = county_of(request)
    if kind not in _kinds(who):
        raise Refused("role", 403)
    scope = given.get("unit", "").ljust(rights.VILLAGE_DIGITS, "0")
    accounts.check_area(here, given.get("unit", ""))
    try:
        values = _read_new(here, kind, given)
    except Invalid as error:
        return _ask_new(request, who, kind, cases.said(here, kind, given, error.problems), given)
    if not values:
        raise CountyTrouble("county.name")
    with here.database.reading():
        grants = cases.grants_of(here, who)
    grant = next((one for one in grants if _writes(one, kind, scope)), None)
    if grant is None:
        raise Refused("role", 403)
    made = ids.new_id()
    values["state"] = workflow.initial_state(kind)
    own.write(here, grant, [Step(kind, made, scope, 0, values, {"profile": here.profile.version})])
    return pages.away(request, f"{PATH}/{kind}/{made.hex()}")


def _read_new(here: County, kind: str, given: pages.Form) -> Values:
    """Return what a form says of a new one.

    Raises:
        Invalid: Everything that is wrong with it.
    """
    today, declared = times.legal_day(here.clock()), here.profile.kind(kind)
    values = entries.read(declared, NEW[kind], given, today)
    problems = here.profile.check_codes(declared, values, today)
    if problems:
        raise Invalid(problems)
    return values


def _writes(grant: Grant, kind: str, scope: str) -> bool:
    return rights.allowed(grant.role, tuple(grant.areas), "write", rights.Target(kind, "normal", scope))


# ------------------------------------------------------------------ one of them


@get(f"{PATH}/{{kind:str}}/{{record:str}}", sync_to_thread=True, include_in_schema=False)
def shown(request: Asked, kind: FromPath[str], record: FromPath[str]) -> Response[str]:
    """Show one with every step so far, and the steps that may follow."""
    who = pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    with here.database.reading():
        held, grants = _one(here, who, kind, record)
        return _shown(request, who, held, grants)


def _one(here: County, who: Visitor, kind: str, record: str) -> tuple[Held, list[Grant]]:
    if kind not in NEW:
        raise Refused("absent", 404)
    return cases.one(here, who, kind, record)


def _shown(
    request: Asked,
    who: Visitor,
    held: Held,
    grants: list[Grant],
    said: str = "",
    given: pages.Form | None = None,
) -> Response[str]:
    here = county_of(request)
    hanging = [one for one in cases.hanging(here, held) if cases.may_(grants, "read", one)]
    steps = [one for one in hanging if one.kind.name in handling.STEP_KINDS.values()]
    able = cases.next_steps(here, held, grants, given or {}, OFFERED)
    roles = [one.role for one in grants]
    open_moves = handling.open_to([one.move for one in able], held.data(), roles)
    units = accounts.names(here)
    return pages.page(
        request,
        "referral.html",
        who,
        400 if said else 200,
        held=held,
        title=translated("kinds", held.kind.title),
        unit=units.get(held.scope, held.scope),
        line=_line(here, held),
        lines=cases.lines(here, held)[1],
        taken=[(one.data(), cases.text(here, one, "step")) for one in steps],
        steps=[one for one in able if one.move in open_moves],
        said=said,
    )


@post(
    f"{PATH}/{{kind:str}}/{{record:str}}/step", sync_to_thread=True, status_code=200, include_in_schema=False
)
def step(
    request: Asked, kind: FromPath[str], record: FromPath[str], body: RawBody
) -> Response[str] | Response[bytes]:
    """Take one step: the new state, what the step fills, and the line that keeps it, in one unit of work."""
    who = pages.visitor(request, *parts.roles(PATH))
    given = pages.form(request, body, who)
    here = county_of(request)
    with here.database.reading():
        held, grants = _one(here, who, kind, record)
        try:
            plan = cases.planned(here, held, grants, given, OFFERED)
            steps = _written(here, who, held, plan)
        except Invalid as error:
            return _shown(request, who, held, grants, cases.said(here, kind, given, error.problems), given)
    own.write(here, plan.grant, steps)
    return pages.away(request, f"{PATH}/{kind}/{record}")


def _written(here: County, who: Visitor, held: Held, plan: Plan) -> list[Step]:
    """Return the changes of one step.

    Raises:
        Invalid: A rule of referrals stands in its way.
        NotAllowed: "move.role": only the receiving office takes it.
    """
    _day, _space, clock = times.local_text(here.clock()).partition(" ")
    today, state = times.legal_day(here.clock()), str(held.data().get("state") or "")
    taken = handling.Step(held.kind.name, state, plan.move.name, who.name, here.name, today, clock)
    handling.check(here.profile, taken, plan.after, (plan.grant.role,))
    filled = handling.filled(here.profile, taken, plan.after)
    written = [cases.moved(held, plan, filled)]
    limit = plan.entered.get("due_on") if plan.move.name == "urge" else None
    line = handling.line(taken, held.id, plan.after, limit)
    if line:
        kind, values = line
        kept: Values = {name: value for name, value in values.items() if value is not None}
        written.append(Step(kind, ids.new_id(), held.scope, 0, kept, cases.beside(here, held)))
    return written


HANDLERS = (listed, new_page, begin, shown, step)
