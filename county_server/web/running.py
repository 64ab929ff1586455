"""Running the county: how it stands, people, units, journal."""

from datetime import date

from litestar import Response, get, post
from litestar.params import FromQuery, RawBody

from county_server import accounts
from county_server.answers import Asked, county_of
from county_server.errors import CountyTrouble
from county_server.web import activity, journal, overview, pages, parts, signing_in, townships
from village_desk import rights, times
from village_desk.errors import NotAllowed


@get("/web", sync_to_thread=True, include_in_schema=False)
def home(request: Asked) -> Response[str]:
    """Show how the county stands."""
    who = pages.visitor(request)
    return pages.page(request, "overview.html", who, now=overview.look(county_of(request)))


# ------------------------------------------------------------------ people


ENDING_DAYS = 30
"""A term that ends so soon is listed as ending."""


@get("/web/people", sync_to_thread=True, include_in_schema=False)
def people(request: Asked, role: FromQuery[str] = "", ending: FromQuery[bool] = False) -> Response[str]:
    """List people with their grants, of a role or whose term ends; offer to add, grant, end, let sign in."""
    who = pages.visitor(request, *parts.roles("/web/people"))
    here = county_of(request)
    soon = here.clock() + ENDING_DAYS * overview.DAY_MS
    listed = [
        one
        for one in accounts.accounts(here)
        if any(_asked_for(held, role, soon if ending else 0) for held in one.grants) or not (role or ending)
    ]
    return pages.page(
        request,
        "people.html",
        who,
        people=listed,
        everybody=accounts.accounts(here),
        soon=soon,
        asked={"role": role, "ending": ending},
        moment=here.clock(),
        units=accounts.units(here),
        unit_names=accounts.names(here),
        roles=[role for role in rights.ROLES if role != "county_device"],
        logins=signing_in.logins(here),
    )


@post("/web/people/add", sync_to_thread=True, status_code=200, include_in_schema=False)
def add_person(request: Asked, body: RawBody) -> Response[bytes]:
    """Open an account with a first grant."""
    who = pages.visitor(request, *parts.roles("/web/people"))
    given = pages.form(request, body, who)
    here = county_of(request)
    days = _days(given)
    if not given.get("name"):
        raise CountyTrouble("county.name")
    with here.database.writing():
        user = accounts.add_user(here, given["name"], given.get("unit", ""))
        accounts.add_grant(here, user, given.get("role", ""), _areas(given), days)
        journal.note(here, who.user, "add_person", user.hex())
    return pages.away(request, "/web/people")


@post("/web/people/grant", sync_to_thread=True, status_code=200, include_in_schema=False)
def grant(request: Asked, body: RawBody) -> Response[bytes]:
    """Give somebody another grant."""
    who = pages.visitor(request, *parts.roles("/web/people"))
    given = pages.form(request, body, who)
    here = county_of(request)
    user = pages.id_of(given.get("user", ""))
    if user == who.user:
        raise NotAllowed("county.own_grant")
    with here.database.writing():
        made = accounts.add_grant(here, user, given.get("role", ""), _areas(given), _days(given))
        journal.note(here, who.user, "grant", made.hex())
    return pages.away(request, "/web/people")


def _areas(given: pages.Form) -> list[str]:
    return given.get("areas", "").replace("，", " ").replace(",", " ").split()


def _days(given: pages.Form) -> accounts.Days:
    return _day(given.get("since", "")), _day(given.get("until", ""))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise CountyTrouble("county.day") from None


def _asked_for(held: accounts.Held, role: str, soon: int) -> bool:
    """Say whether a grant is of a role, and holds until a moment that is near."""
    fits = not role or held.grant.role == role
    return fits and (not soon or (held.revoked_at is None and 0 < held.grant.end <= soon))


@post("/web/people/term", sync_to_thread=True, status_code=200, include_in_schema=False)
def change_term(request: Asked, body: RawBody) -> Response[bytes]:
    """Let a grant end on another day: the same again until then, in place of it."""
    who = pages.visitor(request, *parts.roles("/web/people"))
    given = pages.form(request, body, who)
    here = county_of(request)
    changed = pages.id_of(given.get("grant", ""))
    if accounts.user_of(here, changed) == who.user:
        raise NotAllowed("county.own_grant")
    with here.database.writing():
        made = accounts.change_term(here, changed, _day(given.get("until", "")))
        journal.note(here, who.user, "term", made.hex())
    return pages.away(request, "/web/people")


@post("/web/people/revoke", sync_to_thread=True, status_code=200, include_in_schema=False)
def revoke_grant(request: Asked, body: RawBody) -> Response[bytes]:
    """End a grant now."""
    who = pages.visitor(request, *parts.roles("/web/people"))
    given = pages.form(request, body, who)
    here = county_of(request)
    ended = pages.id_of(given.get("grant", ""))
    with here.database.writing():
        accounts.revoke_grant(here, ended)
        journal.note(here, who.user, "revoke_grant", ended.hex())
    return pages.away(request, "/web/people")


@post("/web/people/sign-in", sync_to_thread=True, status_code=200, include_in_schema=False)
def let_sign_in(request: Asked, body: RawBody) -> Response[str]:
    """Let a person of the county sign in, or begin anew after a lost telephone; the code is shown once."""
    who = pages.visitor(request, *parts.roles("/web/people"))
    given = pages.form(request, body, who)
    here = county_of(request)
    user = pages.id_of(given.get("user", ""))
    with here.database.writing():
        code = signing_in.begin(here, user, given.get("login", ""))
        journal.note(here, who.user, "let_sign_in", user.hex())
    return pages.page(request, "start.html", who, code=code, login=given.get("login", ""))


# ------------------------------------------------------------------ units


@get("/web/units", sync_to_thread=True, include_in_schema=False)
def units(request: Asked) -> Response[str]:
    """List the units, and offer to name one."""
    who = pages.visitor(request, *parts.roles("/web/units"))
    return pages.page(request, "units.html", who, units=accounts.units(county_of(request)))


@post("/web/units/name", sync_to_thread=True, status_code=200, include_in_schema=False)
def name_unit(request: Asked, body: RawBody) -> Response[bytes]:
    """Name a unit, or name it otherwise."""
    who = pages.visitor(request, *parts.roles("/web/units"))
    given = pages.form(request, body, who)
    here = county_of(request)
    if not given.get("name"):
        raise CountyTrouble("county.name")
    with here.database.writing():
        accounts.add_unit(here, given.get("code", ""), given["name"])
        journal.note(here, who.user, "name_unit", given["code"])
    return pages.away(request, "/web/units")


@get("/web/activity", sync_to_thread=True, include_in_schema=False)
def active(request: Asked) -> Response[str]:
    """Show which units work with the program and for what, those longest silent first."""
    who = pages.visitor(request, *parts.roles("/web/activity"))
    found = activity.look(county_of(request))
    return pages.page(request, "activity.html", who, units=found, days=activity.DAYS)


@get("/web/townships", sync_to_thread=True, include_in_schema=False)
def beside(request: Asked) -> Response[str]:
    """Show the townships beside each other for this year."""
    who = pages.visitor(request, *parts.roles("/web/townships"))
    here = county_of(request)
    day = times.legal_day(here.clock())
    return pages.page(request, "townships.html", who, year=day.year, townships=townships.compared(here, day))


# ------------------------------------------------------------------ journal


@get("/web/journal", sync_to_thread=True, include_in_schema=False)
def log(request: Asked, before: FromQuery[str] = "") -> Response[str]:
    """Show what was done in a browser, and whether the chain of entries holds."""
    who = pages.visitor(request, *parts.roles("/web/journal"))
    here = county_of(request)
    with here.database.reading():
        broken = journal.broken(here)
    newest = journal.newest(here, 1)
    return pages.page(
        request,
        "journal.html",
        who,
        entries=journal.newest(here, before=pages.whole_of(before) or 0),
        broken=broken,
        last=newest[0].n if newest else 0,
    )


HANDLERS = (
    *(home, people, add_person, grant, change_term, revoke_grant, let_sign_in),
    *(units, name_unit, active, beside, log),
)
