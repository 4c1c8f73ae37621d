"""What an empty window shows: three big starts, recent projects, and the way to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.start.recent import RecentList
from artstudio.ui.start.starts import Start, starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMainWindow

_WIDTH_PX: Final = 860
_CARD: Final = QSize(270, 170)


class BigStart(QAbstractButton):
    """One of the three: an icon, what to do, and what comes of it."""

    def __init__(self, start: Start) -> None:
        super().__init__()
        self.start = start
        self.setText(start.title)
        self.setAccessibleName(f"{start.title}. {start.says}")
        self.setMinimumSize(200, _CARD.height())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._icon = theme.icon(start.icon, theme.ACCENT)

    def sizeHint(self) -> QSize:
        return _CARD

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        edge = theme.ACCENT_BRIGHT if focused else theme.ACCENT if self.underMouse() else theme.LINE_STRONG
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(theme.HOVER if self.underMouse() or self.isDown() else theme.RAISED))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)
        self._icon.paint(painter, QRect((self.width() - 56) // 2, 18, 56, 56))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.TEXT))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRect(8, 82, self.width() - 16, 30), centre, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(theme.TEXT_DIM))
        below = QRect(12, 116, self.width() - 24, self.height() - 120)
        painter.drawText(below, centre | Qt.TextFlag.TextWordWrap, self.start.says)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class StartPage(QScrollArea):
    """Lies over all of `window` between its menus and its status bar until something is begun."""

    start_wanted = Signal(object)  # Start
    new_wanted = Signal()
    open_wanted = Signal()
    tour_wanted = Signal()
    shown_at_start = Signal(bool)
    left = Signal()

    def __init__(self, window: QMainWindow, recent: Sequence[str]) -> None:
        super().__init__(window)
        self._window = window
        self.setAccessibleName(self.tr("Start"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        theme.dress(self, "StartPage, #startPage { background: $PANEL; }")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.starts = [BigStart(one) for one in starts()]
        self.recent = RecentList()
        self.recent.fill(recent)
        self.new = QPushButton(theme.icon("file-plus-outline"), self.tr("New project…"))
        self.open = QPushButton(theme.icon("folder-open-outline"), self.tr("Open…"))
        self.skip = QPushButton(self.tr("Just an empty canvas"))
        self.tour = QPushButton(theme.icon("map-marker-path"), self.tr("Show me around"))
        self.tour.setToolTip(self.tr("A tour of five steps; it is in the Help menu, too"))
        self.again = QCheckBox(self.tr("Show this page at the start"))
        self.again.setChecked(True)
        self._lay_out()
        for big in self.starts:
            big.clicked.connect(lambda _=False, one=big.start: self.start_wanted.emit(one))
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.skip.clicked.connect(self.leave)
        self.tour.clicked.connect(self.leave)
        self.tour.clicked.connect(self.tour_wanted)
        self.again.toggled.connect(self.shown_at_start)
        window.installEventFilter(self)

    def appear(self) -> None:
        """Cover the window; the recent projects' pictures come afterwards."""
        self._place()
        self.show()
        self.raise_()
        self.starts[0].setFocus()

    def leave(self) -> None:
        """Uncover the window."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("What would you like to make?"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        says = QLabel(
            self.tr(
                "Each start leads to a first result within a minute, with models that came with artstudio."
            )
        )
        says.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        says.setWordWrap(True)
        says.setProperty("dim", "true")
        cards, others = QHBoxLayout(), QHBoxLayout()
        cards.setSpacing(2 * theme.GAP_PX)
        for big in self.starts:
            cards.addWidget(big, 1)
        for button in (self.new, self.open, self.skip, self.tour):
            others.addWidget(button)
        others.addStretch(1)
        others.addWidget(self.again)
        heading = QLabel(self.tr("Recent projects"))
        heading.setProperty("heading", "true")
        page = QWidget()
        page.setObjectName("startPage")
        column = QVBoxLayout()
        column.setSpacing(2 * theme.GAP_PX)
        column.addStretch(1)
        for widget in (title, says):
            column.addWidget(widget)
        column.addSpacing(2 * theme.GAP_PX)
        column.addLayout(cards)
        column.addSpacing(theme.GAP_PX)
        column.addLayout(others)
        number = self.recent.model().rowCount()
        if number:
            column.addSpacing(2 * theme.GAP_PX)
            column.addWidget(heading)
            self.recent.setMinimumHeight(290 if number > 6 else 150)
            column.addWidget(self.recent, 3)
        column.addStretch(2)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH_PX)
        middle.setLayout(column)
        row = QHBoxLayout(page)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self.setWidget(page)

    def _place(self) -> None:
        top, foot = self._window.menuBar().height(), self._window.statusBar().height()
        self.setGeometry(0, top, self._window.width(), self._window.height() - top - foot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moves = event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        if moves and watched is self._window and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
