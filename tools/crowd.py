"""A crowd of desks that press "send" in the same moment, and what they hear: the county's heaviest hour.

Requests are made and signed beforehand and sent by one thread over plain sockets, because the crowd runs on
the same two cores as the county it measures.
"""

from __future__ import annotations

import random
import selectors
import socket
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bench_data import consultation
from msgspec import Raw

from county_server import accounts, enrolment
from county_server.county import County
from sync import codes, messages, packing
from sync.messages import EnrolReply, EnrolRequest, Sent, SyncReply, SyncRequest
from village_desk import changes, crypto, ids, times
from village_desk.changes import Body
from village_desk.kinds import KINDS

ROLE = "village_clerk"
DESKS_A_VILLAGE = 2
PATIENCE_SECONDS = 120
_READ = 262_144


@dataclass
class CrowdDesk:
    """A desk without a file: its keys and where its log is."""

    device: str
    key: bytes
    user: str
    grant: str
    village: str
    last: int = 0
    head: bytes = crypto.CHAIN_START
    cursor: int = 0
    inc: str = ""
    epoch: int = 0


def enrolled(county: County, desks: int) -> list[CrowdDesk]:
    """Open accounts, grants and devices for so many desks, two in a village."""
    return [_enrolled(county, number) for number in range(desks)]


def _enrolled(county: County, number: int) -> CrowdDesk:
    place = number // DESKS_A_VILLAGE
    village = f"{county.code}{101 + place // 99:03d}{1 + place % 99:03d}"
    user = accounts.add_user(county, f"[练习] 用户{number}", village)
    grant = accounts.add_grant(county, user, ROLE, [village])
    code = enrolment.invite(county, village, [user])
    key = crypto.new_signing_key()
    public = crypto.public_key(key)
    proof = messages.proof(codes.code_key(code), messages.enrol_claim(public, crypto.DEFAULT_SUITE))
    asked = EnrolRequest(proto=1, code=codes.code_name(code), public_key=public, proof=proof)
    reply = packing.unpack(enrolment.enrol(county, packing.pack(asked)), EnrolReply)
    return CrowdDesk(reply.device, key, user.hex(), grant.hex(), village, inc=reply.inc, epoch=reply.epoch)


def batch(desk: CrowdDesk, records: int, draw: random.Random) -> SyncRequest:
    """Return a request that pushes so many new consultations, as if just written on the desk."""
    kind = KINDS["consultation"]
    sent = []
    for _ in range(records):
        desk.last += 1
        values = kind.to_json(consultation(draw, "王桂兰[练习]", desk.last))
        body = changes.encode(
            Body(
                n=desk.last,
                g=desk.last,
                r=ids.new_id().hex(),
                t=kind.name,
                s=desk.village,
                op="put",
                b=0,
                p=0,
                u=desk.user,
                grant=desk.grant,
                sv=kind.sv,
                at=times.now(),
                clock=None,
                f=values,
            )
        )
        salt = crypto.new_salt()
        desk.head = crypto.chain_step(desk.head, salt, body)
        sent.append(Sent(salt, Raw(body)))
    claim = messages.batch_claim(crypto.DEFAULT_SUITE, desk.device, desk.last, desk.head)
    return SyncRequest(
        proto=1,
        device=desk.device,
        inc=desk.inc,
        epoch=desk.epoch,
        cursor=desk.cursor,
        last=desk.last - records,
        changes=sent,
        head=desk.head,
        signature=crypto.sign(desk.key, claim),
        tally=True,
    )


# ---------------------------------------------------------------- over HTTP


def signed(desk: CrowdDesk, nonce: str, body: bytes) -> bytes:
    """Return a whole HTTP request to `/v1/sync`."""
    signature = crypto.sign(desk.key, messages.signed_request("POST", "/v1/sync", nonce, body)).hex()
    head = (
        f"POST /v1/sync HTTP/1.1\r\nHost: county\r\nContent-Length: {len(body)}\r\n"
        f"{messages.DEVICE_HEADER}: {desk.device}\r\n{messages.NONCE_HEADER}: {nonce}\r\n"
        f"{messages.SIGNATURE_HEADER}: {signature}\r\n\r\n"
    )
    return head.encode() + body


@dataclass
class Call:
    """One request on its way and what came back."""

    request: bytes
    begun: float = 0.0
    took: float = 0.0
    sent: int = 0
    answer: bytearray = field(default_factory=bytearray)

    @property
    def status(self) -> int:
        """HTTP status, 0 when the answer is not whole."""
        return int(self.answer[9:12]) if self.took else 0

    @property
    def reply(self) -> SyncReply:
        """The county's answer."""
        return packing.unpack(bytes(self.answer.partition(b"\r\n\r\n")[2]), SyncReply)

    def whole(self) -> bool:
        """Say whether the answer has all come."""
        head, found, body = bytes(self.answer).partition(b"\r\n\r\n")
        if not found:
            return False
        lines = head.lower().split(b"\r\n")
        length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
        return len(body) >= length


def at_once(address: str, requests: list[bytes]) -> list[Call]:
    """Send all at the same moment, each over a connection of its own; return when they have ended."""
    parts = urlsplit(address)
    calls = [Call(request) for request in requests]
    with selectors.DefaultSelector() as waiting:
        for call in calls:
            line = socket.socket()
            line.setblocking(False)
            call.begun = time.perf_counter()
            line.connect_ex((str(parts.hostname), int(parts.port or 0)))
            waiting.register(line, selectors.EVENT_WRITE, call)
        until = time.monotonic() + PATIENCE_SECONDS
        while waiting.get_map() and time.monotonic() < until:
            for key, _ in waiting.select(1.0):
                if isinstance(key.fileobj, socket.socket) and not _go_on(waiting, key.fileobj, key.data):
                    waiting.unregister(key.fileobj)
                    key.fileobj.close()
    return calls


def _go_on(waiting: selectors.BaseSelector, line: socket.socket, call: Call) -> bool:
    """Send or read what can be; say whether there is more to come."""
    if call.sent < len(call.request):
        call.sent += line.send(call.request[call.sent :])
        if call.sent == len(call.request):
            waiting.modify(line, selectors.EVENT_READ, call)
        return True
    data = line.recv(_READ)
    call.answer += data
    if call.whole():
        call.took = time.perf_counter() - call.begun
        return False
    return bool(data)
