"""The second way back into a desk whose password and recovery sheet are lost: by the county or the township.

The desk's key lies in its slots file once more, sealed to the keys of the county and of its township's
desks, which hold them for bundles anyway (design: keys). Nobody sees it on the way: the desk asks with a key
made for this one time, the county or the township seals the desk's key to that, and the desk takes a new
password. Who may answer, and when, stands in `docs/county.md`.
"""

import json
from pathlib import Path

from sync import bundle
from sync.sticks import courier_keys
from village_desk import keys
from village_desk.commands import setup
from village_desk.durable import file_troubles, write_all, write_new, writing
from village_desk.errors import NotAllowed, UserError
from village_desk.keys import DataKey
from village_desk.store import Store

FORMAT = "village-desk rescue 1"
ANSWER = ".answer"
"""How the name of an answer ends; what stands before it is the name of the question."""
_ASKED = "desk.rescue"
"""Name of the file beside the slots with the key made for asking, until the answer was taken."""


def keep(store: Store, slots: Path, key: DataKey) -> bool:
    """Seal the desk's key anew when others may open it than the slots file says; say whether it was.

    A desk that knows nobody's key yet, as before it is enrolled, has no such way back.
    """
    if not courier_keys.known(store).couriers:
        return False
    trusted, _county_only = courier_keys.readers(store)
    to = sorted(trusted.values())
    held = keys.rescue_slot(slots)
    if not to or (held is not None and held.to == to):
        return False
    keys.set_rescue_slot(slots, key, to, bundle.seal_small(key.cipher + key.salt, to))
    return True


def ask(slots: Path, request: Path) -> None:
    """Write what the county or the township is asked with; no password is needed for that.

    Raises:
        UserError: "rescue.none": nobody has such a way back into this desk.
        StoreTrouble: The slots are damaged, or the medium is full.
    """
    held = keys.rescue_slot(slots)
    if held is None:
        raise UserError("rescue.none")
    private = bundle.new_key()
    told = {"format": FORMAT, "wrapped": held.wrapped.hex(), "to": bundle.public_key(private)}
    with file_troubles():
        slots.with_name(_ASKED).unlink(missing_ok=True)
        write_new(slots.with_name(_ASKED), [private.encode()])
        _put(request, told)


def answer(private: str, request: Path, reply: Path) -> None:
    """Answer a desk: seal its key to the key it asked with; `private` is the county's or a township desk's.

    Raises:
        UserError: "rescue.foreign": this is no such request, or not for this key.
    """
    told = _read(request)
    plain = bundle.open_small(bytes.fromhex(told["wrapped"]), private)
    if plain is None or not bundle.is_public_key(told["to"]):
        raise UserError("rescue.foreign")
    sealed = bundle.seal_small(plain, [told["to"]])
    with file_troubles():
        _put(reply, {"format": FORMAT, "wrapped": sealed.hex(), "to": told["to"]})


def township_key(store: Store, user: bytes) -> str:
    """Return what opens questions of the villages, for the head of the judicial office (司法所所长) alone.

    Raises:
        NotAllowed: "rescue.head": somebody else opened this desk; "account.ended".
    """
    if "station_head" not in setup.actor_of(store, user).roles:
        raise NotAllowed("rescue.head")
    return courier_keys.secret(store)


def take(slots: Path, reply: Path, user: bytes, password: str) -> None:
    """Give `user` a new password with the answer; the key made for asking is removed.

    Raises:
        UserError: "rescue.foreign": the answer is to another question, or to another desk.
        Invalid: The password is too weak; the answer can be used again.
    """
    secret = slots.with_name(_ASKED)
    told = _read(reply)
    with file_troubles():
        private = secret.read_text() if secret.exists() else ""
    plain = bundle.open_small(bytes.fromhex(told["wrapped"]), private) if private else None
    if plain is None:
        raise UserError("rescue.foreign")
    keys.set_password(slots, keys.proved(slots, plain), user, password)
    with file_troubles():
        secret.unlink(missing_ok=True)


def _put(path: Path, told: dict[str, str]) -> None:
    """Write one of the two files; one of before is replaced, since asking and answering again is no harm."""
    with writing(path) as handle:
        write_all(handle, json.dumps(told).encode())


def _read(path: Path) -> dict[str, str]:
    try:
        with file_troubles():
            told = json.loads(path.read_bytes())
        bytes.fromhex(told["wrapped"])
        if told["format"] != FORMAT or not isinstance(told["to"], str):
            raise UserError("rescue.foreign")
    except (ValueError, KeyError, TypeError):
        raise UserError("rescue.foreign") from None
    return dict(told)
