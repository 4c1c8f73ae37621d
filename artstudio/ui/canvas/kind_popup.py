"""Choosing a kind of brush by the picture of its stroke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QIcon

PICTURE: Final = QSize(96, 26)


class KindPopup(QFrame):
    """A button for each kind, one below the other; closes when one is chosen or one clicks elsewhere."""

    chosen = Signal(str)

    def __init__(self, kinds: Iterable[tuple[str, str, QIcon]], parent: QWidget) -> None:
        """`kinds` are (id, title, picture)."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "true")
        column, group = QVBoxLayout(self), QButtonGroup(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(2)
        self.buttons: dict[str, QToolButton] = {}
        for kind, title, picture in kinds:
            button = QToolButton()
            button.setText(title)
            button.setIcon(picture)
            button.setIconSize(PICTURE)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAutoRaise(True)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, wanted=kind: self._choose(wanted))
            group.addButton(button)
            column.addWidget(button)
            self.buttons[kind] = button

    def _choose(self, kind: str) -> None:
        self.close()
        self.chosen.emit(kind)


def open_below(popup: QFrame, widget: QWidget) -> None:
    """Show a popup under `widget`, inside its screen."""
    popup.adjustSize()
    place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
    room = widget.screen().availableGeometry()
    place.setX(max(room.left(), min(place.x(), room.right() - popup.width())))
    place.setY(max(room.top(), min(place.y(), room.bottom() - popup.height())))
    popup.move(place)
    popup.show()
