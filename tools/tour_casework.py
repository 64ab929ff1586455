"""The other papers of a case: what is rarely needed, the dossier, and a sweep that finds a dispute."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import tour_papers
from PySide6.QtCore import Qt
from tour_cadre import CLERK, FACTS, ID_NUMBER, NAME, OTHER, PHONE, TERMS, Made
from tour_hand import Hand, TourFailed

from ui.pages.mediation import MediationPage

PLACE = "乌江村人民调解室"
NUMBER = "乌江调〔2026〕1号"
ASKED = "问：这条通道什么时候砌的墙？\n答：2026年9月中旬砌的。"
FOUND = "浇水先后争执，已劝开，约定按轮次浇水。"
VISIT = "墙体已经拆除，通道恢复，双方没有新的争议。"
NOTE = "第3页原件由当事人保存，卷内为复印件。"
TITLE = "陈𬭎与马秀英相邻通行纠纷[练习]"


def casework(hand: Hand, made: Made) -> None:
    """Fill everything that hangs on the case beside parties, session and agreement."""
    hand.working.desk.open_record("mediation_case", made.ids["mediation_case"])
    hand.settle()
    made.typed |= {
        "mediation_rights_notice": [],
        "mediation_acceptance_notice": [NAME, OTHER],
        "mediation_termination_letter": [NAME, OTHER],
        "mediation_closing_report": [FACTS, NAME, OTHER, CLERK],
    }
    _investigation(hand, made)
    _evidence(hand, made)
    _oral(hand, made)
    _attorney(hand, made)
    _instalment(hand, made)
    _follow_up(hand, made)
    _confirmation(hand, made)
    _dossier(hand, made)
    hand.back()


def sweep(hand: Hand, made: Made) -> None:
    """Write down a sweep with one dispute found."""
    hand.go("sweeps")
    hand.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    hand.fill(area="乌江村三社", households="41", prevented="1", summary="重点走访用水、宅基地相邻户。")
    hand.save()
    made.keep(hand, "dispute_sweep", "乌江村三社", "重点走访用水、宅基地相邻户。", FOUND)
    hand.press(hand.record().parts["found_dispute"].add_buttons[0])
    hand.settle()
    hand.fill(place="三社", dispute_type="02", parties=f"{NAME}、{OTHER}", facts=FOUND, handled="prevented")
    hand.save()
    made.meet(hand)
    hand.back()


def _begin(hand: Hand, kind: str) -> None:
    hand.press(hand.record().rare.buttons[kind][0])
    hand.settle()


def _end(hand: Hand, made: Made, form: str, *texts: str) -> None:
    hand.save()
    if form:
        made.keep(hand, form, *texts)
    else:
        made.meet(hand)
    hand.back()


def _investigation(hand: Hand, made: Made) -> None:
    _begin(hand, "investigation")
    hand.fill(place=PLACE, interviewed="李大山[练习]", present=CLERK, record=ASKED)
    _end(hand, made, "mediation_investigation", PLACE, "李大山[练习]", *ASKED.split("\n"))


def _evidence(hand: Hand, made: Made) -> None:
    _begin(hand, "evidence")
    hand.fill(title="通道现场照片", source=NAME, pages="2", provided_by=NAME)
    _end(hand, made, "")
    made.typed["mediation_evidence"] = ["通道现场照片", NAME]


def _oral(hand: Hand, made: Made) -> None:
    _begin(hand, "oral_agreement")
    hand.fill(terms=TERMS, performance="当面履行。")
    _end(hand, made, "mediation_oral_agreement", FACTS, *TERMS.split("\n"), "当面履行。")


def _attorney(hand: Hand, made: Made) -> None:
    _begin(hand, "power_of_attorney")
    hand.fill(principal=NAME, principal_id=ID_NUMBER, principal_phone=PHONE, agent="陈大山[练习]")
    hand.fill(relation="儿子", powers=("evidence", "sign"), ends_on="20270131")
    _end(hand, made, "mediation_power_of_attorney", NAME, ID_NUMBER, "陈大山[练习]", "儿子")


def _instalment(hand: Hand, made: Made) -> None:
    _begin(hand, "instalment")
    hand.fill(what="支付拆墙工料费", by_whom=NAME, due_on="20261210", due_amount="1200")
    _end(hand, made, "")


def _follow_up(hand: Hand, made: Made) -> None:
    _begin(hand, "follow_up")
    hand.fill(agreement_number=NUMBER, way="visit", record=VISIT, performance="done", satisfaction="1")
    _end(hand, made, "mediation_follow_up", NUMBER, VISIT, NAME)


def _confirmation(hand: Hand, made: Made) -> None:
    _begin(hand, "court_confirmation")
    hand.fill(court="张掖市甘州区", terms=TERMS, enclosures="人民调解协议书1份。", copies="4")
    _end(hand, made, "court_confirmation_persons", *TERMS.split("\n"), "张掖市甘州区", NAME, OTHER)
    made.typed["court_confirmation_unit"] = [*TERMS.split("\n"), "张掖市甘州区", NAME]


def _dossier(hand: Hand, made: Made) -> None:
    _begin(hand, "dossier")
    hand.fill(retention="long", remark="附照片2张。", situation=NOTE, pages="17", checked_by="王喆[练习]")
    hand.save()
    made.keep(hand, "mediation_cover", TITLE, "附照片2张。")
    made.typed |= {"mediation_dossier_note": [NOTE, "王喆[练习]"], "mediation_back_cover": ["17"]}
    made.typed["mediation_contents"] = []
    hand.back()
    hand.back()


def bind(hand: Hand, made: Made, folder: Path, look: Callable[[str], None]) -> dict[str, object]:
    """Bind the dossier by one press and save it; return what its own text says of order and numbers."""
    hand.working.desk.open_record("dossier", made.ids["dossier"])
    hand.settle()
    page = hand.page()
    if not isinstance(page, MediationPage):
        raise TourFailed("The dossier is not shown.")
    card = page.meters["dossier"]
    hand.until(lambda: bool(card.words.text()), "the meter of the dossier")
    card.focus_first()
    look("dossier-meter")
    if not page.checklist.links:
        raise TourFailed("The check list finds nothing in a dossier that has faults.")
    hand.record().area.ensureWidgetVisible(page.checklist)
    page.checklist.links[0].setFocus()
    hand.settle()
    look("dossier-checklist")
    hand.press(card.bind_button)
    hand.until(page.bound.print_button.isEnabled, "the bound dossier")
    page.bound.list.setCurrentRow(1)
    hand.until(page.bound.print_button.isEnabled, "the contents of the dossier")
    hand.settle()
    look("dossier-bound")
    page.bound.save_file(folder / "dossier.pdf")
    hand.settle()
    hand.back()
    hand.settle()
    lines = hand.record().sight
    if lines is None or not lines.children["dossier_paper"]:
        raise TourFailed("The contents of the dossier were not kept.")
    made.ids["dossier_paper"] = lines.children["dossier_paper"][0].id
    hand.back()
    return tour_papers.dossier(folder / "dossier.pdf")
