"""Trains the dictionary that short messages are packed with: `python tools/train_dictionary.py FILE`.

Desks of a practice county write invented records and sync; the messages are kept, with other ids, keys and
signatures in them, and zstd finds what they have in common. The text is the program's own: practice
sentences and labels of the code lists. A dictionary that was shipped is never trained again; a better one
would be a second file under a number of its own (docs/decisions, 38).
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from functools import cache
from pathlib import Path

import zstandard
from practice_county import VILLAGE, PracticeCounty, PracticeDesk, enrolled, new_desk
from practice_records import CONSULTATION_TEXTS

from sync import engine, packing
from sync.enrolment import identity
from sync.exchange import HttpExchange, Request
from village_desk import ids, profile
from village_desk.commands import records
from village_desk.keys.passwords import Cost

NUMBER = 40_001
"""Of the numbers that belong to nobody (RFC 8878: 32,768 to 2³¹ - 1), and one that takes two bytes."""
SIZE = 8_192
ROUNDS = 800
SEED = 20261122
_PASSWORD = "a long practice password"  # noqa: S105 - of invented data that is thrown away
_CHEAP = Cost(memory=64, passes=1, lanes=1)
_PEOPLE = (("训练一[练习]", "village_clerk"), ("训练二[练习]", "village_clerk"), ("训练三[练习]", "adviser"))
_HEXADECIMAL = b"0123456789abcdef"
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_RANDOM = re.compile(rb"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])|[A-Za-z0-9+/]{22,86}==?")


class Kept:
    """An exchange that keeps what crossed it, unpacked, with other ids: which they were is worth nothing.

    Left out they would be missed: how often each letter comes is part of a dictionary.
    """

    def __init__(self, exchange: HttpExchange, kept: list[bytes], source: random.Random) -> None:
        self._exchange, self._kept, self._source = exchange, kept, source

    def __call__(self, request: Request) -> bytes:
        """Pass on a request."""
        answer = self._exchange(request)
        said = (packing.unpacked(message) for message in (request.body, answer) if message)
        self._kept += [_RANDOM.sub(self._other, message) for message in said]
        return answer

    def _other(self, found: re.Match[bytes]) -> bytes:
        body = found[0].rstrip(b"=")
        letters = _BASE64 if len(body) < len(found[0]) else _HEXADECIMAL
        return bytes(self._source.choices(letters, k=len(body))) + found[0][len(body) :]


def messages() -> list[bytes]:
    """Return what some desks and their county said to each other over several hundred rounds."""
    source = random.Random(SEED)  # noqa: S311 - practice
    kept: list[bytes] = []
    with tempfile.TemporaryDirectory() as name:
        served = PracticeCounty(Path(name) / "county")
        served.create()
        served.start()
        try:
            desks = [_desk(Path(name), served, place) for place in range(len(_PEOPLE))]
            for _ in range(ROUNDS):
                desk = source.choice(desks)
                _write(desk, source)
                exchange = HttpExchange(served.address, identity(desk.session.store))
                engine.run_round(desk.session.store, Kept(exchange, kept, source))
                exchange.close()
        finally:
            served.stop()
    return kept


def _desk(folder: Path, served: PracticeCounty, place: int) -> PracticeDesk:
    person = _PEOPLE[place]
    code = served.invite(VILLAGE, "乌江村[练习]", [person])
    made = new_desk(folder / f"desk{place}", VILLAGE, person, _PASSWORD, _CHEAP)
    return enrolled(made, served.address, code)


@cache
def _labels() -> list[str]:
    return [code.label for one in profile.load().lists.values() for code in one]


def _write(desk: PracticeDesk, source: random.Random) -> None:
    """Do what a room does between two rounds: something new, a correction, or nothing."""
    labels = _labels()
    phone = f"138{source.randrange(10**8):08d}"
    said = "".join(source.choices(labels, k=3)) + "，" + source.choice(CONSULTATION_TEXTS)
    match source.randrange(5):
        case 0:
            values = {
                "name": "某某[练习]",
                "sex": source.choice("12"),
                "phone": phone,
                "party_type": "natural",
            }
            records.save(desk.session, "person", ids.new_id(), {**values, "address": "乌江镇乌江村三社17号"})
        case 1 | 2:
            asked = {"name": "某某[练习]", "phone": phone, "channel": "1", "content": said}
            answered = {
                "answer": source.choice(CONSULTATION_TEXTS),
                "handling": ("1",),
                "received_by": "某某",
            }
            more = answered if source.random() < 0.5 else {}
            records.save(desk.session, "consultation", ids.new_id(), {**asked, **more})
        case 3:
            rows = list(desk.session.store.rows("consultation"))
            if rows:
                record_id = bytes(source.choice(rows)["id"])
                records.save(desk.session, "consultation", record_id, {"phone": phone, "answer": said})


def main() -> int:
    """Write the dictionary to the file that is named."""
    trained = zstandard.train_dictionary(SIZE, [*messages()], dict_id=NUMBER)
    Path(sys.argv[1]).write_bytes(trained.as_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
