"""What a field is: its face, its label, its merge rule, and how its value is stored, sent and shown.

A value has three forms. *Used*: the Python value that commands and papers work with. *Stored*: what a
column holds, on SQLite and PostgreSQL alike. *Sent*: what JSON holds, on the wire and in the change log.

| face     | used              | stored        | sent          |
|----------|-------------------|---------------|---------------|
| text     | str               | text          | string        |
| note     | str, many lines   | text          | string        |
| day      | datetime.date     | ISO text      | ISO text      |
| moment   | int, UTC ms       | integer       | number        |
| whole    | int               | integer       | number        |
| amount   | int, fen (分)     | integer       | number        |
| choice   | str, a code       | text          | string        |
| choices  | tuple of codes    | JSON text     | list, sorted  |
| yes_no   | bool              | 0 or 1        | true or false |
| link     | bytes, a record id| 16 bytes      | 32 hex digits |

Nothing is required on save: an incomplete record is kept and synced. `required` names the workflow moves
that need the field (`village_desk.workflow`).
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from village_desk import idcards, ids
from village_desk.errors import Problem

Face = Literal["text", "note", "day", "moment", "whole", "amount", "choice", "choices", "yes_no", "link"]
Merge = Literal["guard", "set", "append", "text", "state", "immutable"]
Search = Literal["", "text", "name", "number"]

TEXT_LIMIT = 200
NOTE_LIMIT = 50_000
CODE_LIMIT = 40
EARLIEST_YEAR = 1900
LATEST_YEAR = 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One declared field.

    Attributes:
        name: The column, the JSON key and the placeholder of papers; set by the kind.
        face: Which of the ten forms of value it holds.
        label: English source text of its label.
        paper: The official Chinese label on paper, where one exists.
        merge: How two concurrent values meet on the county server (domain: sync §2.4).
        required: Workflow moves that cannot be made while it is empty.
        low: Smallest whole number or amount; shortest text.
        high: Largest whole number or amount; longest text in characters.
        codes: Name of the code list in the profile, of a choice.
        to: Name of the kind a link points to.
        unit: Unit shown after the value ("元", "人").
        search: How search finds it: as text, as a name (with pinyin), as a number (last four digits).
        check: Name of a check of its value in `CHECKS`.
        masked: Shown masked in lists and to roles with masked rights.
        read_only: Filled by the program; an editor shows it and says so.
    """

    name: str = ""
    face: Face
    label: str
    paper: str = ""
    merge: Merge = "guard"
    required: frozenset[str] = frozenset()
    low: int | None = None
    high: int | None = None
    codes: str = ""
    to: str = ""
    unit: str = ""
    search: Search = ""
    check: str = ""
    masked: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """The rarer properties of a field, shared by all field functions; see `Spec`."""

    merge: Merge = "guard"
    required: Iterable[str] = ()
    search: Search = ""
    check: str = ""
    masked: bool = False
    read_only: bool = False


PLAIN = More()


def _spec(face: Face, label: str, paper: str, more: More, **rest: object) -> Spec:
    common = {
        "merge": more.merge,
        "required": frozenset(more.required),
        "search": more.search,
        "check": more.check,
        "masked": more.masked,
        "read_only": more.read_only,
    }
    return Spec(face=face, label=label, paper=paper, **common, **rest)  # type: ignore[arg-type]  # forwarded


def text(label: str, paper: str = "", more: More = PLAIN, *, high: int = TEXT_LIMIT) -> Spec:
    """Declare one line of text of at most `high` characters."""
    return _spec("text", label, paper, more, high=high)


def note(label: str, paper: str = "", more: More = PLAIN, *, high: int = NOTE_LIMIT) -> Spec:
    """Declare long text of at most `high` characters; line ends are LF."""
    return _spec("note", label, paper, more, high=high)


def day(label: str, paper: str = "", more: More = PLAIN) -> Spec:
    """Declare a legal day in UTC+8."""
    return _spec("day", label, paper, more)


def moment(label: str, paper: str = "", more: More = PLAIN) -> Spec:
    """Declare a moment in UTC milliseconds."""
    return _spec("moment", label, paper, more)


def whole(
    label: str, paper: str = "", more: More = PLAIN, *, low: int = 0, high: int = 9_999, unit: str = ""
) -> Spec:
    """Declare a whole number from `low` to `high`."""
    return _spec("whole", label, paper, more, low=low, high=high, unit=unit)


def amount(label: str, paper: str = "", more: More = PLAIN) -> Spec:
    """Declare an amount of money in fen (分), from 0 to 99 999 999 999.99 yuan."""
    return _spec("amount", label, paper, more, low=0, high=9_999_999_999_999, unit="元")


def choice(label: str, codes: str, paper: str = "", more: More = PLAIN) -> Spec:
    """Declare one code of the profile's list `codes`."""
    return _spec("choice", label, paper, more, codes=codes)


def choices(label: str, codes: str, paper: str = "", more: More = More(merge="set")) -> Spec:
    """Declare any number of codes of the profile's list `codes`; merged element by element."""
    return _spec("choices", label, paper, more, codes=codes)


def yes_no(label: str, paper: str = "", more: More = PLAIN) -> Spec:
    """Declare a yes or no."""
    return _spec("yes_no", label, paper, more)


def link(label: str, to: str, paper: str = "", more: More = PLAIN) -> Spec:
    """Declare a link to a record of the kind `to`."""
    return _spec("link", label, paper, more, to=to)


def to_stored(spec: Spec, value: object) -> object:
    """Return what the column holds for the used `value`."""
    writer = _COLUMNS.get(spec.face)
    return value if writer is None or value is None else writer(value)


_COLUMNS: dict[Face, Callable[[object], object]] = {
    "day": lambda value: value.isoformat() if isinstance(value, date) else value,
    "choices": lambda value: json.dumps(sorted(_codes(value)), separators=(",", ":")),
    "yes_no": lambda value: int(bool(value)),
}


def from_stored(spec: Spec, stored: object) -> object:
    """Return the used value of what a column held; what no program of ours wrote there stays as it is."""
    try:
        return _from_stored(spec, stored)
    except (TypeError, ValueError):
        return stored


def _from_stored(spec: Spec, stored: object) -> object:
    if stored is None:
        return None
    match spec.face:
        case "day":
            return date.fromisoformat(str(stored))
        case "choices":
            return tuple(json.loads(str(stored)))
        case "yes_no":
            return bool(stored)
        case "link":
            return bytes(stored)  # type: ignore[call-overload]  # PostgreSQL answers memoryview
        case _:
            return stored


def to_json(spec: Spec, value: object) -> object:
    """Return what is sent for the used `value`."""
    writer = _WRITERS.get(spec.face)
    return value if writer is None or value is None else writer(value)


_SEVERAL = (tuple, list, set, frozenset)
_WRITERS: dict[Face, Callable[[object], object]] = {
    "day": lambda value: value.isoformat() if isinstance(value, date) else value,
    "choices": lambda value: sorted(_codes(value)) if isinstance(value, _SEVERAL) else value,
    "link": lambda value: ids.id_text(value) if isinstance(value, bytes) else value,
}


def from_json(spec: Spec, sent: object) -> object:
    """Return the used value of what was sent.

    Raises:
        ValueError: `sent` has not the shape of the face; nothing of the value is in the text.
    """
    if sent is None:
        return None
    reader = _READERS.get(spec.face)
    try:
        value = reader(sent) if reader else sent
    except (TypeError, ValueError) as error:
        raise ValueError(spec.name) from error
    if not fits(spec, value):
        raise ValueError(spec.name)
    return value


def fits(spec: Spec, value: object) -> bool:
    """Say whether the used `value` has the shape of the face; None has."""
    if value is None:
        return True
    kind = _PYTHON[spec.face]
    return type(value) is kind or (isinstance(value, kind) and not isinstance(value, bool))


def check_value(spec: Spec, value: object) -> list[Problem]:
    """Return what is wrong with the used `value` by type, length and the field's own check."""
    if value is None or value in ("", ()):
        return []
    if not fits(spec, value):
        return [Problem(spec.name, "type")]
    if isinstance(value, str):
        return _check_text(spec, value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _check_number(spec, value)
    if isinstance(value, date) and not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        return [Problem(spec.name, "day.range")]
    return []


def is_right(spec: Spec, sent: object) -> bool:
    """Say whether a value as it is sent has the shape of the face and nothing is wrong with it."""
    if type(sent) is str and _PYTHON[spec.face] is str:  # nearly all there is, and it is used as it is sent
        return not sent or not _check_text(spec, sent)
    try:
        return not check_value(spec, from_json(spec, sent))
    except ValueError:
        return False


def is_empty(value: object) -> bool:
    """Say whether nothing has been entered."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _codes(value: object) -> list[str]:
    if not isinstance(value, _SEVERAL):
        raise TypeError
    return [str(code) for code in value]


def _text(sent: object) -> str:
    if not isinstance(sent, str):
        raise TypeError
    return sent


def _code_tuple(sent: object) -> tuple[str, ...]:
    if not isinstance(sent, list) or not all(isinstance(code, str) for code in sent):
        raise TypeError
    return tuple(sorted(sent))


_READERS: dict[Face, Callable[[object], object]] = {
    "day": lambda sent: date.fromisoformat(_text(sent)),
    "choices": _code_tuple,
    "link": lambda sent: ids.id_from_text(_text(sent)),
}
_PYTHON: dict[Face, type] = {
    "text": str,
    "note": str,
    "day": date,
    "moment": int,
    "whole": int,
    "amount": int,
    "choice": str,
    "choices": tuple,
    "yes_no": bool,
    "link": bytes,
}


def _unusable(value: str) -> bool:
    """Say whether no database takes a text: PostgreSQL has no NUL, and half a surrogate pair no UTF-8."""
    if value.isascii():
        return "\0" in value
    try:
        value.encode()
    except UnicodeEncodeError:
        return True
    return "\0" in value


def _check_text(spec: Spec, value: str) -> list[Problem]:
    high = spec.high or CODE_LIMIT
    if len(value) > high:
        return [Problem(spec.name, "text.long", {"high": high, "length": len(value)})]
    if _unusable(value):
        return [Problem(spec.name, "text.character")]
    if spec.face == "text" and ("\n" in value or "\r" in value):
        return [Problem(spec.name, "text.lines")]
    code = CHECKS[spec.check](value) if spec.check else None
    return [Problem(spec.name, code)] if code else []


def _check_number(spec: Spec, value: int) -> list[Problem]:
    if spec.low is not None and value < spec.low:
        return [Problem(spec.name, "number.low", {"low": spec.low})]
    if spec.high is not None and value > spec.high:
        return [Problem(spec.name, "number.high", {"high": spec.high})]
    return []


CHECKS = {
    "id_card": idcards.check_id_card,
    "uscc": idcards.check_uscc,
    "phone": idcards.check_phone,
}
"""Checks of a text by name: each returns a problem code, or None when the text is right."""
