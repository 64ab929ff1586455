"""Proving the log of this desk: every change hashed into the next."""

from dataclasses import dataclass

from village_desk import crypto
from village_desk.store.connection import Connection


@dataclass(frozen=True, slots=True)
class ChainState:
    """What the log proved to be.

    Attributes:
        n: Number of the last change; 0 of an empty log.
        head: Its hash as recorded.
        broken_at: Number of the first change that is missing or was altered, or None.
        erased: How many bodies were erased after their retention; their place in the chain still counts.
    """

    n: int
    head: bytes
    broken_at: int | None
    erased: int


def chain_state(connection: Connection) -> ChainState:
    """Recompute the chain from the first change on; about a second for 200,000 of them.

    Raises:
        sqlcipher3.dbapi2.Error: the file is damaged; for `connection.trouble_of`.
    """
    n, head, erased = 0, crypto.CHAIN_START, 0
    broken_at: int | None = None
    for number, salt, body, recorded in connection.execute(
        'SELECT n, salt, body, hash FROM "change" ORDER BY n'
    ):
        if body is None:
            erased += 1
            sound = number == n + 1
        else:
            sound = number == n + 1 and crypto.chain_step(head, salt, _exact(body)) == recorded
        if not sound and broken_at is None:
            broken_at = n + 1
        n, head = number, bytes(recorded)
    return ChainState(n, head, broken_at, erased)


def _exact(body: bytes | str) -> bytes:
    """Return the bytes that were hashed: an editor of databases writes a body back as text."""
    return body.encode() if isinstance(body, str) else bytes(body)
