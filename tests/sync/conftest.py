"""A county and desks at it, made anew for each test."""

import json

import pytest

from tests.sync.world import Clock, new_county, new_desk, serving
from village_desk import pinyin


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def county(tmp_path, clock):
    there = new_county(tmp_path, clock)
    yield there
    there.close()


@pytest.fixture
def address(county):
    """The county over real HTTP on a loopback port; answers its address."""
    with serving(county) as found:
        yield found


@pytest.fixture
def desk_at(county, tmp_path, clock):
    """Returns a function that sets up and enrols another desk."""
    desks = []

    def make(name="甲[练习]", **how):
        desks.append(new_desk(county, tmp_path / f"desk{len(desks)}", clock, name, **how))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


def everything(store):
    """Return all that stands in any table of the desk file, decrypted."""
    found = []
    tables = store.query('SELECT "name" FROM sqlite_master WHERE "type" = \'table\'')
    for (table,) in tables:
        if table == "search":  # its own shadow tables hold what it holds
            continue
        for row in store.query(f'SELECT * FROM "{table}"'):
            found += [bytes(part) for part in row if isinstance(part, bytes)]
            found += [str(part).encode() for part in row if not isinstance(part, bytes)]
    found += [word.encode() for (word,) in store.query("SELECT term FROM words_there")]
    return b"\n".join(found)


@pytest.fixture
def holds():
    """Return a function that says whether a text stands anywhere in a desk file, or in its search index."""

    def look(desk, text):
        store = desk.store
        store.database.execute_sql("DROP TABLE IF EXISTS temp.words_there")
        store.database.execute_sql(
            "CREATE VIRTUAL TABLE temp.words_there USING fts5vocab('main', 'search', 'row')"
        )
        whole = everything(store)
        words = pinyin.text_terms(text).split()
        escaped = json.dumps(text).strip('"').encode()
        return text.encode() in whole or escaped in whole or all(word.encode() in whole for word in words)

    return look
