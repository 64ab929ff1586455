"""A county profile on its way to the desks: whole, in the answer of a round, signed by the county.

It is small (some 10 kB packed), so it needs no pieces: a cut costs the answer under way. On a stick it
travels in the same answer. A desk says the highest version it was told in each request.
"""

import hashlib
import json

from msgspec import Struct

from village_desk import crypto, profile
from village_desk.errors import StoreTrouble
from village_desk.profile_zips import LIMIT
from village_desk.store import UnitOfWork, published


class Published(Struct, omit_defaults=True, kw_only=True, frozen=True):
    """A profile as the county signed it.

    Attributes:
        version: As its `profile.json` says; each published one is higher than those before.
        files: Its texts by name, as JSON.
        signature: Of the county over `claim`.
    """

    version: int
    files: str
    suite: int = crypto.DEFAULT_SUITE
    signature: bytes


def claim(county: str, version: int, files: str) -> bytes:
    """Return what the county signs: whose profile, which version, and the digest of its texts."""
    return f"VD1 profile\n{county}\n{version}\n{hashlib.sha256(files.encode()).hexdigest()}".encode()


def take(uow: UnitOfWork, told: Published | None) -> None:
    """Keep a profile once it is proved and fits this program; another is noted, and holds up nothing."""
    if told is None or told.version <= published.heard(uow.store):
        return
    store = uow.store
    stated = claim(store.text_state("county_code"), told.version, told.files)
    if not crypto.verify(store.state("county_key") or b"", told.signature, stated, told.suite):
        published.refuse(uow, told.version, "profile.unsigned", signed=False)
        return
    try:
        files = read(told.files)
        says = profile.over_national(files).version
    except StoreTrouble as trouble:
        published.refuse(uow, told.version, trouble.code, trouble.details)
        return
    if says == told.version:
        published.keep(uow, told.version, files)
    else:
        published.refuse(uow, told.version, "profile.value")


def read(files: str) -> dict[str, str]:
    """Return the texts of a profile by name.

    Raises:
        StoreTrouble: "profile.json": it is none.
    """
    try:
        found = json.loads(files) if len(files) <= LIMIT else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise StoreTrouble("profile.json", file="profile.json", line=1)
    return found
