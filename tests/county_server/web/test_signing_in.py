"""Who is there: nobody comes in by half of what it takes, and nobody stays longer than they should."""

import re

import pyotp
import pytest
import requests

from county_server import accounts, app
from county_server.limits import Limits
from county_server.web import journal, pages, parts, signing_in
from county_server.web.routes import ROUTER
from tests.county_server.conftest import COUNTY, VILLAGE, running
from tests.county_server.web.conftest import PASSWORD, STEP, Browser

pytestmark = pytest.mark.county


def test_the_first_visit_gives_a_password_and_a_telephone_and_ends_in_the_county(here, browser, clock):
    user = accounts.add_user(here, "[练习]管理员", COUNTY)
    accounts.add_grant(here, user, "administrator", [COUNTY])
    code = signing_in.begin(here, user, "guanli")
    assert browser.get("/web").url.endswith("/web/sign-in")
    factor = re.search(
        r'class="code">(\w+)<', browser.send("/web/first", login="guanli", code=code).text
    ).group(1)
    now = pyotp.TOTP(factor).at(clock.now // 1000)
    both = {"login": "guanli", "code": code, "digits": now}
    assert "不一样" in browser.send("/web/first", **both, password=PASSWORD, again="another").text
    assert 'role="alert"' in browser.send("/web/first", **both, password="123456", again="123456").text
    wrong = {**both, "digits": "000000"}
    assert "动态码不对" in browser.send("/web/first", **wrong, password=PASSWORD, again=PASSWORD).text
    done = browser.send("/web/first", **both, password=PASSWORD, again=PASSWORD)
    assert done.url.endswith("/web/sign-in")
    clock.now += STEP
    digits = pyotp.TOTP(factor).at(clock.now // 1000)
    here_now = browser.send("/web/sign-in", login="guanli", password=PASSWORD, digits=digits)
    assert here_now.url.endswith("/web")
    assert "[练习]管理员" in here_now.text


def test_the_code_of_the_first_visit_works_once_and_for_three_days(here, browser, person, clock):
    made = person()
    code = signing_in.begin(here, made.user, "guanli")
    clock.now += signing_in.START_MS + 1
    assert browser.send("/web/first", login="guanli", code=code).status_code == 403
    code = signing_in.begin(here, made.user, "guanli")
    made.factor = signing_in.factor_of(here, "guanli", code)
    signing_in.finish_first(here, "guanli", code, PASSWORD, made.digits())
    assert browser.send("/web/first", login="guanli", code=code).status_code == 403


@pytest.mark.parametrize("password", ["", "nobody", PASSWORD])
def test_before_a_password_was_chosen_none_signs_in(here, browser, person, password):
    made = person()
    made.factor = signing_in.factor_of(here, made.login, signing_in.begin(here, made.user, made.login))
    reply = browser.send("/web/sign-in", login=made.login, password=password, digits=made.digits())
    assert reply.status_code == 403
    assert browser.get("/web").url.endswith("/web/sign-in")


@pytest.mark.parametrize(
    ("wrong", "value"),
    [("login", "000000"), ("password", "000000"), ("digits", "000000"), ("digits", "动态码")],
)
def test_one_wrong_thing_is_refused_and_nothing_tells_which(browser, person, wrong, value):
    made = person()
    given = {"login": made.login, "password": PASSWORD, "digits": made.digits(), wrong: value}
    reply = browser.send("/web/sign-in", **given)
    assert (reply.status_code, "登录名、密码或动态码不对" in reply.text) == (403, True)
    assert browser.get("/web").url.endswith("/web/sign-in")


def test_the_digits_of_one_moment_sign_in_once(browser, person):
    made = person()
    given = {"login": made.login, "password": PASSWORD, "digits": made.digits()}
    assert browser.send("/web/sign-in", **given).url.endswith("/web")
    assert Browser(browser.address).send("/web/sign-in", **given).status_code == 403


def test_wrong_tries_have_to_wait_each_time_longer(browser, person, clock):
    made = person()
    for _ in range(signing_in.TRIES):
        assert browser.send("/web/sign-in", login=made.login, password="x", digits="1").status_code == 403
    right = {"login": made.login, "password": PASSWORD}
    reply = browser.send("/web/sign-in", **right, digits=made.digits())
    assert reply.status_code == 429
    assert int(reply.headers["Retry-After"]) == 30
    clock.now += 31_000
    assert browser.send("/web/sign-in", login=made.login, password="x", digits="1").status_code == 403
    assert int(browser.send("/web/sign-in", **right, digits="1").headers["Retry-After"]) == 60
    clock.now += 61_000
    assert browser.send("/web/sign-in", **right, digits=made.digits()).url.endswith("/web")


def test_one_address_may_not_try_many_names(here):
    with running(app.make(here, Limits(codes_minute=1))) as address:
        browser = Browser(address)
        statuses = [
            browser.send("/web/sign-in", login=name, password="x", digits="1").status_code for name in "ab"
        ]
    assert statuses == [403, 429]


def test_a_session_ends_by_rest_by_age_with_the_grant_and_by_signing_out(here, signed_in, clock):
    def gone(one):
        return one.get("/web").url.endswith("/web/sign-in")

    rested = signed_in()
    clock.now += signing_in.REST_MS - STEP
    assert not gone(rested)
    clock.now += signing_in.REST_MS + 1
    assert gone(rested)
    old = signed_in(login="er", name="[练习]二")
    for _ in range(26):
        clock.now += signing_in.REST_MS - STEP
        last = gone(old)
    assert last
    ended = signed_in(login="san", name="[练习]三")
    accounts.revoke_grant(here, ended.person.grant)
    assert gone(ended)
    out = signed_in(login="si", name="[练习]四")
    out.send("/web/sign-out")
    assert gone(out)


NEW = "feng yu tong zhou"


def _acts(here):
    return [(entry.name, entry.act) for entry in journal.newest(here)]


def _changing(one, present=PASSWORD, password=NEW, ahead=0, again=None):
    digits = one.person.digits(ahead)
    again = password if again is None else again
    return one.send("/web/account/password", present=present, password=password, again=again, digits=digits)


def _signs_in(address, person, password, ahead):
    other = Browser(address)
    digits = person.digits(ahead)
    reply = other.send("/web/sign-in", login=person.login, password=password, digits=digits)
    return other if reply.url.endswith("/web") else None


def test_a_changed_password_ends_the_old_one_and_all_sessions_but_this(here, address, signed_in, clock):
    stranger, one = signed_in(login="er", name="[练习]二"), signed_in()
    elsewhere = _signs_in(address, one.person, PASSWORD, 0)
    clock.now += STEP
    copied = one.session.cookies.copy()
    done = _changing(one)
    assert "密码已经改好" in done.text
    assert one.get("/web").url.endswith("/web")
    assert elsewhere.get("/web").url.endswith("/web/sign-in")
    thief = requests.get(f"{address}/web", cookies=copied, timeout=20)
    assert thief.url.endswith("/web/sign-in")
    assert stranger.get("/web").url.endswith("/web")
    assert _acts(here)[0] == ("[练习]管理员", "password")
    assert _signs_in(address, one.person, NEW, 0) is None, "the digits have been used"
    assert _signs_in(address, one.person, PASSWORD, 1) is None
    assert _signs_in(address, one.person, NEW, 1)


def test_a_password_changes_with_the_right_present_one_new_digits_and_by_the_rules(
    here, address, signed_in, clock
):
    one = signed_in()
    for said, wrong in (
        ("不一样", {"again": "another"}),
        ("至少", {"password": "short"}),
        ("现在的密码或动态码不对", {"present": NEW}),
        ("现在的密码或动态码不对", {"ahead": -1}),
    ):
        reply = _changing(one, **wrong)
        assert (reply.status_code, said in reply.text) == (403, True), wrong
    assert [act for _name, act in _acts(here)].count("password_refused") == 2
    for _ in range(signing_in.TRIES - 2):
        assert _changing(one, present="x").status_code == 403
    assert _changing(one).headers["Retry-After"] == "30"
    clock.now += STEP + 1
    assert _signs_in(address, one.person, NEW, 0) is None
    clock.now += 2 * STEP + 1
    assert _signs_in(address, one.person, PASSWORD, 0)


def test_a_person_sees_their_own_sessions_and_ends_the_others(here, address, signed_in, clock):
    signed_in(login="er", name="[练习]二")
    one = signed_in()
    first = one.get("/web/account").text
    assert (first.count("就是这里"), first.count("<td>别处</td>"), "别处没有登录" in first) == (1, 0, True)
    elsewhere = _signs_in(address, one.person, PASSWORD, 0)
    assert one.get("/web/account").text.count("<td>别处</td>") == 1
    done = one.send("/web/account/others")
    assert ("都已退出" in done.text, "<td>别处</td>" in done.text) == (True, False)
    assert elsewhere.get("/web").url.endswith("/web/sign-in")
    assert _acts(here)[0] == ("[练习]管理员", "end_sessions")
    clock.now += STEP
    _signs_in(address, one.person, PASSWORD, 0)
    one.get("/web")
    clock.now += signing_in.REST_MS - STEP
    one.get("/web")
    clock.now += 2 * STEP
    assert "<td>别处</td>" not in one.get("/web/account").text, "the other has ended by rest"


def test_somebody_of_a_village_does_not_come_in(here, browser, person):
    made = person()
    accounts.revoke_grant(here, made.grant)
    accounts.add_grant(here, made.user, "village_clerk", [VILLAGE])
    reply = browser.send("/web/sign-in", login=made.login, password=PASSWORD, digits=made.digits())
    assert reply.status_code == 403


def _posts():
    return sorted(
        route.path
        for route in ROUTER.routes
        if "POST" in getattr(route, "methods", ()) and route.path not in ("/web/sign-in", "/web/first")
    )


def test_a_form_that_is_not_ours_changes_nothing(here, signed_in):
    one = signed_in()
    assert len(_posts()) >= 8
    with here.database.reading():
        before = here.database.rows("SELECT count(*) FROM web_log")
    for path in _posts():
        assert one.send(path, form_key="another").status_code == 403, path
        assert one.send(path, headers={"Origin": "https://elsewhere.example"}).status_code == 403, path
        assert one.send(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403, path
        assert Browser(one.address).send(path, allow_redirects=False).status_code == 303, path
    with here.database.reading():
        assert here.database.rows("SELECT count(*) FROM web_log") == before


OPEN = {"/", "/web/sign-in", "/web/first", "/web/style.css"}
"""What anybody may ask for: the way in."""


def test_every_page_but_the_way_in_leads_to_signing_in(address):
    app_routes = {
        (method, route.path)
        for route in ROUTER.routes
        for method in route.methods
        if method in ("GET", "POST")
    }
    assert {path for _, path in app_routes} > OPEN
    for method, path in sorted(app_routes):
        if path in OPEN:
            continue
        asked = address + re.sub(r"\{\w+:int\}", "1", path.replace("{record:str}", "0" * 32))
        reply = requests.request(method, asked, data={}, timeout=20, allow_redirects=False)
        assert (reply.status_code, reply.headers.get("Location")) == (303, "/web/sign-in"), path


def test_each_part_is_seen_by_its_roles_and_by_no_other(signed_in):
    for number, role in enumerate(signing_in.ROLES):
        one = signed_in(role, f"login{number}", f"[练习]{role}")
        for part in parts.PARTS:
            may = not part.roles or role in part.roles
            assert one.get(part.path).status_code == (200 if may else 403), (role, part.path)
            assert (f'href="{part.path}"' in one.get("/web").text) == may


def test_every_page_tells_the_browser_to_run_nothing_and_keep_nothing(signed_in):
    one = signed_in()
    for path in ("/web/sign-in", "/web/first", *(part.path for part in parts.PARTS)):
        reply = one.get(path)
        for name, value in pages.SECURITY.items():
            assert reply.headers[name] == value
        assert "<script" not in reply.text
    kept = next(iter(one.session.cookies))
    assert kept.has_nonstandard_attr("HttpOnly")
    assert kept.get_nonstandard_attr("SameSite").lower() == "strict"
