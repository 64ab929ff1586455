"""Somebody comes in and is passed on, the hotline calls, and the register of visitors says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from tour_cadre import NAME, PHONE, Made
from tour_hand import Hand, TourFailed

from ui.pages.chain import ChainPage
from ui.pages.consultations import ConsultationsPage
from ui.pages.intake import IntakePage
from ui.printing import page_images

_CTRL = Qt.KeyboardModifier.ControlModifier
_REGISTER = "visitor_register"
_TOLD = "在工地干了三个月，工资一直没有发。"
_OFFICE = "甘州区人力资源和社会保障局"
_CALL = "问低保怎么申请，村里还是镇上办。"


def intake(hand: Hand, made: Made, look: Callable[[str], None]) -> None:
    """Write down who comes in, pass the matter on, and look at the whole story."""
    hand.key(Qt.Key.Key_F2)
    hand.settle()
    page = hand.page()
    if not isinstance(page, IntakePage):
        raise TourFailed("F2 does not lead to the page of who comes in.")
    hand.write(page.picker.editors["name"].line, "ch")
    hand.until(lambda: page.picker.list.count() > 0, "the person already known")
    hand.press(page.picker.take_button)
    hand.settle()
    page.form.put({"topic": "T05"})
    hand.write(page.form.editors["content"].input, _TOLD)
    hand.settle()
    look("intake")
    hand.press(page.buttons["referral"])
    hand.until(lambda: hand.working.frame.current() == "referrals", "the referral")
    hand.settle()
    hand.fill(target="labour", receiver=_OFFICE, materials="2", pages="5", consented="yes")
    hand.save()
    made.keep(hand, "referral", NAME, PHONE, _TOLD, _OFFICE)
    hand.record().finish()
    hand.settle()
    sight = hand.record().sight
    if sight is None or sight.values.get("state") != "sent":
        raise TourFailed("The referral was not passed on.")
    hand.key(Qt.Key.Key_L, _CTRL)
    hand.settle()
    story = hand.page()
    if not isinstance(story, ChainPage) or len(story.lines) < len(("person", "visit", "referral")):
        raise TourFailed("The whole story does not show the person, the visit and the referral.")
    look("story")
    _call(hand, made)


def _call(hand: Hand, made: Made) -> None:
    hand.working.desk.go("hotline")
    hand.settle()
    hand.key(Qt.Key.Key_N, _CTRL)
    hand.settle()
    hand.records().picker.named.emit({"name": NAME, "phone": PHONE})
    hand.settle()
    hand.fill(category="help", content=_CALL, receiver="乌江村公共法律服务工作室", result="已电话说明材料。")
    hand.save()
    made.keep(hand, "hotline_order", NAME, PHONE, _CALL, "已电话说明材料。")
    hand.back()


def register(hand: Hand, made: Made, folder: Path) -> dict[str, int]:
    """Save the register of visitors filled and blank; return its pages."""
    hand.go("consultations")
    hand.settle()
    page = hand.page()
    if not isinstance(page, ConsultationsPage):
        raise TourFailed("The list of consultations is not shown.")
    page.show_register()
    hand.settle()
    made.typed[_REGISTER] = [NAME, PHONE]
    filled = folder / f"{_REGISTER}.pdf"
    page.register.save_file(filled)
    hand.settle()
    hand.press(page.register.blank_button)
    hand.settle()
    page.register.save_file(folder / f"{_REGISTER}.blank.pdf")
    hand.settle()
    hand.press(page.register.back_button)
    return {_REGISTER: len(list(page_images(filled.read_bytes(), 20)))}
