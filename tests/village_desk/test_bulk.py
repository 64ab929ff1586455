"""Rows of the feed laid at once leave the very file that they leave one by one."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.village_desk.test_applying import foreign
from village_desk import ids
from village_desk.changes import FeedConflict
from village_desk.kinds import KINDS
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
        "groups": st.sampled_from([["a", "b"], [], "a"]),
        "merged_into": st.sampled_from([ids.new_id().hex(), "short"]),
    },
    "hardship_statement": {"name": st.just("[练习]赵六"), "reason": st.text(max_size=9)},
}


OWN = {"consultation": ("name", "content"), "person": ("name", "phone"), "hardship_statement": ("reason",)}
DEVICE = ids.new_id()


@st.composite
def own_edits(draw):
    """What this desk wrote before: (kind, record, fields), one change each."""
    edits = []
    for number in range(draw(st.integers(0, 6))):
        kind, record_id = draw(st.sampled_from(RECORDS))
        edits.append((kind, record_id, {draw(st.sampled_from(OWN[kind])): f"[练习]{number}"}))
    return edits


@st.composite
def feeds(draw):
    """Own edits, and rows of a feed that shows them, between those of others, in any order: records begin,
    change, are archived, are disputed.
    """
    edits, shown = draw(own_edits()), 0
    rows, versions = [], dict.fromkeys(RECORDS, 0)
    for seq in range(1, draw(st.integers(1, 12)) + 1):
        if shown < len(edits) and draw(st.booleans()):
            kind, record_id, fields = edits[shown]
            shown += 1
            versions[kind, record_id] += 1
            row = foreign(record_id, seq, versions[kind, record_id], fields, kind=kind, received_at=seq)
            differs = draw(st.sampled_from([None, dict.fromkeys(fields, "[练习]别人的")]))
            rows.append(replace(row, device=DEVICE.hex(), n=shown, set_=differs))
            continue
        kind, record_id = draw(st.sampled_from(RECORDS))
        versions[kind, record_id] += 1
        archives = versions[kind, record_id] > 1 and draw(st.booleans())
        known = VALUES[kind]
        names = draw(st.lists(st.sampled_from(sorted(known)), unique=True))
        fields = {} if archives else {name: draw(known[name]) for name in names}
        opened = [
            FeedConflict(id=f"{seq:032x}", field=name, value="x") for name in names if draw(st.booleans())
        ]
        rows.append(
            foreign(
                record_id, seq, versions[kind, record_id], fields, kind=kind,
                op="archive" if archives else "put", received_at=seq, user_name="[练习]孙律师",
                scope=draw(st.sampled_from(["620702101201", "620702101202"])), opened=tuple(opened[:1]),
            )
        )  # fmt: skip
    return edits, rows


def desk_with(session, edits):
    """Give a desk the changes it wrote itself."""
    with session.store.unit_of_work(None, 1) as uow:
        uow.set_state("device_id", DEVICE)
    for at, (kind, record_id, fields) in enumerate(edits, 1):
        with session.store.unit_of_work(None, at) as uow:
            uow.put(kind, record_id, fields)
    return session.store


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
    own = store.query('SELECT "n", "state", "seq", "ver", "reason" FROM "change" ORDER BY "n"')
    return {table: sorted(map(repr, store.query(f'SELECT * FROM "{table}"'))) for table in tables} | {
        "words": sorted(words),
        "own": own,
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(feed=feeds(), cut=st.integers(1, 12))
def test_a_page_applied_at_once_leaves_what_its_rows_leave_one_by_one(make_session, feed, cut):
    edits, rows = feed
    fast, slow = desk_with(make_session(), edits), desk_with(make_session(), edits)
    for start in range(0, len(rows), cut):
        with fast.unit_of_work(None, 9) as uow:
            apply_rows(uow, rows[start : start + cut])
        touched = uow.touched
        with slow.unit_of_work(None, 9) as uow:
            for row in rows[start : start + cut]:
                apply_rows(uow, [row])
        assert uow.touched == touched
    assert file_of(fast) == file_of(slow)
    for store in (fast, slow):
        store.close_connection()
