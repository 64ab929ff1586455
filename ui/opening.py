"""Making and opening the desk file: slow work without widgets, run on the worker."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ui.account import Account
from village_desk import profile
from village_desk.commands import setup
from village_desk.profile import Profile
from village_desk.session import Session
from village_desk.store import Store, keys, open_store
from village_desk.store.backup import KEYS_FILE, finish_restore
from village_desk.store.keys import DataKey, Owner
from village_desk.store.passwords import PinLock


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk file that is open for one user, on the worker's connection."""

    session: Session
    account: Account
    pin: PinLock | None


def create(folder: Path, unit: str, owner: Owner, password: str, pin: str) -> tuple[Opened, str]:
    """Make a desk and open it; return it with the recovery key, which is kept nowhere.

    Raises:
        StoreTrouble: the disk is full or read-only, or a desk is there already.
    """
    made = setup.create_desk(folder, unit, owner, password)
    session = _session(made.store, owner.user)
    account = Account(folder, made.key, owner.user)
    account.set_pin(session, pin)
    return Opened(session, account, account.pin_lock(session)), made.recovery


def owners(folder: Path) -> list[Owner]:
    """Return who can open the desk in `folder`; nobody when there is none yet.

    Raises:
        StoreTrouble: the slots are damaged, or of a newer program.
    """
    finish_restore(folder)
    slots = folder / KEYS_FILE
    return keys.users(slots) if keys.has_slots(slots) else []


def unlock(folder: Path, user: bytes, password: str) -> Opened:
    """Open the desk with a user's password.

    Raises:
        UserError: "keys.password_wrong", "keys.wait".
        StoreTrouble: the file is missing, damaged, newer, locked.
    """
    return opened(folder, keys.unlock(folder / KEYS_FILE, user, password), user)


def recover(folder: Path, typed: str, user: bytes, new_password: str) -> Opened:
    """Open the desk with the recovery key and give the user another password.

    Raises:
        UserError: "keys.recovery_typo", "keys.recovery_wrong".
        Invalid: the new password is too weak; nothing has changed.
    """
    key = keys.recover(folder / KEYS_FILE, typed)
    keys.set_password(folder / KEYS_FILE, key, user, new_password)
    return opened(folder, key, user)


@cache
def county_profile() -> Profile:
    """Return the profile of this program, read once: some fifty milliseconds that need no password."""
    return profile.load()


def opened(folder: Path, key: DataKey, user: bytes) -> Opened:
    """Open the file with a proved key."""
    session = _session(open_store(folder, key), user)
    account = Account(folder, key, user)
    return Opened(session, account, account.pin_lock(session))


def link(session: Session, account: Account, county_user: bytes = b"") -> Session:
    """Let who is signed in act as the county's account of the same name, or as `county_user`.

    Returns the session of whoever acts now; the same person when the county has nobody of that name.
    """
    if county_user:
        setup.link_user(session.store, account.user, county_user)
    else:
        setup.link_by_name(session.store, account.user, session.actor.name)
    return _session(session.store, account.user)


def _session(store: Store, user: bytes) -> Session:
    return Session(store, setup.actor_of(store, user), county_profile())


def unit_lines(store: Store) -> str:
    """Return what stands over the navigation: the place, and below it what kind of room it is."""
    name = store.text_state("unit_name")
    township, village = store.text_state("unit_township"), store.text_state("unit_village")
    if not village or not name.startswith(township + village):
        return name
    place = f"{township} {village}".strip()
    return f"{place}\n{name.removeprefix(township + village)}"
