import pytest

from ui.status import status_text
from ui.texts import span_text
from ui.widgets.status_line import dot_of
from village_desk.queries.outbox import Outbox

NOW = 1_795_226_400_000
HOUR = 3_600_000
DAY = 24 * HOUR


def _held(**values):
    usual = {
        "enrolled": True, "waiting": 0, "blobs_waiting": 0, "set_aside": 0, "conflicts": 0,
        "last_success": NOW - 60_000, "last_outcome": "ok", "receipt": "1-3", "tally_differs": False,
        "proved": True, "records": 1204, "clock_offset": 0,
    }  # fmt: skip
    return Outbox(**{**usual, **values})


@pytest.mark.parametrize(
    ("held", "tone", "part"),
    [
        (_held(enrolled=False, waiting=4), "secondary", "还没有接入县里"),
        (_held(), "good", "逐条核对相符，共 1204 件"),
        (_held(proved=False), "good", "县里已收到"),
        (_held(waiting=3), "attention", "3 条改动待上报"),
        (_held(blobs_waiting=2), "attention", "2 个照片或文件待上报"),
        (_held(waiting=2, blobs_waiting=1), "attention", "2 条改动、1 个照片或文件待上报"),
        (_held(waiting=3, last_outcome="sync.offline"), "attention", "连上后自动上报"),
        (
            _held(last_outcome="sync.timeout", last_success=NOW - 12 * DAY - HOUR),
            "attention",
            "12 天没有连上",
        ),
        (_held(last_outcome="sync.busy", last_success=0), "attention", "连上后自动上报"),
        (_held(last_outcome="sync.revoked", waiting=2), "danger", "停用这台电脑"),
        (_held(last_outcome="sync.restored"), "attention", "备份恢复"),
        (_held(last_outcome="sync.log_rewritten"), "danger", "改"),
        (_held(last_outcome="sync.clock"), "attention", "本机时间不对"),
        (_held(clock_offset=3 * DAY + 2 * HOUR + 5_000), "attention", "本机时钟快了 3 天 2 小时"),
        (_held(clock_offset=-12 * 60_000), "attention", "本机时钟慢了 12 分钟"),
        (_held(clock_offset=4 * 60_000), "good", "县里已收到"),
        (_held(last_outcome="stopped", waiting=1), "attention", "1 条改动待上报"),
        (_held(tally_differs=True), "attention", "核对"),
        (_held(conflicts=1), "attention", "1 处待定夺"),
        (_held(set_aside=2), "attention", "2 条县里暂未收下"),
        (_held(carried=15, held_files=1), "attention", "15 条改动还没到县里"),
        (_held(held_files=2), "attention", "2 个U盘文件还没到县里"),
        (_held(last_success=0, last_outcome=""), "secondary", "还没有进行第一次上报"),
    ],
)
def test_the_line_says_what_is_true(look, held, tone, part):
    shown, words, _ = status_text(held, NOW, busy=False)
    assert (shown, part in words) == (tone, True), words


def test_only_a_county_that_has_everything_is_called_received(look):
    for held in (_held(waiting=1), _held(enrolled=False), _held(tally_differs=True), _held(last_success=0)):
        assert "已收到" not in status_text(held, NOW, busy=False)[1]


def test_what_is_only_carried_for_villages_is_not_called_received(look):
    for held in (_held(carried=15), _held(held_files=1)):
        words = status_text(held, NOW, busy=False)[1]
        assert words.startswith("本机自己写的内容县里都已收到")
        assert "全部" not in words


def test_the_last_success_stands_with_its_receipt(look):
    assert status_text(_held(), NOW, busy=False)[2] == "上次成功：今天 09:59 · 回执 1-3"


def test_a_running_round_is_said_with_how_far_it_is(look):
    assert "正在" in status_text(_held(waiting=1), NOW, busy=True)[1]
    assert "已上报 120 条" in status_text(_held(waiting=1), NOW, busy=True, moved=(120, 7))[1]


def test_each_tone_has_a_sign_of_its_own(look):
    signs = [dot_of(tone) for tone in ("good", "attention", "danger", "accent")]
    assert len(set(signs)) == len(signs)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (0, "0 分钟"),
        (90_000, "1 分钟"),
        (2 * HOUR + 5 * 60_000, "2 小时 5 分钟"),
        (2 * HOUR, "2 小时"),
        (3 * DAY + 2 * HOUR + 60_000, "3 天 2 小时"),
        (400 * DAY, "400 天"),
    ],
)
def test_a_span_is_told_in_its_two_largest_units(look, span, words):
    assert span_text(span) == words


def test_a_first_sync_says_how_far_it_is_and_that_work_goes_on():
    held = _held(first=(340, 1_000))
    assert (
        "正在接收本地区资料 99 %，可以照常工作" in status_text(held, NOW, busy=True, first=(1_000, 1_000))[1]
    )
    assert "已接收 34 %" in status_text(held, NOW, busy=False)[1]
    assert "接收" not in status_text(_held(), NOW, busy=False)[1]
