"""Suites, digests, signatures, sealing, the hash chain and canonical JSON.

Every chain, batch and sealed value names the suite it was made with, so that suite 2 (SM3, SM2,
SM4-GCM; 国密) can be added beside suite 1 without touching what is already signed. Nothing here is a
primitive of our own: SHA-2 and HMAC come from the standard library, the rest from `cryptography`.
"""

import base64
import contextlib
import hashlib
import hmac
import json
import os
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from village_desk.errors import Trouble

DEFAULT_SUITE = 1
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
CHAIN_START = bytes(32)
"""What stands before the first change of a device."""
MAX_JSON_DEPTH = 32
"""How deep a message may nest; ours need six, and the reader of a stranger's must not overflow."""
WHOLE_LIMIT = 2**63
"""Whole numbers are signed 64-bit in every table a message can end in."""


class CryptoTrouble(Trouble):
    """A suite, seal or message is not what it claims to be; `code` begins with "crypto."."""


@dataclass(frozen=True, slots=True)
class Suite:
    """One set of algorithms that belong together."""

    number: int
    title: str
    digest: Callable[[bytes], bytes]
    new_signing_key: Callable[[], bytes]
    public_key: Callable[[bytes], bytes]
    sign: Callable[[bytes, bytes], bytes]
    verify: Callable[[bytes, bytes, bytes], bool]
    seal: Callable[[bytes, bytes, bytes, bytes], bytes]
    open: Callable[[bytes, bytes, bytes, bytes], bytes]


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _ed25519_new() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes_raw()


def _ed25519_public(private: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def _ed25519_sign(private: bytes, message: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def _ed25519_verify(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):  # ValueError: not the 32 bytes of a key
        return False
    return True


def _aes_seal(key: bytes, nonce: bytes, plain: bytes, about: bytes) -> bytes:
    return AESGCM(key).encrypt(nonce, plain, about)


def _aes_open(key: bytes, nonce: bytes, sealed: bytes, about: bytes) -> bytes:
    return AESGCM(key).decrypt(nonce, sealed, about)


SUITES = {
    1: Suite(
        1, "SHA-256, Ed25519, AES-256-GCM",
        _sha256, _ed25519_new, _ed25519_public, _ed25519_sign, _ed25519_verify, _aes_seal, _aes_open,
    ),
}  # fmt: skip


def suite(number: int) -> Suite:
    """Look a suite up.

    Raises:
        CryptoTrouble: "crypto.suite_unknown": made by a newer program, or not by ours.
    """
    found = SUITES.get(number)
    if found is None:
        raise CryptoTrouble("crypto.suite_unknown", suite=number)
    return found


# ---------------------------------------------------------------- digests and the chain


def digest(data: bytes, number: int = DEFAULT_SUITE) -> bytes:
    """Return the digest of `data`, 32 bytes."""
    return suite(number).digest(data)


def new_salt() -> bytes:
    """Return 16 random bytes, to be kept beside the body of a change."""
    return os.urandom(SALT_BYTES)


def body_digest(salt: bytes, body: bytes, number: int = DEFAULT_SUITE) -> bytes:
    """Return H(salt ‖ body): what stays in the chain when a body is withheld or erased.

    The salt keeps anybody from guessing a short erased body by trying.

    Raises:
        ValueError: the salt does not have 16 bytes, so where the body begins would be a matter of opinion.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError("the salt of a change has 16 bytes")
    return suite(number).digest(salt + body)


def chain_over(previous: bytes, entry: bytes, number: int = DEFAULT_SUITE) -> bytes:
    """Return H(h_{n-1} ‖ entry), where `entry` is a body digest."""
    return suite(number).digest(previous + entry)


def chain_step(previous: bytes, salt: bytes, body: bytes, number: int = DEFAULT_SUITE) -> bytes:
    """Return h_n = H(h_{n-1} ‖ H(salt_n ‖ body_n)); `previous` is `CHAIN_START` for the first change."""
    return chain_over(previous, body_digest(salt, body, number), number)


# ---------------------------------------------------------------- signatures and keys


def new_signing_key(number: int = DEFAULT_SUITE) -> bytes:
    """Return a new private key as raw bytes; it lives in the encrypted file and nowhere else."""
    return suite(number).new_signing_key()


def public_key(private: bytes, number: int = DEFAULT_SUITE) -> bytes:
    """Return the raw public key that belongs to `private`."""
    return suite(number).public_key(private)


def sign(private: bytes, message: bytes, number: int = DEFAULT_SUITE) -> bytes:
    """Sign `message`; in suite 1 the signature has 64 bytes and is the same each time."""
    return suite(number).sign(private, message)


def verify(public: bytes, signature: bytes, message: bytes, number: int = DEFAULT_SUITE) -> bool:
    """Say whether `signature` is that of `message`; anything malformed is simply not."""
    return suite(number).verify(public, signature, message)


def new_key() -> bytes:
    """Return a random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def derive(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """Return a key of 32 bytes for one purpose (HKDF-SHA-256, RFC 5869)."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt or None, purpose.encode()).derive(key)


def keyed_digest(key: bytes, data: bytes) -> bytes:
    """Return HMAC-SHA-256: a digest that says nothing to those who lack the key."""
    return hmac.digest(key, data, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Compare two secrets in a time that does not tell where they differ."""
    return hmac.compare_digest(one, other)


def blob_name(key: bytes, content_digest: bytes) -> str:
    """Return the file name of an attachment: 64 hexadecimal digits that betray nothing of its content."""
    return keyed_digest(key, content_digest).hex()


def check_code(text: str) -> str:
    """Return the four check characters (A–Z, 2–7) that end the QR text of a printed sheet.

    They tell a misread sheet, not a forged one: 20 bits, without a key.
    """
    return base64.b32encode(_sha256(text.encode())[:5])[:4].decode()


# ---------------------------------------------------------------- sealing


def seal(key: bytes, plain: bytes, about: bytes = b"", number: int = DEFAULT_SUITE) -> bytes:
    """Encrypt and authenticate `plain`; `about` is not hidden, but the seal opens only with the same.

    The random nonce stands in front of the result. One key may seal 2³² values before two nonces
    are likely to meet (NIST SP 800-38D §8.3); ours seal a handful.
    """
    nonce = os.urandom(NONCE_BYTES)
    return nonce + suite(number).seal(key, nonce, plain, about)


def unseal(key: bytes, sealed: bytes, about: bytes = b"", number: int = DEFAULT_SUITE) -> bytes:
    """Open what `seal` made.

    Raises:
        CryptoTrouble: "crypto.seal_broken": wrong key, or one bit of the value or of `about` differs.
    """
    return open_at(key, sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about, number)


def open_at(key: bytes, nonce: bytes, sealed: bytes, about: bytes, number: int = DEFAULT_SUITE) -> bytes:
    """Open a value whose nonce is kept elsewhere; see `unseal`."""
    try:
        return suite(number).open(key, nonce, sealed, about)
    except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
        raise CryptoTrouble("crypto.seal_broken") from None


# ---------------------------------------------------------------- canonical JSON


def canonical(data: object) -> bytes:
    """Write `data` as JSON in the one way that is hashed and signed: UTF-8, keys sorted, no spaces.

    Only what has one spelling is allowed: text, whole numbers of 64 bits, true, false, null, lists,
    and objects with text as keys. A float has several spellings, so money is 分 and time is milliseconds.

    Raises:
        TypeError: `data` holds something else.
        ValueError: it nests too deep, a number is too great, or a text is not Unicode.
    """
    _check_shape(data, MAX_JSON_DEPTH)
    return _WRITER.encode(data)


_WRITER = msgspec.json.Encoder(order="sorted")


def _check_shape(data: object, depth: int) -> None:
    if depth == 0:
        raise ValueError("JSON nests too deep")
    if isinstance(data, dict):
        for key, value in data.items():
            if type(key) is not str and not isinstance(key, str):
                raise TypeError("a key in canonical JSON is text")
            kind = type(value)  # nearly all of a record is text, and numbers below 2⁶³
            plain = kind in _SIMPLE or (kind is int and -WHOLE_LIMIT <= value < WHOLE_LIMIT)
            if depth == 1 or not plain:
                _check_shape(value, depth - 1)
    elif isinstance(data, list | tuple):
        for value in data:
            _check_shape(value, depth - 1)
    else:
        _check_leaf(data)


_SIMPLE = frozenset((str, bool, type(None)))
"""What has one spelling whatever it says."""


def _check_leaf(value: object) -> None:
    if isinstance(value, int) and not -WHOLE_LIMIT <= value < WHOLE_LIMIT:
        raise ValueError("a whole number has at most 64 bits")
    if value is not None and not isinstance(value, str | int):
        raise TypeError(f"canonical JSON has no {type(value).__name__}")


def is_canonical(raw: bytes, read: object, loose: object) -> bool:
    """Say whether `raw` is the one spelling of what was `read` from it by a typed reader.

    `loose` is the part of it whose values the type leaves open; it stands one object deep.

    Raises:
        TypeError, ValueError: as `canonical`, of what is in `loose`.
    """
    _check_shape(loose, MAX_JSON_DEPTH - 1)
    return _WRITER.encode(read) == raw


def read_json(raw: bytes) -> object:
    """Read JSON from a stranger: strict where the standard library is generous.

    Raises:
        CryptoTrouble: "crypto.json_invalid": not UTF-8, not JSON, a key twice, NaN or a fraction, nested
            deeper than `MAX_JSON_DEPTH`, a number over 64 bits, half a surrogate pair.
    """
    with contextlib.suppress(ValueError, TypeError, RecursionError):
        data = msgspec.json.decode(raw)
        if canonical(data) == raw:
            return data  # written in the one way, so that nothing in it has two readings
    try:
        text = raw.decode()
        data = json.loads(text, object_pairs_hook=_no_key_twice, parse_float=_refuse, parse_constant=_refuse)
        _check_shape(data, MAX_JSON_DEPTH)
        if "\\u" in text:
            canonical(data)  # only an escape can spell half a surrogate pair, which cannot be written again
    except (ValueError, TypeError, RecursionError):
        # Never "from": the message of the standard library quotes the text it could not read.
        raise CryptoTrouble("crypto.json_invalid") from None
    return data


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(_text: str) -> object:
    raise ValueError("neither fractions nor NaN")
