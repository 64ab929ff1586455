"""Lines as villages have them, in user space: slow, far, losing, cut; and a proxy that harms at any byte.

No kernel module, no right to shape a network: a relay on loopback that tests and the bench put between a desk
and its county, and before the peers of the bench. It counts every byte and request that crosses it.
`python tools/netlab.py TARGET_PORT --rtt 600 --up 100` opens one by hand and prints its address.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import re
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

SEGMENT = 1_400
"""Bytes that are lost, or not, together: what a packet carries."""
PIECE = 16_384
_REQUEST = re.compile(rb"(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) /[^ \r\n]* HTTP/1\.[01]\r\n")


@dataclass(frozen=True)
class Line:
    """How a line is; nought is no limit.

    Attributes:
        rtt_ms: Time for a byte there and one back, ms; a new connection costs one more.
        up_kbit: Rate towards the county, kbit/s; `down_kbit` back from it.
        loss: Share of packets that are lost; each is sent again a round trip later, and crosses twice.
        cut_s: Seconds after which every connection breaks, again and again.
        seed: For what is drawn.
    """

    rtt_ms: float = 0.0
    up_kbit: float = 0.0
    down_kbit: float = 0.0
    loss: float = 0.0
    cut_s: float = 0.0
    seed: int = 1


EDGE = Line(rtt_ms=600, up_kbit=100, down_kbit=200)
"""What a village far from the mast has."""


@dataclass
class Counts:
    """What crossed the line; bytes of lost packets are among them each time."""

    up: int = 0
    down: int = 0
    requests: int = 0
    connections: int = 0
    cuts: int = 0


Carry = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
"""Serves one connection of a desk: what comes from it, and the way back."""


class Relay:
    """A relay to a port of this machine; used in a `with`, where `port` says where it listens."""

    def __init__(self, target: int, carry: Carry) -> None:
        self.target = target
        self.port = 0
        self._carry = carry
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def address(self) -> str:
        """Where a desk finds it."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Any:  # noqa: ANN401 - each kind returns itself
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_how: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accepted, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._begin()
        self._ready.set()
        self._loop.run_forever()
        server.close()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.run_until_complete(asyncio.sleep(0.05))  # transports close in the turn after
        self._loop.close()

    def _begin(self) -> None:
        """Start what runs beside the connections."""

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _accepted(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await self._carry(near, back)
        back.close()


# ---------------------------------------------------------------- rate, delay, losses, cuts


class Shaper(Relay):
    """Carries bytes as a `Line` would, and counts them."""

    def __init__(self, target: int, line: Line | None = None) -> None:
        super().__init__(target, self._carried)
        self.line = line or Line()
        self.counts = Counts()
        self._free = [0.0, 0.0]
        self._random = random.Random(self.line.seed)  # noqa: S311 - seeded losses, not keys
        self._open: set[asyncio.StreamWriter] = set()
        self._awaited: tuple[int, Callable[[], None]] | None = None

    def when_down(self, size: int, do: Callable[[], None]) -> None:
        """Once so many more bytes have come down, do something: break the line, kill a desk."""
        self._awaited = (self.counts.down + size, do)

    def cut(self) -> None:
        """Break every connection; call it in the relay's own thread, as `when_down` does."""
        self.counts.cuts += bool(self._open)
        for writer in list(self._open):
            writer.transport.abort()

    def begin(self) -> None:
        """Count from nought."""
        self.counts = Counts()

    def counted(self) -> Counts:
        """What has crossed since `begin`."""
        return replace(self.counts)

    def _begin(self) -> None:
        if self.line.cut_s:
            self._spawn(self._cut_again_and_again())

    async def _cut_again_and_again(self) -> None:
        while True:
            await asyncio.sleep(self.line.cut_s)
            self.cut()

    async def _carried(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self.counts.connections += 1
        await asyncio.sleep(self.line.rtt_ms / 1000)
        far, there = await asyncio.open_connection("127.0.0.1", self.target)
        self._open |= {back, there}
        try:
            await asyncio.gather(self._pump(near, there, 0), self._pump(far, back, 1))
        finally:
            self._open -= {back, there}
            there.close()

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: int) -> None:
        """Carry one way: each piece is due when all before it has crossed, and half a round trip later."""
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(64)
        delivering = self._spawn(_deliver(waiting, sink))
        with contextlib.suppress(OSError):
            while data := await source.read(PIECE):
                await waiting.put((self._due(data, way), data))
        await waiting.put((0.0, b""))
        await delivering

    def _due(self, data: bytes, way: int) -> float:
        """Say when `data` arrives, and count it."""
        lost = sum(self._random.random() < self.line.loss for _ in range(0, len(data), SEGMENT))
        crossing = len(data) + lost * SEGMENT
        if way == 0:
            self.counts.up += crossing
            self.counts.requests += len(_REQUEST.findall(data))
        else:
            self.counts.down += crossing
            if self._awaited and self.counts.down >= self._awaited[0]:
                do, self._awaited = self._awaited[1], None
                do()
        rate = (self.line.up_kbit, self.line.down_kbit)[way] * 125
        now = time.monotonic()
        free = max(now, self._free[way]) + (crossing / rate if rate else 0.0)
        self._free[way] = free
        again = self.line.rtt_ms / 1000 if lost else 0.0  # losses of one window are mended together
        return free + self.line.rtt_ms / 2000 + again


async def _deliver(waiting: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while True:
            due, data = await waiting.get()
            if not data:
                sink.write_eof()
                return
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            sink.write(data)
            await sink.drain()


# ---------------------------------------------------------------- one harm at a byte

Harm = Literal["", "cut request", "cut reply", "twice", "late", "slow"]


@dataclass
class Fault:
    """What happens to one request and its reply.

    Attributes:
        harm: "" passes both. "cut request" and "cut reply": the connection breaks after `at` bytes.
            "twice": the county gets the request twice, the desk the second reply. "late": the desk hears
            nothing, and the county gets the request after the next one. "slow": the reply comes byte by byte.
        at: Byte of the request or reply, its head included.
    """

    harm: Harm = ""
    at: int = 0


class Faults(Relay):
    """Does to each request what the next of `plan` says; with none left all pass."""

    def __init__(self, target: int, plan: Iterator[Fault] | None = None) -> None:
        super().__init__(target, self._carried)
        self.plan = plan or iter(())
        self.sizes: list[tuple[int, int]] = []  # of each request and, if one came, its reply
        self._kept: list[bytes] = []

    async def _carried(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        while request := await _message(near):
            fault = next(self.plan, Fault())
            if not await self._served(request, fault, back):
                return

    async def _served(self, request: bytes, fault: Fault, back: asyncio.StreamWriter) -> bool:
        """Carry one request and its reply; say whether the connection still stands."""
        self.sizes.append((len(request), 0))
        if fault.harm == "late":
            self._kept.append(request)
            return False
        if fault.harm == "cut request":
            await self._ask(request[: fault.at])
            return False
        reply = await self._ask(request)
        if fault.harm == "twice":
            reply = await self._ask(request)
        for late in self._kept:
            await self._ask(late)
        self._kept.clear()
        self.sizes[-1] = (len(request), len(reply))
        whole = fault.harm != "cut reply"
        await _write(back, reply if whole else reply[: fault.at], slowly=fault.harm == "slow")
        return whole

    async def _ask(self, request: bytes) -> bytes:
        """Give the county a request, or what there is of it, and return what it says."""
        far, there = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            there.write(request)
            if not _whole(request):
                there.write_eof()
            return await _message(far)
        except (OSError, asyncio.IncompleteReadError):
            return b""
        finally:
            there.close()


async def _write(back: asyncio.StreamWriter, reply: bytes, *, slowly: bool) -> None:
    for start in range(0, len(reply), 1) if slowly else (0,):
        back.write(reply[start : start + 1] if slowly else reply)
        await back.drain()


async def _message(source: asyncio.StreamReader) -> bytes:
    """Read one message of HTTP; nothing when the other side has ended."""
    try:
        head = await source.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""
    return head + await source.readexactly(_length(head))


def _length(head: bytes) -> int:
    found = re.search(rb"\r\n[Cc]ontent-[Ll]ength: *(\d+)", head)
    return int(found[1]) if found else 0


def _whole(message: bytes) -> bool:
    head, mark, body = message.partition(b"\r\n\r\n")
    return bool(mark) and len(body) >= _length(head)


def main() -> int:
    """Open a line by hand until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=int, metavar="TARGET_PORT")
    for name in ("rtt", "up", "down", "loss", "cut"):
        parser.add_argument(f"--{name}", type=float, default=0.0)
    chosen = parser.parse_args()
    line = Line(chosen.rtt, chosen.up, chosen.down, chosen.loss, chosen.cut)
    with contextlib.suppress(KeyboardInterrupt), Shaper(chosen.target, line) as shaper:
        print(shaper.address, flush=True)
        while True:
            time.sleep(5)
            print(shaper.counted(), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
