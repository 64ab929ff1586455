"""The merge rule: what each kind of field does when two people touch it at once, and its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sync.merge import MOST_PARAGRAPHS, Past, Rules, State, join_paragraphs, merge, rules_of
from village_desk.changes import DECIDES, Body, accepted
from village_desk.kinds import KINDS

US, THEM = "aa" * 16, "bb" * 16
RULES = Rules(
    {
        "facts": "text",
        "tags": "set",
        "log": "append",
        "state": "state",
        "digest": "immutable",
        "name": "guard",
    },
    lambda _field, old, new: (old, new) in {(None, "open"), ("open", "closed"), ("open", "refused")},
)


def body(f, *, b=0, n=1, p=0, op="put"):
    return Body(
        n=n,
        g=n,
        r="00" * 16,
        t="consultation",
        s="620702101201",
        op=op,
        b=b,
        p=p,
        u="",
        grant="",
        sv=1,
        at=0,
        clock=None,
        f=f,
    )


class Record:
    """A record at the county with its history, to which changes are applied in order."""

    def __init__(self):
        self.state, self.past = State(), []

    def take(self, device, f, **rest):
        change = body(f, **rest)
        merged = merge(self.state, device, change, RULES, lambda: self.past)
        if merged.outcome != "quarantined":
            self.state = merged.state
            self.past.append(Past(merged.state.ver, device, change.f, accepted(change, merged.differs)))
        return merged


@pytest.fixture
def record():
    made = Record()
    made.take(US, {"name": "甲", "facts": "一\n二\n三", "tags": ["a", "b"], "state": "open", "log": ["1"]})
    return made


def test_a_lone_writer_never_conflicts_however_many_edits_wait(record):
    for n in range(2, 7):
        merged = record.take(US, {"name": f"甲{n}", "facts": f"一\n{n}", "tags": [str(n)]}, b=0, n=n)
        assert (merged.outcome, merged.differs) == ("ok", {})
    assert record.state.values["name"] == "甲6"
    assert record.state.ver == 6


def test_the_first_of_two_values_stays_and_the_second_is_kept_beside_it(record):
    record.take(THEM, {"name": "乙"}, b=1)
    merged = record.take(US, {"name": "丙"}, b=1, n=2)
    assert merged.outcome == "conflict"
    assert record.state.values["name"] == "乙"
    (sibling,) = merged.siblings
    assert (sibling.field, sibling.value, sibling.device, sibling.n, sibling.why) == (
        "name",
        "丙",
        US,
        2,
        "value",
    )
    assert merged.differs == {"name": "乙"}


def test_a_conflict_has_the_same_id_at_every_attempt(record):
    record.take(THEM, {"name": "乙"}, b=1)
    again = [
        merge(record.state, US, body({"name": "丙"}, b=1, n=2), RULES, list).siblings[0].id for _ in range(2)
    ]
    assert again[0] == again[1]


def test_the_same_value_from_two_desks_is_no_conflict(record):
    record.take(THEM, {"name": "乙"}, b=1)
    assert record.take(US, {"name": "乙"}, b=1, n=2).outcome == "ok"


def test_own_edits_after_a_conflict_do_not_overwrite_the_other_value(record):
    record.take(THEM, {"name": "乙"}, b=1)
    record.take(US, {"name": "丙"}, b=1, n=2)
    assert record.take(US, {"name": "丁"}, b=1, n=3).outcome == "conflict"
    assert record.state.values["name"] == "乙"


def test_different_fields_merge_silently(record):
    record.take(THEM, {"name": "乙"}, b=1)
    assert record.take(US, {"phone": "1"}, b=1, n=2).outcome == "ok"
    assert record.state.values["name"] == "乙"
    assert record.state.values["phone"] == "1"


def test_a_field_nobody_declared_is_guarded(record):
    record.take(THEM, {"x_new": 1}, b=1)
    assert record.take(US, {"x_new": 2}, b=1, n=2).outcome == "conflict"


def test_sets_merge_element_by_element(record):
    record.take(THEM, {"tags": ["a", "b", "c"]}, b=1)
    merged = record.take(US, {"tags": ["a", "d"]}, b=1, n=2)
    assert merged.outcome == "ok"
    assert record.state.values["tags"] == ["a", "c", "d"]
    assert merged.differs == {"tags": ["a", "c", "d"]}


def test_a_set_joined_by_the_county_survives_the_authors_next_offline_edit(record):
    record.take(THEM, {"tags": ["a", "b", "c"]}, b=1)
    record.take(US, {"tags": ["a", "d"]}, b=1, n=2)
    record.take(US, {"tags": ["d", "e"]}, b=1, n=3)
    assert record.state.values["tags"] == ["c", "d", "e"]


def test_an_appended_list_keeps_both_additions_and_never_shrinks(record):
    record.take(THEM, {"log": ["1", "2"]}, b=1)
    record.take(US, {"log": ["3"]}, b=1, n=2)
    assert record.state.values["log"] == ["1", "2", "3"]


def test_appended_text_keeps_both_additions(record):
    record.take(US, {"log": "早\n午"}, b=1, n=2)
    record.take(THEM, {"log": "早\n午\n晚"}, b=2)
    record.take(US, {"log": "早\n午\n夜"}, b=2, n=3)
    assert record.state.values["log"] == "早\n午\n晚\n夜"


def test_changes_in_different_paragraphs_are_joined_and_flagged_for_a_person(record):
    record.take(THEM, {"facts": "一改\n二\n三"}, b=1)
    merged = record.take(US, {"facts": "一\n二\n三改"}, b=1, n=2)
    assert record.state.values["facts"] == "一改\n二\n三改"
    assert [(each.why, each.value) for each in merged.siblings] == [("joined", "一\n二\n三改")]


def test_changes_in_the_same_paragraph_conflict(record):
    record.take(THEM, {"facts": "一改\n二\n三"}, b=1)
    merged = record.take(US, {"facts": "一变\n二\n三"}, b=1, n=2)
    assert [each.why for each in merged.siblings] == ["value"]
    assert record.state.values["facts"] == "一改\n二\n三"


def test_a_text_that_already_holds_the_others_change_is_simply_taken(record):
    record.take(THEM, {"facts": "一改\n二\n三"}, b=1)
    merged = record.take(US, {"facts": "一改\n二\n三改"}, b=1, n=2)
    assert (merged.outcome, merged.differs) == ("ok", {})


def test_very_long_texts_are_not_joined():
    long = "\n" * MOST_PARAGRAPHS
    assert join_paragraphs(long, "x" + long, long + "x") is None


def test_an_illegal_transition_is_set_aside_whole(record):
    record.take(US, {"state": "closed"}, b=1, n=2)
    before = record.state
    merged = record.take(US, {"state": "open", "name": "乙"}, b=2, n=3)
    assert (merged.outcome, merged.reason) == ("quarantined", "state.illegal")
    assert record.state == before


def test_two_different_transitions_conflict(record):
    record.take(THEM, {"state": "closed"}, b=1)
    merged = record.take(US, {"state": "refused"}, b=1, n=2)
    assert merged.outcome == "conflict"
    assert record.state.values["state"] == "closed"


def test_deciding_a_conflict_may_go_where_no_move_leads_and_closes_what_it_names(record):
    record.take(THEM, {"state": "closed"}, b=1)
    (sibling,) = record.take(US, {"state": "refused"}, b=1, n=2).siblings
    merged = record.take(US, {"state": "refused", DECIDES: [sibling.id]}, b=3, n=3, op="resolve")
    assert (merged.outcome, merged.decides) == ("ok", (sibling.id,))
    assert record.state.values["state"] == "refused"
    assert DECIDES not in record.state.values


def test_what_is_fixed_once_written_can_be_written_once(record):
    assert record.take(US, {"digest": "1"}, b=1, n=2).outcome == "ok"
    assert record.take(US, {"digest": "1"}, b=2, n=3).outcome == "ok"
    merged = record.take(US, {"digest": "2"}, b=3, n=4)
    assert (merged.outcome, merged.reason) == ("quarantined", "field.immutable")


def test_archiving_hides_and_an_edit_brings_back(record):
    assert record.take(US, {}, b=1, n=2, op="archive").state.archived
    assert record.take(US, {}, b=2, n=3, op="archive").state.archived
    merged = record.take(US, {"name": "乙"}, b=2, n=4)
    assert not merged.state.archived
    assert merged.siblings == ()
    assert merged.differs == {"archived": False}


def test_an_edit_beats_a_concurrent_archiving_and_says_so(record):
    record.take(THEM, {}, b=1, op="archive")
    merged = record.take(US, {"name": "乙"}, b=1, n=2)
    assert not merged.state.archived
    assert [(each.field, each.value, each.why) for each in merged.siblings] == [
        ("archived", True, "archived")
    ]


def test_archiving_over_an_unseen_edit_is_only_noted(record):
    record.take(THEM, {"name": "乙"}, b=1)
    merged = record.take(US, {}, b=1, n=2, op="archive")
    assert not merged.state.archived
    assert merged.differs == {"archived": False}
    assert [each.why for each in merged.siblings] == ["archived"]


def test_archiving_over_an_unseen_edit_that_became_a_conflict_is_only_noted_too(record):
    record.take(US, {"name": "乙"}, b=1, n=2)
    record.take(THEM, {"name": "丙"}, b=1)
    record.take(US, {"phone": "1"}, b=2, n=3)
    assert not record.take(US, {}, b=2, n=4, op="archive").state.archived


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (body({"name": "甲"}, b=3), "record.unknown"),
        (body({"name": "甲"}, n=3, p=2), "record.unknown"),
        (body({}, n=3, p=2, op="archive"), "record.unknown"),
        (body({}, op="archive"), "op"),
        (body({"s": "1"}, op="move"), "op"),
    ],
)
def test_what_makes_no_sense_is_set_aside(change, reason):
    merged = merge(State(), US, change, RULES, list)
    assert (merged.outcome, merged.reason, merged.state) == ("quarantined", reason, State())


def test_rules_come_from_the_declared_kind():
    rules = rules_of(KINDS["consultation"], RULES.legal)
    assert rules.merge["content"] == "text"
    assert rules.merge["name"] == "guard"


# ---------------------------------------------------------------- laws

VALUES = st.one_of(st.none(), st.sampled_from("甲乙丙"))
FIELDS = st.dictionaries(st.sampled_from(["name", "phone", "address"]), VALUES, min_size=1)
LINES = st.lists(st.sampled_from("一二三四五"), max_size=6).map("\n".join)
SETS = st.lists(st.sampled_from("abcde"), unique=True).map(sorted)


def started(values):
    made = Record()
    made.take(US, values)
    return made


@given(base=FIELDS, edit=FIELDS)
def test_whoever_has_seen_everything_gets_everything(base, edit):
    record = started(base)
    merged = record.take(THEM, edit, b=1)
    assert merged.outcome == "ok"
    assert {name: record.state.values[name] for name in edit} == edit


@given(base=FIELDS, ours=FIELDS, theirs=FIELDS)
def test_no_value_is_ever_lost(base, ours, theirs):
    record = started(base)
    record.take(THEM, theirs, b=1)
    merged = record.take(US, ours, b=1, n=2)
    kept = {(each.field, each.value) for each in merged.siblings} | set(record.state.values.items())
    assert kept >= {*ours.items(), *theirs.items()}
    assert {**record.state.values} == {**base, **ours, **theirs}


@given(base=FIELDS, ours=VALUES, theirs=VALUES)
def test_edits_of_different_fields_commute(base, ours, theirs):
    ends = []
    for order in ((US, THEM), (THEM, US)):
        record = started(base)
        for device in order:
            record.take(device, {"name": ours} if device == US else {"phone": theirs}, b=1, n=2)
        ends.append(record.state.values)
    assert ends[0] == ends[1]


@given(base=SETS, ours=SETS, theirs=SETS)
def test_sets_keep_what_either_added_and_drop_what_either_removed(base, ours, theirs):
    record = started({"tags": base})
    record.take(THEM, {"tags": theirs}, b=1)
    record.take(US, {"tags": ours}, b=1, n=2)
    want = (set(base) & set(ours) & set(theirs)) | (set(ours) - set(base)) | (set(theirs) - set(base))
    assert set(record.state.values["tags"]) == want


@given(base=LINES, new=LINES)
def test_joining_a_text_with_its_own_origin_gives_the_new_one(base, new):
    assert join_paragraphs(base, base, new) == new
    assert join_paragraphs(base, new, base) == new
    assert join_paragraphs(base, new, new) == new


@given(base=LINES, ours=LINES, theirs=LINES)
def test_joining_texts_does_not_depend_on_the_order_and_keeps_every_new_paragraph(base, ours, theirs):
    joined = join_paragraphs(base, ours, theirs)
    assert joined == join_paragraphs(base, theirs, ours)
    if joined is not None:
        added = (set(ours.split("\n")) | set(theirs.split("\n"))) - set(base.split("\n"))
        assert added <= set(joined.split("\n"))


@given(edits=st.lists(st.tuples(st.booleans(), FIELDS, st.integers(0, 9)), max_size=8))
def test_versions_are_dense_and_a_merge_does_not_touch_what_it_was_given(edits):
    record = started({"name": "甲"})
    for n, (ours, f, seen) in enumerate(edits, 2):
        before = record.state
        kept = replace(before, values=dict(before.values), fver=dict(before.fver))
        record.take(US if ours else THEM, f, b=min(seen, before.ver), n=n)
        assert before == kept
    assert record.state.ver == 1 + len(edits)
