"""Statistics and the register of cases, as the cadre prints and saves them."""

from __future__ import annotations

from pathlib import Path

from tour_cadre import NAME, OTHER, Made
from tour_hand import Hand, TourFailed

from ui.pages.statistics import StatisticsPage
from ui.printing import page_images

FORM = "mediation_register"


def register(hand: Hand, made: Made, folder: Path) -> dict[str, int]:
    """Save the register filled and blank, and the table as PDF and XLSX beside the forms; pages by form."""
    hand.go("statistics")
    hand.settle()
    page = _page(hand)
    if page.counted is None or page.counted.totals["total"] != 1:
        raise TourFailed("The statistics do not count the one case that was accepted.")
    hand.press(page.print_button)
    hand.settle()
    page.paper.save_file(folder.parent / "statistics.pdf")
    hand.settle()
    hand.press(page.paper.back_button)
    page.save_file(folder.parent / "statistics.xlsx")
    hand.press(page.register_button)
    hand.settle()
    made.typed[FORM] = [NAME, OTHER]
    filled = folder / f"{FORM}.pdf"
    page.register.save_file(filled)
    hand.press(page.register.blank_button)
    hand.settle()
    page.register.save_file(folder / f"{FORM}.blank.pdf")
    hand.settle()
    hand.press(page.register.back_button)
    return {FORM: len(list(page_images(filled.read_bytes(), 20)))}


def _page(hand: Hand) -> StatisticsPage:
    page = hand.page()
    if not isinstance(page, StatisticsPage):
        raise TourFailed(f"Another page is shown: {type(page).__name__}.")
    return page
