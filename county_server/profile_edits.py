"""What an administrator changes in a draft: pure functions from the files of a profile to other files.

A list of the county's own begins as a copy of the one gone by; `profile.json` holds only what differs.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from county_server.errors import CountyTrouble
from county_server.profile_drafts import written
from village_desk import profile
from village_desk.code_lists import Code, read_list, write_list
from village_desk.kinds import KINDS, extra
from village_desk.profile_file import NAME, json_of

Texts = Mapping[str, str]
FACES = {
    "text": "一行文字",
    "note": "多行文字",
    "choice": "单选（从代码表）",
    "choices": "多选（从代码表）",
    "whole": "整数",
    "amount": "金额（元、分）",
    "day": "日期",
    "yes_no": "是或否",
}
"""What an extra field may hold, in the county's words."""
_LIST_NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")
_FIELD_NAME = re.compile(r"x_[a-z0-9_]{1,37}")


def said(texts: Texts) -> dict[str, object]:
    """Return what `profile.json` says.

    Raises:
        StoreTrouble: "profile.json".
    """
    return json_of(NAME, texts.get(NAME, "{}"))


# ------------------------------------------------------------------ code lists


def list_file(name: str) -> str:
    """Return the file of a list."""
    return f"lists/{name}.csv"


def codes(texts: Texts, name: str) -> tuple[Code, ...]:
    """Return the codes of a list of the draft, or of the national one where it has none of its own.

    Raises:
        CountyTrouble: "county.list_missing".
    """
    text = texts.get(list_file(name))
    if text is None:
        path = profile.NATIONAL / "lists" / f"{name}.csv"
        if not _LIST_NAME.fullmatch(name) or not path.is_file():
            raise CountyTrouble("county.list_missing")
        text = path.read_text("utf-8")
    return read_list(f"{name}.csv", text)[0]


def names(texts: Texts) -> list[str]:
    """Return the names of all lists, the national ones and those of the draft."""
    own = {Path(name).stem for name in texts if name.startswith("lists/")}
    return sorted(own | {path.stem for path in (profile.NATIONAL / "lists").glob("*.csv")})


def with_list(texts: Texts, name: str) -> dict[str, str]:
    """Begin a new list, without a code yet.

    Raises:
        CountyTrouble: "county.list_name": there is one of this name, or it cannot be a name.
    """
    if not _LIST_NAME.fullmatch(name) or name in names(texts):
        raise CountyTrouble("county.list_name")
    return {**texts, list_file(name): write_list(())}


def with_code(texts: Texts, name: str, one: Code) -> dict[str, str]:
    """Add a code at the end of a list, or put it in place of the one with the same code."""
    held = codes(texts, name)
    if any(other.code == one.code for other in held):
        new = tuple(one if other.code == one.code else other for other in held)
    else:
        new = (*held, one)
    return {**texts, list_file(name): write_list(new)}


def without_code(texts: Texts, name: str, code: str, present: tuple[Code, ...]) -> dict[str, str]:
    """Take out a code that was never given out.

    Raises:
        CountyTrouble: "county.code_in_use": the `present` list has it, so records may hold it.
    """
    if any(one.code == code for one in present):
        raise CountyTrouble("county.code_in_use", entry=code)
    left = tuple(one for one in codes(texts, name) if one.code != code)
    return {**texts, list_file(name): write_list(left)}


def moved(texts: Texts, name: str, code: str) -> dict[str, str]:
    """Let a code stand one place higher: lists are shown in their order."""
    held = list(codes(texts, name))
    place = next((at for at, one in enumerate(held) if one.code == code), 0)
    if place:
        held[place - 1], held[place] = held[place], held[place - 1]
    return {**texts, list_file(name): write_list(held)}


# ------------------------------------------------------------------ profile.json


def with_part(
    texts: Texts, part: str, values: Mapping[str, object], usual: Mapping[str, object]
) -> dict[str, str]:
    """Set entries of a part of `profile.json`; one that is as the `usual` one need not be said.

    A part other than the parameters is said whole or not at all.
    """
    now = said(texts)
    held = now.get(part)
    kept = held if isinstance(held, dict) else {}
    if part == "parameters":
        new = {**kept, **values}
        new = {name: value for name, value in new.items() if name not in usual or value != usual[name]}
    else:
        new = {**usual, **kept, **values}
        new = {} if new == usual else new
    rest = {key: value for key, value in now.items() if key != part}
    return {**texts, NAME: written({**rest, part: new} if new else rest)}


def with_deadlines(texts: Texts, periods: list[object], usual: list[object]) -> dict[str, str]:
    """Set all periods, unless they are the usual ones."""
    now = {key: value for key, value in said(texts).items() if key != "deadlines"}
    return {**texts, NAME: written(now if periods == usual else {**now, "deadlines": periods})}


def with_field(texts: Texts, kind: str, name: str, declared: Mapping[str, object]) -> dict[str, str]:
    """Add a field to a kind, or declare it otherwise.

    Raises:
        CountyTrouble: "county.field_name": it cannot be a name, or there is no such kind.
    """
    if kind not in KINDS or not extra(name) or not _FIELD_NAME.fullmatch(name):
        raise CountyTrouble("county.field_name")
    now = said(texts)
    fields = _fields(now)
    fields[kind] = {**fields.get(kind, {}), name: dict(declared)}
    return {**texts, NAME: written({**now, "extra_fields": fields})}


def without_field(texts: Texts, kind: str, name: str) -> dict[str, str]:
    """Take a field away: what was typed into it stays in the records."""
    now = said(texts)
    fields = _fields(now)
    left = {other: one for other, one in fields.get(kind, {}).items() if other != name}
    fields = {other: one for other, one in {**fields, kind: left}.items() if one}
    rest = {key: value for key, value in now.items() if key != "extra_fields"}
    return {**texts, NAME: written({**rest, "extra_fields": fields} if fields else rest)}


def fields_said(texts: Texts) -> list[tuple[str, str, dict[str, object]]]:
    """Return the extra fields of the draft: kind, name, and what is declared."""
    return [
        (kind, name, dict(one))
        for kind, held in _fields(said(texts)).items()
        for name, one in held.items()
        if kind in KINDS and isinstance(one, dict)
    ]


def _fields(now: Mapping[str, object]) -> dict[str, dict[str, object]]:
    held = now.get("extra_fields")
    given = held if isinstance(held, dict) else {}
    return {str(kind): dict(one) for kind, one in given.items() if isinstance(one, dict)}


# ------------------------------------------------------------------ sheets


def sheet_file(form: str) -> str:
    """Return the file of a sheet."""
    return f"forms/{form}.form"


def with_text(texts: Texts, file: str, text: str) -> dict[str, str]:
    """Set a file as it was typed; browsers send line ends as CR LF."""
    return {**texts, file: text.replace("\r\n", "\n").rstrip() + "\n"}


def without_file(texts: Texts, file: str) -> dict[str, str]:
    """Take a file of the county's own away: the program's serves again."""
    return {name: text for name, text in texts.items() if name != file}
