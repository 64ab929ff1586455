"""A disk that forgets what was not synced: `forgetful.py FOLDER MOUNT SEED`, for power cuts in `make prove`.

A file system in user space over the files of FOLDER, all held in memory. At a line on its input it loses its
power: of the writes to each file since its last fsync some survive, some are lost, some are torn at a sector;
of what was done to names since the last fsync of anything only the first part survives, as with a journal.
What is left is written to FOLDER, and the disk is gone. Needs fusepy and libfuse2.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import stat
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fuse import FUSE, FuseOSError, Operations  # type: ignore[import-untyped]  # fusepy carries no types

SECTOR = 512
LOST, TORN = 0.4, 0.2
"""Shares of the writes since the last fsync that are lost, and torn."""


@dataclass(eq=False)
class File:
    """One file: as programs see it, as it is on the plate, and the writes between."""

    data: bytearray = field(default_factory=bytearray)
    plate: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        """Bring everything to the plate."""
        self.plate, self.pending = bytes(self.data), []

    def write(self, at: int, data: bytes) -> None:
        """Write, for programs to see; the plate learns of it at the next `sync`, or never."""
        _put(self.data, at, data)
        self.pending.append((at, data))

    def cut(self, size: int) -> None:
        """Shorten or lengthen."""
        _resize(self.data, size)
        self.pending.append((size, None))

    def left(self, draw: random.Random) -> bytes:
        """Return what a power cut leaves of it."""
        kept = bytearray(self.plate)
        for at, data in self.pending:
            luck = draw.random()
            if luck < LOST:
                continue
            if data is None:
                _resize(kept, at)
            else:
                torn = luck < LOST + TORN and len(data) > SECTOR
                _put(kept, at, data[: draw.randrange(0, len(data), SECTOR)] if torn else data)
        return bytes(kept)


def _put(data: bytearray, at: int, new: bytes) -> None:
    if len(data) < at:
        data.extend(bytes(at - len(data)))
    data[at : at + len(new)] = new


def _resize(data: bytearray, size: int) -> None:
    if size < len(data):
        del data[size:]
    else:
        data.extend(bytes(size - len(data)))


Names = dict[str, File | None]
"""Files by path; None for a folder."""


class Disk(Operations):  # type: ignore[misc]  # see the import
    """The operations FUSE asks for, all by place."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._draw = random.Random(seed)  # noqa: S311 - a seeded accident, not a key
        self._turn = threading.RLock()
        self._names: Names = {"/": None}
        for path in sorted(folder.rglob("*")):
            held = None if path.is_dir() else File(bytearray(path.read_bytes()))
            if held:
                held.sync()
            self._names[f"/{path.relative_to(folder).as_posix()}"] = held
        self._plate: Names = dict(self._names)
        self._pending: list[Names] = []

    def lose_power(self) -> None:
        """Write what is left to the folder and end."""
        with self._turn:
            after = [self._plate, *self._pending]
            left = after[self._draw.randrange(len(after))]
            for path in self._folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            for name, held in sorted(left.items()):
                place = self._folder / name.lstrip("/")
                if held is None:
                    place.mkdir(parents=True, exist_ok=True)
                else:
                    place.write_bytes(held.left(self._draw))
                    place.chmod(0o600)
            os._exit(0)

    def _named(self, names: Names) -> None:
        """Take up what was done to the names."""
        self._names = names
        self._pending.append(dict(names))

    def _file(self, path: str) -> File:
        held = self._names.get(path)
        if held is None:
            raise FuseOSError(errno.ENOENT)
        return held

    # ------------------------------------------------------------ names

    def getattr(self, path: str, _fh: int | None = None) -> dict[str, Any]:
        """Say what a path is."""
        with self._turn:
            if path not in self._names:
                raise FuseOSError(errno.ENOENT)
            held, now = self._names[path], time.time()
            times = {"st_ctime": now, "st_mtime": now, "st_atime": now}
            owner = {"st_uid": os.getuid(), "st_gid": os.getgid()}
            if held is None:
                return {"st_mode": stat.S_IFDIR | 0o700, "st_nlink": 2, **times, **owner}
            size = len(held.data)
            return {"st_mode": stat.S_IFREG | 0o600, "st_nlink": 1, "st_size": size, **times, **owner}

    def readdir(self, path: str, _fh: int) -> list[str]:
        """List a folder."""
        begin = path.rstrip("/") + "/"
        with self._turn:
            inside = [name[len(begin) :] for name in self._names if name.startswith(begin) and name != "/"]
        return [".", "..", *(name for name in inside if name and "/" not in name)]

    def create(self, path: str, *_mode: object) -> int:
        """Make a file."""
        with self._turn:
            self._named({**self._names, path: File()})
        return 0

    def mkdir(self, path: str, _mode: int) -> None:
        """Make a folder."""
        with self._turn:
            self._named({**self._names, path: None})

    def unlink(self, path: str) -> None:
        """Take a name away."""
        with self._turn:
            self._file(path)
            self._named({name: held for name, held in self._names.items() if name != path})

    def rmdir(self, path: str) -> None:
        """Take a folder away."""
        with self._turn:
            self._named({name: held for name, held in self._names.items() if name != path})

    def rename(self, old: str, new: str) -> None:
        """Give a file or folder, with all in it, another name."""
        with self._turn:
            moved = {}
            for name, held in self._names.items():
                inside = name == old or name.startswith(old + "/")
                if inside:
                    moved[new + name[len(old) :]] = held
                elif name != new:
                    moved.setdefault(name, held)
            self._named(moved)

    def _not_kept(self, *_given: object) -> None:
        """Rights, owners and times mean nothing here."""

    chmod = chown = utimens = _not_kept

    def statfs(self, _path: str) -> dict[str, int]:
        """Say that there is room."""
        return {
            "f_bsize": 4096,
            "f_frsize": 4096,
            "f_blocks": 1 << 20,
            "f_bavail": 1 << 20,
            "f_bfree": 1 << 20,
        }

    # ------------------------------------------------------------ content

    def open(self, path: str, flags: int) -> int:
        """Open a file."""
        with self._turn:
            self._file(path)
            if flags & os.O_TRUNC:
                self._file(path).cut(0)
        return 0

    def read(self, path: str, size: int, offset: int, _fh: int) -> bytes:
        """Read."""
        with self._turn:
            return bytes(self._file(path).data[offset : offset + size])

    def write(self, path: str, data: bytes, offset: int, _fh: int) -> int:
        """Write."""
        with self._turn:
            self._file(path).write(offset, bytes(data))
        return len(data)

    def truncate(self, path: str, length: int, _fh: int | None = None) -> None:
        """Shorten or lengthen."""
        with self._turn:
            self._file(path).cut(length)

    def fsync(self, path: str, _datasync: int, _fh: int) -> None:
        """Bring a file, and all that was done to names before, to the plate."""
        with self._turn:
            if self._names.get(path) is not None:
                self._file(path).sync()
            self._plate, self._pending = dict(self._names), []

    def fsyncdir(self, path: str, datasync: int, fh: int) -> None:
        """Bring all that was done to names to the plate."""
        self.fsync(path, datasync, fh)


def main() -> None:
    """Serve the disk until it loses its power."""
    folder, mount, seed = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    disk = Disk(folder, seed)
    threading.Thread(target=_listening, args=(disk,), daemon=True).start()
    FUSE(disk, mount, foreground=True, nothreads=True)


def _listening(disk: Disk) -> None:
    """Lose power at a line on the input: FUSE's own loop hears no signal while it waits."""
    sys.stdin.readline()
    disk.lose_power()


if __name__ == "__main__":
    main()
