"""The bar above the canvas where errors and offers stand until they are dismissed: no modal boxes."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from artstudio.ui import theme, words
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 3  # older ones give way: the bar must not eat the canvas


class NoticeBar(QWidget):
    """Up to three notices, newest last; takes no room when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._name()
        self._notices: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Notices"))

    def fail(self, error: BaseException) -> None:
        """Show `error` as one sentence; its details can be copied."""
        details = "".join(traceback.format_exception(error))

        def copy() -> None:
            QGuiApplication.clipboard().setText(details)

        self._add(
            words.sentence(error), "alert-circle-outline", theme.BAD, [(self.tr("Copy details"), copy, False)]
        )

    def offer(self, text: str, choices: list[tuple[str, Callable[[], object]]]) -> None:
        """Show `text` with a button for each of `choices`; one click takes the notice away."""
        self._add(text, "information-outline", theme.ACCENT, [(label, call, True) for label, call in choices])

    def texts(self) -> list[str]:
        """What is shown now."""
        labels = [notice.findChild(QLabel, "text") for notice in self._notices]
        return [label.text() for label in labels if isinstance(label, QLabel)]

    def _add(
        self, text: str, icon: str, colour: str, choices: list[tuple[str, Callable[[], object], bool]]
    ) -> None:
        if len(self._notices) == _MOST:
            self._dismiss(self._notices[0])
        notice = QFrame()
        notice.setProperty("panel", "true")
        row = QHBoxLayout(notice)
        row.setContentsMargins(10, 5, 5, 5)
        sign = QLabel()
        sign.setPixmap(theme.icon(icon, colour).pixmap(theme.ICON_PX))
        label = QLabel(text)
        label.setObjectName("text")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(sign)
        row.addWidget(label, 1)
        for title, call, dismisses in choices:
            button = QPushButton(title)
            button.setAutoDefault(False)  # in a dialog, Return in a line is not meant for it
            if dismisses:
                button.clicked.connect(lambda: self._dismiss(notice))
            button.clicked.connect(call)
            row.addWidget(button)
        dismiss = self.tr("Dismiss")
        close = tool_button("close", dismiss, lambda: self._dismiss(notice), colour=theme.TEXT_DIM)
        close.setObjectName("dismiss")
        row.addWidget(close)
        self._column.addWidget(notice)
        self._notices.append(notice)
        self.show()

    def _dismiss(self, notice: QWidget) -> None:
        self._notices.remove(notice)
        self._column.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self._notices))
