"""What the desk keeps about its county besides changes and rows: accounts, case numbers, blobs, heads.

The `sync` package writes here through a unit of work and never names a table.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from village_desk import crypto, times
from village_desk.store import Store, UnitOfWork
from village_desk.store.chain import follows

HEARD = "sync.heard"
"""State of the desk file: the latest moment the county has said it is, UTC ms."""
FIRST_SYNC = "sync.first"
"""State of the desk file: how far a first sync is, as JSON; empty when it is over."""
AT_ONCE = 1_000
"""Most values of one statement."""
FEW = 15
"""With fewer case numbers left, the county is asked for the next block."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of this desk by a county-signed grant; `body` and `signature` prove it without a network."""

    user: bytes
    name: str
    role: str
    areas: tuple[str, ...]
    grant: bytes
    body: bytes
    signature: bytes


def keep_accounts(uow: UnitOfWork, accounts: list[Account]) -> None:
    """Replace what is known of the users of this desk, with all their grants, oldest first.

    A user without a grant any more keeps an account without areas.
    """
    uow.execute('UPDATE "account" SET "areas" = \'[]\' WHERE "grant_id" <> \'\'')
    uow.execute('DELETE FROM "held_grant"')
    for account in accounts:
        uow.execute(
            'INSERT OR REPLACE INTO "held_grant" ("id", "user", "name", "role", "areas", "body", '
            '"signature") VALUES (?, ?, ?, ?, ?, ?, ?)',
            (account.grant.hex(), account.user.hex(), account.name, account.role, json.dumps(account.areas),
             account.body, account.signature),
        )  # fmt: skip
    for account in reversed(accounts):  # of several grants the oldest is the account's own
        uow.execute(
            'INSERT OR REPLACE INTO "account" ("user", "name", "role", "areas", "grant_id") '
            "VALUES (?, ?, ?, ?, ?)",
            (account.user.hex(), account.name, account.role, json.dumps(account.areas), account.grant.hex()),
        )


def grants(store: Store, user: bytes | None = None) -> list[Account]:
    """Return the grants kept, oldest first: of one user, or of all."""
    rows = store.query(
        'SELECT "user", "name", "role", "areas", "id", "body", "signature" FROM "held_grant" ORDER BY "id"'
    )
    found = [
        Account(bytes.fromhex(of), name, role, tuple(json.loads(areas)), bytes.fromhex(grant), *signed)
        for of, name, role, areas, grant, *signed in rows
    ]
    return [one for one in found if user in (None, one.user)]


def holds_at(grant: Account, moment: times.Moment) -> bool:
    """Say whether a grant holds at `moment`, UTC ms: from its beginning, and to its end if it names one."""
    claim = crypto.read_json(grant.body.partition(b"\n")[2])
    told = claim if isinstance(claim, dict) else {}
    start, end = (int(told.get(name) or 0) for name in ("start", "end"))
    return start <= moment and not (end and moment >= end)


def county_time(store: Store, now: times.Moment) -> times.Moment:
    """Return the county's time at `now`: this PC's clock corrected, never before what it said last."""
    latest = store.query('SELECT max("received_at") FROM "receipt"')[0][0] or 0
    return max(now - (store.clock_offset() or 0), int(latest), int(store.text_state(HEARD, "0")))


def heard(uow: UnitOfWork, now: times.Moment) -> None:
    """Remember the county's clock, UTC ms, as it said it in an answer; 0 says nothing."""
    if now > int(uow.store.text_state(HEARD, "0")):
        uow.set_state(HEARD, str(now))


def add_block(uow: UnitOfWork, register: str, year: int, first: int, last: int) -> None:
    """Keep a block of case numbers; one that is kept already stays as far used as it is."""
    uow.execute(
        'INSERT OR IGNORE INTO "number_block" ("register", "unit", "year", "first", "last", "next") '
        "VALUES (?, ?, ?, ?, ?, ?)",
        (register, uow.store.unit_code, year, first, last, first),
    )


def few_numbers(store: Store, years: Iterable[int]) -> list[tuple[str, int, int]]:
    """Return (register, year, numbers left) where this desk has fewer than `FEW` for one of `years`."""
    rows = store.query('SELECT "register", "year", "last" - "next" + 1 FROM "number_block"')
    left = {(register, year): 0 for register in {row[0] for row in rows} for year in years}
    for register, year, count in rows:
        if (register, year) in left:
            left[register, year] += count
    return sorted((register, year, count) for (register, year), count in left.items() if count < FEW)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An attachment that lies here and not at the county.

    Attributes:
        digest: SHA-256 of its bytes, hexadecimal.
        upload: The county's name of the upload under way, or "".
        sent: Bytes the county has said it has.
    """

    digest: str
    size: int
    upload: str
    sent: int


def blobs_waiting(store: Store) -> int:
    """Return how many attachments lie here and not at the county."""
    found = store.query('SELECT count(*) FROM "blob" WHERE "here" = 1 AND "at_county" = 0 AND "stays" = 0')
    return int(found[0][0])


def blobs_to_send(store: Store) -> list[Outgoing]:
    """Return what lies here and not at the county, most wanted first: by lane, one begun, the small ones."""
    rows = store.query(
        'SELECT "digest", "size", "upload", "sent" FROM "blob" WHERE "here" = 1 AND "at_county" = 0 '
        'AND "stays" = 0 ORDER BY "lane", "sent" = 0, "size", "digest"'
    )
    return [Outgoing(*row) for row in rows]


def blob_moved(uow: UnitOfWork, digest: str, upload: str, sent: int) -> None:
    """Note how far an upload is, so that a restart goes on where it was."""
    uow.execute('UPDATE "blob" SET "upload" = ?, "sent" = ? WHERE "digest" = ?', (upload, sent, digest))


def blob_sent(uow: UnitOfWork, digest: str) -> None:
    """Note that the county has verified and kept the bytes of `digest`."""
    uow.execute('UPDATE "blob" SET "at_county" = 1, "upload" = \'\' WHERE "digest" = ?', (digest,))


def is_here(store: Store, digest: str) -> bool:
    """Say whether the bytes of `digest` lie on this PC."""
    return bool(store.query('SELECT 1 FROM "blob" WHERE "digest" = ? AND "here" = 1', (digest,)))


def fetched(store: Store, digest: str) -> int:
    """Return how many bytes of an attachment on its way down are here."""
    found = store.query(
        'SELECT coalesce(sum(length("bytes")), 0) FROM "blob_piece" WHERE "digest" = ?', (digest,)
    )
    return int(found[0][0])


def add_piece(uow: UnitOfWork, digest: str, offset: int, piece: bytes) -> None:
    """Keep the next piece; one that does not go on where they end, as of a second window, is dropped."""
    if fetched(uow.store, digest) == offset:
        uow.execute(
            'INSERT INTO "blob_piece" ("digest", "offset", "bytes") VALUES (?, ?, ?)', (digest, offset, piece)
        )


def pieces(store: Store, digest: str) -> bytes:
    """Return the pieces that are here as one."""
    rows = store.query('SELECT "bytes" FROM "blob_piece" WHERE "digest" = ? ORDER BY "offset"', (digest,))
    return b"".join(bytes(piece) for (piece,) in rows)


def drop_pieces(uow: UnitOfWork, digest: str) -> None:
    """Forget the pieces: they have become an attachment, or were not what was asked for."""
    uow.execute('DELETE FROM "blob_piece" WHERE "digest" = ?', (digest,))


def blob_fetched(uow: UnitOfWork, digest: str, size: int) -> None:
    """Note that the bytes of `digest` came from the county and lie here now."""
    uow.execute(
        'INSERT INTO "blob" ("digest", "size", "media_type", "scope", "here", "at_county") '
        'VALUES (?, ?, \'\', \'\', 1, 1) ON CONFLICT ("digest") DO UPDATE SET "here" = 1, "at_county" = 1',
        (digest, size),
    )


def own_body(store: Store, n: int) -> bytes | None:
    """Return the exact bytes of own change `n`; None when there is none or it is erased."""
    found = store.query('SELECT "body" FROM "change" WHERE "n" = ?', (n,))
    return bytes(found[0][0]) if found and found[0][0] is not None else None


def proved_bodies(store: Store, offered: Mapping[int, bytes]) -> dict[int, bytes]:
    """Return the bytes of own changes by number, proved by the chain: those here, or those the county offers.

    So b"" stands for one that was altered or erased here and is not offered; one that is none is missing.
    """
    found: dict[int, bytes] = {}
    numbers = sorted(offered)
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        earlier = tuple(n - 1 for n in some)
        chain = {0: crypto.CHAIN_START} | dict(
            store.query(f'SELECT "n", "hash" FROM "change" WHERE "n" IN ({marks})', earlier)  # noqa: S608 - blanks
        )
        rows = store.query(
            f'SELECT "n", "body", "salt", "hash" FROM "change" WHERE "n" IN ({marks})',  # noqa: S608 - blanks
            tuple(some),
        )
        for n, here, salt, after in rows:
            # A log that was cut begins with a change before which nothing stands.
            before = bytes(chain.get(n - 1, crypto.CHAIN_START))
            proved = (bytes(raw) for raw in (here, offered[n]) if raw and follows(before, salt, raw, after))
            found[n] = next(proved, b"")
    return found


# ---------------------------------------------------------------- the county's log


@dataclass(frozen=True, slots=True)
class LogHead:
    """The head of the county's log this desk verified last: what the county signed, and its signature."""

    claim: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Where an own change stands in the county's feed.

    Attributes:
        hash: The chain of this device at the change.
        outcome: "ok", "conflict" or "quarantined"; the last stands in no feed.
        received_at: When the county received it, UTC ms.
    """

    seq: int
    hash: bytes
    outcome: str
    received_at: int


def log_head(store: Store) -> LogHead | None:
    """Return the head kept last, or None before the first round."""
    claim, signature = store.state("log.head"), store.state("log.signature")
    return LogHead(claim, signature) if claim is not None and signature is not None else None


def keep_log_head(uow: UnitOfWork, claim: bytes, signature: bytes) -> None:
    """Replace the head kept last."""
    uow.set_state("log.head", claim)
    uow.set_state("log.signature", signature)


def set_log_head_aside(uow: UnitOfWork, head: LogHead) -> None:
    """Keep the last head of a county that was restored since: it tells how far its log once went."""
    uow.set_state("log.before", head.claim)
    uow.set_state("log.before_signature", head.signature)


def log_evidence(store: Store) -> bytes | None:
    """Return two heads that contradict each other, as JSON; None while the county never showed such."""
    return store.state("log.evidence")


def keep_log_evidence(uow: UnitOfWork, evidence: bytes) -> None:
    """Keep the first contradiction for good; later ones add nothing to it."""
    if log_evidence(uow.store) is None:
        uow.set_state("log.evidence", evidence)


def own_row(store: Store, n: int) -> OwnRow | None:
    """Return where own change `n` stands; None until a row or a verdict has shown it."""
    found = store.query(
        'SELECT c."seq", c."hash", c."state", r."received_at" FROM "change" c JOIN "receipt" r '
        'ON c."n" BETWEEN r."first_n" AND r."last_n" WHERE c."n" = ? AND c."seq" IS NOT NULL',
        (n,),
    )
    if not found:
        return None
    seq, chain, state, received_at = found[0]
    return OwnRow(seq, bytes(chain), "ok" if state == "merged" else state, received_at)


def first_sync(store: Store) -> tuple[int, int]:
    """Return how many records a first sync under way has brought, and how many there are about; or 0, 0."""
    held = store.text_state(FIRST_SYNC)
    told = json.loads(held) if held else {}
    return int(told.get("got", 0)), int(told.get("total", 0))
