"""How a desk becomes a device of its county, with a one-time code; and the grants the county signs.

The device key is written before the code is used, so that a lost answer costs nothing: the same desk asks
again with the same code and key, and the county answers again.
"""

from collections.abc import Callable, Iterable

import msgspec

from sync import areas, bundle
from sync.codes import code_key, code_name
from sync.exchange import Exchange, Identity, Request
from sync.messages import (
    PROTOCOL,
    Block,
    EnrolReply,
    EnrolRequest,
    Grant,
    answer_claim,
    enrol_claim,
    grant_claim,
    proof,
)
from sync.packing import pack, unpack
from sync.sticks import courier_keys
from village_desk import VERSION, crypto, times
from village_desk.errors import SyncTrouble
from village_desk.ids import id_from_text, id_text
from village_desk.store import Store, UnitOfWork, county_link, outbox
from village_desk.store.county_link import Account


def enrol(
    store: Store, exchange: Exchange, code: str, name: str = "", clock: Callable[[], times.Moment] = times.now
) -> EnrolReply:
    """Make this desk a device of the county that gave `code`; `name` tells it apart in the county's list.

    One whose county was put back to before its enrolment, and has said so, becomes the device again that it
    was: its id, key, log and users stay, and the next round sends again all that the county lost.

    Raises:
        SyncTrouble: "sync.enrolled": it is one already, and its county knows it; "sync.code": the code is
            wrong, used or too old; "sync.not_county": whoever answered does not know the code;
            "sync.other_unit": the code belongs to another unit than this desk was set up for;
            "sync.other_county": to another county than the one it belongs to; "sync.revoked"; and those of
            `sync.exchange`.
    """
    was = store.device_id
    if was and store.text_state(outbox.UNKNOWN) != "1":
        raise SyncTrouble("sync.enrolled")
    former = id_text(was) if was else ""
    private = _device_key(store, clock())
    public, key = crypto.public_key(private), code_key(code)
    request = EnrolRequest(
        proto=PROTOCOL,
        code=code_name(code),
        public_key=public,
        proof=proof(key, enrol_claim(public, crypto.DEFAULT_SUITE, former)),
        name=name,
        app=VERSION,
        bundle_key=bundle.public_key(courier_keys.made(store, clock())),
        device=former,
        unit=store.unit_code,
        users=_users(store) if was else [],
    )
    reply = unpack(exchange(Request("POST", "/v1/enrol", pack(request), signed=False)), EnrolReply)
    if not crypto.same(reply.proof, proof(key, answer_claim(public, reply.county_key, reply.device))):
        raise SyncTrouble("sync.not_county")
    if store.unit_code not in ("", reply.unit_code):
        raise SyncTrouble("sync.other_unit")
    if was and (reply.device, reply.county_key) != (former, store.state("county_key")):
        raise SyncTrouble("sync.other_county")
    with store.unit_of_work(None, clock()) as uow:
        inc = store.text_state("sync.inc")
        keep(uow, reply)
        if was:
            uow.set_state(
                "sync.inc", inc
            )  # the next round hears of the restore, and goes back with the county
            uow.set_state(outbox.UNKNOWN, None)
    return reply


def _users(store: Store) -> list[Grant]:
    """Return a grant of each user, as the county signed it."""
    held = {one.user: one for one in county_link.grants(store)}
    return [
        msgspec.convert({**_claimed(one.body), "signature": one.signature}, Grant) for one in held.values()
    ]


def _claimed(body: bytes) -> dict[str, object]:
    claim = crypto.read_json(body.partition(b"\n")[2])
    return claim if isinstance(claim, dict) else {}


def identity(store: Store) -> Identity:
    """Return who signs the requests of this desk.

    Raises:
        SyncTrouble: "sync.not_enrolled".
    """
    device, key = store.device_id, store.state("device_key")
    if not device or not key:
        raise SyncTrouble("sync.not_enrolled")
    return Identity(id_text(device), lambda claim: crypto.sign(key, claim))


def keep_grants(uow: UnitOfWork, grants: list[Grant], epoch: int, now: times.Moment) -> None:
    """Verify grants, keep them as the accounts of this desk, and go by them; `now` is the county's clock.

    Raises:
        SyncTrouble: "sync.grant": one is not signed by the county.
    """
    key = uow.store.state("county_key") or b""
    for grant in grants:
        if not crypto.verify(key, grant.signature, grant_claim(grant), grant.suite):
            raise SyncTrouble("sync.grant")
    county_link.keep_accounts(uow, [_account(grant) for grant in grants])
    uow.set_state("sync.epoch", str(epoch))
    areas.take(uow, grants, now)


def keep_blocks(uow: UnitOfWork, blocks: Iterable[Block]) -> None:
    """Keep new blocks of case numbers."""
    for block in blocks:
        county_link.add_block(uow, block.register, block.year, block.first, block.last)


def _device_key(store: Store, at: times.Moment) -> bytes:
    held = store.state("device_key")
    if held:
        return held
    made = crypto.new_signing_key()
    with store.unit_of_work(None, at) as uow:
        uow.set_state("device_key", made)
    return made


def keep(uow: UnitOfWork, reply: EnrolReply) -> None:
    """Keep what the county says of the device this desk is now.

    Raises:
        SyncTrouble: "sync.grant".
    """
    for name, text in (
        ("unit_code", reply.unit_code),
        ("unit_name", reply.unit_name),
        ("county_code", reply.county),
        ("county_name", reply.county_name),
        ("sync.inc", reply.inc),
    ):
        uow.set_state(name, text)
    county_link.heard(uow, reply.now)
    uow.set_state("county_key", reply.county_key)
    uow.set_state("device_id", id_from_text(reply.device))
    keep_grants(uow, reply.grants, reply.epoch, reply.now)
    courier_keys.keep(uow, reply.couriers)
    keep_blocks(uow, reply.blocks)


def _account(grant: Grant) -> Account:
    return Account(
        user=id_from_text(grant.user),
        name=grant.name,
        role=grant.role,
        areas=tuple(grant.areas),
        grant=id_from_text(grant.id),
        body=grant_claim(grant),
        signature=grant.signature,
    )
