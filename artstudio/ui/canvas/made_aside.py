"""Edits that take too long for the window's thread: made beside it, done when they are ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.ui.session import Session


class MadeAside(QObject):
    """Makes one edit at a time; what is asked for meanwhile is not made."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._busy = False

    def do(
        self,
        what: str,
        make: Callable[[Sheet], Edit],
        then: Callable[[Canvas, str | None], object] | None = None,
    ) -> None:
        """Do the edit that `make` gives for the present sheet; make it anew if the picture changed meanwhile.

        Args:
            what: A sentence for the status bar, said while it is made.
            make: Called on a thread of its own.
            then: Called after the edit with the canvas of before and the layer that was selected.
        """
        if self._busy:
            return
        self._busy = True
        project = self._session.project
        sheet = project.sheet

        def done(edit: Edit) -> None:
            self._busy = False
            self._session.busy.emit("")
            if self._session.project is not project:
                return  # another one was opened meanwhile
            if project.sheet.canvas is not sheet.canvas:
                self.do(what, make, then)
                return
            selected = self._session.selection.layer_id
            self._session.do(edit)
            if then is not None:
                then(sheet.canvas, selected)

        def failed(error: Exception) -> None:
            self._busy = False
            self._session.busy.emit("")
            self._session.failed.emit(error)

        self._session.busy.emit(what)
        in_background(self, "edit", lambda: make(sheet), done, failed)
