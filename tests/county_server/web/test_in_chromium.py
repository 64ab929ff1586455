"""The pages in a real browser: an administrator at work without a script, and no fault of accessibility."""

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe

from county_server import accounts, county
from county_server.config import Config
from county_server.web import parts, signing_in
from tests.county_server.conftest import COUNTY, VILLAGE
from tools.county_browser import chromium

pytestmark = pytest.mark.county
PASSWORD = "shan shui tian yuan"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("chromium")) as one:
        yield one


@pytest.fixture
def here(tmp_path, clock):
    """A county on SQLite: the browser sees no difference."""
    settings = Config(database=str(tmp_path / "county.db"), blobs=str(tmp_path / "blobs"))
    made = county.create(settings, COUNTY, "甘州区", clock)
    yield made
    made.close()


@pytest.fixture
def page(browser):
    """A page of a browser that runs no script."""
    context = browser.new_context(
        java_script_enabled=False, locale="zh-CN", viewport={"width": 1024, "height": 720}
    )
    yield context.new_page()
    context.close()


def _type(page, *texts):
    """Fill a form from the field that has the keyboard, and send it."""
    page.locator("input:focus").wait_for()
    for place, text in enumerate(texts):
        if place:
            page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_an_administrator_comes_in_and_enrols_a_desk_by_keys_alone(here, address, page, clock):
    user = accounts.add_user(here, "[练习]管理员", COUNTY)
    accounts.add_grant(here, user, "administrator", [COUNTY])
    accounts.add_unit(here, VILLAGE, "[练习]乌江村公共法律服务室")
    code = signing_in.begin(here, user, "guanli")
    page.goto(f"{address}/web/first")
    _type(page, "guanli", code)
    factor = pyotp.TOTP(page.locator("ol .code").inner_text())
    _type(page, PASSWORD, PASSWORD, factor.at(clock.now // 1000))
    page.wait_for_url("**/web/sign-in")
    clock.now += 30_000
    _type(page, "guanli", PASSWORD, factor.at(clock.now // 1000))
    page.wait_for_url("**/web")
    page.goto(f"{address}/web/desks")
    page.get_by_label("放在哪个单位").select_option(VILLAGE)
    page.get_by_label("[练习]管理员").check()
    page.get_by_role("button", name="生成入网码").press("Enter")
    assert page.get_by_role("heading", name="入网通知").is_visible()
    assert page.locator(".code").inner_text().count("-") >= 4


def test_no_page_has_a_serious_fault_of_accessibility_or_needs_to_be_moved_sideways(
    here, address, browser, clock
):
    context = browser.new_context(locale="zh-CN", viewport={"width": 1024, "height": 720})
    page, axe = context.new_page(), Axe()
    faults = {}
    for path in ("/web/sign-in", "/web/first"):
        page.goto(address + path)
        faults[path] = [one["id"] for one in axe.run(page).response["violations"]]
    user = accounts.add_user(here, "[练习]管理员", COUNTY)
    accounts.add_grant(here, user, "administrator", [COUNTY])
    code = signing_in.begin(here, user, "guanli")
    factor = pyotp.TOTP(signing_in.factor_of(here, "guanli", code))
    signing_in.finish_first(here, "guanli", code, PASSWORD, factor.at(clock.now // 1000))
    clock.now += 30_000
    token = signing_in.sign_in(here, "guanli", PASSWORD, factor.at(clock.now // 1000))
    context.add_cookies([{"name": "county", "value": token, "url": address}])
    for part in parts.PARTS:
        page.goto(address + part.path)
        assert page.locator("h1").count() == 1
        faults[part.path] = [one["id"] for one in axe.run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, part.path
    context.close()
    assert {path: found for path, found in faults.items() if found} == {}
