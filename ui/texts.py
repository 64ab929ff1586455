"""Sentences for problems and errors, and how days, moments and sizes read; all in the user's language."""

from datetime import date
from typing import TYPE_CHECKING

from village_desk.errors import Invalid, Problem, VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.ids import id_text
from village_desk.kinds import KINDS
from village_desk.sentences import sentence
from village_desk.times import Moment, legal_day, local_text

if TYPE_CHECKING:
    from village_desk.queries.records import Record
    from village_desk.queries.search import Hit

_WEEKDAYS = (
    N_("texts", "Monday"),
    N_("texts", "Tuesday"),
    N_("texts", "Wednesday"),
    N_("texts", "Thursday"),
    N_("texts", "Friday"),
    N_("texts", "Saturday"),
    N_("texts", "Sunday"),
)
_KIB = 1024


def problem_text(problem: Problem) -> str:
    """Return what is wrong with one field."""
    return sentence(problem.code, problem.details)


def sentence_of(error: VillageDeskError) -> str:
    """Return what happened, whether the data is safe and what to do; several problems are joined."""
    if isinstance(error, Invalid) and error.problems:
        return " ".join(dict.fromkeys(problem_text(problem) for problem in error.problems))
    return sentence(error.code, error.details)


def search_waits_text(count: int) -> str:
    """Return what a search has to add while the words of `count` records are still to be written."""
    words = N_("texts", "Search is still being set up; {count} records cannot be found yet.")
    return translated("texts", words).format(count=count)


def day_text(day: date) -> str:
    """Return a day with its weekday, as a heading shows it."""
    words = translated("texts", N_("texts", "{month}/{day} {weekday}"))
    weekday = translated("texts", _WEEKDAYS[day.weekday()])
    return words.format(month=day.month, day=day.day, weekday=weekday)


def moment_text(moment: Moment, now: Moment) -> str:
    """Return a moment as people say it: today 09:12, yesterday 17:40, or the date."""
    days = (legal_day(now) - legal_day(moment)).days
    clock = local_text(moment)[-5:]
    if days == 0:
        return translated("texts", N_("texts", "today {clock}")).format(clock=clock)
    if days == 1:
        return translated("texts", N_("texts", "yesterday {clock}")).format(clock=clock)
    return local_text(moment)


def span_text(span: int) -> str:
    """Return how long `span` ms are, in its two largest units: 3 days 2 hours, 2 hours 5 minutes."""
    minutes = span // 60_000
    days, hours, left = minutes // 1440, minutes // 60 % 24, minutes % 60
    texts = (
        (days, N_("texts", "{count} days")),
        (hours, N_("texts", "{count} hours")),
        (left, N_("texts", "{count} minutes")),
    )
    first = next((place for place, (count, _text) in enumerate(texts) if count), len(texts) - 1)
    said = [(count, text) for count, text in texts[first : first + 2] if count or first == len(texts) - 1]
    return " ".join(translated("texts", text).format(count=count) for count, text in said)


def kind_text(kind: str) -> str:
    """Return the name of a kind of record."""
    return translated("kinds", KINDS[kind].title)


def record_line(record: "Record | Hit") -> str:
    """Return one line that tells a record apart from others: its name, its kind, its day."""
    name = record.name or id_text(record.id)[-6:]
    return "    ".join((name, kind_text(record.kind), local_text(record.created_at)[:10]))


def field_text(kind: str, field: str) -> str:
    """Return the label of a field, or of one of a linked record (`kind:id:field`); else its name."""
    linked, _, rest = field.partition(":")
    owner, name = (linked, rest.rpartition(":")[2]) if linked in KINDS and rest else (kind, field)
    spec = KINDS[owner].fields.get(name)
    return translated("kinds", spec.label) if spec else name


def size_text(size: int) -> str:
    """Return a number of bytes for people."""
    if size < _KIB * _KIB:
        return f"{size / _KIB:,.0f} KB"
    return f"{size / _KIB / _KIB:,.1f} MB"
