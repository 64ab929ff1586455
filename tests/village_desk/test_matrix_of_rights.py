"""Every role × kind × class × place × what a desk can do with a record, against the table of rights.

The table is read here by itself, with its words as the domain means them (services §6.2, §6.3), and not by
the code that is tested. Each question and each command is asked for every cell: no more than the table says,
and no less. A command may still refuse what a role may do, for another reason than a right.
"""

import csv
import json
from dataclasses import dataclass

import pytest

from village_desk import ids, paths, profile, rights
from village_desk.commands import exports, moves, papers, placing, records
from village_desk.commands.papers import Printed
from village_desk.errors import NotAllowed, VillageDeskError
from village_desk.keys import new_data_key
from village_desk.kinds import KINDS
from village_desk.kinds.access import ACCESS
from village_desk.queries import chain, history, lists, record_table, search
from village_desk.queries import papers as papers_query
from village_desk.queries import records as records_query
from village_desk.session import Actor, Session
from village_desk.store import Birth, create_store
from village_desk.workflow import load as load_moves

VILLAGE, NEXT, FAR = "620702101201", "620702101202", "620702102201"
AREAS = {
    **dict.fromkeys(rights.VILLAGE_ROLES, VILLAGE),
    **dict.fromkeys(("station_staff", "station_head"), VILLAGE[:9]),
}
"""Where people of a role work; of all others, the county."""
ROLES = [role for role in rights.ROLES if role != "county_device"]
USER, OTHER = ids.new_id(), ids.new_id()
PLACES = {
    "own": (VILLAGE, USER, ()),
    "other": (VILLAGE, OTHER, ()),
    "named": (VILLAGE, OTHER, (USER.hex(),)),
    "next village": (NEXT, OTHER, ()),
    "other township": (FAR, OTHER, (USER.hex(),)),
    "office": (f"{VILLAGE[:9]}000", OTHER, ()),
}
"""Where a record lies, who made it, and who is named where it is restricted."""
WORD = "金丝雀"
PROFILE = profile.load()
PRINTED = Printed("consultation", "001", 1, 1)
MOVES = [move for move in load_moves() if move.from_]


@dataclass(frozen=True)
class Planted:
    """One record and its cell."""

    id: bytes
    kind: str
    class_: str
    place: str


def table():
    """The rows of the table, by role, kind and class."""
    with (paths.RESOURCES / "rights.csv").open(encoding="utf-8", newline="") as opened:
        return {
            (role, kind, class_): row
            for row in csv.DictReader(opened)
            for role in row["role"].split()
            for kind in row["kind"].split()
            for class_ in row["class"].split()
        }


TABLE = table()


def may(role, verb, one, there=""):
    """Say what the table says: may a person of a role do this with a record, where it lies or `there`."""
    row = TABLE.get((role, one.kind, one.class_))
    lies, maker, readers = PLACES[one.place]
    scope, area = there or lies, AREAS.get(role, VILLAGE[:6])
    reached = {
        "": False,
        "own": maker == USER and scope.startswith(area),
        "unit": scope == area.ljust(12, "0"),
        "township": len(area) >= 9 and scope.startswith(area),
        "county": scope.startswith(area),
        "public": scope.startswith(area[:6]),
    }[row[verb] if row else ""]
    named = one.class_ != "restricted" or USER.hex() in readers
    pictured = verb != "read" or one.kind != "attachment" or row is None or row["masked"] != "yes"
    return reached and named and pictured


def writable(spec):
    """Say whether a field takes any words a person types."""
    return spec.face in ("text", "note") and not (spec.check or spec.read_only or spec.codes)


def text_of(kind):
    """The field of a kind that words are written into, "" where it has none."""
    return next((name for name, spec in KINDS[kind].fields.items() if writable(spec)), "")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk file with a record of every kind and class in every place."""
    store, found = create_store(tmp_path_factory.mktemp("desk"), new_data_key()), []
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("unit_code", VILLAGE)
        uow.set_state("desk_id", ids.new_id())
        for kind in KINDS:
            for class_ in rights.CLASSES:
                found += [_put(uow, kind, class_, place) for place in PLACES]
    yield store, found
    store.close_connection()


def _put(uow, kind, class_, place):
    scope, maker, readers = PLACES[place]
    one, text = Planted(ids.new_id(), kind, class_, place), text_of(kind)
    born = Birth(scope, class_, readers if class_ == "restricted" else ())
    uow.put(kind, one.id, {text: f"{WORD} {place}"} if text else {}, born=born)
    uow.execute(f'UPDATE "{kind}" SET "created_by" = ? WHERE "id" = ?', (maker.hex(), one.id))
    return one


def person(desk, role):
    """Somebody of a role at the desk; in another role the same person."""
    store, _found = desk
    actor = Actor(USER, "[练习]某", role, b"", (AREAS.get(role, VILLAGE[:6]),))
    return Session(store, actor, PROFILE, lambda: 1_795_300_000_000)


def cells(desk, role, verb, *kinds):
    """The ids a role may do this with, by the table."""
    return {one.id for one in desk[1] if (not kinds or one.kind in kinds) and may(role, verb, one)}


@pytest.mark.requirement("R065")
@pytest.mark.parametrize("role", ROLES)
def test_lists_search_and_exports_hold_what_the_table_says_no_more_and_no_less(desk, role, tmp_path):
    session = person(desk, role)
    known = {one.id for one in desk[1]}
    for kind in KINDS:
        listed = {one.id for one in lists.page(session, kind, limit=1_000)} & known
        assert listed == cells(desk, role, "read", kind), kind
        rows = record_table.sheet(session, kind, kind, lambda spec: spec.name).rows
        leaving = cells(desk, role, "read", kind) & cells(desk, role, "export", kind)
        assert len(rows) == len(leaving) or kind == ACCESS, kind  # where each of these readings is kept
    file = tmp_path / "all.jsonl"
    exports.export_lines(session, file)
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    left = {bytes.fromhex(line["id"]) for line in lines} & known
    assert left == cells(desk, role, "read") & cells(desk, role, "export")
    hit = {one.id for one in search.find_all(session, WORD, limit=10_000)}
    readable = [one for one in desk[1] if may(role, "read", one)]
    assert hit <= {one.id for one in readable if one.class_ in ("normal", "contact")}
    visits = [one for one in readable if (one.kind, one.class_) == ("consultation", "normal")]
    assert hit >= {one.id for one in visits if TABLE[role, one.kind, one.class_]["masked"] != "yes"}


@pytest.mark.parametrize("role", ROLES)
def test_what_asks_for_one_record_refuses_what_the_table_does_not_say(desk, role):
    session = person(desk, role)
    for one in desk[1]:
        asked = records_query.find(session, one.kind, one.id)
        assert (asked is not None) is may(role, "read", one), one
        if asked is None and one.class_ in ("normal", "restricted"):
            assert chain.story_of(session, one.kind, one.id).links == ()
            for query in (records_query.record, history.of, papers_query.content):
                with pytest.raises(NotAllowed):
                    query(session, one.kind, one.id)


@pytest.mark.parametrize("role", ROLES)
def test_commands_do_what_the_table_says_no_more_and_no_less(desk, role):
    session = person(desk, role)
    for one in desk[1]:
        for verb, command in commands(one).items():
            code = refused(session, command)
            allowed = may(role, verb, one) and may(role, "read", one)
            if verb == "transfer":
                allowed = allowed and whole(one.kind) and may(role, verb, one, away(one))
            assert allowed or code, (one, verb)
            assert not (allowed and code.startswith("rights.")), (one, verb, code)


def whole(kind):
    """Say whether a record is moved for itself: parts of another go along with it."""
    return not (KINDS[kind].parent or "record_kind" in KINDS[kind].fields)


def away(one):
    """Where a record is moved to: to the next village, and from there to the first."""
    return VILLAGE if one.place == "next village" else NEXT


def commands(one):
    """What may be done with a record, by the verb of the table."""
    found = {"print": lambda session: papers.record_sheet(session, (one.kind, one.id), ids.new_id(), PRINTED)}
    found["transfer"] = lambda session: placing.move_to(session, one.kind, one.id, away(one))
    text, move = text_of(one.kind), next((each for each in MOVES if each.kind == one.kind), None)
    if text:
        found["write"] = lambda session: records.save(session, one.kind, one.id, {text: f"{WORD} 改"})
    if move:
        found["move"] = lambda session: moves.make(session, one.kind, one.id, move.name)
    return found


class _Undo(Exception):
    pass


def _undo():
    raise _Undo


def refused(session, command):
    """Give the code of the refusal, "" when it is done; what was done is undone."""
    try:
        with session.store.unit_of_work(session.actor, session.now()):
            command(session)
            _undo()
    except _Undo:
        return ""
    except VillageDeskError as error:
        return error.code
