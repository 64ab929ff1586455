"""The way in and out: the first visit, signing in, signing out, and the sheet of styles."""

import pyotp
from litestar import Response, get, post
from litestar.params import RawBody

from county_server.answers import Asked, county_of, meters_of
from county_server.errors import Refused
from county_server.web import pages, signing_in
from village_desk import paths
from village_desk.errors import Invalid
from village_desk.sentences import sentence


@get("/web/sign-in", sync_to_thread=True, include_in_schema=False)
def sign_in_page(request: Asked) -> Response[str]:
    """Ask for name, password and the digits of the telephone."""
    return pages.page(request, "sign_in.html", None, wrong=False, login="")


@post("/web/sign-in", sync_to_thread=True, status_code=200, include_in_schema=False)
def sign_in(request: Asked, body: RawBody) -> Response[str] | Response[bytes]:
    """Sign somebody in, and show the first page."""
    given = pages.form(request, body)
    _count(request)
    try:
        token = signing_in.sign_in(
            county_of(request), given.get("login", ""), given.get("password", ""), given.get("digits", "")
        )
    except Refused as refused:
        if refused.code != "sign_in":
            raise
        return pages.page(request, "sign_in.html", None, 403, wrong=True, login=given.get("login", ""))
    _give_back(request)
    return pages.away(request, "/web", token)


def _guest(request: Asked) -> str:
    return f"web {request.client.host}" if request.client else "web"


def _count(request: Asked) -> None:
    meters_of(request).codes.take(_guest(request))


def _give_back(request: Asked) -> None:
    meters_of(request).codes.give_back(_guest(request))


@post("/web/sign-out", sync_to_thread=True, status_code=200, include_in_schema=False)
def sign_out(request: Asked, body: RawBody) -> Response[bytes]:
    """End the session."""
    pages.form(request, body, pages.visitor(request))
    signing_in.sign_out(county_of(request), pages.token_of(request))
    return pages.away(request, "/web/sign-in", "")


@get("/web/first", sync_to_thread=True, include_in_schema=False)
def first_page(request: Asked) -> Response[str]:
    """Ask for the code of the first visit."""
    return pages.page(request, "first.html", None, login="", code="", factor="", picture="", said="")


@post("/web/first", sync_to_thread=True, status_code=200, include_in_schema=False)
def first(request: Asked, body: RawBody) -> Response[str] | Response[bytes]:
    """Show the key of the second factor to whoever has the code; with password and digits, end the visit."""
    given = pages.form(request, body)
    login, code = given.get("login", ""), given.get("code", "")
    here = county_of(request)
    _count(request)
    try:
        factor = signing_in.factor_of(here, login, code)
    except Refused as refused:
        if refused.code != "start":
            raise
        return pages.page(
            request, "first.html", None, 403, login=login, code="", factor="", picture="", said="start"
        )
    _give_back(request)
    said = ""
    if "password" in given:
        said = _finished(request, given)
        if not said:
            return pages.away(request, "/web/sign-in")
    return pages.page(
        request,
        "first.html",
        None,
        403 if said else 200,
        login=login,
        code=code,
        factor=factor,
        picture=pages.picture(pyotp.TOTP(factor, name=login, issuer=here.name).provisioning_uri()),
        said=said,
    )


def _finished(request: Asked, given: pages.Form) -> str:
    """Return what is wrong with the new password or the digits, "" if nothing."""
    if given["password"] != given.get("again", ""):
        return "again"
    try:
        signing_in.finish_first(
            county_of(request), given["login"], given["code"], given["password"], given.get("digits", "")
        )
    except Invalid as error:
        return sentence(error.problems[0].code, error.problems[0].details)
    except Refused as refused:
        return refused.code
    return ""


@get("/web/style.css", sync_to_thread=True, include_in_schema=False)
def style(request: Asked) -> Response[bytes]:
    """Answer the sheet of styles."""
    text = (paths.RESOURCES / "county" / "style.css").read_bytes()
    return Response(
        text, media_type="text/css", headers={**pages.headers(request), "Cache-Control": "max-age=3600"}
    )


HANDLERS = (sign_in_page, sign_in, sign_out, first_page, first, style)
