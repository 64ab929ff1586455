"""The county over HTTP: six routes, every answer with the nonce of the next request.

Handlers run in the thread pool, because all of them touch the database. A refusal is a status and a stable
code; nothing that was sent ever comes back, and nothing of it stands in the log.
"""

import logging
import traceback
from typing import Any

import msgspec
from litestar import Litestar, Request, Response, get, post, put
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.exceptions import HTTPException, InternalServerException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.params import FromPath, RawBody

from county_server import auth, blobs, enrolment, log, service
from county_server.county import County
from county_server.errors import Refused
from sync import packing
from sync.messages import BLOB_LIMIT, NONCE_HEADER, PROTOCOL, Hello, Refusal
from sync.packing import MEDIA_TYPE, WIRE_LIMIT

BODY_LIMIT = max(BLOB_LIMIT, WIRE_LIMIT)
ENROL_LIMIT = 65_536
RETRY_SECONDS = "5"
"""What a desk is told when the county is busy; it adds a random part of its own."""
BYTES = "application/octet-stream"

_log = logging.getLogger(__name__)
_LINE_BROKE = "client disconnected prematurely"
_CODES = {404: "absent", 405: "nonsense", 413: "too_large"}

Asked = Request[Any, Any, State]


@get("/v1/hello", sync_to_thread=False)
def hello(request: Asked) -> Response[bytes]:
    """Say which county this is and which protocols it speaks; the header brings the first nonce."""
    county = _county(request)
    return _answer(
        county,
        packing.pack(
            Hello(protocols=(PROTOCOL, PROTOCOL), now=county.clock(), county=county.code, name=county.name)
        ),
    )


@post("/v1/enrol", sync_to_thread=True, status_code=200, request_max_body_size=ENROL_LIMIT)
def enrol(request: Asked, body: RawBody) -> Response[bytes]:
    """Make a desk a device, by a one-time code."""
    county = _county(request)
    return _answer(county, enrolment.enrol(county, body))


@post("/v1/sync", sync_to_thread=True, status_code=200)
def sync(request: Asked, body: RawBody) -> Response[bytes]:
    """Push and pull in one round."""
    county = _county(request)
    said = service.answer(county, _device(request, body), body)
    return _answer(county, said) if said else Response(b"", status_code=204, headers=_nonce(county))


# Litestar wraps a handler for the thread pool once for each other method on its path, and then answers with
# a coroutine; so the two that share a path go there by themselves.


@put("/v1/blob/{digest:str}", status_code=201)
async def put_blob(request: Asked, digest: FromPath[str], body: RawBody) -> Response[bytes]:
    """Take an attachment, whole: 201 when it is new, 200 when it was here."""
    return await sync_to_thread(_put_blob, request, digest, body)


@get("/v1/blob/{digest:str}", media_type=BYTES)
async def get_blob(request: Asked, digest: FromPath[str]) -> Response[bytes]:
    """Hand out an attachment, whole."""
    return await sync_to_thread(_get_blob, request, digest)


@get("/v1/proof/{seq:int}/{size:int}", sync_to_thread=True)
def proof(request: Asked, seq: FromPath[int], size: FromPath[int]) -> Response[bytes]:
    """Prove that a row stands in the log as it was when it had `size` rows."""
    county = _county(request)
    _device(request, b"")
    return _answer(county, packing.pack(log.inclusion(county, seq, size)))


def _put_blob(request: Asked, digest: str, body: bytes) -> Response[bytes]:
    county = _county(request)
    new = blobs.put(county, _device(request, body), digest, body)
    return _answer(county, b"", BYTES, 201 if new else 200)


def _get_blob(request: Asked, digest: str) -> Response[bytes]:
    county = _county(request)
    return _answer(county, blobs.get(county, _device(request, b""), digest), BYTES)


@get("/health", sync_to_thread=True)
def health(request: Asked) -> Response[bytes]:
    """Say that the database answers; for whoever watches the server."""
    county = _county(request)
    with county.database.reading():
        county.database.one("SELECT head FROM feed_head WHERE one = 1")
    return _answer(county, b'{"status":"ok"}', "application/json")


def make(county: County) -> Litestar:
    """Return the application of one county; it closes the county when it shuts down."""
    return Litestar(
        route_handlers=[hello, enrol, sync, put_blob, get_blob, proof, health],
        state=State({"county": county}),
        on_shutdown=[county.close],
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


def _county(request: Asked) -> County:
    county = request.app.state["county"]
    if not isinstance(county, County):
        raise TypeError("the application has no county")
    return county


def _device(request: Asked, body: bytes) -> bytes:
    return auth.device(_county(request), request.method, request.scope["path"], request.headers, body)


def _answer(
    county: County, content: bytes, media_type: str = MEDIA_TYPE, status: int = 200
) -> Response[bytes]:
    headers = {**_nonce(county), "Cache-Control": "no-store"}
    return Response(content, media_type=media_type, status_code=status, headers=headers)


def _nonce(county: County) -> dict[str, str]:
    return {NONCE_HEADER: auth.new_nonce(county)}


def _refusal(request: Asked, code: str, status: int) -> Response[bytes]:
    answer = _answer(_county(request), msgspec.json.encode(Refusal(code)), "application/json", status)
    if status in (429, 503):
        answer.headers["Retry-After"] = RETRY_SECONDS
    return answer


def _refused(request: Asked, error: Refused) -> Response[bytes]:
    return _refusal(request, error.code, error.status)


def _refused_by_frame(request: Asked, error: HTTPException) -> Response[bytes]:
    """Answer what litestar itself turned away: an unknown path, a wrong method, too many bytes."""
    return _refusal(request, _CODES.get(error.status_code, "nonsense"), error.status_code)


def _crashed(request: Asked, error: Exception) -> Response[bytes]:
    """Log where it happened but not what was said: texts of exceptions may quote personal data.

    A line that breaks in the middle of a request is no crash: the desk will send it again.
    """
    if isinstance(error, InternalServerException) and error.detail == _LINE_BROKE:
        return _refusal(request, "server", 500)
    places = " < ".join(
        f"{frame.name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(error.__traceback__))
    )
    _log.error("unexpected %s in %s", type(error).__name__, places)
    return _refusal(request, "server", 500)
