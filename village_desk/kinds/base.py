"""What a record kind is, and how values are checked against it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from village_desk import fields
from village_desk.errors import Problem
from village_desk.fields import Merge, Spec

Values = dict[str, object]
"""The fields of one record by name, as used Python values; a missing field is None."""

Confidentiality = Literal["normal", "contact", "hardship", "restricted"]

ENVELOPE = (
    "id",
    "scope",
    "ver",
    "base",
    "fver",
    "pending",
    "conflicts",
    "archived",
    "class",
    "readers",
    "profile",
    "created_by",
    "created_at",
    "changed_by",
    "changed_at",
    "extra",
)
"""Columns every kind has; no field may take one of these names."""

PROFILE_FIELD = "x_"
"""Prefix of fields a county's profile adds; they live in `extra` under this name."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A declared kind of record.

    Attributes:
        name: Its name in tables, on the wire and in the rights table.
        title: English source text of its name.
        fields: Its fields by name, in the order of the paper.
        parent: The link field that ties it to its case, or "" when it stands alone.
        class_: Confidentiality class a new record gets.
        sv: Schema version; rises only when the fields on the wire change (`docs/versions.md`).
        name_of: Fields whose text names a record in lists, first that is not empty.
        reviewed: The township reviews it (submission and review records).
    """

    name: str
    title: str
    fields: dict[str, Spec]
    doc: str
    parent: str = ""
    class_: Confidentiality = "normal"
    sv: int = 1
    name_of: tuple[str, ...] = ()
    reviewed: bool = False

    @property
    def merging(self) -> dict[str, Merge]:
        """The rule each field is merged by."""
        return {name: spec.merge for name, spec in self.fields.items()}

    def check(self, values: Mapping[str, object]) -> list[Problem]:
        """Return every problem of `values` by type, length and check; emptiness is none (see `missing`)."""
        problems = [
            Problem(name, "unknown") for name in values if name not in self.fields and not extra(name)
        ]
        for name, spec in self.fields.items():
            problems.extend(fields.check_value(spec, values.get(name)))
        return problems

    def missing(self, values: Mapping[str, object], move: str) -> list[Problem]:
        """Return a problem for each field that the workflow move `move` needs and `values` leave empty."""
        return [
            Problem(name, "missing")
            for name, spec in self.fields.items()
            if move in spec.required and fields.is_empty(values.get(name))
        ]

    def to_json(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return `values` as they are sent; fields of the profile and unknown ones pass as they are."""
        return {
            name: fields.to_json(self.fields[name], value) if name in self.fields else _plain(value)
            for name, value in values.items()
        }

    def from_json(self, data: Mapping[str, object]) -> Values:
        """Read what was sent; unknown fields pass as they are.

        Raises:
            ValueError: A value has not the shape of its field.
        """
        return {
            name: fields.from_json(self.fields[name], value) if name in self.fields else value
            for name, value in data.items()
        }

    def from_json_if_fitting(self, data: Mapping[str, object]) -> Values:
        """Read what was sent; a value that has not the shape of its field stays as it was sent."""
        values: Values = {}
        for name, value in data.items():
            try:
                values[name] = fields.from_json(self.fields[name], value) if name in self.fields else value
            except ValueError:
                values[name] = value
        return values

    def record_name(self, values: Mapping[str, object]) -> str:
        """Return the text that names a record in a list, or ""."""
        return next((str(values[name]) for name in self.name_of if values.get(name)), "")


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def extra(name: str) -> bool:
    """Say whether `name` is a field a county's profile added."""
    return name.startswith(PROFILE_FIELD)


def kind_of(declaration: type, name: str, title: str, **properties: object) -> Kind:
    """Make the kind that the class `declaration` describes: one attribute a field, in order."""
    specs = {
        field: replace(spec, name=field)
        for field, spec in vars(declaration).items()
        if isinstance(spec, Spec)
    }
    taken = [field for field in specs if field in ENVELOPE or extra(field)]
    if taken:
        message = f"{name}: {taken} are names of the envelope or of a profile"
        raise TypeError(message)
    return Kind(name, title, specs, declaration.__doc__ or "", **properties)  # type: ignore[arg-type]  # forwarded
