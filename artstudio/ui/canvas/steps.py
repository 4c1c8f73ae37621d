"""Edits that take time to work out: made beside the window, one after the other, landed in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.documents.edits import Edit
from artstudio.documents.sheet import Sheet
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.ui.session import Session


@dataclass(frozen=True)
class _Step:
    work: Callable[[Sheet], Edit | None]
    origin: object
    then: Callable[[Edit | None], None] | None


class Steps(QObject):
    """Works out edits of the session's sheet in the order they were asked for.

    An edit whose canvas changed while it was worked out is worked out anew.
    """

    idle = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: deque[_Step] = deque()
        self._running: _Step | None = None
        session.project_replaced.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether an edit is being worked out."""
        return self._running is not None

    def make(
        self,
        work: Callable[[Sheet], Edit | None],
        *,
        origin: object = None,
        then: Callable[[Edit | None], None] | None = None,
    ) -> None:
        """Have `work` make an edit of the sheet on another thread and do it, as one step of `origin`.

        `then` is called in the window after that, with the edit or None where there was nothing to do.
        """
        self._waiting.append(_Step(work, origin, then))
        self._next()

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        step = self._running = self._waiting.popleft()
        sheet = self._session.project.sheet
        in_background(
            self,
            "step",
            lambda: step.work(sheet),
            lambda edit: self._land(step, sheet, edit),
            lambda error: self._fail(step, error),
        )

    def _land(self, step: _Step, sheet: Sheet, edit: Edit | None) -> None:
        if step is not self._running:  # another project was opened meanwhile
            return
        self._running = None
        if edit is not None and self._session.project.sheet.canvas is not sheet.canvas:
            self._waiting.appendleft(step)
        else:
            if edit is not None:
                self._session.do(edit, origin=step.origin)
            if step.then is not None:
                step.then(edit)
        self._go_on()

    def _fail(self, step: _Step, error: Exception) -> None:
        if step is self._running:
            self._running = None
            self._session.failed.emit(error)
            if step.then is not None:
                step.then(None)
            self._go_on()

    def _go_on(self) -> None:
        self._next()
        if self._running is None:
            self.idle.emit()

    def _forget(self) -> None:
        self._waiting.clear()
        self._running = None
