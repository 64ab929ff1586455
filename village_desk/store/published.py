"""The profile the county published, as it was told last; who opens the desk goes by it from then on.

It is kept as the texts of its files. What is gone by is the state `profile_version`, which every change of a
record names; 0 is the profile of the program.
"""

import json
from collections.abc import Mapping

from village_desk import VERSION
from village_desk.store import Store, UnitOfWork

HEARD, REFUSED = "profile.heard", "profile.refused"
"""State of the desk file: the version that was told and kept; one that cannot be used here, with the code of
why and the program that says so."""
_TOLD, _TEXTS, USED = "profile.told", "profile.texts", "profile_version"


def keep(uow: UnitOfWork, version: int, files: Mapping[str, str]) -> None:
    """Keep a profile that was checked, in place of the one before."""
    uow.set_state(HEARD, str(version))
    uow.set_state(_TOLD, str(version))
    uow.set_state(_TEXTS, json.dumps(dict(files), ensure_ascii=False))
    uow.set_state(REFUSED, None)


def refuse(uow: UnitOfWork, version: int, code: str, *, signed: bool = True) -> None:
    """Note that a profile cannot be used here; the one before stays.

    The county is asked for it again by another version of the program; for one that is not its own at once.
    """
    uow.set_state(REFUSED, f"{version} {code} {VERSION if signed else ''}")


def ask_anew(uow: UnitOfWork) -> None:
    """Let the county tell its profile again, as after it was restored."""
    uow.set_state(HEARD, "0")
    uow.set_state(REFUSED, None)


def heard(store: Store) -> int:
    """Return the highest version told: kept, or refused by this very program."""
    version, _code, program = _refused(store)
    return max(int(store.text_state(HEARD, "0")), version if program == VERSION else 0)


def refused(store: Store) -> tuple[int, str]:
    """Return version and code of a profile that cannot be used here, or 0 and ""."""
    return _refused(store)[:2]


def _refused(store: Store) -> tuple[int, str, str]:
    version, code, program = (store.text_state(REFUSED) or "0  ").split(" ")
    return int(version), code, program


def told(store: Store) -> int:
    """Return the version kept, or 0."""
    return int(store.text_state(_TOLD, "0"))


def texts(store: Store) -> dict[str, str]:
    """Return the files of the profile kept, by name."""
    found = json.loads(store.text_state(_TEXTS) or "{}")
    return {str(name): str(text) for name, text in found.items()}


def use(uow: UnitOfWork, version: int) -> None:
    """Go by this version from now on: changes name it."""
    uow.set_state(USED, str(version))
