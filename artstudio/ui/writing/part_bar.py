"""The line above a text too long to be shown whole: which part is shown, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from artstudio.ui.tool_button import tool_button


class PartBar(QWidget):
    """Hidden while everything is shown."""

    wanted = Signal(int)  # a character of the passage: show the part around it

    def __init__(self) -> None:
        super().__init__()
        self._before = self._behind = 0
        self._said = QLabel()
        self._said.setProperty("dim", "true")
        self._said.setWordWrap(True)
        self.earlier = tool_button("chevron-left", self.tr("The part before"), self._earlier)
        self.later = tool_button("chevron-right", self.tr("The next part"), self._later)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self._said, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        self.hide()

    def show_part(self, start: int, end: int, size: int) -> None:
        """Characters `start` to `end` of `size` are shown."""
        number = QLocale().toString
        self._before, self._behind = start - 1, end + 1
        self.setVisible(start > 0 or end < size)
        self.earlier.setEnabled(start > 0)
        self.later.setEnabled(end < size)
        self._said.setText(
            self.tr("Too long to show whole: characters {start} to {end} of {size}").format(
                start=number(start + 1), end=number(end), size=number(size)
            )
        )

    def _earlier(self) -> None:
        self.wanted.emit(max(0, self._before))

    def _later(self) -> None:
        self.wanted.emit(self._behind)
