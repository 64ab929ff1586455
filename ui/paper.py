"""Papers of a record, drawn: filled with what is saved or typed, or blank. Runs on a worker."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QImage

import forms
from forms import Sheet
from ui.looks import LOOKS
from ui.photos import ACTIVITY, activity_photos
from ui.printing import page_images
from village_desk import ids
from village_desk.commands.papers import next_version
from village_desk.fields import check_value
from village_desk.profile import Profile
from village_desk.queries import confirming, papers, records
from village_desk.session import Session

SCREEN_DPI = 96


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper that can be made of a record: the form, and the record it is filled from.

    Attributes:
        title: Its official title.
        about: What tells it apart from others with the same title, or "".
        kind, record_id: What fills it.
        form: Id of the form.
    """

    title: str
    about: str
    kind: str
    record_id: bytes
    form: str


@dataclass(frozen=True, slots=True, repr=False)
class Drawn:
    """A paper as bytes and as pictures.

    Attributes:
        pdf: What is saved and printed.
        pages: A picture a page.
        missing: Pairs of placeholder and character that no font has; a box stands in their place.
        sheet_id: Id in its QR code.
    """

    pdf: bytes
    pages: tuple[QImage, ...]
    missing: tuple[tuple[str, str], ...]
    sheet_id: bytes


def papers_of(session: Session, kind: str, record_id: bytes) -> list[Paper]:
    """Return every paper of a record and of what hangs on it, in the order of the dossier: by form number."""
    profile = session.profile
    found = [p for p in _papers(profile, kind, record_id, "") if not _of_others(session, p.form)]
    if session.store.row(kind, record_id) is None:
        return found
    for child, held in records.children(session, kind, record_id).items():
        for one in held if child in LOOKS else ():
            about = next((str(day) for name in LOOKS[child].days if (day := one.values.get(name))), "")
            found += _papers(profile, child, one.id, about)
    return sorted(found, key=lambda paper: forms.load(paper.form, profile=profile).number)


def _of_others(session: Session, form: str) -> bool:
    """A room that is no contact point of the agency hands on, and never prints the agency's receipt."""
    receives = session.profile.parameter("room_is_contact_point") is True
    return form == ("material_handover" if receives else "material_receipt")


def _papers(profile: Profile, kind: str, record_id: bytes, about: str) -> list[Paper]:
    return [
        Paper(forms.load(form, profile=profile).title, about, kind, record_id, form)
        for form in (LOOKS[kind].papers if kind in LOOKS else ())
    ]


def draw(
    session: Session,
    paper: Paper,
    typed: Mapping[str, object] | None = None,
    *,
    blank: bool = False,
    dpi: float = SCREEN_DPI,
    most: int = 0,
) -> Drawn:
    """Draw a paper.

    Args:
        session: Who asks.
        paper: Which.
        typed: Values of an editor that are not saved yet; those that fit their field are shown.
        blank: Draw the empty form, to be filled in by hand.
        dpi: Resolution of the pictures.
        most: Draw pictures of so many pages only; 0 for all.

    Raises:
        PrintTrouble: The template is wrong.
        NotAllowed: The actor may not read the record.
    """
    template = forms.load(paper.form, profile=session.profile)
    content = {} if blank else _content(session, paper, typed or {})
    missing = forms.missing_characters(template, content, session.profile)
    sheet_id = ids.new_id()
    sheet = Sheet(
        id=sheet_id,
        number="" if blank else str(content.get("number") or ""),
        version=1 if blank else next_version(session, (paper.kind, paper.record_id), paper.form),
        printed_at=None if blank else session.now(),
        printed_by="" if blank else session.actor.name,
        practice=session.store.text_state("practice") == "1",
    )
    if missing:
        content = forms.without(content, {character for _, character in missing})
    pdf = forms.render(template, content, sheet, session.profile)
    pictures = []
    for image in page_images(pdf, dpi):
        pictures.append(image)
        if len(pictures) == most:
            break
    return Drawn(pdf, tuple(pictures), tuple(dict.fromkeys(missing)), sheet_id)


def draw_to_go_out(session: Session, paper: Paper, *, blank: bool, dpi: float) -> Drawn:
    """Draw a paper that is to be printed or saved; one that is not to be made any more is refused.

    Raises:
        UserError: "confirmation.late": an application to the court after its time; a blank one is drawn.
    """
    if paper.kind == confirming.APPLICATION and not blank:
        confirming.require_in_time(session, paper.record_id)
    return draw(session, paper, blank=blank, dpi=dpi)


def _content(session: Session, paper: Paper, typed: Mapping[str, object]) -> dict[str, object]:
    specs = session.profile.kind(paper.kind).fields
    fitting = {
        name: value
        for name, value in typed.items()
        if name in specs and all(problem.code != "type" for problem in check_value(specs[name], value))
    }
    if session.store.row(paper.kind, paper.record_id) is None:
        return {"unit": papers.unit(session), **fitting}
    content = {**papers.content(session, paper.kind, paper.record_id), **fitting}
    if paper.kind == ACTIVITY:
        content["photo"] = activity_photos(session, paper.kind, paper.record_id)
    return content
