"""One's own way in (我的登录): another password, and the sessions that are open elsewhere."""

from litestar import Response, get, post
from litestar.params import FromQuery, RawBody

from county_server.answers import Asked, county_of
from county_server.errors import Refused
from county_server.web import pages, signing_in
from county_server.web.signing_in import Visitor
from village_desk.errors import Invalid
from village_desk.sentences import sentence

PATH = "/web/account"


@get(PATH, sync_to_thread=True, include_in_schema=False)
def account(request: Asked, done: FromQuery[str] = "") -> Response[str]:
    """Show where one is signed in, and ask for a new password; `done` is what was done just now."""
    return _page(request, pages.visitor(request), done=done)


def _page(request: Asked, who: Visitor, status: int = 200, said: str = "", done: str = "") -> Response[str]:
    here = county_of(request)
    return pages.page(
        request,
        "account.html",
        who,
        status,
        login=signing_in.logins(here)[who.user],
        sessions=signing_in.sessions(here, who.user, pages.token_of(request)),
        said=said,
        done=done,
    )


@post(f"{PATH}/password", sync_to_thread=True, status_code=200, include_in_schema=False)
def change_password(request: Asked, body: RawBody) -> Response[str] | Response[bytes]:
    """Change one's own password; all other sessions end."""
    who = pages.visitor(request)
    given = pages.form(request, body, who)
    present, password, digits = (given.get(name, "") for name in ("present", "password", "digits"))
    if password != given.get("again", ""):
        return _page(request, who, 403, "again")
    try:
        token = signing_in.change_password(
            county_of(request), who.user, pages.token_of(request), present, password, digits
        )
    except Invalid as error:
        return _page(request, who, 403, sentence(error.problems[0].code, error.problems[0].details))
    except Refused as refused:
        if refused.code != "sign_in":
            raise
        return _page(request, who, 403, refused.code)
    return pages.away(request, f"{PATH}?done=password", token)


@post(f"{PATH}/others", sync_to_thread=True, status_code=200, include_in_schema=False)
def end_others(request: Asked, body: RawBody) -> Response[bytes]:
    """End one's sessions but the one asking."""
    who = pages.visitor(request)
    pages.form(request, body, who)
    signing_in.end_others(county_of(request), who.user, pages.token_of(request))
    return pages.away(request, f"{PATH}?done=others")


HANDLERS = (account, change_password, end_others)
