"""Code lists as files: `code,label,valid_from,valid_to,maps_to,note`, UTF-8, one code a line."""

import csv
import io
import re
from collections.abc import Mapping
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
    lists = {name.removesuffix(".csv"): _read_list(name, files[name]) for name in sorted(files)}
    if not lists:
        raise StoreTrouble("profile.missing", file="lists")
    return lists


def _read_list(file: str, text: str) -> tuple[Code, ...]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise StoreTrouble("profile.columns", file=file, line=1)
    codes: dict[str, Code] = {}
    for row in rows:
        code = _read_code(file, rows.line_num, row)
        if code.code in codes:
            raise StoreTrouble("profile.code_twice", file=file, line=rows.line_num, entry=code.code)
        codes[code.code] = code
    return tuple(codes.values())


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
