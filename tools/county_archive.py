"""An archive of years at a county: many rows that the database makes, with the log's tree over them."""

from __future__ import annotations

from crowd import CrowdDesk

from county_server import log
from county_server.county import County
from village_desk import crypto
from village_desk.merkle import Tree

PIECE = 50_000
_BODY = b'{"f":{"name":"' + "练习".encode() * 100 + b'"}}'
_RECORD = "decode(lpad(to_hex(i), 32, '0'), 'hex')"
_FEED = """
INSERT INTO feed (seq, device, n, g, record_id, kind, ver, village, township, body, salt, hash, outcome,
    user_id, received_at)
SELECT i, ?, ? + i, ? + i, {record}, 'consultation', 1, {village}, left({village}, 9), ?, ?, ?, 'ok', ?, i
FROM generate_series({first}, {last}) AS s(i)
"""
_RECORDS = """
INSERT INTO consultation (id, scope, ver, archived, class, profile, created_by, created_at, "sum",
    name, content)
SELECT {record}, {village}, 1, 0, 'normal', 0, ?, i, 0, '练习', repeat('练习', 60)
FROM generate_series({first}, {last}) AS s(i)
"""


def grown_to(here: County, by: CrowdDesk, size: int) -> None:
    """Let the feed have `size` rows at least, each a record of its own, written by the desk `by`.

    Their bodies are copies of one: what a change costs may depend on how many there are, not on their text.
    """
    database = here.database
    with database.writing():
        tree = log.tree(database, lock=True)
        first, last = tree.size + 1, size
        if first > last:
            return
        parts = {"record": _RECORD, "village": _village(here.code), "first": first, "last": last}
        before, device = by.last - first + 1, bytes.fromhex(by.device)
        rest = (_BODY, bytes(crypto.SALT_BYTES), bytes(32), by.user)
        database.rows(_FEED.format(**parts), device, before, before, *rest)
        database.rows(_RECORDS.format(**parts), by.user)
        by.last += last - first + 1
        database.rows("UPDATE device SET last = ?, head = ? WHERE id = ?", by.last, by.head, device)
        _grow(here, tree, last)
    with database.connected():
        database.rows("ANALYZE")


def _village(county: str) -> str:
    """Return the SQL of row i's village: twenty townships of fifteen villages, none of them the crowd's."""
    return f"'{county}' || (500 + mod(i, 20))::text || lpad((1 + mod(i, 15))::text, 3, '0')"


def _grow(here: County, tree: Tree, until: int) -> None:
    columns = "seq, device, n, hash, outcome, received_at"
    select = f"SELECT {columns} FROM feed WHERE seq BETWEEN ? AND ? ORDER BY seq"  # noqa: S608 - our columns
    for start in range(tree.size + 1, until + 1, PIECE):
        for row in here.database.rows(select, start, start + PIECE - 1):
            tree.append(log.leaf_of((row[0], bytes(row[1]), row[2], bytes(row[3]), row[4], row[5])))
    (update, head), (_, stored) = log.written(tree)
    here.database.rows(update, *head[0])
    here.database.insert("log_node", ("level", "place", "hash"), stored)
