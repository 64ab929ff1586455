"""Code lists and extra fields of the draft: what villages choose from, and what is asked beside the usual."""

from datetime import date

from litestar import Response, get, post
from litestar.params import FromPath, RawBody

from county_server import profile_checks, profile_drafts, profile_edits
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.errors import CountyTrouble
from county_server.web import journal, pages
from county_server.web.profiles_draft import PATH, editor
from county_server.web.signing_in import Visitor
from village_desk import workflow
from village_desk.code_lists import Code
from village_desk.i18n import translated
from village_desk.kinds import KINDS
from village_desk.sentences import sentence


def keep(here: County, who: Visitor, given: pages.Form, texts: dict[str, str], about: str) -> None:
    """Keep other texts of the draft in place of those the form was made from, and note it."""
    with here.database.writing():
        profile_drafts.change(here, given.get("seen", ""), texts)
        journal.note(here, who.user, "profile_edit", about)


# ------------------------------------------------------------------ code lists


@get(f"{PATH}/lists", sync_to_thread=True, include_in_schema=False)
def lists(request: Asked) -> Response[str]:
    """Show all lists, those of the county's own first, with the fields that choose from them."""
    who = editor(request)
    draft = profile_drafts.opened(county_of(request))
    used = _used(draft.texts)
    found = [
        (name, profile_edits.list_file(name) in draft.texts, used.get(name, ()))
        for name in profile_edits.names(draft.texts)
    ]
    found.sort(key=lambda one: not one[1])
    return pages.page(request, "profile_lists.html", who, draft=draft, lists=found)


def _used(texts: profile_edits.Texts) -> dict[str, list[str]]:
    used: dict[str, list[str]] = {}
    for kind in KINDS.values():
        for spec in kind.fields.values():
            if spec.codes:
                words = f"{translated('kinds', kind.title)}：{spec.paper or translated('kinds', spec.label)}"
                used.setdefault(spec.codes, []).append(words)
    for kind_name, _name, one in profile_edits.fields_said(texts):
        if one.get("codes"):
            words = f"{translated('kinds', KINDS[kind_name].title)}：{one.get('label', '')}"
            used.setdefault(str(one["codes"]), []).append(words)
    return used


@post(f"{PATH}/lists", sync_to_thread=True, status_code=200, include_in_schema=False)
def new_list(request: Asked, body: RawBody) -> Response[bytes]:
    """Begin a list of the county's own."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    name = given.get("name", "")
    texts = profile_edits.with_list(profile_drafts.opened(here).texts, name)
    keep(here, who, given, texts, profile_edits.list_file(name))
    return pages.away(request, f"{PATH}/lists/{name}")


@get(f"{PATH}/lists/{{name:str}}", sync_to_thread=True, include_in_schema=False)
def one_list(request: Asked, name: FromPath[str]) -> Response[str]:
    """Show one list, each code with its label and its days."""
    who = editor(request)
    here = county_of(request)
    draft = profile_drafts.opened(here)
    return pages.page(
        request,
        "profile_list.html",
        who,
        draft=draft,
        list_name=name,
        codes=profile_edits.codes(draft.texts, name),
        present={one.code for one in here.profile.lists.get(name, ())},
        needed=profile_checks.needed_codes().get(name, frozenset()),
        used=_used(draft.texts).get(name, []),
    )


@post(f"{PATH}/lists/{{name:str}}", sync_to_thread=True, status_code=200, include_in_schema=False)
def change_list(request: Asked, name: FromPath[str], body: RawBody) -> Response[bytes]:
    """Add a code, change one, close it, move it, or take out one that was never given out."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    texts, code = profile_drafts.opened(here).texts, given.get("code", "")
    match given.get("act", ""):
        case "remove":
            new = profile_edits.without_code(texts, name, code, here.profile.lists.get(name, ()))
        case "up":
            new = profile_edits.moved(texts, name, code)
        case "add" if any(one.code == code for one in profile_edits.codes(texts, name)):
            raise CountyTrouble("county.value", what=code, wanted="一个还没有用过的代码")
        case _:
            new = profile_edits.with_code(texts, name, _code(code, given))
    keep(here, who, given, new, f"{profile_edits.list_file(name)} {code}"[:80])
    return pages.away(request, f"{PATH}/lists/{name}")


def _code(code: str, given: pages.Form) -> Code:
    begins, ends = (_day(given.get(one, "")) for one in ("valid_from", "valid_to"))
    label, maps_to, note = (given.get(one, "") for one in ("label", "maps_to", "note"))
    made = Code(code, label, begins, ends, maps_to, note)
    if not made.fits():
        raise CountyTrouble("county.value", what=code or "代码", wanted="代码用字母和数字，名称不空")
    return made


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise CountyTrouble("county.day") from None


# ------------------------------------------------------------------ extra fields


@get(f"{PATH}/fields", sync_to_thread=True, include_in_schema=False)
def extra_fields(request: Asked) -> Response[str]:
    """Show the fields the county asks for beside the usual ones."""
    who = editor(request)
    here = county_of(request)
    draft = profile_drafts.opened(here)
    steps = {
        kind: [(f"{kind}.{name}", sentence(f"move_name.{kind}.{name}")) for name in _moves(kind)]
        for kind in KINDS
        if _moves(kind)
    }
    return pages.page(
        request,
        "profile_fields.html",
        who,
        draft=draft,
        fields=profile_edits.fields_said(draft.texts),
        present={(kind.name, name) for kind in here.profile.kinds.values() for name in kind.fields},
        kinds={kind: translated("kinds", KINDS[kind].title) for kind in KINDS},
        steps=steps,
        faces=profile_edits.FACES,
        lists=profile_edits.names(draft.texts),
    )


def _moves(kind: str) -> list[str]:
    return list(dict.fromkeys(move.name for move in workflow.load() if move.kind == kind and move.from_))


@post(f"{PATH}/fields", sync_to_thread=True, status_code=200, include_in_schema=False)
def change_fields(request: Asked, body: RawBody) -> Response[bytes]:
    """Add a field, declare it otherwise, or take it away."""
    who = editor(request)
    given = pages.form(request, body, who)
    here = county_of(request)
    texts = profile_drafts.opened(here).texts
    kind, name = given.get("kind", ""), given.get("name", "")
    name = name if name.startswith("x_") else f"x_{name}"
    if given.get("act") == "remove":
        new = profile_edits.without_field(texts, kind, name)
    else:
        new = profile_edits.with_field(texts, kind, name, _declared(kind, given))
    keep(here, who, given, new, f"{kind}.{name}"[:80])
    return pages.away(request, f"{PATH}/fields")


def _declared(kind: str, given: pages.Form) -> dict[str, object]:
    face, label = given.get("face", ""), given.get("label", "")
    if not label or face not in profile_edits.FACES:
        raise CountyTrouble("county.value", what="栏目", wanted="有名称和类型")
    codes = given.get("codes", "") if face in ("choice", "choices") else ""
    low, high = (_number(given.get(one, ""), one) for one in ("low", "high"))
    owner, _dot, move = given.get("required", "").partition(".")
    if move and owner != kind:
        raise CountyTrouble("county.value", what="哪一步必填", wanted="同一种记录的一步")
    said: dict[str, object] = {"face": face, "label": label, "paper": label, "codes": codes}
    said |= {"unit": given.get("unit", ""), "low": low, "high": high, "required": [move] if move else []}
    return {key: value for key, value in said.items() if value not in ("", None, [])}


def _number(text: str, what: str) -> int | None:
    number = pages.whole_of(text)
    if text and number is None:
        raise CountyTrouble("county.value", what={"low": "最小", "high": "最大"}[what], wanted="整数")
    return number


HANDLERS = (lists, new_list, one_list, change_list, extra_fields, change_fields)
