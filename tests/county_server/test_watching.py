"""What a server tells whoever watches it: figures, a log without data, a configuration as the manual says."""

import json
import logging
import re

import pytest
import requests

from county_server import app, audit, config, log_lines, metrics
from county_server.errors import CountyTrouble
from county_server.metrics import Figures, Measured, Watch
from county_server.sentences import sentence
from tests.county_server.conftest import VILLAGE, running
from village_desk import paths

pytestmark = pytest.mark.county


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def watched(here, watch):
    made = app.make(here, watch=watch)
    with running(Measured(made, watch.figures, (route.path for route in made.routes))) as at:
        yield at


def _figures(text):
    return {
        line.rpartition(" ")[0]: float(line.rpartition(" ")[2])
        for line in text.splitlines()
        if line[0] != "#"
    }


def test_figures_count_requests_and_changes_and_name_no_id(watched, new_desk, caplog):
    desk = new_desk()
    record = desk.write({"name": "[练习]赵某"})
    desk.push()
    caplog.set_level(logging.INFO, "county_server")
    requests.get(f"{watched}/v1/history/consultation/{record}", timeout=20)
    requests.get(f"{watched}/no/such/{record}", timeout=20)
    text = requests.get(f"{watched}/metrics", timeout=20).text
    found = _figures(text)
    assert found["county_changes"] == found["county_devices"] == 1
    counted = {name: value for name, value in found.items() if name.startswith("county_requests_total")}
    assert sorted(re.findall(r'path="([^"]+)",status="(\d+)"', " ".join(counted))) == [
        ("/v1/history", "401"),
        ("other", "404"),
    ]
    assert record not in text
    assert VILLAGE not in text
    told = [one.told for one in caplog.records if one.name == log_lines.ACCESS]
    assert [(one["path"], one["status"]) for one in told[:2]] == [("/v1/history", 401), ("other", 404)]
    assert not any(record in str(one) for one in told)


@pytest.mark.parametrize(
    ("watch", "shown", "status"),
    [
        (Watch(local=False), "", 404),
        (Watch(token="geheim", local=False), "Bearer falsch", 404),
        (Watch(token="geheim", local=False), "Bearer geheim", 200),
    ],
)
def test_strangers_do_not_even_learn_that_there_are_figures(watched, watch, shown, status):
    headers = {"Authorization": shown} if shown else {}
    assert requests.get(f"{watched}/metrics", headers=headers, timeout=20).status_code == status


def test_durations_fill_the_buckets_they_are_below():
    figures = Figures()
    for seconds in (0.005, 0.2, 99.0):
        figures.note("POST", "/v1/sync", 200, seconds)
    found = _figures("\n".join(figures.lines(7)))
    bucket = 'county_request_seconds_bucket{process="7",path="/v1/sync",le="%s"}'
    assert [found[bucket % bound] for bound in ("0.01", "0.25", "60.0", "+Inf")] == [1, 2, 2, 3]
    assert tuple(sorted(metrics.BUCKETS)) == metrics.BUCKETS


def test_a_line_of_the_log_holds_neither_values_nor_texts_of_exceptions():
    def line(name, message, *values, **more):
        record = logging.LogRecord(name, logging.ERROR, "", 0, message, values, **{"exc_info": None, **more})
        return json.loads(log_lines.JsonLines().format(record))

    error = ValueError("[练习]赵某 620702196001010015")
    broken = line("uvicorn.error", "failed for %s", "[练习]赵某", exc_info=(ValueError, error, None))
    assert (broken["event"], broken["exception"]) == ("failed for %s", "ValueError")
    assert "赵某" not in str(broken)
    assert line("peewee", ("SELECT ?", ["[练习]赵某"]))["event"] == "tuple"
    assert line("county_server.database", "database: %s", "OperationalError")["event"].endswith(
        "OperationalError"
    )


def test_an_attachment_that_is_gone_is_named_by_verify(here, new_desk):
    desk = new_desk()
    digest = "ab" * 32
    with here.database.writing():
        here.database.rows(
            "INSERT INTO blob (digest, size, device, received_at) VALUES (?, ?, ?, ?)", digest, 3, desk.id, 1
        )
    assert audit.verify(here).problems == [("blob", digest)]


# ------------------------------------------------------------------ configuration


def test_the_manual_has_every_key_with_its_default_and_no_other():
    table = (paths.ROOT / "docs" / "county.md").read_text("utf-8").split("| key | default | meaning |", 1)[1]
    told = {}
    for line in table.splitlines()[2:]:
        if not line.startswith("|"):
            break
        names, defaults, _meaning = (cell.strip() for cell in line.strip("|").split("|", 2))
        values = [each.strip().strip("`") for each in defaults.split(", ")]
        keys = re.findall(r"`(\w+)`", names)
        told |= dict(zip(keys, values if len(values) == len(keys) else values * len(keys), strict=True))
    known = {name: default for name, default, _doc in config.documented()}
    assert list(told) == list(known)
    words = {"profile": "the one shipped", "": "none"}
    assert told == {
        name: words.get(name if name == "profile" else default, default) for name, default in known.items()
    }


@pytest.mark.parametrize(
    ("text", "environment", "said"),
    [
        ("port = 70000", {}, "0 to 65535"),
        ('requests = "many"', {}, "requests"),
        ("connections = 0", {}, "1 to 200"),
        ('log_level = "loud"', {}, "debug, info, warning, error"),
        ('tls_key = "key.pem"', {}, "without tls_certificate"),
        ("prot = 1", {}, "prot"),
        ("", {"COUNTY_PROT": "1"}, "COUNTY_PROT"),
        ("", {"COUNTY_MEMORY": "-1"}, "memory"),
    ],
)
def test_a_wrong_value_is_named_in_one_sentence(tmp_path, text, environment, said):
    path = tmp_path / "county.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(CountyTrouble) as refused:
        config.load(path, environment)
    told = sentence(refused.value)
    assert said in told
    assert "\n" not in told
