"""The county profile: code lists, parameters, deadlines, number patterns and extra fields, all as data.

A profile is a folder: `profile.json`, and one file a code list in `lists/` with the columns
`code,label,valid_from,valid_to,maps_to,note`. A county replaces the national one by its own. Codes are
never reused; one that is no longer given out gets a `valid_to`. Labels are the official Chinese ones,
because they stand on paper. Sheets of the county's own lie in `forms/`. A profile with a mistake is refused
when it is loaded, naming file, line and reason, so that no desk finds out at the counter; its sheets are
checked by `forms`, which knows what they may say.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from village_desk import parameters, paths
from village_desk.code_lists import Code, read_list, read_lists
from village_desk.dossier_sets import DossierSet, wrong_place
from village_desk.errors import Problem, StoreTrouble
from village_desk.json_lines import line_of
from village_desk.kinds import KINDS, Kind, extra
from village_desk.profile_file import (
    NAME,
    Deadline,
    ExtraField,
    Parameter,
    deadline_mistakes,
    json_of,
    list_mistakes,
    misread,
    number_mistakes,
    read_file,
    spec_of,
    told_with,
    wrong,
)
from village_desk.subsidies import Subsidy
from village_desk.subsidies import wrong_place as wrong_in_subsidy

NATIONAL = paths.RESOURCES / "profile" / "national"
"""The profile every desk ships with."""
_LIST = re.compile(r"lists/\w+\.csv")
_SHEET = re.compile(r"forms/(\w+)\.form")


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
        forms: Text of each sheet of the county's own, by form id; the program's serve for the others.
        notes: What the county says about this version, "" for the national one.
        since: Legal day from which it counts, as the county published it, "" for the national one.
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
    forms: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    since: str = ""

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


Texts = Mapping[str, str]
"""The files of a profile by name, as in its folder: `profile.json`, `lists/<list>.csv`,
`forms/<form>.form`."""


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
    own = [*sorted((folder / "lists").glob("*.csv")), *sorted((folder / "forms").glob("*.form"))]
    for file in (folder / "profile.json", *own):
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
        StoreTrouble: As `load`; "profile.newer": a newer program is needed to read it.
    """
    notice = told_with(told)
    read = of_texts(merged(told), told.get(NAME))
    return replace(read, notes=notice.notes, since=notice.since)


def merged(told: Texts) -> dict[str, str]:
    """Return the texts of a profile whole: what `told` does not say is as in the national one.

    Raises:
        StoreTrouble: "profile.json": its `profile.json` is none.
    """
    ours = texts(NATIONAL)
    said, base = (json_of(NAME, one.get(NAME, "")) for one in (told, ours))
    parts = [one.get("parameters") for one in (base, said)]
    parameters = {name: value for part in parts if isinstance(part, dict) for name, value in part.items()}
    whole = {**base, **said, "parameters": parameters}
    return {**ours, **told, NAME: json.dumps(whole)}


def mistakes(told: Texts) -> list[StoreTrouble]:
    """Return all that is wrong with a county's profile, with file and line; `forms` looks at its sheets."""
    found: list[StoreTrouble] = []
    for name, text in told.items():
        if _LIST.fullmatch(name):
            found += read_list(Path(name).name, text)[1]
    written = told.get(NAME)
    try:
        whole = merged(told)
        said, base = (json_of(NAME, text) for text in (written or "", texts(NATIONAL)[NAME]))
        found += [with_line(one, written or "") for one in misread(said, base)]
        if not found:
            found += [with_line(one, written or "") for one in _checked(whole)[1]]
    except StoreTrouble as trouble:
        found.append(with_line(trouble, written or ""))
    return found


def of_texts(files: Texts, written: str | None = None) -> Profile:
    """Check a profile given as texts; `written` is `profile.json` as people wrote it, for lines of mistakes.

    Raises:
        StoreTrouble: As `load`.
    """
    text = written or files.get(NAME, "")
    try:
        read, wrong_in_it = _checked(files)
    except StoreTrouble as trouble:
        with_line(trouble, text)
        raise
    if wrong_in_it:
        raise with_line(wrong_in_it[0], text)
    return read


def with_line(trouble: StoreTrouble, text: str) -> StoreTrouble:
    """Return the trouble with the line of its place in `text`, a `profile.json`."""
    place = trouble.details.get("place")
    if isinstance(place, str) and text:
        trouble.details["line"] = line_of(text, place)
    return trouble


def _checked(files: Texts) -> tuple[Profile, list[StoreTrouble]]:
    """Read a profile, and what is wrong with what it says."""
    read = read_file(files.get(NAME))
    lists = read_lists({Path(name).name: text for name, text in files.items() if _LIST.fullmatch(name)})
    kinds, found = _with_extra(read.extra_fields)
    found += list_mistakes(read.id, kinds, lists)
    found += number_mistakes(read.numbers)
    found += deadline_mistakes(read.deadlines, kinds)
    found += parameters.mistakes(read.parameters)
    difficulties = {code.code for code in lists.get("difficulty", ())}
    for place in (
        wrong_place(read.dossier_sets, read.parameters.get("dossier_set"), kinds),
        wrong_in_subsidy(read.subsidy, difficulties),
    ):
        if place:
            found.append(wrong("profile.value", place))
    sheets = {match[1]: text for name, text in files.items() if (match := _SHEET.fullmatch(name))}
    profile = Profile(
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
        forms=sheets,
    )
    return profile, found


def _with_extra(
    extra_fields: Mapping[str, Mapping[str, ExtraField]],
) -> tuple[dict[str, Kind], list[StoreTrouble]]:
    """Return every kind with the fields a county adds, and what is wrong with those."""
    kinds, found = dict(KINDS), []
    for kind, declared in extra_fields.items():
        if kind not in KINDS:
            found.append(wrong("profile.no_kind", f"extra_fields.{kind}"))
            continue
        added = {}
        for name, one in declared.items():
            try:
                added[name] = spec_of(f"extra_fields.{kind}.{name}", name, one)
            except StoreTrouble as trouble:
                found.append(trouble)
        kinds[kind] = replace(KINDS[kind], fields=KINDS[kind].fields | added)
    return kinds, found


def _codes_of(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return value if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Renewal:
    """What differs between two profiles for whoever types: labels of extra fields by kind, ids of sheets."""

    added: tuple[tuple[str, str], ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    sheets: tuple[str, ...] = ()


def renewal(before: Profile, after: Profile) -> Renewal:
    """Return what is different for whoever types when `after` takes the place of `before`."""

    def of(one: Profile) -> dict[tuple[str, str], str]:
        return {
            (kind.name, name): spec.label
            for kind in one.kinds.values()
            for name, spec in kind.fields.items()
            if extra(name)
        }

    then, now = of(before), of(after)
    sheets = {
        form
        for form in before.forms.keys() | after.forms.keys()
        if before.forms.get(form) != after.forms.get(form)
    }
    return Renewal(
        tuple((key[0], label) for key, label in now.items() if key not in then),
        tuple((key[0], label) for key, label in then.items() if key not in now),
        tuple(sorted(sheets)),
    )
