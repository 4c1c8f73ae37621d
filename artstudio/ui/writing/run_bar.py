"""Above the text: that a model is writing, with a way to stop it, and what it warned of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.sign import Sign
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from artstudio.ui.along.along import Along

_TICK_MS = 250


class RunBar(QWidget):
    """Takes no room while there is nothing to say. A warning stays until dismissed, or another run begins."""

    def __init__(self, along: Along) -> None:
        super().__init__()
        self._along = along
        self._says = QLabel()
        self._says.setProperty("dim", True)
        self.stop_button = tool_button("stop", self.tr("Stop, and keep what is written (Esc)"), along.stop)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self._says, 1)
        row.addWidget(self.stop_button)

        self._warning = QFrame()
        self._warning.setProperty("panel", "true")
        self._warns = QLabel()
        self._warns.setWordWrap(True)
        self._warns.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sign = Sign("alert-outline", theme.WARN)
        self.dismiss_button = tool_button("close", self.tr("Dismiss"), lambda: self.warn(""))
        box = QHBoxLayout(self._warning)
        box.setContentsMargins(8, 4, 4, 4)
        box.addWidget(sign)
        box.addWidget(self._warns, 1)
        box.addWidget(self.dismiss_button)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self._row)
        column.addWidget(self._warning)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._show)
        along.began.connect(self._show)
        along.ended.connect(self._show)
        along.warned.connect(self.warn)
        self._show()
        self.warn("")

    @property
    def warning(self) -> str:
        """What is warned of, "" where nothing is."""
        return self._warns.text()

    def warn(self, sentence: str) -> None:
        """Say what a run warned of; "" says nothing more."""
        self._warns.setText(sentence)
        self._warning.setVisible(bool(sentence))
        self.setVisible(bool(sentence) or self._along.writing is not None)

    def _show(self) -> None:
        writing = self._along.writing
        self._row.setVisible(writing is not None)
        self.setVisible(bool(self.warning) or writing is not None)
        if writing is None:
            self._timer.stop()
            return
        self._timer.start()
        if all(one.waiting for one in writing.strands):
            says = self.tr("{title}: waiting…")
        elif not any(one.text for one in writing.strands):
            says = self.tr("{title}: reading…")
        else:
            says = self.tr("{title}: writing… Esc stops and keeps it")
        self._says.setText(says.format(title=writing.title))
