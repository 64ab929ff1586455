"""Which profile a desk goes by: the one its county published, or the program's."""

from functools import cache

from village_desk import profile, times
from village_desk.errors import StoreTrouble
from village_desk.profile import Profile
from village_desk.store import Store, published


def current(store: Store, now: times.Moment) -> Profile:
    """Return the profile to go by from now on; records say from here on that they were written under it.

    One that this program cannot read, although another could, is left aside for the program's own.

    Raises:
        StoreTrouble: The desk file cannot be written.
    """
    version = published.told(store)
    found = _read(published.texts(store), version) if version else None
    used = version if found else 0
    if store.profile_version != used:
        with store.unit_of_work(None, now) as uow:
            published.use(uow, used)
    return found or national()


@cache
def national() -> Profile:
    """Return the profile of this program, read once."""
    return profile.load()


_last: dict[tuple[int, int], Profile | None] = {}


def _read(files: dict[str, str], version: int) -> Profile | None:
    """Return a published profile, read once for each version a process meets."""
    key = (version, hash(tuple(sorted(files.items()))))
    if key not in _last:
        _last.clear()
        try:
            _last[key] = profile.over_national(files)
        except StoreTrouble:
            _last[key] = None
    return _last[key]
