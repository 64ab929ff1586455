"""What a desk asks of its county: one message, the same over a network and on a stick."""

from collections.abc import Callable
from dataclasses import dataclass

from msgspec import Raw

from sync import snapshot, witness
from sync.messages import PROTOCOL, Left, Sent, SyncRequest, batch_claim
from village_desk import VERSION, crypto, times
from village_desk.ids import id_text
from village_desk.kinds import KINDS
from village_desk.store import Store, StoredChange, county_link, outbox, published, township

NEXT_YEAR_FROM = 10
"""Month from which a desk asks for the next year's case numbers (design: numbers)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, the changes it carries, its bytes on the line, and what waits for its answer."""

    request: SyncRequest
    sent: list[StoredChange]
    size: int
    wait: Callable[[], tuple[bytes, times.Moment]]


def request(store: Store, sent: list[StoredChange], now: times.Moment, want: int) -> SyncRequest:
    """Return the request that sends `sent` and asks for `want` packed bytes of rows after the cursor.

    It asks for the sums only when anything moved since they were compared last: an idle round says as
    little as it can.
    """
    device = id_text(store.device_id)
    head = sent[-1].hash if sent else b""
    cursor = number(store, "sync.cursor")
    moved = bool(sent) or number(store, "sync.tallied") != cursor
    tally_due = moved and snapshot.reached(store) is None  # a first sync is proved at its end
    claim = batch_claim(crypto.DEFAULT_SUITE, device, sent[-1].n, head) if sent else b""
    return SyncRequest(
        proto=PROTOCOL,
        device=device,
        sv={name: kind.sv for name, kind in KINDS.items() if kind.sv > 1} if tally_due else {},
        app=VERSION if tally_due else "",
        inc=store.text_state("sync.inc"),
        epoch=number(store, "sync.epoch"),
        cursor=cursor,
        last=_acknowledged(store, sent),
        changes=carried(sent),
        head=head,
        signature=crypto.sign(store.state("device_key") or b"", claim) if sent else b"",
        want=want,
        tally=tally_due,
        numbers=[Left(*each) for each in county_link.few_numbers(store, _years(now))],
        profile=published.heard(store),
        now=now if tally_due else 0,
        log=witness.shown(store, None if tally_due else cursor),
        aside=store.text_state(township.MARK),
    )


def carried(sent: list[StoredChange]) -> list[Sent]:
    """Return changes as a request carries them."""
    return [Sent(change.salt, Raw(change.body)) for change in sent]


def number(store: Store, key: str) -> int:
    """Return a number the rounds keep in the desk file; 0 when there is none yet."""
    return int(store.text_state(key, "0"))


def _years(now: times.Moment) -> list[int]:
    """Return the years case numbers are needed for: from October also the next, for New Year."""
    today = times.legal_day(now)
    return [today.year, today.year + 1] if today.month >= NEXT_YEAR_FROM else [today.year]


def _acknowledged(store: Store, sent: list[StoredChange]) -> int:
    return (sent[0].n if sent else store.head().n - outbox.waiting(store) + 1) - 1
