"""Single values of the draft with their units and limits, periods, and `profile.json` as a whole."""

import json
from typing import Any

from litestar import Response, get, post
from litestar.params import RawBody

from county_server import profile_drafts, profile_edits
from county_server.answers import Asked, county_of
from county_server.errors import CountyTrouble
from county_server.profile_differences import UNITS
from county_server.web import pages
from county_server.web.profiles_draft import PATH, editor
from county_server.web.profiles_lists import keep
from village_desk import parameters, profile
from village_desk.i18n import translated
from village_desk.kinds import KINDS
from village_desk.parameters import Declared
from village_desk.profile_file import NAME
from village_desk.sentences import sentence

TEXT_LIMIT = 524_288
"""Most bytes of a form with a whole file in it."""
_NOTHING = {NAME: "{}"}
"""A draft that says nothing of its own."""
_LONGEST = {"day": 3_650, "working_day": 2_500, "month": 240}


@get(f"{PATH}/parameters", sync_to_thread=True, include_in_schema=False)
def values(request: Asked) -> Response[str]:
    """Show parameters, numbers, retention and the periods that no law prescribes."""
    who = editor(request)
    draft = profile_drafts.opened(county_of(request))
    now, usual = _whole(draft.texts), _whole(_NOTHING)
    periods = [
        (place, one, sentence(f"deadline.{one['name']}"), _when(one))
        for place, one in enumerate(now["deadlines"])
    ]
    return pages.page(
        request,
        "profile_parameters.html",
        who,
        draft=draft,
        declared=parameters.declared().values(),
        now=now,
        usual=usual,
        sets=[one["name"] for one in now["dossier_sets"]],
        periods=periods,
        units=UNITS,
        kinds={kind: translated("kinds", KINDS[kind].title) for kind in KINDS},
    )


def _whole(texts: profile_edits.Texts) -> dict[str, Any]:
    """Return `profile.json` of the draft with all it leaves to the national one."""
    return dict(json.loads(profile.merged(texts)[NAME]))


def _when(one: dict[str, Any]) -> str:
    """Say in which records a period of several of one name counts."""
    cases = [f"{name} = {' '.join(codes) or '空'}" for name, codes in one.get("when", {}).items()]
    return "；".join([_title(one["kind"]), *cases])


@post(f"{PATH}/parameters", sync_to_thread=True, status_code=200, include_in_schema=False)
def set_parameters(request: Asked, body: RawBody) -> Response[bytes]:
    """Set the parameters."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    texts = profile_drafts.opened(here).texts
    said = {
        name: _value(one, given.get(f"p-{name}", ""))
        for name, one in parameters.declared().items()
        if f"p-{name}" in given or one.face == "yes_no"
    }
    new = profile_edits.with_part(texts, "parameters", said, _whole(_NOTHING)["parameters"])
    keep(here, who, given, new, "parameters")
    return pages.away(request, f"{PATH}/parameters")


def _value(one: Declared, text: str) -> object:
    """Read what was typed for a parameter.

    Raises:
        CountyTrouble: "county.value".
    """
    value: object = text or None
    if one.face == "yes_no":
        value = text == "1"
    elif one.face == "whole" and text:
        number = pages.whole_of(text)
        value = text if number is None else number
    elif one.face == "kinds" and text:
        value = " ".join(text.replace("，", " ").replace(",", " ").split())
    if not one.holds(value):
        raise CountyTrouble("county.value", what=one.label, wanted=one.wanted)
    return value


@post(f"{PATH}/numbers", sync_to_thread=True, status_code=200, include_in_schema=False)
def set_numbers(request: Asked, body: RawBody) -> Response[bytes]:
    """Set how numbers of records look, and how long records are kept."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    texts, usual = profile_drafts.opened(here).texts, _whole(_NOTHING)
    patterns, years = usual["numbers"], usual["retention_years"]
    new = {name: given.get(f"n-{name}", "") for name in patterns}
    for name, pattern in new.items():
        if "{year}" not in pattern or "{seq}" not in pattern or len(pattern) > 60:
            raise CountyTrouble("county.value", what=_title(name), wanted="{year} {seq}")
    kept = {name: _years(name, given.get(f"r-{name}", ""), least) for name, least in years.items()}
    texts = profile_edits.with_part(texts, "numbers", new, patterns)
    texts = profile_edits.with_part(texts, "retention_years", kept, years)
    keep(here, who, given, texts, "numbers")
    return pages.away(request, f"{PATH}/parameters")


def _years(name: str, text: str, least: int) -> int:
    """Read a retention: no shorter than the national one (domain: services §6.5)."""
    years = pages.whole_of(text)
    if years is None or not least <= years <= 100:
        raise CountyTrouble("county.value", what=_title(name), wanted=f"{least}–100 年")
    return years


def _title(kind: str) -> str:
    return translated("kinds", KINDS[kind].title)


@post(f"{PATH}/deadlines", sync_to_thread=True, status_code=200, include_in_schema=False)
def set_deadlines(request: Asked, body: RawBody) -> Response[bytes]:
    """Set the periods that no law prescribes; those of the law stay."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    texts = profile_drafts.opened(here).texts
    now, usual = _whole(texts)["deadlines"], _whole(_NOTHING)["deadlines"]
    periods: list[object] = []
    for place, one in enumerate(now):
        count, unit = given.get(f"d-{place}", ""), given.get(f"u-{place}", "")
        if one["statutory"] or not count:
            periods.append(one)
            continue
        longest = _LONGEST.get(unit, 0)
        days = pages.whole_of(count)
        if days is None or days > longest:
            raise CountyTrouble(
                "county.value", what=sentence(f"deadline.{one['name']}"), wanted=f"0–{longest}"
            )
        periods.append({**one, "count": days, "unit": unit})
    keep(here, who, given, profile_edits.with_deadlines(texts, periods, usual), "deadlines")
    return pages.away(request, f"{PATH}/parameters")


@get(f"{PATH}/file", sync_to_thread=True, include_in_schema=False)
def file_page(request: Asked) -> Response[str]:
    """Show `profile.json` to be edited by hand: what has no page of its own."""
    who = editor(request)
    draft = profile_drafts.opened(county_of(request))
    return pages.page(request, "profile_file.html", who, draft=draft, text=draft.texts.get(NAME, ""))


@post(
    f"{PATH}/file",
    sync_to_thread=True,
    status_code=200,
    include_in_schema=False,
    request_max_body_size=TEXT_LIMIT,
)
def set_file(request: Asked, body: RawBody) -> Response[bytes]:
    """Keep `profile.json` as it was typed; the check says what is wrong with it."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    texts = profile_edits.with_text(profile_drafts.opened(here).texts, NAME, given.get("text", ""))
    keep(here, who, given, texts, NAME)
    return pages.away(request, PATH)


HANDLERS = (values, set_parameters, set_numbers, set_deadlines, file_page, set_file)
