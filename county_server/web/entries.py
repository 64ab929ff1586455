"""Fields of records in a browser: how they are shown, asked for, and read from what a form brought."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from county_server.web.pages import Form
from village_desk import fields
from village_desk.errors import Invalid, Problem
from village_desk.fields import Face, Spec
from village_desk.i18n import translated
from village_desk.kinds import Kind
from village_desk.profile import Profile
from village_desk.shown import shown
from village_desk.typed import read_amount, read_day, read_whole


@dataclass(frozen=True, slots=True)
class Line:
    """One field with a value, as it reads."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One field to fill in: its name in the form, what it holds now, and the codes it may take."""

    name: str
    label: str
    face: str
    value: str
    codes: tuple[tuple[str, str], ...] = ()
    needed: bool = False


def label(spec: Spec) -> str:
    """Return what people call a field: as on paper, where it stands on one."""
    return spec.paper or translated("kinds", spec.label)


def lines(profile: Profile, kind: Kind, values: Mapping[str, object]) -> list[Line]:
    """Return the filled fields of a record, in the order of its paper; links are left out."""
    return [
        Line(label(spec), shown(profile, spec, values.get(name), masked=False))
        for name, spec in kind.fields.items()
        if spec.face != "link" and not fields.is_empty(values.get(name))
    ]


def asked(
    profile: Profile, kind: Kind, names: Iterable[str], move: str, day: date, given: Form | None = None
) -> list[Entry]:
    """Return the fields `names` of a kind to be filled in, with what was `given` before."""
    found = []
    for name in names:
        spec = kind.fields[name]
        codes = tuple((one.code, one.label) for one in profile.codes(spec.codes, day)) if spec.codes else ()
        usual = day.isoformat() if spec.face == "day" and move in spec.required else ""
        before = (given or {}).get(name, usual)
        found.append(Entry(name, label(spec), spec.face, before, codes, move in spec.required))
    return found


def askable(kind: Kind) -> list[str]:
    """Return the fields of a kind that a person fills in."""
    return [name for name, spec in kind.fields.items() if spec.face != "link" and not spec.read_only]


def read(kind: Kind, names: Iterable[str], given: Form, today: date) -> dict[str, object]:
    """Return the values of the fields `names` that a form brought; what was left empty is left out.

    Raises:
        Invalid: What cannot be read, and what the fields themselves do not take.
    """
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for name in names:
        spec = kind.fields[name]
        value = _value(spec, given, today)
        if value is None and given.get(name):
            problems.append(Problem(name, "type"))
        elif not fields.is_empty(value):
            values[name] = value
            problems += fields.check_value(spec, value)
    if problems:
        raise Invalid(problems)
    return values


def _value(spec: Spec, given: Form, today: date) -> object:
    text = given.get(spec.name, "")
    if spec.face == "choices":
        mark = f"{spec.name}."
        return tuple(sorted(name.removeprefix(mark) for name in given if name.startswith(mark)))
    reader = _READERS.get(spec.face)
    if not text:
        return None
    return reader(text, today) if reader else text.replace("\r\n", "\n")


_READERS: dict[Face, Callable[[str, date], object]] = {
    "day": read_day,
    "whole": lambda text, _today: read_whole(text),
    "amount": lambda text, _today: read_amount(text),
    "yes_no": lambda text, _today: text == "1",
}
