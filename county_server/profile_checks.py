"""All that is wrong with a profile before it is published: as desks will look, and beside the present."""

from collections.abc import Iterator, Mapping

import forms
from county_server import county
from county_server.county import County
from county_server.errors import CountyTrouble
from village_desk import parameters, profile, workflow
from village_desk.errors import StoreTrouble, VillageDeskError
from village_desk.kinds import KINDS
from village_desk.profile import Profile
from village_desk.profile_file import NAME, json_of, wrong


def troubles(here: County, texts: Mapping[str, str]) -> list[VillageDeskError]:
    """Return every mistake of a profile, each with file, line and reason.

    Its sheets are looked at once its lists, fields and parameters are sound, since they stand on those.
    """
    found: list[VillageDeskError] = [*profile.mistakes(texts), *_unknown_parameters(texts)]
    if found:
        return found
    read = profile.over_national(texts)
    found += [_with_line(one, texts) for one in _against_present(here, read)]
    found += [StoreTrouble("profile.sheet", why=forms.sentence(one)) for one in forms.check_all(read)]
    return found


def _with_line(trouble: VillageDeskError, texts: Mapping[str, str]) -> VillageDeskError:
    return profile.with_line(trouble, texts.get(NAME, "")) if isinstance(trouble, StoreTrouble) else trouble


def _unknown_parameters(texts: Mapping[str, str]) -> Iterator[StoreTrouble]:
    """Yield the parameters no program goes by: a desk would take them silently."""
    try:
        given = json_of(NAME, texts.get(NAME, "{}")).get("parameters")
    except StoreTrouble:  # said already
        return
    for name in given if isinstance(given, dict) else ():
        if name not in parameters.declared():
            place = f"parameters.{name}"
            yield profile.with_line(wrong("profile.unknown", place, field=name), texts[NAME])


def _against_present(here: County, read: Profile) -> Iterator[VillageDeskError]:
    """Yield what only the county can see: whose profile, which version, and codes that records hold."""
    if read.id != here.code:
        yield CountyTrouble("county.profile_id", id=here.code)
    with here.database.reading():
        last = county.last_profile(here.database)
    if read.version <= last:
        yield CountyTrouble("county.profile_version", last=last)
    for name, codes in here.profile.lists.items():
        kept = {one.code for one in read.lists.get(name, ())}
        gone = [one.code for one in codes if one.code not in kept]
        yield from (StoreTrouble("profile.code_gone", file=f"{name}.csv", entry=code) for code in gone)
    yield from _needed_and_closed(read)
    yield from _asked_otherwise(here.profile, read)


def _needed_and_closed(read: Profile) -> Iterator[StoreTrouble]:
    for name, needed in needed_codes().items():
        for one in read.lists[name]:
            if one.code in needed and (one.valid_from or one.valid_to):
                yield StoreTrouble("profile.code_needed", file=f"{name}.csv", entry=one.code)


def _asked_otherwise(present: Profile, read: Profile) -> Iterator[StoreTrouble]:
    """Yield extra fields that hold another form of value now: records have values of the form of before."""
    for kind, before in present.kinds.items():
        for name, spec in before.fields.items():
            now = read.kinds[kind].fields.get(name)
            if now is not None and (now.face, now.codes) != (spec.face, spec.codes):
                yield wrong("profile.extra_changed", f"extra_fields.{kind}.{name}")


def needed_codes() -> dict[str, frozenset[str]]:
    """Return the codes, by list, that the program's own moves give records: the states of each kind."""
    found: dict[str, set[str]] = {}
    for move in workflow.load():
        spec = KINDS[move.kind].fields["state"]
        found.setdefault(spec.codes, set()).add(move.to)
    return {name: frozenset(codes) for name, codes in found.items()}
