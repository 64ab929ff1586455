"""The table of records: a well-formed model that fetches its pages and says each state in a word."""

from ui.looks import LOOKS
from ui.models.record_model import RecordModel, Row, ToneRole
from ui.widgets.record_table import RecordTableView
from village_desk import profile
from village_desk.kinds import KINDS
from village_desk.queries.lists import PAGE
from village_desk.queries.records import Record
from village_desk.queries.reviews import ReviewState


def record(number, **envelope):
    given = {"ver": 0, "pending": 1, "conflicts": 0} | envelope
    values = {
        "name": f"[练习]第{number}位",
        "state": "registered",
        "content": "第一行\n第二行",
        "topic": "T02",
    }
    return Record(
        kind="consultation",
        id=number.to_bytes(16, "big"),
        values=values,
        scope="620702101201",
        archived=False,
        class_="normal",
        created_at=number,
        created_by="",
        changed_at=number,
        changed_by="",
        readers=(),
        versions={},
        **given,
    )


def model():
    kind = KINDS["consultation"]
    specs = [kind.fields[name] for name in LOOKS["consultation"].columns]
    return RecordModel(specs, profile.load(), reviewed=True, state=kind.fields["state"])


def texts(made, place):
    return [made.index(place, column).data() for column in range(made.columnCount())]


def test_the_model_is_well_formed_empty_and_full(look, qtmodeltester):
    made = model()
    qtmodeltester.check(made)
    made.show([Row(record(number)) for number in range(3)])
    qtmodeltester.check(made)


def test_the_next_page_is_asked_for_once_and_ends_when_it_is_short(look, qtbot):
    made = model()
    made.show([Row(record(number)) for number in range(PAGE)])
    assert made.canFetchMore(made.index(-1, -1))
    with qtbot.waitSignal(made.more_wanted) as wanted:
        made.fetchMore(made.index(-1, -1))
    assert wanted.args == [PAGE]
    assert not made.canFetchMore(made.index(-1, -1))
    made.add([Row(record(number)) for number in range(PAGE - 1, PAGE + 5)])
    assert made.rowCount() == PAGE + 5
    assert not made.canFetchMore(made.index(-1, -1))


def test_codes_are_words_line_ends_are_spaces_and_the_county_mark_is_never_saved(look):
    made = model()
    made.show(
        [
            Row(record(1), mark="here"),
            Row(record(2, ver=3, pending=0), ReviewState("returned", 1)),
            Row(record(3, ver=3, conflicts=1), mark="conflict"),
            Row(record(4, ver=3, pending=2), mark="waiting"),
        ]
    )
    assert texts(made, 0)[1:] == ["[练习]第1位", "老人赡养", "第一行 第二行", "已登记", "", "只在本机"]
    assert texts(made, 1)[-2:] == ["退回修改", "县里已收到"]
    assert texts(made, 2)[-1] == "有两份内容"
    assert texts(made, 3)[-1] == "待上报"
    assert made.index(1, made.columnCount() - 2).data(ToneRole) == "attention"
    assert made.place_of((3).to_bytes(16, "big")) == 2


def test_in_a_narrow_table_the_longest_text_keeps_its_room_and_lesser_columns_are_left_out(qtbot, look):
    kind = KINDS["publicity_activity"]
    specs = [kind.fields[name] for name in LOOKS["publicity_activity"].columns]
    shown = RecordModel(specs, profile.load(), reviewed=True, state=None)
    table = RecordTableView(shown, {spec.name: spec.face for spec in specs}, "topic")
    qtbot.addWidget(table)
    places = {name: place for place, name in enumerate(shown.columns)}
    for width, left_out in ((1_000, set()), (560, {"place", "people"})):
        table.resize(width, 300)
        table.show()
        assert {name for name, place in places.items() if table.isColumnHidden(place)} == left_out, width
        assert table.columnWidth(places["topic"]) >= 100
