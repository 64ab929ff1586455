"""The messages between a desk and the county, version 1; `docs/sync.md` shows them at work.

| request | sent | answered |
|---|---|---|
| `GET /v1/hello` | nothing | `Hello` |
| `POST /v1/enrol` | `EnrolRequest` | `EnrolReply` |
| `POST /v1/sync` | `SyncRequest` | `SyncReply`, or nothing (204) when there is nothing to say |
| `POST /v1/uploads` | nothing; digest and length in the headers of tus | `Upload` |
| `PATCH /v1/uploads/{id}` | the next bytes, at most `CHUNK_LIMIT`, and where they begin | nothing |
| `GET /v1/blob/{digest}` | nothing; a `Range` | those bytes |
| `GET /v1/proof/{seq}/{size}` | nothing | `sync.log.Inclusion` |

Messages are packed by `sync.packing`, JSON in zstd; blobs travel as they are. Ids stand as 32
hexadecimal digits, keys, salts and signatures as Base64, moments as UTC milliseconds. A change's body
stands in a message as the very bytes that were hashed (`msgspec.Raw`). A reader ignores unknown keys.

Everything but hello and enrol is signed by the device key over `signed_request`, in the headers
`DEVICE_HEADER`, `NONCE_HEADER`, `SIGNATURE_HEADER` (there in hexadecimal digits). Every answer brings the
nonce of the next request in `NONCE_HEADER`; no clock takes part. A refusal is a `Refusal` in plain JSON.

Protocol 1 (2026) is the first.
"""

import hashlib
import hmac
from typing import Any, Literal

import msgspec
from msgspec import Raw, Struct, field

from sync.log import TreeHead, Witnessed
from sync.publishing import Published
from sync.revocation import Revoked
from sync.set_aside import SetAside
from sync.sticks.couriers import Directory
from village_desk import crypto

PROTOCOL = 1
DEVICE_HEADER = "VD-Device"
NONCE_HEADER = "VD-Nonce"
SIGNATURE_HEADER = "VD-Signature"

MOST_RECORDS = 200
"""Most records a request may name."""
WITHHELD = Raw(b"null")
"""Stands for a body that is not sent."""


# ---------------------------------------------------------------- one round


class Sent(Struct, array_like=True, frozen=True):
    """One change of the device's log: 16 bytes of salt and the exact bytes of the body."""

    salt: bytes
    body: Raw


class Left(Struct, array_like=True, frozen=True):
    """How few case numbers a desk has left of a register and year: it asks for the next block."""

    register: str
    year: int
    left: int


class SyncRequest(Struct, omit_defaults=True, kw_only=True, forbid_unknown_fields=False):
    """Push and pull in one.

    Attributes:
        sv: With `tally`, schema versions of the kinds it knows, where above 1; of all if sums did not match.
        inc: Incarnation of the county database last heard from; "" before the first round.
        epoch: Epoch of the grants last heard; when the county's differs, it answers with all grants.
        cursor: Last row of the feed that is safely in the desk file.
        last: Highest number of its log that the county has acknowledged.
        changes: The next part of the log, in the order of `n`, whole groups.
        head: Hash of the device's chain at the last of `changes` (domain: sync §2.12).
        signature: Of the device over `batch_claim`.
        want: Most bytes of rows in the reply, packed, roughly.
        tally: Ask for `SyncReply.sums`.
        village: Pull only rows of this area (a repair after a tally that did not match); `cursor` then
            counts for this area alone, and nothing else of the reply moves the desk's cursor.
        whole: With `village` or `records`: send the bodies of own changes, too, which may be erased here.
        states: The desk has nothing yet and takes states (`sync.states`) in place of the feed.
        records: Like `village`, only the rows of these records (ids), at most `MOST_RECORDS`.
        aside: Mark of the `SyncReply.aside` that the desk has; profile: The version it was told last.
        log: Head of the county's log last verified; left out of an idle round, and of `cursor` rows then.
    """

    proto: int
    device: str
    sv: dict[str, int] = field(default_factory=dict)
    app: str = ""
    inc: str = ""
    epoch: int = 0
    cursor: int = 0
    last: int = 0
    changes: list[Sent] = field(default_factory=list)
    suite: int = crypto.DEFAULT_SUITE
    head: bytes = b""
    signature: bytes = b""
    want: int = 262_144
    tally: bool = False
    village: str = ""
    whole: bool = False
    records: list[str] = field(default_factory=list)
    numbers: list[Left] = field(default_factory=list)
    profile: int = 0
    now: int = 0
    states: bool = False
    log: TreeHead | None = None
    aside: str = ""


class Verdict(Struct, array_like=True, frozen=True):
    """What became of change `n`, unless it was simply accepted: "conflict" or "quarantined", and why."""

    n: int
    outcome: Literal["ok", "conflict", "quarantined"]
    reason: str = ""


class Dispute(Struct, array_like=True, frozen=True):
    """A conflict opened by a row; see `sync.merge.Sibling`."""

    id: str
    field: str
    value: Any
    device: str
    n: int
    why: Literal["value", "joined", "archived"] = "value"


class Row(Struct, omit_defaults=True, kw_only=True):
    """One row of the feed: an accepted change (quarantined ones are not in any feed).

    Its fields now have the values of the body, except those in `x`: they have the values there.

    Attributes:
        q: Number in the county's one dense order, received at `t`.
        d: Device, and `n` the number in its log.
        b: The exact body; absent when the change is the asking device's own, which has it.
        k: Salt of the body; absent likewise.
        v: Version of the record after it, dense per record.
        o: "ok" or "conflict".
        x: Fields that did not become what the body says, with the value that stands
            (`sync.merge.Merged.differs`).
        c: Conflicts it opened. Those it closed stand in its body (`village_desk.changes.DECIDES`).
        w: Name of the user who made it.
        l: Records (kind, id) that left those who ask, who are told nothing else of such a row.
        m: Records (`sync.states.RecordState`) as they stand, which they may read since this row.
    """

    q: int
    d: str
    n: int
    b: Raw = WITHHELD
    k: bytes = b""
    v: int
    o: Literal["ok", "conflict"] = "ok"
    x: dict[str, Any] = field(default_factory=dict)
    c: list[Dispute] = field(default_factory=list)
    t: int
    w: str = ""
    l: list[tuple[str, str]] = field(default_factory=list)  # noqa: E741 - a key of one letter, as the others
    m: list[Raw] = field(default_factory=list)


class Sum(Struct, array_like=True, frozen=True):
    """How many records there are of one village, and what their `state_sum` comes to.

    Of the records the device's users may read at the reply's cursor, archived ones included; the sum of
    `village_desk.changes.state_sum` modulo 2⁶⁴ as 16 hexadecimal digits.
    """

    count: int
    total: str


class Receipt(Struct, omit_defaults=True, kw_only=True, frozen=True):
    """The county's word that it holds the changes `first` to `last` of a device; signed over `receipt_claim`.

    Attributes:
        seq: Head of the feed after them, received `at`.
        head: Hash of the device's chain at `last`.
    """

    device: str
    first: int
    last: int
    seq: int
    at: int
    head: bytes
    suite: int = crypto.DEFAULT_SUITE
    signature: bytes = b""


class Grant(Struct, omit_defaults=True, kw_only=True, frozen=True):
    """What the county lets a user do; signed over `grant_claim`, verified without a network.

    Attributes:
        areas: Prefixes of division codes.
        end: Until this moment; 0 means until it is withdrawn.
    """

    id: str
    user: str
    name: str
    role: str
    areas: list[str]
    start: int
    end: int = 0
    suite: int = crypto.DEFAULT_SUITE
    signature: bytes = b""


class Block(Struct, array_like=True, frozen=True):
    """Case numbers this device may give: `first` to `last` of a register (a kind) and year."""

    register: str
    year: int
    first: int
    last: int


class SyncReply(Struct, omit_defaults=True, kw_only=True):
    """The county's answer to one round.

    Attributes:
        inc: Incarnation of its database; a new one after every restore. If not the one in the request, the
            reply has no rows, and the desk goes back to the first `kept` rows, which still stand.
        durable: Highest `n` of the device's log that a verified backup of the county holds.
        epoch: Counts changes of the grants of the device's users, and beginnings and ends of terms.
        last: Highest `n` of the device's log that the county holds.
        problem: Why the changes of this request were not taken, or "". "gap": they do not begin at
            `last` + 1. "chain", "signature": head or signature do not fit. "fork": it holds another change
            under a number sent again. Rows are answered all the same.
        verdicts: Of the changes from the first sent up to `last`; what is not named is "ok".
        receipts: Covering them. rows: Feed after `cursor`, only what the device's users may read today.
        cursor: Where the next pull goes on.
        more: Whether there are more rows now.
        states: About how many states are to be read in place of the rows up to `cursor`.
        sums: By scope (12 digits), if asked for and `more` is false; what is not named is empty.
        grants: All those grants, to be judged at `now`, and `couriers`, if the epoch asked is not this one.
        revoked: The device is withdrawn, and is told nothing else.
        log: Head of the county's log, unless it is the one in the request; proof: that it continues that.
        aside, published: What waits for decisions here, and the county's profile, unless the desk has it.
        witnessed: Heads that desks whose rows are in this reply had been shown.
    """

    inc: str
    epoch: int
    last: int
    problem: Literal["", "gap", "chain", "signature", "fork"] = ""
    verdicts: list[Verdict] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    cursor: int
    more: bool = False
    states: int = 0
    sums: dict[str, Sum] = field(default_factory=dict)
    grants: list[Grant] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    profile: int = 0
    now: int = 0
    log: TreeHead | None = None
    proof: list[bytes] = field(default_factory=list)
    revoked: Revoked | None = None
    witnessed: list[Witnessed] = field(default_factory=list)
    couriers: Directory | None = None
    kept: int = 0
    durable: int = 0
    aside: SetAside | None = None
    published: Published | None = None


# ---------------------------------------------------------------- hello, enrolment, refusal


class Hello(Struct, kw_only=True):
    """Who answers, and which protocols it speaks; asked without signature."""

    protocols: tuple[int, int]
    now: int
    county: str
    name: str


class EnrolRequest(Struct, kw_only=True):
    """A desk asks to become a device with a one-time code; the code itself does not travel.

    Attributes:
        code: `sync.codes.code_name` of the code.
        proof: HMAC under `sync.codes.code_key` over `enrol_claim`.
        name: What the desk calls itself ("办公室电脑"), for the county's list of devices.
        bundle_key: The public key bundles for it are sealed to.
        unit: Division code of the unit the desk was set up for; a code of another is not used up by it.
        device: The device it is, if a county that was restored no longer knows it; in the proof, too.
        users: Then a grant of each of its users, signed by that county: they keep their ids.
    """

    proto: int
    code: str
    public_key: bytes
    suite: int = crypto.DEFAULT_SUITE
    proof: bytes
    name: str = ""
    app: str = ""
    bundle_key: str = ""
    unit: str = ""
    device: str = ""
    users: list[Grant] = field(default_factory=list)


class EnrolReply(Struct, omit_defaults=True, kw_only=True):
    """What a new device needs.

    Attributes:
        unit_code: Division code of the unit it stands in: 6, 9 or 12 digits.
        county: Division code of the county, six digits.
        county_key: Raw public key of the county; receipts and grants are verified with it from now on.
        grants: Of every user that may use this device.
        proof: HMAC under `code_key` over `answer_claim`: only the county that made the code can give it.
    """

    device: str
    unit: str
    unit_code: str
    unit_name: str
    county: str
    county_name: str
    county_key: bytes
    suite: int = crypto.DEFAULT_SUITE
    inc: str
    epoch: int
    grants: list[Grant]
    blocks: list[Block] = field(default_factory=list)
    divisions: int = 0
    profile: int = 0
    now: int = 0
    couriers: Directory | None = None
    proof: bytes


class Refusal(Struct, omit_defaults=True):
    """Why a request was refused: a stable code, never a sentence and never a value of the request.

    Codes: "nonsense" (400), "nonce" (401: sign again with the nonce in the header), "signature" (401),
    "device" (401: unknown), "revoked" (403), "code" (403: of an enrolment: wrong, used or too old),
    "unit" (403: the code is of another unit),
    "absent" (404), "offset" (409: of an upload), "too_large" (413), "range" (416: nothing lies there),
    "version" (426), "checksum" (460: not the bytes it was said to be), "busy" (429, 503: with Retry-After).
    """

    code: str


# ---------------------------------------------------------------- what is signed


def signed_request(method: str, path: str, nonce: str, body: bytes) -> bytes:
    """Return what a device signs for one request."""
    digest = hashlib.sha256(body).hexdigest()
    return f"VD1 request\n{method} {path}\n{nonce}\n{digest}".encode()


def batch_claim(suite: int, device: str, last: int, head: bytes) -> bytes:
    """Return what a device signs for a batch: the head of its chain at change `last`."""
    return f"VD1 batch\n{suite}\n{device}\n{last}\n{head.hex()}".encode()


def receipt_claim(receipt: Receipt) -> bytes:
    """Return what the county signs for a receipt."""
    return _claim("VD1 receipt", receipt)


def grant_claim(grant: Grant) -> bytes:
    """Return what the county signs for a grant."""
    return _claim("VD1 grant", grant)


def _claim(purpose: str, signed: Receipt | Grant) -> bytes:
    data = {name: value for name, value in msgspec.to_builtins(signed).items() if name != "signature"}
    return purpose.encode() + b"\n" + crypto.canonical(data | {"suite": signed.suite})


def enrol_claim(public_key: bytes, suite: int, device: str = "") -> bytes:
    """Return what an `EnrolRequest` proves; `device` is the one it is to be known as again."""
    again = f"\n{device}" if device else ""
    return f"VD1 enrol\n{suite}\n{public_key.hex()}{again}".encode()


def answer_claim(public_key: bytes, county_key: bytes, device: str) -> bytes:
    """Return what an `EnrolReply` proves."""
    return f"VD1 enrolled\n{public_key.hex()}\n{county_key.hex()}\n{device}".encode()


def proof(key: bytes, claim: bytes) -> bytes:
    """Return HMAC-SHA-256 of `claim` under a `code_key`."""
    return hmac.digest(key, claim, "sha256")
