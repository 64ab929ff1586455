"""Desks: who was not in contact, with which program, what waits; a code for another, withdrawing one."""

from dataclasses import dataclass

from litestar import Response, get, post
from litestar.params import FromQuery, RawBody

from county_server import accounts, contacts, enrolment, own
from county_server.answers import Asked, county_of
from county_server.contacts import Contact
from county_server.county import County
from county_server.enrolment import Device
from county_server.web import journal, overview, pages, parts, tables
from village_desk import times

PATH = "/web/desks"
_HEADS = ("单位", "电脑名", "已收变更", "待取变更", "程序版本", "最近联系", "状态")


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk as the list shows it; `waits` are rows it has not fetched, at most."""

    device: Device
    contact: Contact
    quiet: bool
    waits: int


@get(PATH, sync_to_thread=True, include_in_schema=False)
def desks(request: Asked, days: FromQuery[str] = "") -> Response[str]:
    """List the desks, those not heard of first, or only those not heard of for `days`; offer a code."""
    who = pages.visitor(request, *parts.roles(PATH))
    here, silent = county_of(request), pages.whole_of(days) or 0
    return pages.page(
        request,
        "desks.html",
        who,
        desks=_listed(here, silent),
        days=silent,
        many=contacts.MOST_WAITING,
        units=accounts.units(here),
        people=accounts.accounts(here),
        quiet_days=overview.QUIET_DAYS,
    )


def _listed(here: County, days: int) -> list[Desk]:
    known, now, mine = contacts.known(here), here.clock(), own.device(here)
    longest = (days if days > 0 else overview.QUIET_DAYS) * overview.DAY_MS
    found = []
    for one in enrolment.devices(here):
        contact = known.get(one.device, Contact(0, "", 0))
        quiet = not one.revoked_at and now - contact.at > longest
        if one.device != mine and (quiet or days <= 0):
            waits = 0 if one.revoked_at else contacts.waiting(here, one.device, contact.holds)
            found.append(Desk(one, contact, quiet, waits))
    return sorted(found, key=lambda one: (not one.quiet, one.device.unit))


@post(f"{PATH}/file", sync_to_thread=True, status_code=200, include_in_schema=False)
def saved(request: Asked, body: RawBody) -> Response[bytes]:
    """Answer the list as a spreadsheet; it names no person."""
    who = pages.visitor(request, *parts.roles(PATH))
    given = pages.form(request, body, who)
    here = county_of(request)
    units = accounts.names(here)
    rows = [
        (
            units.get(one.device.unit, one.device.unit),
            one.device.name,
            one.device.last,
            one.waits,
            one.contact.app,
            times.local_text(one.contact.at) if one.contact.at else "",
            "已撤销" if one.device.revoked_at else "久未联系" if one.quiet else "正常",
        )
        for one in _listed(here, pages.whole_of(given.get("days", "")) or 0)
    ]
    return tables.file(request, "电脑", _HEADS, rows, plain=given.get("as") == "csv")


@post("/web/desks/invite", sync_to_thread=True, status_code=200, include_in_schema=False)
def invite(request: Asked, body: RawBody) -> Response[str]:
    """Make a one-time code and show the sheet that goes to the room; it is shown this once."""
    who = pages.visitor(request, *parts.roles("/web/desks"))
    given = pages.form(request, body, who)
    here = county_of(request)
    people = {one.user.hex(): one for one in accounts.accounts(here)}
    chosen = [people[user] for user in _chosen(given) if user in people]
    with here.database.writing():
        code = enrolment.invite(here, given.get("unit", ""), [one.user for one in chosen])
        journal.note(here, who.user, "invite", given.get("unit", ""))
        unit = accounts.unit(here, given.get("unit", ""))[1]
    return pages.page(
        request,
        "code.html",
        who,
        code=code,
        picture=pages.picture(code),
        unit=unit,
        people=chosen,
        until=here.clock() + enrolment.HOURS * enrolment.HOUR_MS,
    )


def _chosen(given: pages.Form) -> list[str]:
    return [name.removeprefix("user-") for name, value in given.items() if name.startswith("user-") and value]


@post("/web/desks/revoke", sync_to_thread=True, status_code=200, include_in_schema=False)
def revoke_desk(request: Asked, body: RawBody) -> Response[bytes]:
    """Withdraw a desk: it may still hand over what it has."""
    who = pages.visitor(request, *parts.roles("/web/desks"))
    given = pages.form(request, body, who)
    here = county_of(request)
    device = pages.id_of(given.get("device", ""))
    with here.database.writing():
        enrolment.revoke_device(here, device)
        journal.note(here, who.user, "revoke_desk", device.hex())
    return pages.away(request, "/web/desks")


HANDLERS = (desks, saved, invite, revoke_desk)
