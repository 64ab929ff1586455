"""What can be done with a record and what is still missing for it: plain functions under the record page."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.looks import LOOKS
from ui.pages import moving_away, reopening, supplementing
from ui.sight import Sight, draft_key
from ui.texts import kind_text, problem_text, sentence_of
from ui.widgets.editors import title_of
from village_desk import ids, visits, workflow
from village_desk.commands import drafts, moves, records, reviews
from village_desk.errors import Invalid, Problem
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Kind, Values
from village_desk.queries import dossier
from village_desk.sentences import has_sentence, sentence
from village_desk.session import Changes, Session
from village_desk.workflow import Move

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage

Step = tuple[str, Callable[[], object]]
Asking = Callable[[Desk, "RecordPage"], None]
ExtraSteps = Callable[["RecordPage", Sight], list[Step]]

_CONTEXT = "steps"


def _say(text: str) -> str:
    return translated(_CONTEXT, text)


def main_move(kind: str, sight: Sight) -> str:
    """Return the workflow move that is the main action now, or ""."""
    if sight.stuck:
        return ""
    possible = [move.name for move in sight.moves]
    return next((name for name in LOOKS[kind].main if name in possible), "")


def arrange(
    page: "RecordPage", sight: Sight, extra: ExtraSteps | None, roles: Sequence[str]
) -> tuple[str, list[Step], list[Step]]:
    """Return the name of the main action, the steps beside it, and those in the menu."""
    kind = page.kind.name
    main = main_move(kind, sight)
    names = [move.name for move in _to_choose(sight) if move.name != main] if not sight.stuck else []
    more: list[Step] = [(move_text(kind, name), _mover(page, name)) for name in names]
    if sight.refused == "record.locked":
        more.append(
            (translated("supplementing", supplementing.STEP), partial(page.begin, supplementing.begin))
        )
    if reopening.may(sight, roles):
        more.append((translated("reopening", reopening.STEP), partial(page.begin, reopening.ask)))
    if sight.places:
        more.append((translated("moving_away", moving_away.STEP), partial(page.begin, moving_away.ask)))
    extras = extra(page, sight) if extra and not sight.refused else []
    offered = {
        text for text, _do in extras
    }  # what a page does itself does more than the bare move of that name
    more = [step for step in more if step[0] not in offered]
    if main:
        return move_text(kind, main), extras[:1], [*extras[1:], *more]
    ended = sight.moves or workflow.takes_part(kind, *roles)  # who takes no step of it can only be done
    finish = "" if sight.refused or ended else _say(N_("steps", "Done"))
    return finish, extras[:1], [*extras[1:], *more]


def _to_choose(sight: Sight) -> list[Move]:
    """Leave out a move that needs what is not there and what no page can add: it is not for this record."""
    return [
        move
        for move in sight.moves
        if all(sight.children.get(kind) or LOOKS[kind].adds for kinds, _count in move.needs for kind in kinds)
    ]


def _mover(page: "RecordPage", name: str) -> Callable[[], object]:
    return lambda: page.take_step(name)


def may_submit(kind: Kind, sight: Sight) -> bool:
    """Say whether a record may be sent to the township now."""
    free = kind.reviewed and not sight.refused and sight.review.standing != "waiting"
    return free and sight.record is not None and visits.may_go(kind.name, sight.values)


def move_text(kind: str, move: str) -> str:
    """Return what a workflow move is called on its button."""
    return sentence(f"move_name.{kind}.{move}")


def missing(kind: Kind, sight: Sight, move: str, values: Values) -> list[Problem]:
    """Return what a move still needs, of the record as it stands in the form and of what hangs on it."""
    if not move:
        return []
    children = {name: {one.id: one.values for one in found} for name, found in sight.children.items()}
    step = next((one for one in sight.moves if one.name == move), None)
    gaps = sight.gaps if dossier.FILING.get(kind.name) == move else ()
    found = workflow.in_the_way(kind, {**sight.values, **values}, step, children) if step else []
    return [*found, *gaps]


def missing_words(kind: Kind, sight: Sight, move: str, values: Values) -> tuple[str, str]:
    """Return what is missing for the main action in one sentence ("" when nothing), and the action's hint."""
    problems = missing(kind, sight, move, values)
    hint = next((one.hint for one in sight.moves if one.name == move), "")
    words = sentence(hint) if hint and has_sentence(hint) else ""
    if not problems:
        return "", words
    text = _say(N_("steps", "{count} to go until “{step}”: {first}"))
    first = place_text(kind, problems[0])
    return text.format(count=len(problems), step=move_text(kind.name, move), first=first), words


def place_text(kind: Kind, problem: Problem) -> str:
    """Return where a problem is, in words people know."""
    if problem.code.startswith(("needs.", "dossier.", "case.")):
        return problem_text(problem)
    return field_text(kind, problem.field)


def field_text(kind: Kind, place: str) -> str:
    """Return the label of a field, or of `kind:id:field` of a linked record; "" for the whole record."""
    if place.count(":") == 2:
        child, _id, field = place.split(":")
        return f"{kind_text(child)}·{title_of(KINDS[child].fields[field])}"
    return title_of(kind.fields[place]) if place in kind.fields else ""


def remark_line(kind: Kind, place: str, text: str) -> str:
    """Return one remark of the township with the field it is about."""
    where = field_text(kind, place)
    return f"{where}：{text}" if where else text


def refused_words(kind: Kind, error: Invalid) -> str:
    """Return what stands in the way of a step, by field."""
    named = [place_text(kind, problem) for problem in error.problems]
    if not any(named):
        return sentence_of(error)  # of the record as a whole, as an unanswered remark on it
    text = _say(N_("steps", "Still missing: {fields}. Everything typed is saved."))
    return text.format(fields="、".join(dict.fromkeys(name for name in named if name)))


def done_words(kind: str, move: str) -> str:
    """Return that a step was taken."""
    return _say(N_("steps", "Done: {step}")).format(step=move_text(kind, move))


def live_form(kind: str, values: Values) -> str:
    """Return the paper that stands beside the form: the first, or the second once the record was accepted."""
    papers = LOOKS[kind].papers
    return papers[1] if len(papers) > 1 and values.get("accepted_on") else papers[0]


# ---------------------------------------------------------------- commands: on the worker


def save(
    session: Session, kind: str, record_id: bytes, values: Values, wrong: Values, reason: str = ""
) -> Changes:
    """Save a record; `wrong` values stay as its draft, without any there is none any more.

    `reason` is that of a change of a signed text.
    """
    changes = records.save(session, kind, record_id, values, reason)
    key = draft_key(kind, record_id)
    if wrong:
        drafts.keep(session, key, kind, record_id, wrong)
    else:
        drafts.drop(session, key)
    return changes


def move(session: Session, kind: str, record_id: bytes, name: str) -> Changes:
    """Take a workflow step."""
    return moves.make(session, kind, record_id, name)


def submit(session: Session, kind: str, record_id: bytes) -> Changes:
    """Send to the township."""
    return reviews.submit(session, kind, record_id, ids.new_id())
