"""What a change that was set aside says, as people read it."""

from ui.texts import kind_text
from ui.widgets.editors import title_of
from village_desk.profile import Profile
from village_desk.queries.quarantine import Part
from village_desk.queries.releases import Words
from village_desk.shown import shown

Line = tuple[str, str, str]
"""Label of a field, what was written, what stands now."""


def lines_of(profile: Profile, part: Part | Words) -> list[Line]:
    """Return what a change says, as people read it; links and fields of the program's own are left out.

    Numbers of persons stand whole: two that differ in the masked digits would look the same, and what is
    copied or handed to the township is typed in again from there.
    """
    fields = profile.kind(part.kind).fields
    order = {name: place for place, name in enumerate(fields)}
    found = []
    for name, sent, now in sorted(part.values, key=lambda value: order.get(value[0], len(order))):
        spec = fields.get(name)
        if spec is None or spec.face == "link" or name.endswith(("digest", "record_id", "record_kind")):
            continue
        here = "" if part.new else shown(profile, spec, now, masked=False)
        found.append((title_of(spec), shown(profile, spec, sent, masked=False), here))
    return found


def found_of(profile: Profile, part: Part) -> list[str]:
    """Return what was found in the file in place of what the record showed, as people read it."""
    fields = profile.kind(part.kind).fields
    return [
        f"{title_of(fields[name])}：{shown(profile, fields[name], value, masked=False)}"
        for name, value in part.found
        if name in fields and fields[name].face != "link"
    ]


def heading_of(part: Part | Words) -> str:
    """Return the kind and the name of the record a change is about."""
    return " · ".join(filter(None, (kind_text(part.kind), part.name)))
