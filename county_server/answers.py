"""What every handler needs: the county, who asks, and an answer that brings the nonce of the next request."""

from dataclasses import dataclass
from typing import Any

from litestar import Request, Response
from litestar.datastructures import State

from county_server import auth
from county_server.contacts import Contacts
from county_server.county import County
from county_server.limits import Meter
from county_server.together import Together
from sync.messages import NONCE_HEADER
from sync.packing import MEDIA_TYPE

BYTES = "application/octet-stream"

Asked = Request[Any, Any, State]


@dataclass(frozen=True, slots=True)
class Meters:
    """How often is asked: by each device; from each address with wrong codes, and without a signature."""

    devices: Meter
    codes: Meter
    guests: Meter


def county_of(request: Asked) -> County:
    """Return the county a request is for."""
    county = request.app.state["county"]
    if not isinstance(county, County):
        raise TypeError("the application has no county")
    return county


def meters_of(request: Asked) -> Meters:
    """Return what counts the requests of this process."""
    meters = request.app.state["meters"]
    if not isinstance(meters, Meters):
        raise TypeError("the application has no meters")
    return meters


def guest_of(request: Asked) -> str:
    """Return the address from which somebody asks without a signature, and count it.

    It is the one the connection comes from, or that a configured gateway names (`gateways`).

    Raises:
        Refused: "busy" (429): too much is asked from there.
    """
    guest = request.client.host if request.client else ""
    meters_of(request).guests.take(guest)
    return guest


def rounds_of(request: Asked) -> Together[tuple[Asked, bytes], bytes]:
    """Return where rounds wait for each other."""
    rounds = request.app.state["rounds"]
    if not isinstance(rounds, Together):
        raise TypeError("the application has no rounds")
    return rounds


def device_of(request: Asked, body: bytes) -> bytes:
    """Return the id of the device that signed the request, and count it.

    Raises:
        Refused: as `auth.device`; "busy" (429): the device asks too often.
    """
    device = auth.device(county_of(request), request.method, request.scope["path"], request.headers, body)
    meters_of(request).devices.take(device)
    contacts = request.app.state["contacts"]
    if isinstance(contacts, Contacts):
        contacts.heard(county_of(request), device)
    return device


def answer(
    county: County, content: bytes, media_type: str = MEDIA_TYPE, status: int = 200, **headers: str
) -> Response[bytes]:
    """Return an answer with these headers besides the usual ones."""
    return Response(content, media_type=media_type, status_code=status, headers={**usual(county), **headers})


def usual(county: County) -> dict[str, str]:
    """Return the headers of every answer that has a body."""
    return {**nonce(county), "Cache-Control": "no-store"}


def nonce(county: County) -> dict[str, str]:
    """Return the header that every answer has: the nonce of the next request."""
    return {NONCE_HEADER: auth.new_nonce(county)}
