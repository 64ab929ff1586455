import pytest

from ui.status import status_text
from village_desk.queries.outbox import Outbox

NOW = 1_795_226_400_000


def _held(**values):
    usual = {
        "enrolled": True, "waiting": 0, "blobs_waiting": 0, "set_aside": 0, "conflicts": 0,
        "last_success": NOW - 60_000, "last_outcome": "ok", "receipt": "1-3", "tally_differs": False,
    }  # fmt: skip
    return Outbox(**{**usual, **values})


@pytest.mark.parametrize(
    ("held", "tone", "part"),
    [
        (_held(enrolled=False, waiting=4), "secondary", "还没有接入县里"),
        (_held(), "good", "县里已收到"),
        (_held(waiting=3), "attention", "3 条待上报"),
        (_held(waiting=2, blobs_waiting=1), "attention", "3 条待上报"),
        (_held(waiting=3, last_outcome="sync.offline"), "attention", "连上后自动上报"),
        (_held(last_outcome="sync.revoked"), "attention", "停用这台电脑"),
        (_held(tally_differs=True), "attention", "核对"),
        (_held(conflicts=1), "attention", "1 处待定夺"),
        (_held(set_aside=2), "attention", "2 条县里暂未收下"),
        (_held(last_success=0, last_outcome=""), "secondary", "还没有进行第一次上报"),
    ],
)
def test_the_line_says_what_is_true(look, held, tone, part):
    shown, words, _ = status_text(held, NOW, busy=False)
    assert (shown, part in words) == (tone, True), words


def test_only_a_county_that_has_everything_is_called_received(look):
    for held in (_held(waiting=1), _held(enrolled=False), _held(tally_differs=True), _held(last_success=0)):
        assert "已收到" not in status_text(held, NOW, busy=False)[1]


def test_the_last_success_stands_with_its_receipt(look):
    assert status_text(_held(), NOW, busy=False)[2] == "上次成功：今天 09:59 · 回执 1-3"


def test_a_running_round_is_said(look):
    assert "正在" in status_text(_held(waiting=1), NOW, busy=True)[1]
