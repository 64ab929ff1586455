"""The records behind a number: how they are called and how they stand, and one of them where it may be read.

The list names no person: number, unit, day and state. A record is opened only by a role that reads its kind
there, masked where the table of rights says so, and never a confidential one: those are read where their
reading is written down.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from litestar import Response, get
from litestar.params import FromPath

from county_server import accounts, figures, records
from county_server.answers import Asked as Request
from county_server.answers import county_of
from county_server.county import County
from county_server.errors import Refused
from county_server.records import Held
from county_server.viewer import may
from county_server.web import asking, cases, entries, pages, parts
from county_server.web.asking import Question
from county_server.web.signing_in import Visitor
from sync.messages import Grant
from village_desk import rights, times
from village_desk.i18n import translated
from village_desk.kinds import KINDS
from village_desk.statistics import TABLES, Asked, Cell, Row, counting

PAGE = 100
OPENED = "normal"
"""The class of records that are opened here."""


@dataclass(frozen=True, slots=True)
class Line:
    """One record of the list: `openable` says that the visitor may read it."""

    id: str
    number: str
    unit: str
    created_at: times.Moment
    state: str
    openable: bool


@get("/web/statistics/records", sync_to_thread=True, include_in_schema=False)
def behind(request: Request) -> Response[str]:
    """List the records behind a number of a village, newest first, a page of them."""
    who = pages.visitor(request, *parts.roles("/web/statistics"))
    here, given = county_of(request), request.query_params
    known = asking.look(here)
    question = asking.read(here, known, given)
    column = TABLES[question.name].columns(here.profile).get(given.get("column", ""))
    skip = pages.whole_of(given.get("skip", "0"))
    if column is None or skip is None or not asking.is_village(question.place):
        raise Refused("nonsense")
    if not asking.open_to(who, column.of):
        raise Refused("role", 403)
    with here.database.reading():
        count, found = _listed(here, who, question, given, skip)
    return pages.page(
        request,
        "statistics_records.html",
        who,
        question=question,
        given=given,
        column=column,
        kind=column.of,
        title=translated("kinds", KINDS[column.of].title),
        place=known.name(question.place),
        count=count,
        found=found,
        skip=skip,
        page=PAGE,
    )


def _listed(
    here: County, who: Visitor, question: Question, given: Mapping[str, str], skip: int
) -> tuple[int, list[Line]]:
    row = Row("", tuple(given["row"].split(","))) if "row" in given else None
    asked = Asked(TABLES[question.name], question.period, question.place)
    kind, query = counting.behind(figures.source(here), asked, Cell(given["column"], row))
    table = figures.source(here).tables[kind]
    ids = [
        bytes(one)
        for (one,) in query.order_by(table.created_at.desc(), table.id).tuples().execute(here.database.peewee)
    ]
    grants = cases.grants_of(here, who)
    shown = ids[skip : skip + PAGE]
    held = records.load(here.database, kind, shown)
    return len(ids), [_line(here, grants, held[one]) for one in shown]


def _line(here: County, grants: list[Grant], held: Held) -> Line:
    data = held.data()
    spec = held.kind.fields.get("state")
    state = here.profile.label(spec.codes, str(data.get("state") or "")) if spec and spec.codes else ""
    number = str(data.get("number") or data.get("official_number") or "")
    unit = accounts.unit(here, held.scope)[1]
    return Line(held.id.hex(), number, unit, held.created_at, state, bool(_readers(grants, held)))


def _readers(grants: list[Grant], held: Held) -> list[Grant]:
    """Return the grants under which a record may be opened here."""
    place = (held.scope, held.class_)
    return [one for one in grants if held.class_ == OPENED and may(one, "read", held.kind.name, held, place)]


@get("/web/statistics/records/{kind:str}/{record:str}", sync_to_thread=True, include_in_schema=False)
def one_record(request: Request, kind: FromPath[str], record: FromPath[str]) -> Response[str]:
    """Show one record, masked where the role sees it so."""
    who = pages.visitor(request, *parts.roles("/web/statistics"))
    here, wanted = county_of(request), pages.id_of(record)
    if kind not in KINDS:
        raise Refused("absent", 404)
    with here.database.reading():
        held = records.load(here.database, kind, [wanted]).get(wanted)
        readers = _readers(cases.grants_of(here, who), held) if held and not held.state.archived else []
        unit = accounts.unit(here, held.scope)[1] if held else ""
    if held is None or not readers:
        raise Refused("absent", 404)
    masked = all(rights.masked(one.role, kind, held.class_, sent=True) for one in readers)
    hidden = rights.masked_fields(held.kind) if masked else frozenset()
    declared = here.profile.kind(kind)
    values = declared.from_json_if_fitting(held.data())
    open_ones = {name: value for name, value in values.items() if name not in hidden}
    return pages.page(
        request,
        "statistics_record.html",
        who,
        title=translated("kinds", held.kind.title),
        unit=unit,
        created_at=held.created_at,
        lines=entries.lines(here.profile, declared, open_ones),
        masked=masked,
    )


HANDLERS = (behind, one_record)
