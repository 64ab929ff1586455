"""What became of a page that came back from paper, in one sentence, with its tone and the chip beside it."""

import forms
from ui.filing_lines import Line, State
from ui.texts import kind_text, sentence_of
from ui.widgets.labels import Tone
from village_desk.i18n import N_, translated

_CHIPS: dict[State, tuple[str, Tone]] = {
    "filed": (N_("filing", "filed"), "good"),
    "again": (N_("filing", "filed before"), "plain"),
    "blank": (N_("filing", "blank page"), "plain"),
    "asks": (N_("filing", "whose?"), "attention"),
    "failed": (N_("filing", "not filed"), "danger"),
    "left": (N_("filing", "left out"), "plain"),
    "taken": (N_("filing", "taken back"), "attention"),
}
_AGAIN = N_("filing", "This very picture is filed with it already; nothing was kept twice.")
_REPLACED = N_(
    "filing", "It is print {version}. Print {newest} was made later and is not the one signed here."
)
_OLD_FORM = N_("filing", "It was printed on an earlier version of the form.")
_EARLIER = N_("filing", "This page has {count} earlier pictures; all are kept.")
_LACKING = N_("filing", "Page {pages} of this paper is still missing.")
_BLANK = N_("filing", "Nothing stands on this page; the back of a sheet.")
_LEFT = N_("filing", "Left out; the file stays where it is.")
_TAKEN = N_("filing", "Taken away from the record; the history still knows it.")


def chip_of(line: Line) -> tuple[str, Tone]:
    """Return the state in a word, and its tone."""
    text, tone = _CHIPS[line.state]
    return translated("filing", text), tone


def source_text(line: Line) -> str:
    """Return the file and the page of it."""
    name = line.source.name
    return f"{line.number}/{line.pages}  {name}" if line.pages > 1 else name


def goes_to(line: Line) -> str:
    """Return the paper, its page and the record a page went to; "" where it went nowhere."""
    filed = line.filed
    if filed is None or line.state not in ("filed", "again"):
        return ""
    page = f"{filed.page}/{filed.pages}" if filed.pages > 1 else ""
    parts = (form_title(line.form_no), page, line.name or kind_text(filed.record[0]))
    return "  ".join(filter(None, parts))


def words(line: Line) -> str:
    """Return in sentences what is to be known of a page beside where it went."""
    match line.state:
        case "blank":
            return translated("filing", _BLANK)
        case "left":
            return translated("filing", _LEFT)
        case "taken":
            return translated("filing", _TAKEN)
        case "asks" | "failed":
            return sentence_of(line.problem) if line.problem else ""
        case _:
            return _filed_words(line)


def _filed_words(line: Line) -> str:
    filed = line.filed
    if filed is None:
        return ""
    said: list[str] = []
    if line.state == "again":
        said.append(translated("filing", _AGAIN))
    if filed.newest > filed.version > 0:
        said.append(translated("filing", _REPLACED).format(version=filed.version, newest=filed.newest))
    if 0 < line.form_version < _form_version(line.form_no):
        said.append(translated("filing", _OLD_FORM))
    if filed.earlier and line.state == "filed":
        said.append(translated("filing", _EARLIER).format(count=filed.earlier))
    if filed.lacking:
        said.append(translated("filing", _LACKING).format(pages="、".join(map(str, filed.lacking))))
    return "".join(said) if said and said[0].endswith("。") else " ".join(said)


def form_title(form_no: str) -> str:
    """Return the official name of the paper with this number, or ""."""
    return next((one.title for one in forms.catalogue().values() if one.number == form_no), "")


def _form_version(form_no: str) -> int:
    return next((one.version for one in forms.catalogue().values() if one.number == form_no), 0)
