"""Files that are either there whole or not there: after a crash, a power cut, on a full disk."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from village_desk.crashpoints import crashpoint
from village_desk.errors import StoreTrouble

PART = ".part"
"""How the name of an unfinished file or folder ends; what ends so counts for nothing."""

_CODES = {
    errno.ENOSPC: "store.full",
    errno.EDQUOT: "store.full",
    errno.EFBIG: "store.full",
    errno.EROFS: "store.readonly",
    errno.EACCES: "store.readonly",
    errno.EPERM: "store.readonly",
    errno.EBUSY: "store.locked",
    errno.ENOENT: "store.missing",
    errno.ENOTDIR: "store.missing",
}


def file_trouble(error: OSError) -> StoreTrouble:
    """Name what the file system did: full, readonly, locked, missing, or "store.io" for all else.

    The path stays out of it: folders are often named after people.
    """
    return StoreTrouble(_CODES.get(error.errno or 0, "store.io"))


@contextlib.contextmanager
def file_troubles() -> Iterator[None]:
    """Turn what the file system says inside into a `StoreTrouble`."""
    try:
        yield
    except OSError as error:
        raise file_trouble(error) from error


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut; Windows does so by itself and refuses the call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make the content of a file survive a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def part_of(path: Path) -> Path:
    """Return a fresh name beside `path` for it while it is being written."""
    return path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")


@contextlib.contextmanager
def writing(
    path: Path, before_rename: str = "", after_rename: str = "", *, durable: bool = True
) -> Iterator[int]:
    """Give the descriptor of a new file, readable by its owner only, which becomes `path` at the end.

    A reader sees the old content or the new, never half of one. What fails leaves no trace.

    Args:
        path: The file to make or to replace.
        before_rename: The crash point just before the new content counts, if it has one.
        after_rename: The one just after.
        durable: Whether to wait until a power cut cannot take it back; False for what may be lost.
    """
    part = part_of(path)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        try:
            yield handle
            if durable:
                os.fsync(handle)
        finally:
            os.close(handle)
        crashpoint(before_rename)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)
    crashpoint(after_rename)


def write_new(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that is not there yet, readable by its owner only, and make its content durable.

    Its name is durable once the folder is synced; for a file that must appear whole see `writing`.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        for piece in pieces:
            write_all(handle, piece)
        os.fsync(handle)
    finally:
        os.close(handle)


def pieces_of(path: Path) -> Iterator[bytes]:
    """Yield a file in pieces of a megabyte."""
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            yield piece


def write_all(handle: int, data: bytes) -> None:
    """Write all of `data`; one call of the system may take only a part, notably before a disk is full."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
