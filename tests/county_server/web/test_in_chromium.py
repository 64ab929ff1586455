"""The pages in a real browser: an administrator at work without a script, and no fault of accessibility."""

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe

from county_server import accounts, county, enrolment
from county_server.config import Config
from county_server.web import parts, signing_in
from tests.county_server.conftest import COUNTY, VILLAGE
from tools.county_browser import chromium
from village_desk import changes

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
    page.get_by_role("heading", name="入网通知").wait_for()
    assert page.locator(".code").inner_text().count("-") >= 4


def _come_in(context, here, address, clock, *roles):
    """Let the browser be that of somebody of the county who has signed in."""
    login = roles[0].replace("_", "")
    user = accounts.add_user(here, "[练习]孙某", COUNTY)
    for role in roles:
        accounts.add_grant(here, user, role, [COUNTY])
    code = signing_in.begin(here, user, login)
    factor = pyotp.TOTP(signing_in.factor_of(here, login, code))
    signing_in.finish_first(here, login, code, PASSWORD, factor.at(clock.now // 1000))
    clock.now += 30_000
    token = signing_in.sign_in(here, login, PASSWORD, factor.at(clock.now // 1000))
    context.add_cookies([{"name": "county", "value": token, "url": address}])


def test_no_page_has_a_serious_fault_of_accessibility_or_needs_to_be_moved_sideways(
    here, address, browser, clock
):
    context = browser.new_context(locale="zh-CN", viewport={"width": 1024, "height": 720})
    page, axe = context.new_page(), Axe()
    faults = {}
    for path in ("/web/sign-in", "/web/first"):
        page.goto(address + path)
        faults[path] = [one["id"] for one in axe.run(page).response["violations"]]
    _come_in(context, here, address, clock, *signing_in.ROLES)
    for part in parts.PARTS:
        assert page.goto(address + part.path).status == 200
        assert page.locator("h1").count() == 1
        faults[part.path] = [one["id"] for one in axe.run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, part.path
    context.close()
    assert {path: found for path, found in faults.items() if found} == {}


def test_an_administrator_publishes_a_profile_and_no_page_of_it_has_a_fault(here, address, browser, clock):
    context = browser.new_context(locale="zh-CN", viewport={"width": 1366, "height": 768})
    _come_in(context, here, address, clock, "administrator")
    page, axe, faults = context.new_page(), Axe(), {}
    page.goto(f"{address}/web/profile")
    page.get_by_role("button", name="开始起草").click()
    page.goto(f"{address}/web/profile/lists/outcome")
    page.get_by_label("partly 到哪天").fill("2030-12-31")
    page.get_by_role("button", name="保存 partly").click()
    page.goto(f"{address}/web/profile/fields")
    page.get_by_label("名称").fill("x_village_group")
    page.get_by_label("显示为").fill("村民小组")
    page.get_by_role("button", name="保存栏目").click()
    page.goto(f"{address}/web/profile/sheets/consultation")
    text = page.locator("#text")
    text.fill(text.input_value().replace("法律咨询登记表", "法律咨询登记表（练习县）"))
    page.get_by_role("button", name="预览").click()
    assert page.get_by_alt_text("预览第 1 页").evaluate("one => one.naturalWidth") > 500
    page.get_by_role("button", name="保存到草稿").click()
    for part in ("", "/lists", "/lists/outcome", "/fields", "/parameters", "/sheets", *_LAST):
        page.goto(f"{address}/web/profile{part}")
        faults[part] = [one["id"] for one in axe.run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, part
    page.goto(f"{address}/web/profile")
    page.get_by_role("button", name="检查草稿").click()
    page.get_by_text("没有错误").wait_for()
    page.goto(f"{address}/web/profile/publish")
    page.locator("#notes").fill("增加村民小组")
    page.get_by_label("我看过上面的不同").check()
    page.get_by_role("button", name="发布").click()
    page.wait_for_url("**/web/profile")
    page.get_by_role("cell", name="增加村民小组").wait_for()
    assert "x_village_group" in here.profile.kind("consultation").fields
    context.close()
    assert {path: found for path, found in faults.items() if found} == {}


_LAST = ("/sheets/consultation", "/file", "/publish")


def test_the_agency_decides_and_a_desk_is_withdrawn_without_a_script(here, address, page, clock, new_desk):
    desk = new_desk()
    given = {
        "name": "[练习] 赵某",
        "number": "[练习]援申1号",
        "facts": "[练习] 拖欠劳动报酬",
        "matter": "A06",
    }
    record = desk.write({**given, "state": "drafting"}, kind="legal_aid")
    for state in ("signed", "scanned", "handed_over", "received"):
        desk.write({"state": state}, kind="legal_aid", record=record, p=len(desk.log))
    assert desk.push().verdicts == []
    desk.pull()
    _come_in(page.context, here, address, clock, "county_legal_aid", "administrator")
    page.goto(f"{address}/web/aid")
    page.get_by_role("link", name="[练习]援申1号").click()
    step = page.locator("details", has=page.locator('input[value="grant"]'))
    step.locator("summary").click()
    step.locator('[name="decided_on"]').fill("2026-11-22")
    step.locator('[name="decision"]').select_option("give")
    step.get_by_role("button").click()
    page.get_by_text("2026-11-22").first.wait_for()
    decided = [changes.decode(bytes(row.b)) for row in desk.pull()]
    assert {body.t for body in decided} == {"agency_decision", "legal_aid"}
    page.goto(f"{address}/web/statistics?span=year")
    assert page.locator("table.numbers tfoot").is_visible()
    page.goto(f"{address}/web/desks")
    page.get_by_role("button", name="撤销").press("Enter")
    page.get_by_text("已撤销").wait_for()
    assert [one.revoked_at > 0 for one in enrolment.devices(here) if one.device == desk.id] == [True]
