"""Cycles that hold Qt objects are collected, and never on a worker."""

import gc
import threading
import weakref
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.garbage import Collector
from ui.runner import Runner


class Noted(QObject):
    """Notes which thread destroyed it."""

    ended: list[threading.Thread] = []

    def __init__(self):
        super().__init__()
        self.itself = self

    def __del__(self):
        self.ended.append(threading.current_thread())


def test_no_worker_collects_a_qt_object_however_much_it_makes(qtbot):
    parent = QObject()
    collector = Collector(parent)
    Noted.ended.clear()
    for _ in range(100):
        Noted()
    runner, made = Runner(), []
    runner.run(lambda: [[n] for n in range(100_000)], made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=10_000)
    runner.close()
    assert Noted.ended == []
    for _ in range(3):
        collector.look()
    assert set(Noted.ended) == {threading.main_thread()}
    assert len(Noted.ended) == 100


def test_old_garbage_is_looked_for_more_rarely_than_young(qtbot):
    collected: list[int] = []
    gc.callbacks.append(note := lambda phase, info: phase == "stop" and collected.append(info["generation"]))
    try:
        gc.collect()
        collector = Collector(parent := QObject())
        kept = []
        for _ in range(400):
            kept += [[n] for n in range(1_000)]
            collector.look()
    finally:
        gc.callbacks.remove(note)
    assert parent is not None
    assert collected.count(0) > collected.count(1) > collected.count(2) >= 1


def test_a_window_that_only_its_own_child_holds_is_there_until_the_test_is_over(qtbot):
    window = QWidget()
    card = QWidget(window)
    card.windowTitleChanged.connect(partial(window.setToolTip))
    qtbot.addWidget(window)
    held = weakref.ref(window)
    del window
    shiboken6.delete(card)
    assert held() is not None
