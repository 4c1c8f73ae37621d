"""The room of a tool's options: as wide as the pane, however long the row is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

_ARROW_PX: Final = 18
_PAGE: Final = 0.7  # of what is seen: how far an arrow goes


class RowRoom(QScrollArea):
    """Holds a row; where a pane is too narrow the row scrolls, by the wheel or by an arrow at either end.

    Attributes:
        arrows: To the left and to the right, each there while there is more on its side.
    """

    def __init__(self, row: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(row)
        self.setFixedHeight(row.sizeHint().height())
        self.arrows = (
            self._arrow(Qt.ArrowType.LeftArrow, self.tr("Options to the left"), -1),
            self._arrow(Qt.ArrowType.RightArrow, self.tr("More options"), 1),
        )
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(self._show_arrows)
        bar.valueChanged.connect(self._show_arrows)
        self._show_arrows()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_arrows()

    def _arrow(self, kind: Qt.ArrowType, tip: str, direction: int) -> QToolButton:
        arrow = QToolButton(self)
        arrow.setArrowType(kind)
        arrow.setToolTip(tip)
        arrow.setAccessibleName(tip)
        arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab brings each option into sight by itself
        theme.dress(arrow, "QToolButton { background: $RAISED; border: none; padding: 0; }")
        arrow.clicked.connect(lambda: self._turn(direction))
        return arrow

    def _turn(self, direction: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + direction * round(self.width() * _PAGE))

    def _show_arrows(self) -> None:
        bar, (left, right) = self.horizontalScrollBar(), self.arrows
        left.setVisible(bar.value() > bar.minimum())
        right.setVisible(bar.value() < bar.maximum())
        left.setGeometry(0, 0, _ARROW_PX, self.height())
        right.setGeometry(self.width() - _ARROW_PX, 0, _ARROW_PX, self.height())
