"""What a county takes on at once, and how often it may be asked: more is put off, and told until when.

A process counts for itself, in memory: limits keep a server on its feet and decide nothing about data. What
is turned away here was not looked at, so a desk sends it again and nothing is lost or doubled. An
authenticated device is counted by itself; what strangers may ask for as well (hello, enrolment, bundles,
health) by the address it comes from, and wrong enrolment codes there once more, by a tighter measure.
"""

import asyncio
import math
import threading
import time
from collections.abc import Awaitable, Callable, Hashable, MutableMapping
from dataclasses import dataclass
from typing import Any

import msgspec

from county_server.errors import Refused
from sync.messages import Refusal

RETRY_SECONDS = 5
"""What a desk is told when the county is busy; it adds a random part of its own."""
SILENCE_SECONDS = 60.0
"""A request of which nothing more comes for so long is given up: at 5 kbit/s something would have come."""
SLOWEST = 250.0
"""Bytes a second of a body, beyond `SILENCE_SECONDS`: one that drips would hold its place, and its memory."""
MOST_KEPT = 20_000
"""Most askers remembered by a `Meter`; those that have not asked for a while are forgotten first."""

_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
Asgi = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process takes.

    Attributes:
        requests: Most requests under way at once, waiting ones included.
        bytes: Most bytes of their bodies together.
        device_minute: Requests of one device in a minute; as many may come at once after a quiet minute.
        codes_minute: Wrong enrolment codes from one address in a minute.
        guest_minute: Requests without a signature from one address in a minute; a whole county's desks may
            stand behind one address and say hello together.
    """

    requests: int = 1_000
    bytes: int = 512 * 1_048_576
    device_minute: int = 1_200
    codes_minute: int = 10
    guest_minute: int = 3_000


USUAL = Limits()
"""For a county on a small machine."""


class Meter:
    """Counts how often each asker asks: so many a minute, refilled evenly; for any number of threads."""

    def __init__(self, minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._minute = minute
        self._clock = clock
        self._left: dict[Hashable, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def take(self, asker: Hashable) -> None:
        """Count one request.

        Raises:
            Refused: "busy" (429) with `retry_after`, whole seconds, when the asker has used up its share.
        """
        with self._lock:
            left = self._now(asker)
            if left < 1:
                wait = math.ceil((1 - left) * 60 / self._minute)
                raise Refused("busy", 429, retry_after=max(wait, RETRY_SECONDS))
            self._keep(asker, left - 1)

    def give_back(self, asker: Hashable) -> None:
        """Take back what was counted: the request was none of those to be limited."""
        with self._lock:
            self._keep(asker, self._now(asker) + 1)

    def _now(self, asker: Hashable) -> float:
        left, at = self._left.pop(asker, (float(self._minute), 0.0))
        now = left + (self._clock() - at) * self._minute / 60
        self._keep(asker, now)
        return min(now, float(self._minute))

    def _keep(self, asker: Hashable, left: float) -> None:
        if len(self._left) >= MOST_KEPT and asker not in self._left:
            del self._left[next(iter(self._left))]  # the one that asked longest ago
        self._left[asker] = (min(left, float(self._minute)), self._clock())


class Gate:
    """The application behind a bound on what is under way; once closed, only that is finished."""

    def __init__(self, app: Asgi, limits: Limits, nonce: Callable[[], dict[str, str]]) -> None:
        self._app = app
        self._limits = limits
        self._nonce = nonce
        self._bytes = 0
        self.requests = 0
        self.closed = False

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        """Let a request in, or answer 503 with the time to come back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        size = _declared(scope, self._limits.bytes)
        full = self.requests >= self._limits.requests or self._bytes + size > self._limits.bytes
        if self.closed or full:
            await self._refuse(send)
            return
        self.requests += 1
        self._bytes += size
        try:
            await self._app(scope, _in_time(receive), send)
        finally:
            self.requests -= 1
            self._bytes -= size

    async def _refuse(self, send: _Send) -> None:
        headers = {"Content-Type": "application/json", "Retry-After": str(RETRY_SECONDS), **self._nonce()}
        body = msgspec.json.encode(Refusal("busy"))
        headers["Content-Length"] = str(len(body))
        pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": 503, "headers": pairs})
        await send({"type": "http.response.body", "body": body})


def _declared(scope: _Message, most: int) -> int:
    """Return how many bytes the body will have; one that does not say counts as an eighth of all."""
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value[:20])
        if name == b"transfer-encoding":
            return most // 8
    return 0


def _in_time(receive: _Receive) -> _Receive:
    """Let the sender of a body be silent or slow for a while, not for ever; then only the line may end.

    Only the time spent waiting counts, not what the county itself takes between two parts.
    """
    coming, left = True, SILENCE_SECONDS

    async def next_message() -> _Message:
        nonlocal coming, left
        if not coming:
            return await receive()
        began = time.monotonic()
        try:
            message = await asyncio.wait_for(receive(), min(left, SILENCE_SECONDS))
        except TimeoutError:
            message = {"type": "http.disconnect"}
        left += len(message.get("body", b"")) / SLOWEST - (time.monotonic() - began)
        coming = bool(message.get("more_body"))
        return message

    return next_message
