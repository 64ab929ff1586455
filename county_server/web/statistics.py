"""The county's statistics in a browser: tables with their charts, indicators, and the files made of them."""

from typing import Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.params import RawBody

from county_server import figures, measuring
from county_server.answers import Asked as Request
from county_server.answers import county_of
from county_server.county import County
from county_server.errors import Refused
from county_server.places import Places
from county_server.web import asking, behind, charts, pages, paper, parts
from county_server.web.asking import Question
from county_server.web.signing_in import Visitor
from village_desk import exports, times
from village_desk.statistics import Column, Counted, spreadsheet, wording

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@get("/web/statistics", sync_to_thread=True, include_in_schema=False)
def tables(request: Request) -> Response[str]:
    """Show one table for a place and period: its numbers, what is below, charts and files."""
    who, here, known, question = _asked(request)
    found = asking.counted(here, who, known, question)
    group = min(question.group, len(found.groups) - 1)
    columns = found.groups[group].columns
    chosen = next((one for one in columns if one.name == question.sort), columns[0])
    below = [] if asking.is_village(question.place) else _below(known, question)
    return pages.page(
        request,
        "statistics.html",
        who,
        question=question,
        tables=asking.tables_for(here, who),
        spans=asking.SPANS,
        above=[(code, known.name(code)) for code in known.above(question.place)],
        below=below,
        found=found,
        group=group,
        columns=columns,
        chosen=chosen,
        rows_of=found.asked.table.rows,
        village=asking.is_village(question.place),
        heading=wording.heading,
        number=wording.number_text,
        first_head=wording.first_head(found),
        notes=[wording.counts_text(found.asked.table), *wording.closing(found)],
        chart=_chart(found, chosen),
        months=_months(here, question, chosen),
        head=figures.head(here),
    )


def _asked(request: Request) -> tuple[Visitor, County, Places, Question]:
    """Return who asks, where, and what.

    Raises:
        Refused: Those of `pages.visitor` and `asking.read`.
    """
    who, here = pages.visitor(request, *parts.roles("/web/statistics")), county_of(request)
    known = asking.look(here)
    return who, here, known, asking.read(here, known, request.query_params)


def _below(known: Places, question: Question) -> list[tuple[str, str]]:
    codes = known.townships() if question.place == known.county else known.within(question.place)
    return [(code, known.name(code)) for code in codes]


def _chart(found: Counted, column: Column) -> str:
    bars = [
        (
            row.label,
            found.numbers[at, column.name],
            wording.number_text(column, found.numbers[at, column.name]),
        )
        for at, row in enumerate(found.rows)
    ]
    return charts.rows(wording.heading(column), bars) if len(bars) > 1 else ""


def _months(here: County, question: Question, column: Column) -> str:
    bars = [
        (label, number, wording.number_text(column, number))
        for label, number in asking.by_month(here, question, column)
    ]
    return charts.months(f"{question.day.year}年 {wording.heading(column)}", bars)


@get("/web/statistics/indicators", sync_to_thread=True, include_in_schema=False)
def indicators(request: Request) -> Response[str]:
    """Show the 22 indicators of a place and period, each with its formula, numbers and source."""
    who, here, known, question = _asked(request)
    if not all(asking.open_to(who, kind) for kind in measuring.KINDS_READ):
        raise Refused("role", 403)
    return pages.page(
        request,
        "statistics_indicators.html",
        who,
        question=question,
        spans=asking.SPANS,
        above=[(code, known.name(code)) for code in known.above(question.place)],
        below=_below(known, question) if not asking.is_village(question.place) else [],
        measured=measuring.measured(here, known, question.asked),
        head=figures.head(here),
    )


@post("/web/statistics/count", sync_to_thread=True, status_code=200, include_in_schema=False)
def count(request: Request, body: RawBody) -> Response[bytes]:
    """Count anew now, for whoever does not want to wait a minute."""
    who, here = pages.visitor(request, *parts.roles("/web/statistics")), county_of(request)
    given = pages.form(request, body, who)
    figures.refresh(here)
    back = given.get("back", "")
    return pages.away(
        request, f"/web/statistics?{back}" if back.isprintable() and "\n" not in back else "/web"
    )


# ------------------------------------------------------------------ files


@get("/web/statistics/table.xlsx", sync_to_thread=True, include_in_schema=False)
def as_spreadsheet(request: Request) -> Response[bytes]:
    """Answer the table as a spreadsheet: every group of columns, all rows."""
    who, here, known, question = _asked(request)
    found = asking.counted(here, who, known, question)
    place = known.name(question.place)
    sheet = spreadsheet.sheet_of(found, place, _about(here, who))
    return file(
        request, exports.workbook(sheet), _XLSX, f"{found.asked.table.title} {_named(place, question)}.xlsx"
    )


@get("/web/statistics/table.pdf", sync_to_thread=True, include_in_schema=False)
def as_paper(request: Request) -> Response[bytes]:
    """Answer the table as a PDF to print."""
    who, here, known, question = _asked(request)
    found = asking.counted(here, who, known, question)
    place = known.name(question.place)
    made = paper.of_table(found, place, _about(here, who))
    return file(request, made, "application/pdf", f"{found.asked.table.title} {_named(place, question)}.pdf")


def _about(here: County, who: Visitor) -> tuple[str, ...]:
    now = figures.head(here)
    until = times.local_text(now.counted_at) if now.counted_at else "—"
    return (f"{here.name}公共法律服务　数字截至 {until}　{who.name} {times.local_text(here.clock())} 导出",)


def _named(place: str, question: Question) -> str:
    return f"{place} {question.period.name}"


def file(request: Request, made: bytes, kind: str, name: str) -> Response[Any]:
    """Answer a file to be kept under a Chinese name."""
    told = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(made, media_type=kind, headers={**pages.headers(request), "Content-Disposition": told})


HANDLERS = (tables, indicators, count, as_spreadsheet, as_paper, *behind.HANDLERS)
