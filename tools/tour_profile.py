"""The county's next profile in a real Chromium: drafted page by page, checked, published with notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page
from tour_hand import TourFailed

PATH = "/web/profile"
Picture = Callable[[Page, Path], None]


def publish(page: Page, address: str, folder: Path, picture: Picture) -> None:
    """Add a field, close a code, change a sheet, and publish; a picture of every step.

    Raises:
        TourFailed: What was published is not shown as the county's.
    """
    at = f"{address}{PATH}"
    page.goto(at)
    page.get_by_role("button", name="开始起草").click()
    page.goto(f"{at}/fields")
    page.get_by_label("名称").fill("x_village_group")
    page.get_by_label("显示为").fill("村民小组[练习]")
    page.get_by_role("button", name="保存栏目").click()
    picture(page, folder / "31-profile-fields.png")
    page.goto(f"{at}/lists/outcome")
    page.get_by_label("partly 到哪天").fill("2030-12-31")
    page.get_by_role("button", name="保存 partly").click()
    picture(page, folder / "32-profile-list.png")
    page.goto(f"{at}/parameters")
    picture(page, folder / "33-profile-parameters.png")
    page.goto(f"{at}/sheets/consultation")
    text = page.locator("#text")
    text.fill(text.input_value().replace("{address}", "{addresses}", 1))
    page.get_by_role("button", name="预览").click()
    picture(page, folder / "34-profile-sheet-wrong.png")
    page.goto(f"{at}/sheets/consultation")
    text.fill(text.input_value().replace("title 22 法律咨询登记表", "title 22 法律咨询登记表（练习县）", 1))
    page.get_by_role("button", name="保存到草稿").click()
    picture(page, folder / "35-profile-sheet.png")
    page.goto(at)
    picture(page, folder / "36-profile-draft.png")
    page.get_by_role("button", name="检查草稿").click()
    picture(page, folder / "37-profile-check.png")
    page.goto(f"{at}/publish")
    page.locator("#notes").fill("增加“村民小组”；咨询登记表换了标题。[练习]")
    page.get_by_label("我看过上面的不同").check()
    picture(page, folder / "38-profile-publish.png")
    page.get_by_role("button", name="发布").click()
    page.wait_for_url(f"**{PATH}")
    if not page.get_by_role("cell", name="增加“村民小组”").is_visible():
        raise TourFailed("the county's page does not show the profile that was published")
    picture(page, folder / "39-profile-published.png")
