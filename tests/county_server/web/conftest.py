"""People of the county at a browser: signed in over real HTTP, with the digits their telephone would show."""

import re
from dataclasses import dataclass, field

import pyotp
import pytest
import requests
from argon2 import PasswordHasher

from county_server import accounts
from county_server.web import signing_in
from tests.county_server.conftest import COUNTY

PASSWORD = "shan shui tian yuan"
STEP = 30_000


@dataclass
class Browser:
    """One browser: pages and forms as a person uses them."""

    address: str
    session: requests.Session = field(default_factory=requests.Session)
    form_key: str = ""

    def get(self, path, **more):
        reply = self.session.get(self.address + path, timeout=20, **more)
        found = re.search(r'name="form_key" value="([^"]+)"', reply.text)
        self.form_key = found.group(1) if found else self.form_key
        return reply

    def send(self, path, *, allow_redirects=True, headers=None, **values):
        values = {"form_key": self.form_key, **values}
        return self.session.post(
            self.address + path, data=values, timeout=20, allow_redirects=allow_redirects, headers=headers
        )


@dataclass
class Person:
    """Somebody who may sign in: their telephone shows `digits()`."""

    user: bytes
    grant: bytes
    login: str
    factor: str
    clock: object

    def digits(self, ahead=0):
        return pyotp.TOTP(self.factor).at((self.clock.now + ahead * STEP) // 1000)


@pytest.fixture(autouse=True)
def _a_guess_is_cheap_here(monkeypatch):
    monkeypatch.setattr(signing_in, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))


@pytest.fixture
def browser(address):
    return Browser(address)


@pytest.fixture
def person(here, clock):
    """Return a function that makes a person of the county who has been through their first visit."""

    def make(role="administrator", login="guanli", name="[练习]管理员"):
        user = accounts.add_user(here, name, COUNTY)
        grant = accounts.add_grant(here, user, role, [COUNTY])
        code = signing_in.begin(here, user, login)
        made = Person(user, grant, login, signing_in.factor_of(here, login, code), clock)
        signing_in.finish_first(here, login, code, PASSWORD, made.digits())
        clock.now += STEP
        return made

    return make


@pytest.fixture
def signed_in(browser, person, clock):
    """Return a function that gives a browser in which a person of this role has signed in."""

    def make(role="administrator", login="guanli", name="[练习]管理员"):
        made = person(role, login, name)
        one = Browser(browser.address)
        reply = one.send("/web/sign-in", login=made.login, password=PASSWORD, digits=made.digits())
        assert reply.url == f"{browser.address}/web"
        clock.now += STEP
        one.get("/web")
        one.person = made
        return one

    return make
