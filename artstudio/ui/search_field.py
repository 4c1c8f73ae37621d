"""The line that things are searched in, with a button that empties it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton


class SearchField(QLineEdit):
    """Qt leaves the button without a name. Esc or Ctrl+A and Delete empty the line by keys."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setToolTip(self.tr("Empty the line"))
            button.setAccessibleName(self.tr("Empty the line"))
        self.show_hint(hint)

    def show_hint(self, hint: str) -> None:
        """Say what is looked for here: in the line while it is empty, and to screen readers."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
