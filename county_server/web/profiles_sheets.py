"""Sheets of the draft: the text of one, what is wrong with it, and how it looks filled with practice data."""

import base64
from dataclasses import dataclass

from litestar import Response, get, post
from litestar.params import FromPath, RawBody

import forms
from county_server import profile_drafts, profile_edits
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.errors import CountyTrouble
from county_server.profile_drafts import Draft
from county_server.web import pages
from county_server.web.profiles_draft import PATH, editor
from county_server.web.profiles_lists import keep
from county_server.web.profiles_values import TEXT_LIMIT
from forms.papers import FOLDER, SUFFIX
from forms.rasters import Pdf, png
from village_desk import profile
from village_desk.errors import PrintTrouble, StoreTrouble
from village_desk.profile import Profile

_DPI = 84
_PAGES = 4
"""Most pages shown as pictures; the file has all."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet looks: pictures of its first pages, or what is wrong with it."""

    pictures: tuple[str, ...] = ()
    pages: int = 0
    wrong: str = ""


@get(f"{PATH}/sheets", sync_to_thread=True, include_in_schema=False)
def sheets(request: Asked) -> Response[str]:
    """List all sheets, those of the county's own first."""
    who = editor(request)
    draft = profile_drafts.opened(county_of(request))
    own = [one for one in draft.texts if one.startswith("forms/")]
    listed = [
        (one.form_id, one.number, one.title, one.version, profile_edits.sheet_file(one.form_id) in own)
        for one in forms.catalogue().values()
    ]
    listed.sort(key=lambda one: not one[4])
    return pages.page(request, "profile_sheets.html", who, draft=draft, sheets=listed)


@get(f"{PATH}/sheets/{{form:str}}", sync_to_thread=True, include_in_schema=False)
def sheet(request: Asked, form: FromPath[str]) -> Response[str]:
    """Show the text of a sheet, and how it looks."""
    editor(request)
    return _page(request, form, _text(profile_drafts.opened(county_of(request)), form))


def _page(request: Asked, form: str, text: str, *, saved: bool = False) -> Response[str]:
    here = county_of(request)
    draft = profile_drafts.opened(here)
    return pages.page(
        request,
        "profile_sheet.html",
        editor(request),
        draft=draft,
        form=form,
        title=forms.catalogue()[form].title,
        text=text,
        own=profile_edits.sheet_file(form) in draft.texts,
        look=_look(here, draft, form, text),
        saved=saved,
    )


def _text(draft: Draft, form: str) -> str:
    """Return the text of a sheet: of the draft, or the program's.

    Raises:
        CountyTrouble: "county.sheet_missing".
    """
    if form not in forms.catalogue():
        raise CountyTrouble("county.sheet_missing")
    own = draft.texts.get(profile_edits.sheet_file(form))
    return own if own is not None else (FOLDER / f"{form}{SUFFIX}").read_text("utf-8")


def _under(here: County, draft: Draft) -> Profile:
    """Return the profile a sheet is drawn under: the draft's, or the present one while that has mistakes."""
    try:
        return profile.over_national(draft.texts)
    except StoreTrouble:
        return here.profile


def _look(here: County, draft: Draft, form: str, text: str) -> Look:
    try:
        made = forms.preview(form, text, _under(here, draft))
        with Pdf(made) as opened:
            pictures = [png(opened.raster(page, _DPI)) for page in range(1, min(opened.pages, _PAGES) + 1)]
            pages_made = opened.pages
    except PrintTrouble as error:
        return Look(wrong=forms.sentence(error))
    shown = tuple(f"data:image/png;base64,{base64.b64encode(one).decode()}" for one in pictures)
    return Look(shown, pages_made)


@post(
    f"{PATH}/sheets/{{form:str}}",
    sync_to_thread=True,
    status_code=200,
    include_in_schema=False,
    request_max_body_size=TEXT_LIMIT,
)
def change_sheet(request: Asked, form: FromPath[str], body: RawBody) -> Response[str] | Response[bytes]:
    """Show how the typed text looks, hand it out as PDF, keep it, or go back to the program's sheet."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    draft = profile_drafts.opened(here)
    _text(draft, form)
    file = profile_edits.sheet_file(form)
    typed = profile_edits.with_text(draft.texts, file, given.get("text", ""))
    match given.get("act", ""):
        case "save":
            keep(here, who, given, typed, file)
            return _page(request, form, typed[file], saved=True)
        case "program":
            keep(here, who, given, profile_edits.without_file(draft.texts, file), file)
            return pages.away(request, f"{PATH}/sheets/{form}")
        case "pdf":
            return _pdf(request, form, typed[file])
        case _:
            return _page(request, form, typed[file])


def _pdf(request: Asked, form: str, text: str) -> Response[str] | Response[bytes]:
    here = county_of(request)
    try:
        made = forms.preview(form, text, _under(here, profile_drafts.opened(here)))
    except PrintTrouble:  # the page says what is wrong, and keeps the text
        return _page(request, form, text)
    told = {**pages.headers(request), "Content-Disposition": f'attachment; filename="{form}-practice.pdf"'}
    return Response(made, media_type="application/pdf", headers=told)


HANDLERS = (sheets, sheet, change_sheet)
