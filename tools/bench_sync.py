"""What a round costs on the line: every byte in both directions, headers included, counted by a relay."""

from __future__ import annotations

import socket
import tempfile
import threading
from pathlib import Path

from bench_data import PASSWORD
from bench_figures import Figure, at_most
from practice_county import VILLAGE, PracticeCounty, PracticeDesk, enrolled, new_desk, set_address

from sync import engine, enrolment
from sync.exchange import HttpExchange
from village_desk import ids
from village_desk.commands import records
from village_desk.keys.passwords import Cost

EDITS = 50
RECORDS = 200
_CHEAP = Cost(memory=64, passes=1, lanes=1)


class Relay:
    """Passes everything on to the county and counts it."""

    def __init__(self, target: str) -> None:
        host, port = target.removeprefix("http://").split(":")
        self._target = (host, int(port))
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.up = self.down = self.requests = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def begin(self) -> None:
        """Count from nought."""
        self.up = self.down = self.requests = 0

    def _accept(self) -> None:
        while True:
            near, _ = self._listening.accept()
            far = socket.create_connection(self._target)
            threading.Thread(target=self._pass, args=(near, far, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(far, near, False), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        while data := source.recv(65_536):
            if up:
                self.up += len(data)
                self.requests += data.count(b" HTTP/1.1\r\n")
            else:
                self.down += len(data)
            sink.sendall(data)
        sink.close()


def line() -> list[Figure]:
    """A round with nothing to do, and one with fifty small edits, as the window runs them."""
    with tempfile.TemporaryDirectory() as name:
        served = PracticeCounty(Path(name) / "county")
        served.create()
        served.start()
        try:
            return _measured(Path(name), served)
        finally:
            served.stop()


def _measured(folder: Path, served: PracticeCounty) -> list[Figure]:
    person = ("王桂兰[练习]", "village_clerk")
    code = served.invite(VILLAGE, "乌江村[练习]", [person])
    made = new_desk(folder / "desk", VILLAGE, person, PASSWORD, _CHEAP)
    desk = enrolled(made, served.address, code)
    relay = Relay(served.address)
    set_address(desk.session, relay.address)
    known = [ids.new_id() for _ in range(RECORDS)]
    for number, record_id in enumerate(known):
        values = {"name": f"来访{number}[练习]", "address": f"乌江村{number % 9 + 1}社"}
        records.save(desk.session, "person", record_id, values)
    store = desk.session.store
    exchange = HttpExchange(relay.address, enrolment.identity(store))
    _round(desk, exchange)
    figures = [_nothing(desk, exchange, relay), _edits(desk, exchange, relay, known)]
    exchange.close()
    store.close_connection()
    return figures


def _round(desk: PracticeDesk, exchange: HttpExchange) -> None:
    report = engine.run_round(desk.session.store, exchange)
    if not report.complete or report.mismatched:
        raise RuntimeError("the round was not complete")


def _nothing(desk: PracticeDesk, exchange: HttpExchange, relay: Relay) -> Figure:
    _round(desk, exchange)
    relay.begin()
    _round(desk, exchange)
    total = relay.up + relay.down
    peers = {"requests": relay.requests, "up": relay.up, "down": relay.down}
    return at_most(
        "nothing to do: bytes with HTTP headers, 1 request", total * relay.requests, "B", 600, **peers
    )


def _edits(desk: PracticeDesk, exchange: HttpExchange, relay: Relay, known: list[bytes]) -> Figure:
    for number, record_id in enumerate(known[:EDITS]):
        values = {"village_group": f"{number % 9 + 1}社", "phone": f"138{number:08d}"}
        records.save(desk.session, "person", record_id, values)
    relay.begin()
    _round(desk, exchange)
    peers = {"requests": relay.requests, "up": relay.up, "down": relay.down}
    return at_most("50 small edits: bytes up an edit, 1 request", relay.up / EDITS, "B", 120, **peers)
