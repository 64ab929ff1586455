"""The county profile: code lists, parameters, deadlines, number patterns and extra fields, all as data.

A profile is a folder: `profile.json`, and one file a code list in `lists/` with the columns
`code,label,valid_from,valid_to,maps_to,note`. A county replaces the national one by its own. Codes are
never reused; one that is no longer given out gets a `valid_to`. Labels are the official Chinese ones,
because they stand on paper. A profile with a mistake is refused when it is loaded, naming file and place,
so that no desk finds out at the counter.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from village_desk import fields, paths
from village_desk.code_lists import Code, read_lists
from village_desk.dossier_sets import DossierSet, wrong_place
from village_desk.errors import Problem, StoreTrouble
from village_desk.fields import Face, More, Spec
from village_desk.kinds import KINDS, Kind, extra
from village_desk.subsidies import Subsidy
from village_desk.subsidies import wrong_place as wrong_in_subsidy

NATIONAL = paths.RESOURCES / "profile" / "national"
"""The profile every desk ships with."""

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


@dataclass(frozen=True, slots=True)
class Profile:
    """One version of a county's profile.

    Attributes:
        id: Which profile ("national", or the county's six digits).
        version: Rises with every published change.
        name: What people call it.
        kinds: Every kind of record with the county's extra fields.
        lists: Code lists by name, each in the order people see.
        parameters: Single values by name.
        numbers: Pattern of a register's numbers, with {unit}, {year} and {seq}.
        retention_years: How long the records of a kind are kept after they are closed.
        deadlines: All periods that are watched.
        dossier_sets: Lists of the papers of a dossier; the parameter `dossier_set` takes one.
        subsidy: What is paid for a case, and on what conditions.
    """

    id: str
    version: int
    name: str
    kinds: Mapping[str, Kind]
    lists: Mapping[str, tuple[Code, ...]]
    parameters: Mapping[str, Parameter]
    numbers: Mapping[str, str]
    retention_years: Mapping[str, int]
    deadlines: tuple[Deadline, ...]
    dossier_sets: tuple[DossierSet, ...]
    subsidy: Subsidy

    def kind(self, name: str) -> Kind:
        """Return the kind `name` with this county's extra fields.

        Raises:
            KeyError: No such kind; a mistake in the program.
        """
        return self.kinds[name]

    def codes(self, name: str, day: date) -> list[Code]:
        """Return the codes of the list `name` that are given out on `day`, in their order."""
        return [code for code in self.lists[name] if code.valid_on(day)]

    def label(self, name: str, code: str) -> str:
        """Return the label of `code`, retired or not; an unknown code (of a newer profile) stays itself."""
        return next((one.label for one in self.lists.get(name, ()) if one.code == code), code)

    def maps_to(self, name: str, code: str) -> str:
        """Return what `code` counts as in statistics and exports; itself when nothing else is said."""
        return next((one.maps_to for one in self.lists.get(name, ()) if one.code == code), "") or code

    def parameter(self, name: str) -> Parameter:
        """Return the parameter `name`.

        Raises:
            StoreTrouble: "profile.parameter": this profile does not say it.
        """
        if name not in self.parameters:
            raise StoreTrouble("profile.parameter", name=name, profile=self.id, version=self.version)
        return self.parameters[name]

    def dossier_set(self) -> DossierSet:
        """Return the list of a dossier's papers this county takes."""
        taken = self.parameter("dossier_set")
        return next(one for one in self.dossier_sets if one.name == taken)

    def number(self, register: str, unit: str, year: int, seq: int) -> str:
        """Return the case number `seq` of `year` in `register`, as the county writes it."""
        digits = self.parameters.get("number_digits")
        shown = str(seq).zfill(digits if isinstance(digits, int) else 0)
        pattern = self.numbers[register]
        return pattern.replace("{unit}", unit).replace("{year}", str(year)).replace("{seq}", shown)

    def check_codes(
        self, kind: Kind, values: Mapping[str, object], day: date, stored: Mapping[str, object] | None = None
    ) -> list[Problem]:
        """Return a problem for each code that is not in its list, or no longer given out on `day`.

        A code that the record already holds (`stored`) stays allowed after it is retired.
        """
        problems = []
        for name, spec in kind.fields.items():
            held = _codes_of((stored or {}).get(name)) if spec.codes else ()
            for code in _codes_of(values.get(name)) if spec.codes else ():
                found = next((one for one in self.lists[spec.codes] if one.code == code), None)
                if found is None:
                    problems.append(Problem(name, "code.unknown", {"code": code}))
                elif code not in held and not found.valid_on(day):
                    problems.append(Problem(name, "code.retired", {"code": code, "label": found.label}))
        return problems


class _ExtraField(msgspec.Struct, forbid_unknown_fields=True):
    face: Face
    label: str
    paper: str = ""
    codes: str = ""
    unit: str = ""
    low: int | None = None
    high: int | None = None
    required: tuple[str, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    version: int
    name: str
    numbers: dict[str, str]
    parameters: dict[str, Parameter]
    retention_years: dict[str, int]
    deadlines: tuple[Deadline, ...]
    dossier_sets: tuple[DossierSet, ...]
    subsidy: Subsidy
    extra_fields: dict[str, dict[str, _ExtraField]] = {}


Texts = Mapping[str, str]
"""The files of a profile by name, as in its folder: `profile.json`, `lists/<list>.csv`."""


def load(folder: Path = NATIONAL) -> Profile:
    """Read and check the profile in `folder`.

    Raises:
        StoreTrouble: "profile.…": what is wrong, with the file, and the line or place in it.
    """
    return of_texts(texts(folder))


def texts(folder: Path) -> dict[str, str]:
    """Return the files of the profile in `folder`, unchecked.

    Raises:
        StoreTrouble: "profile.missing", "profile.encoding".
    """
    found = {}
    for file in (folder / "profile.json", *sorted((folder / "lists").glob("*.csv"))):
        try:
            found[file.relative_to(folder).as_posix()] = file.read_bytes().decode("utf-8")
        except OSError as error:
            raise StoreTrouble("profile.missing", file=file.name) from error
        except UnicodeDecodeError as error:
            raise StoreTrouble("profile.encoding", file=file.name) from error
    return found


def over_national(told: Texts) -> Profile:
    """Read and check a profile that another version of the program may have published.

    What it does not say, because it is older than a list or a parameter, is as in the national one.

    Raises:
        StoreTrouble: As `load`.
    """
    ours = texts(NATIONAL)
    said, base = (_json("profile.json", one.get("profile.json", "")) for one in (told, ours))
    parts = [one.get("parameters") for one in (base, said)]
    parameters = {name: value for part in parts if isinstance(part, dict) for name, value in part.items()}
    whole = {**base, **said, "parameters": parameters}
    return of_texts({**ours, **told, "profile.json": json.dumps(whole)})


def of_texts(files: Texts) -> Profile:
    """Check a profile given as texts.

    Raises:
        StoreTrouble: As `load`.
    """
    file = Path("profile.json")
    read = _read(files.get(file.name))
    lists = read_lists(
        {Path(name).name: text for name, text in files.items() if re.fullmatch(r"lists/\w+\.csv", name)}
    )
    kinds = dict(KINDS)
    for kind, declared in read.extra_fields.items():
        if kind not in KINDS:
            raise _wrong(file, f"extra_fields.{kind}")
        added = {
            name: _spec(file, f"extra_fields.{kind}.{name}", name, one) for name, one in declared.items()
        }
        kinds[kind] = replace(KINDS[kind], fields=KINDS[kind].fields | added)
    _check_lists(read.id, kinds, lists)
    _check_numbers(file, read.numbers)
    _check_deadlines(file, read.deadlines, kinds)
    place = wrong_place(read.dossier_sets, read.parameters.get("dossier_set"), kinds)
    if place:
        raise _wrong(file, place)
    place = wrong_in_subsidy(read.subsidy, {code.code for code in lists["difficulty"]})
    if place:
        raise _wrong(file, place)
    return Profile(
        id=read.id,
        version=read.version,
        name=read.name,
        kinds=kinds,
        lists=lists,
        parameters=read.parameters,
        numbers=read.numbers,
        retention_years=read.retention_years,
        deadlines=read.deadlines,
        dossier_sets=read.dossier_sets,
        subsidy=read.subsidy,
    )


def _read(text: str | None) -> _File:
    file = Path("profile.json")
    if text is None:
        raise StoreTrouble("profile.missing", file=file.name)
    try:
        return msgspec.convert(_json(file.name, text), _File)
    except msgspec.ValidationError as error:
        raise _wrong(file, str(error)) from error


def _json(file: str, text: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise StoreTrouble("profile.json", file=file, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise StoreTrouble("profile.json", file=file, line=1) from error
    return found if isinstance(found, dict) else {}


def _wrong(file: Path, place: str) -> StoreTrouble:
    return StoreTrouble("profile.value", file=file.name, place=place)


def _spec(file: Path, place: str, name: str, declared: _ExtraField) -> Spec:
    if not extra(name) or (declared.face in ("choice", "choices")) != bool(declared.codes):
        raise _wrong(file, place)
    more = More(required=declared.required, merge="set" if declared.face == "choices" else "guard")
    match declared.face:
        case "choice":
            spec = fields.choice(declared.label, declared.codes, declared.paper, more)
        case "choices":
            spec = fields.choices(declared.label, declared.codes, declared.paper, more)
        case "text" | "note" | "day" | "moment" | "whole" | "amount" | "yes_no":
            spec = getattr(fields, declared.face)(declared.label, declared.paper, more)
        case _:
            raise _wrong(file, place)
    given = {key: getattr(declared, key) for key in ("unit", "low", "high") if getattr(declared, key)}
    return replace(spec, name=name, **given)


def _codes_of(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return value if isinstance(value, tuple) else ()


def _check_lists(profile: str, kinds: Mapping[str, Kind], lists: Mapping[str, tuple[Code, ...]]) -> None:
    for kind in kinds.values():
        for spec in kind.fields.values():
            if spec.codes and spec.codes not in lists:
                raise StoreTrouble("profile.list_missing", file=f"{spec.codes}.csv", profile=profile)


def _check_numbers(file: Path, numbers: Mapping[str, str]) -> None:
    for register, pattern in numbers.items():
        if "{year}" not in pattern or "{seq}" not in pattern:
            raise _wrong(file, f"numbers.{register}")


def _check_deadlines(file: Path, deadlines: tuple[Deadline, ...], kinds: Mapping[str, Kind]) -> None:
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
            raise _wrong(file, f"deadlines.{one.name}")


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
