"""What stands in a profile's `profile.json`, how it is read, and what can be wrong with it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

import msgspec

from village_desk import fields
from village_desk.code_lists import Code
from village_desk.dossier_sets import DossierSet
from village_desk.errors import StoreTrouble
from village_desk.fields import Face, More, Spec
from village_desk.kinds import Kind, extra
from village_desk.subsidies import Subsidy

NAME, NOTICE = "profile.json", "published.json"
FORMAT = 1
"""Of profiles this program publishes, and the highest it reads; raised when an older program would misread or
refuse what a profile may say from then on."""
Parameter = int | str | bool | None


class Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A period that runs from a day of a record and ends on a day (期限).

    Attributes:
        name: Stable name; its sentence is `deadline.<name>`.
        kind: Kind of record it runs on.
        from_: Fields of the record; it runs from the latest, once all are filled.
        states: States in which it still runs; none means in every state.
        when: Codes that a field of the record, or `kind.field` of its case and of what hangs on that, must
            say; no codes: it must say nothing. Of several periods of one name, the first that fits counts.
        count: How many units; 0 is the very day.
        unit: Calendar days, working days, or months.
        article: The rule it comes from, as cited on screen.
        statutory: False for a reminder that no law prescribes.
        done_by: Fields of the record of which any one ends it.
        settled_by: Kinds of which one record under the same case ends it; `kind.field` asks that this day is
            not before its beginning.
        lapses: It is a right that ends with its last day, and not a duty that is late from then on.
        may_pause: Days of an appraisal and the like are not counted.
        may_extend: The parties may agree on a later last day.
        ahead: So many days before its last one it comes on Today; none: from the beginning.
        on_today: False for one that is only shown in its case.
        count_by: Field of the record that says how many units; `count` where it says nothing.
        paused_by: `kind.first..last`, two days of a record under the same case: those after the first, up to
            the last, are not counted; while there is no last one, it stands still.
    """

    name: str
    kind: str
    from_: tuple[str, ...]
    count: int
    unit: Literal["day", "working_day", "month"]
    article: str
    statutory: bool
    states: tuple[str, ...] = ()
    when: dict[str, tuple[str, ...]] = {}
    done_by: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()
    lapses: bool = False
    may_pause: bool = False
    may_extend: bool = False
    ahead: int | None = None
    on_today: bool = True
    count_by: str = ""
    paused_by: tuple[str, ...] = ()


WORKED_OUT = {"agreement": ("effective_on",), "oral_agreement": ("effective_on",)}
"""Days a period may run from that stand in no field: the day an agreement takes effect (`effect`)."""


class ExtraField(msgspec.Struct, forbid_unknown_fields=True):
    """A field a county adds to a kind of record: named `x_…`, declared as the program's own are."""

    face: Face
    label: str
    paper: str = ""
    codes: str = ""
    unit: str = ""
    low: int | None = None
    high: int | None = None
    required: tuple[str, ...] = ()


class File(msgspec.Struct, forbid_unknown_fields=True):
    """All of `profile.json`."""

    id: str
    version: int
    name: str
    numbers: dict[str, str]
    parameters: dict[str, Parameter]
    retention_years: dict[str, int]
    deadlines: tuple[Deadline, ...]
    dossier_sets: tuple[DossierSet, ...]
    subsidy: Subsidy
    extra_fields: dict[str, dict[str, ExtraField]] = {}


class Notice(msgspec.Struct, frozen=True):
    """What the county says about a profile it publishes, signed with it: beside its own files.

    Attributes:
        format: `FORMAT` of the program that published it.
        notes: What is new, in the county's words.
        since: Legal day from which it counts.
    """

    format: int = FORMAT
    notes: str = ""
    since: str = ""


def told_with(files: Mapping[str, str]) -> Notice:
    """Return what the county said about a profile; nothing for one that was never published.

    Raises:
        StoreTrouble: "profile.newer": a newer program is needed to read it; "profile.json".
    """
    try:
        notice = msgspec.convert(json_of(NOTICE, files.get(NOTICE, "{}")), Notice)
    except msgspec.ValidationError as error:
        raise StoreTrouble("profile.json", file=NOTICE, line=1) from error
    if notice.format > FORMAT:
        raise StoreTrouble("profile.newer", format=notice.format, known=FORMAT)
    return notice


def read_file(text: str | None) -> File:
    """Return what stands in `profile.json`.

    Raises:
        StoreTrouble: "profile.missing", "profile.json", or a mistake with its place.
    """
    if text is None:
        raise StoreTrouble("profile.missing", file="profile.json")
    try:
        return msgspec.convert(json_of("profile.json", text), File)
    except msgspec.ValidationError as error:
        raise _misread(str(error)) from error


_APART = {"parameters": 1, "numbers": 1, "retention_years": 1, "extra_fields": 2}
"""Parts of the file that hold things by name, and so many names deep."""


def misread(said: Mapping[str, object], base: Mapping[str, object]) -> Iterator[StoreTrouble]:
    """Yield what cannot be read of `said`, each thing by itself over `base`, which can be read."""
    for key, value in said.items():
        for place, one in _pieces(key, value, base.get(key), _APART.get(key, 0)):
            try:
                msgspec.convert({**base, key: one}, File)
            except msgspec.ValidationError as error:
                yield _misread(str(error), place)


def _pieces(place: str, value: object, model: object, deep: int) -> Iterator[tuple[str, object]]:
    """Yield parts of `value` with their places: entries of what holds things by name, and of lists."""
    if isinstance(value, dict) and deep:
        for name, held in value.items():
            for inner, one in _pieces(f"{place}.{name}", held, None, deep - 1):
                yield inner, {name: one}
    elif isinstance(value, list) and isinstance(model, list) and model:
        for number, one in enumerate(value):
            yield "", [*[model[0]] * number, one]  # the reader says by itself which one of a list it is
    else:
        yield place if "." in place else "", value


_MISREAD = (
    (r"Expected `(?P<wanted>[^`]*)`, got `(?P<given>[^`]*)`", "profile.type"),
    (r"Object missing required field `(?P<field>[^`]*)`", "profile.absent"),
    (r"Object contains unknown field `(?P<field>[^`]*)`", "profile.unknown"),
)


def _misread(told: str, piece: str = "") -> StoreTrouble:
    """Return what the reader of the file had to say as a sentence with a place; `piece` is what it read."""
    found = re.search(r"at `(?:key in )?\$\.?(?P<place>[^`]*)`", told)
    place = found["place"] if found else ""
    if piece:  # the reader names no entry of what holds things by name: "extra_fields[...][...].face"
        place = piece + place.rpartition("]")[2]
    for pattern, code in _MISREAD:
        match = re.search(pattern, told)
        if match:
            details = match.groupdict()
            inner = f"{place}.{details['field']}".strip(".") if code == "profile.unknown" else place
            return StoreTrouble(code, file="profile.json", place=inner or "profile.json", **details)
    return wrong("profile.value", place or told)


def json_of(file: str, text: str) -> dict[str, object]:
    """Return the object in a JSON text, {} for anything else; StoreTrouble "profile.json" with the line."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise StoreTrouble("profile.json", file=file, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise StoreTrouble("profile.json", file=file, line=1) from error
    return found if isinstance(found, dict) else {}


def wrong(code: str, place: str, **details: object) -> StoreTrouble:
    """Return the trouble of a mistake at `place` in `profile.json`."""
    return StoreTrouble(code, file="profile.json", place=place, **details)


def spec_of(place: str, name: str, declared: ExtraField) -> Spec:
    """Return the field that an extra field declares; StoreTrouble when it cannot be."""
    if not extra(name):
        raise wrong("profile.extra_name", place)
    if (declared.face in ("choice", "choices")) != bool(declared.codes):
        raise wrong("profile.extra_codes", place)
    more = More(required=declared.required, merge="set" if declared.face == "choices" else "guard")
    match declared.face:
        case "choice":
            spec = fields.choice(declared.label, declared.codes, declared.paper, more)
        case "choices":
            spec = fields.choices(declared.label, declared.codes, declared.paper, more)
        case "text" | "note" | "day" | "moment" | "whole" | "amount" | "yes_no":
            spec = getattr(fields, declared.face)(declared.label, declared.paper, more)
        case _:
            raise wrong("profile.value", f"{place}.face")
    given = {key: getattr(declared, key) for key in ("unit", "low", "high") if getattr(declared, key)}
    return replace(spec, name=name, **given)


def list_mistakes(
    profile: str, kinds: Mapping[str, Kind], lists: Mapping[str, tuple[Code, ...]]
) -> Iterator[StoreTrouble]:
    """Yield "profile.list_missing" for each list that a field names and that is not there."""
    named = {spec.codes for kind in kinds.values() for spec in kind.fields.values() if spec.codes}
    for name in sorted(named - lists.keys()):
        yield StoreTrouble("profile.list_missing", file=f"{name}.csv", profile=profile)


def number_mistakes(numbers: Mapping[str, str]) -> Iterator[StoreTrouble]:
    """Yield a trouble for each pattern of numbers that two records could share."""
    for register, pattern in numbers.items():
        if "{year}" not in pattern or "{seq}" not in pattern:
            yield wrong("profile.pattern", f"numbers.{register}")


def deadline_mistakes(deadlines: tuple[Deadline, ...], kinds: Mapping[str, Kind]) -> Iterator[StoreTrouble]:
    """Yield a trouble for each period that names what no record has."""
    for one in deadlines:
        known = {*(kinds[one.kind].fields if one.kind in kinds else ()), *WORKED_OUT.get(one.kind, ())}
        above = _above(kinds, one.kind)
        settling = [name.partition(".") for name in one.settled_by]
        beside = all(
            above and _above(kinds, kind) == above and (not field or field in kinds[kind].fields)
            for kind, _dot, field in settling
        )
        asked = [name.rpartition(".") for name in one.when]
        answered = all(
            field in (kinds[kind].fields if kind in kinds else ()) if kind else field in known
            for kind, _dot, field in asked
        )
        counting = (one.count_by,) if one.count_by else ()
        fields_known = bool(one.from_) and known.issuperset((*one.from_, *one.done_by, *counting))
        pausing = all(_pause_fits(kinds, one.kind, name) for name in one.paused_by)
        if one.count < 0 or not fields_known or not beside or not answered or not pausing:
            yield wrong("profile.deadline", f"deadlines.{one.name}")


def _pause_fits(kinds: Mapping[str, Kind], kind: str, place: str) -> bool:
    """Say whether `kind.first..last` names two days of a kind that hangs on the record or beside it."""
    other, first, last = pause_days(place)
    if other not in kinds or _above(kinds, other) not in (kind, _above(kinds, kind)):
        return False
    spec = [kinds[other].fields.get(name) for name in (first, last)]
    return all(one is not None and one.face == "day" for one in spec)


def pause_days(place: str) -> tuple[str, str, str]:
    """Return kind, first and last field of what `Deadline.paused_by` names."""
    kind, _dot, days = place.partition(".")
    first, _dots, last = days.partition("..")
    return kind, first, last


def _above(kinds: Mapping[str, Kind], name: str) -> str:
    """Return the kind a record of the kind `name` hangs on, or ""."""
    kind = kinds.get(name)
    return kind.fields[kind.parent].to if kind is not None and kind.parent else ""
