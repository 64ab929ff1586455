"""Taking in an earlier ledger of cases: looked through first, then all or nothing, and undone as a whole."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from village_desk import ids, ledger_columns, rights, times, typed, workflow
from village_desk.commands.records import checked, plain
from village_desk.errors import Invalid, Problem, UserError
from village_desk.kinds import KINDS, Values, children_of
from village_desk.ledger_columns import BY_NAME, PARTIES
from village_desk.ledgers import Ledger
from village_desk.queries import imports
from village_desk.queries.imports import Key
from village_desk.queries.records import linked, record_of, target
from village_desk.session import Changes, Session
from village_desk.store import UnitOfWork

REMEMBERED = "ledger_headings"
"""State of the desk: what people said a heading means, as JSON."""
MOVE = "bring_in"
_WITHOUT_NUMBER = "旧台账{mark}-{row}"
"""Number of a case the ledger gives none: of two imports of one room the rows have the same numbers."""
_SIDES = ("applicant", "respondent")


@dataclass(frozen=True, slots=True, repr=False)
class Wrong:
    """One cell that cannot be taken: number of the row, heading of its column, and what is wrong."""

    row: int
    heading: str
    problem: Problem


@dataclass(frozen=True, slots=True, repr=False)
class Planned:
    """One row as it would be taken in.

    Attributes:
        row: Its number in the spreadsheet.
        case: Values of the case.
        parties: Values of each party, without the case.
        content: The row word for word, a heading and its cell a line.
        twin: What is like it: number of an earlier row of the same file, or name of a case already here.
    """

    row: int
    case: Values
    parties: tuple[Values, ...]
    content: str
    twin: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Plan:
    """What taking in a ledger would do: rows that fit, those like one that is here, and all that is wrong."""

    fitting: tuple[Planned, ...]
    twins: tuple[Planned, ...]
    wrong: tuple[Wrong, ...]

    @property
    def wrong_rows(self) -> int:
        """How many rows cannot be taken."""
        return len({one.row for one in self.wrong})


@dataclass(slots=True, repr=False)
class _Row:
    number: int
    cells: Mapping[str, str]
    headings: Mapping[str, str]
    wrong: list[Wrong] = field(default_factory=list)

    def blame(self, name: str, problem: Problem) -> None:
        self.wrong.append(Wrong(self.number, self.headings.get(name, ""), problem))


def remembered(session: Session) -> dict[str, str]:
    """Return what people said earlier that a heading means: name of a target, "" for nothing."""
    found: dict[str, str] = json.loads(session.store.text_state(REMEMBERED, "{}"))
    return found


def plan(session: Session, ledger: Ledger, meanings: Sequence[str]) -> Plan:
    """Look through a ledger and say what would become of each row; nothing is written.

    Args:
        session: Who would take it in.
        ledger: As it was read.
        meanings: Name of the target of each column, "" for none.

    Raises:
        UserError: "ledger.columns": no column says who the parties are, or when it was accepted.
    """
    if not {PARTIES, "applicant.name"} & set(meanings) or "accepted_on" not in meanings:
        raise UserError("ledger.columns")
    headings = {name: ledger.head[place] for place, name in enumerate(meanings) if name}
    known = imports.known_cases(session)
    seen: dict[Key, str] = {}
    fitting, twins, wrong = [], [], []
    for number, cells in ledger.rows:
        named = {name: cells[place] for place, name in enumerate(meanings) if name}
        row = _Row(number, named, headings)
        planned = _planned(session, row, _word_for_word(row, ledger.head, cells))
        if row.wrong:
            wrong.extend(row.wrong)
            continue
        keys = _keys(planned)
        twin = next((known[key] for key in keys if key in known), "") or next(
            (seen[key] for key in keys if key in seen), ""
        )
        seen |= {key: f"#{number}" for key in keys if key not in seen}
        if twin:
            twins.append(Planned(number, planned.case, planned.parties, planned.content, twin))
        else:
            fitting.append(planned)
    return Plan(tuple(fitting), tuple(twins), tuple(wrong))


def remember(session: Session, ledger: Ledger, meanings: Sequence[str]) -> None:
    """Remember what each heading means, for the next ledger."""
    said = remembered(session) | dict(zip(ledger.head, meanings, strict=True))
    said.pop("", None)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.set_state(REMEMBERED, json.dumps(said, ensure_ascii=False, sort_keys=True))


def take_in(
    session: Session,
    import_id: bytes,
    rows: Sequence[Planned],
    told: Callable[[int], object] = lambda _done: None,
) -> Changes:
    """Make a case of each row, in one transaction: all of them or none.

    Args:
        session: Who takes them in.
        import_id: New id of 16 bytes; what `undo` is given.
        rows: As `plan` returned them.
        told: Called with how many rows are done.

    Raises:
        Invalid: A value no longer fits; nothing is made.
        NotAllowed: The actor may not make cases; nothing is made.
    """
    kinds = ("mediation_case", "case_party", "ledger_row")
    for kind in kinds:
        here = rights.Target(kind, KINDS[kind].class_, session.store.unit_scope, own=True, reader=True)
        session.actor.require("write", here)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for done, row in enumerate(rows, 1):
            uow.begin_group()
            _put(session, uow, import_id, row)
            told(done)
    return uow.touched


def undo(session: Session, import_id: bytes) -> tuple[Changes, int]:
    """Take the cases of an import out of sight; return also how many stay, for somebody worked on them since.

    Raises:
        NotAllowed: The actor may not write one of them; nothing is undone.
    """
    stay = 0
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for case_id in imports.cases_of(session, import_id):
            row = uow.row("mediation_case", case_id)
            if row is None:
                continue
            case = record_of(KINDS["mediation_case"], row)
            session.actor.require("write", target(session, case))
            if imports.worked_on(session, case):
                stay += 1
                continue
            parts = [one for kind in children_of(case.kind) for one in linked(session, kind, case_id)]
            uow.begin_group()
            for one in (*parts, case):
                uow.archive(one.kind, one.id)
    return uow.touched, stay


# ---------------------------------------------------------------- looking through


def _planned(session: Session, row: _Row, content: str) -> Planned:
    values: dict[str, Values] = {"": {}, **{side: {} for side in _SIDES}}
    today = times.legal_day(session.now())
    for name, text in row.cells.items():
        one = BY_NAME[name]
        if one.name == PARTIES or one.field == "name":
            continue
        value, problem = ledger_columns.value_of(one, text, session.profile, today)
        if problem:
            row.blame(name, problem)
        elif value is not None:
            values[one.side][one.field] = value
    case = values[""]
    parties = _parties(row, values)
    _complete(case, parties, row)
    _check(session, row, "mediation_case", {**case, "number": None}, "")
    for problem in KINDS["mediation_case"].check({"number": case.get("number")}):
        row.blame("number", problem)
    for party in parties:
        _check(session, row, "case_party", party, str(party["side"]))
    return Planned(row.number, case, parties, content)


def _parties(row: _Row, values: Mapping[str, Values]) -> tuple[Values, ...]:
    both = ledger_columns.sides_of(row.cells.get(PARTIES, ""))
    found: list[Values] = []
    for side, fallback in zip(_SIDES, both, strict=True):
        column = f"{side}.name"
        names = ledger_columns.names_of(row.cells.get(column, "")) or fallback
        if ledger_columns.unclear(names):
            row.blame(column if row.cells.get(column) else PARTIES, Problem("name", "ledger.names"))
        for place, name in enumerate(names):
            about = values[side] if place == 0 else {}
            fixed = {"side": side, "role": "party", "party_type": "natural", "order": len(found) + 1}
            found.append({"name": name, **fixed, **about})
    if not found:
        row.blame(PARTIES if PARTIES in row.headings else "applicant.name", Problem("name", "ledger.missing"))
    return tuple(found)


def _complete(case: Values, parties: Sequence[Values], row: _Row) -> None:
    """Fill what a list of cases needs to be read: a title, and the day a case without one was closed."""
    if "accepted_on" not in case and not any(one.problem.field == "accepted_on" for one in row.wrong):
        row.blame("accepted_on", Problem("accepted_on", "ledger.missing"))
    if not case.get("title") and parties:
        names = [str(party["name"]) for party in parties]
        case["title"] = typed.names_text(names, KINDS["mediation_case"].fields["title"].high or 0)
    if case.get("closed_on") and not row.cells.get("result"):
        row.blame("result" if "result" in row.headings else "closed_on", Problem("result", "ledger.missing"))
    begun, ended = case.get("accepted_on"), case.get("closed_on")
    if isinstance(begun, date) and isinstance(ended, date) and ended < begun:
        row.blame("closed_on", Problem("closed_on", "ledger.order"))


def _check(session: Session, row: _Row, kind: str, values: Values, side: str) -> None:
    given = {name: value for name, value in values.items() if value is not None}
    try:
        checked(session, session.profile.kind(kind), None, given)
    except Invalid as wrong:
        for problem in wrong.problems:
            name = f"{side}.{problem.field}" if side else problem.field
            name = PARTIES if name not in row.headings and problem.field == "name" else name
            row.blame(name, problem)


def _word_for_word(row: _Row, head: Sequence[str], cells: Sequence[str]) -> str:
    """Return the row as it is kept; of one that is longer than that its longest cell is to blame."""
    content = "\n".join(f"{name}：{cell}" for name, cell in zip(head, cells, strict=True) if cell)
    longest = max(zip(head, cells, strict=True), key=lambda each: len(each[1]))[0]
    row.wrong += [Wrong(row.number, longest, one) for one in KINDS["ledger_row"].check({"content": content})]
    return content


def _keys(planned: Planned) -> list[Key]:
    names = frozenset(str(party["name"]) for party in planned.parties)
    return imports.keys(planned.case.get("accepted_on"), names, planned.case.get("number"))


# ---------------------------------------------------------------- writing


def _put(session: Session, uow: UnitOfWork, import_id: bytes, row: Planned) -> None:
    case_id = ids.new_id()
    case = session.profile.kind("mediation_case")
    mark = import_id.hex()[-6:].upper()
    number = row.case.get("number") or _WITHOUT_NUMBER.format(mark=mark, row=row.row)
    values = checked(session, case, None, {**row.case, "number": None})
    state = workflow.initial_state("mediation_case")
    if row.case.get("result"):
        move = next(one for one in workflow.load() if (one.kind, one.name) == ("mediation_case", MOVE))
        state = move.to
    uow.put("mediation_case", case_id, {**plain(case, values), "number": number, "state": state})
    party = session.profile.kind("case_party")
    for each in row.parties:
        entered = checked(session, party, None, {**each, "case": case_id})
        uow.put("case_party", ids.new_id(), plain(party, entered))
    kept = {"case": case_id, "import_id": import_id.hex(), "row": row.row, "content": row.content}
    uow.put("ledger_row", ids.new_id(), kept)
