"""The open work: the present sheet, its history, and who wants to hear of changes.

The window's thread owns it. Other threads get the sheet, which is immutable.
"""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from artstudio.documents.history import BUDGET_NBYTES, History
from artstudio.documents.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artstudio.documents.edits import Edit

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Change:
    """What happened: the sheet before and after, and who did it (so that a pane can skip its own).

    `old is new` where only the saved mark moved.
    """

    old: Sheet
    new: Sheet
    origin: object = None


class Project:
    """One work. All methods are for one thread. Recovered work is not `saved`: dirty until it is."""

    def __init__(
        self,
        sheet: Sheet,
        path: Path | None = None,
        *,
        saved: bool = True,
        budget_nbytes: int = BUDGET_NBYTES,
    ) -> None:
        self.path = path
        self.history = History(budget_nbytes)
        if not saved:
            self.history.saved = None
        self._sheet = sheet
        self._callbacks: dict[int, Callable[[Change], None]] = {}
        self._tokens = count()
        self._untold: deque[Change] = deque()
        self._telling = False

    @property
    def sheet(self) -> Sheet:
        """The present state; keep it as long as you like, it never changes."""
        return self._sheet

    @property
    def dirty(self) -> bool:
        """Whether the sheet differs from what was opened or last saved."""
        return self.history.saved != self.history.position

    def do(self, edit: Edit, origin: object = None, merge: bool = False) -> None:
        """Makes a change; with `merge` it joins the step before, where both are of one gesture.

        Raises:
            InvalidValue: the edit does not fit; nothing has changed then.
        """
        self._show(self.history.do(self._sheet, edit, merge=merge), origin)

    def undo(self, origin: object = None) -> bool:
        """Takes the last step back; False if there is none."""
        if self.history.position == 0:
            return False
        self.go_to(self.history.position - 1, origin)
        return True

    def redo(self, origin: object = None) -> bool:
        """Makes the step last undone again; False if there is none."""
        if self.history.position == len(self.history.steps):
            return False
        self.go_to(self.history.position + 1, origin)
        return True

    def go_to(self, position: int, origin: object = None) -> None:
        """Jumps in the history: `position` steps are made afterwards. `InvalidValue` if there are fewer."""
        self._show(self.history.go_to(self._sheet, position), origin)

    def mark_saved(self, sheet: Sheet) -> None:
        """Notes that the file holds `sheet`, taken from here a moment ago."""
        self.history.mark_saved(self._sheet, sheet)
        self._show(self._sheet, None)

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Calls back after every change, in the thread that made it; returns what ends that.

        A callback that raises is logged and keeps no other from hearing. Changes made inside a callback
        are told after the present one, so everybody hears them in order.
        """
        token = next(self._tokens)
        self._callbacks[token] = callback
        return lambda: self._forget(token)

    def _forget(self, token: int) -> None:
        self._callbacks.pop(token, None)

    def _show(self, sheet: Sheet, origin: object) -> None:
        self._untold.append(Change(self._sheet, sheet, origin))
        self._sheet = sheet
        if self._telling:
            return
        self._telling = True
        try:
            while self._untold:
                self._tell(self._untold.popleft())
        finally:
            self._telling = False

    def _tell(self, change: Change) -> None:
        for token in list(self._callbacks):
            callback = self._callbacks.get(token)  # an earlier one may have ended this subscription
            if callback is not None:
                try:
                    callback(change)
                except Exception:
                    log.exception("a listener failed on a change of the project")
