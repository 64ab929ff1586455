"""Making a page and guarding it: who is there, what they may do here, and that the form is one of ours.

Headers and cookies are those OWASP ASVS level 2 asks for. No page holds a script, so a browser is told to run
none.
"""

import base64
import io
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response
from litestar.datastructures import Cookie

from county_server.answers import Asked, county_of
from county_server.errors import Refused
from county_server.sentences import sentence
from county_server.web import signing_in
from county_server.web.parts import PARTS, Part
from county_server.web.signing_in import Visitor
from village_desk import crypto, paths, roles, times
from village_desk.errors import VillageDeskError

SECURE_COOKIE, PLAIN_COOKIE = "__Host-county", "county"
"""A browser keeps the first from everybody but this host by TLS; the second is for the machine itself."""
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:;"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
A_YEAR = "max-age=31536000"
FORM_LIMIT = 65_536

Form = Mapping[str, str]

_templates = Environment(
    loader=FileSystemLoader(paths.RESOURCES / "county"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["role"] = roles.role_text
_templates.filters["moment"] = lambda moment: times.local_text(moment) if moment else ""


def page(
    request: Asked, name: str, who: Visitor | None, status: int = 200, **values: object
) -> Response[str]:
    """Return the page that the template `name` makes of `values`."""
    county = county_of(request)
    text = _templates.get_template(name).render(
        {"county": county.name, "who": who, "path": request.scope["path"], "parts": _parts_for(who), **values}
    )
    return Response(text, media_type="text/html; charset=utf-8", status_code=status, headers=headers(request))


def headers(request: Asked) -> dict[str, str]:
    """Return the headers of every page."""
    return {**SECURITY, "Strict-Transport-Security": A_YEAR} if _secure(request) else SECURITY


def away(request: Asked, path: str, token: str | None = None) -> Response[bytes]:
    """Return an answer that leads to another page.

    A `token` is what the browser shows from now on; with "" it shows nothing any more.
    """
    cookies = []
    if token is not None:
        secure = _secure(request)
        cookies.append(
            Cookie(
                key=SECURE_COOKIE if secure else PLAIN_COOKIE,
                value=token,
                path="/",
                secure=secure,
                httponly=True,
                samesite="strict",
                max_age=None if token else 0,
            )
        )
    return Response(b"", status_code=303, headers={**headers(request), "Location": path}, cookies=cookies)


def _secure(request: Asked) -> bool:
    return bool(request.app.state["secure"])


def token_of(request: Asked) -> str:
    """Return what the browser shows, "" if nothing."""
    return request.cookies.get(SECURE_COOKIE if _secure(request) else PLAIN_COOKIE, "")


def visitor(request: Asked, *allowed: str) -> Visitor:
    """Return who is signed in, with one of the roles `allowed`, if any are named.

    Raises:
        Refused: "sign_in_first" (401), "role" (403).
    """
    token = token_of(request)
    who = signing_in.visitor(county_of(request), token) if token else None
    if who is None:
        raise Refused("sign_in_first", 401)
    if allowed and not who.roles & set(allowed):
        raise Refused("role", 403)
    return who


def form(request: Asked, body: bytes, who: Visitor | None = None) -> Form:
    """Return what a form of ours brought; without `who`, one from before anybody was signed in.

    Raises:
        Refused: "form" (403): it comes from elsewhere, or from a session that has ended; "nonsense" (400).
    """
    from_here(request)
    try:
        given = dict(
            parse_qsl(
                body.decode("utf-8"), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=100
            )
        )
    except ValueError:
        raise Refused("nonsense") from None
    if who:
        with_key(given.get("form_key", ""), who)
    return {name: value.replace("\0", "").strip() for name, value in given.items()}


def from_here(request: Asked) -> None:
    """Refuse what another site made a browser send.

    Raises:
        Refused: "form" (403).
    """
    site, origin = request.headers.get("sec-fetch-site", ""), request.headers.get("origin", "")
    elsewhere = origin and urlsplit(origin).netloc != request.headers.get("host", "")
    if site not in ("", "same-origin", "none") or elsewhere:
        raise Refused("form", 403)


def with_key(key: str, who: Visitor) -> None:
    """Refuse a form that was not made for this session.

    Raises:
        Refused: "form" (403).
    """
    if not crypto.same(key.encode(), who.form_key.encode()):
        raise Refused("form", 403)


def id_of(text: str) -> bytes:
    """Return the id that a form named.

    Raises:
        Refused: "nonsense" (400).
    """
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise Refused("nonsense") from None


def whole_of(text: str) -> int | None:
    """Return the number an address or a form named; None where it is none, or longer than nine digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def picture(text: str) -> str:
    """Return a QR code as the address of a picture within the page."""
    drawn = io.BytesIO()
    segno.make(text, micro=False).save(drawn, kind="svg", scale=5, xmldecl=False, svgns=True)
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.getvalue()).decode()}"


def _parts_for(who: Visitor | None) -> list[Part]:
    return [part for part in PARTS if who and (not part.roles or who.roles & part.roles)]


def refused(request: Asked, error: Refused) -> Response[Any]:
    """Answer a refusal as a page: to sign in, or what was wrong."""
    if error.code == "sign_in_first":
        return away(request, "/web/sign-in")
    wait = error.details.get("retry_after")
    response = page(request, "refused.html", None, error.status, code=error.code, wait=wait or 0, said="")
    if isinstance(wait, int):
        response.headers["Retry-After"] = str(wait)
    return response


def troubled(request: Asked, error: VillageDeskError) -> Response[Any]:
    """Answer what a person did wrong with its sentence."""
    return page(request, "refused.html", None, 400, code="", wait=0, said=sentence(error))
