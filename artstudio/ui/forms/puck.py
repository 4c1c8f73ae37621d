"""Two numbers set together: a square with a puck to drag, pictures in its corners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPaintEvent

MOST_PX: Final = 260
LEAST_PX: Final = 120
PUCK_PX: Final = 8  # its radius
MOST_PICTURES: Final = 4
# where so many pictures stand: two are the sides, the third one of three is the whole lower edge
PLACES: Final = {
    1: ((0.5, 0.5),),
    2: ((0.0, 0.5), (1.0, 0.5)),
    3: ((0.0, 0.0), (1.0, 0.0), (0.5, 1.0)),
    4: ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)),
}
_SHARE: Final = 0.29  # of the square's side, which a picture takes
_FAINT: Final = 0.3  # how much is seen of a picture that has no share


class Square(QWidget):
    """The square itself.

    Attributes:
        x_share: From 0 at the left to 1 at the right.
        y_share: From 0 at the top to 1 at the bottom.
    """

    accessible_role = QAccessible.Role.Canvas

    moved = Signal(float, float)  # by the artist, not by `place`

    def __init__(self, step: tuple[float, float]) -> None:
        super().__init__()
        self.x_share = self.y_share = 0.5
        self.pictures: list[QImage] = []
        self._step = step
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(LEAST_PX, LEAST_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def place(self, x: float, y: float) -> None:
        """Show the puck there."""
        self.x_share, self.y_share = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
        self.update()

    def shares(self) -> list[float]:
        """How much of each picture the puck asks for, by how near it is."""
        x, y = self.x_share, self.y_share
        match len(self.pictures):
            case 1:
                return [1.0]
            case 2:
                return [1 - x, x]
            case 3:
                return [(1 - x) * (1 - y), x * (1 - y), y]
        return [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y]

    def sizeHint(self) -> QSize:
        return QSize(MOST_PX, MOST_PX)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(width, MOST_PX)

    def area(self) -> QRectF:
        """Where the puck's middle may stand, in the widget's pixels."""
        side = min(self.width(), self.height()) - 2 * PUCK_PX - 4
        area = QRectF(0, 0, side, side)
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = self.area()
        whole = area.adjusted(-PUCK_PX, -PUCK_PX, PUCK_PX, PUCK_PX)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(theme.LINE), 1))
        painter.setBrush(QColor(theme.DESK))
        painter.drawRoundedRect(whole, 5, 5)
        painter.setPen(QPen(QColor(theme.LINE), 1, Qt.PenStyle.DotLine))
        _cross(painter, whole, area.center())
        places = PLACES.get(len(self.pictures), ())
        for picture, share, place in zip(self.pictures, self.shares(), places, strict=False):
            _corner(painter, whole, picture, share, place)
        puck = QPointF(area.left() + self.x_share * area.width(), area.top() + self.y_share * area.height())
        painter.setPen(QPen(QColor(theme.LINE_STRONG), 1))
        _cross(painter, whole, puck)
        painter.setPen(QPen(QColor(theme.DESK), 2))
        painter.setBrush(QColor(theme.ACCENT_BRIGHT if self.isEnabled() else theme.TEXT_OFF))
        painter.drawEllipse(puck, PUCK_PX, PUCK_PX)
        paint_ring(painter, self, whole)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._move(0.5, 0.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        times = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        right, down = self._step[0] * times, self._step[1] * times
        match event.key():
            case Qt.Key.Key_Left:
                self._move(self.x_share - right, self.y_share)
            case Qt.Key.Key_Right:
                self._move(self.x_share + right, self.y_share)
            case Qt.Key.Key_Up:
                self._move(self.x_share, self.y_share - down)
            case Qt.Key.Key_Down:
                self._move(self.x_share, self.y_share + down)
            case Qt.Key.Key_Home:
                self._move(0.5, 0.5)
            case _:
                super().keyPressEvent(event)

    def _go_to(self, point: QPointF) -> None:
        area = self.area()
        self._move((point.x() - area.left()) / area.width(), (point.y() - area.top()) / area.height())

    def _move(self, x: float, y: float) -> None:
        before = self.x_share, self.y_share
        self.place(x, y)
        if (self.x_share, self.y_share) != before:
            self.moved.emit(self.x_share, self.y_share)


class Puck(QWidget):
    """The square with a line below it that says which picture stands where.

    Args:
        names: What x and y are called.
        step: What an arrow key adds to x and to y, as shares of their ranges.
    """

    moved = Signal(float, float)  # shares from 0 to 1

    def __init__(self, names: tuple[str, str], step: tuple[float, float]) -> None:
        super().__init__()
        self._names = names
        self.square = Square(step)
        self.square.moved.connect(self.moved)
        self.square.setAccessibleName(self.tr("{x} and {y}").format(x=names[0], y=names[1]))
        self.square.setToolTip(
            self.tr("Drag, or use the arrow keys (with Shift by larger steps); double-click for the middle")
        )
        self.words = QLabel()
        self.words.setProperty("dim", True)
        self.words.setWordWrap(True)
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.square)
        column.addWidget(self.words)
        self.setFocusProxy(self.square)

    def show_values(self, shares: tuple[float, float], values: tuple[float, float]) -> None:
        """Put the puck where the values are."""
        self.square.place(*shares)
        said = [f"{name} {value:g}" for name, value in zip(self._names, values, strict=True)]
        self.square.setAccessibleDescription(", ".join(said))

    def show_pictures(self, pictures: Sequence[QImage]) -> None:
        """Put the first four pictures into their places: left to right, the upper two first."""
        self.square.pictures = list(pictures[:MOST_PICTURES])
        self.square.update()
        words = ""
        if len(pictures) > MOST_PICTURES:
            words = self.tr("The first four pictures stand in the corners.")
        elif len(pictures) == 3:
            words = self.tr("The third picture is the whole lower edge.")
        elif len(pictures) == 2:
            words = self.tr("Two pictures: left and right.")
        self.words.setText(words)
        self.words.setVisible(bool(words))


def _cross(painter: QPainter, whole: QRectF, at: QPointF) -> None:
    painter.drawLine(QPointF(at.x(), whole.top()), QPointF(at.x(), whole.bottom()))
    painter.drawLine(QPointF(whole.left(), at.y()), QPointF(whole.right(), at.y()))


def _corner(painter: QPainter, whole: QRectF, picture: QImage, share: float, at: tuple[float, float]) -> None:
    """A picture in the corner that `at` names (0, a half or 1 each way), cut to a square."""
    side, gap = whole.width() * _SHARE, 5.0
    room = whole.width() - side - 2 * gap
    place = QRectF(whole.left() + gap + at[0] * room, whole.top() + gap + at[1] * room, side, side)
    short = min(picture.width(), picture.height())
    source = QRectF((picture.width() - short) / 2, (picture.height() - short) / 2, short, short)
    outline = QPainterPath()
    outline.addRoundedRect(place, 4, 4)
    painter.save()
    painter.setClipPath(outline)
    painter.setOpacity(_FAINT + (1 - _FAINT) * share)
    painter.drawImage(place, picture, source)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.ACCENT if share > 0.5 else theme.LINE_STRONG), 1))
    painter.drawPath(outline)
