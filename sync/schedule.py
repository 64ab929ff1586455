"""When to try again: pure arithmetic, so that tests need no clock."""

from collections.abc import Callable

FIRST_DELAY = 2.0
"""Seconds: the upper end of the wait after the first failure."""
LONGEST_DELAY = 600.0
"""Seconds: the wait never grows beyond ten minutes: a village is found soon after its line is back."""
LONGEST_OBEYED = 3600.0
"""Seconds: what a county may ask us to wait at most; a mistyped header must not silence a desk for a year."""
IDLE = 300.0
"""Seconds between rounds while nothing waits and nothing failed."""
SOON = 5.0
"""Seconds from a saved change to the round that sends it, so that a burst of saves makes one round."""


def delay(failures: int, jitter: Callable[[], float], retry_after: float | None = None) -> float:
    """Return the seconds to wait after `failures` failures in a row (1 and more).

    Full jitter: anything from 0 to a bound that doubles from 2 s to 10 min, so that a thousand desks do
    not come back in step when the county does (domain: sync §2.6). `jitter` gives a number from 0 to 1.
    What the county asked for with Retry-After, up to an hour, is waited first, and the rest spread over as
    long again at least: it asks all desks for the same.
    """
    bound = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** min(failures - 1, 16))
    asked = min(max(retry_after or 0.0, 0.0), LONGEST_OBEYED)
    return asked + max(bound, min(asked, LONGEST_DELAY)) * jitter()


def next_round(
    waiting: bool, failures: int, jitter: Callable[[], float], retry_after: float | None = None
) -> float:
    """Return the seconds until the next round: after failures, with changes waiting, or idle."""
    if failures:
        return delay(failures, jitter, retry_after)
    return SOON if waiting else IDLE
