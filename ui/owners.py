"""The way to the key of the desk in a folder: who has one, and what they type for it."""

from pathlib import Path

from village_desk import keys, paths
from village_desk.keys import KEYS_FILE, DataKey, Owner


def owners(folder: Path) -> list[Owner]:
    """Return who can open the desk in `folder`; nobody when there is none yet.

    Raises:
        StoreTrouble: the slots are damaged, or of a newer program.
    """
    if paths.restore_unfinished(folder):
        from village_desk.store.backup import finish_restore  # noqa: PLC0415 - the store is read later

        finish_restore(folder)
    slots = folder / KEYS_FILE
    return keys.users(slots) if keys.has_slots(slots) else []


def unlock(folder: Path, user: bytes, password: str) -> DataKey:
    """Return the key of the desk file for a user's password.

    Raises:
        UserError: "keys.password_wrong", "keys.wait".
        StoreTrouble: the slots are damaged.
    """
    return keys.unlock(folder / KEYS_FILE, user, password)


def recover(folder: Path, typed: str, user: bytes, new_password: str) -> DataKey:
    """Return the key of the desk file for the recovery key, and give the user another password.

    Raises:
        UserError: "keys.recovery_typo", "keys.recovery_wrong".
        Invalid: the new password is too weak; nothing has changed.
    """
    key = keys.recover(folder / KEYS_FILE, typed)
    keys.set_password(folder / KEYS_FILE, key, user, new_password)
    return key


def ask_help(folder: Path, question: Path) -> None:
    """Write what the township or the county is asked with, when password and recovery sheet are lost.

    Raises:
        UserError: "rescue.none".
        StoreTrouble: the medium is full, or cannot be written.
    """
    from sync import rescue  # noqa: PLC0415 - few ever need it, and everybody waits for the password

    rescue.ask(folder / KEYS_FILE, question)


def take_help(folder: Path, answer: Path, user: bytes, new_password: str) -> DataKey:
    """Return the key of the desk file by the answer of the township or the county; as `recover`.

    Raises:
        UserError: "rescue.foreign".
        Invalid: the new password is too weak; the answer can be used again.
    """
    from sync import rescue  # noqa: PLC0415 - as above

    rescue.take(folder / KEYS_FILE, answer, user, new_password)
    return keys.unlock(folder / KEYS_FILE, user, new_password)
