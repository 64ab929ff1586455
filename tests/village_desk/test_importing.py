"""An earlier ledger becomes cases: what fits, what does not and why, all or nothing, and back."""

import contextlib
import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from tests.village_desk.ledger_files import HEAD, ledger, xlsx
from village_desk import ids, ledger_columns, ledgers
from village_desk.commands import importing, records
from village_desk.errors import NotAllowed, StoreTrouble, UserError
from village_desk.kinds import KINDS
from village_desk.queries import imports, lists, search
from village_desk.queries.records import children, record
from village_desk.store import Birth, outbox

HEAD_ROWS = 3


def planned(session, rows, head=HEAD):
    read = ledgers.read(xlsx(rows, head), ledger_columns.HEADINGS)
    meanings = ledger_columns.guess(read.head, importing.remembered(session))
    return importing.plan(session, read, meanings)


def cases(session):
    return lists.count(session, "mediation_case")


def test_two_thousand_rows_with_a_hundred_bad_ones(session):
    flawed = range(20, 2_001, 20)
    plan = planned(session, ledger(2_000, flawed))
    assert sorted({one.row for one in plan.wrong}) == [number + HEAD_ROWS for number in flawed]
    assert len(plan.fitting) + len(plan.twins) == 1_900
    assert cases(session) == 0
    importing.take_in(session, ids.new_id(), plan.fitting)
    assert cases(session) == len(plan.fitting)
    again = planned(session, ledger(2_000, flawed))
    assert again.fitting == ()
    assert len(again.twins) == 1_900


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("受理时间", "三月五日", "ledger.day"),
        ("受理时间", "2025-02-30", "ledger.day"),
        ("受理时间", "2031-01-01", "day.future"),
        ("受理时间", "", "ledger.missing"),
        ("当事人", "", "ledger.missing"),
        ("当事人", "[练习]赵建国和钱秀英", "ledger.names"),
        ("联系电话", "没有电话", "phone.characters"),
        ("纠纷类型", "土地和邻里各一半", "ledger.word"),
        ("涉案金额（元）", "大约三千", "ledger.amount"),
        ("调解结果", "看情况", "ledger.word"),
        ("调解结果", "", "ledger.missing"),
        ("办结时间", "2019-01-01", "ledger.order"),
    ],
)
def test_what_is_wrong_is_named_by_row_and_column(session, column, cell, code):
    rows = ledger(3)
    rows[1][HEAD.index(column)] = cell
    (wrong,) = planned(session, rows).wrong
    assert (wrong.row, wrong.heading, wrong.problem.code) == (2 + HEAD_ROWS, column, code)


def test_a_row_becomes_a_case_with_its_parties_and_its_own_words(session):
    names = "[练习]陈𬭎、[练习]陈喆与[练习]王龘"
    begun, ended = date(2024, 2, 29), "2024.3.5"
    first = [1, begun, "派出所移送", names, "13800001234", "邻里", "争水渠"]
    rows = [[*first, "1.2万", "成功", ended, "[练习]李主任", "见旧卷"]]
    plan = planned(session, rows)
    importing.take_in(session, ids.new_id(), plan.fitting)
    (found,) = lists.page(session, "mediation_case")
    held = record(session, "mediation_case", found.id)
    told = {
        name: held.values[name] for name in ("accepted_on", "source", "dispute_type", "at_stake", "result")
    }
    assert told == {
        "accepted_on": date(2024, 2, 29), "source": "police", "dispute_type": "02", "at_stake": 1_200_000,
        "result": "success",
    }  # fmt: skip
    assert re.fullmatch(r"旧台账[0-9A-F]{6}-4", held.values["number"])
    assert held.values["closed_on"] == date(2024, 3, 5)
    assert held.state == "brought_in"
    below = children(session, "mediation_case", found.id)
    names = [(one.values["side"], one.values["name"]) for one in below["case_party"]]
    assert names == [("applicant", "[练习]陈𬭎"), ("applicant", "[练习]陈喆"), ("respondent", "[练习]王龘")]
    assert [one.values.get("phone") for one in below["case_party"]] == ["13800001234", None, None]
    assert "备注：见旧卷" in below["ledger_row"][0].values["content"]
    assert [hit.kind for hit in search.find_all(session, "王龘")]


def test_a_case_without_a_result_is_still_open(session):
    rows = ledger(1)
    rows[0][HEAD.index("调解结果")] = rows[0][HEAD.index("办结时间")] = ""
    importing.take_in(session, ids.new_id(), planned(session, rows).fitting)
    (found,) = lists.page(session, "mediation_case")
    assert record(session, "mediation_case", found.id).state == "applied"


def test_all_rows_are_taken_in_or_none(session, monkeypatch):
    plan = planned(session, ledger(30))
    spoilt = replace(plan.fitting[20], case={**plan.fitting[20].case, "title": "长" * 500})
    with pytest.raises(UserError):
        importing.take_in(session, ids.new_id(), (*plan.fitting[:20], spoilt, *plan.fitting[21:]))
    assert (cases(session), outbox.waiting(session.store)) == (0, 0)


def test_a_full_disk_leaves_nothing_half_taken_in(session):
    plan = planned(session, ledger(400))
    room = session.store.query("PRAGMA page_count")[0][0] + 20
    session.store.query(f"PRAGMA max_page_count = {room}")
    with pytest.raises(StoreTrouble, match=r"^store.full$"):
        importing.take_in(session, ids.new_id(), plan.fitting)
    assert cases(session) == 0
    session.store.query("PRAGMA max_page_count = 1000000")
    importing.take_in(session, ids.new_id(), plan.fitting)
    assert cases(session) == len(plan.fitting)


def test_each_case_travels_by_itself(session):
    plan = planned(session, ledger(5))
    importing.take_in(session, ids.new_id(), plan.fitting)
    groups = session.store.query('SELECT "g", count(DISTINCT "kind") FROM "change" GROUP BY "g"')
    assert [kinds for _group, kinds in groups] == [3] * 5


def test_an_import_is_undone_but_for_what_was_worked_on(session):
    first, second = ids.new_id(), ids.new_id()
    importing.take_in(session, first, planned(session, ledger(4)).fitting)
    importing.take_in(session, second, planned(session, ledger(3, seed=2)).fitting)
    worked_on, *_rest = imports.cases_of(session, first)
    later = replace(session, clock=lambda: session.clock() + 60_000)
    records.save(
        later, "case_party", ids.new_id(), {"case": worked_on, "name": "[练习]代理人", "side": "applicant"}
    )
    assert sorted(one.cases for one in imports.imports(session)) == [3, 4]
    _changes, stay = importing.undo(later, first)
    assert stay == 1
    assert imports.cases_of(session, first) == [worked_on]
    assert cases(session) == 1 + 3
    assert len(imports.cases_of(session, second)) == 3


OTHERS = Birth(class_="restricted", readers=("ab" * 16,))
"""What only somebody else may read."""


def beside(kind, about, values=None):
    def work(uow, case, party):
        of = {"case": ("mediation_case", case), "party": ("case_party", party)}[about]
        uow.put(
            kind,
            ids.new_id(),
            {"record_kind": of[0], "record_id": of[1].hex(), **(values or {})},
            born=OTHERS,
        )

    return work


def naming(kind):
    return lambda uow, case, _party: uow.put(kind, ids.new_id(), {"case": case}, born=OTHERS)


@pytest.mark.parametrize(
    "work",
    [
        beside("attachment", "case", {"title": "照片"}),
        beside("attachment", "party", {"title": "身份证"}),
        beside("sheet", "party", {"form": "mediation_intake"}),
        beside("submission", "case", {"round": 1}),
        naming("claimed_case"),
        naming("found_dispute"),
        naming("evidence"),
        lambda uow, _case, party: uow.archive("case_party", party),
    ],
)
def test_a_case_others_worked_on_stays_when_its_import_is_undone(session, work):
    import_id = ids.new_id()
    importing.take_in(session, import_id, planned(session, ledger(2)).fitting)
    case, _other = imports.cases_of(session, import_id)
    party = children(session, "mediation_case", case)["case_party"][0].id
    with session.store.unit_of_work(session.actor, session.now() + 60_000) as uow:
        work(uow, case, party)
    assert importing.undo(session, import_id)[1] == 1
    assert imports.cases_of(session, import_id) == [case]


NUMBERED = ("编号", *HEAD[1:])


def test_each_year_begins_again_with_number_one(session):
    first, second = ledger(2)
    first[0] = second[0] = "1"
    first[1], second[1] = date(2024, 5, 3), date(2025, 5, 3)
    first[9] = second[9] = date(2025, 6, 1)
    plan = planned(session, [first, second], NUMBERED)
    assert (len(plan.fitting), plan.twins) == (2, ())
    importing.take_in(session, ids.new_id(), plan.fitting)
    again = [[*first], [*second]]
    again[0][3], again[1][1] = "[练习]甲与[练习]乙", date(2023, 5, 3)
    plan = planned(session, again, NUMBERED)
    assert [one.row for one in plan.twins] == [1 + HEAD_ROWS]
    assert [one.row for one in plan.fitting] == [2 + HEAD_ROWS]


def test_cases_without_a_number_of_two_ledgers_have_not_the_same(session):
    for seed in (1, 2):
        importing.take_in(session, ids.new_id(), planned(session, ledger(3, seed=seed)).fitting)
    numbers = {one.values["number"] for one in lists.page(session, "mediation_case")}
    assert len(numbers) == 6


def test_what_is_longer_than_is_kept_is_named_before_anything_is_written(session):
    rows = ledger(4)
    rows[0][0] = "长" * 61
    rows[2][6], rows[2][11] = "事" * 19_000, "注" * 32_000
    found = [
        (one.row - HEAD_ROWS, one.heading, one.problem.code) for one in planned(session, rows, NUMBERED).wrong
    ]
    assert found == [(1, "编号", "text.long"), (3, "备注", "text.long")]


def test_a_title_made_of_many_names_ends_after_a_whole_one(session):
    (row,) = ledger(1)
    row[3] = "、".join(f"[练习]乡邻{number}" for number in range(40))
    (one,) = planned(session, [row]).fitting
    assert one.case["title"].endswith("等40人")
    assert len(one.case["title"]) <= KINDS["mediation_case"].fields["title"].high


def test_what_a_heading_means_is_said_once(session):
    head = (*HEAD[:10], "经手人", "备注")
    read = ledgers.read(xlsx(ledger(2), head), ledger_columns.HEADINGS)
    meanings = ledger_columns.guess(read.head, importing.remembered(session))
    assert meanings[10] == ""
    importing.remember(session, read, (*meanings[:10], "mediator", ""))
    assert ledger_columns.guess(read.head, importing.remembered(session))[10] == "mediator"


def test_columns_must_say_who_and_when(session):
    read = ledgers.read(xlsx(ledger(2)), ledger_columns.HEADINGS)
    with pytest.raises(UserError, match=r"^ledger.columns$"):
        importing.plan(session, read, ("",) * len(read.head))


def test_who_may_not_make_cases_takes_none_in(session):
    plan = planned(session, ledger(2))
    adviser = replace(session, actor=replace(session.actor, role="adviser"))
    with pytest.raises(NotAllowed):
        importing.take_in(adviser, ids.new_id(), plan.fitting)
    assert cases(session) == 0


def cut(member, keep):
    """The bytes of a spreadsheet of which one part inside is cut."""
    whole, kept = zipfile.ZipFile(io.BytesIO(xlsx(ledger(3)))), io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        for name in whole.namelist():
            held = whole.read(name)
            packed.writestr(name, held[: int(len(held) * keep)] if name == member else held)
    return kept.getvalue()


def turned(place):
    """The bytes of a spreadsheet with one byte turned."""
    held = bytearray(xlsx(ledger(3)))
    held[place * len(held) // 40] ^= 0xFF
    return bytes(held)


@pytest.mark.parametrize("keep", [0, 0.4, 0.9])
@pytest.mark.parametrize(
    "member",
    ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"],
)
def test_a_spreadsheet_damaged_inside_is_refused_in_one_sentence(member, keep):
    with pytest.raises(UserError, match=r"^ledger\.(file|empty)$"):
        ledgers.read(cut(member, keep))


@pytest.mark.parametrize("place", range(1, 40))
def test_a_turned_byte_never_ends_in_anything_but_a_sentence(place):
    with contextlib.suppress(UserError):
        ledgers.read(turned(place))


def bomb():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(5):
            packed.writestr(f"xl/worksheets/sheet{number}.xml", bytes(90 << 20))
    return kept.getvalue()


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (b"", "ledger.file"),
        ("序号,当事人\n1,某人\n".encode("gb18030"), "ledger.file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), "ledger.old"),
        (xlsx(ledger(3))[:-900], "ledger.file"),
        (bomb(), "ledger.big"),
        (bytes(ledgers.MOST_BYTES + 1), "ledger.big"),
        (xlsx([], head=("仅", "两列"), title=""), "ledger.empty"),
        (xlsx([]), "ledger.empty"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_in_one_sentence(file, code):
    with pytest.raises(UserError) as caught:
        ledgers.read(file)
    assert caught.value.code == code


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(ledgers, "MOST_ROWS", 10)
    with pytest.raises(UserError, match=r"^ledger.big$"):
        ledgers.read(xlsx(ledger(12)))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("张三与李四", (("张三",), ("李四",))),
        ("张三、李四 与 王五", (("张三", "李四"), ("王五",))),
        ("张三、李四，王五", (("张三",), ("李四", "王五"))),
        ("李和平", (("李和平",), ())),
        ("买买提·吐尔逊·阿不都热合曼与李和平", (("买买提·吐尔逊·阿不都热合曼",), ("李和平",))),
        ("王与之", (("王与之",), ())),
        ("", ((), ())),
    ],
)
def test_both_parties_in_one_cell(text, sides):
    assert ledger_columns.sides_of(text) == sides
