"""What else a model had in mind at a token: a click, or Enter, lets the text go on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

    from artstudio.sdk.media import Token


class HeatPopup(QFrame):
    """Never takes the focus: the editor hands it the keys while it stands there for good."""

    taken = Signal(int, str)  # the number of the token, and what is to stand there
    asked = Signal(int)  # what does it look at?

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setProperty("panel", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.number = -1
        self.held = False
        """Whether it stays until it is closed, and takes the keys."""
        self._head = QLabel()
        self._head.setProperty("heading", True)
        self.look_button = QPushButton(theme.icon("eye-outline"), self.tr("What does it look at? (L)"))
        self.look_button.clicked.connect(self._ask)
        self.rows: list[_Row] = []
        self._chosen = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._head)
        self._column.addWidget(self.look_button)

    def show_token(
        self, number: int, text: str, token: Token, at: QPoint, *, can_ask: bool, held: bool
    ) -> None:
        """Show the alternatives to a token below a point of the screen."""
        self.number, self.held = number, held
        self._head.setText(f"{visible(text)}   {percent(token.probability)}")
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        most = max((share for _, share in token.alternatives), default=1.0)
        self.rows = [_Row(other, share, share / most if most else 0.0) for other, share in token.alternatives]
        for i, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, row=row: self._take(row))
            self._column.insertWidget(1 + i, row)
        self.look_button.setVisible(can_ask)
        self._choose(0 if held else -1)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        self.move(x, at.y() if at.y() + self.height() <= screen.bottom() else at.y() - self.height() - 28)
        self.show()
        self.raise_()

    def close_up(self) -> None:
        """Show nothing more."""
        self.number, self.held = -1, False
        self.hide()

    def takes_key(self, event: QKeyEvent) -> bool:
        """A key of the editor, while this stands there for good; whether it was for this."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_up()
            case Qt.Key.Key_Up:
                self._choose(self._chosen - 1)
            case Qt.Key.Key_Down:
                self._choose(self._chosen + 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if 0 <= self._chosen < len(self.rows):
                self._take(self.rows[self._chosen])
            case Qt.Key.Key_L if not self.look_button.isHidden():
                self._ask()
            case _:
                self.close_up()
                return False
        return True

    def _choose(self, at: int) -> None:
        self._chosen = min(max(at, 0), len(self.rows) - 1) if at >= 0 or self.held else -1
        for i, row in enumerate(self.rows):
            row.set_marked(i == self._chosen)

    def _take(self, row: _Row) -> None:
        number = self.number
        self.close_up()
        self.taken.emit(number, row.other)

    def _ask(self) -> None:
        number = self.number
        self.close_up()
        self.asked.emit(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.held:
            self.close_up()


class _Row(QAbstractButton):
    """One alternative, with a bar as long as it is likely."""

    def __init__(self, other: str, share: float, length: float) -> None:
        super().__init__()
        self.other, self._share, self._length = other, share, length
        self._marked = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{visible(other)}, {percent(share)}")

    def set_marked(self, marked: bool) -> None:
        self._marked = marked
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(visible(self.other))
        return QSize(max(180, width + 84), theme.ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._marked or self.underMouse():
            painter.fillRect(box, QColor(theme.HOVER))
        bar = QRectF(box.left(), box.bottom() - 3, (box.width() - 56) * self._length, 3)
        painter.fillRect(bar, QColor(theme.ACCENT))
        painter.setPen(QColor(theme.TEXT))
        left = box.adjusted(4, 0, -60, -2)
        words = self.fontMetrics().elidedText(
            visible(self.other), Qt.TextElideMode.ElideRight, round(left.width())
        )
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QColor(theme.TEXT_DIM))
        painter.drawText(
            box.adjusted(0, 0, -4, -2), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            percent(self._share),
        )  # fmt: skip
        painter.end()


def visible(text: str) -> str:
    """A token so that its spaces and line ends are seen."""
    return text.replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥")


def percent(share: float) -> str:
    """A probability in words of a person: "37 %", "0.4 %", "< 0.1 %"."""
    if share >= 0.0995:
        return f"{share:.0%}".replace("%", " %")
    return f"{share * 100:.1f} %" if share >= 0.001 else "< 0.1 %"
