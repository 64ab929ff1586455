"""All that a browser may ask for, with refusals told as pages."""

from litestar import Response, Router, get
from litestar.exceptions import HTTPException

from county_server.answers import Asked
from county_server.errors import Refused
from county_server.web import (
    account,
    aid,
    desks,
    destroying,
    entrance,
    health,
    hot_matters,
    looking,
    pages,
    profiles_draft,
    profiles_lists,
    profiles_sheets,
    profiles_values,
    readings,
    referrals,
    running,
    statistics,
)
from village_desk.errors import VillageDeskError

_CODES = {404: "absent", 405: "absent"}


@get("/", sync_to_thread=False, include_in_schema=False)
def front(request: Asked) -> Response[bytes]:
    """Lead whoever types the bare address to the first page."""
    return pages.away(request, "/web")


def _refused_by_frame(request: Asked, error: HTTPException) -> Response[str]:
    code = _CODES.get(error.status_code, "nonsense")
    return pages.page(request, "refused.html", None, error.status_code, code=code, wait=0, said="")


_PROFILES = (profiles_draft, profiles_lists, profiles_values, profiles_sheets)

ROUTER = Router(
    path="/",
    route_handlers=[
        front,
        *entrance.HANDLERS,
        *account.HANDLERS,
        *aid.HANDLERS,
        *desks.HANDLERS,
        *destroying.HANDLERS,
        *health.HANDLERS,
        *looking.HANDLERS,
        *readings.HANDLERS,
        *referrals.HANDLERS,
        *running.HANDLERS,
        *statistics.HANDLERS,
        *(handler for part in _PROFILES for handler in part.HANDLERS),
        *hot_matters.HANDLERS,
    ],
    exception_handlers={
        Refused: pages.refused,
        VillageDeskError: pages.troubled,
        HTTPException: _refused_by_frame,
    },
    request_max_body_size=pages.FORM_LIMIT,
)
