"""Any PC with a network carries bundles to the county and its answers back, and can read neither.

Files go in pieces and go on where a cut left them; the county says how far it has one by its digest.
"""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from sync.exchange import Exchange, Request
from sync.pace import Pace
from sync.packing import unpack
from sync.tus import Upload
from village_desk import times
from village_desk.errors import SyncTrouble

BUNDLES, ANSWERS = "/v1/bundle", "/v1/answer"
FIRST_PIECE = 262_144
"""The first piece holds the whole header, by which the county knows whose it is."""


class Answered(Struct, array_like=True, frozen=True):
    """A file the county has written: its digest, its size, and what to call it."""

    digest: str
    size: int
    name: str


class Outcome(Struct, omit_defaults=True):
    """What became of a bundle, and the county's answer to the desk that wrote it.

    Attributes:
        changes: Changes the county did not have before.
        problem: As in `SyncReply.problem`.
    """

    changes: int
    problem: str
    answers: list[Answered]


def carry(
    exchange: Exchange, path: Path, folder: Path, stop: Callable[[], bool] = lambda: False
) -> list[Path]:
    """Bring one bundle to the county; return the files of its answer, which lie in `folder` then.

    Raises:
        SyncTrouble: "sync.stopped"; "bundle.gone": the file cannot be read, or the folder not be written; and
            those of `sync.exchange`.
    """
    try:
        digest, size = _measured(path)
        name = f"{BUNDLES}/{digest}"
        _send(exchange, path, (name, size), stop)
        outcome = unpack(exchange(Request("POST", name, signed=False)), Outcome)
        return [_fetched(exchange, each, folder, stop) for each in outcome.answers]
    except OSError:
        raise SyncTrouble("bundle.gone") from None


def _measured(path: Path) -> tuple[str, int]:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size


def _send(exchange: Exchange, path: Path, what: tuple[str, int], stop: Callable[[], bool]) -> None:
    name, size = what
    offset = unpack(exchange(Request("GET", name, signed=False)), Upload).offset
    pace = Pace()
    with path.open("rb") as file:
        while offset < size:
            if stop():
                raise SyncTrouble("sync.stopped")
            file.seek(offset)
            data = file.read(max(pace.chunk, FIRST_PIECE) if offset == 0 else pace.chunk)
            begun = times.now()
            place = {"Upload-Offset": str(offset), "Upload-Length": str(size)}
            exchange(Request("PATCH", name, data, signed=False, headers=place))
            pace.took(len(data), (times.now() - begun) / 1000)
            offset += len(data)


def _fetched(exchange: Exchange, answer: Answered, folder: Path, stop: Callable[[], bool]) -> Path:
    """Fetch a file of the county; one that is here whole is not fetched twice.

    Raises:
        SyncTrouble: "sync.nonsense": other bytes came.
    """
    if not (answer.name.isascii() and answer.name.replace("-", "").replace(".", "").isalnum()):
        raise SyncTrouble("sync.nonsense", what="name")
    target = folder / answer.name
    if target.exists() and _measured(target)[0] == answer.digest:
        return target
    part = target.with_suffix(".part")
    with part.open("wb") as file:
        for piece in _pieces(exchange, answer, stop):
            file.write(piece)
    if _measured(part)[0] != answer.digest:
        part.unlink()
        raise SyncTrouble("sync.nonsense", what="digest")
    part.replace(target)
    return target


def _pieces(exchange: Exchange, answer: Answered, stop: Callable[[], bool]) -> Iterator[bytes]:
    pace, offset = Pace(), 0
    while offset < answer.size:
        if stop():
            raise SyncTrouble("sync.stopped")
        place = {"Range": f"bytes={offset}-{min(answer.size, offset + pace.chunk) - 1}"}
        begun = times.now()
        piece = exchange(Request("GET", f"{ANSWERS}/{answer.digest}", signed=False, headers=place))
        pace.took(len(piece), (times.now() - begun) / 1000)
        if not piece:
            raise SyncTrouble("sync.nonsense", what="range")
        yield piece
        offset += len(piece)
