"""The county's legal-aid agency at work: applications that wait, one of them whole, and the next step.

The agency decides (法律援助法 第四十三条); what it decides here is a change like any other, and is at the
village with the next round of its desk. Figures of hardship are shown on asking only, and each reading stands
in the journal (domain: services §6.3).
"""

from dataclasses import dataclass

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, RawBody

from county_server import accounts, own, records
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.database import marks
from county_server.errors import Refused
from county_server.own import Step
from county_server.records import Held
from county_server.viewer import may
from county_server.web import entries, journal, pages, parts
from county_server.web.signing_in import Visitor
from sync.messages import Grant
from village_desk import ids, times, workflow
from village_desk.errors import Invalid, Problem
from village_desk.i18n import translated
from village_desk.kinds import KINDS, Values, children_of
from village_desk.rights import Verb
from village_desk.sentences import has_sentence, sentence
from village_desk.workflow import Move

KIND = "legal_aid"
PAGE = 100
WAITING = ("handed_over", "received", "supplementing", "granted", "objecting", "changing")
"""States in which the next step is the agency's."""
APART = ("hardship_statement", "household_member")


@dataclass(frozen=True, slots=True)
class Next:
    """One step that may be taken: its name, the rule behind it, and what is asked for it."""

    move: Move
    name: str
    hint: str
    asked: tuple[entries.Entry, ...]


@get("/web/aid", sync_to_thread=True, include_in_schema=False)
def applications(request: Asked, at: FromQuery[str] = "", after: FromQuery[str] = "") -> Response[str]:
    """List applications, those that wait for the agency first asked for; a page goes on `after` an id."""
    who = pages.visitor(request, *parts.roles("/web/aid"))
    here = county_of(request)
    states = [at] if at else list(WAITING)
    with here.database.reading():
        grants = _grants(here, who)
        found = _listed(here, grants, states, after)
        units = dict(accounts.units(here))
    return pages.page(
        request,
        "aid.html",
        who,
        found=[(one, _text(here, one, "state"), _text(here, one, "matter")) for one in found],
        units=units,
        states=[(code.code, code.label) for code in here.profile.lists["aid_state"]],
        chosen=at,
        last=found[-1].id.hex() if len(found) == PAGE else "",
    )


def _listed(here: County, grants: list[Grant], states: list[str], after: str) -> list[Held]:
    rows = here.database.rows(
        f'SELECT "id" FROM "{KIND}" WHERE "archived" = 0 AND "id" > ? AND "state" IN ({marks(len(states))})'  # noqa: S608 - ours
        ' ORDER BY "id" LIMIT ?',
        pages.id_of(after),
        *states,
        PAGE,
    )
    held = records.load(here.database, KIND, [bytes(one) for (one,) in rows])
    return [one for one in held.values() if _may(grants, "read", one)]


def _grants(here: County, who: Visitor) -> list[Grant]:
    """Return today's grants of a visitor; call inside a transaction."""
    return [one.grant for one in accounts.grants_of(here, who.user) if one.valid(here.clock())]


def _may(grants: list[Grant], verb: Verb, held: Held) -> bool:
    place = (held.scope, held.class_)
    return any(may(grant, verb, held.kind.name, held, place) for grant in grants)


def _values(held: Held) -> Values:
    return held.kind.from_json_if_fitting(held.data())


def _text(here: County, held: Held, name: str) -> str:
    return here.profile.label(held.kind.fields[name].codes, str(held.data().get(name) or ""))


# ------------------------------------------------------------------ one of them


@get("/web/aid/{record:str}", sync_to_thread=True, include_in_schema=False)
def application(request: Asked, record: FromPath[str]) -> Response[str]:
    """Show one application with all that hangs on it, and the steps that may follow."""
    who = pages.visitor(request, *parts.roles("/web/aid"))
    here = county_of(request)
    with here.database.reading():
        held, grants = _one(here, who, record)
        return _shown(request, who, held, grants)


def _one(here: County, who: Visitor, record: str) -> tuple[Held, list[Grant]]:
    """Return an application and the grants of who asks; call inside a transaction.

    Raises:
        Refused: "absent" (404): there is none, or none they may read: nothing tells which.
    """
    grants = _grants(here, who)
    held = records.load(here.database, KIND, [pages.id_of(record)]).get(pages.id_of(record))
    if held is None or held.state.archived or not _may(grants, "read", held):
        raise Refused("absent", 404)
    return held, grants


def _shown(
    request: Asked,
    who: Visitor,
    held: Held,
    grants: list[Grant],
    said: str = "",
    given: pages.Form | None = None,
) -> Response[str]:
    here = county_of(request)
    hanging = [one for one in _hanging(here, held) if one.kind.name not in APART]
    return pages.page(
        request,
        "application.html",
        who,
        400 if said else 200,
        held=held,
        title=held.kind.record_name(_values(held)),
        state=_text(here, held, "state"),
        lines=_lines(here, held)[1],
        parts_of=[_lines(here, one) for one in hanging if _may(grants, "read", one)],
        steps=_steps(here, held, grants, given or {}),
        said=said,
    )


def _lines(here: County, held: Held) -> tuple[str, list[entries.Line]]:
    """Return what a record is called and how its fields read."""
    kind = here.profile.kind(held.kind.name)
    return translated("kinds", kind.title), entries.lines(here.profile, kind, _values(held))


def _hanging(here: County, held: Held) -> list[Held]:
    """Return the records that hang on an application, oldest first; call inside a transaction."""
    found: list[Held] = []
    for kind in children_of(KIND):
        rows = here.database.rows(
            f'SELECT "id" FROM "{kind.name}" WHERE "{kind.parent}" = ? AND "archived" = 0',  # noqa: S608 - ours
            held.id,
        )
        found += records.load(here.database, kind.name, [bytes(one) for (one,) in rows]).values()
    return sorted(found, key=lambda one: (one.created_at, one.id))


def _steps(here: County, held: Held, grants: list[Grant], given: pages.Form) -> list[Next]:
    if not _may(grants, "move", held):
        return []
    found = []
    for move in workflow.moves_from(KIND, str(held.data().get("state") or ""), *(one.role for one in grants)):
        name = sentence(f"move_name.{KIND}.{move.name}")
        hint = sentence(move.hint) if move.hint and has_sentence(move.hint) else ""
        mine = given if given.get("move") == move.name else {}
        found.append(Next(move, name, hint, tuple(_asked(here, held, move, mine))))
    return found


def _asked(here: County, held: Held, move: Move, given: pages.Form) -> list[entries.Entry]:
    """Return what a step asks for: what it still needs of the record, and the paper it writes."""
    today, profile = times.legal_day(here.clock()), here.profile
    kind = profile.kind(KIND)
    lacking = [problem.field for problem in kind.missing(_values(held), move.name)]
    found = entries.asked(profile, kind, lacking, move.name, today, given)
    paper = _paper(move)
    if paper:
        child = profile.kind(paper)
        found += entries.asked(profile, child, entries.askable(child), move.name, today, given)
    return found


def _paper(move: Move) -> str:
    """Return the kind of record that a step writes: one it needs, with fields that this step asks for."""
    for names, _count in move.needs:
        for name in names:
            if any(move.name in spec.required for spec in KINDS[name].fields.values()):
                return name
    return ""


@post("/web/aid/{record:str}/step", sync_to_thread=True, status_code=200, include_in_schema=False)
def step(request: Asked, record: FromPath[str], body: RawBody) -> Response[str] | Response[bytes]:
    """Take one step: the paper it needs and the new state in one unit of work."""
    who = pages.visitor(request, *parts.roles("/web/aid"))
    given = pages.form(request, body, who)
    here = county_of(request)
    with here.database.reading():
        held, grants = _one(here, who, record)
        try:
            grant, steps = _planned(here, held, grants, given)
        except Invalid as error:
            said = dict.fromkeys(_said(here, given, problem) for problem in error.problems)
            return _shown(request, who, held, grants, " ".join(said), given)
    own.write(here, grant, steps)
    return pages.away(request, f"/web/aid/{record}")


def _said(here: County, given: pages.Form, problem: Problem) -> str:
    """Return what is wrong, with the field it is about."""
    name, text = problem.field.rpartition(":")[2], sentence(problem.code, problem.details)
    move = next((one for one in workflow.load() if (one.kind, one.name) == (KIND, given.get("move"))), None)
    for kind in (KIND, _paper(move) if move else ""):
        spec = here.profile.kind(kind).fields.get(name) if kind else None
        if spec:
            return f"{entries.label(spec)}：{text}"
    return text


def _planned(here: County, held: Held, grants: list[Grant], given: pages.Form) -> tuple[Grant, list[Step]]:
    """Return under which grant a step is taken and what it writes; call inside a transaction.

    Raises:
        Refused: "role" (403): not a step this person may take from here.
        Invalid: Everything that stands in its way.
    """
    today = times.legal_day(here.clock())
    state = str(held.data().get("state") or "")
    able = [one for one in grants if may(one, "move", KIND, held, (held.scope, held.class_))]
    moves = workflow.moves_from(KIND, state, *(one.role for one in able))
    move = next((one for one in moves if one.name == given.get("move")), None)
    grant = next((one for one in able if move and one.role in move.roles), None)
    if move is None or grant is None:
        raise Refused("role", 403)
    kind, values = here.profile.kind(KIND), _values(held)
    entered = entries.read(kind, [one.field for one in kind.missing(values, move.name)], given, today)
    hanging: dict[str, dict[bytes, Values]] = {}
    for one in _hanging(here, held):
        hanging.setdefault(one.kind.name, {})[one.id] = _values(one)
    steps, paper = [], _paper(move)
    if paper:
        child = here.profile.kind(paper)
        written = entries.read(child, entries.askable(child), given, today)
        written[child.parent] = held.id
        made = ids.new_id()
        hanging.setdefault(paper, {})[made] = written
        steps.append(Step(paper, made, held.scope, 0, written, _beside(here, held)))
    after = {**values, **entered}
    problems = workflow.in_the_way(kind, after, move, hanging)
    if problems:
        raise Invalid(problems)
    return grant, [*steps, Step(KIND, held.id, held.scope, held.state.ver, {**entered, "state": move.to}, {})]


def _beside(here: County, held: Held) -> dict[str, object]:
    """Return the envelope of a new record that hangs on another: no less kept back than that."""
    beside: dict[str, object] = {"profile": here.profile.version}
    if held.class_ != "normal":
        beside["class"] = held.class_
    if held.readers:
        beside["readers"] = list(held.readers)
    return beside


@post("/web/aid/{record:str}/hardship", sync_to_thread=True, status_code=200, include_in_schema=False)
def hardship(request: Asked, record: FromPath[str], body: RawBody) -> Response[str]:
    """Show the statement of hardship; that it was read stands in the journal."""
    who = pages.visitor(request, *parts.roles("/web/aid"))
    pages.form(request, body, who)
    here = county_of(request)
    with here.database.writing():
        held, grants = _one(here, who, record)
        found = [one for one in _hanging(here, held) if one.kind.name == APART[0]]
        found = [one for one in found if _may(grants, "read", one)]
        members = [each for one in found for each in _members(here, one) if _may(grants, "read", each)]
        for one in found:
            journal.note(here, who.user, "read_hardship", one.id.hex())
    return pages.page(
        request,
        "hardship.html",
        who,
        held=held,
        title=held.kind.record_name(_values(held)),
        parts_of=[_lines(here, one) for one in (*found, *members)],
    )


def _members(here: County, statement: Held) -> list[Held]:
    rows = here.database.rows(
        'SELECT "id" FROM "household_member" WHERE "statement" = ? AND "archived" = 0', statement.id
    )
    return list(records.load(here.database, APART[1], [bytes(one) for (one,) in rows]).values())


HANDLERS = (applications, application, step, hardship)
