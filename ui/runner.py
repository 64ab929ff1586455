"""One worker thread for the store; its answers arrive on the GUI thread, in the order asked.

No QObject ever changes threads: the worker runs plain functions, and one signal brings back what they gave.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


def _keep(_value: object) -> None:
    """Want no answer."""


class Runner(QObject):
    """Runs work on one thread of its own, and calls back on the GUI thread.

    An exception of the work goes to `failed`. When `failed` itself has no answer it raises, on the GUI
    thread, where the exception hook sees it.
    """

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None, name: str = "store") -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._closed = False
        self._settled.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] = _keep,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` on the worker; call `done` or `failed` on the GUI thread. After `close`, nothing."""
        if self._closed:
            return

        def settle(future: Future[T]) -> None:
            if future.cancelled():  # close() dropped it
                return
            error = future.exception()
            if error is None:
                self._settled.emit(lambda: done(future.result()))
            elif isinstance(error, Exception):
                self._settled.emit(lambda: _failed(error, failed))

        self._pool.submit(work).add_done_callback(settle)

    @Slot(object)
    def _call(self, answer: Callable[[], None]) -> None:
        if not self._closed:
            answer()

    def close(self, last: Callable[[], None] | None = None, *, wait: bool = True) -> None:
        """Finish what runs, then run `last` on the worker (it closes its connection); answer nobody any more.

        Without `wait` the window does not stand still meanwhile: for work that may hang on a network.
        """
        if self._closed:
            return
        self._closed = True
        final = self._pool.submit(last) if last else None
        self._pool.shutdown(wait=wait, cancel_futures=final is None)
        if final is not None and wait:
            final.result()


def _failed(error: Exception, failed: Callable[[Exception], None] | None) -> None:
    if failed is None:
        raise error
    failed(error)
