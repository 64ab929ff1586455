"""What a draft changes, line by line, in the county's words: read before it is published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import forms
from county_server.profile_edits import FACES
from village_desk import parameters
from village_desk.code_lists import Code
from village_desk.fields import Spec
from village_desk.i18n import translated
from village_desk.kinds import KINDS, extra
from village_desk.profile import Profile
from village_desk.profile_file import Deadline
from village_desk.sentences import sentence

UNITS = {"day": "天", "working_day": "个工作日", "month": "个月"}
Lists = Mapping[str, tuple[Code, ...]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different.

    Attributes:
        part: "list", "parameter", "number", "retention", "deadline", "field", "sheet", "dossier", "subsidy".
        what: Which list, parameter, field.
        before: What it was, "" for what is new.
        after: What it is to be, "" for what is gone.
    """

    part: str
    what: str
    before: str = ""
    after: str = ""


def differences(before: Profile, after: Profile) -> list[Difference]:
    """Return what is different when `after` takes the place of `before`."""
    return [
        *_lists(before.lists, after.lists),
        *_values("parameter", before.parameters, after.parameters),
        *_values("number", before.numbers, after.numbers),
        *_values("retention", before.retention_years, after.retention_years),
        *_deadlines(before, after),
        *_fields(before, after),
        *_sheets(before.forms, after.forms),
        *([] if before.dossier_sets == after.dossier_sets else [Difference("dossier", "")]),
        *([] if before.subsidy == after.subsidy else [Difference("subsidy", "")]),
    ]


def _lists(before: Lists, after: Lists) -> Iterator[Difference]:
    for name in sorted(before.keys() | after.keys()):
        then = {one.code: one for one in before.get(name, ())}
        now = {one.code: one for one in after.get(name, ())}
        found = [code for code in {**then, **now} if then.get(code) != now.get(code)]
        for code in found:
            yield Difference("list", f"{name} · {code}", _code(then.get(code)), _code(now.get(code)))
        if not found and list(then) != list(now):
            yield Difference("list", name, " ".join(then), " ".join(now))


def _code(one: Code | None) -> str:
    if one is None:
        return ""
    days = "–".join(day.isoformat() if day else "" for day in (one.valid_from, one.valid_to))
    return "　".join(text for text in (one.label, days if days != "–" else "", one.maps_to, one.note) if text)


def _values(part: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Difference]:
    for name in sorted(before.keys() | after.keys()):
        then, now = (_shown(name, one[name]) if name in one else "" for one in (before, after))
        if then != now:
            known = parameters.declared().get(name) if part == "parameter" else None
            yield Difference(part, known.label if known else name, then, now)


def _shown(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    known = parameters.declared().get(name)
    return f"{value} {known.unit if known else ''}".strip() if value is not None else "没有规定"


def _deadlines(before: Profile, after: Profile) -> Iterator[Difference]:
    then, now = (
        {f"{one.name} {one.kind} {sorted(one.when.items())}": _period(one) for one in each.deadlines}
        for each in (before, after)
    )
    for key in {**then, **now}:
        if then.get(key) != now.get(key):
            what = sentence(f"deadline.{key.partition(' ')[0]}")
            yield Difference("deadline", what, then.get(key, ""), now.get(key, ""))


def _period(one: Deadline) -> str:
    return f"{one.count} {UNITS[one.unit]}　{one.article}"


def _fields(before: Profile, after: Profile) -> Iterator[Difference]:
    for kind in KINDS:
        then, now = ({n: s for n, s in one.kinds[kind].fields.items() if extra(n)} for one in (before, after))
        for name in {**then, **now}:
            if then.get(name) != now.get(name):
                what = f"{translated('kinds', KINDS[kind].title)} · {name}"
                yield Difference("field", what, _field(then.get(name)), _field(now.get(name)))


def _field(spec: Spec | None) -> str:
    if spec is None:
        return ""
    needed = " ".join(sorted(spec.required))
    return "　".join(
        part for part in (spec.label, FACES.get(spec.face, ""), spec.codes, spec.unit, needed) if part
    )


def _sheets(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    titles = {one.form_id: one.title for one in forms.catalogue().values()}
    for form in sorted(before.keys() | after.keys()):
        if before.get(form) != after.get(form):
            then, now = ("县里的" if form in one else "程序自带的" for one in (before, after))
            yield Difference(
                "sheet", titles.get(form, form), then, now if then != now else "县里的（有改动）"
            )
