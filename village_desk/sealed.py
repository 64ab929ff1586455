"""A file too large for memory that nobody else can read: encrypted on disk, gone when it is closed.

What is bound for a moment, to be looked at, printed or saved, holds personal data and may have hundreds of
scans. Its key is in memory only, so that what a crash or a lost disk leaves cannot be opened.
"""

import io
import tempfile
from pathlib import Path

from village_desk import crypto
from village_desk.durable import file_troubles

SEGMENT = 64 * 1024
"""Bytes sealed together."""


class SealedFile(io.RawIOBase):
    """Written once from its beginning to its end, then read from anywhere; not safe for several threads.

    Raises:
        StoreTrouble: From its making and writing: the disk is full or read-only.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        with file_troubles():
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed with this
        self._key = crypto.new_key()
        self._width = len(crypto.seal(self._key, bytes(SEGMENT)))
        self._tail = bytearray()
        self._sealed = 0
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read from anywhere."""
        return True

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return self._sealed * SEGMENT + len(self._tail)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def write(self, data: bytes | memoryview) -> int:  # type: ignore[override]  # any buffer
        """Add `data` to the end.

        Raises:
            UnsupportedOperation: The place is not the end.
        """
        if self._at != self.size:
            raise io.UnsupportedOperation
        self._tail += data
        while len(self._tail) >= SEGMENT:
            sealed = crypto.seal(self._key, bytes(self._tail[:SEGMENT]), self._number(self._sealed))
            with file_troubles():
                self._file.seek(self._sealed * self._width)
                self._file.write(sealed)
            del self._tail[:SEGMENT]
            self._sealed += 1
        self._at = self.size
        return len(data)

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer
        """Fill `buffer` and return how many bytes came, fewer only at the end; readers of PDFs rely on it."""
        done = 0
        while done < len(buffer) and self._at < self.size:
            number, begins = divmod(self._at, SEGMENT)
            piece = self._segment(number)[begins : begins + len(buffer) - done]
            buffer[done : done + len(piece)] = piece
            done += len(piece)
            self._at += len(piece)
        return done

    def read(self, size: int | None = -1) -> bytes:
        """Return `size` bytes, fewer only at the end."""
        left = max(0, self.size - self._at)
        found = bytearray(left if size is None or size < 0 else min(size, left))
        self.readinto(found)
        return bytes(found)

    def close(self) -> None:
        """Forget it."""
        if not self.closed:
            self._file.close()
        super().close()

    def _segment(self, number: int) -> bytes:
        if number == self._sealed:
            return bytes(self._tail)
        if self._held[0] != number:
            self._file.seek(number * self._width)
            self._held = (
                number,
                crypto.unseal(self._key, self._file.read(self._width), self._number(number)),
            )
        return self._held[1]

    @staticmethod
    def _number(number: int) -> bytes:
        return number.to_bytes(8, "big")
