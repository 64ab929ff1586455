"""How long somebody waits after wrong passwords: 1 s, doubling, at most five minutes.

The count lies beside the slots file and survives a restart of the program at once, one of the PC soon after:
nobody waits for the disk, because whoever cuts the power to guess once more loses more time than the wait.
Whoever can delete it has the disk and would guess elsewhere; against them stands the cost of a guess, not
this. A count that cannot be read or written (a damaged or read-only disk) keeps nobody from their data.
"""

import contextlib
import json
import math
from pathlib import Path

from village_desk.durable import write_all, writing
from village_desk.times import Moment

LONGEST_WAIT = 300


def delay(failures: int) -> int:
    """Return the wait in seconds after so many wrong passwords in a row."""
    if failures <= 0:
        return 0
    return min(1 << min(failures - 1, 30), LONGEST_WAIT)


def seconds_left(keys: Path, user: bytes, at: Moment) -> int:
    """Return how long `user` still waits, in seconds, rounded up.

    A clock set back does not lengthen the wait beyond its full length: it begins anew.
    """
    failures, last = _read(keys).get(user.hex(), (0, 0))
    wait = delay(failures)
    if at < last:
        _write(keys, {**_read(keys), user.hex(): (failures, at)})
        return wait
    return max(0, wait - math.floor((at - last) / 1000))


def count_failure(keys: Path, user: bytes, at: Moment) -> int:
    """Count a try as failed until `forget_failures`, and return how many there are now."""
    counts = _read(keys)
    failures = counts.get(user.hex(), (0, 0))[0] + 1
    _write(keys, {**counts, user.hex(): (failures, at)})
    return failures


def forget_failures(keys: Path, user: bytes) -> None:
    """Begin at nought: the password was right."""
    counts = _read(keys)
    if counts.pop(user.hex(), None) is not None:
        _write(keys, counts)


def _file(keys: Path) -> Path:
    return keys.with_name(keys.name + ".tries")


def _read(keys: Path) -> dict[str, tuple[int, int]]:
    try:
        found = json.loads(_file(keys).read_bytes())
        return {str(user): (int(failures), int(at)) for user, (failures, at) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(keys: Path, counts: dict[str, tuple[int, int]]) -> None:
    with contextlib.suppress(OSError):
        if not counts:
            _file(keys).unlink(missing_ok=True)
            return
        with writing(_file(keys), durable=False) as handle:
            write_all(handle, json.dumps(counts).encode())
