"""Form 060, 公共法律服务工作月报表: what the printed report holds, filled and as a zero report."""

import re
import unicodedata
from datetime import date

import pypdfium2
import pytest

from tests.ui.rooms import room
from tests.village_desk.statistics import services_ledger
from tests.village_desk.statistics.ledger import FIRST, SECOND, TOWNSHIP
from ui.desk_paper import pdf_of
from ui.pages.statistics_texts import paper_of
from village_desk import ids, statistics
from village_desk.statistics import TABLES, Asked
from village_desk.store import Birth

LABELS = [
    "公共法律服务工作月报表",
    "序号",
    "村（居）",
    "来访",
    "来电",
    "网络",
    "上门",
    "咨询合计",
    "法律援助申请",
    "转办件",
    "调解",
    "顾问服务次",
    "顾问小时",
    "讲座场",
    "受众人次",
    "资料份",
    "重点人群人次",
    "满意率%",
    "合计",
    "本年累计",
]
"""Of services §5.2, in order; the columns are those between the title and the last two, which are lines."""
OCTOBER = statistics.period_of("month", date(2026, 10, 1))


@pytest.fixture
def township(look, qtbot, tmp_path):
    made, close = room(tmp_path, "county_pls", TOWNSHIP)
    with made.session.store.unit_of_work(None, 1) as uow:
        for row in ((FIRST, "付家寨村村民委员会"), (SECOND, "王家墩村村民委员会")):
            uow.execute('INSERT INTO "division" ("code", "name") VALUES (?, ?)', row)
    yield made.session
    close()


def report(session):
    counted = statistics.counted(session, Asked(TABLES["service_report"], OCTOBER))
    return paper_of(session, counted, "上秦镇")


def plain(text):
    """Return text without white space, whichever of two like characters a font gave for one (⼯ for 工)."""
    return unicodedata.normalize("NFKC", re.sub(r"\s+", "", text)).replace("⻔", "门")


def text_of(paper):
    with pypdfium2.PdfDocument(pdf_of(paper)) as pdf:
        assert pdf[0].get_width() > pdf[0].get_height()
        return plain("".join(page.get_textpage().get_text_range() for page in pdf))


@pytest.mark.parametrize("filled", [True, False])
def test_the_labels_stand_on_the_paper_in_order(township, filled):
    if filled:
        services_ledger.enter(township)
    text, at = text_of(report(township)), 0
    for label in LABELS:
        found = text.find(plain(label), at)
        assert found >= 0, f"{label} is missing or out of order"
        at = found + len(label)
    assert ("零报告" in text) != filled


def test_the_columns_are_those_of_the_form(township):
    paper = report(township)
    (table,) = paper.tables
    assert paper.title == LABELS[0]
    assert [head for head, _span in table.heads[0]] == LABELS[1:-2]
    assert all(len(row) == len(table.widths) == 17 for row in table.rows)


def test_a_line_a_village_then_the_whole_and_the_year_to_date(township):
    services_ledger.enter(township)
    with township.store.unit_of_work(township.actor, township.now()) as uow:
        early = {"met_on": date(2025, 12, 31), "channel": "3"}
        uow.put("consultation", ids.new_id(), early, born=Birth(FIRST, "normal"))
    (table,) = report(township).tables
    lines = {row[1]: row[2:] for row in table.rows}
    assert [row[0] for row in table.rows] == [*map(str, range(1, len(table.rows) - 1)), "", ""]
    assert lines["付家寨村"][:7] == ("1", "1", "1", "1", "4", "1", "2")
    assert lines["付家寨村"][-1] == "50（4）"
    assert lines["合计"][:5] == ("1", "1", "1", "1", "5")
    # With the visit of 30 September, without the call of last year.
    assert lines["本年累计"][:5] == ("2", "1", "1", "1", "6")
    assert lines["王家墩村"][-1] == "—"
