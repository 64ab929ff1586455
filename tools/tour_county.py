"""The county's pages in a real Chromium: the first visit of an administrator, and a picture of every part."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pyotp
import tour_profile
from county_browser import chromium
from playwright.sync_api import Page
from practice_county import COUNTY, PracticeCounty
from tour_hand import TourFailed

from county_server import accounts, county
from county_server.web import parts, signing_in

ADMINISTRATOR, LOGIN, PASSWORD = "周敏[练习]", "zhoumin", "shan shui tian yuan"
STEP = 30


def look(practice: PracticeCounty, folder: Path, home: Path) -> int:
    """Come in as a new administrator, look at every part, make a sheet for a new desk; count the pictures.

    Raises:
        TourFailed: A page did not show what it should.
    """
    folder.mkdir(parents=True)
    code = _begun(practice)
    with chromium(home) as browser:
        page = browser.new_page(locale="zh-CN", viewport={"width": 1280, "height": 800})
        _come_in(page, practice.address, code, folder)
        for number, part in enumerate(parts.PARTS, 3):
            page.goto(practice.address + part.path)
            _picture(page, folder / f"{number:02}-{part.name}.png")
        _statistics(page, practice.address, folder)
        page.goto(f"{practice.address}/web/desks")
        page.locator("input[type=checkbox]").first.check()
        page.get_by_role("button", name="生成入网码").click()
        if not re.fullmatch(r"[A-Z2-7-]{30,}", page.locator(".code").inner_text()):
            raise TourFailed("the county's page shows no code for a new desk")
        _picture(page, folder / "40-code.png")
        tour_profile.publish(page, practice.address, folder, _picture)
        _order(page, practice.address, folder)
    return len(list(folder.glob("*.png")))


def _statistics(page: Page, address: str, folder: Path) -> None:
    """Go from the county's number down to the records, and look at the pages beside it.

    Raises:
        TourFailed: The way down does not lead to a record.
    """
    page.goto(f"{address}/web/statistics?span=year")
    page.get_by_role("button", name="现在计入").or_(page.get_by_role("button", name="查看")).last.click()
    for number in range(2):
        _picture(page, folder / f"{22 + number}-statistics.png")
        page.locator("table.numbers tbody td a").first.click()
    if not page.get_by_text("这个数字由下面").is_visible():
        raise TourFailed("the county's number does not lead to its records")
    _picture(page, folder / "24-statistics_records.png")
    for number, name in enumerate(("indicators", "hot", "province"), 25):
        page.goto(f"{address}/web/statistics/{name}")
        _picture(page, folder / f"{number}-statistics_{name}.png")


def _begun(practice: PracticeCounty) -> str:
    here = county.open_county(practice.settings())
    try:
        user = accounts.add_user(here, ADMINISTRATOR, COUNTY)
        for role in ("administrator", "county_legal_aid", "county_pls", "hotline_agent", "supervisor"):
            accounts.add_grant(here, user, role, [COUNTY])
        return signing_in.begin(here, user, LOGIN)
    finally:
        here.close()


def _come_in(page: Page, address: str, code: str, folder: Path) -> None:
    page.goto(f"{address}/web/first")
    page.fill("#login", LOGIN)
    page.fill("#code", code)
    page.keyboard.press("Enter")
    factor = pyotp.TOTP(page.locator("ol .code").inner_text())
    _picture(page, folder / "01-first.png")
    now = int(time.time())
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.fill("#digits", factor.at(now))
    page.keyboard.press("Enter")
    page.wait_for_url("**/web/sign-in")
    _picture(page, folder / "02-sign-in.png")
    page.fill("#login", LOGIN)
    page.fill("#password", PASSWORD)
    page.fill("#digits", factor.at(now + STEP))  # those of now were used
    page.keyboard.press("Enter")
    page.wait_for_url("**/web")


def _order(page: Page, address: str, folder: Path) -> None:
    """Take in an order of the hotline, pass it on with a day that has gone by, and press for it (督办)."""
    page.goto(f"{address}/web/referrals/new/hotline_order")
    page.select_option("#unit", index=1)
    page.select_option("#new-category", index=1)
    for field, text in _ORDER.items():
        page.fill(f"#new-{field}", text)
    _picture(page, folder / "41-order-new.png")
    page.locator("main form button").click()
    page.fill("#send-due_on", "2026-11-03")
    page.locator("details[open] button").click()
    page.locator("summary", has_text="督办").click()
    page.fill("#urge-reason", "[练习]群众再次来电，请三日内办结并答复")
    page.locator("details[open] button").click()
    if "请三日内办结" not in page.locator("main").inner_text():
        raise TourFailed("the county's page shows no supervision of an order")
    _picture(page, folder / "42-order.png")


_ORDER = {
    "called_on": "2026-11-02",
    "name": "孙某[练习]",
    "content": "[练习]邻居占了晒谷场",
    "receiver": "[练习]乌江村",
}


def _picture(page: Page, path: Path) -> None:
    page.screenshot(path=path, full_page=True)
