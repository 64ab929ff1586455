"""What people of the county write in a browser: changes of a device that is the county's own.

They are chained, signed, judged by rights, merged, numbered and receipted as those of any desk, by the same
code; the device's key lies with the county's other keys.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec import Raw

from county_server import push, viewer
from county_server.county import County
from county_server.errors import CountyTrouble
from county_server.viewer import Viewer
from sync import messages
from sync.messages import PROTOCOL, Grant, Sent, SyncRequest
from village_desk import changes, crypto, ids
from village_desk.changes import Body, Op
from village_desk.kinds import KINDS

KEY, DEVICE = "own_key", "own_device"
NAME = "县里的网页"


@dataclass(frozen=True, slots=True)
class Step:
    """One change: `ver` is the version it is based on, 0 for a new record; `values` are used values.

    `beside` are columns of the envelope of a new record, as `class`, or the conflicts a "resolve" decides.
    """

    kind: str
    record: bytes
    scope: str
    ver: int
    values: Mapping[str, object]
    beside: Mapping[str, object]
    op: Op = "put"


def write(county: County, grant: Grant, steps: Sequence[Step]) -> None:
    """Let changes take effect as one unit of work, written under `grant`.

    Raises:
        CountyTrouble: "county.not_taken": the rules of the county did not let them; nothing was written.
        Refused: "busy" (503).
    """
    device_id, key = _device(county, bytes.fromhex(grant.user))
    with county.database.writing():
        who = viewer.find(county, device_id, lock=True)  # whoever else writes as the county waits here
        (taken,) = push.take(county, [push.read(device_id, _request(county, who, key, grant, steps))])
        if any(one.outcome == "quarantined" for one in taken.verdicts):
            raise CountyTrouble("county.not_taken")


def device(county: County) -> bytes:
    """Return the id of the county's own device, b"" while nobody has written here."""
    with county.database.reading():
        row = county.database.one("SELECT v FROM meta WHERE k = ?", DEVICE)
    return bytes.fromhex(row[0]) if row else b""


def _device(county: County, user: bytes) -> tuple[bytes, bytes]:
    """Return id and private key of the county's own device, one of whose users is `user`."""
    database = county.database
    with database.writing():
        database.rows(database.locked("SELECT v FROM meta WHERE k = 'key'"))  # two at once make one device
        kept = dict(database.rows("SELECT k, v FROM meta WHERE k IN (?, ?)", KEY, DEVICE))
        if DEVICE not in kept:
            kept = {KEY: crypto.new_signing_key().hex(), DEVICE: ids.new_id().hex()}
            for name, value in kept.items():
                database.rows("INSERT INTO meta (k, v) VALUES (?, ?)", name, value)
            database.rows(
                "INSERT INTO device (id, unit, name, suite, public_key, last, head, epoch, enrolled_at,"
                " bundle_key) VALUES (?, ?, ?, ?, ?, 0, ?, 1, ?, '')",
                bytes.fromhex(kept[DEVICE]),
                county.code,
                NAME,
                crypto.DEFAULT_SUITE,
                crypto.public_key(bytes.fromhex(kept[KEY])),
                crypto.CHAIN_START,
                county.clock(),
            )
        device_id = bytes.fromhex(kept[DEVICE])
        if not database.one("SELECT 1 FROM device_user WHERE device = ? AND user_id = ?", device_id, user):
            database.rows("INSERT INTO device_user (device, user_id) VALUES (?, ?)", device_id, user)
    return device_id, bytes.fromhex(kept[KEY])


def _request(county: County, who: Viewer, key: bytes, grant: Grant, steps: Sequence[Step]) -> SyncRequest:
    head, sent = who.head, []
    for n, step in enumerate(steps, who.last + 1):
        raw = changes.encode(_body(county, grant, step, n, who.last + 1))
        salt = crypto.new_salt()
        head = crypto.chain_step(head, salt, raw)
        sent.append(Sent(salt, Raw(raw)))
    last = who.last + len(steps)
    claim = messages.batch_claim(crypto.DEFAULT_SUITE, who.device.hex(), last, head)
    return SyncRequest(
        proto=PROTOCOL,
        device=who.device.hex(),
        epoch=who.epoch,
        cursor=0,
        last=who.last,
        changes=sent,
        head=head,
        signature=crypto.sign(key, claim),
    )


def _body(county: County, grant: Grant, step: Step, n: int, group: int) -> Body:
    kind = KINDS[step.kind]
    return Body(
        n=n,
        g=group,
        r=step.record.hex(),
        t=step.kind,
        s=step.scope,
        op=step.op,
        b=step.ver,
        p=0,
        u=grant.user,
        grant=grant.id,
        sv=kind.sv,
        at=county.clock(),
        clock=0,
        f={**kind.to_json(step.values), **step.beside},
    )
