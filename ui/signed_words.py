"""What is to be known of a record whose paper was signed: which papers, and why its text changed since."""

from collections.abc import Iterator

from ui.filing_words import form_title
from ui.sight import Sight
from ui.texts import field_text, kind_text
from village_desk.i18n import N_, translated
from village_desk.queries.records import Record
from village_desk.queries.reviews import changed_fields
from village_desk.queries.signed import Departed
from village_desk.times import local_text

_SIGNED = N_("filing", "Signed and on file: {papers}. A change of what was signed asks for a reason.")
_SINCE = N_("filing", "{day} {name} changed {fields}: {reason}")
_DEPARTED = N_("filing", "“{field}” is not what was signed: {name} changed it on {day}, and gave no reason.")
_SOMEBODY = N_("filing", "somebody at another desk")
_SIGN_ANEW = N_(
    "filing",
    "Something here is not what was signed; both texts are kept. Print the paper anew and have it signed, "
    "or put back what was signed.",
)
_SHOWN = 4


def signed_words(kind: str, sight: Sight) -> str:
    """Return which papers of a record came back signed, and what was changed since; "" for none."""
    signed = {picture.values.get("page_of") for picture in sight.attachments}
    numbers = [str(sheet.values.get("form_no")) for sheet in sight.sheets if sheet.id in signed]
    titles = dict.fromkeys(filter(None, map(form_title, dict.fromkeys(numbers))))
    lines = list(_since(kind, sight.supplements[-_SHOWN:]))
    if titles:
        lines.insert(0, translated("filing", _SIGNED).format(papers="、".join(titles)))
    return "\n".join(lines)


def departed_lines(sight: Sight) -> tuple[str, list[tuple[str, str]]]:
    """Return what to do about what is not what people signed, and a line with the place of each field.

    The sentence is "" when everything is as it was signed. A line says who changed the field and when.
    """
    lines = [
        (
            translated("filing", _DEPARTED).format(
                field=_field(one, sight),
                day=local_text(one.at)[:10],
                name=one.by or translated("filing", _SOMEBODY),
            ),
            one.field if one.record_id == sight.id else f"{one.kind}:{one.record_id.hex()}:{one.field}",
        )
        for one in sight.departed
    ]
    return translated("filing", _SIGN_ANEW) if lines else "", lines


def _field(one: Departed, sight: Sight) -> str:
    label = field_text(one.kind, one.field)
    return label if one.record_id == sight.id else f"{kind_text(one.kind)}：{label}"


def _since(kind: str, supplements: tuple[Record, ...]) -> Iterator[str]:
    for one in supplements:
        fields = "、".join(field_text(kind, name) for name in changed_fields(one.values.get("changed")))
        yield translated("filing", _SINCE).format(
            day=local_text(one.created_at)[:10],
            name=one.values.get("made_by") or "",
            fields=fields,
            reason=one.values.get("reason") or "",
        )
