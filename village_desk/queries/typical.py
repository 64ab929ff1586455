"""What a typical case is made out of: who and where it was, and how far its text still says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from village_desk import divisions
from village_desk.deidentify import Found, Known, clean, find
from village_desk.errors import NotAllowed
from village_desk.fields import Spec
from village_desk.kinds import KINDS, Values
from village_desk.queries.papers import unit
from village_desk.queries.records import Record, children, record
from village_desk.queries.records import find as find_record
from village_desk.session import Session
from village_desk.typical_rules import TEXTS

DRAFT, CASE = "case_draft", "typical_case"
SOURCES = {"mediation_case": "case", "consultation": "consultation", "legal_aid": "legal_aid"}
"""Kinds a typical case is made out of, with the link of the draft."""

_OFFICES = ("mediator", "registrar", "recorder", "received_by", "answered_by", "investigator", "visitor")
_OTHERS = ("visited", "written_by", "reporter", "filed_by", "checked_by", "representative", "invited", "name")
_PEOPLE = frozenset((*_OFFICES, *_OTHERS))
"""Fields that hold names although search does not look for them as such."""
_ADDRESSES = frozenset(
    ("address", "registered_address", "principal_address", "agent_address", "place", "village_group")
)
_UNITS = frozenset(("workplace", "committee", "court"))
_BETWEEN = re.compile(r"[、,，;；/\n]|\s{2,}")
_FIRM = re.compile(r"(?:公司|合作社|厂|店|场|委员会|局|所|中心|学校|医院|银行|队|社|院|部)$")
_LONGEST_NAME = 12


@dataclass(frozen=True, slots=True, repr=False)
class Side:
    """One text of a draft beside what it was made out of: `source` is "" where there is none."""

    field: str
    source: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class LookedThrough:
    """A draft as it is looked through by a person.

    Attributes:
        sides: Its texts beside those of the source.
        left: What certainly still says who or where, each text once.
        asks: Words that may be ordinary, each once.
    """

    sides: tuple[Side, ...]
    left: tuple[str, ...]
    asks: tuple[str, ...]


def source_of(draft: Values) -> tuple[str, bytes] | None:
    """Return kind and id of the record a draft was made out of."""
    for kind, field in SOURCES.items():
        held = draft.get(field)
        if isinstance(held, bytes):
            return kind, held
    return None


def texts_of(session: Session, source: Record) -> Values:
    """Return the texts a draft begins with, word for word as in its source: nothing is replaced yet."""
    below = children(session, source.kind, source.id)
    values = source.values
    if source.kind == "consultation":
        names = {"title": "cause", "facts": "content", "handling": "answer"}
        return {name: values.get(of) for name, of in names.items()}
    if source.kind == "legal_aid":
        return {"title": values.get("cause"), "facts": values.get("facts"), "handling": values.get("reasons")}
    sessions = [str(one.values.get("record") or "") for one in below.get("mediation_session", [])]
    agreed = [
        str(one.values.get("terms") or "")
        for kind in ("agreement", "oral_agreement")
        for one in below.get(kind, [])
    ]
    return {
        "title": values.get("title"),
        "facts": values.get("facts"),
        "handling": "\n".join(filter(None, sessions)) or None,
        "result": "\n".join(filter(None, agreed)) or None,
    }


def known_of(session: Session, source: Record) -> Known:
    """Return what the source, all that hangs on it and its room say of who and where.

    Raises:
        NotAllowed: "typical.restricted": it is confidential and is told nobody.
    """
    if source.class_ != "normal":
        raise NotAllowed("typical.restricted")
    below = [one for found in children(session, source.kind, source.id).values() for one in found]
    deeper = [two for one in below for found in children(session, one.kind, one.id).values() for two in found]
    gathered = _Gathered()
    for one in (source, *below, *deeper):
        gathered.take(one)
        link = one.values.get("person")
        person = find_record(session, "person", link) if isinstance(link, bytes) else None
        if person is not None:
            gathered.take(person)
    gathered.take_room(session)
    return gathered.known()


def look(session: Session, draft: Record) -> LookedThrough:
    """Return a draft beside its source, with what is left in it of who and where.

    Whoever may not read the source (the county) sees the draft alone, looked through for the room's own names
    and for numbers by their shape.
    """
    of = source_of(draft.values)
    source, begun = None, Values()
    try:
        if of is not None:
            source = record(session, *of)
            begun = texts_of(session, source)
    except NotAllowed:
        source = None
    if source is not None:
        known = known_of(session, source)
    else:
        gathered = _Gathered()
        gathered.take_room(session)
        known = gathered.known()
    sides, found = [], list[Found]()
    for field in TEXTS:
        text = str(draft.values.get(field) or "")
        if text or begun.get(field):
            sides.append(Side(field, str(begun.get(field) or ""), text))
        found += find(text, known)
    left = dict.fromkeys(hit.text for hit in found if not hit.asks)
    asks = dict.fromkeys(hit.text for hit in found if hit.asks)
    return LookedThrough(tuple(sides), tuple(left), tuple(asks))


def replaced(texts: Values, known: Known) -> Values:
    """Return texts with neutral words for all that is certain."""
    return {
        name: clean(value, known).text if isinstance(value, str) else value for name, value in texts.items()
    }


class _Gathered:
    """What a record and its parts say of people, places and numbers, by the kind of its fields."""

    def __init__(self) -> None:
        self.parties: list[str] = []
        self.people: list[str] = []
        self.units: list[str] = []
        self.places: list[str] = []
        self.addresses: list[str] = []
        self.numbers: list[str] = []
        self.births: list[date] = []

    def take(self, held: Record) -> None:
        for name, spec in KINDS[held.kind].fields.items():
            value = held.values.get(name)
            if name == "born_on" and isinstance(value, date):
                self.births.append(value)
            elif isinstance(value, str) and value.strip():
                self._text(name, spec, value)

    def take_room(self, session: Session) -> None:
        """Take the names of this place, of all above it, and of the villages beside it."""
        code = session.store.unit_code
        above = [divisions.division(code[:size]) for size in (2, 4, 6, 9, 12) if size <= len(code)]
        for one in (*above, *divisions.children(code[:9])):
            self.places += [one.name, one.short_name] if one else []
        here = unit(session)
        self.places += [str(here[name]) for name in ("village", "township", "county") if here.get(name)]
        self.units.append(str(here.get("name") or ""))
        self.people.append(session.actor.name)

    def _text(self, name: str, spec: Spec, value: str) -> None:
        if spec.check in ("id_card", "phone", "uscc") or (spec.search == "number" and spec.face == "text"):
            self.numbers.append(value)
        elif name in _ADDRESSES:
            self.addresses.append(value)
        elif name in _UNITS:
            self.units.append(value)
        elif spec.face == "text" and (name in _PEOPLE or spec.search == "name"):
            people = self.parties if name == "name" else self.people
            for one in _names(value):
                (self.units if _FIRM.search(one) else people).append(one)

    def known(self) -> Known:
        return Known(
            people=tuple(dict.fromkeys([*self.parties, *self.people])),
            units=tuple(dict.fromkeys(self.units)),
            places=tuple(dict.fromkeys(self.places)),
            addresses=tuple(dict.fromkeys(self.addresses)),
            numbers=tuple(dict.fromkeys(self.numbers)),
            births=tuple(dict.fromkeys(self.births)),
        )


def _names(value: str) -> Iterator[str]:
    for one in _BETWEEN.split(value):
        name = one.strip()
        if len(name) > 1 and (len(name) <= _LONGEST_NAME or _FIRM.search(name)):
            yield name
