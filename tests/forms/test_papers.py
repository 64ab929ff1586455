"""Every form, filled and blank: what a county, an archive and a scanner would look at."""

import io
import subprocess

import pikepdf
import pikepdf.pdfa
import pypdfium2
import pytest
import zxingcpp

import forms
from tests.forms.examples import BLANK_SHEET, CONTENTS, LABELS, OPTIONS, SHEET, squeezed, strings

FORMS = tuple(forms.catalogue())
PAPERS = [
    pytest.param(form, filled, id=f"{form}-{name}")
    for form in FORMS
    for filled, name in ((1, "filled"), (0, "blank"))
]

WITHOUT_TEXT = {"mediation_back_cover", "mediation_rights_notice"}

pytestmark = pytest.mark.sheet


def paper(form: str, filled: int) -> bytes:
    template = forms.load(form)
    return forms.render(template, CONTENTS[form] if filled else {}, SHEET if filled else BLANK_SHEET)


def test_every_form_has_an_example_and_its_labels():
    assert set(FORMS) == set(CONTENTS) == set(LABELS)


@pytest.mark.requirement("R088")
@pytest.mark.parametrize(("form", "filled"), PAPERS)
def test_all_labels_stand_on_the_paper_in_order(form, filled, pdf_text):
    text = squeezed(pdf_text(paper(form, filled), "-raw"))
    at = 0
    for label in LABELS[form]:
        found = text.find(label, at)
        assert found >= 0, f"{label} is missing or out of order"
        at = found + len(label)
    for option in OPTIONS.get(form, ()):
        assert option in text


@pytest.mark.parametrize("form", FORMS)
def test_every_typed_text_can_be_read_back_exactly(form, pdf_text):
    text = squeezed(pdf_text(paper(form, 1), "-raw"))
    typed = strings(CONTENTS[form])
    assert typed or form in WITHOUT_TEXT
    for value in typed:
        for line in value.split("\n"):
            assert squeezed(line) in text


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("consultation", "汉族"),
        ("legal_aid_application", "汉族"),
        ("hardship_statement", "配偶"),
        ("mediation_application", "汉族"),
        ("mediation_intake", "邻里纠纷"),
        ("mediation_record", "调解成功"),
        ("mediation_agreement", "维吾尔族"),
        ("mediation_oral_agreement", "维吾尔族"),
        ("mediation_cover", "长期"),
        ("mediation_power_of_attorney", "代为收集、提供证据"),
        ("mediation_acceptance_notice", "邻里纠纷"),
        ("mediation_termination_letter", "双方分歧较大且难以达成调解协议"),
        ("mediation_closing_report", "调解成功"),
        ("court_confirmation_persons", "维吾尔族"),
        ("court_confirmation_unit", "汉族"),
        ("dispute_sweep", "当场化解"),
    ],
)
def test_codes_are_printed_as_their_official_labels(form, label, pdf_text):
    assert label in squeezed(pdf_text(paper(form, 1), "-raw"))


@pytest.mark.parametrize(("form", "filled"), PAPERS)
def test_every_paper_is_a_sound_archive_file_with_all_fonts_embedded(form, filled, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper(form, filled))
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout
    report = pikepdf.pdfa.validate_written(file, "2b")
    assert report.passed, report.findings
    with pikepdf.open(file) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


@pytest.mark.parametrize(("form", "filled"), PAPERS)
def test_the_same_paper_gives_the_same_bytes(form, filled):
    assert paper(form, filled) == paper(form, filled)


@pytest.mark.parametrize("form", FORMS)
def test_the_qr_code_of_a_page_is_read_from_a_scan_and_is_28_mm_wide(form):
    template = forms.load(form)
    page = pypdfium2.PdfDocument(paper(form, 1))[0]
    pixels_per_mm = 150 / 25.4
    found = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
    assert [forms.read_qr_text(code.text) for code in found] == [
        forms.QrText(SHEET.id, template.number, 1, 1)
    ]
    corners = found[0].position
    assert (corners.top_right.x - corners.top_left.x) / pixels_per_mm >= 27.5


@pytest.mark.parametrize("form", FORMS)
def test_a_blank_form_is_one_page_and_a_filled_one_too(form):
    template = forms.load(form)
    assert forms.page_count(template, {}) == 1
    assert forms.page_count(template, CONTENTS[form]) == 1


def test_a_practice_paper_says_so_and_is_still_an_archive_file(pdf_text):
    sheet = forms.Sheet(id=bytes(16), practice=True)
    pdf = forms.render(forms.load("consultation"), {}, sheet)
    assert pikepdf.pdfa.validate_written(io.BytesIO(pdf), "2b").passed
    assert "练习用，无效" in pdf_text(pdf)
    assert pdf != forms.render(forms.load("consultation"), {}, BLANK_SHEET)


def test_nothing_personal_stands_in_the_metadata():
    with pikepdf.open(io.BytesIO(paper("consultation", 1))) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode() + str(dict(pdf.docinfo))
    assert "法律咨询登记表" in metadata
    assert "吴䶮" not in metadata
    assert "Date" not in metadata
