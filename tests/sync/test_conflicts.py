"""What a person decides about: real desks and a real county, from the merge to the texts side by side."""

from village_desk.commands import conflicts as deciding
from village_desk.commands import records
from village_desk.ids import new_id
from village_desk.queries import conflicts

KIND = "consultation"
TEXT = "去年在工地干了三个月活，还欠两万元。\n要过几次，对方说没钱。\n现在电话也打不通了。"


def two_desks(desk_at, **values):
    one, two = desk_at("甲[练习]"), desk_at("乙[练习]")
    record_id = new_id()
    records.save(one.session, KIND, record_id, {"name": "[练习]赵龘", **values})
    one.sync()
    two.sync()
    return one, two, record_id


def write(desk, record_id, **values):
    records.save(desk.session, KIND, record_id, values)
    desk.sync()


def test_both_desks_see_the_same_texts_with_who_wrote_each(desk_at):
    one, two, record_id = two_desks(desk_at)
    write(one, record_id, address="三组")
    write(two, record_id, address="二组")
    one.sync()
    for desk in (one, two):
        (record,) = conflicts.records(desk.session)
        (disputed,) = record.fields
        assert (disputed.current, disputed.author.name, disputed.author.received) == (
            "三组",
            "甲[练习]",
            True,
        )
        assert [(other.value, other.user_name, other.own) for other in disputed.others] == [
            ("二组", "乙[练习]", desk is two)
        ]
        assert (disputed.why, record.refused) == ("value", "")


def test_a_text_the_county_joined_waits_to_be_read_and_is_settled_for_both(desk_at):
    one, two, record_id = two_desks(desk_at, content=TEXT)
    write(one, record_id, content=TEXT.replace("两万元", "两万三千元"))
    write(two, record_id, content=TEXT.replace("打不通了", "打不通了，人也搬走了"))
    one.sync()
    (record,) = conflicts.records(one.session)
    (disputed,) = record.fields
    assert disputed.why == "joined"
    assert "两万三千元" in str(disputed.current)
    assert "人也搬走了" in str(disputed.current)
    deciding.resolve(one.session, disputed.others[0].id, disputed.current)
    one.sync()
    two.sync()
    assert [conflicts.records(desk.session) for desk in (one, two)] == [[], []]


def test_an_edit_beside_a_putting_away_is_asked_about(desk_at):
    one, two, record_id = two_desks(desk_at)
    records.archive(one.session, KIND, record_id)
    one.sync()
    write(two, record_id, address="二组")
    one.sync()
    (record,) = conflicts.records(two.session)
    (disputed,) = record.fields
    assert (disputed.why, disputed.current) == ("archived", False)
    deciding.resolve(two.session, disputed.others[0].id, value=True)
    two.sync()
    one.sync()
    assert [desk.row(KIND, record_id)["archived"] for desk in (one, two)] == [1, 1]
