import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject

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


class Noted(QObject):
    """Notes on which thread it ends."""

    def __init__(self, ended):
        super().__init__()
        self.ended = ended

    def __del__(self):
        self.ended.append(threading.current_thread())


def test_what_was_asked_ends_on_the_gui_thread_whoever_lets_go_of_it_last(runner):
    ended, answered = [], []

    def ask():
        asking, wanting, given = Noted(ended), Noted(ended), Noted(ended)

        def work():
            if asking.ended is not ended:
                return None
            return given if len(answered) % 2 else 1 // 0

        def done(_answer):
            answered.append(wanting.ended)

        runner.run(work, done, done)

    for turn in range(2_000):
        ask()
        if turn % 5 == 0:
            QCoreApplication.processEvents()
    while len(answered) < 2_000:
        QCoreApplication.processEvents()
    assert set(ended) == {threading.main_thread()}


def test_what_a_closed_runner_was_asked_ends_on_the_gui_thread_too(qapp):
    ended, hold, began = [], threading.Event(), threading.Event()
    for _ in range(20):
        hold.clear(), began.clear()
        runner, asking = Runner(), Noted(ended)
        runner.run(lambda asking=asking: (began.set(), hold.wait(), asking))
        runner.run(lambda asking=asking: asking)
        del asking
        began.wait()
        runner.close(wait=False)
        del runner
        hold.set()
    while len(ended) < 20:
        Runner().close()
    assert set(ended) == {threading.main_thread()}
