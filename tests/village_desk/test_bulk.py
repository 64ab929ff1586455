"""Many new records written at once leave the very file that they leave one by one."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.village_desk.test_applying import foreign
from village_desk import ids
from village_desk.kinds import KINDS
from village_desk.store import applying
from village_desk.store.applying import apply_rows

RECORDS = [
    (kind, ids.new_id()) for kind in ("consultation", "person", "hardship_statement") for _ in range(3)
]
VALUES = {
    "consultation": {
        "name": st.sampled_from(["[练习]李犇", "[练习]吕不韦", "", None]),
        "content": st.sampled_from(["土地承包，与邻居争地界", "A-1 号", 7, None]),
        "met_on": st.sampled_from(["2026-11-21", "no day", None]),
        "x_county": st.sampled_from([1, "甲", ["a", "b"], None]),
        "class": st.sampled_from(["normal", "restricted", "contact"]),
        "readers": st.sampled_from([[], ["cd" * 16]]),
        "profile": st.integers(0, 3),
    },
    "person": {
        "name": st.sampled_from(["[练习]王桂兰", "阿不都·热合曼"]),
        "phone": st.sampled_from(["13800000001", None]),
        "groups": st.sampled_from([["b", "a"], [], "a"]),
        "merged_into": st.sampled_from([ids.new_id().hex(), "short"]),
    },
    "hardship_statement": {"name": st.just("[练习]赵六"), "reason": st.text(max_size=9)},
}


@st.composite
def feeds(draw):
    """Rows of a feed: records begin, change, are archived, in any order between each other."""
    rows, versions = [], dict.fromkeys(RECORDS, 0)
    for seq in range(1, draw(st.integers(1, 12)) + 1):
        kind, record_id = draw(st.sampled_from(RECORDS))
        versions[kind, record_id] += 1
        archives = versions[kind, record_id] > 1 and draw(st.booleans())
        known = VALUES[kind]
        names = draw(st.lists(st.sampled_from(sorted(known)), unique=True))
        fields = {} if archives else {name: draw(known[name]) for name in names}
        rows.append(
            foreign(
                record_id, seq, versions[kind, record_id], fields, kind=kind,
                op="archive" if archives else "put", received_at=seq, user_name="[练习]孙律师",
                scope=draw(st.sampled_from(["620702101201", "620702101202"])),
            )
        )  # fmt: skip
    return rows


def file_of(store):
    """Everything a feed leaves in a desk file, the words of search among it; not in which order."""
    tables = [*KINDS, "remote_change", "conflict", "tally"]
    connection = store.database.connection()
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab('main', 'search', 'instance')"
    )
    words = connection.execute(
        "SELECT term, record_id, offset, kind, scope FROM temp.word JOIN search_entry ON place = doc"
    ).fetchall()
    return {table: sorted(map(repr, store.query(f'SELECT * FROM "{table}"'))) for table in tables} | {
        "words": sorted(words)
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=feeds(), cut=st.integers(1, 12))
def test_a_page_applied_at_once_leaves_what_its_rows_leave_one_by_one(make_session, monkeypatch, rows, cut):
    fast, slow = make_session().store, make_session().store
    for start in range(0, len(rows), cut):
        with fast.unit_of_work(None, 9) as uow:
            apply_rows(uow, rows[start : start + cut])
        touched = uow.touched
        with monkeypatch.context() as patch, slow.unit_of_work(None, 9) as uow:
            patch.setattr(applying, "_new_here", lambda *_: set())
            for row in rows[start : start + cut]:
                apply_rows(uow, [row])
        assert uow.touched == touched
    assert file_of(fast) == file_of(slow)
    for store in (fast, slow):
        store.close_connection()
