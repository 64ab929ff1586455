"""The bound dossier read back: order, numbers, contents, bookmarks; scans in place of prints; archive."""

import io
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

import forms
from forms.dossier import bind_case
from tests.village_desk import cases
from village_desk.commands import records
from village_desk.commands.dossier import keep_contents
from village_desk.commands.papers import record_sheet
from village_desk.errors import UserError
from village_desk.queries import checklist
from village_desk.queries.records import children
from village_desk.sealed import SealedFile

pytestmark = pytest.mark.sheet

RED, GREEN = (220, 30, 30), (30, 160, 30)


def coloured(colour, size=(210, 297), **more) -> bytes:
    out = io.BytesIO()
    Image.new(more.pop("mode", "RGB"), size, colour).save(out, more.pop("format", "JPEG"), **more)
    return out.getvalue()


def bound(session, made):
    out = io.BytesIO()
    return bind_case(session, made.case, out), out.getvalue()


def texts(pdf: bytes) -> list[str]:
    with_ = pypdfium2.PdfDocument(pdf)
    found = ["".join(page.get_textpage().get_text_range().split()) for page in with_]
    with_.close()
    return found


def pixel(pdf: bytes, page: int, x: float, y: float):
    """The colour of a place of a page, given as shares of its width and height."""
    document = pypdfium2.PdfDocument(pdf)
    image = document[page].render(scale=1).to_pil()
    document.close()
    return image.getpixel((round(image.width * x), round(image.height * y)))


def number_of(pdf: bytes, page: int) -> tuple[str, str]:
    """The text in the left and right corner where page numbers stand, the right one beside the QR code."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    found = tuple(
        text.get_text_bounded(left=left, right=right, bottom=842 - 40, top=842 - 20).strip()
        for left, right in ((60, 160), (440, 482))
    )
    document.close()
    return found


def unsigned(session) -> cases.Made:
    """A whole case of which nothing was scanned, with a second session and a record of several pages."""
    made = cases.finished(session)
    for name, attachment in made.pictures.items():
        if name.startswith("mediation"):
            records.archive(session, "attachment", attachment)
    long = "".join(f"第{number}句话说的是通道的宽度。" for number in range(150))
    later = cases.SESSION | {"record": long, "held_on": cases.SESSION["held_on"] + timedelta(days=1)}
    cases.add(session, made, "mediation_session", later)
    return made


def test_order_numbers_and_contents_agree_with_the_text_of_the_file(session):
    made = unsigned(session)
    what, pdf = bound(session, made)
    pages = texts(pdf)
    assert len(pages) == what.pages == what.numbered + 3
    assert "调解卷宗" in pages[0]
    assert "卷内目录" in pages[1]
    assert f"本卷宗共{what.numbered}页" in pages[-1]
    at = 0
    for line in what.lines[:-1]:
        start = int(line.page_range.partition("-")[0])
        assert line.title in pages[1 + start], "the contents lead to the page that begins so"
        assert start > at
        at = start
        assert f"{line.order}{line.title}{line.page_range}" in pages[1]
    last = what.lines[-2].page_range
    assert int(last.rpartition("-")[2]) == what.numbered
    assert what.lines[-1].title == "封底"
    assert [line.title for line in what.lines] == [
        "人民调解申请书",
        "人民调解调查记录",
        "人民调解证据材料",
        "人民调解记录",
        "人民调解协议书",
        "人民调解回访记录",
        "封底",
    ]
    assert what.lines[3].remark == "2份"


def test_numbers_stand_at_the_outer_edge_and_cover_contents_and_back_have_none(session):
    made = unsigned(session)
    what, pdf = bound(session, made)
    for page in range(what.pages):
        number = page - 1 if 2 <= page < what.pages - 1 else 0
        shown = str(number) if number else ""
        assert number_of(pdf, page) == (("", shown) if number % 2 else (shown, ""))


def test_where_sheets_are_printed_on_one_side_all_numbers_stand_at_the_right(session):
    made = unsigned(session)
    one_side = replace(session.profile, parameters=session.profile.parameters | {"dossier_both_sides": False})
    what, pdf = bound(replace(session, profile=one_side), made)
    assert [number_of(pdf, page + 1)[1] for page in range(1, what.numbered + 1)] == [
        str(number) for number in range(1, what.numbered + 1)
    ]


def test_bookmarks_lead_to_every_paper_and_to_each_of_several(session):
    made = unsigned(session)
    what, pdf = bound(session, made)
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_outline() as outline:
        places = {page.objgen: number for number, page in enumerate(file.pages)}
        found = [(item.title, places[item.destination[0].objgen]) for item in outline.root]
        inside = {item.title: [each.title for each in item.children] for item in outline.root}
    assert tuple(found) == what.places
    assert [title.partition(" ")[0] for title in inside["人民调解记录"]] == ["人民调解记录"] * 2
    assert inside["人民调解证据材料"] == ["人民调解证据材料", "附件"]


def test_the_signed_scan_stands_in_place_of_the_print_and_carries_the_number(session):
    made = unsigned(session)
    cases.signed(session, made, "mediation_agreement", "agreement", coloured(RED))
    what, pdf = bound(session, made)
    page = dict(what.places)["人民调解协议书"]
    assert "人民调解协议书" not in texts(pdf)[page]
    red, green, _blue = pixel(pdf, page, 0.5, 0.5)
    assert red > 200
    assert green < 80
    assert str(page - 1) in number_of(pdf, page)


def test_pages_not_scanned_yet_are_drawn_between_those_that_are(session):
    made = unsigned(session)
    long = made.ids["mediation_session"][1]
    made.ids["mediation_session"].reverse()
    sheet = cases.printed(session, made, "mediation_record", "mediation_session", pages=5)
    cases.picture(session, "mediation_session", long, coloured(RED), page_of=sheet, sheet_page=2)
    what, pdf = bound(session, made)
    second = dict(what.places)["人民调解记录"] + 2
    assert "（续页）" not in texts(pdf)[second]
    assert pixel(pdf, second, 0.5, 0.5)[0] > 200
    assert "（续页）" in texts(pdf)[second + 1]


def test_a_photo_is_shown_upright_whole_and_as_it_was_taken(session):
    made = unsigned(session)
    wide = Image.new("RGB", (400, 200), GREEN)
    wide.paste(RED, (0, 0, 200, 200))  # the left half red: turned clockwise, red is on top
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6
    wide.save(out, "JPEG", exif=exif)
    cases.picture(session, "evidence", made.one("evidence"), out.getvalue())
    what, pdf = bound(session, made)
    page = dict(what.places)["人民调解记录"] - 1
    while pixel(pdf, page, 0.55, 0.3)[0] < 200 or pixel(pdf, page, 0.55, 0.3)[1] > 100:
        page -= 1
    assert pixel(pdf, page, 0.55, 0.8)[1] > 120
    assert out.getvalue() in raw_pictures(pdf)


def raw_pictures(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [image.read_raw_bytes() for page in file.pages for image in page.get_images().values()]


@pytest.mark.parametrize(
    ("make", "media_type", "passed_through"),
    [
        (lambda: coloured(RED), "image/jpeg", True),
        (lambda: coloured(RED, format="PNG"), "image/png", True),
        (lambda: png("L"), "image/png", True),
        (lambda: png("P"), "image/png", True),
        (lambda: png("1"), "image/png", True),
        (lambda: png("RGBA"), "image/png", False),
        (lambda: coloured((10, 200, 30, 0), mode="CMYK"), "image/jpeg", False),
        (lambda: coloured(RED, format="WEBP"), "image/webp", False),
        (lambda: coloured(RED, format="BMP"), "image/bmp", False),
    ],
)
def test_every_picture_a_desk_takes_is_bound_and_the_file_stays_an_archive_file(
    session, make, media_type, passed_through
):
    made = cases.begun(session)
    cases.add(session, made, "dossier", cases.DOSSIER)
    cases.picture(session, "case_party", made.one("case_party"), make(), media_type=media_type)
    what, pdf = bound(session, made)
    assert what.left_out == 0
    assert what.numbered == 1
    (raw,) = raw_pictures(pdf)
    assert (raw in make()) == passed_through


def png(mode: str) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").convert(mode).save(out, "PNG")
    return out.getvalue()


def test_a_very_large_photo_is_reduced(session):
    made = cases.begun(session)
    cases.add(session, made, "dossier", cases.DOSSIER)
    out = io.BytesIO()
    Image.effect_noise((4200, 3200), 90).save(out, "JPEG", quality=95)
    assert len(out.getvalue()) > 6_000_000
    cases.picture(session, "case_party", made.one("case_party"), out.getvalue())
    _what, pdf = bound(session, made)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        (image,) = file.pages[2].get_images().values()
        assert max(image.Width, image.Height) <= 3_508


def test_a_pdf_fit_for_an_archive_goes_in_as_it_is_and_another_as_pictures(session):
    made = cases.begun(session)
    cases.add(session, made, "dossier", cases.DOSSIER)
    party = made.one("case_party")
    scanned, foreign = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (210, 297), RED).save(
        scanned, "PDF", save_all=True, append_images=[Image.new("L", (9, 9))]
    )
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=file.make_indirect(font)))
        page.Contents = file.make_stream(b"BT /F 12 Tf 100 100 Td (not embedded) Tj ET")
        file.save(foreign)
    for data in (scanned.getvalue(), foreign.getvalue(), b"%PDF-1.4 broken"):
        cases.picture(session, "case_party", party, data, media_type="application/pdf")
    what, pdf = bound(session, made)
    assert (what.numbered, what.left_out) == (3, 1)
    assert what.lines[0].remark == "另有1件未装入"
    assert pixel(pdf, 2, 0.5, 0.5)[0] > 200
    assert "notembedded" not in texts(pdf)[4]
    assert len(raw_pictures(pdf)) == 3


def test_what_could_not_be_bound_keeps_its_line_in_the_contents(session):
    made = cases.finished(session)
    cases.picture(session, "dossier", made.one("dossier"), b"PK", media_type="application/zip")
    what, pdf = bound(session, made)
    (line,) = [one for one in what.lines if one.remark == "1件未装入"]
    assert (line.page_range, what.left_out) == ("", 1)
    (contents,) = [text for text in texts(pdf) if line.remark in text]
    assert line.title in contents
    assert line.order == len(what.lines) - 1
    keep_contents(session, what.dossier_id, [one.values() for one in what.lines], what.numbered)
    assert not [
        one for one in checklist.review(session, made.case) if one.check.number == "B2" and one.findings
    ]


def test_the_same_print_keeps_its_code_and_what_is_drawn_anew_is_kept_when_printed(session):
    made = unsigned(session)
    what, pdf = bound(session, made)
    drawn_anew = [one.printed.form for one in what.fresh]
    assert "mediation_record" in drawn_anew
    for one in what.fresh:
        record_sheet(session, (one.kind, one.record_id), one.sheet_id, one.printed)
    again, pdf = bound(session, made)
    assert [one.printed.form for one in again.fresh] == [
        "mediation_cover",
        "mediation_contents",
        "mediation_back_cover",
    ]
    page = dict(again.places)["人民调解记录"]
    document = pypdfium2.PdfDocument(pdf)
    (code,) = zxingcpp.read_barcodes(document[page].render(scale=150 / 72).to_pil())
    document.close()
    assert forms.read_qr_text(code.text).sheet_id == made.sheets["mediation_record"]


def test_a_character_no_font_has_is_a_box_and_named(session):
    made = unsigned(session)
    records.save(session, "follow_up", made.one("follow_up"), {"record": "都满意😀"})
    what, pdf = bound(session, made)
    assert what.missing == "😀"
    assert "都满意□" in texts(pdf)[dict(what.places)["人民调解回访记录"]]


def test_the_contents_are_kept_with_the_dossier_and_written_again_only_when_they_change(session):
    made = unsigned(session)
    dossier = made.one("dossier")

    def keep():
        what, _pdf = bound(session, made)
        return keep_contents(session, dossier, [line.values() for line in what.lines], what.numbered)

    assert keep()
    kept = [one.values["title"] for one in children(session, "dossier", dossier)["dossier_paper"]]
    assert kept[-1] == "封底"
    assert keep() == frozenset()
    records.archive(session, "follow_up", made.one("follow_up"))
    assert keep()
    shorter = [one.values["title"] for one in children(session, "dossier", dossier)["dossier_paper"]]
    assert shorter == [title for title in kept if title != "人民调解回访记录"]


def test_a_case_without_a_dossier_is_not_bound(session):
    made = cases.begun(session)
    with pytest.raises(UserError, match=r"^dossier.none$"):
        bound(session, made)


def test_a_bound_file_on_disk_shows_nothing_and_reads_as_it_was_written(session, tmp_path):
    made = unsigned(session)
    _what, plain = bound(session, made)
    folder = tmp_path / "desk"
    folder.mkdir()
    with SealedFile(folder) as file:
        bind_case(session, made.case, file)
        file.seek(0)
        assert file.read(5) == b"%PDF-"
        assert abs(file.size - len(plain)) < 2_000
        file.seek(70_000)
        first = file.read(100_000)
        file.seek(70_000)
        assert first == b"".join(file.read(1_000) for _ in range(100))
        file._file.seek(0)
        raw = file._file.read()
        assert len(raw) > 65_536
        assert b"PDF" not in raw
        assert b"endobj" not in raw
    assert list(folder.iterdir()) == []
