"""Code lists as files: `code,label,valid_from,valid_to,maps_to,note`, UTF-8, one code a line."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from village_desk.errors import StoreTrouble

COLUMNS = ("code", "label", "valid_from", "valid_to", "maps_to", "note")

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list.

    Attributes:
        code: Stable ASCII code; the official one where there is one.
        label: Official Chinese label.
        valid_from: First legal day it is given out, or None for always.
        valid_to: Last legal day it is given out, or None for ever.
        maps_to: What it counts as in statistics, exports or on the printed form, or "".
        note: Where it comes from, which article, which proof.
    """

    code: str
    label: str
    valid_from: date | None = None
    valid_to: date | None = None
    maps_to: str = ""
    note: str = ""

    def fits(self) -> bool:
        """Say whether code and label can stand in a list."""
        return bool(_CODE.fullmatch(self.code) and self.label.strip())

    def valid_on(self, day: date) -> bool:
        """Say whether the code is given out on `day`."""
        return not (
            (self.valid_from is not None and day < self.valid_from)
            or (self.valid_to is not None and day > self.valid_to)
        )


def read_lists(files: Mapping[str, str]) -> dict[str, tuple[Code, ...]]:
    """Read every list of `files`, texts by name; a list is named as its file.

    Raises:
        StoreTrouble: "profile.…": what is wrong, with file and line.
    """
    lists = {}
    for name in sorted(files):
        lists[name.removesuffix(".csv")], wrong = read_list(name, files[name])
        if wrong:
            raise wrong[0]
    if not lists:
        raise StoreTrouble("profile.missing", file="lists")
    return lists


def read_list(file: str, text: str) -> tuple[tuple[Code, ...], list[StoreTrouble]]:
    """Return the codes of the list in `text`, and every mistake in it with its line."""
    codes: dict[str, Code] = {}
    wrong: list[StoreTrouble] = []
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    try:
        if tuple(rows.fieldnames or ()) != COLUMNS:
            return (), [StoreTrouble("profile.columns", file=file, line=1)]
        for row in rows:
            try:
                code = _read_code(file, rows.line_num, row)
            except StoreTrouble as trouble:
                wrong.append(trouble)
                continue
            if code.code in codes:
                twice = {"file": file, "line": rows.line_num, "entry": code.code}
                wrong.append(StoreTrouble("profile.code_twice", **twice))
            codes.setdefault(code.code, code)
    except csv.Error:
        wrong.append(StoreTrouble("profile.columns", file=file, line=max(rows.line_num, 1)))
    return tuple(codes.values()), wrong


def write_list(codes: Iterable[Code]) -> str:
    """Return the text of a list: what `read_list` reads."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in codes:
        days = [day.isoformat() if day else "" for day in (one.valid_from, one.valid_to)]
        rows.writerow([one.code, one.label, *days, one.maps_to, one.note])
    return out.getvalue()


def _read_code(file: str, line: int, row: dict[str, str | None]) -> Code:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if None in row or None in row.values() or not cells["label"]:
        raise StoreTrouble("profile.columns", file=file, line=line)
    if not _CODE.fullmatch(cells["code"]):
        raise StoreTrouble("profile.code", file=file, line=line)
    try:
        begins, ends = (
            date.fromisoformat(cells[name]) if cells[name] else None for name in ("valid_from", "valid_to")
        )
    except ValueError as error:
        raise StoreTrouble("profile.date", file=file, line=line) from error
    return Code(cells["code"], cells["label"], begins, ends, cells["maps_to"], cells["note"])
