"""The records of a kind as a spreadsheet: every field with its official name, the county's own too."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from village_desk import exports, times
from village_desk.fields import Spec
from village_desk.kinds import extra
from village_desk.queries import lists
from village_desk.queries.records import Record, target
from village_desk.session import Session

MOST = 5_000
"""Records of one table; a longer one is no use on paper, and the machine has 4 GB."""
_WIDTHS = {"note": 40, "text": 20, "choices": 20, "choice": 14}


def sheet(
    session: Session, kind: str, title: str, label: Callable[[Spec], str], wanted: tuple[str, str] = ("", "")
) -> exports.Sheet:
    """Return the records of a list, as it is filtered, as a table; without those the actor may not export.

    Args:
        session: Who asks.
        kind: Which kind.
        title: Of the table.
        label: Gives the heading of a field.
        wanted: Filter of the list, and the state it is narrowed to.
    """
    declared = session.profile.kind(kind)
    named = [spec for spec in declared.fields.values() if spec.paper or not _own(spec)]
    shown = [spec for spec in named if spec.face != "link"]
    rows = tuple(_row(session, shown, one) for one in _exported(session, kind, *wanted))
    return exports.Sheet(
        title=title,
        about=(times.local_text(session.now()),),
        heads=(tuple((label(spec), 1) for spec in shown),),
        rows=rows,
        widths=tuple(_WIDTHS.get(spec.face, 12) for spec in shown),
    )


def _own(spec: Spec) -> bool:
    """Say whether a field is the program's alone: filled by it, and on no paper."""
    return spec.read_only and not extra(spec.name) and spec.name not in ("state", "number")


def _exported(session: Session, kind: str, text: str, state: str) -> Iterator[Record]:
    for one in lists.page(session, kind, text=text, state=state, limit=MOST):
        if session.actor.may("export", target(session, one)):
            yield one


def _row(session: Session, shown: list[Spec], held: Record) -> tuple[exports.Value, ...]:
    return tuple(_cell(session, spec, held.values.get(spec.name)) for spec in shown)


def _cell(session: Session, spec: Spec, value: object) -> exports.Value:
    if value is None:
        return ""
    if spec.codes:
        codes = value if isinstance(value, tuple) else (value,)
        return "、".join(session.profile.label(spec.codes, str(code)) for code in codes)
    if spec.face == "yes_no":
        return "是" if value else "否"
    if spec.face == "amount" and isinstance(value, int):
        return Decimal(value) / 100
    if spec.face == "moment" and isinstance(value, int):
        return times.local_text(value)
    return value if isinstance(value, (int, date)) and not isinstance(value, bool) else str(value)
