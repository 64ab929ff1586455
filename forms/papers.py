"""The papers themselves: load templates, say what cannot be printed, render."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from forms.checking import OWN_VALUES, Checker, placeholders
from forms.drawing import pdf
from forms.layout import Layout
from forms.marks import Block
from forms.mistakes import mistake
from forms.model import Template
from forms.pages import Page, page_marks, paginate
from forms.reading import read_template, read_text
from forms.sheet import Sheet, qr_text
from forms.values import Content, Scope
from village_desk.errors import PrintTrouble
from village_desk.paths import RESOURCES
from village_desk.profile import Profile
from village_desk.profile import load as load_profile
from village_desk.times import legal_day

FOLDER = RESOURCES / "forms"
SUFFIX = ".form"

_CHECKED: dict[tuple[str, int, int], Profile] = {}
_KEPT = 512


@cache
def national() -> Profile:
    """Return the profile every desk ships with; papers use it where no other is given."""
    return load_profile()


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int) -> Template:
    return read_template(path)


@lru_cache(maxsize=256)
def _read_text(form_id: str, text: str) -> Template:
    return read_text(text, f"{form_id}{SUFFIX}")


def _checked(path: Path, profile: Profile) -> Template:
    changed = path.stat().st_mtime_ns
    return _fitting(_read(path, changed), (str(path), changed, id(profile)), profile)


def _of_profile(form_id: str, profile: Profile) -> Template:
    text = profile.forms[form_id]
    template = _read_text(form_id, text)
    if template.form_id != form_id:
        raise mistake("template.header", 1, what=f"form: {template.form_id}", file=template.file)
    return _fitting(template, (form_id, hash(text), id(profile)), profile)


def _fitting(template: Template, key: tuple[str, int, int], profile: Profile) -> Template:
    if key not in _CHECKED:
        while len(_CHECKED) >= _KEPT:  # a county's server meets a new profile with every change of a draft
            _CHECKED.pop(next(iter(_CHECKED)), None)
        try:
            Checker(template, profile).check()
        except PrintTrouble as error:
            error.details.setdefault("file", template.file)
            raise
        # The profile is kept beside its id, so that the id cannot be given to another one.
        _CHECKED[key] = profile
    return template


def load(form_id: str, folder: Path | None = None, profile: Profile | None = None) -> Template:
    """Return the template `form_id`, read and checked: the county's own of `profile`, or that of `folder`.

    Raises:
        PrintTrouble: `print.form` when there is none; `template.…` with file and line when it is wrong.
    """
    if folder is None and profile is not None and form_id in profile.forms:
        return _of_profile(form_id, profile)
    path = (folder or FOLDER) / f"{form_id}{SUFFIX}"
    if not path.is_file():
        raise PrintTrouble("print.form", what=form_id)
    return _checked(path, profile or national())


def catalogue(folder: Path | None = None, profile: Profile | None = None) -> dict[str, Template]:
    """Return every template by form id, in the order of their numbers.

    Raises:
        PrintTrouble: As `load`, or `template.number` when two have the same number.
    """
    templates = sorted((load(name, folder, profile) for name in _names(folder, profile)), key=_number)
    for one, other in pairwise(templates):
        if one.number == other.number:
            raise mistake("template.number", 1, what=one.number, file=other.file)
    return {template.form_id: template for template in templates}


def _names(folder: Path | None, profile: Profile | None) -> list[str]:
    own = profile.forms if profile is not None and folder is None else {}
    return sorted({path.stem for path in (folder or FOLDER).glob(f"*{SUFFIX}")} | own.keys())


def _number(template: Template) -> str:
    return template.number


def check_all(profile: Profile | None = None, folder: Path | None = None) -> list[PrintTrouble]:
    """Return what is wrong with the templates of `folder`, at most one mistake a template.

    Asked before a county's profile is gone by: placeholders and codes of its own sheets and of the program's
    are checked against it, and no sheet of its own takes the number of another.
    """
    found: list[PrintTrouble] = []
    for name in _names(folder, profile):
        try:
            load(name, folder, profile)
        except PrintTrouble as error:
            error.details.setdefault("file", f"{name}{SUFFIX}")
            found.append(error)
    if not found:
        try:
            catalogue(folder, profile)
        except PrintTrouble as error:
            found.append(error)
    return found


def fields_shown(template: Template) -> frozenset[tuple[str, str]]:
    """Return the (kind, field) pairs that stand on the paper, so that an editor can mark them."""
    shown = set()
    for kind, place in placeholders(template.elements, template.kind):
        others = [
            name for each in place.filters if each.name in {"or", "sum", "per"} for name in each.arguments
        ]
        for path in filter(None, (place.path, *others)):
            owner, dot, name = path.partition(".")
            shown.add((owner, name) if dot else (kind, path))
    return frozenset(pair for pair in shown if pair[0] not in OWN_VALUES)


@dataclass(frozen=True, slots=True)
class _Laid:
    blocks: list[Block]
    missing: list[tuple[str, str]]


def _lay_out(template: Template, content: Content, sheet: Sheet, profile: Profile) -> _Laid:
    kind = profile.kinds[template.kind]
    shown = {
        "number": sheet.number,
        "version": sheet.version,
        "printed_by": sheet.printed_by,
        "printed_at": sheet.printed_at,
    }
    day = content.get(template.day) if template.day else None
    if not isinstance(day, date):
        day = legal_day(sheet.printed_at) if sheet.printed_at is not None else None
    scope = Scope(content, profile, shown, day, kind, content)
    scope.note_missing("sheet", sheet.number + sheet.printed_by)
    layout = Layout(template)
    blocks = layout.blocks(scope)
    return _Laid(blocks + layout.continuation(), scope.missing)


def missing_characters(
    template: Template, content: Content, profile: Profile | None = None
) -> list[tuple[str, str]]:
    """Return what no font can draw: pairs of placeholder and character, before anything is printed."""
    return _lay_out(template, content, Sheet(id=bytes(16)), profile or national()).missing


def page_count(template: Template, content: Content, profile: Profile | None = None) -> int:
    """Return how many pages the paper will have."""
    laid = _lay_out(template, content, Sheet(id=bytes(16)), profile or national())
    return len(paginate(laid.blocks, template))


def drawn(
    template: Template, content: Content, sheet: Sheet, profile: Profile | None = None
) -> tuple[list[Page], list[str]]:
    """Return the pages of the paper as marks, and the QR text of each.

    Raises:
        PrintTrouble: `print.no_glyph` with `characters` and `fields`, when a character has no glyph.
    """
    laid = _lay_out(template, content, sheet, profile or national())
    if laid.missing:
        characters = "".join(dict.fromkeys(character for _, character in laid.missing))
        fields = sorted({path for path, _ in laid.missing})
        raise PrintTrouble("print.no_glyph", characters=characters, fields=fields)
    pages = page_marks(paginate(laid.blocks, template), template, sheet)
    return pages, [qr_text(sheet.id, template.number, page, len(pages)) for page in range(1, len(pages) + 1)]


def render(template: Template, content: Content, sheet: Sheet, profile: Profile | None = None) -> bytes:
    """Return the paper as PDF/A-2b; the same arguments give the same bytes.

    `content` holds used values by field name, linked records under their kind's name (a mapping or a list
    of them) and `unit`; empty content gives the blank form. Codes are shown by
    the labels of `profile`, or of the national one.

    Raises:
        PrintTrouble: As `drawn`.
    """
    pages, codes = drawn(template, content, sheet, profile)
    return pdf(pages, codes, template.title, practice=sheet.practice)
