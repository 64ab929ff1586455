"""Changes to a desk's own rows of divisions: villages are founded, renamed, merged and closed every year.

The county sends the year's changes as a table; a desk may enter one by hand. Rows are never deleted and codes
never used again, because old records keep pointing at them.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from village_desk.divisions import Division, normal_code, parent_of
from village_desk.errors import Invalid, Problem

Change = Literal["new", "renamed", "merged", "closed"]

NAME_LIMIT = 60
COLUMNS = {"代码": "code", "变动": "change", "日期": "day", "名称": "name", "并入": "merged_into"}
CHANGES: Mapping[str, Change] = {"新设": "new", "更名": "renamed", "并入": "merged", "撤销": "closed"}


@dataclass(frozen=True, slots=True)
class DivisionEdit:
    """One change of one township or village.

    Attributes:
        code: The division concerned, 9 or 12 digits.
        change: A split is some `new` ones and the old one `closed`.
        day: Legal day from which it holds.
        name: The name of a new or renamed division, otherwise empty.
        merged_into: Code of the division that takes over a merged one, otherwise empty.
    """

    code: str
    change: Change
    day: date
    name: str = ""
    merged_into: str = ""


def apply_edits(rows: Iterable[Division], edits: Sequence[DivisionEdit]) -> list[Division]:
    """Return the rows, by code, after all `edits` in their order; when one is wrong, nothing is changed.

    Raises:
        Invalid: With all problems; `details["line"]` of each is the place of the edit, from 1. Codes:
            `division.code` (not 9 or 12 digits), `division.known`, `division.unknown`, `division.closed`,
            `division.parent` (what it should lie in is not there or closed), `division.name`,
            `division.target` (to be merged into nothing, itself, a closed one or one of another level),
            `division.inhabited` (a township with open villages cannot close).
    """
    known = {row.code: row for row in rows}
    problems: list[Problem] = []
    for line, edit in enumerate(edits, 1):
        found = _problem(known, edit)
        if found:
            problems.append(Problem(*found, {"line": line, "code": edit.code}))
        else:
            _apply(known, edit)
    if problems:
        raise Invalid(problems)
    return sorted(known.values())


def current(rows: Mapping[str, Division], code: str) -> str:
    """Return the code that has taken over `code` by mergers, which may be itself."""
    passed = {code}
    while (row := rows.get(code)) and row.merged_into and row.merged_into not in passed:
        code = row.merged_into
        passed.add(code)
    return code


def parse_edit_csv(text: str) -> list[DivisionEdit]:
    """Read a table of changes: 代码, 变动 (新设, 更名, 并入, 撤销), 日期 (2026-01-31), 名称, 并入.

    Columns may stand in any order; the English names and change codes of `DivisionEdit` are understood, too.
    Blank lines are passed over. Whether the codes exist is the business of `apply_edits`.

    Raises:
        Invalid: With all problems; `details["line"]` is the line of the file. Codes: `division.columns`
            (a column is missing), `division.code`, `division.change`, `division.day`, `division.name`,
            `division.target`.
    """
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    heading = [COLUMNS.get(cell.strip(), cell.strip()) for cell in next(lines, [])]
    missing = [column for column in ("code", "change", "day") if column not in heading]
    if missing:
        raise Invalid([Problem(column, "division.columns", {"line": 1}) for column in missing])
    edits: list[DivisionEdit] = []
    problems: list[Problem] = []
    for cells in lines:
        line = dict(zip(heading, (cell.strip() for cell in cells), strict=False))
        if any(line.values()):
            read = _read(line)
            if isinstance(read, DivisionEdit):
                edits.append(read)
            else:
                problems.append(Problem(*read, {"line": lines.line_num}))
    if problems:
        raise Invalid(problems)
    return edits


def _read(line: Mapping[str, str]) -> DivisionEdit | tuple[str, str]:
    code = normal_code(line.get("code", ""))
    change = _change(line.get("change", ""))
    day = _day(line.get("day", ""))
    target = normal_code(line.get("merged_into", ""))
    name = line.get("name", "")
    if len(code) not in (9, 12):
        return "code", "division.code"
    if change is None:
        return "change", "division.change"
    if day is None:
        return "day", "division.day"
    if change in ("new", "renamed") and not _is_name(name):
        return "name", "division.name"
    if change == "merged" and not target:
        return "merged_into", "division.target"
    named = change in ("new", "renamed")
    return DivisionEdit(code, change, day, name if named else "", target if change == "merged" else "")


def _change(text: str) -> Change | None:
    return CHANGES.get(text) or next((code for code in get_args(Change) if code == text), None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.replace("/", "-"))
    except ValueError:
        return None


def _is_name(name: str) -> bool:
    return 0 < len(name) <= NAME_LIMIT and name == name.strip() and name.isprintable() and "," not in name


def _problem(known: Mapping[str, Division], edit: DivisionEdit) -> tuple[str, str] | None:
    """Return the field and code of what is wrong with one edit of the rows as they are by then."""
    if len(edit.code) not in (9, 12) or normal_code(edit.code) != edit.code:
        return "code", "division.code"
    if edit.change in ("new", "renamed") and not _is_name(edit.name):
        return "name", "division.name"
    if edit.change == "new":
        return _problem_of_new(known, edit.code)
    return _problem_of_known(known, edit)


def _problem_of_known(known: Mapping[str, Division], edit: DivisionEdit) -> tuple[str, str] | None:
    row = known.get(edit.code)
    if row is None or row.closed_on is not None:
        return "code", "division.closed" if row else "division.unknown"
    if edit.change == "merged" and not _can_take_over(known, edit):
        return "merged_into", "division.target"
    open_below = any(below.parent == edit.code and below.closed_on is None for below in known.values())
    return ("code", "division.inhabited") if edit.change != "renamed" and open_below else None


def _problem_of_new(known: Mapping[str, Division], code: str) -> tuple[str, str] | None:
    if code in known:
        return "code", "division.known"
    if len(code) == 9:  # a township lies in the desk's county when another one does
        there = any(row.code.startswith(parent_of(code)) for row in known.values())
    else:
        parent = known.get(parent_of(code))
        there = parent is not None and parent.closed_on is None
    return None if there else ("code", "division.parent")


def _can_take_over(known: Mapping[str, Division], edit: DivisionEdit) -> bool:
    target = known.get(edit.merged_into)
    return (
        target is not None
        and target.code != edit.code
        and len(target.code) == len(edit.code)
        and target.closed_on is None
    )


def _apply(known: dict[str, Division], edit: DivisionEdit) -> None:
    if edit.change == "new":
        known[edit.code] = Division(edit.code, edit.name)
    elif edit.change == "renamed":
        known[edit.code] = replace(known[edit.code], name=edit.name)
    else:
        target = edit.merged_into if edit.change == "merged" else ""
        known[edit.code] = replace(known[edit.code], closed_on=edit.day, merged_into=target)
