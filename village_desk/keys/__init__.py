"""The key of a desk file and the slots that hold it, one a user and one for the recovery key.

The file is encrypted under a random key which never changes; each slot holds that key encrypted under
what its owner knows. A new password rewraps one slot and touches no data. The slots file lies beside the
desk file in two equal copies, so that a damaged one never locks anybody out. It shows names and roles of
the users of this PC before anybody has unlocked anything (谁在用?) and nothing else about anybody.
"""

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path

from village_desk import crypto, times
from village_desk.errors import NotAllowed, StoreTrouble, UserError
from village_desk.keys import tries
from village_desk.keys.passwords import Cost, check_password, derived
from village_desk.keys.recovery import new_recovery, recovery_from_text, recovery_text
from village_desk.keys.slots import (
    RecoverySlot,
    Slots,
    UserSlot,
    destroy_slots,
    has_slots,
    mend_slots,
    read_slots,
    write_slots,
)

__all__ = [
    "KEYS_FILE",
    "DataKey",
    "Owner",
    "RescueSlot",
    "add_slot",
    "create",
    "destroy_slots",
    "has_slots",
    "new_data_key",
    "proved",
    "recover",
    "remove_slot",
    "renew_recovery",
    "rescue_slot",
    "set_password",
    "set_rescue_slot",
    "unlock",
    "users",
]

KEYS_FILE = "desk.keys"
"""Name of the slots file, beside the desk file."""
_DEFAULT_COST = Cost()
_RESCUE = "rescue"


@dataclass(frozen=True, slots=True, repr=False)
class DataKey:
    """What opens a desk file: the key and the salt of the cipher.

    The salt is no secret (it is the first 16 bytes of the file); kept here, a file whose head is destroyed
    can still be read.
    """

    cipher: bytes
    salt: bytes

    @property
    def pragma(self) -> str:
        """The 96 hexadecimal digits SQLCipher takes as key and salt, without stretching them again."""
        return (self.cipher + self.salt).hex()

    def purpose(self, name: str) -> bytes:
        """Return the key for one purpose ("blob", "blob name", "backup")."""
        return crypto.derive(self.cipher, f"village-desk {name}", self.salt)


def new_data_key() -> DataKey:
    """Return the random key of a new desk file."""
    return DataKey(crypto.new_key(), crypto.new_salt())


@dataclass(frozen=True, slots=True, repr=False)
class RescueSlot:
    """The key of a desk sealed to public keys of the county and its township."""

    to: list[str]
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose slot it is: the user's id, and the name and role shown before anything is unlocked."""

    user: bytes
    name: str
    role: str


def create(
    path: Path, desk: bytes, key: DataKey, owner: Owner, password: str, cost: Cost = _DEFAULT_COST
) -> str:
    """Write the slots file of a new desk and return its recovery key for printing; it is kept nowhere.

    Write it last, when the desk file stands: a slots file says that a desk file must be there.

    Args:
        path: The slots file, beside the desk file.
        desk: The id of the desk.
        key: From `new_data_key`.
        owner: The first user.
        password: Theirs.
        cost: Of one guess.

    Raises:
        StoreTrouble: "store.keys_exist": there is one already; it is never overwritten.
        Invalid: the password is too weak.
    """
    if has_slots(path):
        raise StoreTrouble("store.keys_exist")
    check_password(password, owner.name)
    recovery = new_recovery()
    write_slots(
        path,
        Slots(
            desk=desk,
            check=_check_value(desk, key),
            users=(_user_slot(desk, key, owner, password, cost),),
            recovery=_recovery_slot(desk, key, recovery),
        ),
    )
    return recovery_text(recovery)


def users(path: Path) -> list[Owner]:
    """Return who has a slot, in the order they were added: 谁在用?."""
    return [Owner(slot.user, slot.name, slot.role) for slot in read_slots(path).users]


# ---------------------------------------------------------------- opening


def unlock(path: Path, user: bytes, password: str, at: times.Moment | None = None) -> DataKey:
    """Return the key of the desk file.

    A failure is counted on disk before the password is tried, so that killing the program does not save
    a thief the wait.

    Raises:
        UserError: "keys.password_wrong" with `wait` in seconds, "keys.wait" with `wait`: too early after a
            wrong one (nothing was tried), "keys.user_unknown".
        StoreTrouble: "store.keys_missing", "store.keys_damaged", "store.keys_newer", "store.memory".
    """
    moment = times.now() if at is None else at
    slots = read_slots(path)
    slot = next((one for one in slots.users if one.user == user), None)
    if slot is None:
        raise UserError("keys.user_unknown")
    left = tries.seconds_left(path, user, moment)
    if left:
        raise UserError("keys.wait", wait=left)
    failures = tries.count_failure(path, user, moment)
    try:
        plain = crypto.unseal(derived(password, slot.salt, slot.cost), slot.wrapped, _about(slots.desk, user))
    except crypto.CryptoTrouble:
        raise UserError("keys.password_wrong", wait=tries.delay(failures), failures=failures) from None
    key = _proved(slots, plain)
    tries.forget_failures(path, user)
    with contextlib.suppress(StoreTrouble):  # on a read-only disk the data can still be read
        mend_slots(path)
    return key


def recover(path: Path, typed: str) -> DataKey:
    """Return the key of the desk file for the recovery key, as a person types it.

    Raises:
        UserError: "keys.recovery_typo": something was mistyped; "keys.recovery_wrong": the recovery key
            of another desk, or one replaced since.
        StoreTrouble: as for `unlock`.
    """
    recovery = recovery_from_text(typed)
    slots = read_slots(path)
    try:
        plain = crypto.unseal(
            _recovery_key(slots.desk, slots.recovery.salt, recovery),
            slots.recovery.wrapped,
            _about(slots.desk, b"recovery"),
        )
    except crypto.CryptoTrouble:
        raise UserError("keys.recovery_wrong") from None
    return _proved(slots, plain)


def proved(path: Path, plain: bytes) -> DataKey:
    """Return a key that came back from the county, once the check value has shown that it is this desk's.

    Raises:
        StoreTrouble: "store.keys_damaged": it is not.
    """
    return _proved(read_slots(path), plain)


def rescue_slot(path: Path) -> RescueSlot | None:
    """Return the key sealed to the county and the township, or None when there is none."""
    found = (one for one in read_slots(path).others if one.get("kind") == _RESCUE)
    return next((RescueSlot([*map(str, one["to"])], bytes.fromhex(str(one["wrapped"]))) for one in found
                 if isinstance(one["to"], list)), None)  # fmt: skip


def set_rescue_slot(path: Path, key: DataKey, to: list[str], wrapped: bytes) -> None:
    """Keep the key sealed to the public keys `to`, in place of what was sealed before."""
    slots = _own(path, key)
    rest = tuple(one for one in slots.others if one.get("kind") != _RESCUE)
    new: dict[str, object] = {"kind": _RESCUE, "to": to, "wrapped": wrapped.hex()}
    write_slots(path, replace(slots, others=(*rest, new)))


def _proved(slots: Slots, plain: bytes) -> DataKey:
    """Return the unwrapped key once the check value has shown that it is this desk's.

    From here on a desk file that does not open is damaged or foreign: the password was right.
    """
    key = DataKey(plain[: crypto.KEY_BYTES], plain[crypto.KEY_BYTES :])
    if not crypto.same(slots.check, _check_value(slots.desk, key)):
        raise StoreTrouble("store.keys_damaged")
    return key


# ---------------------------------------------------------------- changing slots; the key proves the right to


def set_password(path: Path, key: DataKey, user: bytes, password: str, cost: Cost = _DEFAULT_COST) -> None:
    """Give a user another password; the data is not touched.

    Raises:
        Invalid: too weak.
        UserError: "keys.user_unknown".
    """
    slots = _own(path, key)
    old = next((one for one in slots.users if one.user == user), None)
    if old is None:
        raise UserError("keys.user_unknown")
    check_password(password, old.name)
    new = _user_slot(slots.desk, key, Owner(old.user, old.name, old.role), password, cost)
    write_slots(path, replace(slots, users=tuple(new if one is old else one for one in slots.users)))
    tries.forget_failures(path, user)


def add_slot(path: Path, key: DataKey, owner: Owner, password: str, cost: Cost = _DEFAULT_COST) -> None:
    """Let another user open the desk file; the caller has checked their grant.

    Raises:
        Invalid: the password is too weak.
        NotAllowed: "keys.user_exists".
    """
    slots = _own(path, key)
    if any(one.user == owner.user for one in slots.users):
        raise NotAllowed("keys.user_exists")
    check_password(password, owner.name)
    new = _user_slot(slots.desk, key, owner, password, cost)
    write_slots(path, replace(slots, users=(*slots.users, new)))


def remove_slot(path: Path, key: DataKey, user: bytes) -> None:
    """Take a user's slot away; they may have copied the file and the slots before, so this is no revocation.

    Raises:
        UserError: "keys.user_unknown".
        NotAllowed: "keys.last_user": nobody could open the file.
    """
    slots = _own(path, key)
    rest = tuple(one for one in slots.users if one.user != user)
    if len(rest) == len(slots.users):
        raise UserError("keys.user_unknown")
    if not rest:
        raise NotAllowed("keys.last_user")
    write_slots(path, replace(slots, users=rest))
    tries.forget_failures(path, user)


def renew_recovery(path: Path, key: DataKey) -> str:
    """Make a new recovery key and return it for printing; the old sheet opens nothing any more."""
    slots = _own(path, key)
    recovery = new_recovery()
    write_slots(path, replace(slots, recovery=_recovery_slot(slots.desk, key, recovery)))
    return recovery_text(recovery)


def _own(path: Path, key: DataKey) -> Slots:
    """Read the slots and refuse a key that is not theirs: it would lock everybody out."""
    slots = read_slots(path)
    if not crypto.same(slots.check, _check_value(slots.desk, key)):
        raise StoreTrouble("store.foreign")
    return slots


def _user_slot(desk: bytes, key: DataKey, owner: Owner, password: str, cost: Cost) -> UserSlot:
    salt = crypto.new_salt()
    wrapped = crypto.seal(derived(password, salt, cost), key.cipher + key.salt, _about(desk, owner.user))
    return UserSlot(owner.user, owner.name, owner.role, cost, salt, wrapped)


def _recovery_slot(desk: bytes, key: DataKey, recovery: bytes) -> RecoverySlot:
    salt = crypto.new_salt()
    wrapped = crypto.seal(
        _recovery_key(desk, salt, recovery), key.cipher + key.salt, _about(desk, b"recovery")
    )
    return RecoverySlot(salt, wrapped)


def _recovery_key(desk: bytes, salt: bytes, recovery: bytes) -> bytes:
    return crypto.derive(recovery, "village-desk recovery", desk + salt)


def _about(desk: bytes, holder: bytes) -> bytes:
    """Bind a slot to its desk and holder, so that slots cannot be exchanged between them."""
    return b"village-desk slot\0" + desk + holder


def _check_value(desk: bytes, key: DataKey) -> bytes:
    return crypto.keyed_digest(key.purpose("check"), desk)
