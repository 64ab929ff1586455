"""How much is sent at once and in one round, by how fast the line has been: pure arithmetic."""

from dataclasses import dataclass

FIRST_CHUNK = 65_536
SMALLEST_CHUNK = 16_384
LARGEST_CHUNK = 1_048_576
"""Bytes of a piece: at first, at least, at most; a cut costs one of them."""
CHUNK_SECONDS = 8.0
"""Seconds a piece should take at most: long enough to use the line, short enough to lose little."""
ROUND_SECONDS = 60.0
"""Seconds of the line that attachments get in one round; then records have their turn again."""


@dataclass(slots=True)
class Pace:
    """The size of the next piece, and how much of it this round may still carry.

    Attributes:
        chunk: Bytes of the next piece.
        carried: Bytes carried in this round.
        seconds: The time they took.
    """

    chunk: int = FIRST_CHUNK
    carried: int = 0
    seconds: float = 0.0

    def took(self, size: int, seconds: float) -> None:
        """A piece of `size` bytes went over in so many seconds: the next is half as large again, or half."""
        self.carried += size
        self.seconds += max(0.0, seconds)
        if seconds > CHUNK_SECONDS:
            self.broke()
        elif size >= self.chunk:  # the rest of a file says nothing about what the line would bear
            self.chunk = min(LARGEST_CHUNK, self.chunk * 3 // 2)

    def broke(self) -> None:
        """A piece did not go over: the next is half as large."""
        self.chunk = max(SMALLEST_CHUNK, self.chunk // 2)

    @property
    def budget(self) -> float:
        """Bytes this round may carry: what the line carries in a minute, and one piece at least."""
        if not self.carried or self.seconds <= 0:
            return float(LARGEST_CHUNK)
        return max(float(self.chunk), self.carried / self.seconds * ROUND_SECONDS)

    @property
    def spent(self) -> bool:
        """Whether the round has carried its share."""
        return self.carried >= self.budget
