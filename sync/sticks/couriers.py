"""Who is who on a stick: the keys of the county and of the desks a bundle may be for, signed by the county.

A village's desk learns the keys of its township's desks, so that the township can read what it sends; a
township's desk learns those of its villages, so that it can tell who wrote what it reads (domain: sync
§2.11).
"""

import msgspec
from msgspec import Struct, field

from village_desk import crypto


class Courier(Struct, array_like=True, frozen=True):
    """A device as bundles know it.

    Attributes:
        device: Its id; of the county itself, its six digits.
        unit: Division code of its unit.
        verify: Its public key for signatures.
        seal: Its public key for bundles.
    """

    device: str
    unit: str
    verify: bytes
    seal: str


class Directory(Struct, omit_defaults=True, kw_only=True, frozen=True):
    """The couriers a device has to do with; signed by the county over `directory_claim`."""

    county: str
    at: int
    couriers: list[Courier] = field(default_factory=list)
    suite: int = crypto.DEFAULT_SUITE
    signature: bytes = b""

    def find(self, device: str) -> Courier | None:
        """Return a device by its id."""
        return next((each for each in self.couriers if each.device == device), None)


def directory_claim(directory: Directory) -> bytes:
    """Return what the county signs."""
    plain = msgspec.to_builtins(directory)
    plain.pop("signature", None)
    return b"VD1 couriers\n" + crypto.canonical(plain | {"suite": directory.suite})
