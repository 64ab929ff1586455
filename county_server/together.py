"""Requests that come while others are worked on are then done in one: much of what each costs is shared.

A request that comes alone begins at once. While as many turns as there may be are under way, others gather,
and the next turn takes them together. One that breaks a turn does not break it for the others: then each is
done by itself.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from litestar.concurrency import sync_to_thread

from county_server.errors import Refused

TURNS = 2
"""Turns at once: while one waits for the database, the other computes."""
MOST, MOST_BYTES = 16, 262_144
"""Requests of one turn, and bytes of their bodies: nobody waits long for those it is done together with."""

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Together(Generic[Asked, Answer]):
    """Those that wait; `work` answers some, each with its answer or its refusal, in a thread of the pool."""

    def __init__(self, work: Callable[[Sequence[Asked]], Sequence[Answer | Refused]]) -> None:
        self._work = work
        self._waiting: deque[tuple[Asked, int, asyncio.Future[Answer]]] = deque()
        self._turns: set[asyncio.Task[None]] = set()

    async def answer(self, asked: Asked, size: int) -> Answer:
        """Return the answer to a request whose body has `size` bytes.

        Raises:
            Refused: as `work` says; and whatever `work` raises for it alone.
        """
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, size, answered))
        self._begin()
        return await answered

    def _begin(self) -> None:
        while self._waiting and len(self._turns) < TURNS:
            turn = asyncio.get_running_loop().create_task(self._turn(self._next()))
            self._turns.add(turn)
            turn.add_done_callback(self._ended)

    def _ended(self, turn: asyncio.Task[None]) -> None:
        self._turns.discard(turn)
        self._begin()

    def _next(self) -> list[tuple[Asked, asyncio.Future[Answer]]]:
        taken: list[tuple[Asked, asyncio.Future[Answer]]] = []
        room = MOST_BYTES
        while self._waiting and len(taken) < MOST and (not taken or self._waiting[0][1] <= room):
            asked, size, answered = self._waiting.popleft()
            room -= size
            taken.append((asked, answered))
        return taken

    async def _turn(self, some: Sequence[tuple[Asked, asyncio.Future[Answer]]]) -> None:
        found = await self._done([asked for asked, _ in some])
        if isinstance(found, BaseException) and len(some) > 1:
            for one in some:
                await self._turn([one])
            return
        said = [found] * len(some) if isinstance(found, BaseException) else found
        for (_, answered), each in zip(some, said, strict=True):
            if answered.cancelled():
                continue
            if isinstance(each, BaseException):
                answered.set_exception(each)
            else:
                answered.set_result(each)

    async def _done(self, asked: Sequence[Asked]) -> Sequence[Answer | Refused] | BaseException:
        (found,) = await asyncio.gather(sync_to_thread(self._work, asked), return_exceptions=True)
        return found
