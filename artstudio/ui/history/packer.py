"""Old steps of the history are packed on a thread while the artist works, one at a time."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artstudio.documents.packed_edits import packed
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.documents.edits import Edit
    from artstudio.ui.session import Session

log = logging.getLogger(__name__)


class Packer(QObject):
    """Keeps the history of the session's project small; the window only hands over and takes back."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._packing = False
        session.changed.connect(self._look)
        session.project_replaced.connect(self._look)

    def _look(self) -> None:
        history = self._session.project.history
        if self._packing or (step := history.to_pack()) is None:
            return

        def take(edit: Edit) -> None:
            self._packing = False
            history.put_packed(step, edit)
            self._look()

        def leave(error: Exception) -> None:
            log.error("a step of the history cannot be packed", exc_info=error)
            take(step.edit)  # as it is, and never tried again

        self._packing = True
        in_background(self, "pack", lambda: packed(step.edit), take, leave)
