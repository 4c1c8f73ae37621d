"""The frame that widgets which paint themselves show while they have the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

WIDTH_PX = 2
_UNFRAMED: Final = "artstudioUnframed"
_BY_KEYS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def frame_for_keys_only(widget: QWidget) -> None:
    """Let a large widget have its frame only when keys led to it: who points there sees where he is."""
    widget.setProperty(_UNFRAMED, True)
    widget.installEventFilter(_Reasons(widget))


class _Reasons(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and not _comes_back(event):
            watched.setProperty(_UNFRAMED, event.reason() not in _BY_KEYS)
        return False


def _comes_back(event: QFocusEvent) -> bool:
    """From a menu or another window: as it was before."""
    return event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def paint_ring(painter: QPainter, widget: QWidget, box: QRect | QRectF | None = None) -> None:
    """Frame `box` of `widget` (all of it if None) from within, if `widget` has the focus."""
    if widget.hasFocus() and not widget.property(_UNFRAMED):
        inset = WIDTH_PX / 2
        frame = QRectF(widget.rect() if box is None else box).adjusted(inset, inset, -inset, -inset)
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.ACCENT_BRIGHT), WIDTH_PX))
        painter.drawRoundedRect(frame, 3, 3)
        painter.restore()
