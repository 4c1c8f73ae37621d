"""Steps of the history are packed and unpacked on a thread while the artist works, one at a time."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artstudio.documents.packed_edits import packed, unpacked
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.edits import Edit
    from artstudio.documents.history import Step
    from artstudio.ui.session import Session

log = logging.getLogger(__name__)


class Packer(QObject):
    """Keeps the history of the session's project small; the window only hands over and takes back."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._busy = False
        session.changed.connect(self._look)
        session.project_replaced.connect(self._look)

    def _look(self) -> None:
        if self._busy:
            return
        history = self._session.project.history
        if (step := history.to_unpack()) is not None:
            self._do(step, unpacked, history.put_unpacked)
        elif (step := history.to_pack()) is not None:
            self._do(step, packed, history.put_packed)

    def _do(self, step: Step, make: Callable[[Edit], Edit], put: Callable[[Step, Edit], bool]) -> None:
        def take(edit: Edit) -> None:
            self._busy = False
            put(step, edit)
            self._look()

        def leave(error: Exception) -> None:
            log.error("a step of the history stays as it is", exc_info=error)
            self._busy = False
            self._session.project.history.put_packed(step, step.edit)  # never tried again
            self._look()

        self._busy = True
        in_background(self, "pack", lambda: make(step.edit), take, leave)
