"""Peewee models made from kinds: one typed table a kind, with the envelope its owner passes in.

Neutral of dialect and importing no driver, so that the desk's SQLCipher file and the county's SQLite or
PostgreSQL hold the same columns and statistics run on all of them. Rows become plain values here;
peewee objects never leave the packages that own a database.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

import peewee

from village_desk import fields, ids
from village_desk.crypto import read_json
from village_desk.fields import Face
from village_desk.kinds import KINDS, Kind, Values

Model = type[Any]
"""A peewee model class; its columns are not known to the type checker."""
Column = Callable[[], peewee.Field]


def _text() -> peewee.Field:
    return peewee.TextField(null=True)


def _number(made: type[peewee.Field] = peewee.IntegerField) -> peewee.Field:
    return made(default=0, constraints=[peewee.SQL("DEFAULT 0")])


_COLUMNS: dict[Face, Column] = {
    "text": _text,
    "note": _text,
    "day": _text,
    "moment": lambda: peewee.BigIntegerField(null=True),
    "whole": lambda: peewee.IntegerField(null=True),
    "amount": lambda: peewee.BigIntegerField(null=True),
    "choice": _text,
    "choices": _text,
    "yes_no": lambda: peewee.SmallIntegerField(null=True),
    "link": lambda: peewee.BlobField(null=True),
}

COMMON_ENVELOPE: dict[str, Column] = {
    "id": lambda: peewee.BlobField(primary_key=True),
    "scope": peewee.TextField,
    "ver": _number,
    "fver": _text,
    "archived": lambda: _number(peewee.SmallIntegerField),
    "class_": lambda: peewee.TextField(
        default="normal", column_name="class", constraints=[peewee.SQL("DEFAULT 'normal'")]
    ),
    "readers": _text,
    "profile": _number,
    "created_by": _text,
    "created_at": lambda: peewee.BigIntegerField(null=True),
    "changed_by": _text,
    "changed_at": lambda: peewee.BigIntegerField(null=True),
    "extra": _text,
}
"""Columns a record has at the desk and at the county; users stand as 32 hexadecimal digits."""

DESK_ENVELOPE: dict[str, Column] = {
    **COMMON_ENVELOPE,
    "base": _text,
    "pending": _number,
    "conflicts": _number,
}
"""Columns at the desk: also the county's state while own changes wait, and how many wait or conflict."""


def tables_for(database: peewee.Database | None, envelope: Mapping[str, Column]) -> dict[str, Model]:
    """Return the model of every kind on `database`, with the columns of `envelope` first."""
    return {name: _table(kind, database, envelope) for name, kind in KINDS.items()}


def _table(kind: Kind, database: peewee.Database | None, envelope: Mapping[str, Column]) -> Model:
    columns: dict[str, object] = {name: column() for name, column in envelope.items()}
    columns |= {name: _COLUMNS[spec.face]() for name, spec in kind.fields.items()}
    meta = type("Meta", (), {"database": database, "table_name": kind.name, "legacy_table_names": False})
    return type(kind.name.title().replace("_", ""), (peewee.Model,), {**columns, "Meta": meta})


def create_statement(table: Model) -> str:
    """Return the CREATE TABLE of a kind in the dialect of its database, one column a line."""
    sql, _ = table._schema._create_table(safe=False).query()  # noqa: SLF001 - the only way to the text
    head, _, rest = sql.partition(" (")
    columns = rest[:-1].replace(", ", ",\n    ")
    return f"{head} (\n    {columns}\n)"


def row_values(kind: Kind, row: Mapping[str, Any]) -> Values:
    """Return the used values of a row given as a mapping of columns; empty fields are left out.

    Fields of a profile come out of `extra`; so do values that do not fit their field, as they were sent.
    """
    values: Values = {
        name: fields.from_stored(spec, row[name])
        for name, spec in kind.fields.items()
        if row.get(name) is not None
    }
    if row["extra"]:
        more = read_json(row["extra"].encode())
        if isinstance(more, dict):
            values |= kind.from_json_if_fitting(more)
    return values


def stored_values(kind: Kind, values: Mapping[str, object]) -> dict[str, object]:
    """Return the columns of all declared fields for used `values`; what has none is not among them."""
    columns: dict[str, object] = dict.fromkeys(kind.fields)
    for name, value in values.items():
        spec = kind.fields.get(name)
        if spec is not None and value is not None and fields.fits(spec, value):
            columns[name] = fields.to_stored(spec, value)
    return columns


def stored_as_sent(kind: Kind, data: Mapping[str, object]) -> list[object] | None:
    """Return the columns of all declared fields for what was sent, in their order, without a detour.

    That is `stored_values` of `Kind.from_json_if_fitting`; None when some value needs the column `extra` or
    is not in the shape of its field: then those two say what becomes of it.
    """
    plan = _plan(kind.name)
    columns: list[object] = [None] * len(plan)
    try:
        for name, value in data.items():
            if value is not None:
                place, store = plan[name]
                columns[place] = store(value)
    except (KeyError, TypeError, ValueError):
        return None
    return columns


@cache
def _plan(kind: str) -> dict[str, tuple[int, Callable[[Any], object]]]:
    """Return of each field of a kind its place and how a sent value is stored."""
    specs = KINDS[kind].fields.values()
    return {spec.name: (place, _AS_SENT.get(spec.face, _stored_text)) for place, spec in enumerate(specs)}


def _stored_text(sent: object) -> object:
    if type(sent) is not str:
        raise TypeError
    return sent


def _stored_whole(sent: object) -> object:
    if type(sent) is not int:
        raise TypeError
    return sent


def _stored_yes_no(sent: object) -> object:
    if type(sent) is not bool:
        raise TypeError
    return int(sent)


def _stored_codes(sent: object) -> object:
    if type(sent) is not list or not all(type(code) is str for code in sent):
        raise TypeError
    return json.dumps(sorted(sent), separators=(",", ":"))


_AS_SENT: dict[Face, Callable[[Any], object]] = {
    "day": lambda sent: date.fromisoformat(sent).isoformat(),
    "moment": _stored_whole,
    "whole": _stored_whole,
    "amount": _stored_whole,
    "choices": _stored_codes,
    "yes_no": _stored_yes_no,
    "link": ids.id_from_text,
}


def undeclared(kind: Kind, values: Mapping[str, object]) -> dict[str, object]:
    """Return what of `values` has no column: what a profile or a newer program adds, fields or shapes."""
    return {
        name: value
        for name, value in values.items()
        if value is not None and not (name in kind.fields and fields.fits(kind.fields[name], value))
    }


def extra_text(kind: Kind, values: Mapping[str, object]) -> str | None:
    """Return the column `extra` for used values: what has no column of its own, as sent; None for nothing."""
    more = kind.to_json(undeclared(kind, values))
    return json.dumps(more, ensure_ascii=False, sort_keys=True) if more else None
