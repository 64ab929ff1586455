"""A room's desk without a window or a network, and a county that is nothing but its key and its answers."""

from dataclasses import dataclass

from sync.messages import Receipt, receipt_claim
from ui.account import Account
from ui.desk import Desk
from ui.runner import Runner
from village_desk import changes, crypto, ids, profile
from village_desk.changes import Body, FeedRow
from village_desk.keys import new_data_key
from village_desk.session import Actor, Session
from village_desk.store import create_store, outbox
from village_desk.store.applying import apply_rows

VILLAGE = "620702101201"
CLERK = "[练习]王桂兰"
OTHER = "ab" * 16
OTHER_USER = "cd" * 16
OTHER_NAME = "[练习]孙律师"


@dataclass
class Room:
    """The desk of a clerk; `county_key` is the county's, the rest is the desk's."""

    desk: Desk
    session: Session
    county_key: bytes
    seq: int = 0

    def received(self, aside=None, *, at=None):
        """Let the county have received everything, but for changes `aside` ({n: reason}); with a receipt."""
        aside = aside or {}
        store = self.session.store
        rows = store.query(
            'SELECT "n", "record_id", "body", "hash" FROM "change" WHERE "state" = \'new\' ORDER BY "n"'
        )
        made = []
        for n, _record, body, _hash in rows:
            self.seq += n not in aside
            made.append(
                FeedRow(
                    seq=0 if n in aside else self.seq,
                    device=store.device_id.hex(),
                    n=n,
                    body=bytes(body),
                    ver=0 if n in aside else self._version(bytes(body)),
                    outcome="quarantined" if n in aside else "ok",
                    reason=aside.get(n, ""),
                )
            )
        receipt = Receipt(
            device=store.device_id.hex(), first=rows[0][0], last=rows[-1][0], seq=self.seq,
            at=at or self.session.now(), head=bytes(rows[-1][3]),
        )  # fmt: skip
        claim = receipt_claim(receipt)
        with store.unit_of_work(None, self.session.now()) as uow:
            apply_rows(uow, made)
            numbers = (receipt.first, receipt.last, receipt.seq, receipt.at)
            signed = (claim, crypto.sign(self.county_key, claim))
            outbox.add_receipt(uow, f"{receipt.first}-{receipt.last}", numbers, signed)

    def _version(self, raw):
        body = changes.decode(raw)
        row = self.session.store.row(body.t, bytes.fromhex(body.r))
        return row["ver"] + 1

    def elsewhere(self, record_id, fields, ver, opened=(), kind="consultation", **more):
        """Let a change of another PC arrive; `opened` are the conflicts it opened."""
        self.seq += 1
        body = Body(
            n=self.seq, g=self.seq, r=record_id.hex(), t=kind, s=VILLAGE, op=more.pop("op", "put"), b=ver - 1,
            p=0, u=OTHER_USER, grant="", sv=1, at=self.session.now(), clock=None, f=fields,
        )  # fmt: skip
        row = FeedRow(
            seq=self.seq, device=OTHER, n=self.seq, body=changes.encode(body), ver=ver,
            outcome="conflict" if opened else "ok", opened=tuple(opened), user_name=OTHER_NAME,
            received_at=self.session.now(), **more,
        )  # fmt: skip
        with self.session.store.unit_of_work(None, self.session.now()) as uow:
            apply_rows(uow, [row])


def room(folder, role="village_clerk", area=VILLAGE):
    """Return an enrolled room and what ends it."""
    key = new_data_key()
    store = create_store(folder, key)
    county_key = crypto.new_signing_key()
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("unit_code", VILLAGE)
        uow.set_state("unit_name", "[练习]乌江村法律服务室")
        uow.set_state("desk_id", ids.new_id())
        uow.set_state("device_id", ids.new_id())
        uow.set_state("county_key", crypto.public_key(county_key))
    session = Session(store, Actor(ids.new_id(), CLERK, role, b"", (area,)), profile.load())
    runner, slow = Runner(), Runner(name="slow")
    desk = Desk(session, Account(folder, key, session.actor.user), runner, slow)

    def close():
        for one in (runner, slow):
            one.close(store.close_connection)
        store.close_connection()

    return Room(desk, session, county_key), close
