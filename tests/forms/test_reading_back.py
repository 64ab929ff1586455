"""What comes back from paper is read: each page straight, with its code, in bounds whatever the file is."""

import io
import math
import struct
import subprocess
import sys
import textwrap
import zlib
from dataclasses import replace

import pikepdf
import pytest
import segno
import zxingcpp
from PIL import Image, ImageChops

import forms
from forms.reading_back import Scan, pages
from tests.forms.examples import CONTENTS
from tests.forms.scans import Way, any_way, drawn, jpeg, pdf_of, photographed, signed
from village_desk.commands import records
from village_desk.commands.filing import Code, file_by_code
from village_desk.commands.papers import Printed, record_sheet
from village_desk.errors import UserError
from village_desk.paths import ROOT
from village_desk.rights import Hold

FORMS = tuple(forms.catalogue())
SHEETS = 40
TOGETHER = 10

pytestmark = pytest.mark.sheet


def sheet_id(number):
    return number.to_bytes(16, "big")


def paper(form, number=1):
    return forms.render(forms.load(form), CONTENTS[form], forms.Sheet(id=sheet_id(number), version=1))


@pytest.fixture(scope="module")
def agreement():
    return signed(drawn(paper("mediation_agreement")))


def only(source):
    (page,) = pages(source)
    return page


def opened(page):
    return Image.open(io.BytesIO(page.picture)).convert("RGB")


def askew(image):
    """Return by how many degrees the code on a picture is turned."""
    (found,) = zxingcpp.read_barcodes(image)
    left, right = found.position.bottom_left, found.position.bottom_right
    return math.degrees(math.atan2(right.y - left.y, right.x - left.x))


def unlike(one, other):
    """Return the mean difference of two pictures of a sheet, 0 to 255, made small and grey."""
    size = (105, 148)
    pair = [image.convert("L").resize(size, Image.Resampling.BOX) for image in (one, other)]
    counts = ImageChops.difference(*pair).histogram()
    return sum(value * count for value, count in enumerate(counts)) / (size[0] * size[1])


def of_every_hand(session):
    """Return a session of somebody who may write what any of the forms shows."""
    village = session.actor.areas
    others = (Hold("adviser", village), Hold("station_head", (village[0][:9],)))
    return replace(session, actor=replace(session.actor, others=others), place=village[0])


@pytest.mark.parametrize("first", range(1, SHEETS + 1, TOGETHER))
def test_sheets_photographed_in_any_way_are_filed_and_never_with_another(session, first):
    numbers = range(first, first + TOGETHER)
    session = of_every_hand(session)
    for number in numbers:
        form = forms.load(FORMS[number % len(FORMS)])
        records.save(session, form.kind, sheet_id(1_000 + number), {})
        printed = Printed(form.form_id, form.number, form.version, 1)
        record_sheet(session, (form.kind, sheet_id(1_000 + number)), sheet_id(number), printed)
    for number in numbers:
        form = forms.load(FORMS[number % len(FORMS)])
        page = only(photographed(signed(drawn(paper(form.form_id, number))), any_way(number)))
        assert page.code == forms.QrText(sheet_id(number), form.number, 1, 1)
        code = Code(page.code.sheet_id, page.code.form_no, page.code.page, page.code.pages)
        filed = file_by_code(session, page.picture, code, form.title)
        assert filed.outcome == "filed"
        assert filed.record == (form.kind, sheet_id(1_000 + number))
    held = session.store.query('SELECT "record_id", "page_of", "sheet_page" FROM "attachment"')
    assert sorted(held) == [(sheet_id(1_000 + number).hex(), sheet_id(number), 1) for number in numbers]


@pytest.mark.parametrize(("turn", "slant"), [(0, 0), (2.7, 0), (-3, 0.03), (93, 0.03), (177, 0.02), (270, 0)])
def test_a_photographed_sheet_comes_out_upright_and_straight(agreement, turn, slant):
    page = only(photographed(agreement, Way(turn=turn, slant=slant, seed=3)))
    straight = opened(page)
    assert abs(straight.height / straight.width - 301 / 214) < 0.01
    assert abs(askew(straight)) < 0.5
    inner = straight.crop(tuple(round(value * straight.width / 214) for value in (2, 2, 212, 299)))
    assert unlike(inner, agreement) < 5


@pytest.mark.parametrize("turn", [0, 2.4, -1.8, 90, 180.9])
def test_a_crooked_scan_is_turned_as_a_whole_and_nothing_of_it_is_cut_off(agreement, turn):
    scan = photographed(agreement, Way(turn=turn, desk=False))
    whole = Image.open(io.BytesIO(scan))
    page = only(scan)
    assert page.code is not None
    straight = opened(page)
    grown = 1 if turn % 90 == 0 else 1.15
    ratio = straight.width * straight.height / (whole.width * whole.height)
    assert 0.99 <= ratio <= grown
    assert abs(askew(straight)) < 0.5


def test_a_sheet_in_dim_light_becomes_as_bright_as_a_scan_and_the_seal_stays_red(agreement):
    straight = opened(only(photographed(agreement, Way(light=0.4))))
    assert sorted(straight.convert("L").resize((50, 70)).tobytes())[1750] > 215
    pixels = straight.resize((420, 594)).tobytes()
    dots = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
    assert sum(red > 150 and green < 110 and blue < 110 for red, green, blue in dots) > 100


def test_a_white_sheet_on_a_white_table_is_not_cut_on_a_guess(agreement):
    white = Image.new("RGB", (1700, 2300), (250, 250, 250))
    white.paste(agreement, (200, 250))
    page = only(jpeg(white))
    assert page.code is not None
    straight = opened(page)
    assert abs(straight.height / straight.width - 2300 / 1700) < 0.01


def test_a_corner_under_a_hand_leaves_the_rest_of_the_sheet_there(agreement):
    covered = agreement.copy()
    covered.paste((60, 44, 34), (0, 1450, 260, covered.height))
    page = only(photographed(covered, Way(turn=1.5)))
    assert page.code is not None
    straight = opened(page)
    assert abs(straight.height / straight.width - 301 / 214) > 0.02, "the whole photo stays"


def test_several_sheets_in_one_pdf_are_read_page_by_page(agreement):
    other = drawn(paper("mediation_record", 2))
    with Scan(pdf_of([agreement, other.rotate(180), Image.new("RGB", (1240, 1754), "white")])) as scan:
        assert scan.pages == 3
        read = [scan.read(number) for number in (3, 2, 1)]
    assert [page.code.sheet_id if page.code else page.problem for page in read] == [
        "scan.blank",
        sheet_id(2),
        sheet_id(1),
    ]
    assert [page.number for page in read] == [3, 2, 1]


def test_pages_of_a_tiff_are_read_too(agreement):
    held = io.BytesIO()
    agreement.save(held, "TIFF", save_all=True, append_images=[drawn(paper("mediation_record", 2))])
    assert [page.code.sheet_id for page in pages(held.getvalue())] == [sheet_id(1), sheet_id(2)]


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_any_colours_are_read(agreement, mode):
    held = io.BytesIO()
    converted = agreement.convert("L").convert("I;16") if mode == "I;16" else agreement.convert(mode)
    if mode == "I;16":
        converted = converted.point(lambda value: value * 256)
    converted.save(held, "TIFF")
    assert only(held.getvalue()).code is not None


def test_the_camera_says_how_it_was_held(agreement):
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    agreement.rotate(90, expand=True).save(held, "JPEG", exif=exif)
    straight = opened(only(held.getvalue()))
    assert unlike(straight, agreement) < 3


def test_two_sheets_on_one_picture_are_not_guessed_between(agreement):
    both = Image.new("RGB", (agreement.width * 2, agreement.height), "white")
    both.paste(agreement, (0, 0))
    both.paste(drawn(paper("mediation_record", 2)), (agreement.width, 0))
    page = only(jpeg(both))
    assert (page.code, page.problem) == (None, "scan.two_codes")


def test_codes_that_are_not_of_sheets_are_passed_over(agreement):
    held = io.BytesIO()
    segno.make_qr("https://example.com/pay").save(held, kind="png", scale=6)
    with_another = agreement.copy()
    with_another.paste(Image.open(held).convert("RGB"), (100, 1300))
    assert only(jpeg(with_another)).code is not None
    nothing_else = Image.new("RGB", (1240, 1754), "white")
    nothing_else.paste(Image.open(held).convert("RGB"), (100, 300))
    assert only(jpeg(nothing_else)).problem == "scan.no_code"


def test_a_torn_off_code_leaves_a_picture_to_be_filed_by_hand(agreement):
    torn = agreement.copy()
    torn.paste("white", (900, 0, 1240, 260))
    page = only(jpeg(torn))
    assert (page.code, page.problem) == (None, "scan.no_code")
    assert unlike(opened(page), torn) < 2


def test_the_same_file_gives_the_same_bytes(agreement):
    data = photographed(agreement, any_way(5))
    assert only(data).picture == only(data).picture


@pytest.mark.parametrize(
    "data", [b"", b"nothing", b"%PDF-1.4", b"\xff\xd8\xff\xe0", b"PK\x03\x04" + bytes(300)]
)
def test_what_is_no_picture_says_so(data):
    with pytest.raises(UserError, match="scan.unreadable"):
        list(pages(data))


def test_a_file_cut_off_says_so(agreement):
    whole = jpeg(agreement)
    held = io.BytesIO()
    agreement.save(held, "PNG")
    for data in (whole[:20_000], held.getvalue()[:20_000], paper("mediation_record")[:5_000]):
        with pytest.raises(UserError, match="scan.unreadable"):
            list(pages(data))


def test_a_pdf_behind_a_password_says_so():
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper("mediation_record"))) as pdf:
        pdf.save(held, encryption=pikepdf.Encryption(owner="o", user="secret"))
    with pytest.raises(UserError, match="scan.encrypted"):
        list(pages(held.getvalue()))


def test_a_file_that_is_gone_says_so(tmp_path):
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(UserError, match="attachment.unreadable"):
            list(pages(path))


@pytest.mark.parametrize("side", [8_100, 12_000, 60_000])
def test_an_enormous_picture_is_refused_before_it_fills_the_memory(side):
    held = io.BytesIO()
    Image.new("1", (8, 8)).save(held, "PNG")
    made = bytearray(held.getvalue())
    made[16:24] = struct.pack(">II", side, side)  # the size its head claims
    made[29:33] = struct.pack(">I", zlib.crc32(made[12:29]))
    with pytest.raises(UserError, match="scan.enormous"):
        list(pages(bytes(made)))


def test_a_page_of_any_size_in_a_pdf_is_read_at_the_size_of_a4(agreement):
    for dpi in (20, 150, 2_000):
        page = only(pdf_of([agreement], dpi))
        assert page.code is not None
        assert max(opened(page).size) < 3_000


def test_many_pages_take_no_more_memory_than_two(agreement, tmp_path):
    file = tmp_path / "many.pdf"
    file.write_bytes(pdf_of([agreement.convert("L").resize((620, 877))] * 30, 75))
    code = textwrap.dedent(
        f"""
        import resource
        from pathlib import Path
        from forms.reading_back import Scan
        with Scan(Path({str(file)!r})) as scan:
            for number in range(1, scan.pages + 1):
                scan.read(number)
                if number in (2, scan.pages):
                    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        """
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    first, last = map(int, done.stdout.split())
    assert last < first + 20_000, "KiB"
