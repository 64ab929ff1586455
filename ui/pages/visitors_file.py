"""The register of visitors as a spreadsheet. Imported when the first is saved: the library takes its time."""

from datetime import date
from pathlib import Path

import forms
from ui.desk_paper import about_lines
from village_desk import exports
from village_desk.commands.exports import log_export
from village_desk.queries import visitors
from village_desk.queries.records import Record
from village_desk.session import Session
from village_desk.statistics import Period, Place

_HEADS = (
    "序号", "日期", "姓名", "性别", "联系电话", "村民小组/住址", "身份类别", "方式", "事由", "简要内容",
    "处理结果", "接待人", "编号",
)  # fmt: skip
_WIDTHS = (6, 12, 14, 6, 16, 24, 24, 10, 20, 40, 20, 14, 30)
_FIELDS = ("name", "sex", "phone", "address", "groups", "channel", "topic", "content")


def write(session: Session, place: Place, period: Period, path: Path) -> int:
    """Write the visits the actor may export to `path`, log it, and return how many others there are.

    Raises:
        StoreTrouble: The disk is full or read-only.
    """
    held = visitors.visitors(session, place.code, period, "export")
    template = forms.load("visitor_register")
    sheet = exports.Sheet(
        title=f"{place.name}{template.title}",
        about=(period.name, *about_lines(session)),
        heads=(tuple((head, 1) for head in _HEADS),),
        rows=tuple(_line(session, number, one) for number, one in enumerate(held.visits, start=1)),
        widths=_WIDTHS,
        closing=(_closing(session, held, place, period),),
    )
    exports.save(path, exports.workbook(sheet))
    log_export(session, "consultation", len(sheet.rows))
    return held.left_out


def _closing(session: Session, held: visitors.Visitors, place: Place, period: Period) -> str:
    sums = visitors.content(session, held, place.name, period)["list"]
    said = dict(sums) if isinstance(sums, dict) else {}
    return f"人次合计：{said['total']}　其中电话：{said['calls']}　重点人群：{said['priority']}"


def _line(session: Session, number: int, visit: Record) -> tuple[exports.Value, ...]:
    day = visit.values.get("met_on")
    return (
        number,
        day if isinstance(day, date) else None,
        *(_text(session, visit, name) for name in _FIELDS),
        visitors.result(session, visit),
        str(visit.values.get("received_by") or ""),
        str(visit.values.get("number") or ""),
    )


def _text(session: Session, visit: Record, name: str) -> str:
    spec, value = session.profile.kind(visit.kind).fields[name], visit.values.get(name)
    if isinstance(value, tuple):
        return "、".join(session.profile.label(spec.codes, str(code)) for code in value)
    return session.profile.label(spec.codes, str(value)) if spec.codes and value else str(value or "")
