"""What the county's OpenAPI says of its routes beyond their paths: what is sent, answered and refused.

Messages are JSON in zstd, which OpenAPI cannot look into: they are described as bytes, by the name they have
in `sync.messages`. A status that is not described is a mistake of ours; generated requests look for one.
"""

from dataclasses import dataclass
from typing import Final

from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import (
    OpenAPIFormat,
    OpenAPIMediaType,
    OpenAPIType,
    Operation,
    Parameter,
    RequestBody,
    Schema,
)

from sync.messages import DEVICE_HEADER, NONCE_HEADER, SIGNATURE_HEADER, Refusal
from sync.packing import MEDIA_TYPE
from sync.tus import TUS_CHUNK

Responses = dict[int, ResponseSpec]

_WHY: Final = {
    400: "Not a request of this interface.",
    401: "Not signed, or with an old nonce, or by no device of this county.",
    403: "The device is withdrawn; the code of an enrolment is wrong, used or too old.",
    404: "There is no such thing, or none this device may see.",
    409: "An upload that is elsewhere by now.",
    412: "Another version of tus.",
    413: "More than is taken at once.",
    415: "A piece of an upload that is not said to be one.",
    416: "Nothing lies there.",
    426: "A program too old for this county.",
    429: "Asked too often: come back after Retry-After.",
    460: "Not the bytes they were said to be.",
    503: "The county is busy: come back after Retry-After.",
}


def refusals(*statuses: int) -> Responses:
    """Describe refusals by their statuses; too much, too often and busy may be answered by every route."""
    return {
        status: ResponseSpec(Refusal, generate_examples=False, description=_WHY[status])
        for status in sorted({400, 413, 429, 503, *statuses})
    }


def answers(message: str, *statuses: int, status: int = 200, media_type: str = MEDIA_TYPE) -> Responses:
    """Describe an answer of bytes, called `message`, and refusals."""
    said = ResponseSpec(bytes, generate_examples=False, description=message, media_type=media_type)
    return {status: said, **refusals(*statuses)}


def nothing(*statuses: int, status: int = 204) -> Responses:
    """Describe an answer without a body, and refusals."""
    return {status: ResponseSpec(None, generate_examples=False, description="Done."), **refusals(*statuses)}


def told() -> Responses:
    """Describe an answer for people and programs that watch the server."""
    said = ResponseSpec(dict[str, str], generate_examples=False, description="It works.")
    return {200: said, **refusals()}


def _header(name: str, what: str) -> Parameter:
    return Parameter(
        name=name, param_in="header", description=what, required=True, schema=Schema(type=OpenAPIType.STRING)
    )


def _body(media_type: str) -> RequestBody:
    schema = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
    return RequestBody(content={media_type: OpenAPIMediaType(schema=schema)}, required=True)


@dataclass
class Message(Operation):
    """A route that is sent a packed message, by anybody."""

    def __post_init__(self) -> None:
        """Say what is sent."""
        self.request_body = _body(MEDIA_TYPE)


@dataclass
class Signed(Operation):
    """A route that asks for a device's signature over method, path, nonce and body."""

    def __post_init__(self) -> None:
        """Say which headers are sent."""
        self.parameters = [
            *(self.parameters or ()),
            _header(DEVICE_HEADER, "Id of the device, 32 hexadecimal digits."),
            _header(NONCE_HEADER, "The nonce of the county's last answer."),
            _header(SIGNATURE_HEADER, "Signature of the request, hexadecimal digits."),
        ]


@dataclass
class SignedMessage(Signed):
    """A signed route that is sent a packed message."""

    def __post_init__(self) -> None:
        """Say what is sent."""
        super().__post_init__()
        self.request_body = _body(MEDIA_TYPE)


@dataclass
class Tus(Signed):
    """A signed route of tus."""

    def __post_init__(self) -> None:
        """Say which headers are sent."""
        super().__post_init__()
        self.parameters = [*(self.parameters or ()), _header("Tus-Resumable", "1.0.0")]


@dataclass
class TusBegin(Tus):
    """The beginning of an upload."""

    def __post_init__(self) -> None:
        """Say which headers are sent."""
        super().__post_init__()
        length = _header("Upload-Length", "How many bytes it will have.")
        digest = _header("Upload-Metadata", "digest and its SHA-256 (hexadecimal digits) in Base64.")
        self.parameters = [*(self.parameters or ()), length, digest]


@dataclass
class TusPiece(Tus):
    """The next bytes of an upload."""

    def __post_init__(self) -> None:
        """Say what is sent."""
        super().__post_init__()
        self.parameters = [*(self.parameters or ()), _header("Upload-Offset", "Where they begin.")]
        self.request_body = _body(TUS_CHUNK)


@dataclass
class BundlePiece(Operation):
    """The next bytes of a bundle, brought by anybody."""

    def __post_init__(self) -> None:
        """Say what is sent."""
        offset = _header("Upload-Offset", "Where they begin.")
        length = _header("Upload-Length", "How many bytes the bundle has.")
        self.parameters = [*(self.parameters or ()), offset, length]
        self.request_body = _body("application/octet-stream")


@dataclass
class Ranged(Operation):
    """A part of a file, which anybody may fetch."""

    def __post_init__(self) -> None:
        """Say which header is sent."""
        self.parameters = [*(self.parameters or ()), _header("Range", "bytes=first-last")]
