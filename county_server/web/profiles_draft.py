"""The county's profile in a browser: begin a draft, check it, try it at a practice desk, publish it."""

import re
from datetime import date

from litestar import Response, get, post
from litestar.params import FromPath, RawBody

from county_server import profile_checks, profile_differences, profile_drafts, profiles
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.errors import CountyTrouble
from county_server.profile_differences import Difference
from county_server.profile_drafts import Draft
from county_server.sentences import sentence
from county_server.web import journal, pages, parts
from county_server.web.signing_in import Visitor
from village_desk import profile, profile_zips, times
from village_desk.errors import StoreTrouble
from village_desk.profile_zips import LIMIT

PATH = "/web/profile"
_UPLOAD = LIMIT + 16_384
"""Most bytes of a form with a ZIP in it."""


def editor(request: Asked) -> Visitor:
    """Return who may write the profile.

    Raises:
        Refused: "sign_in_first" (401), "role" (403).
    """
    return pages.visitor(request, parts.ADMINISTRATOR)


@get(PATH, sync_to_thread=True, include_in_schema=False)
def overview(request: Asked) -> Response[str]:
    """Show which profile the county goes by, the draft of the next, and what was published before."""
    who = pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    return pages.page(
        request,
        "profile.html",
        who,
        profile=here.profile,
        published=profiles.listed(here),
        draft=profile_drafts.find(here),
        may_write=parts.ADMINISTRATOR in who.roles,
    )


@post(f"{PATH}/begin", sync_to_thread=True, status_code=200, include_in_schema=False)
def begin(request: Asked, body: RawBody) -> Response[bytes]:
    """Begin a draft from the present profile, or from a version published before."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    with here.database.writing():
        version = pages.whole_of(given.get("version", ""))
        texts = profile_drafts.present(here) if version is None else profiles.texts_of(here, version)
        profile_drafts.begin(here, who.user, texts)
        journal.note(here, who.user, "profile_begin", "" if version is None else str(version))
    return pages.away(request, PATH)


@post(
    f"{PATH}/upload",
    sync_to_thread=True,
    status_code=200,
    include_in_schema=False,
    request_max_body_size=_UPLOAD,
)
def upload(request: Asked, body: RawBody) -> Response[bytes]:
    """Begin a draft from a ZIP."""
    who = editor(request)
    pages.from_here(request)
    held = _multipart(request.headers.get("content-type", ""), body)
    pages.with_key(held.get("form_key", b"").decode("utf-8", "replace"), who)
    texts = profile_zips.unpack(held.get("file", b""))
    here = county_of(request)
    with here.database.writing():
        profile_drafts.begin(here, who.user, texts)
        journal.note(here, who.user, "profile_upload")
    return pages.away(request, PATH)


def _multipart(kind: str, body: bytes) -> dict[str, bytes]:
    """Return the fields of a form with a file; what is not of that form gives none."""
    found = re.match(r'multipart/form-data;\s*boundary="?([^";,]{1,70})"?', kind)
    held: dict[str, bytes] = {}
    if not found:
        return held
    for part in (b"\r\n" + body).split(b"\r\n--" + found[1].encode("latin-1", "replace")):
        head, _blank, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'name="(\w+)"', head)
        if name:
            held[name[1].decode()] = content
    return held


@post(f"{PATH}/discard", sync_to_thread=True, status_code=200, include_in_schema=False)
def discard(request: Asked, body: RawBody) -> Response[bytes]:
    """Throw the draft away."""
    who = editor(request)
    pages.form(request, body, who)
    here = county_of(request)
    with here.database.writing():
        profile_drafts.discard(here)
        journal.note(here, who.user, "profile_discard")
    return pages.away(request, PATH)


@post(f"{PATH}/check", sync_to_thread=True, status_code=200, include_in_schema=False)
def check(request: Asked, body: RawBody) -> Response[str]:
    """Check the draft as desks will, and show everything that is wrong with file, line and reason."""
    who = editor(request)
    pages.form(request, body, who)
    here = county_of(request)
    draft = profile_drafts.opened(here)
    wrong = _mistakes(here, draft)
    if not wrong:
        with here.database.writing():
            profile_drafts.note_checked(here, draft)
    changes = _differences(here, draft)
    return pages.page(request, "profile_check.html", who, wrong=wrong, differences=changes)


def _mistakes(here: County, draft: Draft) -> list[tuple[str, str]]:
    """Return every mistake as a sentence, with the page on which it can be mended."""
    return [(sentence(one), _place(one.details)) for one in profile_checks.troubles(here, draft.texts)]


def _place(details: dict[str, object]) -> str:
    file = str(details.get("file", ""))
    if file.endswith(".csv"):
        return f"{PATH}/lists/{file.removesuffix('.csv')}"
    sheet = re.match(r"(\w+)\.form:", str(details.get("why", "")))
    return f"{PATH}/sheets/{sheet[1]}" if sheet else f"{PATH}/file"


def _differences(here: County, draft: Draft) -> list[Difference]:
    """Return what the draft changes; nothing for one that cannot be read."""
    try:
        return profile_differences.differences(here.profile, profile.over_national(draft.texts))
    except StoreTrouble:
        return []


@post(f"{PATH}/trial", sync_to_thread=True, status_code=200, include_in_schema=False)
def trial(request: Asked, body: RawBody) -> Response[bytes]:
    """Hand the draft out as a ZIP that a practice desk goes by."""
    who = editor(request)
    pages.form(request, body, who)
    here = county_of(request)
    draft = profile_drafts.opened(here)
    with here.database.writing():
        profile_drafts.note_tried(here, draft)
        journal.note(here, who.user, "profile_trial", draft.digest)
    return _zip(request, dict(draft.texts), f"profile-{here.code}-draft.zip")


@get(f"{PATH}/versions/{{version:int}}", sync_to_thread=True, include_in_schema=False)
def version_file(request: Asked, version: FromPath[int]) -> Response[bytes]:
    """Hand out a version that was published, to be read or to go on from."""
    pages.visitor(request, *parts.roles(PATH))
    here = county_of(request)
    return _zip(request, profiles.texts_of(here, version), f"profile-{here.code}-{version}.zip")


def _zip(request: Asked, texts: dict[str, str], name: str) -> Response[bytes]:
    told = {**pages.headers(request), "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(profile_zips.pack(texts), media_type="application/zip", headers=told)


@get(f"{PATH}/publish", sync_to_thread=True, include_in_schema=False)
def look(request: Asked) -> Response[str]:
    """Show what the draft changes, before it is published."""
    who = editor(request)
    here = county_of(request)
    draft = profile_drafts.opened(here)
    return pages.page(
        request,
        "profile_publish.html",
        who,
        draft=draft,
        present=here.profile,
        wrong=_mistakes(here, draft),
        differences=_differences(here, draft),
        today=times.legal_day(here.clock()).isoformat(),
        notes_limit=profiles.NOTES_LIMIT,
    )


@post(f"{PATH}/publish", sync_to_thread=True, status_code=200, include_in_schema=False)
def publish(request: Asked, body: RawBody) -> Response[bytes]:
    """Publish the draft as it was looked at; the version before is closed with the day this one begins."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    notes = given.get("notes", "")
    if not notes or not given.get("sure"):
        raise CountyTrouble("county.sure")
    with here.database.writing():
        draft = profile_drafts.opened(here)
        if draft.digest != given.get("seen", ""):
            raise CountyTrouble("county.draft_moved")
        word = profiles.Word(notes, _day(given.get("since", "")), who.user)
        made = profiles.publish(here, draft.texts, word)
        profile_drafts.discard(here)
        journal.note(here, who.user, "profile_publish", str(made.version))
    return pages.away(request, PATH)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise CountyTrouble("county.day") from None


HANDLERS = (overview, begin, upload, discard, check, trial, version_file, look, publish)
