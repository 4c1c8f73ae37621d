"""The row of options that a tool shows above the canvas."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


class OptionsRow(QWidget):
    """Built from left to right; each part tells its callback of the artist's wish."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 6, 4)
        self._row.setSpacing(4)
        name = QLabel(title)
        name.setProperty("heading", "true")
        self._row.addWidget(name)
        self._row.addSpacing(6)
        self._row.addStretch(1)
        self._end = self._row.count() - 1

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._row.insertWidget(self._end, widget)
        self._end += 1

    def line(self) -> None:
        """A hairline between two groups."""
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        line.setProperty("hairline", "true")
        self.add(line)

    def choice(
        self, entries: Iterable[tuple[T, str, str]], now: T, chosen: Callable[[T], object]
    ) -> dict[T, QToolButton]:
        """Buttons of which one is down; `entries` are (value, icon, tooltip)."""
        group, buttons = QButtonGroup(self), {}
        for value, icon, tip in entries:
            button = tool_button(icon, tip, partial(chosen, value), checkable=True)
            button.setChecked(value == now)
            group.addButton(button)
            buttons[value] = button
            self.add(button)
        return buttons

    def number(
        self, title: str, tip: str, span: tuple[int, int], now: int, set_to: Callable[[int], object],
        *, suffix: str = "", width_px: int = 64,
    ) -> QSpinBox:  # fmt: skip
        """A field for a number in `span`, both ends included."""
        field = QSpinBox()
        field.setRange(*span)
        field.setValue(now)
        field.setSuffix(suffix)
        field.setFixedWidth(width_px)
        self._labelled(title, tip, field)
        field.valueChanged.connect(lambda value: set_to(value))
        return field

    def slider(
        self, title: str, tip: str, span: tuple[int, int], now: int, set_to: Callable[[int], object],
        *, suffix: str = "",
    ) -> QSpinBox:  # fmt: skip
        """A slider beside a field for the same number."""
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(*span)
        slider.setValue(now)
        slider.setFixedWidth(64)
        self._labelled(title, tip, slider)
        field = QSpinBox()
        field.setRange(*span)
        field.setValue(now)
        field.setSuffix(suffix)
        field.setFixedWidth(58)
        field.setToolTip(tip)
        field.setAccessibleName(title)
        self.add(field)
        slider.valueChanged.connect(field.setValue)
        field.valueChanged.connect(slider.setValue)
        field.valueChanged.connect(lambda value: set_to(value))
        return field

    def check(self, title: str, tip: str, now: bool, set_to: Callable[[bool], object]) -> QCheckBox:
        """A box to tick."""
        box = QCheckBox(title)
        box.setToolTip(tip)
        box.setChecked(now)
        box.toggled.connect(lambda on: set_to(on))
        self.add(box)
        return box

    def button(
        self, title: str, tip: str, clicked: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        """A button with words."""
        button = QPushButton(title)
        button.setToolTip(tip)
        button.setProperty("primary", "true" if primary else "false")
        button.clicked.connect(lambda: clicked())
        self.add(button)
        return button

    def hint(self, text: str) -> QLabel:
        """A dim sentence."""
        label = QLabel(text)
        label.setProperty("dim", "true")
        self.add(label)
        return label

    def _labelled(self, title: str, tip: str, widget: QWidget) -> None:
        label = QLabel(title)
        label.setProperty("dim", "true")
        self.add(label)
        widget.setToolTip(tip)
        widget.setAccessibleName(title)
        self.add(widget)
