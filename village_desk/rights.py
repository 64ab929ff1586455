"""Who may do what: one table for the editor, queries, print, export, sync and the county's pages.

The table is `resources/rights.csv`: `role,kind,class,read,write,move,transfer,print,export,masked`;
several roles, kinds or classes stand in one cell, separated by spaces. A verb's cell holds a reach, and no
row is no right:

| reach    | the record must                                                                             |
|----------|---------------------------------------------------------------------------------------------|
| own      | have been made by the user, within the user's areas                                         |
| unit     | belong to one of the user's units: an area of 12 digits, or the office of a shorter area     |
| township | lie in one of the user's areas, which is a township or smaller                              |
| county   | lie in one of the user's areas, which is a county or smaller                                |
| public   | belong to the user's county, wherever: directories and published cases                      |

`masked` is empty, `yes`, or `sent` (masked once the application has been handed over). A restricted record
is, beyond this, open to its named readers only. Sheets, attachments, submissions and reviews carry the
class of the record they belong to; whoever may not read that record may not read them.

Written from domain: services §6.2, §6.3; secrecy: 法律援助法 第二十一条, 个人信息保护法 第五十一条.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from village_desk import paths
from village_desk.errors import NotAllowed, StoreTrouble
from village_desk.kinds import Kind

Verb = Literal["read", "write", "move", "transfer", "print", "export"]
"""`move` leads from state to state, `transfer` puts a record into another area, and must reach both."""
Reach = Literal["", "own", "unit", "township", "county", "public"]
Mask = Literal["", "yes", "sent"]

VERBS: tuple[Verb, ...] = get_args(Verb)
REACHES: tuple[Reach, ...] = get_args(Reach)
MASKS: tuple[Mask, ...] = get_args(Mask)
PERMISSIONS = frozenset({"grant", "rights", "revoked"})
"""Causes for which the county sets a change aside that a person may overrule: a permission was missing."""
CLASSES = ("normal", "contact", "hardship", "restricted")
VILLAGE_ROLES = ("village_clerk", "adviser", "mediator", "volunteer")
ROLES = (
    *VILLAGE_ROLES,
    "station_staff",
    "station_head",
    "hotline_agent",
    "county_legal_aid",
    "county_pls",
    "supervisor",
    "administrator",
    "county_device",
)
TABLE = paths.RESOURCES / "rights.csv"

_COLUMNS = ("role", "kind", "class", *VERBS, "masked")
VILLAGE_DIGITS, TOWNSHIP_DIGITS = 12, 9
"""Digits of the division code of a village, and of a township, with which those of its villages begin."""
_AREA_DIGITS = {"township": TOWNSHIP_DIGITS, "county": 6, "public": 6}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role given to a user for some areas and a time (授权), signed by the county.

    Attributes:
        id: Its record id.
        user: The user it is given to.
        role: One of `ROLES`.
        areas: Beginnings of division codes: 12 digits a village, 9 a township, 6 a county.
        valid_from: First legal day.
        valid_to: Last legal day, or None for no end.
    """

    id: bytes
    user: bytes
    role: str
    areas: tuple[str, ...]
    valid_from: date
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Say whether the grant holds on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Hold:
    """One grant as a person at the desk holds it: role, areas and the grant's id (b"" before enrolment)."""

    role: str
    areas: tuple[str, ...]
    grant: bytes = b""


@dataclass(frozen=True, slots=True)
class Target:
    """The record that somebody wants to do something with.

    Attributes:
        kind: Its kind.
        class_: Its confidentiality class.
        scope: 12-digit division code of the unit it belongs to.
        own: The user made it.
        reader: The user is one of its named readers.
    """

    kind: str
    class_: str = "normal"
    scope: str = ""
    own: bool = False
    reader: bool = False


@dataclass(frozen=True, slots=True)
class Right:
    """One line of the table, for one role, kind and class."""

    reaches: dict[Verb, Reach]
    masked: Mask = ""


Rights = dict[tuple[str, str, str], Right]


@cache
def load(path: Path = TABLE) -> Rights:
    """Read the table at `path`, once.

    Raises:
        StoreTrouble: "rights.table": a line is wrong or says something twice; names file and line.
    """
    table: Rights = {}
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            rows = csv.DictReader(opened)
            if tuple(rows.fieldnames or ()) != _COLUMNS:
                raise StoreTrouble("rights.table", file=path.name, line=1)
            for row in rows:
                if not _add(table, row):
                    raise StoreTrouble("rights.table", file=path.name, line=rows.line_num)
    except OSError as error:
        raise StoreTrouble("rights.missing", file=path.name) from error
    return table


def reach(role: str, verb: Verb, kind: str, class_: str = "normal") -> Reach:
    """Return how far `role` reaches with `verb` on records of `kind` and `class_`; "" is not at all."""
    right = load().get((role, kind, class_))
    return right.reaches[verb] if right else ""


def allowed(role: str, areas: tuple[str, ...], verb: Verb, target: Target) -> bool:
    """Say whether a user of `role` in `areas` may do `verb` with `target`."""
    return not why_not(role, areas, verb, target)


def why_not(role: str, areas: tuple[str, ...], verb: Verb, target: Target) -> str:
    """Return "" when `verb` is allowed, or the code of the reason.

    "rights.no_<verb>": the role never may; "rights.area", "rights.own", "rights.reader": not this record.
    A caller to whom the record's existence is a secret shows the first.
    """
    how_far = reach(role, verb, target.kind, target.class_)
    if not how_far:
        return f"rights.no_{verb}"
    if not any(_within(how_far, area, target.scope) for area in areas):
        return "rights.area"
    if how_far == "own" and not target.own:
        return "rights.own"
    if target.class_ == "restricted" and not target.reader:
        return "rights.reader"
    return ""


def require(role: str, areas: tuple[str, ...], verb: Verb, target: Target) -> None:
    """Pass when `verb` is allowed.

    Raises:
        NotAllowed: The code of `why_not`.
    """
    code = why_not(role, areas, verb, target)
    if code:
        raise NotAllowed(code, role=role, kind=target.kind)


def masked(role: str, kind: str, class_: str = "normal", *, sent: bool = False) -> bool:
    """Say whether `role` sees a record masked; `sent`: its application has been handed over."""
    right = load().get((role, kind, class_))
    return right is not None and (right.masked == "yes" or (right.masked == "sent" and sent))


def masked_fields(kind: Kind) -> frozenset[str]:
    """Return the fields of `kind` that a masked view shortens or leaves out: names, numbers, money, texts."""
    hidden = {name for name, spec in kind.fields.items() if spec.masked or spec.search == "name"}
    telling = {name for name, spec in kind.fields.items() if spec.face in ("note", "amount")}
    return frozenset(hidden | telling | set(kind.name_of))


def may_review(actor: bytes, submitted_by: bytes) -> bool:
    """Say whether user `actor` may review what user `submitted_by` sent: nobody approves their own work."""
    return actor != submitted_by


def covered(how_far: Reach, area: str) -> tuple[str, bool]:
    """Return how the codes begin that `how_far` reaches in `area`, or a whole code and True; "" for none."""
    if len(area) < _AREA_DIGITS["county"]:
        return "", False
    if how_far == "public":
        return area[: _AREA_DIGITS["public"]], False
    if len(area) >= _AREA_DIGITS.get(how_far, 0 if how_far == "own" else VILLAGE_DIGITS):
        return area, len(area) == VILLAGE_DIGITS
    return area.ljust(VILLAGE_DIGITS, "0"), True


def _within(how_far: Reach, area: str, scope: str) -> bool:
    begin, _whole = covered(how_far, area)
    return bool(begin) and len(scope) == VILLAGE_DIGITS and scope.startswith(begin)


def _add(table: Rights, row: dict[str, str]) -> bool:
    """Enter one line; False when it is wrong."""
    reaches: dict[Verb, Reach] = {}
    for verb in VERBS:
        word = next((one for one in REACHES if one == row.get(verb)), None)
        if word is None:
            return False
        reaches[verb] = word
    hidden = next((one for one in MASKS if one == row.get("masked")), None)
    if None in row or hidden is None:
        return False
    right = Right(reaches, hidden)
    for role in row["role"].split():
        for kind in row["kind"].split():
            for class_ in row["class"].split():
                if role not in ROLES or class_ not in CLASSES or (role, kind, class_) in table:
                    return False
                table[role, kind, class_] = right
    return True
