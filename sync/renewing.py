"""The desk's side of going on as another device (`sync.succession`), and rounds that do so when they must."""

from collections.abc import Callable

from sync import bundle, connect, engine
from sync.engine import Progress, Report
from sync.enrolment import keep
from sync.exchange import Exchange, Request
from sync.packing import pack, unpack
from sync.sticks import courier_keys
from sync.succession import Logged, SuccessionReply, SuccessionRequest, answer_claim, succession_claim
from village_desk import crypto, times
from village_desk.crashpoints import crashpoint
from village_desk.errors import SyncTrouble
from village_desk.ids import id_from_text, id_text
from village_desk.store import Store, outbox, relog

NEXT_KEY = "next_device_key"
"""State of the desk file: the key of the device it asks to become, so that a lost answer costs nothing."""


def run(
    store: Store,
    clock: Callable[[], times.Moment] = times.now,
    stop: Callable[[], bool] = lambda: False,
    progress: Progress = lambda _stage, _sent, _got: None,
) -> Report:
    """Run a round over the network; a desk that was copied or restored becomes a device of its own first.

    Raises:
        SyncTrouble, CryptoTrouble, StoreTrouble: As of `engine.run_round`, `connect.connect` and `renew`.
    """
    try:
        return _round(store, clock, stop, progress)
    except SyncTrouble as trouble:
        if trouble.code != "sync.fork":
            raise
    exchange = connect.connect(store)
    try:
        renew(store, exchange, clock)
    except SyncTrouble as trouble:
        if trouble.code == outbox.UNKNOWN:  # no round began that could have noted it
            with store.unit_of_work(None, clock()) as uow:
                uow.set_state(outbox.UNKNOWN, "1")
        raise
    finally:
        exchange.close()
    return _round(store, clock, stop, progress)


def _round(
    store: Store,
    clock: Callable[[], times.Moment],
    stop: Callable[[], bool],
    progress: Progress,
) -> Report:
    exchange = connect.connect(store)
    try:
        return engine.run_round(store, exchange, clock, stop, progress, ahead=True)
    finally:
        exchange.close()


def renew(store: Store, exchange: Exchange, clock: Callable[[], times.Moment] = times.now) -> int:
    """Become another device of the same unit and users; return how many changes were logged again.

    `exchange` signs as the device this desk is; afterwards it is of no more use.

    Raises:
        SyncTrouble: "sync.receipt": the answer is not signed by the county; "sync.revoked"; and those of the
            exchange.
        StoreTrouble: The desk file cannot be written.
    """
    former, private = id_text(store.device_id), _next_key(store, clock())
    public = crypto.public_key(private)
    request = SuccessionRequest(
        device=former,
        public_key=public,
        signature=crypto.sign(private, succession_claim(former, public)),
        bundle_key=bundle.public_key(courier_keys.made(store, clock())),
        changes=[Logged(one.n, one.hash) for one in relog.doubtful(store)],
    )
    reply = unpack(exchange(Request("POST", "/v1/succeed", pack(request))), SuccessionReply)
    claim = answer_claim(former, public, reply.enrolled.device, reply.shared)
    if not crypto.verify(store.state("county_key") or b"", reply.signature, claim, request.suite):
        raise SyncTrouble("sync.receipt")
    with store.unit_of_work(None, clock()) as uow:
        inc = store.text_state("sync.inc")
        device = id_from_text(reply.enrolled.device)
        again = relog.become(uow, device, reply.shared, set(reply.known), reply.aside)
        uow.set_state("device_key", private)
        keep(uow, reply.enrolled)
        uow.set_state("sync.inc", inc)  # one that was restored meanwhile is found out by the next round
        crashpoint("renew.before_commit")
    crashpoint("renew.after_commit")
    return again


def _next_key(store: Store, at: times.Moment) -> bytes:
    held = store.state(NEXT_KEY)
    if held:
        return held
    made = crypto.new_signing_key()
    with store.unit_of_work(None, at) as uow:
        uow.set_state(NEXT_KEY, made)
    return made
