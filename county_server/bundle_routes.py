"""Bundles over HTTP, brought by anybody: `sync.sticks.carrier` is the other end."""

import re
from typing import Final

from litestar import Response, get, patch, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, RawBody

from county_server import bundle_files
from county_server.answers import BYTES, Asked, answer, county_of, guest_of, usual
from county_server.description import BundlePiece, Ranged, answers, nothing
from county_server.errors import Refused
from sync import packing, tus
from sync.sticks.carrier import ANSWERS, BUNDLES

_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{1,12})")
_MOST_DIGITS = 12


@get(BUNDLES + "/{digest:str}", responses=answers("`Upload`, packed.", 403, 404))
async def find_bundle(request: Asked, digest: FromPath[str]) -> Response[bytes]:
    """Say how much of a bundle is here."""
    guest_of(request)
    county = county_of(request)
    offset = await sync_to_thread(bundle_files.length, county, digest)
    return answer(county, packing.pack(tus.Upload(id=digest, offset=offset)))


@patch(
    BUNDLES + "/{digest:str}",
    status_code=204,
    operation_class=BundlePiece,
    responses=nothing(403, 404, 409, 460),
)
async def go_on_with_bundle(request: Asked, digest: FromPath[str], body: RawBody) -> Response[None]:
    """Take the next bytes of a bundle; the first bring its signed header."""
    guest_of(request)
    county = county_of(request)
    place = (_number(request, "Upload-Offset"), _number(request, "Upload-Length"))
    await sync_to_thread(bundle_files.append, county, digest, place, body)
    return Response(None, status_code=204, headers=usual(county))


@post(
    BUNDLES + "/{digest:str}",
    status_code=200,
    responses=answers("What became of it, packed.", 403, 404, 409, 426, 460),
)
async def take_bundle(request: Asked, digest: FromPath[str]) -> Response[bytes]:
    """Take in a whole bundle; name the files of the answer."""
    guest_of(request)
    county = county_of(request)
    outcome = await sync_to_thread(bundle_files.take, county, digest)
    return answer(county, packing.pack(outcome))


@get(
    ANSWERS + "/{digest:str}",
    sync_to_thread=True,
    media_type=BYTES,
    operation_class=Ranged,
    responses=answers("A part of it.", 403, 404, 416, status=206, media_type=BYTES),
)
def get_answer(request: Asked, digest: FromPath[str]) -> Response[bytes]:
    """Hand out the part of an answer that `Range` asks for; it is sealed to one desk."""
    guest_of(request)
    county = county_of(request)
    wanted = _RANGE.fullmatch(request.headers.get("Range", ""))
    if wanted is None:
        raise Refused("range", 416)
    data = bundle_files.read_answer(county, digest, int(wanted[1]), int(wanted[2]))
    return answer(county, data, BYTES, 206)


HANDLERS: Final = (find_bundle, go_on_with_bundle, take_bundle, get_answer)


def _number(request: Asked, header: str) -> int:
    given = request.headers.get(header, "")
    if not (given.isascii() and given.isdigit() and len(given) <= _MOST_DIGITS):
        raise Refused("nonsense")
    return int(given)
