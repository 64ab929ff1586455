"""A paper filled with invented data, so that whoever changes a sheet sees at once what becomes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from forms.checking import LIST_VALUES, placeholders
from forms.model import Element, Head, If, Keep, Repeat, Template
from forms.papers import load, render
from forms.sheet import ID_BYTES, Sheet
from village_desk.fields import Spec
from village_desk.kinds import Kind
from village_desk.profile import Profile

MARK = "[练习]"
_DAY, _MOMENT = date(2026, 11, 21), 1_795_230_000_000
_UNIT = {
    "name": f"乌江镇乌江村公共法律服务室{MARK}",
    "village": "乌江村",
    "township": "乌江镇",
    "county": "甘州区",
    "committee": f"乌江村人民调解委员会{MARK}",
    "address": "乌江镇乌江村一社1号",
    "phone": "0936-8600000",
    "room": "公共法律服务室",
    "promise_title": "个人诚信承诺书",
    "aid_phone": "0936-8600001",
}
_TEXTS = (
    ("id_number", "11010519491231002X"),
    ("phone", "13800000001"),
    ("address", f"乌江镇乌江村三社17号{MARK}"),
    ("name", f"陈𬭎{MARK}"),
)
"""What stands in a text whose field's name has this in it."""
_NOTE = (
    "这是练习用的文字，看一看写得下多少。两家因通行问题发生纠纷，经村里劝说后愿意商量；"
    "双方都同意先测量，再议补偿。"
)
_ROWS = 2


def preview(form_id: str, text: str, profile: Profile) -> bytes:
    """Return the PDF of the sheet `text` filled with practice data, under `profile`; it bears the mark.

    Raises:
        PrintTrouble: `template.…`, with file and line, when the sheet is wrong.
    """
    with_it = replace(profile, forms={**profile.forms, form_id: text})
    template = load(form_id, profile=with_it)
    sheet = Sheet(
        id=bytes(ID_BYTES),
        number="练习0001",
        printed_at=_MOMENT,
        printed_by=f"王桂兰{MARK}",
        practice=True,
    )
    return render(template, content(template, with_it), sheet, with_it)


def content(template: Template, profile: Profile) -> dict[str, object]:
    """Return invented content for every field that stands on the sheet, and two rows for every repeat."""
    filled: dict[str, object] = {"unit": _UNIT, "list": dict.fromkeys(LIST_VALUES, "—")}
    filled |= _record(profile.kind(template.kind), profile)
    rows: dict[str, list[dict[str, object]]] = {}
    for repeat in _repeats(template.elements):
        said = {one.field.path: one.codes[0] for one in repeat.where if one.codes and not one.negated}
        made = [_record(profile.kind(repeat.kind), profile) | said for _ in range(_ROWS)]
        rows.setdefault(repeat.kind, []).extend(made)
    for _kind, place in placeholders(template.elements, template.kind):
        other = place.path.partition(".")[0]
        if other in profile.kinds and other != template.kind:
            rows.setdefault(other, [_record(profile.kind(other), profile)])
    return filled | {kind: found for kind, found in rows.items() if kind not in filled}


def _repeats(elements: tuple[Element, ...]) -> Iterator[Repeat]:
    for element in elements:
        if isinstance(element, Repeat):
            yield element
        if isinstance(element, (Repeat, If, Keep, Head)):
            yield from _repeats(element.body)


def _record(kind: Kind, profile: Profile) -> dict[str, object]:
    filled = {name: _value(spec, profile) for name, spec in kind.fields.items()}
    return {name: value for name, value in filled.items() if value is not None}


def _value(spec: Spec, profile: Profile) -> object:
    match spec.face:
        case "text":
            known = next((text for part, text in _TEXTS if part in spec.name), "")
            return (known or f"{spec.paper or '内容'}{MARK}")[: spec.high]
        case "note":
            return _NOTE[: spec.high]
        case "whole" | "amount":
            usual = 286_000 if spec.face == "amount" else 45 if "age" in spec.name else 3
            return max(spec.low or 0, min(usual, spec.high or usual))
        case "choice" | "choices":
            first = tuple(one.code for one in profile.codes(spec.codes, _DAY)[:2])
            return first if spec.face == "choices" else next(iter(first), None)
        case _:
            return {"day": _DAY, "moment": _MOMENT, "yes_no": True}.get(spec.face)
