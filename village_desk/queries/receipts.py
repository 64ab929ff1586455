"""The ledger of receipts (回执): what the county has signed that it received, and whether it still holds.

A receipt covers the changes `first_n` to `last_n` of this desk and names the hash of the last, which fixes
all before it. Whoever opens one has it verified: the county's signature, and all it covers hashed anew.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from village_desk import crypto
from village_desk.changes import readable
from village_desk.queries import search
from village_desk.queries.quarantine import left_behind
from village_desk.queries.records import Record, find
from village_desk.session import Session
from village_desk.store import Store
from village_desk.store.chain import follows

PAGE = 100
MOST_MATCHES = 50
"""Records a typed name is looked for in."""
MOST_COVERED = 500
"""Most records of one receipt that are listed one by one."""

_NUMBER = re.compile(r"\d+-\d+")

_LISTED = (
    'SELECT "id", "first_n", "last_n", "seq", "received_at", (SELECT count(DISTINCT "record_id") '
    'FROM "change" WHERE "n" BETWEEN "first_n" AND "last_n") FROM "receipt"'
)

Fault = Literal["", "signature", "log"]
"""What is wrong with a receipt: nothing; the county did not sign it; what it covers was altered."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The county's signed word that it has the changes `first_n` to `last_n` of this desk; UTC ms.

    Attributes:
        id: Its number.
        seq: Head of the county's feed after them.
        records: How many records they are about.
    """

    id: str
    first_n: int
    last_n: int
    seq: int
    received_at: int
    records: int = 0

    @property
    def changes(self) -> int:
        """How many changes it covers."""
        return self.last_n - self.first_n + 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in the ledger; what is empty does not count.

    Attributes:
        record_id: Receipts of changes of this record only.
        text: Number of a receipt, or what a record is found by.
        since, until: Received from the first moment on and before the second; UTC ms.
    """

    record_id: bytes = b""
    text: str = ""
    since: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Covered:
    """A record under a receipt.

    Attributes:
        kind, record_id: Which; `name` is "" where the actor may not read it.
        open: It can be opened; what the county set aside may have left this desk, and keeps its name.
        changes: How many of the changes are about it.
        at: When the last of them was saved, UTC ms, by this PC's clock.
        aside: How many of them the county set aside.
    """

    kind: str
    record_id: bytes
    name: str
    open: bool
    changes: int
    at: int
    aside: int


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A receipt as it was verified just now, and what it covers: at most `MOST_COVERED` records by name."""

    receipt: Receipt
    fault: Fault
    covered: tuple[Covered, ...]


def latest(store: Store) -> Receipt | None:
    """Return the newest receipt, without counting its records."""
    rows = store.query(
        'SELECT "id", "first_n", "last_n", "seq", "received_at" FROM "receipt" ORDER BY "last_n" DESC LIMIT 1'
    )
    return Receipt(*rows[0]) if rows else None


def page(session: Session, wanted: Wanted = Wanted(), offset: int = 0, limit: int = PAGE) -> list[Receipt]:
    """Return receipts, newest first."""
    where, parameters = _condition(session, wanted)
    sql = f'{_LISTED} WHERE {where} ORDER BY "last_n" DESC LIMIT ? OFFSET ?'
    return [Receipt(*row) for row in session.store.query(sql, (*parameters, limit, offset))]


def count(session: Session, wanted: Wanted = Wanted()) -> int:
    """Return how many receipts `page` would show in all."""
    where, parameters = _condition(session, wanted)
    sql = f'SELECT count(*) FROM "receipt" WHERE {where}'  # noqa: S608 - as above
    return int(session.store.query(sql, parameters)[0][0])


def opened(session: Session, receipt_id: str) -> Opened | None:
    """Verify a receipt and return it with the records it covers; None when there is none of this number."""
    listed = session.store.query(f'{_LISTED} WHERE "id" = ?', (receipt_id,))
    if not listed:
        return None
    receipt = Receipt(*listed[0])
    covered = _covered(session, receipt.first_n, receipt.last_n)
    return Opened(receipt, fault(session, receipt), tuple(covered))


def fault(session: Session, receipt: Receipt) -> Fault:
    """Verify a receipt without looking up the records it covers."""
    rows = session.store.query('SELECT "body", "signature" FROM "receipt" WHERE "id" = ?', (receipt.id,))
    return _fault(session.store, receipt, *rows[0]) if rows else "signature"


def signed_claim(key: bytes, body: object, signature: object) -> dict[str, object] | None:
    """Return what the county signed, or None when it did not sign this."""
    if not isinstance(body, bytes) or not isinstance(signature, bytes):
        return None
    try:
        claim = crypto.read_json(body.partition(b"\n")[2])
        suite = claim.get("suite", crypto.DEFAULT_SUITE) if isinstance(claim, dict) else 0
        signed = isinstance(suite, int) and crypto.verify(key, signature, body, suite)
    except crypto.CryptoTrouble:
        return None
    return claim if signed and isinstance(claim, dict) else None


def says(claim: dict[str, object] | None, receipt: Receipt) -> bool:
    """Say whether what the county signed is this receipt."""
    named = (receipt.first_n, receipt.last_n, receipt.seq, receipt.received_at)
    return claim is not None and tuple(claim.get(name) for name in ("first", "last", "seq", "at")) == named


def names_head(claim: dict[str, object], head: object) -> bool:
    """Say whether `head`, the hash of the last change covered, is the one the county signed."""
    return isinstance(head, bytes) and claim.get("head") == base64.b64encode(head).decode()


def _fault(store: Store, receipt: Receipt, body: object, signature: object) -> Fault:
    claim = signed_claim(store.state("county_key") or b"", body, signature)
    if claim is None or not says(claim, receipt):
        return "signature"
    rows = store.query(
        'SELECT "n", "salt", "body", "hash" FROM "change" WHERE "n" BETWEEN ? AND ? ORDER BY "n"',
        (receipt.first_n - 1, receipt.last_n),
    )
    chain = crypto.CHAIN_START if receipt.first_n == 1 else rows[0][3] if rows else None
    rows = rows if receipt.first_n == 1 else rows[1:]
    numbers = list(range(receipt.first_n, receipt.last_n + 1))
    if not isinstance(chain, bytes) or [row[0] for row in rows] != numbers:
        return "log"
    for _n, salt, text, recorded in rows:
        if not isinstance(recorded, bytes) or not follows(chain, salt, text, recorded):
            return "log"
        chain = recorded
    return "" if names_head(claim, chain) else "log"


def _covered(session: Session, first: int, last: int) -> list[Covered]:
    rows = session.store.query(
        'SELECT "kind", "record_id", count(*), max("at"), sum("state" = \'quarantined\') FROM "change" '
        'WHERE "n" BETWEEN ? AND ? GROUP BY "record_id" ORDER BY max("n") DESC LIMIT ?',
        (first, last, MOST_COVERED),
    )
    found = []
    for kind, record_id, changes, at, aside in rows:
        held = find(session, kind, bytes(record_id))
        shown = held or (_set_aside(session, bytes(record_id)) if aside else None)
        name = shown.name if shown else ""
        found.append(Covered(kind, bytes(record_id), name, held is not None, changes, at, aside))
    return found


def _set_aside(session: Session, record_id: bytes) -> Record | None:
    """Return a record the county set aside when it was new, for who wrote it, though it is here no more."""
    raws = session.store.query(
        'SELECT "body" FROM "change" WHERE "record_id" = ? AND "body" IS NOT NULL ORDER BY "n" LIMIT 1',
        (record_id,),
    )
    return next((left_behind(session, body) for body in readable(raws)), None)


def _condition(session: Session, wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    parts, parameters = ["1"], list[object]()
    if wanted.since:
        parts.append('"received_at" >= ?')
        parameters.append(wanted.since)
    if wanted.until:
        parts.append('"received_at" < ?')
        parameters.append(wanted.until)
    if wanted.record_id:
        parts.append(_about([wanted.record_id], parameters))
    if _NUMBER.fullmatch(wanted.text):
        parts.append('"id" = ?')
        parameters.append(wanted.text)
    elif wanted.text:
        hits = [one.id for one in search.hits(session, wanted.text, MOST_MATCHES)]
        parts.append(_about(hits, parameters))
    return " AND ".join(parts), tuple(parameters)


def _about(records: Sequence[bytes], parameters: list[object]) -> str:
    parameters += records
    marks = ", ".join("?" for _ in records)
    return (
        f'EXISTS (SELECT 1 FROM "change" WHERE "record_id" IN ({marks}) '  # noqa: S608 - marks only
        'AND "n" BETWEEN "receipt"."first_n" AND "receipt"."last_n")'
    )
