"""What follows an application for legal aid: its papers, a notice, an objection, a callback, the file."""

from __future__ import annotations

from pathlib import Path

from tour_cadre import FACTS, ID_NUMBER, NAME, PHONE, Made
from tour_hand import Hand, TourFailed

import forms
from ui.pages.aid_case import AidCasePage
from ui.pages.legal_aid import LegalAidPage
from ui.printing import page_images
from village_desk import ids
from village_desk.queries import papers

AGENCY, FIRM, LAWYER = "甘州区法律援助中心", "甘肃某律师事务所[练习]", "孙律师[练习]"
AGENT, ITEMS = "陈大山[练习]", "与邻居往来的协议；\n土地使用证复印件。"
CAUSE = "相邻通行纠纷"
RECEIPT = "material_receipt"


def course(hand: Hand, made: Made) -> None:
    """Write everything that hangs on the application beside its statement of hardship."""
    hand.working.desk.open_record("legal_aid", made.ids["legal_aid"])
    hand.settle()
    hand.fill(agency=AGENCY, cause=CAUSE, agent_name=AGENT, agent_type="entrusted", agent_id_number=ID_NUMBER)
    hand.save()
    page = hand.record()
    if not isinstance(page, AidCasePage):
        raise TourFailed("The application has no list of its papers.")
    hand.press(page.papers.button)
    hand.settle()
    made.typed |= {"material_handover": [NAME, AGENCY, "法律援助申请表"], RECEIPT: [NAME, "法律援助申请表"]}
    made.typed |= {"verification_consent": [NAME, ID_NUMBER, CAUSE]}
    _add(hand, made, "integrity_promise", [NAME, ID_NUMBER, AGENCY], written_by=AGENT)
    _add(
        hand,
        made,
        "aid_power_of_attorney",
        [NAME, AGENT, "父亲"],
        relation="父亲",
        agent_address="乌江村二社",
    )
    _add(hand, made, "supplement_notice", ["土地使用证复印件。", NAME], items=ITEMS, days="10")
    _add(hand, made, "lawyer_change", [FIRM, LAWYER, FACTS], firm=FIRM, lawyer=LAWYER, reasons=FACTS)
    _add(hand, made, "aid_objection", [NAME, ID_NUMBER, FACTS], about="refused", grounds=FACTS)
    _add(hand, made, "service_receipt", [NAME, "不予法律援助决定书"], document="不予法律援助决定书")
    _add(hand, made, "aid_callback", [NAME, PHONE, "办得很快。"], satisfaction="1", suggestion="办得很快。")
    _close(hand, made)
    hand.back()


def _add(hand: Hand, made: Made, kind: str, typed: list[str], **values: object) -> None:
    hand.press(hand.record().rare.buttons[kind][0])
    hand.settle()
    hand.fill(**values)
    hand.save()
    made.keep(hand, hand.record().look.papers[0], *typed)
    hand.back()


def _close(hand: Hand, made: Made) -> None:
    """Close the case, and let the contents of its file be written out of what it holds."""
    hand.press(hand.record().rare.buttons["aid_closing"][0])
    hand.settle()
    hand.fill(way="mediation", file_number="2026-民-0118")
    hand.save()
    made.keep(hand, "archive_contents", NAME, "2026-民-0118", "送达回证")
    page = hand.records()
    if not isinstance(page, LegalAidPage) or page.file_button is None:
        raise TourFailed("The file of the case cannot be listed.")
    hand.press(page.file_button)
    hand.settle()
    hand.back()


def receipt(hand: Hand, made: Made, folder: Path) -> dict[str, int]:
    """Save the agency's receipt filled and blank: a room that is no contact point never prints it."""
    aid_id = made.ids["legal_aid"]
    found: list[dict[str, object]] = []
    hand.working.desk.ask(lambda session: papers.content(session, "legal_aid", aid_id), found.append)
    hand.until(lambda: bool(found), "the content of a paper")
    template, sheet = forms.load(RECEIPT), forms.Sheet(id=ids.new_id())
    filled = forms.render(template, found[0], sheet)
    (folder / f"{RECEIPT}.pdf").write_bytes(filled)
    (folder / f"{RECEIPT}.blank.pdf").write_bytes(forms.render(template, {}, sheet))
    return {RECEIPT: len(list(page_images(filled, 20)))}
