"""Eight desks push at once while another reads along: no row becomes visible behind a reader's back.

domain: sync §2.5. With numbers taken from a sequence of the database a reader lost half of the rows. `make
prove` does it with a million (`VD_GAP_ROWS`).
"""

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

pytestmark = [pytest.mark.county, pytest.mark.postgres]

WRITERS = 8
ROWS = int(os.environ.get("VD_GAP_ROWS", "4000"))
BATCH = 25 if ROWS <= 10_000 else 250


@pytest.fixture
def database_url(postgres):
    """Only PostgreSQL lets several write at once."""
    return postgres()


def _push(desk, batches):
    """Push batch after batch; what was acknowledged is forgotten, for a million do not fit."""
    for _ in range(batches):
        first = len(desk.log) + 1
        for _ in range(BATCH):
            desk.write({"name": "[练习] 甲"})
        reply = desk.push(first)
        assert (reply.last, reply.problem, reply.verdicts) == (len(desk.log), "", [])
        desk.log[first - 1 :] = [None] * BATCH
        desk.heads[first - 1 : -1] = [None] * BATCH


def _read_along(desk, done):
    """Pull until the writers have ended and nothing is left; return the numbers in the order they came."""
    numbers, last_look = [], False
    while not last_look:
        last_look = done.is_set()
        more = True
        while more:
            reply = desk.ask(desk.request(cursor=desk.cursor, want=2**21))
            numbers += [row.q for row in reply.rows]
            more, desk.cursor = reply.more, reply.cursor
    return numbers


def test_a_reader_misses_no_row_while_eight_desks_write(new_desk):
    reader = new_desk(role="county_pls", unit="620702", areas=["620702"])
    desks = [new_desk(unit=f"62070210{at}001") for at in range(1, WRITERS + 1)]
    batches = ROWS // WRITERS // BATCH
    done = threading.Event()
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reading = pool.submit(_read_along, reader, done)
        try:
            for writing in [pool.submit(_push, desk, batches) for desk in desks]:
                writing.result()
        finally:
            done.set()
        seen = reading.result()
    assert seen == list(range(1, WRITERS * batches * BATCH + 1))
