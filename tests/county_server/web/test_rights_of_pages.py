"""Every page and form of the county × every role: who may open it, and whose words stand on it.

Who may open a page is what the bar of pages says (`parts.PARTS`); what may stand on it is the table of
rights. A page of no part fails the first test; that of a record shows all its role may read, and no more.
"""

import re

import pytest
import requests

from county_server import app
from county_server.limits import Limits
from county_server.web import parts
from county_server.web.signing_in import ROLES
from tests.county_server.conftest import running
from tests.county_server.dumps import dump
from tests.county_server.web import secrets
from village_desk import rights
from village_desk.kinds import KINDS, children_of

pytestmark = pytest.mark.county
OPEN = {
    ("GET", "/"),
    ("GET", "/web/sign-in"),
    ("POST", "/web/sign-in"),
    ("GET", "/web/first"),
    ("POST", "/web/first"),
    ("GET", "/web/style.css"),
}
"""Asked for before anybody has signed in."""
ANYBODY = {("POST", "/web/sign-out")}
IDS = [one.hex() for one in (secrets.APPLICATION, secrets.ORDER, secrets.REFERRAL)]
KINDS_ASKED = ("hotline_order", "referral")
_BLANK = re.compile(r"{\w+:(\w+)}")
SESSION = ("web_session",)
"""Says when somebody was last there."""


@pytest.fixture
def database_url(tmp_path):
    """One system is enough here: a right is no matter of the database."""
    return str(tmp_path / "county.db")


@pytest.fixture
def address(here):
    with running(app.make(here, Limits(device_minute=10**9, codes_minute=10**9))) as at:
        yield at


@pytest.fixture
def county(here):
    secrets.plant(here)
    return here


@pytest.fixture
def everybody(signed_in):
    """A browser for each role, in which somebody has signed in."""
    return {role: signed_in(role, f"login{place}", f"[练习]某{place}") for place, role in enumerate(ROLES)}


def routes(here):
    """Every page and form, as (method, path)."""
    return sorted(
        (method, route.path)
        for route in app.make(here).routes
        for method in route.methods
        if method in ("GET", "POST") and (route.path == "/" or route.path.startswith("/web"))
    )


def part_of(path):
    """The part of the county's work a page belongs to: the one whose path it begins with."""
    fitting = [one for one in parts.PARTS if path == one.path or path.startswith(f"{one.path}/")]
    return max(fitting, key=lambda one: len(one.path), default=None)


def filled(path):
    """The path with what may stand in its blanks."""
    if "{" not in path:
        return [path]
    some = [path]
    for name, values in (("{kind:str}", KINDS_ASKED), ("{record:str}", IDS)):
        some = [one.replace(name, value) for one in some for value in values]
    return [_BLANK.sub(lambda blank: "1" if blank[1] == "int" else "0" * 32, one) for one in some]


def guarded(here):
    return [one for one in routes(here) if one not in OPEN | ANYBODY]


def test_every_page_belongs_to_a_part(here):
    for method, path in guarded(here):
        part = part_of(path)
        assert part is not None, path
        assert part.roles or path == "/web" or part.path == "/web/account", (method, path)
        assert part.roles <= set(ROLES)


@pytest.mark.requirement("R065")
def test_nobody_opens_a_page_or_sends_a_form_of_another_role_or_unsigned(county, everybody, address):
    before = dump(county, SESSION)
    for method, path in guarded(county):
        allowed = part_of(path).roles or set(ROLES)
        for place in filled(path):
            unsigned = requests.request(method, address + place, timeout=20, allow_redirects=False)
            assert unsigned.headers.get("Location") == "/web/sign-in", place
            for role in set(ROLES) - allowed:
                one = everybody[role]
                reply = one.get(place) if method == "GET" else one.send(place, name="x", move="grant")
                assert reply.status_code == 403, (role, method, place)
                assert secrets.seen(reply.text) == set()
            for role in allowed if method == "GET" and place == part_of(path).path else ():
                assert everybody[role].get(place).status_code == 200, (role, place)
    assert dump(county, SESSION) == before


def test_no_page_shows_a_role_more_than_the_table_lets_it_read(county, everybody):
    shown = {role: set() for role in ROLES}
    for method, path in routes(county):
        for place in filled(path) if method == "GET" else ():
            for role, one in everybody.items():
                shown[role] |= secrets.seen(one.get(place).text)
    for role, words in shown.items():
        more = {word for word in words if not secrets.readable(role, *word)}
        assert not more, (role, sorted(more)[:5])
    assert {kind for kind, _class, _field in shown["administrator"]} <= {"register_person", "resource"}


def test_the_page_of_a_record_shows_all_its_role_may_read_of_it(county, everybody):
    agency = everybody["county_legal_aid"]
    place = f"/web/aid/{secrets.APPLICATION.hex()}"
    whole = secrets.seen(agency.get(place).text)
    apart = {("hardship_statement", "hardship")}
    wanted = {
        (kind.name, class_)
        for kind in (KINDS["legal_aid"], *children_of("legal_aid"))
        for class_ in rights.CLASSES
        if rights.reach("county_legal_aid", "read", kind.name, class_) and class_ != "restricted"
        if kind.name != "legal_aid" or class_ == "normal"
    }
    assert {(kind, class_) for kind, class_, _field in whole} == wanted - apart
    assert secrets.seen(agency.send(f"{place}/hardship").text) & {(*one, "name") for one in apart}, (
        "shown on asking"
    )
    listed = {(kind, class_) for kind, class_, _field in secrets.seen(agency.get("/web/aid").text)}
    assert listed == {("legal_aid", class_) for class_ in ("normal", "contact")}
