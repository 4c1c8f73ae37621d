"""The card that leads to the first result: one big button, then what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from artstudio.ui import theme
from artstudio.ui.busy_bar import show_busy
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH_PX: Final = 460
_EDGE_PX: Final = 40


class Guide(QFrame):
    """Lies over the foot of `window`, in its middle."""

    make_wanted = Signal()
    stop_wanted = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("overlay", "true")
        self.setAccessibleName(self.tr("Your first result"))
        self.title = QLabel()
        self.title.setProperty("heading", "true")
        self.says = QLabel()
        self.says.setWordWrap(True)
        self.make = QPushButton(theme.icon("creation", theme.ON_ACCENT), self.tr("Make it"))
        self.make.setProperty("primary", "true")
        self.stop = QPushButton(self.tr("Stop"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.dismiss = tool_button("close", self.tr("Close"), self.leave, colour=theme.TEXT_DIM)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.dismiss)
        foot.addWidget(self.make, 1)
        # where the button was: a second click on that must not stop what it began
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.stop)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 14)
        column.addLayout(head)
        column.addWidget(self.says)
        column.addSpacing(theme.GAP_PX)
        column.addLayout(foot)
        self.make.clicked.connect(self.make_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        window.installEventFilter(self)
        self.hide()

    def show_ready(self, title: str, says: str, *, ready: bool) -> None:
        """Offer the button, once it is `ready`."""
        self.title.setText(title)
        self.says.setText(says)
        self.make.setText(self.tr("Make it") if ready else self.tr("Reading the models…"))
        self.make.setEnabled(ready)
        self._arrange(making=False)
        if ready:
            self.make.setFocus()

    def show_making(self, says: str, share: float | None) -> None:
        """Show how far it is, 0 to 1; None where that is not known."""
        self.says.setText(says)
        if share is None:
            show_busy(self.bar)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * share))
        self._arrange(making=True)

    def show_done(self, says: str) -> None:
        """Say what is there now, and offer another."""
        self.says.setText(says)
        self.make.setText(self.tr("Make another"))
        self.make.setEnabled(True)
        self._arrange(making=False)

    def leave(self) -> None:
        """Go."""
        self.hide()
        self.left.emit()

    def _arrange(self, *, making: bool) -> None:
        self.make.setVisible(not making)
        self.stop.setVisible(making)
        self.bar.setVisible(making)
        self.show()
        self._place()

    def _place(self) -> None:
        wide = min(_WIDTH_PX, self._window.width() - 2 * _EDGE_PX)
        high = max(self._column.totalHeightForWidth(wide), self.sizeHint().height())
        left, foot = (self._window.width() - wide) // 2, self._window.height() - _EDGE_PX
        self.setGeometry(left, foot - high, wide, high)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
