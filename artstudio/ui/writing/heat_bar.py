"""The legend of a heat, and how far an explanation has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.tool_button import tool_button
from artstudio.ui.writing import heat_colours

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from artstudio.ui.writing.explaining import Explaining
    from artstudio.ui.writing.heat import Heat

_MARKS = (1.0, 0.25, 1 / 16, 1 / 256, 1 / 4096)


class HeatBar(QWidget):
    """Takes no room while there is neither."""

    def __init__(self, heat: Heat, explaining: Explaining) -> None:
        super().__init__()
        self._heat, self._explaining = heat, explaining
        self.says = QLabel()
        self.says.setProperty("dim", True)
        self.says.setWordWrap(True)
        self.scale = _Scale()
        self.close_button = tool_button("close", self.tr("End (Esc)"), self._end)
        head = QHBoxLayout()
        head.addWidget(self.says, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.scale)
        heat.changed.connect(self.refresh)
        explaining.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        job, heat = self._explaining.job, self._heat
        self.setVisible(job is not None or heat.on)
        self.scale.setVisible(heat.on)
        self.scale.set_attention(heat.asked >= 0)
        if job is not None:
            progress = job.progress
            share = progress.done / progress.total if progress is not None and progress.total else 0.0
            self.says.setText(self.tr("Explaining… {n} %").format(n=round(100 * share)))
        elif heat.asked >= 0:
            self.says.setText(self.tr("What the marked word looks at. Esc goes back."))
        else:
            self.says.setText(
                self.tr("How likely each word was. Point at one, or press Ctrl+Space, for what else.")
            )

    def _end(self) -> None:
        if not self._explaining.stop():
            self._heat.end()


class _Scale(QWidget):
    accessible_role = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self._attention = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Legend"))

    def set_attention(self, attention: bool) -> None:
        self._attention = attention
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 2 * self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        high = box.height() * 0.42
        painter.fillRect(box, QColor(theme.PANEL))
        painter.fillRect(QRectF(0, 0, box.width(), high), QColor(theme.SUNKEN))
        steps = heat_colours.STEPS
        for i in range(steps):
            t = i / (steps - 1)
            colour = (
                heat_colours.attention(t)
                if self._attention
                else heat_colours.heat(2.0 ** (-t * heat_colours.MOST_BITS))
            )
            painter.fillRect(QRectF(i * box.width() / steps, 0, box.width() / steps + 1, high), colour)
        painter.setPen(QColor(theme.TEXT_DIM))
        below = QRectF(0, high, box.width(), box.height() - high)
        if self._attention:
            for flag, words in (("left", self.tr("not at all")), ("right", self.tr("most"))):
                align = Qt.AlignmentFlag.AlignLeft if flag == "left" else Qt.AlignmentFlag.AlignRight
                painter.drawText(below, align | Qt.AlignmentFlag.AlignVCenter, words)
        else:
            for share in _MARKS:
                x = heat_colours.surprise(share) * box.width()
                words = "100 %" if share == 1 else f"1/{round(1 / share)}"
                width = self.fontMetrics().horizontalAdvance(words)
                left = min(max(0.0, x - width / 2), box.width() - width)
                painter.drawText(
                    QRectF(left, high, width + 1, below.height()), Qt.AlignmentFlag.AlignVCenter, words
                )
        painter.end()
