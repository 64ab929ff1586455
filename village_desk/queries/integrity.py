"""Whether a desk file is whole, and whether its history is what was written."""

import base64
import json
from dataclasses import dataclass

from village_desk import crypto, ids
from village_desk.kinds import KINDS
from village_desk.store import Store, connection, tally
from village_desk.store.chain import chain_state


@dataclass(frozen=True, slots=True)
class History:
    """What `verify` found.

    Attributes:
        changes: Changes in this desk's log.
        head: Hash of the last, in hexadecimal digits.
        broken_at: Number of the first change that is not what was written, or None.
        broken_record: Kind and id (hexadecimal) of the record it belongs to, or "".
        receipts: Receipts of the county whose signature and hash agree with the log.
        false_receipts: Numbers (first–last) of receipts that do not.
        erased: Changes whose text was erased after its retention; their hash still stands in the chain.
    """

    changes: int
    head: str
    broken_at: int | None
    broken_record: str
    receipts: int
    false_receipts: tuple[str, ...]
    erased: int

    @property
    def sound(self) -> bool:
        """The history is what was written."""
        return self.broken_at is None and not self.false_receipts


@dataclass(frozen=True, slots=True)
class Health:
    """What `check` found: damaged pages, missing or damaged attachments, records that left their sums."""

    pages: tuple[str, ...]
    attachments: tuple[str, ...]
    orphans: int
    tally: tuple[str, ...]
    records: int

    @property
    def sound(self) -> bool:
        """Nothing is damaged."""
        return not (self.pages or self.attachments or self.tally)


def verify(store: Store) -> History:
    """Recompute the chain of every change and compare it with the county's signed receipts."""
    with connection.store_troubles():
        state = chain_state(store.database.connection())
    good, false = _receipts(store)
    return History(
        changes=state.n,
        head=state.head.hex(),
        broken_at=state.broken_at,
        broken_record=_record_of(store, state.broken_at) if state.broken_at else "",
        receipts=good,
        false_receipts=tuple(false),
        erased=state.erased,
    )


def check(store: Store) -> Health:
    """Read every page, every attachment and every record."""
    with connection.store_troubles():
        pages = connection.faults(store.database.connection())
    known = [
        bytes.fromhex(digest) for (digest,) in store.query('SELECT "digest" FROM "blob" WHERE "here" = 1')
    ]
    faults = [
        f"{digest.hex()[:12]} {fault}" for digest, fault in store.attachments.faults(dict.fromkeys(known))
    ]
    held, counted = tally.held(store), tally.counted(store)
    keys = held.keys() | counted.keys()
    differing = [" ".join(key) for key in keys if held.get(key, (0, 0)) != counted.get(key, (0, 0))]
    records = sum(int(store.query(f'SELECT count(*) FROM "{name}"')[0][0]) for name in KINDS)  # noqa: S608 - declared
    return Health(
        pages=tuple(pages),
        attachments=tuple(faults),
        orphans=len(store.attachments.orphans(dict.fromkeys(known))),
        tally=tuple(sorted(differing)),
        records=records,
    )


def _record_of(store: Store, n: int) -> str:
    rows = store.query('SELECT "kind", "record_id" FROM "change" WHERE "n" >= ? ORDER BY "n" LIMIT 1', (n,))
    return f"{rows[0][0]} {ids.id_text(bytes(rows[0][1]))}" if rows else ""


def _receipts(store: Store) -> tuple[int, list[str]]:
    """Count the receipts that are the county's and name a head that stands in the log; list the others."""
    key = store.state("county_key") or b""
    hashes = {n: bytes(value) for n, value in store.query('SELECT "n", "hash" FROM "change"')}
    good, false = 0, []
    for first, last, body, signature in store.query(
        'SELECT "first_n", "last_n", "body", "signature" FROM "receipt" ORDER BY "last_n"'
    ):
        claim = json.loads(bytes(body).partition(b"\n")[2])
        signed = crypto.verify(key, bytes(signature), bytes(body), claim.get("suite", crypto.DEFAULT_SUITE))
        if signed and claim["last"] == last and base64.b64decode(claim["head"]) == hashes.get(last):
            good += 1
        else:
            false.append(f"{first}–{last}")
    return good, false
