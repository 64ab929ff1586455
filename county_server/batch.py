"""The changes of one request, read and chained before any lock is taken."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from county_server import judging
from county_server.errors import Refused
from sync.messages import Sent
from village_desk import changes, crypto
from village_desk.changes import Body

MOST_CHANGES = 20_000
"""A desk sends 500, or one unit of work, which is never split; a million would keep the others waiting."""


class Entry(Struct, frozen=True):
    """One change as it came.

    Attributes:
        n: Its number in the device's log; for a body that cannot be read, by its place.
        raw: The exact bytes that are hashed.
        body: What they say, read as of today's schema, or None where they say nothing that could be read.
        reason: Why it goes into quarantine whatever the records are, or "".
        hash: The device's chain at this change, once `chained`.
    """

    n: int
    salt: bytes
    raw: bytes
    body: Body | None
    reason: str
    hash: bytes = b""

    @property
    def g(self) -> int:
        """Number of the first change of its unit of work."""
        return self.body.g if self.body else self.n


def read(sent: Sequence[Sent]) -> list[Entry]:
    """Read the changes of a request; where no body says its number, they count from 0 (see `numbered`).

    Raises:
        Refused: "too_large" (413): more than a desk puts into one request, by far; "nonsense" (400): a salt
            has not 16 bytes; nothing of ours ever wrote that.
    """
    if len(sent) > MOST_CHANGES:
        raise Refused("too_large", 413)
    if any(len(one.salt) != crypto.SALT_BYTES for one in sent):
        raise Refused("nonsense")
    bodies = [_body(one) for one in sent]
    first = next((body.n - place for place, body in enumerate(bodies) if body), 0)
    entries = []
    for place, (one, body) in enumerate(zip(sent, bodies, strict=True)):
        reason, today = judging.read_today(body) if body else ("body", None)
        n = body.n if body else first + place
        entries.append(Entry(n, one.salt, bytes(one.body), today, reason))
    return entries


def _body(sent: Sent) -> Body | None:
    if len(sent.body) > changes.BODY_LIMIT:
        return None
    try:
        return changes.decode(bytes(sent.body))
    except crypto.CryptoTrouble:
        return None


def numbered(entries: Sequence[Entry], last: int) -> list[Entry]:
    """Number the entries after `last`, up to where the desk says it was heard, if none says its number."""
    if any(entry.body for entry in entries):
        return list(entries)
    return [replace(entry, n=last + 1 + place) for place, entry in enumerate(entries)]


def dense(entries: Sequence[Entry], last: int) -> bool:
    """Say whether the numbers follow each other without a gap, also to the `last` the county holds."""
    first = entries[0].n
    return 0 < first <= last + 1 and all(entry.n == first + place for place, entry in enumerate(entries))


def chained(start: bytes, entries: Iterable[Entry], suite: int) -> list[Entry]:
    """Return the entries with the device's chain at each, beginning after `start`."""
    chain, found = start, []
    for entry in entries:
        chain = crypto.chain_step(chain, entry.salt, entry.raw, suite)
        found.append(Entry(entry.n, entry.salt, entry.raw, entry.body, entry.reason, chain))
    return found


def groups(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Return the units of work; a change that does not say it begins or continues one stands alone."""
    group: list[Entry] = []
    for entry in entries:
        if group and entry.g != group[0].n:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def whole(group: Sequence[Entry]) -> bool:
    """Say whether a group begins with its own first change."""
    return group[0].g == group[0].n
