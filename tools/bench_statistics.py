"""The county's statistics at a million records of 300 villages on PostgreSQL: how long a page takes.

The server is the real command; a person of the county has signed in and looks at the widest pages there are.
What is kept was counted before.
"""

from __future__ import annotations

import os
import re
import statistics
import tempfile
import time
from pathlib import Path

import pyotp
import requests
from bench_county import served
from bench_figures import Figure, at_most
from private_postgres import cluster
from statistics_archive import filled, villages

from county_server import accounts, county, figures
from county_server.config import Config
from county_server.county import County
from county_server.web import signing_in

RECORDS = int(os.environ.get("VD_BENCH_STATISTICS", "1000000"))
PAGE_SECONDS = 0.3
TIMES = 15
LOGIN, PASSWORD, STEP = "zhoumin", "shan shui tian yuan", 30
PAGES = {
    "villages, year": "?table=situation&span=year&level=unit",
    "report, quarter": "?table=service_report&span=quarter&level=unit",
    "topics, year": "?table=hot_topics&span=year",
    "indicators, year": "/indicators?span=year",
    "one village": "?table=situation&span=year&place={village}",
    "records": "/records?table=service_report&span=year&place={village}&column=talks",
}


def pages() -> list[Figure]:
    """The slowest page by its median, with all of them beside it, and what counting anew takes."""
    with (
        cluster(Path(tempfile.gettempdir()), durable=True) as postgres,
        tempfile.TemporaryDirectory() as folder,
    ):
        settings = Config(database=postgres.fresh(), blobs=f"{folder}/blobs")
        here = county.create(settings, "620702", "甘州区[练习]")
        try:
            filled(here, RECORDS)
            whole = _seconds(here)
            factor = _begun(here)
            with served(settings) as (address, _process):
                took = _looked(address, factor, villages(here.code)[0])
        finally:
            here.close()
    name = f"county's statistics, {RECORDS:,} records: slowest page"
    return [at_most(name, max(took.values()), "s", PAGE_SECONDS, counting_all=whole, **took)]


def _seconds(here: County) -> float:
    started = time.perf_counter()
    figures.refresh(here)
    with here.database.connected():
        here.database.rows("ANALYZE figure")
    return time.perf_counter() - started


def _begun(here: County) -> pyotp.TOTP:
    user = accounts.add_user(here, "周敏[练习]", here.code)
    accounts.add_grant(here, user, "county_pls", [here.code])
    code = signing_in.begin(here, user, LOGIN)
    factor = pyotp.TOTP(signing_in.factor_of(here, LOGIN, code))
    signing_in.finish_first(here, LOGIN, code, PASSWORD, factor.at(int(time.time())))
    return factor


def _looked(address: str, factor: pyotp.TOTP, village: str) -> dict[str, float]:
    """Return the median of each page in seconds."""
    with requests.Session() as browser:
        digits = factor.at(int(time.time()) + STEP)
        told = {"login": LOGIN, "password": PASSWORD, "digits": digits}
        browser.post(f"{address}/web/sign-in", data=told, timeout=60).raise_for_status()
        took = {}
        for name, path in PAGES.items():
            runs = []
            for _time in range(TIMES):
                started = time.perf_counter()
                reply = browser.get(f"{address}/web/statistics{path.format(village=village)}", timeout=60)
                runs.append(time.perf_counter() - started)
                reply.raise_for_status()
                if not re.search(r'<td class="number">.*[1-9]|打开</a>', reply.text):
                    raise AssertionError(f"the page {name} shows no number")
            took[re.sub(r"\W+", "_", name)] = statistics.median(runs)
    return took
