"""The registers of the room: an activity, a complaint, a volunteer, who serves, the board they stand on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from tour_cadre import CLERK, ID_NUMBER, NAME, OTHER, PHONE, Made
from tour_hand import Hand, TourFailed

from ui.pages.public_work import PublicWorkPage
from ui.pages.register_pages import SatisfactionPage
from village_desk.queries import satisfaction

_CTRL = Qt.KeyboardModifier.ControlModifier
_TOPIC = "农民工工资支付与防范电信网络诈骗"
_ROOM = "乌江村公共法律服务工作室"
_LAWYER = "赵龘[练习]"
_RULE = "第一位接待的工作人员为首问负责人，当场登记，及时办理。"
_HOURS = "每周二、四上午"


def registers(hand: Hand, made: Made) -> None:
    """Write one record into every register."""
    _activity(hand, made)
    _sheets(hand, made)
    _complaint(hand, made)
    _volunteer(hand, made)
    _law_aware(hand, made)
    _board(hand, made)
    _own_room(hand, made)


def answers(hand: Hand, look: Callable[[str], None]) -> None:
    """Turn the screen to a villager, who answers; the desk is locked behind it."""
    hand.working.desk.go("public_work")
    hand.settle()
    page = hand.page()
    shown = page.show_register("satisfaction") if isinstance(page, PublicWorkPage) else None
    if not isinstance(shown, SatisfactionPage):
        raise TourFailed("The page of satisfaction is not shown.")
    hand.settle()
    before = _answers(hand)
    screen = shown.ask_villager()
    hand.until(lambda: screen.isVisible() and hand.program.gate is not None, "the villager's screen")
    for name in screen.questions:
        screen.choices[name][0].click()
    screen.close()
    hand.until(lambda: _answers(hand) == before + 1, "the villager's answers")
    look("satisfaction-locked")


def _answers(hand: Hand) -> int:
    return satisfaction.summary(hand.working.desk.session).sheets


def _begin(hand: Hand, kind: str) -> None:
    hand.working.desk.go("public_work")
    hand.settle()
    page = hand.page()
    if not isinstance(page, PublicWorkPage):
        raise TourFailed("The page of the registers is not shown.")
    page.show_register(kind).list.setFocus()
    hand.settle()
    hand.key(Qt.Key.Key_N, _CTRL)
    hand.settle()


def _activity(hand: Hand, made: Made) -> None:
    _begin(hand, "publicity_activity")
    hand.fill(organiser=_ROOM, place="乌江村文化广场", topic=_TOPIC, speaker=_LAWYER)
    hand.fill(way=("02", "04"), audience=("08", "09"), people="86", leaflets="200")
    hand.save()
    made.keep(hand, "publicity_activity", _ROOM, _TOPIC, _LAWYER, CLERK)
    made.typed["activity_sign_in"] = [_TOPIC, "乌江村文化广场"]
    made.typed["online_guide"] = ["乌江村文化广场", CLERK]
    hand.back()


def _sheets(hand: Hand, made: Made) -> None:
    advice = "希望周末也有人在。"
    _begin(hand, "satisfaction")
    hand.fill(village="乌江村", service="consultation", attitude="1", skill="2", first="room", advice=advice)
    hand.save()
    made.keep(hand, "satisfaction", "乌江村", advice)
    hand.back()
    _begin(hand, "needs_survey")
    hand.fill(village="乌江村", sex="2", age_band="middle", problems=("T05",), first="acquaintance")
    hand.fill(ways=("home", "wechat"), times="农闲时、晚上", lectures="外出打工合同怎样签。")
    hand.save()
    made.keep(hand, "needs_survey", "乌江村", "农闲时、晚上", "外出打工合同怎样签。", CLERK)
    hand.back()


def _complaint(hand: Hand, made: Made) -> None:
    facts = "两次来访均无人接待，门上没有留电话。"
    _begin(hand, "complaint")
    hand.fill(way="visit", about_name=_LAWYER, complaint_type="delay", matter="无人接待", facts=facts)
    hand.fill(name=NAME, id_number=ID_NUMBER, phone=PHONE)
    hand.save()
    made.keep(hand, "complaint", NAME, _LAWYER, "无人接待", facts, CLERK)
    hand.back()
    _begin(hand, "major_matter")
    hand.fill(
        category="group", place="乌江村二社", people="23", facts="二十三人要求公开账目。", taken="已劝返。"
    )
    hand.save()
    made.keep(hand, "major_matter_report", CLERK, "乌江村二社", "二十三人要求公开账目。", "已劝返。")
    hand.back()


def _volunteer(hand: Hand, made: Made) -> None:
    _begin(hand, "volunteer")
    hand.fill(
        name=OTHER, sex="2", phone="13800000002", source="retired", skills=("advice",), available=_HOURS
    )
    hand.save()
    made.keep(hand, "volunteer_registration", OTHER, "13800000002", _HOURS)
    hand.press(hand.record().parts["volunteer_service"].add_buttons[0])
    hand.settle()
    hand.fill(project="协助调解用水纠纷", minutes="150", served="三社村民", rating="1")
    hand.save()
    made.meet(hand)
    made.typed["volunteer_certificate"] = [OTHER, "2.5", "协助调解用水纠纷", "三社村民"]
    hand.back()
    hand.back()


def _law_aware(hand: Hand, made: Made) -> None:
    _begin(hand, "law_aware_person")
    hand.fill(name=OTHER, sex="2", village="乌江村", source="women", certificate="甘法明0315号")
    hand.save()
    made.keep(hand, "law_aware_person", OTHER, "乌江村", "甘法明0315号", "土地承包法")
    hand.press(hand.record().parts["training"].add_buttons[0])
    hand.settle()
    hand.fill(hours="8", content="土地承包法")
    hand.save()
    made.meet(hand)
    hand.back()
    hand.back()


def _board(hand: Hand, made: Made) -> None:
    _begin(hand, "resource")
    hand.fill(category="notary", name=_LAWYER, unit="乌江公证处", phone="0936-8610002")
    hand.record().form.put({"on_board": True})
    hand.save()
    made.meet(hand)
    hand.back()
    _begin(hand, "notice_board")
    hand.fill(room=_ROOM, address="乌江村村委会一楼", hours="周一至周五 8:30—18:00", phone=PHONE)
    hand.save()
    made.keep(hand, "notice_board_a4", _ROOM, "乌江村村委会一楼", PHONE, _LAWYER, "0936-8610002")
    made.typed["notice_board_a3"] = made.typed["notice_board_a4"]
    hand.back()


def _own_room(hand: Hand, made: Made) -> None:
    """Write the profile of the room, and a rule for its wall."""
    _begin(hand, "unit_profile")
    hand.fill(name=_ROOM, platform_code="620702-17", address="乌江村村委会一楼", staff=f"{CLERK}（文书）")
    hand.save()
    made.keep(hand, "unit_profile", _ROOM, "620702-17", "乌江村村委会一楼", CLERK)
    hand.back()
    _begin(hand, "wall_text")
    hand.fill(title="首问负责制度", body=_RULE)
    hand.save()
    made.keep(hand, "wall_text_a4", "首问负责制度", _RULE, _ROOM)
    made.typed["wall_text_a3"] = made.typed["wall_text_a4"]
    hand.back()
