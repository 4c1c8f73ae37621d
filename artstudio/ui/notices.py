"""Toasts: what went wrong and what is offered, in the window's corner. Nothing has to be answered first."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from artstudio.ui import theme, words
from artstudio.ui.sign import Sign
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QEnterEvent

Choice = tuple[str, "Callable[[], object]"]

_MOST: Final = 3  # older ones give way: they must not hide the work
_WIDTH_PX: Final = 400
_EDGE_PX: Final = 14
_STAYS_MS: Final = 7000


class Notices(QWidget):
    """Up to three, the newest below, over the lower right corner of `window`.

    Errors and offers stay until they are dismissed; what is only told goes by itself, but not while the mouse
    or the focus is on it.
    """

    def __init__(self, window: QWidget, bottom: Callable[[], int] = lambda: 0) -> None:
        """`bottom` says how many pixels at the window's foot are taken."""
        super().__init__(window)
        self._window, self._bottom = window, bottom
        self._name()
        self._toasts: list[Toast] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP_PX)
        window.installEventFilter(self)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Notices"))

    def fail(self, error: BaseException, choices: Sequence[Choice] = ()) -> None:
        """Show `error` as one sentence; its details can be copied."""
        details = "".join(traceback.format_exception(error))

        def copy() -> None:
            QGuiApplication.clipboard().setText(details)

        toast = Toast(words.sentence(error), "alert-circle-outline", theme.BAD, choices)
        toast.add_button(self.tr("Copy details"), copy)
        self._add(toast, urgent=True)

    def offer(self, text: str, choices: Sequence[Choice]) -> None:
        """Show `text` with a button for each of `choices`; one click takes it away."""
        self._add(Toast(text, "information-outline", theme.ACCENT, choices))

    def tell(self, text: str, choices: Sequence[Choice] = (), stays_ms: int = _STAYS_MS) -> None:
        """Show `text` for a while."""
        toast = Toast(text, "check-circle-outline", theme.GOOD, choices)
        self._add(toast)
        toast.go_after(stays_ms)

    def texts(self) -> list[str]:
        """What is shown now."""
        return [toast.text for toast in self._toasts]

    def focus(self) -> None:
        """Give the newest one the keys."""
        if self._toasts:
            self._toasts[-1].dismiss.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self, toast: Toast, *, urgent: bool = False) -> None:
        if len(self._toasts) == _MOST:
            self._drop(self._toasts[0])
        toast.gone = lambda: self._drop(toast)
        self._toasts.append(toast)
        self._column.addWidget(toast)
        self.show()
        self._place()
        said = QAccessibleAnnouncementEvent(self, toast.text)
        if urgent:
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def _drop(self, toast: Toast) -> None:
        if toast not in self._toasts:
            return
        self._toasts.remove(toast)
        self._column.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        self.setVisible(bool(self._toasts))
        self._place()

    def _place(self) -> None:
        wide = min(_WIDTH_PX, self._window.width() - 2 * _EDGE_PX)
        for toast in self._toasts:
            toast.setFixedWidth(wide)
        high = sum(toast.heightForWidth(wide) for toast in self._toasts)
        high += theme.GAP_PX * max(0, len(self._toasts) - 1)
        right, foot = self._window.width() - _EDGE_PX, self._window.height() - _EDGE_PX - self._bottom()
        self.setGeometry(right - wide, foot - high, wide, high)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._toasts:
            self._place()
        return super().eventFilter(watched, event)


class Toast(QFrame):
    """One of them. `gone` is called when it is dismissed or its time is over."""

    def __init__(self, text: str, icon: str, colour: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.text = text
        self.gone: Callable[[], object] = lambda: None
        self.setProperty("overlay", "true")
        self.setAccessibleName(text)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_is_over)
        self._label = QLabel(text)
        self._label.setObjectName("text")
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # a sentence may quote a file
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.dismiss = tool_button("close", self.tr("Dismiss"), self._go, colour=theme.TEXT_DIM)
        self.dismiss.setObjectName("dismiss")
        head = QHBoxLayout()
        head.addWidget(Sign(icon, colour), 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(2)
        head.addWidget(self._label, 1)
        head.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 8, 9)
        column.addLayout(head)
        column.addLayout(self._buttons)
        for title, call in choices:
            self.add_button(title, call, goes=True)

    def add_button(self, title: str, call: Callable[[], object], *, goes: bool = False) -> None:
        """Offer something; where it `goes`, the click takes the toast away."""
        button = QPushButton(title)
        button.setAutoDefault(False)  # in a dialog, Return in a line is not meant for it
        if goes:
            button.clicked.connect(self._go)
        button.clicked.connect(lambda: call())
        self._buttons.addWidget(button)

    def go_after(self, stays_ms: int) -> None:
        """Let it go by itself."""
        self._timer.setInterval(stays_ms)
        self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._timer.interval():
            self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def _time_is_over(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._timer.start()  # somebody is about to press one of its buttons
        else:
            self._go()

    def _go(self) -> None:
        self._timer.stop()
        self.gone()
