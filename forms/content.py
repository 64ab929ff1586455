"""The content of a paper as JSON: read from a file, and in the one canonical form that is kept and hashed."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from forms.model import Template
from forms.values import Content
from village_desk.errors import PrintTrouble
from village_desk.kinds import Kind
from village_desk.profile import Profile

UNIT = "unit"
NO_GLYPH = "□"
"""Stands on paper where a character is in no font: a box to write it in by hand."""


def read_content(template: Template, text: str, profile: Profile) -> Content:
    """Read the content of a paper from JSON: fields by name, linked records under their kind's name, `unit`.

    Raises:
        PrintTrouble: `print.content` with `what`, the place in the file; never a value.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise PrintTrouble("print.content", what=f"line {error.lineno}") from None
    if not isinstance(data, dict):
        raise PrintTrouble("print.content", what="line 1")
    kind = profile.kind(template.kind)
    content: dict[str, object] = {}
    own: dict[str, object] = {}
    for name, value in data.items():
        if name == UNIT:
            content[UNIT] = value
        elif name in profile.kinds and name not in kind.fields:
            records = value if isinstance(value, list) else [value]
            content[name] = [_record(profile.kind(name), record, name) for record in records]
        else:
            own[name] = value
    return content | _record(kind, own, template.kind)


def _record(kind: Kind, data: object, place: str) -> dict[str, object]:
    if not isinstance(data, dict):
        raise PrintTrouble("print.content", what=place)
    try:
        return kind.from_json(data)
    except ValueError as error:
        raise PrintTrouble("print.content", what=f"{place}.{error}") from None


def content_json(template: Template, content: Content, profile: Profile) -> str:
    """Return `content` as canonical JSON: sorted keys, no spaces, empty values left out.

    The same content gives the same text, whichever values were empty or missing.
    """
    kind = profile.kind(template.kind)
    data: dict[str, object] = {}
    own: dict[str, object] = {}
    for name, value in content.items():
        if name in profile.kinds and name not in kind.fields:
            records = (
                [value]
                if isinstance(value, Mapping)
                else list(value)
                if isinstance(value, (list, tuple))
                else []
            )
            data[name] = [_filled(profile.kind(name).to_json(record)) for record in records]
        elif name == UNIT:
            data[name] = value
        else:
            own[name] = value
    data |= kind.to_json(own)
    return json.dumps(_filled(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_digest(text: str) -> bytes:
    """Return the SHA-256 of canonical content."""
    return hashlib.sha256(text.encode()).digest()


def without(content: Content, characters: Iterable[str]) -> dict[str, object]:
    """Return `content` with a box in place of each of `characters`, which no font has."""
    table = {ord(character): NO_GLYPH for text in characters for character in text}
    cleaned = _replaced(content, table)
    return cleaned if isinstance(cleaned, dict) else {}


def _replaced(value: object, table: dict[int, str]) -> object:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, Mapping):
        return {name: _replaced(one, table) for name, one in value.items()}
    if isinstance(value, list):
        return [_replaced(one, table) for one in value]
    return value


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "", [], ())}
