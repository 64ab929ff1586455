"""A village legal adviser at a desk of their own, and the township that appoints and assesses them."""

from __future__ import annotations

from pathlib import Path

from practice_county import VILLAGE
from PySide6.QtCore import Qt
from tour_cadre import Made, papers
from tour_hand import Hand

from village_desk.commands import serving

ADVISER = "赵龘[练习]"
_CTRL = Qt.KeyboardModifier.ControlModifier
_FIRM = "祁连山律师事务所[练习]"
_ROOM = "乌江村村民委员会[练习]"
_LICENCE = "16207200910123456"
_ADVICE = "收款账户户名与乙方不一致，核实后改为乙方本人账户。"
_FINDINGS = "土地流转合同多为口头约定，建议统一使用书面文本。"
_DAY = "20261121"


def works(hand: Hand, made: Made, folder: Path) -> dict[str, int]:
    """Survey, plan, visit, opinion, check-up and report, each with its paper; pages by form."""
    _survey(hand, made)
    _plan(hand, made)
    _visit(hand, made)
    _opinion(hand, made)
    _checkup(hand, made)
    _report(hand, made)
    kinds = ("village_survey", "adviser_plan", "adviser_visit", "legal_opinion", "checkup", "adviser_report")
    return papers(hand, made, folder, kinds)


def appoints(hand: Hand, made: Made, folder: Path) -> dict[str, int]:
    """The township's contract with the adviser, and its assessment; pages by form."""
    hand.working.desk.do(lambda session: serving.choose(session, VILLAGE, "adviser_appointment"))
    hand.settle()
    _begin(hand, "adviser_contracts")
    hand.fill(number="甘乌平顾〔2026〕第1号", adviser=ADVISER, adviser_type="lawyer", firm=_FIRM)
    hand.fill(licence=_LICENCE, village=_ROOM, since="20260101", until="20261231", hours="4", visits="1")
    _keep(hand, made, "adviser_contract", "甘乌平顾〔2026〕第1号", ADVISER, _FIRM, _LICENCE, _ROOM)
    _begin(hand, "adviser_assessments")
    hand.fill(year="2026", adviser=ADVISER, firm=_FIRM, score="60")
    _keep(hand, made, "assessment", ADVISER, _FIRM)
    return papers(hand, made, folder, ("adviser_appointment", "adviser_assessment"))


def _begin(hand: Hand, page: str) -> None:
    hand.working.desk.go(page)
    hand.settle()
    hand.key(Qt.Key.Key_N, _CTRL)
    hand.settle()


def _keep(hand: Hand, made: Made, form: str, *texts: str) -> None:
    hand.save()
    made.keep(hand, form, *texts)
    hand.back()


def _line(hand: Hand, kind: str, **values: object) -> None:
    hand.press(hand.record().parts[kind].add_buttons[0])
    hand.settle()
    hand.fill(**values)
    hand.save()
    hand.back()


def _survey(hand: Hand, made: Made) -> None:
    needs = "合同审查；务工人员讨薪。"
    _begin(hand, "village_surveys")
    hand.fill(surveyed_on=_DAY, adviser=ADVISER, village=_ROOM, households="412", people="1386", needs=needs)
    _keep(hand, made, "village_survey", ADVISER, _ROOM, "1386", needs)


def _plan(hand: Hand, made: Made) -> None:
    _begin(hand, "adviser_plans")
    hand.fill(year="2026", adviser=ADVISER, firm=_FIRM, village=_ROOM, fixed_day="每月15日", visits="12")
    hand.save()
    _line(hand, "plan_item", planned_on="20261215", service="lecture", matter="民法典进村讲座")
    _keep(hand, made, "adviser_plan", ADVISER, _FIRM, "每月15日", "民法典进村讲座")


def _visit(hand: Hand, made: Made) -> None:
    _begin(hand, "adviser")
    hand.fill(adviser=ADVISER, firm=_FIRM, village=_ROOM, visited_on=_DAY, mode="on_site", findings=_FINDINGS)
    hand.save()
    _line(hand, "served_item", service="consultation", matter="承租人不交地，问能否解除合同")
    _keep(hand, made, "adviser_visit", ADVISER, _FIRM, _FINDINGS, "承租人不交地，问能否解除合同")


def _opinion(hand: Hand, made: Made) -> None:
    _begin(hand, "legal_opinions")
    hand.fill(asked_by=_ROOM, asked_on=_DAY, subject="机动地承包合同", matter="contract", advice=_ADVICE)
    hand.fill(reviewer=ADVISER, licence=_LICENCE, given_on=_DAY)
    _keep(hand, made, "legal_opinion", _ROOM, "机动地承包合同", _ADVICE, ADVISER)


def _checkup(hand: Hand, made: Made) -> None:
    problem = "集体合同没有台账。"
    _begin(hand, "checkups")
    hand.fill(checked_unit=_ROOM, checked_on=_DAY, examiners=ADVISER)
    hand.save()
    _line(hand, "checkup_risk", problem=problem, level="middle", due_on="20261231")
    _keep(hand, made, "legal_checkup", _ROOM, ADVISER, problem)


def _report(hand: Hand, made: Made) -> None:
    _begin(hand, "adviser_reports")
    hand.fill(reporting_unit=_ROOM)
    _keep(hand, made, "adviser_report", _ROOM)
