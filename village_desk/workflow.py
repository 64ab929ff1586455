"""Which state follows which: one table of moves, and the only reader of it.

The table is `resources/moves.csv`: `kind,from,move,to,roles,needs,article,hint`; several states or roles
stand in one cell, separated by spaces. The line with an empty `from` says how a record begins. `needs`
names linked records that must exist ("case_party:2"; of either kind "agreement|oral_agreement:1").
`article` is the rule that orders the step, as shown to people, and `hint` the code of a sentence. Steps:
domain services §6.6, domain mediation §3.1.

Fields a move needs are declared by the fields themselves (`Spec.required`), of the record and of the
records linked to it.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from village_desk import aid_rules, case_rules, ids, paths, typical_rules, visits
from village_desk.errors import Invalid, NotAllowed, Problem, StoreTrouble
from village_desk.kinds import Kind, children_of

TABLE = paths.RESOURCES / "moves.csv"

Children = Mapping[str, Mapping[bytes, Mapping[str, object]]]
"""Linked records: kind, then record id, then values."""

_RULES = {"mediation_case": case_rules.problems, "legal_aid": aid_rules.problems}
_COLUMNS = ("kind", "from", "move", "to", "roles", "needs", "article", "hint")


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a record from state to state.

    Attributes:
        kind: Kind of the record.
        name: The move; its button is the sentence `move_name.<kind>.<name>`.
        from_: The states it starts in; none for the beginning.
        to: The state it ends in.
        roles: Who may make it.
        needs: How many linked records of a kind, or of any of several kinds, must exist.
        article: The rule behind it, or "".
        hint: Code of a sentence that says what it means, or "".
    """

    kind: str
    name: str
    from_: tuple[str, ...]
    to: str
    roles: tuple[str, ...]
    needs: tuple[tuple[tuple[str, ...], int], ...]
    article: str
    hint: str


@cache
def load(path: Path = TABLE) -> tuple[Move, ...]:
    """Read the table at `path`, once.

    Raises:
        StoreTrouble: "moves.table": a line is wrong; names file and line. "moves.missing": no such file.
    """
    moves = []
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            rows = csv.DictReader(opened)
            if tuple(rows.fieldnames or ()) != _COLUMNS:
                raise StoreTrouble("moves.table", file=path.name, line=1)
            for row in rows:
                try:
                    moves.append(_move(row))
                except (KeyError, TypeError, ValueError) as error:
                    raise StoreTrouble("moves.table", file=path.name, line=rows.line_num) from error
    except OSError as error:
        raise StoreTrouble("moves.missing", file=path.name) from error
    return tuple(moves)


@cache
def initial_state(kind: str) -> str:
    """Return the state a new record of `kind` has, or "" for a kind without workflow."""
    return next((move.to for move in load() if move.kind == kind and not move.from_), "")


def moves_from(kind: str, state: str, *roles: str) -> list[Move]:
    """Return the moves that one of `roles` may make with a record in `state`, in the table's order."""
    at = state or initial_state(kind)
    return [
        move
        for move in load()
        if move.kind == kind and at in move.from_ and any(role in move.roles for role in roles)
    ]


def takes_part(kind: str, *roles: str) -> bool:
    """Say whether one of `roles` makes any move with records of `kind`, now or later."""
    return any(move.kind == kind and role in move.roles for move in load() for role in roles)


def missing(kind: Kind, values: Mapping[str, object], move: str, children: Children) -> list[Problem]:
    """Return what `move` still needs, of the record and of those linked to it; "submit" and "use" included.

    A field of a linked record is named `kind:id:field`, as in the remarks of a review.
    """
    problems = kind.missing(values, move)
    for child in children_of(kind.name):
        for record_id, held in children.get(child.name, {}).items():
            problems.extend(
                Problem(
                    f"{child.name}:{ids.id_text(record_id)}:{problem.field}", problem.code, problem.details
                )
                for problem in child.missing(held, move)
            )
    return problems


def lacking(move: Move, children: Children) -> list[Problem]:
    """Return a problem for each kind of linked record that `move` needs and that is not there."""
    return [
        Problem(kinds[0], f"needs.{kinds[0]}", {"count": count})
        for kinds, count in move.needs
        if sum(len(children.get(kind, {})) for kind in kinds) < count
    ]


def in_the_way(kind: Kind, values: Mapping[str, object], move: Move, children: Children) -> list[Problem]:
    """Return everything that stands in the way of `move`: what is missing, and what its rules forbid."""
    rules = _RULES.get(kind.name)
    forbidden = rules(values, move.name, children) if rules else []
    if kind.name == "case_draft":
        forbidden = typical_rules.problems(values, move.name)
    if kind.name == visits.VISIT:
        forbidden = visits.problems(values, move.name)
    return [*forbidden, *missing(kind, values, move.name, children), *lacking(move, children)]


def check_move(
    kind: Kind,
    values: Mapping[str, object],
    move: str,
    roles: str | Sequence[str],
    children: Children,
    others: Sequence[Problem] = (),
) -> str:
    """Return the state that a record of `kind` with `values` has after `move`.

    `others` is what the move needs beside fields and linked records.

    Raises:
        NotAllowed: "move.unknown": the kind has no such move; "move.state": not from this state;
            "move.role": someone else makes it. With `article`, the rule behind the move.
        Invalid: Fields or linked records are missing; all of them at once.
    """
    named = [one for one in load() if one.kind == kind.name and one.name == move and one.from_]
    if not named:
        raise NotAllowed("move.unknown", kind=kind.name, move=move)
    state = str(values.get("state") or "") or initial_state(kind.name)
    fitting = next((one for one in named if state in one.from_), None)
    if fitting is None:
        raise NotAllowed("move.state", kind=kind.name, move=move, state=state, article=named[0].article)
    held = (roles,) if isinstance(roles, str) else tuple(roles)
    if not any(role in fitting.roles for role in held):
        raise NotAllowed("move.role", kind=kind.name, move=move, role=held[0], article=fitting.article)
    problems = [*in_the_way(kind, values, fitting, children), *others]
    if problems:
        raise Invalid(problems)
    return fitting.to


def _move(row: Mapping[str, str]) -> Move:
    if not row["kind"] or not row["move"] or not row["to"] or None in row.values():
        raise ValueError
    needs = []
    for need in row["needs"].split():
        kinds, count = need.split(":")
        needs.append((tuple(kinds.split("|")), int(count)))
    return Move(
        kind=row["kind"],
        name=row["move"],
        from_=tuple(row["from"].split()),
        to=row["to"],
        roles=tuple(row["roles"].split()),
        needs=tuple(needs),
        article=row["article"],
        hint=row["hint"],
    )
