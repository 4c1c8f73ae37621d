"""A thread that does one thing after the other, and is there only as long as there is something to do."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.engine.queue import Starter


class Tasks:
    """Tasks are done in their order and must not raise. `start` makes the thread."""

    def __init__(self, name: str, start: Starter) -> None:
        self._name, self._start = name, start
        self._waiting: deque[Callable[[], None]] = deque()
        self._changed = threading.Condition()
        self._working = False

    def put(self, task: Callable[[], None]) -> None:
        """Takes a task, from any thread, without waiting for anything."""
        with self._changed:
            self._waiting.append(task)
            begin, self._working = not self._working, True
        if begin:
            self._start(self._name, self._work)

    def finish(self, timeout_s: float) -> bool:
        """Waits until nothing is left to do; False when the time ran out first."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._working, timeout_s)

    def _work(self) -> None:
        while True:
            with self._changed:
                if not self._waiting:
                    self._working = False
                    self._changed.notify_all()
                    return
                task = self._waiting.popleft()
            task()
