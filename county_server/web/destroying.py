"""Lists of records whose retention is over: proposed by one person, approved by another, printed."""

from litestar import Response, get, post
from litestar.params import FromPath, RawBody

from county_server import accounts, destruction
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.destruction import Item, Proposed
from county_server.errors import Refused
from county_server.web import journal, pages, parts, tables
from village_desk import times
from village_desk.i18n import translated
from village_desk.kinds import KINDS

PATH = "/web/destruction"
SHOWN = 200
_HEADS = ("序号", "种类", "编号", "单位", "办结年度", "保管到", "记录标识")


@get(PATH, sync_to_thread=True, include_in_schema=False)
def listed(request: Asked) -> Response[str]:
    """Show what could be proposed, and the lists there are."""
    who = pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    due = destruction.due(here, times.legal_day(here.clock()))
    return pages.page(
        request,
        "destruction.html",
        who,
        due=due[:SHOWN],
        count=len(due),
        lists=destruction.lists(here),
        years=[(_title(kind), years) for kind, years in here.profile.retention_years.items()],
        names=_names(here),
    )


def _title(kind: str) -> str:
    return translated("kinds", KINDS[kind].title)


def _names(here: County) -> dict[str, dict[str, str]]:
    return {
        "units": accounts.names(here),
        "people": {one.user.hex(): one.name for one in accounts.accounts(here)},
        "titles": {kind: _title(kind) for kind in destruction.CLOSED},
    }


@post(f"{PATH}/propose", sync_to_thread=True, status_code=200, include_in_schema=False)
def propose(request: Asked, body: RawBody) -> Response[bytes]:
    """Propose all that is due today as a list."""
    who = pages.visitor(request, *parts.roles(PATH))
    pages.form(request, body, who)
    here = county_of(request)
    with here.database.writing():
        items = destruction.due(here, times.legal_day(here.clock()))
        name, digest = destruction.propose(here, who.user, items)
        journal.note(here, who.user, "propose_destruction", f"{name.hex()} {digest}")
    return pages.away(request, f"{PATH}/{name.hex()}")


@get(f"{PATH}/{{name:str}}", sync_to_thread=True, include_in_schema=False)
def shown(request: Asked, name: FromPath[str]) -> Response[str]:
    """Show one list as it is printed, with what may be done."""
    who = pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    held = _one(here, name)
    return pages.page(
        request,
        "destruction_list.html",
        who,
        held=held,
        whole=destruction.digest_of(held.items) == held.digest,
        own=held.proposed_by == who.user.hex(),
        names=_names(here),
    )


def _one(here: County, name: str) -> Proposed:
    wanted = pages.id_of(name)
    held = next((one for one in destruction.lists(here) if one.id == wanted), None)
    if held is None:
        raise Refused("absent", 404)
    return held


@post(f"{PATH}/{{name:str}}/decide", sync_to_thread=True, status_code=200, include_in_schema=False)
def decide(request: Asked, name: FromPath[str], body: RawBody) -> Response[bytes]:
    """Approve or refuse a list somebody else proposed."""
    who = pages.visitor(request, *parts.roles(PATH))
    given = pages.form(request, body, who)
    here = county_of(request)
    approved = given.get("as") == "approve"
    with here.database.writing():
        held = destruction.decide(here, who.user, pages.id_of(name), approved=approved)
        act = "approve_destruction" if approved else "refuse_destruction"
        journal.note(here, who.user, act, f"{name} {held.digest}")
    return pages.away(request, f"{PATH}/{name}")


@post(f"{PATH}/{{name:str}}/file", sync_to_thread=True, status_code=200, include_in_schema=False)
def saved(request: Asked, name: FromPath[str], body: RawBody) -> Response[bytes]:
    """Answer a list as a spreadsheet."""
    who = pages.visitor(request, *parts.roles(PATH))
    given = pages.form(request, body, who)
    here = county_of(request)
    units = accounts.names(here)
    rows = [_line(place, one, units) for place, one in enumerate(_one(here, name).items, 1)]
    return tables.file(request, "销毁清单", _HEADS, rows, plain=given.get("as") == "csv")


def _line(place: int, one: Item, units: dict[str, str]) -> tuple[str | int, ...]:
    unit = units.get(one.scope, one.scope)
    until = one.kept_until.isoformat()
    return place, _title(one.kind), one.number, unit, one.closed_year, until, one.record.hex()


HANDLERS = (listed, propose, shown, decide, saved)
