"""What a village cadre does: a consultation, a case with its chain, an application, papers, a photo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from tour_hand import Hand, TourFailed

import forms
from ui.pages.today import TodayPage
from ui.printing import page_images
from village_desk.idcards import check_id_card

_CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "陈𬭎[练习]"
OTHER = "马秀英[练习]"
ID_NUMBER = "11010519491231002X"
PHONE = "13800000001"
ADDRESS = "乌江镇乌江村三社17号"
CLERK = "王桂兰[练习]"
CONTENT = (
    "来访人称，其与邻居马秀英两家之间有一条约三米宽的公用通道，今年九月马秀英一方砌墙占去两米，"
    "农用车进不了院子。双方多次争吵，村民小组长劝说过一次没有结果，来问应当怎么办。"
)
ANSWER = (
    "不动产权利人因通行等必须利用其相邻土地的，该土地的权利人应当提供必要的便利（民法典 第二百九十一条）。"
    "建议先申请人民调解；调解不成的，可以向人民法院起诉。"
)
FACTS = "申请人与被申请人系邻居，两家之间有公用通道一条，宽三米。被申请人砌墙占用两米，申请人无法通行。"
TERMS = "一、被申请人于2026年12月10日前拆除占用通道的墙体。\n二、申请人补偿被申请人拆墙工料费1200元。"
RECORD = (
    "调解员：今天就通道的事情进行调解，双方是否同意？\n申请人：同意。\n被申请人：同意。\n"
    "经现场丈量，通道原宽三米，现剩一米。双方都愿意恢复原来的宽度。"
)
ROUNDS = 2
_PRINTED = (
    "consultation",
    "mediation_case",
    "legal_aid",
    "dispute_sweep",
    "subsidy_claim",
    "register_person",
    "publicity_activity",
    "satisfaction",
    "needs_survey",
    "complaint",
    "major_matter",
    "volunteer",
    "law_aware_person",
    "notice_board",
    "unit_profile",
    "wall_text",
    "referral",
    "hotline_order",
)
"""Kinds whose papers, and those of what hangs on them, are all forms a room prints."""
REMARK = "请写明是否告知有权申请法律援助，并注明条文。"


@dataclass
class Made:
    """What the cadre made: ids of records by kind, and the text typed into each, for the checks."""

    ids: dict[str, bytes] = field(default_factory=dict)
    typed: dict[str, list[str]] = field(default_factory=dict)

    def meet(self, hand: Hand) -> None:
        """Remember the record shown."""
        page = hand.record()
        self.ids[page.kind.name] = page.record_id()

    def keep(self, hand: Hand, form: str, *texts: str) -> None:
        """Remember the record shown and what must stand on its paper."""
        self.meet(hand)
        self.typed[form] = list(texts)


Look = Callable[[str], None]


def person(hand: Hand, made: Made) -> None:
    """Enter a person with a rare character and an ID number, which fills sex and birth date."""
    hand.go("persons")
    hand.key(Qt.Key.Key_N, _CTRL)
    hand.settle()
    if check_id_card(ID_NUMBER):
        raise TourFailed("The sample ID number is not right.")
    hand.fill(name=NAME, id_number=ID_NUMBER, phone=PHONE, address=ADDRESS, nation="01")
    hand.save()
    values = hand.record().form.values()
    if values.get("sex") != "2" or str(values.get("born_on")) != "1949-12-31":
        raise TourFailed("Sex and birth date were not filled from the ID number.")
    made.meet(hand)
    hand.back()


def consultation(hand: Hand, made: Made) -> None:
    """Find the person by pinyin initials before creating, log, answer, send to the township."""
    hand.go("consultations")
    hand.key(Qt.Key.Key_N, _CTRL)
    hand.settle()
    picker = hand.records().picker
    hand.write(picker.editors["name"].line, "ch")
    hand.until(lambda: picker.list.count() > 0, "the person already known")
    if NAME not in picker.list.item(0).text():
        raise TourFailed("The person already known was not found by pinyin initials.")
    hand.press(picker.take_button)
    hand.settle()
    if hand.record().form.values().get("name") != NAME:
        raise TourFailed("The person's name was not copied.")
    hand.fill(topic="T09", matter="1", cause="相邻通行纠纷", content=CONTENT, answer=ANSWER)
    hand.fill(handling=("1", "2"), told_legal_aid="told", outcome="partly", satisfaction="1")
    hand.fill(answered_by=CLERK)
    hand.save()
    made.keep(hand, "consultation", NAME, ID_NUMBER, "相邻通行纠纷", CONTENT, ANSWER)
    hand.press(hand.record().bar.submit_button)
    hand.settle()
    sight = hand.record().sight
    if sight is None or sight.review.standing != "waiting":
        raise TourFailed("The consultation does not wait for the township.")


def case(hand: Hand, made: Made) -> None:
    """Register a case with two parties, record a session, write the agreement."""
    hand.go("mediation")
    hand.key(Qt.Key.Key_N, _CTRL)
    hand.settle()
    hand.fill(
        title="陈𬭎与马秀英相邻通行纠纷[练习]", dispute_type="02", source="application", difficulty="simple"
    )
    hand.fill(facts=FACTS, requests="拆除占用通道的墙体\n恢复原来的宽度", mediator=CLERK)
    hand.fill(committee="乌江村人民调解委员会", accepted_on="20261121", at_stake="1200")
    hand.save()
    made.keep(hand, "mediation_application", FACTS, NAME, OTHER)
    made.typed["mediation_intake"] = [FACTS, NAME, OTHER]
    _party(hand, 0, NAME)
    _new_party(hand, made)
    _accept(hand)
    _session(hand, made)
    _agreement(hand, made)


def _party(hand: Hand, button: int, name: str) -> None:
    """Add a party who is known already."""
    hand.press(hand.record().parts["case_party"].add_buttons[button])
    hand.settle()
    picker = hand.records().picker
    hand.write(picker.editors["name"].line, name)
    hand.until(lambda: picker.list.count() > 0, "the party")
    hand.press(picker.take_button)
    hand.settle()
    hand.fill(occupation="务农")
    hand.save()
    hand.back()


def _new_party(hand: Hand, made: Made) -> None:
    """Add a party nobody knows yet: they become a person of the register too."""
    hand.press(hand.record().parts["case_party"].add_buttons[1])
    hand.settle()
    picker = hand.records().picker
    hand.write(picker.editors["name"].line, OTHER)
    hand.write(picker.editors["phone"].line, "13800000002")
    hand.until(picker.new_button.isEnabled, "the search for the party")
    hand.press(picker.new_button)
    hand.settle()
    hand.fill(sex="2", nation="01", age_told="52", occupation="务农", address="乌江镇乌江村三社18号")
    hand.save()
    made.meet(hand)
    hand.back()


def _accept(hand: Hand) -> None:
    """Take the main step, which needs both parties."""
    hand.press(hand.record().bar.main_button)
    hand.settle()
    sight = hand.record().sight
    if sight is None or sight.record is None or sight.record.state != "accepted":
        raise TourFailed("The case was not accepted.")


def _session(hand: Hand, made: Made) -> None:
    hand.press(hand.record().parts["mediation_session"].add_buttons[0])
    hand.settle()
    hand.fill(from_time="9:00", to_time="11:30", place="乌江村人民调解室", matter="相邻通行纠纷")
    hand.fill(
        present=f"{NAME}、{OTHER}",
        told_rights="yes",
        record=RECORD,
        result="success",
        mediator=CLERK,
    )
    hand.save()
    made.keep(hand, "mediation_record", *RECORD.split("\n"), "乌江村人民调解室", NAME)
    hand.back()


def _agreement(hand: Hand, made: Made) -> None:
    hand.press(hand.record().parts["agreement"].add_buttons[0])
    hand.settle()
    performance = "2026年12月10日前由被申请人自行拆除并恢复通道。"
    hand.fill(number="乌江调〔2026〕1号", facts=FACTS, terms=TERMS, performance=performance)
    hand.fill(copies="3", mediator=CLERK, due_on="20261210", total="1200")
    hand.save()
    made.keep(hand, "mediation_agreement", FACTS, *TERMS.split("\n"), performance, NAME, OTHER)
    hand.back()


def legal_aid(hand: Hand, made: Made) -> None:
    """Turn the consultation into an application, and write the statement of hardship with the household."""
    hand.working.desk.open_record("consultation", made.ids["consultation"])
    hand.settle()
    steps = hand.record().bar.steps
    name = next((text for text in steps if "法律援助" in text), "")
    if not name:
        raise TourFailed("The consultation offers no way to legal aid.")
    steps[name]()
    hand.settle()
    hand.settle()
    facts = "申请人因相邻通行与邻居发生纠纷，因经济困难无力委托律师，申请法律援助。"
    hand.fill(matter="A31-9", registered_address="甘州区乌江镇乌江村", facts=facts, postcode="734000")
    hand.save()
    made.keep(hand, "legal_aid_application", NAME, ID_NUMBER, facts)
    hand.press(hand.record().parts["hardship_statement"].add_buttons[0])
    hand.settle()
    hand.fill(name=NAME, id_number=ID_NUMBER, phone=PHONE, address=ADDRESS, sex="2")
    hand.fill(household_size="2", total_income="1850.50", has_house="yes", houses="1", house_area="90")
    hand.fill(has_car="no", savings="3000", spending="老伴长期服药，每月自费六百元。", read_out="yes")
    hand.save()
    made.keep(hand, "hardship_statement", NAME, ID_NUMBER, "老伴长期服药，每月自费六百元。", "1850.50")
    hand.press(hand.record().parts["household_member"].add_buttons[0])
    hand.settle()
    hand.fill(name="陈大山[练习]", relation="10", age="76", occupation="务农", other_income="150.50")
    hand.save()
    made.meet(hand)
    hand.back()
    hand.back()


def papers(hand: Hand, made: Made, folder: Path, kinds: Sequence[str] = _PRINTED) -> dict[str, int]:
    """F8 on each record: save every paper filled and blank, note the filled one as printed; pages by form."""
    pages: dict[str, int] = {}
    for kind in kinds:
        hand.working.desk.open_record(kind, made.ids[kind])
        hand.settle()
        hand.key(Qt.Key.Key_F8)
        hand.settle()
        preview = hand.records().preview
        for place in range(preview.list.count()):
            preview.list.setCurrentRow(place)
            hand.press(preview.filled_button)
            form = _form_of(preview.list.item(place).text())
            pages[form] = _both(hand, folder, form)
        hand.back()
    return pages


def _form_of(line: str) -> str:
    """Return the id of the form whose title begins a line of the list."""
    return next(name for name, template in forms.catalogue().items() if line.startswith(template.title))


def _both(hand: Hand, folder: Path, form: str) -> int:
    """Save the paper chosen, filled and blank; return the pages of the filled one."""
    preview = hand.records().preview
    _wait_for_paper(hand)
    if preview.warning.isVisible():
        raise TourFailed(f"{form}: {preview.warning.text()}")
    filled = folder / f"{form}.pdf"
    preview.save_file(filled)
    hand.settle()
    preview.note_printed()
    _wait_for_paper(hand)
    hand.press(preview.blank_button)
    _wait_for_paper(hand)
    preview.save_file(folder / f"{form}.blank.pdf")
    hand.settle()
    return len(list(page_images(filled.read_bytes(), 20)))


def _wait_for_paper(hand: Hand) -> None:
    hand.settle()
    hand.until(hand.records().preview.print_button.isEnabled, "the paper")


def photo(hand: Hand, made: Made, folder: Path) -> None:
    """Attach a photo of the signed sheet to the consultation: the printed page, as a camera would see it."""
    page: QImage = next(page_images((folder / "forms" / "consultation.pdf").read_bytes(), 150))
    path = folder / "signed-sheet.jpg"
    page.save(str(path), quality=80)
    hand.working.desk.open_record("consultation", made.ids["consultation"])
    hand.settle()
    hand.record().side.attachments.add(path, "签字页照片")
    hand.settle()
    path.unlink()
    if not hand.record().side.attachments.buttons:
        raise TourFailed("The photo does not stand beside the record.")


def sees_the_return(hand: Hand) -> str:
    """Today shows what came back, with the remark; return its words."""
    hand.go("today")
    page = hand.page()
    if not isinstance(page, TodayPage):
        raise TourFailed("Today is not shown.")
    texts = [" ".join(part.text() for part in card.findChildren(QLabel)) for card in page.cards]
    found = next((text for text in texts if REMARK in text), "")
    if not found:
        raise TourFailed(f"Today does not show the remark of the township, but: {texts}")
    return found


def mends(hand: Hand, made: Made) -> None:
    """Change what the remark is about, and send it again."""
    hand.working.desk.open_record("consultation", made.ids["consultation"], "answer")
    hand.settle()
    hand.fill(answer=ANSWER + "已告知有权申请法律援助（法律援助法 第二十三条）。")
    hand.save()
    hand.press(hand.record().bar.submit_button)
    hand.settle()
    sight = hand.record().sight
    if sight is None or sight.review.standing != "waiting" or sight.review.round != ROUNDS:
        raise TourFailed("The mended consultation does not wait for the township again.")
