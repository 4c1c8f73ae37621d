"""The transformation in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDoubleSpinBox

from artstudio.ui.canvas.options_row import OptionsRow
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.ui.canvas.tools.frame import Frame


class Transforms(Protocol):
    """What the row sets: the tool."""

    @property
    def frame(self) -> Frame | None: ...
    def change(self, **fields: float) -> None: ...
    def mirror(self, *, upside_down: bool = False) -> None: ...
    def confirm(self) -> None: ...
    def cancel(self) -> None: ...
    def take_up(self) -> None: ...


class TransformRow(OptionsRow):
    """Follows the frame, and sets it."""

    def __init__(self, tool: Transforms) -> None:
        super().__init__(QCoreApplication.translate("TransformRow", "Transform"))
        self._tool = tool
        self.keeps_ratio = False
        px, percent, degrees = self.tr(" px"), self.tr(" %"), self.tr("°")
        self.middle_x = self._field("X", self.tr("Where the middle is"), 1, px, lambda v: tool.change(x=v))
        self.middle_y = self._field("Y", self.tr("Where the middle is"), 1, px, lambda v: tool.change(y=v))
        self.across = self._field(self.tr("W"), self.tr("Width"), 1, percent, self._set_across)
        self.down = self._field(self.tr("H"), self.tr("Height"), 1, percent, self._set_down)
        self.ratio = tool_button("link-variant", self.tr("Keep the ratio (Shift)"), checkable=True)
        self.ratio.toggled.connect(lambda on: setattr(self, "keeps_ratio", on))
        self.add(self.ratio)
        self.angle = self._field(self.tr("∠"), self.tr("Angle"), 1, degrees, lambda v: tool.change(angle=v))
        self.line()
        self.flip_h = tool_button("flip-horizontal", self.tr("Mirror left to right"), tool.mirror)
        self.flip_v = tool_button(
            "flip-vertical", self.tr("Mirror upside down"), lambda: tool.mirror(upside_down=True)
        )
        self.add(self.flip_h)
        self.add(self.flip_v)
        self.line()
        self.apply = self.button(self.tr("Apply"), self.tr("Apply (Enter)"), tool.confirm, primary=True)
        self.reset = self.button(self.tr("Reset"), self.tr("Back to how it was (Esc)"), self._reset)
        self.show_frame(tool.frame)

    def show_frame(self, frame: Frame | None) -> None:
        """Say the frame in numbers; None: nothing is there to transform."""
        parts = (self.middle_x, self.middle_y, self.across, self.down, self.angle)
        others: tuple[QWidget, ...] = (self.ratio, self.flip_h, self.flip_v)
        for part in (*parts, *others):
            part.setEnabled(frame is not None)
        self.apply.setEnabled(frame is not None and frame.moved)
        self.reset.setEnabled(frame is not None and frame.moved)
        if frame is None:
            return
        numbers = (frame.x, frame.y, frame.across * 100, frame.down * 100, frame.angle)
        for field, number in zip(parts, numbers, strict=True):
            field.blockSignals(True)  # a rounded number must not come back as the artist's wish
            field.setValue(number)
            field.blockSignals(False)

    def _set_across(self, percent: float) -> None:
        self._scale("across", "down", percent)

    def _set_down(self, percent: float) -> None:
        self._scale("down", "across", percent)

    def _scale(self, one: str, other: str, percent: float) -> None:
        frame, scale = self._tool.frame, percent / 100
        if frame is None or not scale:  # on its way to another number
            return
        before = getattr(frame, one)
        fields = {one: scale}
        if self.keeps_ratio and before:
            fields[other] = getattr(frame, other) * scale / before
        self._tool.change(**fields)

    def _reset(self) -> None:
        self._tool.cancel()
        self._tool.take_up()

    def _field(
        self, title: str, tip: str, decimals: int, suffix: str, set_to: Callable[[float], object]
    ) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setRange(-20_000, 20_000)
        field.setDecimals(decimals)
        field.setSuffix(suffix)
        field.setFixedWidth(74)
        field.setKeyboardTracking(False)
        field.valueChanged.connect(lambda value: set_to(value))
        self._labelled(title, tip, field)
        return field
