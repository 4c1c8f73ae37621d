"""Where Tab goes in the window.

Qt's own order leaves two things to wish for. What stands in a pane before the part that has the pane's keys
is passed over, and panes behind a tab are gone to although nobody sees them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QDockWidget, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def next_stop(window: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """What gets the keys after `here` (or before it) in `window`; None where there is nothing else."""
    start = one = here or window
    while True:
        beside = one.nextInFocusChain() if forward else one.previousInFocusChain()
        if beside is None or beside is start:
            return None
        one = beside
        if takes_tab(one, window):
            return one


def takes_tab(one: QWidget, window: QWidget) -> bool:
    """Whether Tab can go to `one`; not to a whole whose keys go to a part, which comes by itself."""
    policy = one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    if not policy or one.focusProxy() is not None or not one.isEnabled() or not one.isVisible():
        return False
    return one.window() is window and not any(_behind(p, window) for p in _above(one))


def _behind(one: QWidget, window: QWidget) -> bool:
    """Whether it is a dock behind another's tab: Qt leaves it visible, beside the window."""
    if not isinstance(one, QDockWidget):
        return False
    return not QRect(one.mapTo(window, QPoint()), one.size()).intersects(window.rect())


def bring_into_sight(one: QWidget) -> None:
    """Scroll whatever `one` stands in so that it is seen."""
    for area in _above(one):
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(one)


def _above(one: QWidget) -> Iterator[QWidget]:
    parent = one.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
