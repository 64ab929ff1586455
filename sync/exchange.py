"""One request to the county and its answer, over HTTP: the only module that knows the network.

Everything above takes an `Exchange`, a plain callable, so that rounds run in tests without a network and
later over a bundle. Whatever goes wrong on the way becomes a `SyncTrouble` with one of these codes:

| code | means |
|---|---|
| sync.offline | no connection, or it broke |
| sync.timeout | the county did not answer in time, or goes on for ever byte by byte |
| sync.tls | the address is not secured, or whoever answers speaks no TLS |
| sync.tls_expired, sync.tls_early | by the clock of this PC its certificate holds no more, or not yet |
| sync.tls_name | its certificate is of another address |
| sync.tls_stranger | its certificate is of an authority, or has a key, that is not the county's |
| sync.busy | it asks to come later; `retry_after` seconds if it said when |
| sync.server | it failed |
| sync.nonsense | the answer is not the county's: a captive portal, a proxy, another program |
| sync.refused | it does not accept the request; `reason` is its code |
| sync.revoked | this device is withdrawn |
| sync.code | the enrolment code is wrong, used or too old |
| sync.version | this program is too old for it |
| sync.absent | it does not have what was asked for |
| sync.too_large | the request is larger than it takes |
"""

import hashlib
import http.client
import io
import re
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import requests
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ReadTimeoutError
from urllib3.util import SKIP_HEADER

from sync.messages import (
    DEVICE_HEADER,
    NONCE_HEADER,
    SIGNATURE_HEADER,
    Refusal,
    signed_request,
)
from sync.packing import WIRE_LIMIT
from sync.tus import CHUNK_LIMIT
from village_desk.errors import SyncTrouble

CONNECT_SECONDS = 30
"""To connect, and to hand 16 kB of a request to the line: at 5 kbit/s it still goes."""
ANSWER_SECONDS = 120
"""Until the next byte of an answer, and until the last if none came before."""
SLOWEST = 250
"""Bytes a second: beyond `ANSWER_SECONDS` an answer that comes more slowly is given up. Or whoever answers
could hold a round for days with a byte every minute."""
ANSWER_LIMIT = max(WIRE_LIMIT, CHUNK_LIMIT) + 65_536
LOOPBACK = ("127.0.0.1", "localhost", "::1")

_nonces: dict[tuple[str, str], str] = {}
"""The nonce of the county's last answer, by its address and the device: it outlives a connection, so that a
round every five minutes, each with a connection of its own, needs no request to fetch one."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent: to a path of the county, signed by the device unless `signed` is false.

    `headers` stand beside the usual ones and are not signed.
    """

    method: str
    path: str
    body: bytes = b""
    signed: bool = True
    headers: Mapping[str, str] = field(default_factory=dict)


Exchange = Callable[[Request], bytes]
"""Sends a request and returns the body of the answer.

Raises:
    SyncTrouble: see the table above; the request may or may not have reached the county.
"""


@dataclass(frozen=True, slots=True)
class Identity:
    """The device that signs: its id, and the signature of its key."""

    device: str
    sign: Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Tls:
    """How the county is recognised.

    Attributes:
        ca_file: Certificates to trust in place of the system's; None for the system's.
        pins: SHA-256 of the public keys (SPKI, hexadecimal) one of which it must show; at least two are
            wise, so that one can be replaced. Empty: any certificate that the authorities vouch for.
    """

    ca_file: Path | None = None
    pins: frozenset[str] = frozenset()


class HttpExchange:
    """An `Exchange` over HTTP with one kept connection; not for two threads at once."""

    def __init__(self, address: str, identity: Identity | None = None, tls: Tls | None = None) -> None:
        self._address = _checked(address)
        self._identity = identity
        self._at = (self._address, identity.device if identity else "")
        self._http = _session(tls or Tls())

    def __call__(self, request: Request) -> bytes:
        """Send `request`; see `Exchange`."""
        if request.signed and self._at not in _nonces:
            self._answer(Request("GET", "/v1/hello", signed=False))
        reply = self._answer(request)
        if request.signed and reply.status == 401 and reply.refusal == "nonce":
            reply = self._answer(request)  # the nonce had aged; the refusal brought a fresh one
        if reply.status >= 300:
            raise trouble_of(reply.status, reply.refusal, reply.retry_after)
        if not (reply.content or reply.nonced):
            raise SyncTrouble("sync.nonsense", status=reply.status)  # some portals answer everything with 204
        return reply.content

    def close(self) -> None:
        """Let the connection go."""
        self._http.close()

    def _answer(self, request: Request) -> "_Answer":
        try:
            reply = self._http.request(
                request.method,
                self._address + request.path,
                # As a file, so that it is handed over in blocks and a slow line is given time for each.
                data=io.BytesIO(request.body) if request.body else None,
                headers=self._headers(request),
                timeout=(CONNECT_SECONDS, ANSWER_SECONDS),
                allow_redirects=False,
                stream=True,
            )
            content = _read_limited(reply)
        except requests.exceptions.RequestException as error:
            raise SyncTrouble(_code_of(error)) from None
        nonced = NONCE_HEADER in reply.headers
        if nonced:
            _nonces[self._at] = reply.headers[NONCE_HEADER]
        return _Answer(reply.status_code, content, nonced, reply.headers.get("Retry-After"))

    def _headers(self, request: Request) -> dict[str, str]:
        # Headers that say nothing are left out: a round with nothing to do is mostly headers.
        headers: dict[str, Any] = {"Accept-Encoding": SKIP_HEADER, "User-Agent": SKIP_HEADER}
        headers.update(request.headers)
        if not request.signed or self._identity is None:
            return headers
        nonce = _nonces.get(self._at, "")
        claim = signed_request(request.method, request.path, nonce, request.body)
        return {
            **headers,
            DEVICE_HEADER: self._identity.device,
            NONCE_HEADER: nonce,
            SIGNATURE_HEADER: self._identity.sign(claim).hex(),
        }


def trouble_of(status: int, code: str, retry_after: str | None = None) -> SyncTrouble:
    """Return what a refusal means for a desk: `status` of HTTP, `code` of a `Refusal` or ""."""
    known = {
        "revoked": "sync.revoked",
        "code": "sync.code",
        "unit": "sync.other_unit",
        "device": "sync.unknown",
        "version": "sync.version",
        "absent": "sync.absent",
        "too_large": "sync.too_large",
    }
    if status in (429, 502, 503, 504):
        seconds = float(retry_after) if retry_after and re.fullmatch("[0-9]{1,9}", retry_after) else None
        return SyncTrouble("sync.busy", retry_after=seconds)
    if status >= 500:
        return SyncTrouble("sync.server", status=status)
    if status < 400 or not code:
        return SyncTrouble("sync.nonsense", status=status)
    if code.startswith("bundle_"):
        return SyncTrouble(code.replace("_", ".", 1))
    return SyncTrouble(known.get(code, "sync.refused"), reason=code)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    content: bytes
    nonced: bool
    retry_after: str | None

    @property
    def refusal(self) -> str:
        """The code of the refusal, or "" when the body is none."""
        try:
            code = msgspec.json.decode(self.content, type=Refusal).code
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return ""
        return code if code.isidentifier() and len(code) <= 40 else ""


def _read_limited(reply: requests.Response) -> bytes:
    """Read the body, but not an endless one."""
    parts: list[bytes] = []
    size = 0
    for part in reply.iter_content(65_536):
        size += len(part)
        if size > ANSWER_LIMIT:
            reply.close()
            raise SyncTrouble("sync.nonsense", what="size")
        parts.append(part)
    return b"".join(parts)


def _checked(address: str) -> str:
    """Return the address of a county without a trailing slash.

    Raises:
        SyncTrouble: "sync.address": not an address; "sync.tls": neither secured nor on this machine.
    """
    parts = urlsplit(address.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SyncTrouble("sync.address")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise SyncTrouble("sync.tls")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def _code_of(error: requests.exceptions.RequestException) -> str:
    """Return the code of what broke a request; the texts of such errors may quote addresses."""
    causes = list(_causes(error))
    refused = next((cause for cause in causes if isinstance(cause, ssl.SSLCertVerificationError)), None)
    if refused:
        return _CERTIFICATE_FAULTS.get(refused.verify_code, "sync.tls")
    if any(isinstance(cause, _TOO_LATE) for cause in causes):
        return "sync.timeout"
    # A line that breaks within TLS is an error of TLS to Python.
    broken = any(isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError) for cause in causes)
    return "sync.tls" if isinstance(error, requests.exceptions.SSLError) and not broken else "sync.offline"


_TOO_LATE = (TimeoutError, ReadTimeoutError, requests.exceptions.Timeout)
_CERTIFICATE_FAULTS = {
    9: "sync.tls_early",
    10: "sync.tls_expired",
    **dict.fromkeys((18, 19, 20, 21), "sync.tls_stranger"),
    **dict.fromkeys((62, 64), "sync.tls_name"),
}
"""By number of OpenSSL (X509_V_ERR_…): not yet valid, expired; authorities nobody knows; other names."""
_OTHER_KEY = 18
"""X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: what a key that is not pinned counts as."""


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk through an error and those it was made of, as requests and urllib3 pack them."""
    yield error
    for inner in (*error.args, getattr(error, "reason", None)):
        if isinstance(inner, BaseException):
            yield from _causes(inner)


def _session(tls: Tls) -> requests.Session:
    session = requests.Session()
    session.trust_env = False  # a proxy set in the environment would be a man in the middle
    session.headers.clear()
    try:
        session.mount("https://", _Adapter(tls))
    except OSError:  # the file of certificates is gone, or holds none
        raise SyncTrouble("sync.tls") from None
    session.mount("http://", _Adapter(Tls()))
    return session


class _Adapter(HTTPAdapter):
    """Checks the certificate's chain and its pinned public key before a byte of a request is sent.

    Its connections lose patience with an answer that comes byte by byte.
    """

    def __init__(self, tls: Tls) -> None:
        self._tls = tls
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as requests declares it
        context = ssl.create_default_context(cafile=str(self._tls.ca_file) if self._tls.ca_file else None)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        super().init_poolmanager(*args, ssl_context=context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _secured_pool(self._tls.pins)}


def _secured_pool(pins: frozenset[str]) -> type[HTTPSConnectionPool]:
    class Connection(HTTPSConnection):
        response_class = _Patient

        def connect(self) -> None:
            super().connect()
            if not pins:
                return
            shown = self.sock.getpeercert(binary_form=True) if isinstance(self.sock, ssl.SSLSocket) else None
            if shown is None or spki_pin(shown) not in pins:
                self.close()
                refused = ssl.SSLCertVerificationError("the public key is not among the pins")
                refused.verify_code = _OTHER_KEY
                raise refused

    class Pool(HTTPSConnectionPool):
        ConnectionCls = Connection

    return Pool


class _Patient(http.client.HTTPResponse):
    """An answer, head and body, that is waited for as long as it comes at some speed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as http.client declares it
        super().__init__(*args, **kwargs)
        self.fp = io.BufferedReader(_Patience(self.fp.detach()))


class _Patience(io.RawIOBase):
    """The bytes of a line: they are given `ANSWER_SECONDS`, and more at `SLOWEST` as they come."""

    def __init__(self, line: io.RawIOBase) -> None:
        self._line = line
        self._until = time.monotonic() + ANSWER_SECONDS

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401 - a buffer, as io declares it
        if time.monotonic() > self._until:
            raise TimeoutError("the answer comes too slowly")
        count = self._line.readinto(buffer)
        self._until += (count or 0) / SLOWEST
        return count

    def close(self) -> None:
        self._line.close()
        super().close()


class _Pool(HTTPConnectionPool):
    class ConnectionCls(HTTPConnection):
        response_class = _Patient


def spki_pin(certificate: bytes) -> str:
    """Return the pin of a certificate given as DER: SHA-256 of its public key's SPKI, hexadecimal."""
    public = x509.load_der_x509_certificate(certificate).public_key()
    return hashlib.sha256(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()
