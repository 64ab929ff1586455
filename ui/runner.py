"""One worker thread for the store; its answers arrive on the GUI thread, in the order asked.

What is asked and what answers it may hold Qt objects: a page is in the closure that shows its answer. They
must end on the GUI thread, or the window breaks down. So the worker is given no more than a number, and what
belongs to it is let go on the GUI thread alone.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


def _keep(_value: object) -> None:
    """Want no answer."""


def _nothing() -> None:
    """Do nothing."""


@dataclass(slots=True)
class _Asked:
    """One piece of work, who wants its answer, and the answer."""

    work: Callable[[], Any]
    done: Callable[[Any], None] = _keep
    failed: Callable[[Exception], None] | None = None
    answer: Any = None
    error: BaseException | None = None


class Runner(QObject):
    """Runs work on one thread of its own, and calls back on the GUI thread.

    An exception of the work goes to `failed`. When `failed` itself has no answer it raises, on the GUI
    thread, where the exception hook sees it.
    """

    _settled = Signal(int)

    def __init__(self, parent: QObject | None = None, name: str = "store") -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._asked: dict[int, _Asked] = {}
        self._numbers = count()
        self._closed = False
        self._dropped = False
        self._settled.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] = _keep,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` on the worker; call `done` or `failed` on the GUI thread. After `close`, nothing."""
        if not self._closed:
            self._submit(_Asked(work, done, failed))

    def _submit(self, asked: _Asked) -> Future[None]:
        number = next(self._numbers)
        self._asked[number] = asked
        return self._pool.submit(self._work, number)

    def _work(self, number: int) -> None:
        """On the worker: when `_settled` tells the GUI thread, nothing here holds what was asked any more."""
        if not self._dropped:
            _carry_out(self._asked[number])
        self._settled.emit(number)

    @Slot(int)
    def _call(self, number: int) -> None:
        asked = self._asked.pop(number)
        if self._closed:
            return
        if asked.error is None:
            asked.done(asked.answer)
        elif asked.failed is None or not isinstance(asked.error, Exception):
            raise asked.error
        else:
            asked.failed(asked.error)

    def close(self, last: Callable[[], None] | None = None, *, wait: bool = True) -> None:
        """Finish what was asked, then run `last` on the worker (it closes its connection); answer nobody.

        Without `last` only what runs is finished, and what waits is dropped.
        Without `wait` the window does not stand still meanwhile: for work that may hang on a network.
        """
        if self._closed:
            return
        self._closed = True
        self._dropped = last is None
        final = _Asked(last or _nothing)
        ended = self._submit(final)
        self._pool.shutdown(wait=wait)
        _ending[:] = [(runner, end) for runner, end in _ending if not end.done()]
        if not wait:
            _ending.append((self, ended))
        elif final.error is not None:
            raise final.error


_ending: list[tuple[Runner, Future[None]]] = []
"""Runners that were closed while they worked: kept until their worker let go of them."""


def _carry_out(asked: _Asked) -> None:
    try:
        asked.answer = asked.work()
    except BaseException as error:  # noqa: BLE001 - it is raised again, on the GUI thread
        asked.error = error
    finally:
        del asked  # or the traceback would hold what holds it
