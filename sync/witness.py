"""The desk as a witness of the county's log: it keeps the head verified last and believes none that differs.

A reply is taken in only when its head is the county's, continues the head kept here, and covers every row and
receipt of the reply. A head that does not continue ours is evidence against the county, signed by itself;
it is kept in the desk file beside ours, and `village-desk verify` shows it.
"""

import json
from typing import Literal

from sync import log
from sync.exchange import Exchange, Request
from sync.log import Inclusion, TreeHead
from sync.messages import SyncReply, SyncRequest
from sync.packing import unpack
from village_desk import merkle, times
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.store import Store, UnitOfWork, county_link


def shown(store: Store, idle_at: int | None = None) -> TreeHead | None:
    """Return the head verified last; None before the first, and where its size is `idle_at`.

    An idle round saves its bytes: the county takes the cursor for the size of the head. The head of an
    earlier incarnation says nothing of this one.
    """
    kept = county_link.log_head(store)
    if kept is None:
        return None
    inc, head = _read(kept.claim, kept.signature)
    return None if head.size == idle_at or inc != store.text_state("sync.inc") else head


def checked(store: Store, request: SyncRequest, reply: SyncReply, at: times.Moment) -> TreeHead | None:
    """Return the head this desk may keep from now on; None when there is none and nothing to cover.

    Raises:
        SyncTrouble: "sync.restored": the county is another incarnation, for which only `checked_anew` speaks;
            "sync.log_rewritten": the county has rewritten, cut or forked its log, and the evidence
            is kept; "sync.log_unproved": the head is missing, not signed, or does not cover the reply.
        StoreTrouble: The evidence cannot be written.
    """
    if request.inc and reply.inc != request.inc:
        raise SyncTrouble("sync.restored")
    had = shown(store)
    head = had
    if reply.log is not None:
        head = _signed(store, reply.inc, reply.log)
        if had is not None:
            _compare(store, at, ((reply.inc, had), (reply.inc, head)), reply.proof)
        for other in reply.witnessed:
            shown_other = _signed(store, reply.inc, other.head)
            _compare(store, at, ((reply.inc, shown_other), (reply.inc, head)), other.proof)
    covered = max([reply.cursor, *(row.q for row in reply.rows), *(each.seq for each in reply.receipts)])
    if covered > (head.size if head else 0):
        raise SyncTrouble("sync.log_unproved", what="cover")
    return head


def checked_anew(store: Store, request: SyncRequest, reply: SyncReply, at: times.Moment) -> TreeHead:
    """Return the head of a county that was restored: it is signed, and continues what still stands of ours.

    Of a head here that lies beyond what was kept nothing can be proved; `keep` sets it aside.

    Raises:
        SyncTrouble: "sync.log_rewritten", "sync.log_unproved".
        StoreTrouble: The evidence cannot be written.
    """
    if reply.log is None:
        raise SyncTrouble("sync.log_unproved", what="head")
    head, had = _signed(store, reply.inc, reply.log), shown(store)
    if reply.kept > head.size:
        raise SyncTrouble("sync.log_unproved", what="kept")
    if had is not None and had.size <= reply.kept:
        _compare(store, at, ((request.inc, had), (reply.inc, head)), reply.proof)
    return head


def keep(uow: UnitOfWork, inc: str, head: TreeHead | None) -> None:
    """Remember a head that was `checked`; the last one of an earlier incarnation is kept beside it."""
    if head is not None:
        old = county_link.log_head(uow.store)
        if old is not None and _read(old.claim, old.signature)[0] != inc:
            county_link.set_log_head_aside(uow, old)
        county_link.keep_log_head(uow, log.head_claim(inc, head), head.signature)


def prove(store: Store, exchange: Exchange, n: int) -> Literal["proved", "waits", "aside"]:
    """Ask the county to prove that own change `n` stands in its log, under the head kept here.

    Returns:
        "proved"; "waits": no row of the feed has shown it here yet; "aside": it is quarantined and so in no
        feed, and the receipt alone speaks for it.

    Raises:
        SyncTrouble: "sync.log_rewritten": it cannot prove it, though this desk had the row of it; and those
            of `exchange`.
    """
    found = county_link.own_row(store, n)
    head = shown(store)
    if found is None or head is None:
        return "waits"
    if found.outcome == "quarantined":
        return "aside"
    answer = exchange(Request("GET", f"/v1/proof/{found.seq}/{head.size}"))
    proof = unpack(answer, Inclusion).proof
    change = (id_text(store.device_id), n, found.hash.hex())
    leaf = log.leaf(found.seq, change, found.outcome, found.received_at)
    if not merkle.verify_inclusion(leaf, found.seq - 1, head.tree, proof, head.suite):
        raise SyncTrouble("sync.log_rewritten", size=head.size, row=found.seq)
    return "proved"


def _signed(store: Store, inc: str, head: TreeHead) -> TreeHead:
    if not log.signed(store.state("county_key") or b"", inc, head):
        raise SyncTrouble("sync.log_unproved", what="signature")
    return head


def _compare(
    store: Store,
    at: times.Moment,
    heads: tuple[tuple[str, TreeHead], tuple[str, TreeHead]],
    proof: list[bytes],
) -> None:
    """Let pass only what continues the older head; keep both otherwise, as the county signed them.

    `heads` stand with the incarnation each was signed for.
    """
    older, newer = heads[0][1], heads[1][1]
    if log.continues(older, newer, proof):
        return
    evidence = [
        {"claim": log.head_claim(inc, head).decode(), "signature": head.signature.hex()}
        for inc, head in heads
    ]
    with store.unit_of_work(None, at) as uow:
        county_link.keep_log_evidence(uow, json.dumps(evidence).encode())
    raise SyncTrouble("sync.log_rewritten", size=older.size, now=newer.size)


def _read(claim: bytes, signature: bytes) -> tuple[str, TreeHead]:
    """Read back what `keep` wrote, the incarnation first.

    Raises:
        SyncTrouble: "sync.log_unproved": somebody else wrote it; `village-desk verify` says so too.
    """
    try:
        told = json.loads(claim.partition(b"\n")[2])
        root = bytes.fromhex(told["root"])
        return told["inc"], TreeHead(told["size"], root, told["at"], told["suite"], signature)
    except (ValueError, KeyError, TypeError):
        raise SyncTrouble("sync.log_unproved", what="kept") from None
