"""Sentences about a county profile that cannot be used: which file, which line, and why."""

from village_desk.i18n import N_
from village_desk.sync_troubles import NOTHING_LOST

_REINSTALL = N_("sentences", "Install the program again; your records are not touched by it.")
_TELL_COUNTY = N_("sentences", "Tell the county office; it made this file.")

PROFILE_TROUBLES: dict[str, tuple[str, ...]] = {
    "profile.missing": (
        N_("sentences", "A file of the county profile is missing: {file}."),
        NOTHING_LOST,
        _REINSTALL,
    ),
    "profile.newer": (
        N_("sentences", "The county’s new lists and rules are made for a newer version of this program."),
        N_("sentences", "The ones of before stay in use; nothing is lost."),
        N_("sentences", "Update the program on this PC; it then takes them by itself."),
    ),
    "profile.limits": (
        N_("sentences", "{file}, line {line}: {place} cannot be {given}; it is to be: {wanted}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.extra_changed": (
        N_(
            "sentences",
            "{file}, line {line}: {place} is published with another type or list, and records hold such"
            " values. Give a field of another type another name.",
        ),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.code_gone": (
        N_(
            "sentences",
            "{file}: the code {entry} stands in the present version and is gone here. A code is closed with a"
            " last day and never taken out, because records hold it.",
        ),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.code_needed": (
        N_(
            "sentences",
            "{file}: the program itself gives records the code {entry}; it may be named otherwise, and not"
            " closed.",
        ),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.zip": (
        N_("sentences", "This is no ZIP file of a profile, or it names places outside of itself."),
        NOTHING_LOST,
        N_("sentences", "Pack the folder with profile.json anew, and take that file."),
    ),
    "profile.big": (
        N_("sentences", "This profile is larger than a desk takes (1 MB)."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.encoding": (N_("sentences", "{file} is not saved as UTF-8."), NOTHING_LOST, _TELL_COUNTY),
    "profile.json": (
        N_("sentences", "{file}, line {line}: this is not valid JSON."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.value": (
        N_("sentences", "{file}, line {line}: this value cannot be: {place}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.type": (
        N_("sentences", "{file}, line {line}: {place} is to be {wanted} and is {given}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.absent": (
        N_("sentences", "{file}, line {line}: at {place}, “{field}” is missing."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.unknown": (
        N_("sentences", "{file}, line {line}: nothing is called “{field}” there; it may be misspelt."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.no_kind": (
        N_("sentences", "{file}, line {line}: there is no kind of record of this name: {place}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.extra_name": (
        N_("sentences", "{file}, line {line}: the name of an added field begins with x_: {place}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.extra_codes": (
        N_(
            "sentences",
            "{file}, line {line}: a choice, and nothing else, names its list in codes: {place}.",
        ),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.pattern": (
        N_("sentences", "{file}, line {line}: a number needs {{year}} and {{seq}}: {place}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.deadline": (
        N_("sentences", "{file}, line {line}: this period names a kind or field that there is not: {place}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.sheet": (
        N_("sentences", "A sheet of the county’s own is wrong: {why}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.columns": (
        N_("sentences", "{file}, line {line}: a column is missing, empty or too many."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.code": (
        N_("sentences", "{file}, line {line}: a code has Latin letters, digits, dots and dashes only."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.code_twice": (
        N_("sentences", "{file}, line {line}: the code {entry} stands there twice."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.date": (
        N_("sentences", "{file}, line {line}: a day reads like 2026-11-21."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.list_missing": (
        N_("sentences", "The county profile lacks the list {file}."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    "profile.parameter": (
        N_("sentences", "The county profile does not say “{name}”."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
}
