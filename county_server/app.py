"""The county over HTTP: hello, enrolment, rounds, proofs; attachments stand in `attachment_routes`.

Handlers run in the thread pool, because all of them touch the database. A refusal is a status and a stable
code; nothing that was sent ever comes back, and nothing of it stands in the log.
"""

import logging
from collections.abc import Sequence

import msgspec
from litestar import Litestar, Response, get, post
from litestar.datastructures import State
from litestar.exceptions import HTTPException, InternalServerException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.params import FromPath, RawBody

from county_server import (
    attachment_routes,
    bundle_routes,
    enrolment,
    log,
    log_lines,
    metrics,
    service,
    snapshots,
    succession,
)
from county_server.answers import (
    Asked,
    Meters,
    answer,
    county_of,
    device_of,
    guest_of,
    meters_of,
    nonce,
    rounds_of,
)
from county_server.contacts import Contacts
from county_server.county import County
from county_server.description import Message, Signed, SignedMessage, answers, nothing, told
from county_server.errors import Refused
from county_server.limits import RETRY_SECONDS, USUAL, Limits, Meter
from county_server.metrics import Watch
from county_server.service import Round
from county_server.together import Together
from county_server.web.routes import ROUTER
from sync import packing
from sync.messages import PROTOCOL, Hello, Refusal
from sync.packing import WIRE_LIMIT
from sync.tus import CHUNK_LIMIT

BODY_LIMIT = max(CHUNK_LIMIT, WIRE_LIMIT)
RECORD_DIGITS = 32
ENROL_LIMIT = 65_536

_log = logging.getLogger(__name__)
_LINE_BROKE = "client disconnected prematurely"
_CODES = {404: "absent", 405: "nonsense", 413: "too_large"}


@get("/v1/hello", sync_to_thread=False, responses=answers("`Hello`, packed."))
def hello(request: Asked) -> Response[bytes]:
    """Say which county this is and which protocols it speaks; the header brings the first nonce."""
    guest_of(request)
    county = county_of(request)
    return answer(
        county,
        packing.pack(
            Hello(protocols=(PROTOCOL, PROTOCOL), now=county.clock(), county=county.code, name=county.name)
        ),
    )


@post(
    "/v1/enrol",
    sync_to_thread=True,
    status_code=200,
    request_max_body_size=ENROL_LIMIT,
    operation_class=Message,
    responses=answers("`EnrolReply`, packed.", 403, 426),
)
def enrol(request: Asked, body: RawBody) -> Response[bytes]:
    """Make a desk a device, by a one-time code; wrong ones are counted by where they come from."""
    county, codes = county_of(request), meters_of(request).codes
    guest = guest_of(request)
    codes.take(guest)
    try:
        enrolled = enrolment.enrol(county, body)
    except Refused as refused:
        if refused.code != "code":
            codes.give_back(guest)
        raise
    codes.give_back(guest)
    return answer(county, enrolled)


@post(
    "/v1/sync",
    status_code=200,
    operation_class=SignedMessage,
    responses=nothing(401, 403, 426) | answers("`SyncReply`, packed.", 401, 403, 426),
)
async def sync(request: Asked, body: RawBody) -> Response[bytes]:
    """Push and pull in one round, together with those that come at the same moment."""
    county = county_of(request)
    said = await rounds_of(request).answer((request, body), len(body))
    return answer(county, said) if said else Response(b"", status_code=204, headers=nonce(county))


def _answered(asked: Sequence[tuple[Asked, bytes]]) -> list[bytes | Refused]:
    """Answer rounds of the same county; what is wrong with one of them is refused to its device alone."""
    opened = [_opened(*one) for one in asked]
    rounds = [one for one in opened if isinstance(one, Round)]
    answers = iter(service.answers(county_of(asked[0][0]), rounds) if rounds else ())
    return [next(answers) if isinstance(one, Round) else one for one in opened]


def _opened(request: Asked, body: bytes) -> Round | Refused:
    try:
        found = service.opened(device_of(request, body), body)
    except Refused as refused:
        return refused
    contacts: Contacts = request.app.state["contacts"]
    contacts.told(county_of(request), found.device, found.asked)
    return found


@post(
    "/v1/states",
    sync_to_thread=True,
    status_code=200,
    operation_class=SignedMessage,
    responses=answers("`StatesReply`, packed.", 401, 403, 426),
)
def states(request: Asked, body: RawBody) -> Response[bytes]:
    """Answer the next records as they stand, for a first sync."""
    county = county_of(request)
    return answer(county, snapshots.answer(county, device_of(request, body), body))


@get(
    "/v1/history/{kind:str}/{record:str}",
    sync_to_thread=True,
    operation_class=Signed,
    responses=answers("`HistoryReply`, packed.", 401, 403, 404),
)
def history(request: Asked, kind: FromPath[str], record: FromPath[str]) -> Response[bytes]:
    """Answer who changed what of one record, for a desk that began with its state."""
    county = county_of(request)
    device = device_of(request, b"")
    if len(record) != RECORD_DIGITS or set(record) - set("0123456789abcdef"):
        raise Refused("absent", 404)
    found = snapshots.history(county, device, kind, bytes.fromhex(record))
    return answer(county, packing.pack(found))


@post(
    "/v1/succeed",
    sync_to_thread=True,
    status_code=200,
    operation_class=SignedMessage,
    responses=answers("`SuccessionReply`, packed.", 401, 403, 426),
)
def succeed(request: Asked, body: RawBody) -> Response[bytes]:
    """Let a device go on as another: its file was copied, or an old copy came back."""
    county = county_of(request)
    return answer(county, succession.succeed(county, device_of(request, body), body))


@get(
    "/v1/proof/{seq:int}/{size:int}",
    sync_to_thread=True,
    operation_class=Signed,
    responses=answers("`Inclusion`, packed.", 401, 404),
)
def proof(request: Asked, seq: FromPath[int], size: FromPath[int]) -> Response[bytes]:
    """Prove that a row stands in the log as it was when it had `size` rows."""
    county = county_of(request)
    device_of(request, b"")
    return answer(county, packing.pack(log.inclusion(county, seq, size)))


@get("/health", sync_to_thread=True, responses=told())
def health(request: Asked) -> Response[bytes]:
    """Say that the database answers; for whoever watches the server."""
    guest_of(request)
    county = county_of(request)
    with county.database.reading():
        county.database.one("SELECT head FROM feed_head WHERE one = 1")
    return answer(county, b'{"status":"ok"}', "application/json")


def make(
    county: County, limits: Limits = USUAL, *, secure: bool = False, watch: Watch | None = None
) -> Litestar:
    """Return the application of one county; it closes the county when it shuts down.

    `secure` says that browsers reach it by TLS; `watch` who may ask how it does, by default this machine.
    """
    packing.make_readers()
    contacts = Contacts()

    def ended() -> None:
        contacts.write(county)
        county.close()

    meters = Meters(
        devices=Meter(limits.device_minute),
        codes=Meter(limits.codes_minute),
        guests=Meter(limits.guest_minute),
    )
    return Litestar(
        route_handlers=[
            *(hello, enrol, succeed, sync, states, history, proof, health, metrics.figures),
            *attachment_routes.HANDLERS,
            *bundle_routes.HANDLERS,
            ROUTER,
        ],
        state=State(
            {
                "county": county,
                "meters": meters,
                "contacts": contacts,
                "rounds": Together(_answered),
                "secure": secure,
                "watch": watch or Watch(),
            }
        ),
        on_shutdown=[ended],
        request_max_body_size=BODY_LIMIT,
        exception_handlers={Refused: _refused, HTTPException: _refused_by_frame, 500: _crashed},
        openapi_config=OpenAPIConfig(
            title="Village Desk county server",
            version=str(PROTOCOL),
            path="/openapi",
            render_plugins=[JsonRenderPlugin()],  # the others load scripts from strangers
            use_handler_docstrings=True,
        ),
        logging_config=None,
    )


def _refusal(request: Asked, code: str, status: int, wait: int = RETRY_SECONDS) -> Response[bytes]:
    refused = answer(county_of(request), msgspec.json.encode(Refusal(code)), "application/json", status)
    if status in (429, 503):
        refused.headers["Retry-After"] = str(wait)
    if request.scope["path"].startswith(attachment_routes.UPLOADS):
        refused.headers.update(attachment_routes.TUS)
    return refused


def _refused(request: Asked, error: Refused) -> Response[bytes]:
    wait = error.details.get("retry_after")
    return _refusal(request, error.code, error.status, wait if isinstance(wait, int) else RETRY_SECONDS)


def _refused_by_frame(request: Asked, error: HTTPException) -> Response[bytes]:
    """Answer what litestar itself turned away: an unknown path, a wrong method, too many bytes."""
    return _refusal(request, _CODES.get(error.status_code, "nonsense"), error.status_code)


def _crashed(request: Asked, error: Exception) -> Response[bytes]:
    """Log where it happened but not what was said: texts of exceptions may quote personal data.

    A line that breaks in the middle of a request is no crash: the desk will send it again.
    """
    if isinstance(error, InternalServerException) and error.detail == _LINE_BROKE:
        return _refusal(request, "server", 500)
    _log.error("unexpected %s in %s", type(error).__name__, log_lines.places(error))
    return _refusal(request, "server", 500)
