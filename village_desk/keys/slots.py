"""The slots file as it lies on disk: JSON, readable by its owner only, in two equal copies.

The digest at its end tells a damaged file from a wrong password. Slots of kinds this program does not
know (the township's, of a later version) are kept as they are when the file is written again.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from village_desk import crypto
from village_desk.durable import file_troubles, write_all, writing
from village_desk.errors import StoreTrouble
from village_desk.keys.passwords import Cost

FORMAT = 1
_MOST_MEMORY = 1024 * 1024
"""KiB; a file that asks for more would stop the PC, and none of ours does."""


@dataclass(frozen=True, slots=True, repr=False)
class UserSlot:
    """The data key under one user's password."""

    user: bytes
    name: str
    role: str
    cost: Cost
    salt: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, repr=False)
class RecoverySlot:
    """The data key under the printed recovery key."""

    salt: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Slots:
    """All slots of a desk; `check` proves a key to be this desk's, `others` are slots of newer programs."""

    desk: bytes
    check: bytes
    users: tuple[UserSlot, ...]
    recovery: RecoverySlot
    others: tuple[dict[str, object], ...] = ()


def has_slots(path: Path) -> bool:
    """Say whether there are slots; where they are, a desk file must be, and none is ever created."""
    return path.exists() or _second(path).exists()


def read_slots(path: Path) -> Slots:
    """Read the slots; the second copy stands in for a damaged or missing first.

    Raises:
        StoreTrouble: "store.keys_missing", "store.keys_damaged", "store.keys_newer".
    """
    raws = [raw for raw in map(_content, (path, _second(path))) if raw is not None]
    if not raws:
        raise StoreTrouble("store.keys_missing")
    for raw in raws:
        data = _whole(raw)
        if data is not None:
            return _parsed(data)
    raise StoreTrouble("store.keys_damaged")


def write_slots(path: Path, slots: Slots) -> None:
    """Replace both copies, one after the other: at every moment one of them is whole.

    Raises:
        StoreTrouble: the disk is full, read-only, or gone; the old slots still stand.
    """
    data = _shape(slots)
    raw = json.dumps(
        {**data, "sum": crypto.digest(crypto.canonical(data)).hex()}, ensure_ascii=False, indent=1
    )
    with file_troubles():
        for copy in (path, _second(path)):
            with writing(copy, "keys.before_rename", "keys.after_rename") as handle:
                write_all(handle, raw.encode())


def mend_slots(path: Path) -> None:
    """Make the copies equal again after one was damaged, or the program ended between writing them.

    An older second copy would still open with a password that has been replaced.

    Raises:
        StoreTrouble: as for `read_slots` and `write_slots`.
    """
    if _content(path) != _content(_second(path)):
        write_slots(path, read_slots(path))


def destroy_slots(path: Path) -> None:
    """Overwrite and remove both copies: nobody can open the desk file any more, whatever they know.

    Raises:
        StoreTrouble: as for `write_slots`.
    """
    with file_troubles():
        for copy in (path, _second(path)):
            if copy.exists():
                with copy.open("r+b") as handle:
                    handle.write(b"\0" * copy.stat().st_size)
                    handle.flush()
                    os.fsync(handle.fileno())
                copy.unlink()


def _second(path: Path) -> Path:
    return path.with_name(path.name + ".copy")


def _content(path: Path) -> bytes | None:
    with file_troubles():
        return path.read_bytes() if path.exists() else None


def _whole(raw: bytes) -> dict[str, object] | None:
    """Return what the file says if its digest is right."""
    try:
        data = crypto.read_json(raw)
    except crypto.CryptoTrouble:
        return None
    if not isinstance(data, dict):
        return None
    told = data.pop("sum", None)
    return data if told == crypto.digest(crypto.canonical(data)).hex() else None


def _shape(slots: Slots) -> dict[str, object]:
    return {
        "format": FORMAT,
        "suite": crypto.DEFAULT_SUITE,
        "desk": slots.desk.hex(),
        "check": slots.check.hex(),
        "slots": [
            *map(_user_shape, slots.users),
            {
                "kind": "recovery",
                "salt": slots.recovery.salt.hex(),
                "wrapped": slots.recovery.wrapped.hex(),
            },
            *slots.others,
        ],
    }


def _user_shape(slot: UserSlot) -> dict[str, object]:
    return {
        "kind": "password",
        "user": slot.user.hex(),
        "name": slot.name,
        "role": slot.role,
        "argon2id": {"memory": slot.cost.memory, "passes": slot.cost.passes, "lanes": slot.cost.lanes},
        "salt": slot.salt.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _parsed(data: Mapping[str, object]) -> Slots:
    if data.get("format") != FORMAT or data.get("suite") not in crypto.SUITES:
        raise StoreTrouble("store.keys_newer")
    try:
        shapes = cast("list[dict[str, object]]", data["slots"])
        recovery = next(one for one in shapes if one["kind"] == "recovery")
        return Slots(
            desk=_bytes(data, "desk"),
            check=_bytes(data, "check"),
            users=tuple(_user(one) for one in shapes if one["kind"] == "password"),
            recovery=RecoverySlot(_bytes(recovery, "salt"), _bytes(recovery, "wrapped")),
            others=tuple(one for one in shapes if one["kind"] not in ("password", "recovery")),
        )
    except (KeyError, TypeError, ValueError, StopIteration):
        raise StoreTrouble("store.keys_damaged") from None


def _user(shape: Mapping[str, object]) -> UserSlot:
    return UserSlot(
        user=_bytes(shape, "user"),
        name=str(shape["name"]),
        role=str(shape["role"]),
        cost=_cost(cast("Mapping[str, int]", shape["argon2id"])),
        salt=_bytes(shape, "salt"),
        wrapped=_bytes(shape, "wrapped"),
    )


def _cost(shape: Mapping[str, int]) -> Cost:
    cost = Cost(shape["memory"], shape["passes"], shape["lanes"])
    if not (
        8 * cost.lanes <= cost.memory <= _MOST_MEMORY and 1 <= cost.passes <= 64 and 1 <= cost.lanes <= 64
    ):
        raise ValueError("no such cost")
    return cost


def _bytes(shape: Mapping[str, object], name: str) -> bytes:
    return bytes.fromhex(cast("str", shape[name]))
