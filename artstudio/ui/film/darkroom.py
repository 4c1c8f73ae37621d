"""Where pictures of films are developed: a thread beside the window, the newest wish first."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from artstudio.ui.qthreads import start_qthread

if TYPE_CHECKING:
    from collections.abc import Callable

W = TypeVar("W")

_IDLE_S: Final = 2.0  # that the thread waits for another wish before it ends and the films are put away


class Darkroom(Generic[W]):
    """Works off wishes by `develop(wish)`; of more than `most` that wait, the oldest are forgotten.

    `develop` runs in the room's thread and must not raise. `put_away` runs there too, when nothing more
    is wanted for a while: it lets go of what `develop` keeps open. The thread is there only as long as
    something is wanted.
    """

    def __init__(
        self, name: str, develop: Callable[[W], None], put_away: Callable[[], None], most: int = 1
    ) -> None:
        self._name, self._most = name, most
        self._develop, self._put_away = develop, put_away
        self._wishes: list[W] = []
        self._changed = threading.Condition()
        self._working = False
        self._resting = False
        self._closed = False

    def want(self, wish: W) -> None:
        """Ask for this before all that was asked for earlier; the same wish again moves to the front."""
        with self._changed:
            if self._closed:
                return
            if wish in self._wishes:
                self._wishes.remove(wish)
            self._wishes = [*self._wishes, wish][-self._most :]
            self._resting = False
            self._changed.notify()
            begin, self._working = not self._working, True
        if begin:
            start_qthread(self._name, self._work)

    def forget(self) -> None:
        """Drop what waits."""
        with self._changed:
            self._wishes.clear()

    def rest(self) -> None:
        """Drop what waits and let the thread end, until something is wanted again."""
        with self._changed:
            self._resting = True
            self._wishes.clear()
            self._changed.notify()

    def close(self) -> None:
        """Drop what waits and let the thread end; nothing is wanted afterwards."""
        self._closed = True
        self.rest()

    def _work(self) -> None:
        again = True
        while again:
            while (wish := self._next()) is not None:
                self._develop(wish[0])
            self._put_away()
            with self._changed:  # a wish that came meanwhile found the thread at work, and began no other
                self._working = again = bool(self._wishes)

    def _next(self) -> tuple[W] | None:
        with self._changed:
            self._changed.wait_for(lambda: bool(self._wishes) or self._resting, _IDLE_S)
            return (self._wishes.pop(),) if self._wishes else None
