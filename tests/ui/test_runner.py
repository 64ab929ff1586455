import threading

import pytest

from ui.runner import Runner


@pytest.fixture
def runner(qapp):
    made = Runner()
    yield made
    made.close()


def test_answers_come_in_the_order_asked_on_the_gui_thread(qtbot, runner):
    answers = []
    for number in range(50):
        runner.run(
            lambda number=number: number, lambda one: answers.append((one, threading.current_thread()))
        )
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert [one for one, _ in answers] == list(range(50))
    assert {thread for _, thread in answers} == {threading.main_thread()}


def test_all_work_is_done_on_one_other_thread(qtbot, runner):
    threads = []
    for _ in range(5):
        runner.run(threading.current_thread, threads.append)
    qtbot.waitUntil(lambda: len(threads) == 5)
    assert len(set(threads)) == 1
    assert threads[0] is not threading.main_thread()


def test_an_exception_reaches_the_one_who_asked(qtbot, runner):
    failed = []
    runner.run(lambda: 1 // 0, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ZeroDivisionError)


def test_an_exception_nobody_hears_of_is_raised_on_the_gui_thread(qtbot, runner):
    with qtbot.captureExceptions() as caught:
        runner.run(lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_closing_runs_the_last_task_on_the_worker_and_answers_nobody_any_more(qtbot):
    runner, answers, last = Runner(), [], []
    runner.run(lambda: 1, answers.append)
    runner.close(lambda: last.append(threading.current_thread()))
    runner.run(lambda: 2, answers.append)
    assert last[0] is not threading.main_thread()
    qtbot.waitUntil(lambda: True)
    assert answers == []


def test_starting_and_closing_many_times_leaves_nothing_behind(qtbot):
    before = threading.active_count()
    for _ in range(100):
        runner = Runner()
        runner.run(lambda: None)
        runner.close()
    assert threading.active_count() == before
