"""The county's signed word that it has withdrawn a device; nobody else can make a desk destroy itself."""

from msgspec import Struct

from village_desk import crypto


class Revoked(Struct, array_like=True, frozen=True):
    """The device is withdrawn since `at`, UTC ms; signed over `revoked_claim`."""

    at: int
    signature: bytes
    suite: int = crypto.DEFAULT_SUITE


def revoked_claim(device: str, at: int) -> bytes:
    """Return what the county signs when it withdraws a device, named by 32 hexadecimal digits."""
    return f"VD1 revoked\n{device}\n{at}".encode()
