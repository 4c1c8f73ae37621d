"""A parameter's name that the artist may change, as that of a direction found in a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent


class NameLabel(QLineEdit):
    """Looks like a label until it is double-clicked; emptied, it shows its first name again."""

    renamed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._title = title
        self.setFrame(False)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        flat = "background: transparent; border-color: transparent; color: $TEXT;"
        theme.dress(self, f"QLineEdit {{ padding-left: 0; }} QLineEdit:read-only {{ {flat} }}")
        self.setAccessibleName(title)
        self.editingFinished.connect(self._done)

    @property
    def name(self) -> str:
        """What the artist calls it; "" where that was never said."""
        return "" if self.text() == self._title else self.text()

    def set_name(self, name: str) -> None:
        """Show a name given at another time; "" for the first one."""
        self.setText(name or self._title)
        self.setCursorPosition(0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.isReadOnly():
            self.setReadOnly(False)
            self.selectAll()
            self.setFocus()
        else:
            super().mouseDoubleClickEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._done()

    def _done(self) -> None:
        if not self.isReadOnly():
            self.setReadOnly(True)
            self.deselect()
            self.set_name(self.text().strip())
            self.renamed.emit()
