"""What stands beside the cases: a register of mediators, a claim for the subsidy, and an earlier ledger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from tour_cadre import CLERK, Made
from tour_hand import Hand, TourFailed

from ui.pages.ledger import LedgerPage
from village_desk.queries import lists

_CTRL = Qt.KeyboardModifier.ControlModifier
_HEAD = ("序号", "受理时间", "当事人", "纠纷类型", "纠纷简要情况", "调解结果", "办结时间", "调解员")
_FACTS = "浇水先后起争执，劝开后约定轮流浇水。"


def mediator(hand: Hand, made: Made) -> None:
    """Put a mediator on the register."""
    _begin(hand, "registers")
    unit = "乌江村人民调解委员会"
    hand.fill(name=CLERK, unit=unit, since="20250601", training="2025年6月　岗前培训，16学时。")
    hand.save()
    made.keep(hand, "mediator_registration", CLERK, unit, "2025年6月　岗前培训，16学时。")
    hand.back()


def claim(hand: Hand, made: Made) -> None:
    """Make a claim; nothing is filed yet, so its cases are named as left out."""
    _begin(hand, "subsidy")
    hand.fill(since="20260101", until="20261231", committee="乌江村人民调解委员会")
    hand.save()
    made.keep(hand, "subsidy_claim", "乌江村人民调解委员会", CLERK)
    hand.press(hand.record().bar.side_buttons[0])
    hand.settle()
    hand.back()


def ledger(hand: Hand, folder: Path, look: Callable[[str], None]) -> None:
    """Take in a ledger of which one row does not fit, and undo that."""
    path = folder / "ledger.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(_HEAD)
    for number in range(1, 9):
        day = "三月五日" if number == 5 else f"2025-03-{number:02}"
        parties = f"[练习]赵{number}与[练习]钱{number}"
        sheet.append((number, day, parties, "邻里", _FACTS, "成功", f"2025-04-{number:02}", CLERK))
    book.save(path)
    hand.working.desk.go("ledger")
    hand.settle()
    page = hand.page()
    if not isinstance(page, LedgerPage):
        raise TourFailed("The page for an earlier ledger is not shown.")
    before = _cases(hand)
    page.open_file(path)
    hand.until(lambda: page.plan.isVisible() and bool(page.plan.wanted), "what would be taken in")
    hand.settle()
    look("ledger-plan")
    hand.press(page.plan.take_button)
    hand.until(lambda: _cases(hand) == before + 7, "the cases of the ledger")
    hand.settle()
    look("ledger-taken")
    hand.press(page.undo_buttons[0])
    hand.until(lambda: _cases(hand) == before, "the cases of the ledger out of sight again")
    path.unlink()
    hand.go("mediation")


def _begin(hand: Hand, page: str) -> None:
    hand.working.desk.go(page)
    hand.settle()
    hand.key(Qt.Key.Key_N, _CTRL)
    hand.settle()


def _cases(hand: Hand) -> int:
    return lists.count(hand.working.desk.session, "mediation_case")
