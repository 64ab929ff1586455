"""The profile the county published, as it was told last; who opens the desk goes by it from then on.

It is kept as the texts of its files, beside those of the one that is gone by, until the new one has proved
to be fit. What is gone by is the state `profile_version`, which every change of a record names; 0 is the
profile of the program.
"""

import json
from collections.abc import Mapping

from village_desk import VERSION
from village_desk.store import Store, UnitOfWork

HEARD, REFUSED = "profile.heard", "profile.refused"
"""State of the desk file: the version that was told and kept; one that cannot be used here, with the code of
why and the program that says so."""
_TOLD, _TEXTS, USED = "profile.told", "profile.texts", "profile_version"
_USED_TEXTS, _GONE = "profile.used_texts", "profile.gone"


def keep(uow: UnitOfWork, version: int, files: Mapping[str, str]) -> None:
    """Keep a profile that was checked, in place of the one before."""
    uow.set_state(HEARD, str(version))
    uow.set_state(_TOLD, str(version))
    uow.set_state(_TEXTS, json.dumps(dict(files), ensure_ascii=False))
    uow.set_state(REFUSED, None)


def refuse(
    uow: UnitOfWork,
    version: int,
    code: str,
    details: Mapping[str, object] | None = None,
    *,
    signed: bool = True,
) -> None:
    """Note that a profile cannot be used here, and what is wrong in which line; the one before stays.

    The county is asked for it again by another version of the program; for one that is not its own at once.
    """
    used = uow.store.profile_version
    for state in (HEARD, _TOLD):
        if int(uow.store.text_state(state, "0")) == version:  # kept, and looked at only now
            uow.set_state(state, str(used))
    why = json.dumps(dict(details or {}), default=str)
    uow.set_state(REFUSED, f"{version} {code} {VERSION if signed else ''} {why}")


def ask_anew(uow: UnitOfWork) -> None:
    """Let the county tell its profile again, as after it was restored."""
    uow.set_state(HEARD, "0")
    uow.set_state(REFUSED, None)


def heard(store: Store) -> int:
    """Return the highest version told: kept, or refused by this very program."""
    version, _code, program, _why = _refused(store)
    return max(int(store.text_state(HEARD, "0")), version if program == VERSION else 0)


def refused(store: Store) -> tuple[int, str]:
    """Return version and code of a profile that cannot be used here, or 0 and ""."""
    return _refused(store)[:2]


def refused_why(store: Store) -> dict[str, object]:
    """Return what fills the sentence of that code: file, line, reason."""
    found = json.loads(_refused(store)[3] or "{}")
    return {str(name): value for name, value in found.items()}


def _refused(store: Store) -> tuple[int, str, str, str]:
    version, code, program, why = (store.text_state(REFUSED) or "0   ").split(" ", 3)
    return int(version), code, program, why


def told(store: Store) -> int:
    """Return the version kept, or 0."""
    return int(store.text_state(_TOLD, "0"))


def texts(store: Store) -> dict[str, str]:
    """Return the files of the profile told last, by name."""
    return _files(store, _TEXTS)


def used_texts(store: Store) -> dict[str, str]:
    """Return the files of the profile that is gone by, by name; {} for the program's."""
    return _files(store, _USED_TEXTS)


def _files(store: Store, state: str) -> dict[str, str]:
    found = json.loads(store.text_state(state) or "{}")
    return {str(name): str(text) for name, text in found.items()}


def use(uow: UnitOfWork, version: int, gone: Mapping[str, str] | None = None) -> None:
    """Go by the profile told last from now on: changes name its version; 0 is the program's.

    `gone` are the labels of fields, by `kind.field`, that a profile had once and this one has not.
    """
    uow.set_state(USED, str(version))
    uow.set_state(_USED_TEXTS, uow.store.text_state(_TEXTS) if version else None)
    if gone is not None:
        uow.set_state(_GONE, json.dumps(dict(gone), ensure_ascii=False))


def gone_labels(store: Store) -> dict[str, str]:
    """Return the labels of fields, by `kind.field`, that a profile had once and the present one has not."""
    return _files(store, _GONE)
