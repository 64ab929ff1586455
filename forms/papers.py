"""The papers themselves: load templates, say what cannot be printed, render."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from forms.checking import Checker
from forms.drawing import pdf
from forms.layout import Layout
from forms.marks import Block
from forms.mistakes import mistake
from forms.model import Template
from forms.pages import page_marks, paginate
from forms.reading import read_template
from forms.sheet import Sheet, qr_text
from forms.values import CodeLists, Content, Scope
from village_desk.errors import PrintTrouble
from village_desk.kinds import KINDS, Kind
from village_desk.paths import RESOURCES
from village_desk.times import legal_day

FOLDER = RESOURCES / "forms"
SUFFIX = ".form"


@lru_cache(maxsize=256)
def _load(path: Path, _changed: int) -> Template:
    template = read_template(path)
    _check(template, KINDS, {})
    return template


def _check(template: Template, kinds: Mapping[str, Kind], lists: CodeLists) -> None:
    try:
        Checker(template, kinds, lists).check()
    except PrintTrouble as error:
        error.details.setdefault("file", template.file)
        raise


def load(form_id: str, folder: Path | None = None) -> Template:
    """Return the template `form_id`, read and checked; `folder` holds a county's own templates.

    Raises:
        PrintTrouble: `print.form` when there is none; `template.…` with file and line when it is wrong.
    """
    path = (folder or FOLDER) / f"{form_id}{SUFFIX}"
    if not path.is_file():
        raise PrintTrouble("print.form", what=form_id)
    return _load(path, path.stat().st_mtime_ns)


def catalogue(folder: Path | None = None) -> dict[str, Template]:
    """Return every template by form id, in the order of their numbers.

    Raises:
        PrintTrouble: As `load`, or `template.number` when two have the same number.
    """
    paths = sorted((folder or FOLDER).glob(f"*{SUFFIX}"))
    templates = sorted((load(path.stem, folder) for path in paths), key=lambda template: template.number)
    for one, other in zip(templates, templates[1:], strict=False):
        if one.number == other.number:
            raise mistake("template.number", 1, what=one.number, file=other.file)
    return {template.form_id: template for template in templates}


def check_all(
    kinds: Mapping[str, Kind] = KINDS, lists: CodeLists | None = None, folder: Path | None = None
) -> list[PrintTrouble]:
    """Return what is wrong with the templates of `folder`, at most one mistake a template.

    Asked before a county's profile is activated; with `lists`, codes in templates are checked as well.
    """
    found: list[PrintTrouble] = []
    for path in sorted((folder or FOLDER).glob(f"*{SUFFIX}")):
        try:
            _check(read_template(path), kinds, lists or {})
        except PrintTrouble as error:
            found.append(error)
    return found


@dataclass(frozen=True, slots=True)
class _Laid:
    blocks: list[Block]
    missing: list[tuple[str, str]]


def _lay_out(template: Template, content: Content, sheet: Sheet, lists: CodeLists) -> _Laid:
    kind = KINDS[template.kind]
    shown = {
        "number": sheet.number,
        "version": sheet.version,
        "printed_by": sheet.printed_by,
        "printed_at": sheet.printed_at,
    }
    day = content.get(template.day) if template.day else None
    if not isinstance(day, date):
        day = legal_day(sheet.printed_at) if sheet.printed_at is not None else None
    scope = Scope(content, lists, shown, day, kind, content)
    layout = Layout(template)
    blocks = layout.blocks(scope)
    return _Laid(blocks + layout.continuation(), scope.missing)


def missing_characters(
    template: Template, content: Content, lists: CodeLists | None = None
) -> list[tuple[str, str]]:
    """Return what no font can draw: pairs of placeholder and character, before anything is printed."""
    return _lay_out(template, content, Sheet(id=bytes(16)), lists or {}).missing


def page_count(template: Template, content: Content, lists: CodeLists | None = None) -> int:
    """Return how many pages the paper will have."""
    laid = _lay_out(template, content, Sheet(id=bytes(16)), lists or {})
    return len(paginate(laid.blocks, template))


def render(template: Template, content: Content, sheet: Sheet, lists: CodeLists | None = None) -> bytes:
    """Return the paper as PDF/A-2b; the same arguments give the same bytes.

    `content` holds used values by field name, linked records under their kind's name (a mapping or a list
    of them) and `unit`; empty content gives the blank form. `lists` are the profile's code lists.

    Raises:
        PrintTrouble: `print.no_glyph` with `characters` and `fields`, when a character has no glyph.
    """
    laid = _lay_out(template, content, sheet, lists or {})
    if laid.missing:
        characters = "".join(dict.fromkeys(character for _, character in laid.missing))
        fields = sorted({path for path, _ in laid.missing})
        raise PrintTrouble("print.no_glyph", characters=characters, fields=fields)
    pages = page_marks(paginate(laid.blocks, template), template, sheet)
    codes = [qr_text(sheet.id, template.number, page, len(pages)) for page in range(1, len(pages) + 1)]
    return pdf(pages, codes, template.title, practice=sheet.practice)
