"""One round of one desk: what it sends is stored, what it may see is answered, from bytes to bytes.

Nothing here knows how the bytes came: over HTTP (`county_server.app`), in a test, on a stick
(`county_server.bundles`).
"""

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
from county_server.county import County
from county_server.errors import Refused
from county_server.push import Taken
from county_server.viewer import Viewer
from sync import packing
from sync.messages import PROTOCOL, Block, SyncReply, SyncRequest
from sync.revocation import Revoked, revoked_claim
from village_desk import crypto
from village_desk.errors import SyncTrouble

TRIES = 5


def answer(county: County, device: bytes, request: bytes) -> bytes:
    """Answer one packed `SyncRequest` of the device `device` (16 bytes), whose identity has been proved.

    The answer is a packed `SyncReply`, or nothing when the desk knows all it would say.

    Raises:
        Refused: "nonsense" (400), "device" (401), "version" (426), "busy" (503).
    """
    asked = read(request)
    if asked.proto != PROTOCOL:
        raise Refused("version", 426)
    if asked.device != device.hex():
        raise Refused("device", 401)
    taken = push.take(county, device, asked) if asked.changes else None
    if asked.inc not in ("", county.incarnation):
        return packing.pack(recovery.announce(county, device, asked, taken))
    blocks = _blocks(county, device, asked)
    reply = _reply(county, device, asked, taken, blocks)
    return b"" if _says_nothing(asked, reply) else packing.pack(reply)


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


def _reply(
    county: County, device: bytes, asked: SyncRequest, taken: Taken | None, blocks: list[Block]
) -> SyncReply:
    with county.database.reading():
        who = viewer.find(county, device)
        if who.revoked:
            return _last_reply(county, who, asked, taken)
        tree = log.tree(county.database)
        page = snapshots.start(county, who, asked) or pull.page(county, who, asked, tree.size)
        wanted = asked.tally and not page.more
        sums = pull.sums(county, who, asked.sv) if wanted else {}
        news = log.news(county, asked, tree, page.rows if not page.more else ())
        aside = releases.news(county, who, asked)
        published = profiles.news(county, asked)
        # After a restore the count may be the same and the grants others.
        stale = asked.epoch != who.epoch or asked.inc not in ("", county.incarnation)
        directory = couriers.directory(county, device, who.unit) if stale else None
    taken = taken or Taken(who.last)
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
        couriers=directory,
        blocks=blocks,
        profile=county.profile.version,
        now=who.moment,
        log=news.log,
        proof=news.proof,
        witnessed=news.witnessed,
        aside=aside,
        published=published,
        durable=who.durable,
    )


def _last_reply(county: County, who: Viewer, asked: SyncRequest, taken: Taken | None) -> SyncReply:
    """A revoked desk first hands over everything it has, into quarantine; it is told nothing else."""
    taken = taken or Taken(who.last)
    news = log.news(county, asked, log.tree(county.database))
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


def _blocks(county: County, device: bytes, asked: SyncRequest) -> list[Block]:
    if not numbers.wants(asked.numbers):
        return []
    for _ in range(TRIES):
        try:
            with county.database.writing():
                who = viewer.find(county, device)
                return [] if who.revoked else numbers.refill(county, who, asked.numbers)
        except peewee.IntegrityError:
            continue  # another desk of the unit got the same block first
    raise Refused("busy", 503)
