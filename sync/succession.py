"""A desk goes on as another device: its file was copied, or an old copy of it came back.

| request | sent | answered |
|---|---|---|
| `POST /v1/succeed` | `SuccessionRequest`, signed by the device it was | `SuccessionReply` |

Numbers of a log are given once. Two files with one device key give the same numbers to different changes, and
the county takes only the first; the other file becomes a device of its own and logs again, under new numbers
and with their origin, what the county does not have (domain: sync §2.6).
"""

from msgspec import Struct, field

from sync.messages import PROTOCOL, EnrolReply
from village_desk import crypto


class Logged(Struct, array_like=True, frozen=True):
    """A change of the former log by its number and the chain there."""

    n: int
    hash: bytes


class SuccessionRequest(Struct, omit_defaults=True, kw_only=True):
    """A device asks to become another.

    Attributes:
        device: The device it is.
        public_key: Of the device it will be; `signature` is by that key, over `succession_claim`.
        bundle_key: For sticks, as in `EnrolRequest`.
        changes: What no feed has shown it yet, and some before.
    """

    proto: int = PROTOCOL
    device: str
    public_key: bytes
    suite: int = crypto.DEFAULT_SUITE
    signature: bytes
    bundle_key: str = ""
    changes: list[Logged] = field(default_factory=list)


class SuccessionReply(Struct, omit_defaults=True, kw_only=True):
    """What the device it will be needs.

    Attributes:
        enrolled: As after an enrolment; `proof` is empty.
        shared: Highest change of those named that the county has from the device as it was; 0 if none.
        known: Changes after it that were logged again before, and not set aside.
        aside: Of the changes named up to there, those it has set aside: no feed will show them.
        signature: Of the county over `answer_claim`.
    """

    enrolled: EnrolReply
    shared: int = 0
    known: list[int] = field(default_factory=list)
    aside: list[int] = field(default_factory=list)
    signature: bytes


def succession_claim(former: str, public_key: bytes) -> bytes:
    """Return what the new key signs: that it is held by whoever asks."""
    return f"VD1 succeed\n{former}\n{public_key.hex()}".encode()


def answer_claim(former: str, public_key: bytes, device: str, shared: int) -> bytes:
    """Return what the county signs: which device it made of which key, and what both logs share."""
    return f"VD1 succeeded\n{former}\n{public_key.hex()}\n{device}\n{shared}".encode()
