"""Who read, exported and looked in an emergency, by person, kind and time: page, file, proof."""

from datetime import date, datetime, time, timedelta

from litestar import Response, get, post
from litestar.params import FromQuery, RawBody

from county_server import accesses, accounts
from county_server.accesses import Access, Wanted
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.errors import CountyTrouble, Refused
from county_server.web import journal, pages, parts, tables
from county_server.web.signing_in import Visitor
from sync.messages import Grant
from village_desk import rights, times
from village_desk.i18n import translated
from village_desk.kinds import KINDS
from village_desk.kinds.access import ACCESS, EXPORT

PATH = "/web/accesses"
FILTERS = ("name", "act", "kind", "since", "until")
PAGE = 200
MOST = 50_000
"""Lines of a file; more are asked for by a shorter span of time."""
_HEADS = ("时间", "人员", "操作", "记录种类", "记录编号", "所在单位", "导出条数", "理由", "与变更链核对")
_DAY = timedelta(days=1)


@get(PATH, sync_to_thread=True, include_in_schema=False)
def listed(request: Asked, before: FromQuery[str] = "") -> Response[str]:
    """List entries, newest first, each compared with the chain of its device."""
    who = pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    asked = {name: request.query_params.get(name, "") for name in FILTERS}
    found = accesses.listed(here, _wanted(asked), PAGE, pages.whole_of(before) or 0)
    return pages.page(
        request,
        "accesses.html",
        who,
        found=found,
        broken=[one.seq for one in found if not one.sound],
        acts=dict(_acts(here)),
        kinds=[(one.name, _title(one.name)) for one in KINDS.values()],
        titles={one: _title(one) for one in KINDS},
        units=accounts.names(here),
        asked=asked,
        last=found[-1].seq if len(found) == PAGE else 0,
    )


def _acts(here: County) -> list[tuple[str, str]]:
    return [(code.code, code.label) for code in here.profile.lists["access_act"]]


def _title(kind: str) -> str:
    return translated("kinds", KINDS[kind].title)


def _wanted(asked: pages.Form) -> Wanted:
    until = _day(asked.get("until", ""))
    return Wanted(
        asked.get("name", ""),
        asked.get("act", ""),
        asked.get("kind", ""),
        _midnight(_day(asked.get("since", ""))),
        _midnight(until + _DAY if until else None),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise CountyTrouble("county.day") from None


def _midnight(day: date | None) -> times.Moment:
    return times.moment_of(datetime.combine(day, time(), times.CHINA)) if day else 0


@post(f"{PATH}/file", sync_to_thread=True, status_code=200, include_in_schema=False)
def saved(request: Asked, body: RawBody) -> Response[bytes]:
    """Answer the entries as a file; that they were taken out is an entry itself."""
    who = pages.visitor(request, *parts.roles(PATH))
    given = pages.form(request, body, who)
    here = county_of(request)
    found = accesses.listed(here, _wanted(given), MOST)
    taken_out(here, who, ACCESS, len(found))
    acts, units = dict(_acts(here)), accounts.names(here)
    rows = [_line(one, acts, units) for one in found]
    return tables.file(request, "查看和导出记录", _HEADS, rows, plain=given.get("as") == "csv")


def _line(one: Access, acts: dict[str, str], units: dict[str, str]) -> tuple[str | int, ...]:
    return (
        times.local_text(one.at),
        one.by,
        acts.get(one.act, one.act),
        _title(one.of_kind) if one.of_kind in KINDS else "多种",
        one.of_id,
        units.get(one.scope, one.scope),
        one.records or "",
        one.reason,
        "一致" if one.sound else "不一致",
    )


def taken_out(here: County, who: Visitor, kind: str, count: int) -> None:
    """Keep that a person of the county took records out: in the history as at a desk, and in the journal."""
    with here.database.writing():
        said: dict[str, object] = {"act": EXPORT, "of_kind": kind, "records": count}
        accesses.write(here, grant_of(here, who), here.code.ljust(rights.VILLAGE_DIGITS, "0"), said)
        journal.note(here, who.user, "export", kind)


def grant_of(here: County, who: Visitor) -> Grant:
    """Return the grant under which a person of the county is written down; call inside a transaction.

    Raises:
        Refused: "role" (403): none holds any more.
    """
    held = [one.grant for one in accounts.grants_of(here, who.user) if one.valid(here.clock())]
    found = next((one for one in held if rights.reach(one.role, "write", ACCESS)), None)
    if found is None:
        raise Refused("role", 403)
    return found


HANDLERS = (listed, saved)
