"""Finds the value of a placeholder in the content of a paper and writes it as people read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from forms import filters
from forms.filters import Boxes, Option, Options
from forms.fonts import advance
from forms.model import Condition, Field, Filter
from village_desk.fields import Spec
from village_desk.kinds import Kind
from village_desk.profile import Profile
from village_desk.times import age_on

Content = Mapping[str, object]
"""Plain data of one paper: fields of its kind, linked records under their kind's name, `unit`."""

Written = str | Options | Boxes

_NO_GLYPH_OK = frozenset("\n")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where placeholders are looked up: the whole content, and the record a repeat stands on.

    Attributes:
        content: Everything the paper may show.
        profile: The county profile: kinds with their extra fields, and code lists.
        sheet: Values of `{sheet.…}`.
        day: The day of the document, or None when it is blank.
        kind: The kind whose fields plain placeholders name.
        record: The record they are read from.
        row: Its number in its repeat, from 1; 0 outside, and for an empty line.
        missing: Collects (path, character) for what no font can draw.
    """

    content: Content
    profile: Profile
    sheet: Content
    day: date | None
    kind: Kind
    record: Content
    row: int = 0
    missing: list[tuple[str, str]] = field(default_factory=list)

    def within(self, kind: str, record: Content, number: int) -> "Scope":
        """Return the scope inside a repeat, standing on `record` of `kind`, the `number`th."""
        return replace(self, kind=self.profile.kinds[kind], record=record, row=number if record else 0)

    def linked(self, kind: str) -> list[Content]:
        """Return the linked records of `kind`, in order: those of the record, else those of the content."""
        found = self.record.get(kind, self.content.get(kind))
        if isinstance(found, Mapping):
            return [found]
        return (
            [each for each in found if isinstance(each, Mapping)] if isinstance(found, (list, tuple)) else []
        )

    def spec(self, path: str) -> Spec | None:
        """Return the declared field behind `path`; None for `unit`, `sheet` and fields of a county."""
        head, dot, tail = path.partition(".")
        if not dot:
            return self.kind.fields.get(head)
        return self.profile.kinds[head].fields.get(tail) if head in self.profile.kinds else None

    def value(self, path: str) -> object:
        """Return the value at `path`, or None."""
        head, dot, tail = path.partition(".")
        if not dot:
            return self.record.get(head)
        if head == "sheet":
            return self.sheet.get(tail)
        if head == "row":
            return self.row or None
        if head in ("unit", "list", "photo"):
            named = self.content.get(head)
            return named.get(tail) if isinstance(named, Mapping) else None
        if head == self.kind.name:
            return self.record.get(tail)
        records = self.linked(head)
        return records[0].get(tail) if records else None

    def holds(self, condition: Condition) -> bool:
        """Say whether `condition` is true here."""
        path = condition.field.path
        of_kind = path in self.profile.kinds and path not in self.kind.fields
        value = self.linked(path) if of_kind else self.value(path)
        if condition.codes:
            codes = value if isinstance(value, (tuple, list)) else (_code(value),)
            found = any(code in condition.codes for code in codes)
        else:
            found = value not in (None, "", (), [], False)
        return found != condition.negated

    def written(self, place: Field) -> Written:
        """Return what stands at `place`; characters without a glyph are noted in `missing`."""
        value = self.value(place.path) if place.path else ""
        spec = self.spec(place.path) if place.path else None
        for each in place.filters:
            value = self._filtered(value, each, spec, place.path)
        if isinstance(value, (Options, Boxes)):
            text = value.text if isinstance(value, Boxes) else ""
        else:
            value = text = self.plain(value, spec)
        self.note_missing(place.path, text)
        return value

    def text(self, place: Field) -> str:
        """Return what stands at `place` as running text."""
        value = self.written(place)
        if isinstance(value, Boxes):
            return value.text
        if isinstance(value, Options):
            return "、".join(option.label for option in value.options if option.chosen)
        return value

    def plain(self, value: object, spec: Spec | None) -> str:
        """Return `value` as text, by the face of its field."""
        if isinstance(value, (tuple, list)):
            return "、".join(self.plain(each, spec) for each in value)
        if isinstance(value, str):
            return self.profile.label(spec.codes, value) if spec and spec.codes else _tidy(value)
        if isinstance(value, date):
            return filters.chinese_date(value)
        if isinstance(value, bool):
            return "是" if value else "否"
        return _number(value, spec) if isinstance(value, int) else ""

    def _filtered(self, value: object, each: Filter, spec: Spec | None, path: str) -> object:
        if each.name in filters.OPTION_FILTERS:
            return self._options(value, each, spec)
        if each.name in filters.SIMPLE:
            return filters.SIMPLE[each.name](value)
        if each.name in {"lead", "trail"}:
            text = self.plain(value, spec)
            words = " ".join(each.arguments)
            return (words + text if each.name == "lead" else text + words) if text else ""
        if each.name == "without":
            return self.plain(value, spec).removesuffix(" ".join(each.arguments))
        return self._looked_up(value, each, spec, path)

    def _looked_up(self, value: object, each: Filter, spec: Spec | None, path: str) -> object:
        match each.name:
            case "age":
                return str(age_on(value, self.day)) if isinstance(value, date) and self.day else ""
            case "or":
                return value if value not in (None, "", ()) else self.value(each.arguments[0])
            case "each":
                return self._each(path, each.arguments)
            case "picture":
                return ""
            case "boxes":
                return Boxes(int(each.arguments[0]), self.plain(value, spec))
            case _:
                return self._computed(value, each, path)

    def _computed(self, value: object, each: Filter, path: str) -> object:
        """Return an amount with others added, or divided and rounded to whole fen; a total; hours between."""
        if each.name == "total":
            return self._total(path, each.arguments)
        if each.name == "span":
            return filters.hours(_minutes(self.value(each.arguments[0]), value))
        numbers = [number for name in each.arguments if isinstance(number := self.value(name), int)]
        if each.name == "sum":
            own = [value] if isinstance(value, int) else []
            return sum(own + numbers) if own or numbers else None
        if not isinstance(value, int) or not numbers or not numbers[0]:
            return None
        return (2 * value + numbers[0]) // (2 * numbers[0])

    def _chosen(self, path: str, arguments: tuple[str, ...]) -> tuple[list[Content], str]:
        """Return the linked records a filter is about, and the field it is about."""
        head, _, tail = path.partition(".")
        name, _, code = (arguments[0] if arguments else "").partition("=")
        return [record for record in self.linked(head) if not name or record.get(name) == code], tail

    def _total(self, path: str, arguments: tuple[str, ...]) -> int | None:
        """Return the sum over linked records, or over some; nothing where it is to be filled in by hand."""
        records, tail = self._chosen(path, arguments)
        numbers = [number for record in records if isinstance(number := record.get(tail), int)]
        counts = numbers or (arguments and self.linked(path.partition(".")[0]))
        return sum(numbers) if counts else None

    def _each(self, path: str, arguments: tuple[str, ...]) -> str:
        records, tail = self._chosen(path, arguments)
        spec = self.profile.kinds[path.partition(".")[0]].fields.get(tail)
        return "、".join(text for record in records if (text := self.plain(record.get(tail), spec)))

    def _options(self, value: object, each: Filter, spec: Spec | None) -> Options:
        raw = value if isinstance(value, (tuple, list)) else () if value in (None, "") else (value,)
        chosen = [_code(code) for code in raw]
        if each.name == "box":
            return Options("box", (Option("", each.arguments[0] in chosen),))
        list_name = spec.codes if spec else ""
        pairs = filters.read_options(each.arguments) or [
            ((one.code,), one.label) for one in self.profile.lists.get(list_name, ())
        ]
        named = {code for codes, _ in pairs for code in codes}
        options = [
            Option(label, any(code in codes or ("*" in codes and code not in named) for code in chosen))
            for codes, label in pairs
        ]
        if "*" not in named:
            # A code the sheet has no box for is still printed: nothing chosen may be lost.
            options += [
                Option(self.profile.label(list_name, code), chosen=True)
                for code in chosen
                if code not in named
            ]
        style = {"ticks": "box", "list": "list", "marks": "mark", "choose": "strike"}[each.name]
        return Options(style, tuple(options))  # type: ignore[arg-type]  # the styles of Options

    def note_missing(self, path: str, text: str) -> None:
        """Remember what no font can draw of `text`, which stands at `path`."""
        for character in text:
            if character not in _NO_GLYPH_OK and advance("body", character) is None:
                pair = (path, character)
                if pair not in self.missing:
                    self.missing.append(pair)


def _minutes(since: object, until: object) -> int | None:
    if not isinstance(since, int) or not isinstance(until, int):
        return None
    return max(until - since, 0) // 60_000


def _code(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")


def _number(value: int, spec: Spec | None) -> str:
    if spec and spec.face == "amount":
        return filters.plain_yuan(value)
    return filters.chinese_moment(value) if spec and spec.face == "moment" else str(value)
