"""Two pictures of one size over each other, a divider between what is seen of the one and of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring
from artstudio.ui.qimages import qimage
from artstudio.ui.tool_button import tool_button
from artstudio.ui.viewport import Viewport

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from artstudio.sdk import Image

REACH_PX: Final = 10  # how near to the divider one takes hold of it
_GRIP_PX: Final = 11  # the radius of its handle
_STEP: Final = 0.01  # of the picture's width, for an arrow key
_WHEEL: Final = 1.25  # a notch


class SplitView(QWidget):
    """Drag the divider, or anywhere else to move both pictures; the wheel zooms.

    Attributes:
        split: Where the divider stands, from 0 (all after) to 1 (all before) of the pictures' width.
    """

    accessible_role = QAccessible.Role.Canvas

    def __init__(self, before: Image, after: Image, split: float = 0.5) -> None:
        super().__init__()
        self.split = split
        self._pictures = tuple(qimage(one) for one in (before, after))
        self._small: tuple[float, tuple[QPixmap, ...]] = (0.0, ())  # for a zoom below 1
        self._viewport = Viewport()
        self._fitted = True
        self._held: QPointF | None = None  # where a drag of the pictures was last
        self._dividing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Before and after"))
        self.setToolTip(
            self.tr("Drag the divider (or the arrow keys); the wheel zooms, dragging elsewhere moves")
        )
        self.fit_button = tool_button("fit-to-page-outline", self.tr("Show all of it (F)"), self.fit)
        self.full_button = tool_button("numeric-1-box-outline", self.tr("100 % (Ctrl+1)"), self.full_size)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.fit_button, self.full_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRaise(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row)

    @property
    def zoom(self) -> float:
        """Screen pixels a picture's pixel."""
        return self._viewport.zoom * self.devicePixelRatioF()

    def fit(self) -> None:
        """Show all of both pictures, also when the window changes its size."""
        self._fitted = True
        self._viewport.fit(QSizeF(self._pictures[0].size()), QRectF(self.rect()))
        self.update()

    def full_size(self) -> None:
        """A pixel of the pictures on each pixel of the screen."""
        self._zoom_to(1 / self.devicePixelRatioF(), QRectF(self.rect()).center())

    def divider_x(self) -> float:
        """Where the divider stands in the widget."""
        return self._viewport.to_widget(QPointF(self.split * self._pictures[0].width(), 0)).x()

    def set_split(self, split: float) -> None:
        """Move the divider."""
        self.split = min(max(split, 0.0), 1.0)
        self.setAccessibleDescription(self.tr("{n} % before").format(n=round(self.split * 100)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.DESK))
        whole = self._viewport.transform.mapRect(QRectF(self._pictures[0].rect()))
        divider = self.divider_x()
        left = QRectF(0, 0, max(divider, 0.0), self.height())
        right = QRectF(divider, 0, max(self.width() - divider, 0.0), self.height())
        for number, side in enumerate((left, right)):
            painter.setClipRect(side)
            self._paint(painter, whole, number)
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if left.width() > 0 and self.split > 0:
            self._label(painter, self.tr("before"), Qt.AlignmentFlag.AlignLeft, left)
        if self.split < 1:
            self._label(painter, self.tr("after"), Qt.AlignmentFlag.AlignRight, right)
        self._paint_divider(painter, divider)
        paint_ring(painter, self)
        painter.end()

    def _paint(self, painter: QPainter, whole: QRectF, number: int) -> None:
        if self._pictures[number].hasAlphaChannel():
            painter.fillRect(whole, QColor(theme.TEXT))
            painter.fillRect(whole, Qt.BrushStyle.Dense5Pattern)  # transparent: a grid shows through
        if self.zoom < 1:  # smoothed once for each zoom: doing it in every frame of a drag would be slow
            if self._small[0] != self.zoom:
                self._small = self.zoom, tuple(self._scaled(one) for one in self._pictures)
            painter.drawPixmap(whole.topLeft(), self._small[1][number])
        else:
            painter.drawImage(whole, self._pictures[number])

    def _scaled(self, picture: QImage) -> QPixmap:
        small = picture.transformed(
            QTransform.fromScale(self.zoom, self.zoom), Qt.TransformationMode.SmoothTransformation
        )
        pixmap = QPixmap.fromImage(small)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        return pixmap

    def _paint_divider(self, painter: QPainter, x: float) -> None:
        middle = QPointF(x, self.height() / 2)
        edge = QColor(theme.ACCENT_BRIGHT if self.hasFocus() else theme.TEXT)
        painter.setPen(QPen(QColor(theme.DESK), 4))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setPen(QPen(edge, 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setBrush(QColor(theme.RAISED))
        painter.drawEllipse(middle, _GRIP_PX, _GRIP_PX)
        for way in (-1, 1):
            tip = middle + QPointF(way * 6, 0)
            painter.drawLine(tip, tip + QPointF(-way * 3, -3))
            painter.drawLine(tip, tip + QPointF(-way * 3, 3))

    def _label(self, painter: QPainter, text: str, side: Qt.AlignmentFlag, within: QRectF) -> None:
        metrics = painter.fontMetrics()
        pill = QRectF(0, 0, metrics.horizontalAdvance(text) + 16, metrics.height() + 6)
        if within.width() < pill.width() + 16:
            return
        pill.moveTop(8)
        if side == Qt.AlignmentFlag.AlignLeft:
            pill.moveLeft(8)
        else:
            pill.moveRight(self.width() - 8)
        ground = QColor(theme.DESK)
        ground.setAlphaF(0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, 4, 4)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom_to(self._viewport.zoom * _WHEEL ** (event.angleDelta().y() / 120), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        near = abs(event.position().x() - self.divider_x()) <= REACH_PX
        self._dividing = near and event.button() == Qt.MouseButton.LeftButton
        self._held = None if self._dividing else event.position()
        self._show_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dividing:
            self.set_split(self._viewport.to_canvas(event.position()).x() / self._pictures[0].width())
        elif self._held is not None:
            self._fitted = False
            self._viewport.pan(event.position() - self._held)
            self._held = event.position()
            self.update()
        self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dividing, self._held = False, None
        self._show_cursor(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        middle, zoom = QRectF(self.rect()).center(), self._viewport.zoom
        match event.key():
            case Qt.Key.Key_Left:
                self.set_split(self.split - step)
            case Qt.Key.Key_Right:
                self.set_split(self.split + step)
            case Qt.Key.Key_Home:
                self.set_split(0.0)
            case Qt.Key.Key_End:
                self.set_split(1.0)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom_to(zoom * _WHEEL, middle)
            case Qt.Key.Key_Minus:
                self._zoom_to(zoom / _WHEEL, middle)
            case Qt.Key.Key_F:
                self.fit()
            case Qt.Key.Key_1 if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.full_size()
            case _:
                super().keyPressEvent(event)

    def _zoom_to(self, zoom: float, anchor: QPointF) -> None:
        self._fitted = False
        self._viewport.zoom_to(zoom, anchor)
        self.update()

    def _show_cursor(self, point: QPointF) -> None:
        if self._dividing or (self._held is None and abs(point.x() - self.divider_x()) <= REACH_PX):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            held = self._held is not None
            self.setCursor(Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.OpenHandCursor)
