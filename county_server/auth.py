"""Who sends a request: the device's signature over method, path, body and a nonce of ours.

The nonce carries its own proof, so that nothing is stored and any process may check what another gave: its
moment by the county's clock, random bytes, and a digest keyed by the county's secret. A desk's clock takes
no part (domain: sync §5.4).
"""

import os
from collections.abc import Mapping

from county_server.county import County
from county_server.errors import Refused
from sync.messages import DEVICE_HEADER, NONCE_HEADER, SIGNATURE_HEADER, signed_request
from village_desk import crypto, ids

NONCE_MS = 24 * 3_600_000
"""How long a nonce holds: a desk that syncs daily needs no second request."""
_RANDOM_BYTES = 8
_PROOF_DIGITS = 32
_NONCE_LIMIT = 100


def new_nonce(county: County) -> str:
    """Return a nonce for the next request of whoever gets this answer."""
    claim = f"{county.clock():x}.{os.urandom(_RANDOM_BYTES).hex()}"
    return f"{claim}.{_proof(county, claim)}"


def _proof(county: County, claim: str) -> str:
    return crypto.keyed_digest(county.secret, b"nonce\n" + claim.encode()).hex()[:_PROOF_DIGITS]


def _fresh(county: County, nonce: str) -> bool:
    claim, _, proof = nonce.rpartition(".")
    if len(nonce) > _NONCE_LIMIT or not nonce.isascii():
        return False
    if not crypto.same(_proof(county, claim).encode(), proof.encode()):
        return False
    return abs(county.clock() - int(claim.partition(".")[0], 16)) <= NONCE_MS


def device(county: County, method: str, path: str, headers: Mapping[str, str], body: bytes) -> bytes:
    """Return the id of the device that signed a request, revoked or not.

    Raises:
        Refused: "nonce" (401): none, an old one, or not ours; "device" (401): not known; "signature" (401).
    """
    nonce = headers.get(NONCE_HEADER, "")
    if not _fresh(county, nonce):
        raise Refused("nonce", 401)
    try:
        found = ids.id_from_text(headers.get(DEVICE_HEADER, ""))
        signature = bytes.fromhex(headers.get(SIGNATURE_HEADER, ""))
    except ValueError:
        raise Refused("signature", 401) from None
    key, suite = county.device_keys.get(found) or _key(county, found)
    if not crypto.verify(key, signature, signed_request(method, path, nonce, body), suite):
        raise Refused("signature", 401)
    return found


def _key(county: County, device: bytes) -> tuple[bytes, int]:
    """Return a device's public key and its suite, and remember them: a device never gets another key."""
    with county.database.connected():
        row = county.database.one("SELECT public_key, suite FROM device WHERE id = ?", device)
    if row is None:
        raise Refused("device", 401)
    return county.device_keys.setdefault(device, (bytes(row[0]), int(row[1])))
