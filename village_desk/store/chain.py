"""Proving the log of this desk: every change hashed into the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

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
    return _walked(connection.execute('SELECT n, salt, body, hash FROM "change" ORDER BY n'))


def former_states(connection: Connection) -> dict[str, ChainState]:
    """Recompute the chains of the devices this desk was before its file was copied or restored.

    Raises:
        sqlcipher3.dbapi2.Error: the file is damaged; for `connection.trouble_of`.
    """
    devices = connection.execute('SELECT DISTINCT device FROM "former_change"').fetchall()
    select = 'SELECT n, salt, body, hash FROM "former_change" WHERE device = ? ORDER BY n'
    return {str(device): _walked(connection.execute(select, (device,))) for (device,) in devices}


def _walked(rows: Iterable[tuple[Any, ...]]) -> ChainState:
    n, head, erased = 0, crypto.CHAIN_START, 0
    broken_at: int | None = None
    for number, salt, body, recorded in rows:
        erased += body is None
        if broken_at is None and not (number == n + 1 and follows(head, salt, body, recorded)):
            broken_at = n + 1
        n, head = number, _exact(recorded)
    return ChainState(n, head, broken_at, erased)


def follows(head: bytes, salt: object, body: object, recorded: object) -> bool:
    """Say whether a change is the one that was hashed onto `head`; an erased body is taken on trust.

    That trust is small: were its hash altered, the next change would not follow.
    """
    if body is None:
        return True
    if len(_exact(salt)) != crypto.SALT_BYTES:
        return False
    return crypto.chain_step(head, _exact(salt), _exact(body)) == recorded


def _exact(column: object) -> bytes:
    """Return the bytes of a column: who alters a file by hand may leave text or a number there."""
    return column if isinstance(column, bytes) else str(column).encode()
