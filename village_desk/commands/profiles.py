"""Which profile a desk goes by: the one its county published, or the program's."""

from collections.abc import Callable
from functools import cache

from village_desk import profile, times
from village_desk.errors import StoreTrouble
from village_desk.kinds import extra as is_added
from village_desk.profile import Profile
from village_desk.store import Store, published

SheetsFit = Callable[[Profile], str]
"""Says what is wrong with a profile's own sheets, in a sentence, or ""; only whoever draws papers can."""


def current(store: Store, now: times.Moment, sheets_fit: SheetsFit | None = None) -> Profile:
    """Return the profile to go by from now on; records say from here on that they were written under it.

    One told since is taken once it is fit, on the day the county lets it begin; with sheets of its own it
    waits for somebody who can look at them.
    One that is not fit is noted with file, line and reason, and the one before stays.

    Raises:
        StoreTrouble: The desk file cannot be written.
    """
    told = published.told(store)
    if told != store.profile_version and told:
        _take(store, now, told, sheets_fit)
    found = _read(published.used_texts(store)) if store.profile_version else None
    if found is None and store.profile_version:
        with store.unit_of_work(None, now) as uow:  # another program could read it; this one goes by its own
            published.use(uow, 0)
    return found or national()


def _take(store: Store, now: times.Moment, told: int, sheets_fit: SheetsFit | None) -> None:
    after = _read(published.texts(store))
    if after is None or (after.forms and sheets_fit is None) or _begins_later(after, now):
        return
    why = sheets_fit(after) if sheets_fit else ""
    before = _read(published.used_texts(store)) or national()
    gone = published.gone_labels(store) | _labels(before)
    with store.unit_of_work(None, now) as uow:
        if why:
            published.refuse(uow, told, "profile.sheet", {"why": why})
        else:
            published.use(uow, told, {name: gone[name] for name in gone.keys() - _labels(after).keys()})


def _begins_later(one: Profile, now: times.Moment) -> bool:
    return one.since > times.legal_day(now).isoformat()


def _labels(one: Profile) -> dict[str, str]:
    return {
        f"{kind.name}.{name}": spec.label
        for kind in one.kinds.values()
        for name, spec in kind.fields.items()
        if is_added(name)
    }


@cache
def national() -> Profile:
    """Return the profile of this program, read once."""
    return profile.load()


_last: dict[int, Profile | None] = {}
_KEPT = 4


def _read(files: dict[str, str]) -> Profile | None:
    """Return a published profile, read once for each a process meets; None for one that cannot be read."""
    key = hash(tuple(sorted(files.items())))
    if key not in _last:
        while len(_last) >= _KEPT:
            _last.pop(next(iter(_last)))
        try:
            _last[key] = profile.over_national(files) if files else None
        except StoreTrouble:
            _last[key] = None
    return _last[key]
