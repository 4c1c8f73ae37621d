"""A long computation that reports back, as a generator: pipelines of `diffusers` call back, plugins yield."""

from __future__ import annotations

import queue
import threading
import warnings
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from torch.nn.modules.module import register_module_forward_pre_hook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEARTBEAT_S = 0.1

T = TypeVar("T")
R = TypeVar("R")


class Stopped(BaseException):
    """Raised inside the computation when nobody wants its result any more."""


class Stepwise(Generic[T, R]):
    """Runs `work(step)` on a thread; iterating it yields what is handed to `step`, and None now and then.

    The computation waits in `step` until the next is asked for. Closed in between, it ends as soon as a layer
    of a network is entered, so a step that takes a minute need not be waited for. `result` stands at the end.
    """

    result: R

    def __init__(self, work: Callable[[Callable[[T], None]], R]) -> None:
        self._work = work
        self._handed: queue.SimpleQueue[T | BaseException | None] = queue.SimpleQueue()
        self._may_go_on: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._unwanted = threading.Event()

    def __iter__(self) -> Iterator[T | None]:
        thread = threading.Thread(target=self._run, name="diffusion", daemon=True)
        thread.start()
        try:
            while True:
                try:
                    moment = self._handed.get(timeout=HEARTBEAT_S)
                except queue.Empty:
                    yield None
                    continue
                if moment is None:
                    return
                if isinstance(moment, BaseException):
                    raise moment
                yield moment
                self._may_go_on.put(None)
        finally:
            self._unwanted.set()
            self._may_go_on.put(None)
            thread.join()

    def _run(self) -> None:
        own = threading.get_ident()

        def look_up(*_: Any) -> None:
            if self._unwanted.is_set() and threading.get_ident() == own:
                raise Stopped

        hook = register_module_forward_pre_hook(look_up)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of old configurations: nothing that an artist could mend
                self.result = self._work(self._step)
        except Stopped:
            pass
        except BaseException as error:  # noqa: BLE001  # raised again where the generator is
            self._handed.put(error)
            return
        finally:
            hook.remove()
        self._handed.put(None)

    def _step(self, moment: T) -> None:
        self._handed.put(moment)
        self._may_go_on.get()
        if self._unwanted.is_set():
            raise Stopped
