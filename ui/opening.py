"""Making and opening the desk file: slow work without widgets, run on the worker."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.account import Account
from village_desk import ids, rights, store, times
from village_desk.commands import profiles, setup
from village_desk.keys import DataKey, Owner
from village_desk.keys.passwords import PinLock
from village_desk.profile import Profile
from village_desk.queries import closed
from village_desk.session import Session
from village_desk.store import Store, open_store

if TYPE_CHECKING:
    from ui.gates.first_start import FirstAnswers


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk file that is open for one user, on the worker's connection."""

    session: Session
    account: Account
    pin: PinLock | None


@dataclass(frozen=True, slots=True)
class Closed:
    """A desk file that is open to send what is saved, and not to be worked at; `why` is a sentence's code."""

    store: Store
    account: Account
    why: str


def create(folder: Path, answers: "FirstAnswers") -> tuple[Opened, str]:
    """Make a desk and open it; return it with the recovery key, which is kept nowhere.

    Raises:
        StoreTrouble: the disk is full or read-only, or a desk is there already.
    """
    owner = Owner(ids.new_id(), answers.name, answers.role)
    made = setup.create_desk(folder, answers.unit, owner, answers.password)
    session = _session(made.store, owner.user)
    account = Account(folder, made.key, owner.user)
    account.set_pin(session, answers.pin)
    return Opened(session, account, account.pin_lock(session)), made.recovery


def get_ready() -> None:
    """Read and make what opening a file and asking it the first question needs beside the key."""
    profiles.national()
    rights.load()
    store.get_ready()


def opened(folder: Path, key: DataKey, user: bytes) -> Opened | Closed:
    """Open the file with a proved key.

    Raises:
        StoreTrouble: the file is missing, damaged, newer, locked.
    """
    return looked_at(open_store(folder, key), Account(folder, key, user))


def looked_at(held: Store, account: Account, *, at_work: bool = False) -> Opened | Closed:
    """Return the desk as the signed-in user may use it now; asked again after each round with the county.

    Who was withdrawn loses the own password; a desk that was, and has handed over everything, its key: not
    while it is `at_work`, since what is typed into open forms is a draft only when they close.

    Raises:
        StoreTrouble: the slots cannot be written.
    """
    gone_by = profiles.current(held, times.now(), sheets_fit)
    why = closed.why_closed(held, account.user, gone_by, times.now())
    if why == "gate.handed_over":
        if at_work:
            why = "gate.revoked"
        else:
            account.destroy()
    account.forget_withdrawn(held)
    if why:
        return Closed(held, account, why)
    session = _session(held, account.user)
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


def _session(held: Store, user: bytes) -> Session:
    return Session(held, setup.actor_of(held, user), profiles.current(held, times.now(), sheets_fit))


def sheets_fit(profile: Profile) -> str:
    """Return what is wrong with the sheets under a profile, in a sentence with file and line, or ""."""
    import forms  # noqa: PLC0415 - few starts meet a new profile

    wrong = forms.check_all(profile)
    return forms.sentence(wrong[0]) if wrong else ""


def unit_lines(held: Store) -> str:
    """Return what stands over the navigation: the place, and below it what kind of room it is."""
    name = held.text_state("unit_name")
    township, village = held.text_state("unit_township"), held.text_state("unit_village")
    if not village or not name.startswith(township + village):
        return name
    place = f"{township} {village}".strip()
    return f"{place}\n{name.removeprefix(township + village)}"
