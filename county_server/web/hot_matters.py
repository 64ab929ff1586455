"""What people ask about most, the county's notice to all desks (热点问题提示), and the province's file."""

from dataclasses import dataclass, replace

from litestar import Response, get, post
from litestar.params import RawBody

from county_server import figures, own, province, records
from county_server.answers import Asked as Request
from county_server.answers import county_of
from county_server.county import County
from county_server.errors import Refused
from county_server.web import asking, cases, entries, journal, pages, parts
from county_server.web.asking import Question
from county_server.web.signing_in import Visitor
from county_server.web.statistics import file
from sync.messages import Grant
from village_desk import ids, rights, times
from village_desk.errors import Invalid
from village_desk.rights import Target
from village_desk.sentences import sentence
from village_desk.statistics import TABLES, Asked, Counted, Period, before, counting, laying, period_of

KIND = "hot_matter"
OFFICE = "county_pls"
ASKED = ("title", "topic", "asked", "answer", "articles")
NEEDED = ("title", "answer")
SHOWN = 50
NO_TOPIC = ""
"""Key of consultations without a topic: they have their line in each period."""


@dataclass(frozen=True, slots=True)
class Topic:
    """How often a matter was asked about in a period, in the one before, and how many were solved."""

    code: str
    label: str
    number: int
    earlier: int
    solved: int


@get("/web/statistics/hot", sync_to_thread=True, include_in_schema=False)
def hot(request: Request) -> Response[str]:
    """Show the matters asked about most, and what was published about them."""
    return _page(request, pages.visitor(request, *parts.roles("/web/statistics")), "", {})


def _page(request: Request, who: Visitor, said: str, given: pages.Form) -> Response[str]:
    here = county_of(request)
    known = asking.look(here)
    question = asking.read(here, known, given if "span" in given else request.query_params)
    if not asking.open_to(who, "consultation"):
        raise Refused("role", 403)
    asked = entries.asked(
        here.profile, here.profile.kind(KIND), ASKED, "", times.legal_day(here.clock()), given
    )
    return pages.page(
        request,
        "statistics_hot.html",
        who,
        400 if said else 200,
        question=question,
        spans=asking.SPANS,
        above=[(code, known.name(code)) for code in known.above(question.place)],
        topics=_topics(here, question),
        published=_published(here),
        entries=[replace(one, needed=one.name in NEEDED) for one in asked],
        may_publish=OFFICE in who.roles,
        said=said,
        head=figures.head(here),
    )


def _topics(here: County, question: Question) -> list[Topic]:
    now = _by_topic(here, question, question.period)
    earlier = _by_topic(here, question, before(question.span, question.period))
    past = {row.label: earlier.numbers[at, "talks"] for at, row in enumerate(earlier.rows)}
    topics = [
        Topic(row.keys[0], row.label, now.numbers[at, "talks"], past[row.label], now.numbers[at, "solved"])
        for at, row in enumerate(now.rows)
    ]
    asked_about = [one for one in topics if one.number or one.earlier]
    return sorted(asked_about, key=lambda one: (-one.number, one.code))


def _by_topic(here: County, question: Question, period: Period) -> Counted:
    asked = Asked(TABLES["hot_topics"], period, question.place)
    return counting.tabled(
        here.profile,
        asked,
        figures.summed(here, asked, "row"),
        lambda keys: laying.rows(here.profile, asked, {*keys, NO_TOPIC}),
    )


def _published(here: County) -> list[tuple[str, list[entries.Line]]]:
    """Return the county's answers to hot matters that all may read, newest first: title and lines."""
    declared = here.profile.kind(KIND)
    with here.database.reading():
        rows = here.database.rows(
            f"SELECT id FROM {KIND} WHERE archived = 0 AND class = 'normal'"  # noqa: S608 - ours
            " ORDER BY created_at DESC LIMIT ?",
            SHOWN,
        )
        held = records.load(here.database, KIND, [bytes(one) for (one,) in rows])
    found = []
    for (one,) in rows:
        values = declared.from_json_if_fitting(held[bytes(one)].data())
        found.append((str(values.get("title") or ""), entries.lines(here.profile, declared, values)))
    return found


@post("/web/statistics/hot", sync_to_thread=True, status_code=200, include_in_schema=False)
def publish(request: Request, body: RawBody) -> Response[str] | Response[bytes]:
    """Publish a notice: a change of the county's own, which every desk gets."""
    who = pages.visitor(request, OFFICE)
    given = pages.form(request, body, who)
    here = county_of(request)
    question = asking.read(here, asking.look(here), given)
    grant = _grant(here, who)
    today = times.legal_day(here.clock())
    kind = here.profile.kind(KIND)
    try:
        values = entries.read(kind, ASKED, given, today)
    except Invalid as error:
        first = error.problems[0]
        said = f"{entries.label(kind.fields[first.field])}：{sentence(first.code, first.details)}"
        return _page(request, who, said, given)
    lacking = [entries.label(kind.fields[name]) for name in NEEDED if name not in values]
    if lacking:
        return _page(request, who, f"请填写：{'、'.join(lacking)}。没有发布。", given)
    numbers = {one.code: one.number for one in _topics(here, question)}
    values |= {"from_day": question.period.first, "to_day": question.period.last, "published_on": today}
    if values.get("topic"):
        values["times_asked"] = numbers.get(str(values["topic"]), 0)
    made = ids.new_id()
    own.write(here, grant, [own.Step(KIND, made, _scope(here), 0, values, {"profile": here.profile.version})])
    with here.database.writing():
        journal.note(here, who.user, "publish_hot", made.hex())
    return pages.away(request, question.link("/hot"))


def _scope(here: County) -> str:
    return here.code.ljust(rights.VILLAGE_DIGITS, "0")


def _grant(here: County, who: Visitor) -> Grant:
    """Return the grant under which a notice is written.

    Raises:
        Refused: "role" (403): none of them allows it.
    """
    target = Target(KIND, "normal", _scope(here), own=True, reader=True)
    with here.database.reading():
        grants = cases.grants_of(here, who)
    for one in grants:
        if rights.allowed(one.role, tuple(one.areas), "write", target):
            return one
    raise Refused("role", 403)


# ------------------------------------------------------------------ for the province


@get("/web/statistics/province", sync_to_thread=True, include_in_schema=False)
def months(request: Request) -> Response[str]:
    """Offer the months whose figures may go to the province."""
    who = pages.visitor(request, OFFICE)
    day = times.legal_day(county_of(request).clock())
    ended = []
    for _month in range(12):
        day = before("month", period_of("month", day)).first
        ended.append((day.isoformat()[:7], f"{day.year}年{day.month}月"))
    return pages.page(request, "statistics_province.html", who, months=ended)


@post("/web/statistics/province", sync_to_thread=True, status_code=200, include_in_schema=False)
def for_province(request: Request, body: RawBody) -> Response[bytes]:
    """Answer the file of a month, and note that it was taken."""
    who = pages.visitor(request, OFFICE)
    given = pages.form(request, body, who)
    here = county_of(request)
    month = province.month_of(here, given.get("month", ""))
    made = province.file(here, month)
    with here.database.writing():
        journal.note(here, who.user, "province_file", given["month"])
    return file(request, made, "application/json", f"报省统计 {here.code} {given['month']}.json")


HANDLERS = (hot, publish, months, for_province)
