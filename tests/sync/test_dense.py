"""On a slow line more work goes into packing than on a fast one."""

import random

import pytest

from sync import batches, engine
from sync.messages import SyncRequest
from sync.packing import pack, unpack, unpacked
from village_desk.commands import records
from village_desk.ids import new_id

WORDS = "土地承包经营权流转合同纠纷调解协议履行宅基地邻里赔偿婚姻抚养赡养劳务工资拖欠借款利息证据"


class Timed:
    """A line on which every request takes so many milliseconds; it keeps what went over."""

    def __init__(self, desk, took):
        self.desk, self.took, self.sent = desk, took, []
        self.now = desk.session.clock()

    def __call__(self, request):
        self.now += self.took
        self.sent.append(request.body)
        return self.desk.line(request)

    def batches(self):
        return [body for body in self.sent if unpack(body, SyncRequest).changes]


def _write(desk, count):
    draw = random.Random(count)
    for _ in range(count):
        text = "".join(draw.choices(WORDS, k=200))
        records.save(desk.session, "consultation", new_id(), {"name": "[练习] 甲", "content": text})


@pytest.mark.parametrize(("took", "dense"), [(10, False), (10_000, True)])
def test_after_a_slow_batch_the_next_are_packed_densely_and_after_a_fast_one_not(desk_at, took, dense):
    desk = desk_at()
    line = Timed(desk, took)
    _write(desk, 60)
    engine.run_round(desk.store, line, lambda: line.now)
    _write(desk, 60)
    engine.run_round(desk.store, line, lambda: line.now)
    first, last = line.batches()[0], line.batches()[-1]
    assert len(first) > batches.SMALLEST_BATCH  # enough to tell how fast the line is
    again = unpack(last, SyncRequest)
    assert unpacked(last) == unpacked(pack(again))
    assert (len(last) < len(pack(again))) == dense
