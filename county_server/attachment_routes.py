"""Attachments over HTTP: sent by tus 1.0.0 (creation, checksum, termination, expiration), fetched by range.

What the headers of tus say is not signed; it need not be, since a piece at a wrong place is refused and the
whole is what its digest says or nothing. See `docs/sync.md` for the differences from the letter of tus.
"""

import base64
import binascii
import re
from email.utils import formatdate
from typing import Final

from litestar import Response, delete, get, head, patch, post, route
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, RawBody
from litestar.response import Stream

from county_server import blobs, uploads
from county_server.answers import BYTES, Asked, answer, county_of, device_of, usual
from county_server.county import County
from county_server.description import Signed, Tus, TusBegin, TusPiece, nothing
from county_server.description import answers as answers_of
from county_server.errors import Refused
from county_server.uploads import Upload
from sync import packing, tus
from sync.tus import TUS_CHUNK, TUS_VERSION

UPLOADS = "/v1/uploads"
TUS: Final = {"Tus-Resumable": TUS_VERSION}
_MOST_DIGITS = 12
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")

# Litestar wraps a handler for the thread pool once for each other method on its path, and then answers with
# a coroutine; so those that share a path go there by themselves.


@route(UPLOADS, http_method=["OPTIONS"], status_code=204, responses=nothing())
async def describe(request: Asked) -> Response[None]:
    """Say which parts of tus are spoken."""
    county = county_of(request)
    said = {"Tus-Version": TUS_VERSION, "Tus-Extension": "creation,checksum,termination,expiration"}
    more = {"Tus-Checksum-Algorithm": ",".join(uploads.CHECKSUMS), "Tus-Max-Size": str(county.limits.size)}
    return _bare(county, 204, **said, **more)


@post(
    UPLOADS,
    status_code=201,
    operation_class=TusBegin,
    responses=answers_of("`Upload`, packed.", 401, 403, 404, 412, status=201),
)
async def begin_upload(request: Asked, body: RawBody) -> Response[bytes]:
    """Begin an upload, or find again the one begun before."""
    return await sync_to_thread(_begin, request, body)


@head(UPLOADS + "/{upload:str}", operation_class=Tus, responses=nothing(401, 403, 404, 412, status=200))
async def find_upload(request: Asked, upload: FromPath[str]) -> Response[None]:
    """Say how far an upload is."""
    return await sync_to_thread(_find, request, upload)


@patch(
    UPLOADS + "/{upload:str}",
    status_code=204,
    operation_class=TusPiece,
    responses=nothing(401, 403, 404, 409, 412, 415, 460),
)
async def go_on_with_upload(request: Asked, upload: FromPath[str], body: RawBody) -> Response[None]:
    """Take the next bytes of an upload."""
    return await sync_to_thread(_append, request, upload, body)


@delete(
    UPLOADS + "/{upload:str}",
    status_code=204,
    operation_class=Tus,
    responses=nothing(401, 403, 404, 409, 412),
)
async def give_up_upload(request: Asked, upload: FromPath[str]) -> Response[None]:
    """Give an upload up."""
    return await sync_to_thread(_remove, request, upload)


@get(
    "/v1/blob/{digest:str}",
    media_type=BYTES,
    sync_to_thread=True,
    operation_class=Signed,
    responses=answers_of("All of it.", 401, 403, 404, 416, media_type=BYTES)
    | answers_of("A part of it.", 401, 403, 404, 416, status=206, media_type=BYTES),
)
def get_blob(request: Asked, digest: FromPath[str]) -> Response[bytes] | Stream:
    """Hand out an attachment, or the part of it that `Range` asks for."""
    county = county_of(request)
    size = blobs.length(county, device_of(request, b""), digest)
    headers = {"ETag": f'"{digest}"', "Accept-Ranges": "bytes"}
    wanted = _RANGE.fullmatch(request.headers.get("Range", ""))
    if wanted is None:
        length = {"Content-Length": str(size)}
        whole = blobs.whole(county, digest)
        return Stream(whole, media_type=BYTES, headers={**usual(county), **headers, **length})
    first = int(wanted[1])
    if first >= size or (wanted[2] and int(wanted[2]) < first):
        raise Refused("range", 416)
    data = blobs.read(county, digest, first, int(wanted[2] or size))
    place = f"bytes {first}-{first + len(data) - 1}/{size}"
    return answer(county, data, BYTES, 206, **headers, **{"Content-Range": place})


HANDLERS: Final = (describe, begin_upload, find_upload, go_on_with_upload, give_up_upload, get_blob)


def _begin(request: Asked, body: bytes) -> Response[bytes]:
    _check_version(request)
    county = county_of(request)
    device = device_of(request, body)
    if body:
        raise Refused("nonsense")  # creation-with-upload is not spoken
    digest = _metadata(request.headers.get("Upload-Metadata", "")).get("digest", "")
    upload = uploads.create(county, device, digest, _number(request, "Upload-Length"))
    packed = packing.pack(tus.Upload(id=upload.id, offset=upload.offset))
    place = {"Location": f"{UPLOADS}/{upload.id}"}
    return answer(county, packed, status=201, **TUS, **place, **_said(county, upload))


def _find(request: Asked, upload_id: str) -> Response[None]:
    _check_version(request)
    county = county_of(request)
    upload = uploads.find(county, device_of(request, b""), upload_id)
    name = base64.b64encode(upload.digest.encode()).decode()
    more = {"Upload-Length": str(upload.size), "Upload-Metadata": f"digest {name}"}
    return _bare(county, 200, **_said(county, upload), **more)


def _append(request: Asked, upload_id: str, body: bytes) -> Response[None]:
    _check_version(request)
    if request.headers.get("Content-Type") != TUS_CHUNK:
        raise Refused("nonsense", 415)
    county = county_of(request)
    upload = uploads.find(county, device_of(request, body), upload_id)
    offset, checksum = _number(request, "Upload-Offset"), request.headers.get("Upload-Checksum", "")
    upload = uploads.append(county, upload, offset, body, checksum)
    return _bare(county, 204, **_said(county, upload))


def _remove(request: Asked, upload_id: str) -> Response[None]:
    _check_version(request)
    county = county_of(request)
    uploads.remove(county, uploads.find(county, device_of(request, b""), upload_id))
    return _bare(county, 204)


def _said(county: County, upload: Upload) -> dict[str, str]:
    until = formatdate(uploads.expires_at(county, upload) / 1000, usegmt=True)
    return {"Upload-Offset": str(upload.offset), "Upload-Expires": until}


def _bare(county: County, status: int, **headers: str) -> Response[None]:
    return Response(None, status_code=status, headers={**usual(county), **TUS, **headers})


def _check_version(request: Asked) -> None:
    if request.headers.get("Tus-Resumable") != TUS_VERSION:
        raise Refused("version", 412)


def _number(request: Asked, header: str) -> int:
    given = request.headers.get(header, "")
    if not (given.isascii() and given.isdigit() and len(given) <= _MOST_DIGITS):
        raise Refused("nonsense")
    return int(given)


def _metadata(header: str) -> dict[str, str]:
    """Read `Upload-Metadata`: pairs of a key and a value in Base64, separated by commas."""
    found = {}
    for pair in header.split(","):
        key, _, value = pair.strip().partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode("ascii")
        except (binascii.Error, ValueError):
            raise Refused("nonsense") from None
    return found
