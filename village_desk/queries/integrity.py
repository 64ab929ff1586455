"""Whether a desk file is whole, and whether its history is what was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from village_desk import changes, crypto, ids
from village_desk.kinds import KINDS
from village_desk.queries.receipts import Receipt, names_head, says, signed_claim
from village_desk.store import Store, connection, county_link, indexing, search, tally
from village_desk.store.chain import chain_state, former_states
from village_desk.tables import row_values


@dataclass(frozen=True, slots=True)
class History:
    """What `verify` found.

    Attributes:
        changes: Changes in this desk's log.
        head: Hash of the last, in hexadecimal digits.
        broken_at: Number of the first change that is not what was written, or that no receipt vouches for
            where one should; or None.
        broken_record: Kind and id (hexadecimal) of the record it belongs to, or "".
        receipts: Receipts of the county whose signature and hash agree with the log.
        false_receipts: Numbers (first–last) of receipts that do not.
        erased: Changes whose text was erased after its retention; their hash still stands in the chain.
        log: Rows in the county's log by the head this desk verified last.
        altered: Changes that were altered in this file before the county had them: a statement stands in the
            place of each, chained and sent like all others (`village_desk.store.altered`).
        log_faults: "head": the head kept here is not signed by the county; "rewritten": the county signed two
            heads that contradict each other, and both are kept here.
    """

    changes: int
    head: str
    broken_at: int | None
    broken_record: str
    receipts: int
    false_receipts: tuple[str, ...]
    erased: int
    log: int = 0
    log_faults: tuple[str, ...] = ()
    altered: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """The history is what was written."""
        return self.broken_at is None and not self.false_receipts and not self.log_faults


@dataclass(frozen=True, slots=True)
class Health:
    """What `check` found.

    Attributes:
        pages: Damaged pages.
        attachments: Missing or damaged attachments.
        orphans: Attachments no record names.
        tally: Scopes and classes whose records left the sums of the feed.
        records: How many records there are.
        altered: Kind and id of records that are not what the change log makes of them.
        unfound: Id and kind of records search does not tell the truth about; it is written anew from them.
        search_waiting: Records whose words search does not know yet, as while a first sync is under way.
    """

    pages: tuple[str, ...]
    attachments: tuple[str, ...]
    orphans: int
    tally: tuple[str, ...]
    records: int
    altered: tuple[str, ...] = ()
    unfound: tuple[tuple[str, str], ...] = ()
    search_waiting: int = 0

    @property
    def sound(self) -> bool:
        """Nothing is damaged that cannot be made anew."""
        return not (self.pages or self.attachments or self.tally or self.altered)


def verify(store: Store) -> History:
    """Recompute the chain of every change and compare it with the county's signed receipts and log heads.

    Who can write the file can also write hashes anew; then the first receipt that does not agree tells, and
    `broken_at` is the first change after the last receipt that does.
    """
    with connection.store_troubles():
        state = chain_state(store.database.connection())
        former = former_states(store.database.connection())
    found = _receipts(store)
    log, log_faults = _log(store)
    misfiled, altered = _filed(store)
    seen = [n for n in (state.broken_at, misfiled) if n is not None]
    broken_at = min(seen, default=found.broken_at)
    broken = [one.broken_at for one in former.values() if one.broken_at is not None]
    if broken_at is None and broken:
        broken_at = broken[0]  # of a log this desk kept under the device it was
    return History(
        changes=state.n,
        head=state.head.hex(),
        broken_at=broken_at,
        broken_record=_record_of(store, broken_at) if broken_at else "",
        receipts=found.good,
        false_receipts=tuple(found.false),
        erased=state.erased,
        log=log,
        log_faults=tuple(log_faults),
        altered=tuple(altered),
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
        altered=tuple(_altered(store)) if not pages else (),
        unfound=tuple((_hex(record_id), kind) for record_id, kind in indexing.amiss(store))
        if not pages
        else (),
        search_waiting=search.waiting(store.database),
    )


def _record_of(store: Store, n: int) -> str:
    rows = store.query('SELECT "kind", "record_id" FROM "change" WHERE "n" >= ? ORDER BY "n" LIMIT 1', (n,))
    return f"{rows[0][0]} {_hex(rows[0][1])}" if rows else ""


def _hex(column: object) -> str:
    """Return the id a column holds; who alters a file by hand may leave anything there."""
    return ids.id_text(column) if isinstance(column, bytes) and len(column) == ids.ID_BYTES else "?"


def _filed(store: Store) -> tuple[int | None, list[int]]:
    """Return the first change filed otherwise than it says itself, and the numbers of all statements."""
    altered: list[int] = []
    with connection.store_troubles():
        rows = store.database.connection().execute(
            'SELECT "n", "g", "record_id", "kind", "body" FROM "change" WHERE "body" IS NOT NULL ORDER BY "n"'
        )
        for n, group, record_id, kind, raw in rows:
            try:
                body = changes.decode(raw if isinstance(raw, bytes) else str(raw).encode())
            except crypto.CryptoTrouble:
                return int(n), altered
            altered += [int(n)] if body.op == "altered" else []
            if (body.n, body.g, body.r, body.t) != (n, group, _hex(record_id), kind):
                return int(n), altered
    return None, altered


@dataclass(slots=True)
class _Receipts:
    """How many receipts are good, which are false, and where the log leaves what the county signed."""

    good: int = 0
    false: list[str] = field(default_factory=list)
    broken_at: int | None = None
    covered: int = 0


def _receipts(store: Store) -> _Receipts:
    """Compare the receipts with the log: each signed by the county, each naming a head that stands in it."""
    found = _Receipts()
    key = store.state("county_key")
    rows = store.query(
        'SELECT r."first_n", r."last_n", r."seq", r."received_at", r."body", r."signature", c."hash" '
        'FROM "receipt" r LEFT JOIN "change" c ON c."n" = r."last_n" ORDER BY r."last_n"'
    )
    for first, last, seq, at, body, signature, head in rows:
        claim = signed_claim(key or b"", body, signature)
        if claim is None or not says(claim, Receipt("", first, last, seq, at)):
            found.false.append(f"{first}–{last}")
        elif not names_head(claim, head):
            found.broken_at = found.broken_at or found.covered + 1
            found.false.append(f"{first}–{last}")
        else:
            found.good += 1
            found.covered = last
    acked = store.query('SELECT max("n") FROM "change" WHERE "state" <> \'new\'')[0][0] or 0
    vouched = rows[-1][1] if rows else 0
    if key and acked > vouched:
        found.false.append(f"{vouched + 1}–{acked}")  # the county said it had them, so there was a receipt
    return found


def _log(store: Store) -> tuple[int, list[str]]:
    """Return the size of the county's log as verified last, and what is wrong with what is kept of it."""
    faults = ["rewritten"] if county_link.log_evidence(store) is not None else []
    kept = county_link.log_head(store)
    if kept is None:
        return 0, faults
    claim = signed_claim(store.state("county_key") or b"", kept.claim, kept.signature)
    size = claim.get("size") if claim and kept.claim.startswith(b"VD1 log\n") else None
    return (size, faults) if isinstance(size, int) else (0, ["head", *faults])


_CARRIED = 'SELECT "body" FROM "carried_change" WHERE "record_id" = ? ORDER BY "id"'


def _altered(store: Store) -> list[str]:
    """Return kind and id of the records that are not what the log of this desk makes of them.

    What the county has numbered and nobody here is changing is proved by its sums instead.
    """
    found = []
    for name, kind in KINDS.items():
        for row in store.rows(name, '"ver" = 0 OR "pending" > 0'):
            states = "" if row["ver"] == 0 else " AND \"state\" IN ('new', 'acked')"
            raws = store.query(
                'SELECT "body" FROM "change" '  # noqa: S608 - constant
                f'WHERE "record_id" = ? AND "body" IS NOT NULL{states} ORDER BY "n"',
                (row["id"],),
            )
            raws = [*store.query(_CARRIED, (row["id"],)), *raws]
            says = changes.replayed(tally.county_state(kind, row), changes.readable(raws))
            if _filled(kind.to_json(row_values(kind, row))) != _filled(says):
                found.append(f"{name} {_hex(row['id'])}")
        gone = store.query(
            f'SELECT DISTINCT c."record_id" FROM "change" c WHERE c."kind" = ? AND NOT EXISTS '  # noqa: S608 - declared
            f'(SELECT 1 FROM "{name}" k WHERE k."id" = c."record_id")',
            (name,),
        )
        found += [f"{name} {_hex(record_id)}" for (record_id,) in gone]
    return found


def _filled(sent: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in sent.items() if value not in (None, "", [])}
