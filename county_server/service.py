"""One round of one desk: what it sends is stored, what it may see is answered, from bytes to bytes.

Nothing here knows how the bytes came: over HTTP (`county_server.app`), in a test, on a stick
(`county_server.bundles`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import peewee

from county_server import (
    blobs,
    couriers,
    log,
    numbers,
    profiles,
    pull,
    push,
    recovery,
    releases,
    snapshots,
    viewer,
)
from county_server.county import County, go_by_last
from county_server.errors import Refused
from county_server.log import Present
from county_server.push import Push, Taken
from county_server.viewer import Viewer
from sync import packing
from sync.messages import PROTOCOL, Block, SyncReply, SyncRequest
from sync.revocation import Revoked, revoked_claim
from village_desk import crypto
from village_desk.errors import SyncTrouble

TRIES = 5


@dataclass(slots=True)
class Round:
    """One request of one device, whose identity has been proved.

    Attributes:
        push: Its changes, if it brings any; `taken` is what became of them.
        blocks: The numbers it is given.
    """

    device: bytes
    asked: SyncRequest
    push: Push | None = None
    taken: Taken | None = None
    blocks: list[Block] = field(default_factory=list)


def opened(device: bytes, request: bytes) -> Round:
    """Read a packed `SyncRequest` of the device `device` (16 bytes).

    Raises:
        Refused: "nonsense" (400), "device" (401), "too_large" (413), "version" (426).
    """
    asked = read(request)
    if asked.proto != PROTOCOL:
        raise Refused("version", 426)
    if asked.device != device.hex():
        raise Refused("device", 401)
    return Round(device, asked, push.read(device, asked) if asked.changes else None)


def answer(county: County, device: bytes, request: bytes) -> bytes:
    """Answer one packed `SyncRequest` of the device `device` (16 bytes), whose identity has been proved.

    The answer is a packed `SyncReply`, or nothing when the desk knows all it would say.

    Raises:
        Refused: "nonsense" (400), "device" (401), "too_large" (413), "version" (426), "busy" (503).
    """
    return answers(county, [opened(device, request)])[0]


def answers(county: County, rounds: Sequence[Round]) -> list[bytes]:
    """Answer the requests of several devices together, which costs less than one after the other.

    Raises:
        Refused: "device" (401), "busy" (503); some may be taken, and each can be asked again.
    """
    pushing = [(one, one.push) for one in rounds if one.push]
    pushed = push.take(county, [each for _, each in pushing])
    for (one, _), taken in zip(pushing, pushed, strict=True):
        one.taken = taken
    for one in rounds:
        one.blocks = _blocks(county, one)
    replies = _replies(county, rounds)
    return [
        b"" if _says_nothing(one.asked, reply) else packing.pack(reply)
        for one, reply in zip(rounds, replies, strict=True)
    ]


def _says_nothing(asked: SyncRequest, reply: SyncReply) -> bool:
    """Say whether the desk knows all of `reply`: most rounds find nothing new, over the thinnest lines."""
    moved = (
        asked.changes
        or reply.rows
        or reply.states
        or reply.more
        or reply.blocks
        or asked.tally
        or asked.village
        or asked.records
        or reply.log
        or reply.revoked
        or reply.aside
        or reply.published
    )
    known = (asked.inc, asked.epoch, asked.cursor, asked.last)
    return not moved and known == (reply.inc, reply.epoch, reply.cursor, reply.last)


def read(request: bytes) -> SyncRequest:
    """Read a packed request.

    Raises:
        Refused: "nonsense" (400).
    """
    try:
        return packing.unpack(request, SyncRequest, packing.ROUND_LIMIT)
    except SyncTrouble:
        raise Refused("nonsense") from None


def _replies(county: County, rounds: Sequence[Round]) -> list[SyncReply]:
    with county.database.reading():
        viewers = viewer.find_all(county, list({one.device for one in rounds}))
        present = log.Present(county, [one.asked for one in rounds])
        published = go_by_last(county)
        return [_reply(county, viewers[one.device], one, present, published) for one in rounds]


def _reply(county: County, who: Viewer, one: Round, present: Present, published: int) -> SyncReply:
    asked = one.asked
    if asked.inc not in ("", county.incarnation):
        return recovery.announce(county, one.device, asked, one.taken)
    if who.revoked:
        return _last_reply(county, who, one, present)
    page = snapshots.start(county, who, asked) or pull.page(county, who, asked, present.tree.size)
    wanted = asked.tally and not page.more
    sums = pull.sums(county, who, asked.sv) if wanted else {}
    news = log.news(county, asked, present, page.rows if not page.more else ())
    taken = one.taken or Taken(who.last)
    stale = asked.epoch != who.epoch
    return SyncReply(
        inc=county.incarnation,
        epoch=who.epoch,
        last=taken.last,
        problem=taken.problem,
        verdicts=taken.verdicts,
        receipts=taken.receipts,
        rows=page.rows,
        cursor=page.cursor,
        more=page.more,
        states=page.states,
        sums=sums,
        grants=list(who.every) if stale else [],
        couriers=couriers.directory(county, one.device, who.unit) if stale else None,
        blocks=one.blocks,
        profile=county.profile.version,
        now=who.moment,
        log=news.log,
        proof=news.proof,
        witnessed=news.witnessed,
        aside=releases.news(county, who, asked),
        published=profiles.news(county, asked, published),
        durable=who.durable,
    )


def _last_reply(county: County, who: Viewer, one: Round, present: Present) -> SyncReply:
    """A revoked desk first hands over everything it has, into quarantine; it is told nothing else."""
    asked, taken = one.asked, one.taken or Taken(who.last)
    news = log.news(county, asked, present)
    signature = crypto.sign(county.key, revoked_claim(who.device.hex(), who.revoked_at))
    return SyncReply(
        inc=county.incarnation,
        epoch=asked.epoch,
        last=taken.last,
        problem=taken.problem,
        verdicts=taken.verdicts,
        receipts=taken.receipts,
        cursor=asked.cursor,
        now=who.moment,
        log=news.log,
        proof=news.proof,
        revoked=Revoked(who.revoked_at, signature),
        durable=who.durable if blobs.all_backed_up(county, who.device) else 0,
    )


def _blocks(county: County, one: Round) -> list[Block]:
    asked, device = one.asked, one.device
    if asked.inc not in ("", county.incarnation) or not numbers.wants(asked.numbers):
        return []
    for _ in range(TRIES):
        try:
            with county.database.writing():
                who = viewer.find(county, device)
                return [] if who.revoked else numbers.refill(county, who, asked.numbers)
        except peewee.IntegrityError:
            continue  # another desk of the unit got the same block first
    raise Refused("busy", 503)
