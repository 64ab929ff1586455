"""When the next round is due."""

from hypothesis import given
from hypothesis import strategies as st

from sync.schedule import IDLE, LONGEST_DELAY, LONGEST_OBEYED, SOON, delay, next_round


def test_the_longest_wait_doubles_from_two_seconds_to_ten_minutes():
    assert [delay(failures, lambda: 1.0) for failures in (1, 2, 3, 9, 10, 5_000)] == [2, 4, 8, 512, 600, 600]


@given(failures=st.integers(1, 10_000), jitter=st.floats(0, 1))
def test_a_wait_lies_anywhere_below_its_bound(failures, jitter):
    assert 0 <= delay(failures, lambda: jitter) <= LONGEST_DELAY


def test_what_the_county_asks_for_is_obeyed_within_reason():
    assert delay(1, lambda: 0.0, retry_after=90) == 90
    assert delay(1, lambda: 0.0, retry_after=10**9) == LONGEST_OBEYED
    assert delay(1, lambda: 0.0, retry_after=-5) == 0


def test_desks_that_were_asked_for_the_same_do_not_come_back_together():
    shares = iter((0.0, 0.5, 1.0))
    assert [delay(1, lambda: next(shares), retry_after=90) for _ in range(3)] == [90, 135, 180]
    assert delay(1, lambda: 1.0, retry_after=3600) == 3600 + LONGEST_DELAY


def test_a_healthy_desk_sends_soon_what_was_saved_and_asks_now_and_then():
    assert next_round(waiting=True, failures=0, jitter=lambda: 1.0) == SOON
    assert next_round(waiting=False, failures=0, jitter=lambda: 1.0) == IDLE
    assert next_round(waiting=True, failures=3, jitter=lambda: 1.0) == 8
