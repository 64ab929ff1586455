"""How large the next batch is and how densely it is packed, by how the line has been."""

from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec import Struct

from sync.asking import carried, number
from sync.packing import level_for, packed_ahead
from village_desk.store import Store, StoredChange, UnitOfWork, altered
from village_desk.times import Moment

FIRST_BATCH = 98_304
"""Packed bytes of the first batch: 8 s at 100 kbit/s; later ones follow the line (domain: sync §2.6)."""
SMALLEST_BATCH, LARGEST_BATCH = 16_384, 1_048_576
GUESSED_RATIO = 400
"""To how many hundredths of its packed size a body unpacks, until it has been seen."""
_SIZE, _RATE, _RATIO = "sync.batch", "sync.rate", "sync.ratio"


@dataclass(frozen=True, slots=True)
class Ready:
    """The batch behind the one the line carries, read and packed meanwhile.

    Attributes:
        after: The last change of the one before it.
        pack: Packs the rest of its request.
    """

    after: int
    sent: list[StoredChange]
    pack: Callable[[Struct], bytes]


@dataclass(slots=True)
class Batches:
    """What the desk file keeps of the line, and what the last answer has shown beyond that."""

    store: Store
    _seen: dict[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many packed bytes the next batch may have."""
        return self._known(_SIZE) or FIRST_BATCH

    @property
    def room(self) -> int:
        """How many bytes of bodies fill it."""
        return self._room(self.size)

    @property
    def _grown(self) -> int:
        """How many the one behind it may have."""
        return min(LARGEST_BATCH, self.size * 3 // 2)

    def _room(self, size: int) -> int:
        return size * (self._known(_RATIO) or GUESSED_RATIO) // 100

    @property
    def want(self) -> int:
        """How many packed bytes of rows to ask for."""
        return self.size * 4

    @property
    def level(self) -> int:
        """How densely to pack it."""
        return level_for(self._known(_RATE))

    def _known(self, name: str) -> int:
        return self._seen.get(name) or number(self.store, name)

    def begun(self, packed: int, plain: int) -> None:
        """A batch is on its way: how well bodies pack is seen by it."""
        if packed > SMALLEST_BATCH:
            self._seen[_RATIO] = min(2_000, max(100, plain * 100 // packed))

    def learn(self, packed: int, took: int) -> None:
        """A batch went over in `took` milliseconds: the next is half as large again.

        What the line carries is remembered, too.
        """
        self._seen[_SIZE] = self._grown
        if packed > SMALLEST_BATCH:
            self._seen[_RATE] = max(1, packed * 1_000 // max(1, took))

    def keep(self, uow: UnitOfWork) -> None:
        """Keep what was learnt."""
        for name, value in self._seen.items():
            uow.set_state(name, str(value))

    def prepare(self, after: int, at: Moment) -> Ready | None:
        """Read and pack the batch behind change `after`, so that the line need not wait; None without one.

        It is as large as it may be once the one before it has gone over.
        """
        sent = altered.to_send(self.store, at, self._room(self._grown), after)
        return Ready(after, sent, packed_ahead("changes", carried(sent), self.level)) if sent else None

    def shrink(self, uow: UnitOfWork) -> None:
        """Let the next batch be half as large: the line may not have carried this one."""
        uow.set_state(_SIZE, str(max(SMALLEST_BATCH, self.size // 2)))
