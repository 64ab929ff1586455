"""The register of cases as a spreadsheet. Imported when the first is saved: the library takes its time."""

from datetime import date
from pathlib import Path

import forms
from ui.desk_paper import about_lines
from ui.pages.register import FORM, committee_of, left_out_text
from village_desk import exports
from village_desk.commands.exports import log_export
from village_desk.queries import register
from village_desk.queries.records import Record
from village_desk.session import Session
from village_desk.statistics import Period, Place

_HEADS = (
    "序号", "案件编号", "受理日期", "申请人", "被申请人", "案件名称", "纠纷类型", "案件来源", "调解员",
    "调解结果", "结案日期",
)  # fmt: skip
_WIDTHS = (6, 34, 12, 24, 24, 30, 18, 18, 14, 12, 12)
_CODED = ("dispute_type", "source", "result")


def write(session: Session, place: Place, period: Period, path: Path) -> int:
    """Write the cases the actor may export to `path`, log it, and return how many others there are.

    Raises:
        StoreTrouble: The disk is full or read-only.
    """
    held = register.register(session, place.code, period, "export")
    rows = tuple(_line(session, number, *case) for number, case in enumerate(held.cases, start=1))
    about = f"{committee_of(place)}　{period.name}"
    sheet = exports.Sheet(
        title=forms.load(FORM).title,
        about=(about, *about_lines(session)),
        heads=(tuple((head, 1) for head in _HEADS),),
        rows=rows,
        widths=_WIDTHS,
        closing=tuple(filter(None, (left_out_text(held.left_out),))),
    )
    exports.save(path, exports.workbook(sheet))
    log_export(session, "mediation_case", len(sheet.rows))
    return held.left_out


def _line(
    session: Session, number: int, case: Record, parties: tuple[tuple[str, str], ...]
) -> tuple[exports.Value, ...]:
    values, fields = case.values, session.profile.kind(case.kind).fields
    label = {
        name: session.profile.label(fields[name].codes, str(values[name])) if values.get(name) else ""
        for name in _CODED
    }
    sides = {
        wanted: "、".join(name for side, name in parties if side == wanted)
        for wanted in ("applicant", "respondent")
    }
    return (
        number,
        _text(values.get("number") or values.get("official_number")),
        _day(values.get("accepted_on")),
        sides["applicant"],
        sides["respondent"],
        _text(values.get("title")),
        label["dispute_type"],
        label["source"],
        _text(values.get("mediator")),
        label["result"],
        _day(values.get("closed_on")),
    )


def _text(value: object) -> str:
    return str(value or "")


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
