"""The county's legal-aid agency at work: applications that wait, one of them whole, and the next step.

The agency decides (法律援助法 第四十三条); what it decides here is a change like any other, and is at the
village with the next round of its desk. Figures of hardship are shown on asking only, and each reading is
kept in the history and the journal (domain: services §6.3); so is a look at what is open to others only.
"""

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, RawBody

from county_server import accesses, accounts, own, records
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.database import marks
from county_server.errors import Refused
from county_server.records import Held
from county_server.web import cases, journal, pages, parts, readings
from county_server.web.signing_in import Visitor
from sync.messages import Grant
from village_desk.errors import Invalid
from village_desk.kinds.access import GLASS, LEAST_REASON, LOGGED_CLASSES, READ

PATH = "/web/aid"
KIND = "legal_aid"
PAGE = 100
WAITING = ("handed_over", "received", "supplementing", "granted", "objecting", "changing")
"""States in which the next step is the agency's."""
APART = ("hardship_statement", "household_member")


@get(PATH, sync_to_thread=True, include_in_schema=False)
def applications(request: Asked, at: FromQuery[str] = "", after: FromQuery[str] = "") -> Response[str]:
    """List applications, those that wait for the agency first asked for; a page goes on `after` an id."""
    who = pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    states = [at] if at else list(WAITING)
    with here.database.reading():
        grants = cases.grants_of(here, who)
        held = _listed(here, states, after)
        found = [one for one in held if cases.reads(here, grants, one)]
        kept = [one for one in held if one not in found and cases.kept_back(grants, one)]
        units = accounts.names(here)
    return pages.page(
        request,
        "aid.html",
        who,
        found=[(one, cases.text(here, one, "state"), cases.text(here, one, "matter")) for one in found],
        kept=kept,
        units=units,
        states=[(code.code, code.label) for code in here.profile.lists["aid_state"]],
        chosen=at,
        last=held[-1].id.hex() if len(held) == PAGE else "",
    )


def _listed(here: County, states: list[str], after: str) -> list[Held]:
    rows = here.database.rows(
        f'SELECT "id" FROM "{KIND}" WHERE "archived" = 0 AND "id" > ? AND "state" IN ({marks(len(states))})'  # noqa: S608 - ours
        ' ORDER BY "id" LIMIT ?',
        pages.id_of(after),
        *states,
        PAGE,
    )
    return list(records.load(here.database, KIND, [bytes(one) for (one,) in rows]).values())


# ------------------------------------------------------------------ one of them


@get(f"{PATH}/{{record:str}}", sync_to_thread=True, include_in_schema=False)
def application(request: Asked, record: FromPath[str]) -> Response[str]:
    """Show one application with all that hangs on it, and the steps that may follow."""
    who = pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    with here.database.reading():
        grants, held = cases.grants_of(here, who), cases.found(here, KIND, record)
        if not cases.reads(here, grants, held) and cases.kept_back(grants, held):
            return pages.page(request, "glass.html", who, held=held, said="", reason="")
    _note_restricted(here, who, held)
    with here.database.reading():
        return _shown(request, who, *cases.one(here, who, KIND, record))


def _note_restricted(here: County, who: Visitor, held: Held) -> None:
    """Keep that a restricted application was read; within half an hour it is the same reading."""
    if held.class_ not in LOGGED_CLASSES:
        return
    with here.database.writing():
        grants = cases.grants_of(here, who)
        if cases.reads(here, grants, held) and not accesses.read_lately(here, who.user, held.id):
            _note(here, who, held, READ)


def _note(here: County, who: Visitor, held: Held, act: str, reason: str = "") -> None:
    said = {"act": act, "of_kind": held.kind.name, "of_id": held.id.hex(), "of_class": held.class_}
    given = {"reason": reason} if reason else {}
    accesses.write(here, readings.grant_of(here, who), held.scope, {**said, **given})
    journal.note(here, who.user, _ACTS[act], held.id.hex())


_ACTS = {READ: "read_hardship", GLASS: "break_glass"}


def _shown(
    request: Asked,
    who: Visitor,
    held: Held,
    grants: list[Grant],
    said: str = "",
    given: pages.Form | None = None,
) -> Response[str]:
    here = county_of(request)
    hanging = [one for one in cases.hanging(here, held) if one.kind.name not in APART]
    return pages.page(
        request,
        "application.html",
        who,
        400 if said else 200,
        held=held,
        title=held.kind.record_name(cases.values_of(held)),
        state=cases.text(here, held, "state"),
        lines=cases.lines(here, held)[1],
        parts_of=[cases.lines(here, one) for one in hanging if cases.reads(here, grants, one, held.id)],
        steps=cases.next_steps(here, held, grants, given or {}, {}),
        said=said,
    )


@post(f"{PATH}/{{record:str}}/step", sync_to_thread=True, status_code=200, include_in_schema=False)
def step(request: Asked, record: FromPath[str], body: RawBody) -> Response[str] | Response[bytes]:
    """Take one step: the paper it needs and the new state in one unit of work."""
    who = pages.visitor(request, *parts.roles(PATH))
    given = pages.form(request, body, who)
    here = county_of(request)
    with here.database.reading():
        held, grants = cases.one(here, who, KIND, record)
        try:
            plan = cases.planned(here, held, grants, given, {})
        except Invalid as error:
            told = cases.said(here, KIND, given, error.problems)
            return _shown(request, who, held, grants, told, given)
    own.write(here, plan.grant, [*plan.papers, cases.moved(held, plan, {})])
    return pages.away(request, f"{PATH}/{record}")


@post(f"{PATH}/{{record:str}}/glass", sync_to_thread=True, status_code=200, include_in_schema=False)
def look(request: Asked, record: FromPath[str], body: RawBody) -> Response[str] | Response[bytes]:
    """Open an application that is open to its named readers only, with a reason that is kept (应急查看)."""
    who = pages.visitor(request, *parts.roles(PATH))
    given = pages.form(request, body, who)
    here = county_of(request)
    reason = given.get("reason", "")
    with here.database.writing():
        held = cases.found(here, KIND, record)
        if not cases.kept_back(cases.grants_of(here, who), held):
            raise Refused("absent", 404)
        if len(reason) >= LEAST_REASON:
            _note(here, who, held, GLASS, reason)
    if len(reason) < LEAST_REASON:
        return pages.page(request, "glass.html", who, 400, held=held, said="glass", reason=reason)
    return pages.away(request, f"{PATH}/{record}")


@post(f"{PATH}/{{record:str}}/hardship", sync_to_thread=True, status_code=200, include_in_schema=False)
def hardship(request: Asked, record: FromPath[str], body: RawBody) -> Response[str]:
    """Show the figures of hardship of one application; that they were read is kept."""
    who = pages.visitor(request, *parts.roles(PATH))
    pages.form(request, body, who)
    here = county_of(request)
    with here.database.writing():
        held, grants = cases.one(here, who, KIND, record)
        found = [one for one in cases.hanging(here, held) if one.kind.name == APART[0]]
        found = [one for one in found if cases.may_(grants, "read", one)]
        members = [
            each for one in found for each in cases.hanging(here, one) if cases.may_(grants, "read", each)
        ]
        for one in found:
            _note(here, who, one, READ)
    return pages.page(
        request,
        "hardship.html",
        who,
        held=held,
        title=held.kind.record_name(cases.values_of(held)),
        parts_of=[cases.lines(here, one) for one in (*found, *members)],
    )


HANDLERS = (applications, application, step, look, hardship)
