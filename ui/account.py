"""The signed-in user's way into the file: password, PIN, recovery sheet, backup. Called on the worker."""

from pathlib import Path

from village_desk import keys
from village_desk.commands import setup
from village_desk.errors import UserError
from village_desk.keys import KEYS_FILE, DataKey, Owner
from village_desk.keys.passwords import PinLock, check_pin
from village_desk.session import Session
from village_desk.store import Store
from village_desk.store.backup import back_up
from village_desk.times import Moment, now

_LAST_BACKUP = "last_backup"


class Account:
    """One user of one desk file while it is open.

    The PIN lies inside the encrypted file: it opens nothing that is not open already, and stolen with the
    disk it is as safe as the records.
    """

    def __init__(self, folder: Path, key: DataKey, user: bytes) -> None:
        self.folder = folder
        self.user = user
        self._key = key
        self._slots = folder / KEYS_FILE

    def pin_lock(self, session: Session) -> PinLock | None:
        """Return the lock of this user's PIN with all its tries, or None when there is no PIN."""
        pin = session.store.text_state(self._pin_name())
        return PinLock(pin) if pin else None

    def set_pin(self, session: Session, pin: str) -> None:
        """Set another PIN, or with "" none.

        Raises:
            Invalid: too easy.
        """
        if pin:
            check_pin(pin)
        with session.store.unit_of_work(None, session.now()) as uow:
            uow.set_state(self._pin_name(), pin or None)

    def check_password(self, password: str) -> None:
        """Prove who sits here.

        Raises:
            UserError: "keys.password_wrong", "keys.wait".
        """
        keys.unlock(self._slots, self.user, password)

    def change_password(self, old: str, new: str) -> None:
        """Replace the password.

        Raises:
            UserError: the old one is wrong.
            Invalid: the new one is too weak.
        """
        self.check_password(old)
        keys.set_password(self._slots, self._key, self.user, new)

    def people(self) -> list[Owner]:
        """Return who has a password here."""
        return keys.users(self._slots)

    def without_password(self, session: Session) -> list[Owner]:
        """Return whom the county has given an account of this desk and who has no password here yet."""
        held = session.store.state
        here = {held(f"acts_as.{owner.user.hex()}") or owner.user for owner in self.people()}
        accounts = setup.county_accounts(session.store)
        return [Owner(user, name, role) for user, name, role in accounts if user not in here]

    def add_person(self, owner: Owner, password: str) -> None:
        """Let somebody the county has named open this file with a password of their own.

        Raises:
            Invalid: the password is too weak.
        """
        keys.add_slot(self._slots, self._key, owner, password)

    def destroy(self) -> None:
        """Destroy every way to open this desk; the county has all of it."""
        keys.destroy_slots(self._slots)

    def forget_withdrawn(self, held: Store) -> None:
        """Take away the passwords of people from whom the county has withdrawn every permission here.

        Of the last one it stays: nobody could open the desk to send what is saved.
        """
        if not keys.has_slots(self._slots):
            return
        for owner in self.people():
            if setup.is_withdrawn(held, owner.user) and len(self.people()) > 1:
                keys.remove_slot(self._slots, self._key, owner.user)

    def keep_rescue(self, held: Store) -> None:
        """Let the county and the township open this desk for whoever loses password and recovery sheet."""
        from sync import rescue  # noqa: PLC0415 - only after a round, which has it at hand

        if keys.has_slots(self._slots):
            rescue.keep(held, self._slots, self._key)

    def new_recovery(self, password: str) -> str:
        """Return a new recovery key for printing; the old sheet opens nothing any more."""
        self.check_password(password)
        return keys.renew_recovery(self._slots, self._key)

    def back_up(self, session: Session, target: Path) -> Path:
        """Write a checked backup into `target` and return its folder.

        Raises:
            StoreTrouble: the medium is full, read-only or gone; nothing there looks like a backup.
            UserError: "backup.inside": the folder lies inside the desk's own, on the same disk.
        """
        if target.resolve().is_relative_to(self.folder.resolve()):
            raise UserError("backup.inside")
        made = back_up(self.folder, self._key, target)
        with session.store.unit_of_work(None, session.now()) as uow:
            uow.set_state(_LAST_BACKUP, str(now()))
        return made

    @staticmethod
    def last_backup(session: Session) -> Moment | None:
        """Return the moment of the last backup that was checked and counts, UTC ms."""
        held = session.store.text_state(_LAST_BACKUP)
        return int(held) if held else None

    def _pin_name(self) -> str:
        return f"pin.{self.user.hex()}"
