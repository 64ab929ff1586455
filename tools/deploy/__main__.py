"""Set up a county as docs/deploy.md describes it, on this one machine, to look at: it runs until Ctrl-C.

    python -m tools.deploy sqlite|postgres|patroni|province FOLDER

Everything lies in FOLDER, which must be new: databases, configuration, logs. `sqlite` is one process;
`postgres` adds PostgreSQL and nginx with TLS; `patroni` three PostgreSQL of which one may die; `province`
adds the county's own store of counts and a province that reads it. Nothing of it is for real records: the
certificate is a trial one, and everybody on the machine reaches the ports.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

from county_server import upward
from tools.deploy.cluster import patroni_cluster
from tools.deploy.gateway import gateway
from tools.deploy.replication import follow, reader, run
from tools.private_postgres import cluster, free_port

CODE, NAME = "620702", "甘州区[练习]"
SETUPS = ("sqlite", "postgres", "patroni", "province")


def main() -> int:
    """0 when it ran until it was stopped."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.deploy", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("setup", choices=SETUPS)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    if chosen.folder.exists():
        parser.error(f"{chosen.folder} is there already")
    chosen.folder.mkdir(parents=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt), contextlib.ExitStack() as running:
        settings = _database(running, chosen.setup, chosen.folder.resolve())
        address = _county(running, settings, chosen.folder.resolve())
        print(f"{address}\nCtrl-C ends it.", flush=True)
        signal.pause()
    return 0


def _database(running: contextlib.ExitStack, setup: str, folder: Path) -> dict[str, str]:
    """Start what the county stands on; return its part of the configuration."""
    if setup == "sqlite":
        return {"database": str(folder / "county.db")}
    if setup == "patroni":
        made = running.enter_context(patroni_cluster(folder / "patroni"))
        print("primary now:", made.primary().name, "of", ", ".join(str(node.port) for node in made.nodes))
        return {"database": made.url(), "behind_proxy": "1"}
    below = running.enter_context(cluster(folder, durable=True))
    settings = {"database": below.database(), "behind_proxy": "1"}
    if setup == "province":
        _init(settings, folder)
        _province(running, settings["database"], folder)
    return settings


def _province(running: contextlib.ExitStack, county: str, folder: Path) -> None:
    """Let the county publish, its store follow, and the province follow the store."""
    store = running.enter_context(cluster(folder, durable=True)).database()
    province = running.enter_context(cluster(folder, durable=True)).database()
    run(county, *upward.county_statements())
    for below, above in ((county, store), (store, province)):
        run(above, *upward.store_statements([CODE]))
        follow(reader(below), above, f"from_{CODE}")
    print("province:", province)


def _county(running: contextlib.ExitStack, settings: dict[str, str], folder: Path) -> str:
    """Serve the county, behind nginx if it is told so; return the address desks are given."""
    port = free_port()
    _init(settings, folder)
    command = [sys.executable, "-m", "county_server", "serve"]
    process = subprocess.Popen(
        command, env=_environment(settings | {"port": str(port)}, folder), stdout=subprocess.PIPE
    )
    running.callback(process.wait)
    running.callback(process.terminate)
    if process.stdout is None or not process.stdout.readline():
        raise RuntimeError("The county server did not start.")
    if "behind_proxy" in settings:
        return running.enter_context(gateway(folder / "nginx", port)).address
    return f"http://127.0.0.1:{port}"


def _init(settings: dict[str, str], folder: Path) -> None:
    """Make the county unless it is there."""
    command = [sys.executable, "-m", "county_server", "init", CODE, NAME]
    subprocess.run(command, env=_environment(settings, folder), check=False, capture_output=True)


def _environment(settings: dict[str, str], folder: Path) -> dict[str, str]:
    named = {f"COUNTY_{name.upper()}": value for name, value in settings.items()}
    return os.environ | named | {"COUNTY_BLOBS": str(folder / "blobs")}


if __name__ == "__main__":
    sys.exit(main())
