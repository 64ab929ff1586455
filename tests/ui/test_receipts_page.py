"""The ledger of receipts on its page: found, opened and verified, printed."""

import pytest
from PySide6.QtCore import Qt

from ui.pages import receipt_papers
from ui.pages.receipts import ReceiptsPage
from ui.printing import page_images
from village_desk import ids
from village_desk.commands import records
from village_desk.queries.receipts import Wanted

KIND = "consultation"
DAY = 86_400_000


@pytest.fixture
def made(room):
    """Two receipts, on 2026-11-20 and 2026-11-21; the records under them."""
    found = []
    for place, name in enumerate(("[练习]赵龘", "[练习]钱乙")):
        found.append(ids.new_id())
        records.save(room.session, KIND, found[-1], {"name": name, "content": "地界"})
        room.received(at=1_795_140_000_000 + place * DAY)
    return found


@pytest.fixture
def page(qtbot, room, made):
    page = ReceiptsPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    qtbot.waitUntil(lambda: page.opened is not None, timeout=5_000)
    return page


def listed(page):
    return [page.list.item(place).text() for place in range(page.list.count())]


def test_a_receipt_says_when_it_was_received_and_that_it_was_checked(page):
    assert "县里已于" in page.sentence.text()
    assert "回执号 2-2" in page.sentence.text()
    assert "签名相符" in page.proof.text()
    assert [link.text() for link in page.links] == ["法律咨询　[练习]钱乙　1 处改动"]


def test_the_list_is_narrowed_by_words_by_day_and_by_record(qtbot, page, made):
    page.text.edit.setText("赵龘")
    qtbot.waitUntil(lambda: page.list.count() == 1 and "1-1" in listed(page)[0], timeout=5_000)
    page.text.edit.clear()
    page.since.edit.setText("20261121")
    qtbot.waitUntil(lambda: page.list.count() == 1 and "2-2" in listed(page)[0], timeout=5_000)
    page.since.edit.setText("2026年")
    assert page.wanted() == Wanted()
    assert "八位数字" in page.since.words.text()
    page.show_record(KIND, made[0])
    qtbot.waitUntil(lambda: page.all_button.isVisible() and page.list.count() == 1, timeout=5_000)
    assert "赵龘" in page.all_button.text()
    page.all_button.click()
    qtbot.waitUntil(lambda: page.list.count() == 2, timeout=5_000)


def test_a_receipt_whose_text_was_altered_is_told_in_red(qtbot, room, page):
    with room.session.store.unit_of_work(None, 1) as uow:
        uow.execute('UPDATE "change" SET "body" = replace("body", \'地界\', \'地契\')')
    page.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: "不一致" in page.proof.text(), timeout=5_000)
    assert page.proof.property("tone") == "danger"


def test_list_and_receipt_are_papers_with_every_line(qtbot, room, page):
    ledger = receipt_papers.ledger(room.session, Wanted(), "")
    assert [line[0] for line in ledger.rows] == ["2-2", "1-1"]
    assert [line[-1] for line in ledger.rows] == ["相符", "相符"]
    single = receipt_papers.single(room.session, "1-1")
    assert single.rows[0][:3] == ("法律咨询", "[练习]赵龘", "1")
    page.one_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.paper, timeout=5_000)
    qtbot.keyClick(page.paper, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.main


def test_a_receipt_says_on_paper_what_was_not_taken_and_shows_no_link_to_what_cannot_be_opened(
    qtbot, room, made, page
):
    records.save(room.session, KIND, made[0], {"content": "地界不清"})
    room.received({3: "grant"})
    with room.session.store.unit_of_work(None, 1) as uow:
        uow.execute('DELETE FROM "consultation" WHERE "id" = ?', (made[1],))
    single = receipt_papers.single(room.session, "3-3")
    assert single.rows[0][2] == "1（其中 1 处没能收下）"
    page.refresh()
    qtbot.waitUntil(lambda: page.list.count() == 3, timeout=5_000)
    page.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: page.opened.receipt.id == "2-2" and not page.links, timeout=5_000)


def test_a_printed_ledger_says_how_many_earlier_receipts_it_leaves_out(room, made, monkeypatch):
    monkeypatch.setattr(receipt_papers, "MOST_LINES", 1)
    ledger = receipt_papers.ledger(room.session, Wanted(), "")
    assert [line[0] for line in ledger.rows] == ["2-2"]
    assert any("还有 1 份更早的回执" in line for line in ledger.closing)


def test_a_long_list_goes_on_over_pages(look):
    from ui.desk_paper import DeskPaper, pdf_of

    rows = tuple((str(number), "[练习]赵龘 陈𬭎") for number in range(120))
    pages = list(page_images(pdf_of(DeskPaper("清单", ("行",), ("号", "名"), (20, 80), rows, ("完",))), 30))
    assert len(pages) > 2
