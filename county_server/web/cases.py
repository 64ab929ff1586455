"""Working on a record in a browser: the record whole, the steps that may follow, and one of them planned.

What is shared by all parts in which people of the county decide about records of villages.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from county_server import accesses, accounts, records
from county_server.county import County
from county_server.errors import Refused
from county_server.own import Step
from county_server.records import Held
from county_server.viewer import may
from county_server.web import entries, pages
from county_server.web.signing_in import Visitor
from sync.messages import Grant
from village_desk import ids, rights, times, workflow
from village_desk.errors import Invalid, Problem
from village_desk.i18n import translated
from village_desk.kinds import KINDS, Kind, Values, children_of
from village_desk.rights import Target, Verb
from village_desk.sentences import has_sentence, sentence
from village_desk.workflow import Move

More = Mapping[str, tuple[str, ...]]
"""Fields that a step offers beside those it needs."""


@dataclass(frozen=True, slots=True)
class Next:
    """One step that may be taken: its name, the rule behind it, and what is asked for it."""

    move: Move
    name: str
    hint: str
    asked: tuple[entries.Entry, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A step that may be taken: by which grant, what was entered, the record after it, papers it writes."""

    grant: Grant
    move: Move
    entered: Values
    after: Values
    papers: list[Step]


def grants_of(here: County, who: Visitor) -> list[Grant]:
    """Return today's grants of a visitor; call inside a transaction."""
    return [one.grant for one in accounts.grants_of(here, who.user) if one.valid(here.clock())]


def may_(grants: list[Grant], verb: Verb, held: Held) -> bool:
    """Say whether one of the grants allows `verb` on a record."""
    place = (held.scope, held.class_)
    return any(may(grant, verb, held.kind.name, held, place) for grant in grants)


def kept_back(grants: list[Grant], held: Held) -> bool:
    """Say whether only the named readers of a record may read it, whom none of the grants is of."""
    place = Target(held.kind.name, held.class_, held.scope)
    reasons = {rights.why_not(one.role, tuple(one.areas), "read", place) for one in grants}
    return not may_(grants, "read", held) and "rights.reader" in reasons


def reads(here: County, grants: list[Grant], held: Held, opened: bytes = b"") -> bool:
    """Say whether a record may be read: by right, or since the user gave a reason to look at it lately.

    `opened` is the record it hangs on, by default itself; call inside a transaction.
    """
    if may_(grants, "read", held):
        return True
    users = {bytes.fromhex(grant.user) for grant in grants}
    return kept_back(grants, held) and any(
        accesses.broken_lately(here, user, opened or held.id) for user in users
    )


def found(here: County, kind: str, record: str) -> Held:
    """Return a record by its id; call inside a transaction.

    Raises:
        Refused: "absent" (404), "nonsense" (400).
    """
    held = records.load(here.database, kind, [pages.id_of(record)]).get(pages.id_of(record))
    if held is None or held.state.archived:
        raise Refused("absent", 404)
    return held


def one(here: County, who: Visitor, kind: str, record: str) -> tuple[Held, list[Grant]]:
    """Return a record and the grants of who asks; call inside a transaction.

    Raises:
        Refused: "absent" (404): there is none, or none they may read: nothing tells which.
    """
    grants, held = grants_of(here, who), found(here, kind, record)
    if not reads(here, grants, held):
        raise Refused("absent", 404)
    return held, grants


def values_of(held: Held) -> Values:
    """Return the fields of a record as used values."""
    return held.kind.from_json_if_fitting(held.data())


def text(here: County, held: Held, name: str) -> str:
    """Return how a field with a code list reads."""
    return here.profile.label(held.kind.fields[name].codes, str(held.data().get(name) or ""))


def lines(here: County, held: Held) -> tuple[str, list[entries.Line]]:
    """Return what a record is called and how its fields read."""
    kind = here.profile.kind(held.kind.name)
    return translated("kinds", kind.title), entries.lines(here.profile, kind, values_of(held))


def hanging(here: County, held: Held) -> list[Held]:
    """Return the records that hang on another, oldest first; call inside a transaction."""
    found_: list[Held] = []
    for kind in children_of(held.kind.name):
        rows = here.database.rows(
            f'SELECT "id" FROM "{kind.name}" WHERE "{kind.parent}" = ? AND "archived" = 0',  # noqa: S608 - ours
            held.id,
        )
        found_ += records.load(here.database, kind.name, [bytes(each) for (each,) in rows]).values()
    return sorted(found_, key=lambda each: (each.created_at, each.id))


def next_steps(here: County, held: Held, grants: list[Grant], given: pages.Form, more: More) -> list[Next]:
    """Return the steps that may follow; `more` are fields a step offers beside those it needs."""
    if not may_(grants, "move", held):
        return []
    found_ = []
    state = str(held.data().get("state") or "")
    for move in workflow.moves_from(held.kind.name, state, *(each.role for each in grants)):
        name = sentence(f"move_name.{held.kind.name}.{move.name}")
        hint = sentence(move.hint) if move.hint and has_sentence(move.hint) else ""
        mine = given if given.get("move") == move.name else {}
        found_.append(Next(move, name, hint, tuple(_asked(here, held, move, mine, more))))
    return found_


def _asked(here: County, held: Held, move: Move, given: pages.Form, more: More) -> list[entries.Entry]:
    """Return what a step asks for: what it still needs of the record, and the paper it writes."""
    today, profile = times.legal_day(here.clock()), here.profile
    kind = profile.kind(held.kind.name)
    wanted = _wanted(kind, values_of(held), move, more)
    found_ = entries.asked(profile, kind, wanted, move.name, today, given)
    paper = _paper(move)
    if paper:
        child = profile.kind(paper)
        found_ += entries.asked(profile, child, entries.askable(child), move.name, today, given)
    return found_


def _wanted(kind: Kind, values: Values, move: Move, more: More) -> list[str]:
    """Return the fields a step asks for: those it lacks, and those it offers beside."""
    lacking = [problem.field for problem in kind.missing(values, move.name)]
    return list(dict.fromkeys([*lacking, *(name for name in more.get(move.name, ()) if name in kind.fields)]))


def _paper(move: Move) -> str:
    """Return the kind of record that a step writes: one it needs, with fields that this step asks for."""
    for names, _count in move.needs:
        for name in names:
            if any(move.name in spec.required for spec in KINDS[name].fields.values()):
                return name
    return ""


def said(here: County, kind_name: str, given: pages.Form, problems: Iterable[Problem]) -> str:
    """Return what is wrong, each once, with the fields it is about."""
    return " ".join(dict.fromkeys(_said(here, kind_name, given, problem) for problem in problems))


def _said(here: County, kind_name: str, given: pages.Form, problem: Problem) -> str:
    name, told = problem.field.rpartition(":")[2], sentence(problem.code, problem.details)
    move = next(
        (each for each in workflow.load() if (each.kind, each.name) == (kind_name, given.get("move"))), None
    )
    for kind in (kind_name, _paper(move) if move else ""):
        spec = here.profile.kind(kind).fields.get(name) if kind else None
        if spec:
            return f"{entries.label(spec)}：{told}"
    return told


def planned(here: County, held: Held, grants: list[Grant], given: pages.Form, more: More) -> Plan:
    """Return the step that a form asks for, once nothing stands in its way; call inside a transaction.

    Raises:
        Refused: "role" (403): not a step this person may take from here.
        Invalid: Everything that stands in its way.
    """
    today, name = times.legal_day(here.clock()), held.kind.name
    able = [each for each in grants if may(each, "move", name, held, (held.scope, held.class_))]
    moves = workflow.moves_from(name, str(held.data().get("state") or ""), *(each.role for each in able))
    move = next((each for each in moves if each.name == given.get("move")), None)
    grant = next((each for each in able if move and each.role in move.roles), None)
    if move is None or grant is None:
        raise Refused("role", 403)
    kind, values = here.profile.kind(name), values_of(held)
    wanted = _wanted(kind, values, move, more)
    entered = entries.read(kind, wanted, given, today)
    around: dict[str, dict[bytes, Values]] = {}
    for each in hanging(here, held):
        around.setdefault(each.kind.name, {})[each.id] = values_of(each)
    papers, paper = [], _paper(move)
    if paper:
        child = here.profile.kind(paper)
        written = entries.read(child, entries.askable(child), given, today)
        written[child.parent] = held.id
        made = ids.new_id()
        around.setdefault(paper, {})[made] = written
        papers.append(Step(paper, made, held.scope, 0, written, beside(here, held)))
    after = {**values, **entered}
    problems = workflow.in_the_way(kind, after, move, around)
    problems += here.profile.check_codes(kind, entered, today)
    if problems:
        raise Invalid(problems)
    return Plan(grant, move, entered, after, papers)


def moved(held: Held, plan: Plan, more: Values) -> Step:
    """Return the change of the record itself: what was entered, what the step fills, the new state."""
    values = {**plan.entered, **more, "state": plan.move.to}
    return Step(held.kind.name, held.id, held.scope, held.state.ver, values, {})


def beside(here: County, held: Held) -> dict[str, object]:
    """Return the envelope of a new record that hangs on another: no less kept back than that."""
    around: dict[str, object] = {"profile": here.profile.version}
    if held.class_ != "normal":
        around["class"] = held.class_
    if held.readers:
        around["readers"] = list(held.readers)
    return around
