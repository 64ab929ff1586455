"""What can be wrong with a template, and the sentences that say so."""

from village_desk import sentences
from village_desk.errors import PrintTrouble
from village_desk.i18n import N_, translated

SENTENCES: dict[str, str] = {
    "template.bracket": N_("forms", "A bracket is not closed or stands alone: {what}"),
    "template.width": N_("forms", "A width or size in millimetres is missing or wrong: {what}"),
    "template.placeholder": N_("forms", "This is not a placeholder: {what}"),
    "template.condition": N_("forms", "This condition cannot be read: {what}"),
    "template.element": N_("forms", "There is no element of this name: {what}"),
    "template.header": N_("forms", "This line of the heading is missing or wrong: {what}"),
    "template.end": N_("forms", "A block is not closed with “end”, or “end” stands alone: {what}"),
    "template.kind": N_("forms", "There is no record kind of this name: {what}"),
    "template.field": N_("forms", "The kind has no such field: {what}"),
    "template.filter": N_("forms", "There is no such filter, or it does not suit the field: {what}"),
    "template.code": N_("forms", "The code list has no such code: {what}"),
    "template.sum": N_(
        "forms", "The cells of this row are {sum} mm wide together; the text is {width} mm wide"
    ),
    "template.outside": N_("forms", "This does not fit on the sheet: {what}"),
    "template.label": N_("forms", "This label does not fit its cell: {what}"),
    "template.number": N_("forms", "Two templates have the number {what}"),
}
"""Sentence for each mistake in a template; the sentences of printing stand in `village_desk.sentences`."""


def mistake(code: str, line: int, **details: object) -> PrintTrouble:
    """Return the error for template line `line`; whoever knows the file adds it as `file`."""
    return PrintTrouble(code, line=line, **details)


def sentence(error: PrintTrouble) -> str:
    """Return one plain sentence for `error`, with file and line where it has them."""
    if error.code not in SENTENCES:
        return sentences.sentence(error.code, error.details)
    text = translated("forms", SENTENCES[error.code]).format_map(error.details)
    return f"{error.details.get('file', '')}:{error.details.get('line', 0)}: {text}"
