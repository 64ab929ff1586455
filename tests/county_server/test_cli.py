"""The command line: every verb, its exit status, its sentences; and configuration."""

import contextlib
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from county_server import cli, config, county, doctor, sentences
from county_server.errors import CountyTrouble
from county_server.web import journal
from village_desk import i18n, paths

VILLAGE = "620702103001"


class Shell:
    """Runs commands against one county and keeps what they print."""

    def __init__(self, settings):
        self.settings = settings
        self.out = self.err = ""

    def __call__(self, *arguments):
        """Return the exit status."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = cli.main(arguments)
        self.out, self.err = out.getvalue().strip(), err.getvalue().strip()
        return status

    def run(self, *arguments):
        """Run a command that must work; return its answer."""
        assert self(*arguments, "--config", self.settings, "--json") == 0, self.out + self.err
        return json.loads(self.out)

    def fails(self, *arguments):
        """Run a command that must not work; return its one sentence."""
        assert self(*arguments, "--config", self.settings) == 1
        assert self.out == ""
        assert "\n" not in self.err
        return self.err


@pytest.fixture
def shell(tmp_path, monkeypatch):
    monkeypatch.setenv(i18n.LANGUAGE_VARIABLE, "en")
    settings = tmp_path / "county.toml"
    settings.write_text('database = "county.db"\nblobs = "blobs"\nport = 0\n', "utf-8")
    return Shell(str(settings))


@pytest.fixture
def made(shell):
    shell.run("init", "620702", "甘州区")
    return shell


def test_a_county_is_made_once_and_its_people_and_desks_are_administered(made):
    user = made.run("user", "add", "[练习] 张三", VILLAGE, "--role", "village_clerk", "--area", VILLAGE)
    more = made.run(
        "user", "grant", user["user"], "--role", "mediator", "--area", VILLAGE, "--to", "2027-12-31"
    )
    made.run("user", "revoke", more["grant"])
    (account,) = made.run("user", "list")["users"]
    assert [(grant["role"], grant["revoked"] is None) for grant in account["grants"]] == [
        ("village_clerk", True),
        ("mediator", False),
    ]
    assert made.run("invite", VILLAGE, user["user"], "--name", "乌江村")["hours"] == 72
    assert made.run("device") == {"devices": []}
    assert made.run("verify")["problems"] == []
    assert all(well for _, well, _ in made.run("doctor")["checks"])


def test_what_cannot_be_done_is_one_plain_sentence_and_status_1(made, shell, tmp_path):
    nobody = "0" * 32
    assert "already holds a county" in made.fails("init", "620702", "甘州区")
    assert "user list" in made.fails("invite", VILLAGE, nobody)
    assert "62 is not an area" in made.fails("invite", "62", nobody)
    assert "grant" in made.fails("user", "revoke", nobody)
    assert "device" in made.fails("device", "--revoke", nobody)
    assert "not an area" in made.fails("export", "999999", str(tmp_path / "x"))
    (tmp_path / "there").touch()
    assert "already exists" in made.fails("export", "620702", str(tmp_path / "there"))


def test_an_export_by_command_stands_in_the_journal(made, tmp_path):
    made.run("export", "620702", str(tmp_path / "all.jsonl"))
    here = county.open_county(config.load(Path(made.settings), {}))
    (entry,) = journal.newest(here)
    here.close()
    assert (entry.act, entry.about) == ("export_by_command", "620702 0")


def test_the_sentences_are_chinese_by_default(made, monkeypatch):
    monkeypatch.delenv(i18n.LANGUAGE_VARIABLE)
    assert made.fails("init", "620702", "甘州区") == "这个数据库里已经有一个县。没有改动任何内容。"


def test_every_code_the_county_raises_has_a_sentence():
    raised = set()
    for path in (paths.ROOT / "county_server").glob("*.py"):
        raised |= set(re.findall(r'CountyTrouble\(\s*"([a-z_.]+)"', path.read_text("utf-8")))
    assert raised <= sentences.SENTENCES.keys()


def test_without_a_county_every_verb_says_how_to_make_one(shell):
    for verb in (["user", "list"], ["verify"], ["serve"], ["device"]):
        assert "init" in shell.fails(*verb)
    assert shell("doctor", "--config", shell.settings) == 1
    assert "six digits" in shell.fails("init", "62070", "x")


def test_wrong_usage_is_status_2_and_help_is_0(shell):
    assert shell() == 2
    assert shell("publish") == 2
    assert shell("user", "revoke", "zz") == 2
    assert shell("user", "grant", "z" * 32, "--role", "mediator", "--area", VILLAGE) == 2
    for verb in (
        [],
        ["init"],
        ["serve"],
        ["invite"],
        ["user"],
        ["user", "add"],
        ["device"],
        ["verify"],
        ["doctor"],
    ):
        assert shell(*verb, "--help") == 0
        assert shell.out


def test_verify_fails_aloud_when_something_was_altered(made, tmp_path):
    import sqlite3

    with contextlib.closing(sqlite3.connect(tmp_path / "county.db")) as opened:
        opened.execute("UPDATE feed_head SET head = 5")
        opened.commit()
    assert made("verify", "--config", made.settings) == 1
    assert "feed.gap" in made.err


def test_every_key_is_documented_and_the_environment_wins(shell, tmp_path):
    assert {name for name, _, doc in config.documented() if doc} == set(config.Config.__dataclass_fields__)
    loaded = config.load(
        tmp_path / "county.toml", {"COUNTY_PORT": "9000", "COUNTY_DATABASE": "postgresql://x"}
    )
    assert (loaded.port, loaded.database) == (9000, "postgresql://x")
    assert loaded.blobs == str(tmp_path / "blobs")
    assert shell("--help") == 0
    assert "tls_certificate" in shell.out


@pytest.mark.parametrize("text", ["prot = 1", "port = 'x'", "port = ", b"\xff"])
def test_a_configuration_with_a_mistake_is_refused(tmp_path, text):
    path = tmp_path / "county.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(CountyTrouble, match=r"county\.config"):
        config.load(path, {})


def test_listening_beyond_this_machine_needs_tls(made, monkeypatch, tmp_path):
    monkeypatch.setenv("COUNTY_HOST", "0.0.0.0")
    assert "TLS" in made.fails("serve")
    monkeypatch.setenv("COUNTY_TLS_CERTIFICATE", str(tmp_path / "no.pem"))
    assert "certificate" in made.fails("serve")


def test_the_doctor_names_what_is_wrong(made, tmp_path):
    settings = config.load(
        tmp_path / "county.toml", {"COUNTY_BLOBS": str(tmp_path / "no"), "COUNTY_TLS_CERTIFICATE": "x"}
    )
    wrong = {check.what for check in doctor.examine(settings) if not check.well}
    assert wrong == {"blobs", "tls"}


@pytest.mark.county
def test_the_server_starts_as_a_process_says_where_and_stops_when_told(made):
    process = subprocess.Popen(
        [sys.executable, "-m", "county_server", "serve", "--config", made.settings],
        cwd=paths.ROOT,
        env={**os.environ, "NO_PROXY": "*"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        address = process.stdout.readline().strip()
        assert requests.get(f"{address}/health", timeout=20).json() == {"status": "ok"}
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) in (0, -signal.SIGTERM)
    finally:
        process.kill()
        process.communicate()
