"""Two counties, a store of each, and a province above that goes away and comes back (`make prove` only)."""

import contextlib
import os
import threading
import time

import psycopg
import pytest

from county_server import backup, county, upward
from county_server.config import Config
from tests.county_server.conftest import Clock, desk_of
from tools.deploy.replication import follow, reader, run
from tools.private_postgres import cluster

RECORDS = int(os.environ.get("VD_UPWARD_RECORDS", "2000"))
BATCH, PATIENCE = 200, 600
COUNTIES = ("620702", "620721")
VALUES = {
    "name": "[练习]甲",
    "content": "问宅基地" * 20,
    "topic": "land",
    "met_on": "2026-11-20",
    "channel": "visit",
}
pytestmark = [pytest.mark.end_to_end, pytest.mark.slow, pytest.mark.postgres]


def ask(url, sql):
    with psycopg.connect(url) as opened:
        return opened.execute(sql).fetchall()


def until(look, wanted):
    """Wait until both are the same; return the seconds it took."""
    begun = time.monotonic()
    while look() != wanted():
        assert time.monotonic() < begun + PATIENCE
        time.sleep(0.05)
    return time.monotonic() - begun


class Place:
    """A county, its database and its store."""

    def __init__(self, code, servers, folder):
        self.code, self.folder = code, folder / code
        self.url, self.store = (server.database() for server in servers)
        self.config = Config(database=self.url, blobs=str(self.folder))
        self.clock = Clock()
        self.here = county.create(self.config, code, "[练习]", self.clock)
        self.desk = desk_of(self.here, "[练习] 甲", unit=f"{code}103001")
        self.sent = 0
        run(self.url, *upward.county_statements())
        run(self.store, *upward.store_statements([code]))
        follow(reader(self.url), self.store, f"from_{code}")

    def send(self, records):
        """Send so many new records, and an edit of each tenth."""
        for _ in range(0, records, BATCH):
            made = [self.desk.write(VALUES) for _ in range(BATCH)]
            for record in made[::10]:
                self.desk.write({"met_on": "2026-11-21"}, record=record, b=1)
            taken = self.desk.push(self.sent + 1)
            assert taken.problem == ""
            self.sent = taken.last

    def told(self, url):
        """What a database holds of this county: a number and a digest over every column that goes up."""
        kind = upward.KINDS["consultation"]
        row = ", ".join(f'"{name}"' for name in (*upward.ENVELOPE, *upward.fields(kind)))
        digest = f"md5(string_agg(md5(ROW({row})::text), '' ORDER BY id))"
        where = f"left(scope, 6) = '{self.code}' AND class = 'normal'"
        return ask(url, f"SELECT count(*), {digest} FROM consultation WHERE {where}")


@pytest.fixture(scope="module")
def servers():
    """Three servers: of the counties, of their stores, of the province."""
    with cluster() as below, cluster() as between, cluster() as above:
        yield below, between, above


@pytest.fixture(scope="module")
def places(servers, tmp_path_factory):
    made = [Place(code, servers[:2], tmp_path_factory.mktemp("counties")) for code in COUNTIES]
    yield made
    for place in made:
        place.here.close()


@pytest.fixture(scope="module")
def province(servers, places):
    url = servers[2].database()
    run(url, *upward.store_statements(COUNTIES))
    for place in places:
        follow(reader(place.store), url, f"from_{place.code}")
    return url


@contextlib.contextmanager
def sending(places):
    """Both counties take changes while the block runs, and a little longer."""
    threads = [threading.Thread(target=place.send, args=(RECORDS,)) for place in places]
    for thread in threads:
        thread.start()
    yield
    for thread in threads:
        thread.join()


def equal(places, province):
    """The province holds of each county what that publishes, to the last column; the longest wait for it."""
    return max(until(lambda at=at: at.told(province), lambda at=at: at.told(at.url)) for at in places)


def test_a_province_that_was_away_catches_up_and_holds_what_its_counties_hold(
    servers, places, province, record_property
):
    above = servers[2]
    figures = {}
    for place in places:
        place.send(RECORDS)
    figures["records of each county before"] = RECORDS
    figures["seconds behind after these"] = f"{equal(places, province):.1f}"
    lags = []
    for _ in range(20):
        places[0].send(BATCH)
        lags.append(
            until(lambda: places[0].told(province)[0][0], lambda: places[0].told(places[0].url)[0][0])
        )
    figures["seconds until a batch of 200 is seen above, worst of 20"] = f"{max(lags):.2f}"
    with sending(places):
        above.stop()
    figures["records of each county while the province was away"] = RECORDS
    above.start()
    figures["seconds to catch up"] = f"{equal(places, province):.1f}"
    standing = ask(province, "SELECT county, sum(told), sum(held) FROM upward_standing GROUP BY 1 ORDER BY 1")
    assert [(told, held) for _, told, held in standing] == [
        (told, told) for told in (place.told(place.url)[0][0] for place in places)
    ]
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        run(province, "UPDATE consultation SET ver = 0")
    for name, value in figures.items():
        record_property(name, str(value))
        print(f"{name}: {value}")


def test_a_county_put_back_from_its_backup_is_copied_anew(servers, places, province, tmp_path):
    """docs/deploy.md, "After a county was put back"."""
    place, other = places
    equal(places, province)
    made, _ = backup.back_up(place.here, tmp_path)
    place.send(BATCH)
    equal(places, province)
    name, code = f"from_{place.code}", place.code
    run(province, f"DROP SUBSCRIPTION {name}", *upward.empty_statements([code]))
    run(place.store, f"DROP SUBSCRIPTION {name}", *upward.empty_statements([code]))
    place.here.close()
    place.url = servers[0].database()
    backup.restore(Config(database=place.url, blobs=str(place.folder)), made, place.clock())
    place.here = county.open_county(Config(database=place.url, blobs=str(place.folder)), place.clock)
    run(place.url, *upward.county_statements())
    follow(reader(place.url), place.store, name)
    follow(reader(place.store), province, name)
    equal(places, province)
    assert place.told(province)[0][0] < other.told(province)[0][0] + 40 * BATCH
