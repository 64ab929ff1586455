"""Who signs what: each paper has its places to sign and its seal, whatever the number of parties.

The matrix of domain mediation §1.21; a place in round brackets there is local and not asked here.
"""

import pytest

import forms
from tests.forms.examples import CONTENTS, SHEET, squeezed
from tests.forms.test_long_texts import stands_whole, without_furniture

SEAL = "（人民调解委员会印章）"
OF_EACH = {
    "mediation_application": "申请人（签名盖章或按指印）：",
    "mediation_intake": "当事人（签名）",
    "mediation_rights_notice": "当事人（签名）",
    "mediation_record": "当事人（签名盖章或按指印）",
    "mediation_agreement": "当事人（签名盖章或按指印）",
    "court_confirmation_persons": "申请人（签名盖章或按指印）：",
    "court_confirmation_unit": "申请人（签名盖章或按指印）：",
}
"""What stands once for each party that signs."""
OF_OFFICE = {
    "mediation_intake": ("登记人（签名）", SEAL),
    "mediation_rights_notice": (SEAL,),
    "mediation_investigation": ("调查人（签名）", "被调查人（签名）", "记录人（签名）"),
    "mediation_evidence": ("提供人（签名或按指印）",),
    "mediation_record": ("人民调解员（签名）", "记录人（签名）"),
    "mediation_agreement": ("人民调解员（签名）", "记录人（签名）", SEAL),
    "mediation_oral_agreement": ("人民调解员（签名）", "当事人（签名，可不签）", SEAL),
    "mediation_follow_up": ("回访人（签名）", SEAL),
    "mediation_dossier_note": ("立卷人", "检查人", "立卷时间", "检查时间"),
    "mediation_power_of_attorney": ("委托人（签名盖章或按指印）", "受托人（签名）"),
    "mediation_acceptance_notice": (SEAL,),
    "mediation_termination_letter": (SEAL,),
    "mediation_closing_report": ("签名：", "（印章）"),
}
NAMES_STAND = ("mediation_application", "mediation_agreement", "mediation_oral_agreement",
               "mediation_closing_report", "court_confirmation_persons")  # fmt: skip
APPLICANTS_ALONE = {"mediation_application"}


def parties(count):
    """As many parties, each with a name of twelve characters; the first two stand on different sides."""
    return [
        {
            "side": "applicant" if number % 2 == 0 else "respondent",
            "role": "party",
            "party_type": "natural",
            "name": f"阿不都热合曼·买买提{'甲乙丙丁戊己庚辛壬癸子丑'[number]}𬭎",
            "phone": f"1380000{number:04}",
            "address": "乌江镇平原村三社17号",
        }
        for number in range(count)
    ]


def text_of(form, count, pdf_text):
    template = forms.load(form)
    found = parties(count)
    pdf = forms.render(template, CONTENTS[form] | {"case_party": found}, SHEET)
    raw = pdf_text(pdf, "-raw")
    return squeezed(raw), without_furniture(raw, template), found


@pytest.mark.parametrize("form", OF_EACH)
@pytest.mark.parametrize("count", range(1, 13))
def test_every_party_has_a_place_to_sign(form, count, pdf_text):
    text, _, found = text_of(form, count, pdf_text)
    signing = [one for one in found if form not in APPLICANTS_ALONE or one["side"] == "applicant"]
    least = 1 if form in APPLICANTS_ALONE else 2
    assert text.count(OF_EACH[form]) == max(least, len(signing))


@pytest.mark.parametrize(
    ("form", "label"), [(form, each) for form, labels in OF_OFFICE.items() for each in labels]
)
@pytest.mark.parametrize("count", [1, 12])
def test_whoever_signs_for_the_committee_has_a_place(form, label, count, pdf_text):
    assert squeezed(label) in text_of(form, count, pdf_text)[0]


@pytest.mark.parametrize("form", NAMES_STAND)
@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_each_name_of_twelve_characters_stands_whole(form, count, pdf_text):
    _, text, found = text_of(form, count, pdf_text)
    assert all(len(one["name"]) == 12 for one in found)
    assert [one["name"] for one in found if not stands_whole(one["name"], text)] == []
