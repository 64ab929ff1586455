"""The laws of the protocol over three real desks and a real county (domain: sync §3.1).

A clerk, an adviser of two villages and the township write at once, over lines that lose, double and delay,
past their rights and with programs of different age, while grants are taken and given, records move, desks
are withdrawn or put back from a copy, and the county is put back to an earlier day. I1 an edit once saved
stays in the log · I2 every change is at the county exactly once, numbers are dense · I3 when all is said,
desks and county are equal · I4 no value is silently overwritten · I5 an own edit never vanishes from the
screen · I6 no text outside today's grants is in any answer · I7 the chain fits · I8 the cursor never goes
back · I9 what is not allowed has no effect but a row of the quarantine.

`VD_LAWS=first:count:examples` says which seeds run and how many histories each makes (`make prove`).
"""

import os

import pytest
from hypothesis import Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.laws.histories import HISTORIES
from tests.sync.laws.machine import Laws, replay

FIRST, COUNT, EXAMPLES = map(int, os.environ.get("VD_LAWS", "1:2:50").split(":"))
KNOWN: tuple[int, ...] = ()
"""Seeds under which something was found once."""


@pytest.mark.parametrize("number", [*range(FIRST, FIRST + COUNT), *KNOWN])
def test_the_laws_hold_in_generated_histories(number):
    run_state_machine_as_test(
        seed(number)(Laws),
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=30,
            database=None,
            phases=(Phase.generate, Phase.shrink),
        ),
    )


@pytest.mark.parametrize("name", HISTORIES)
def test_the_laws_hold_in_a_history_that_was_worth_keeping(name):
    replay(HISTORIES[name])
