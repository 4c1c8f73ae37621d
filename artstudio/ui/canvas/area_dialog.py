"""Asks which part of the canvas is meant, in numbers: the way to select without a pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFormLayout, QSpinBox, QVBoxLayout

from artstudio.ui.dialogs.answer_buttons import answer_buttons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Box = tuple[int, int, int, int]


class AreaDialog(QDialog):
    """Left, top, width and height in pixels, held inside a canvas of `width_px` by `height_px`."""

    def __init__(self, parent: QWidget | None, width_px: int, height_px: int, start: Box) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Select an area"))
        rows = QFormLayout()
        self.fields: list[QSpinBox] = []
        for title, least, most, now in (
            (self.tr("Left"), 0, width_px - 1, start[0]),
            (self.tr("Top"), 0, height_px - 1, start[1]),
            (self.tr("Width"), 1, width_px, start[2]),
            (self.tr("Height"), 1, height_px, start[3]),
        ):
            field = QSpinBox()
            field.setRange(least, most)
            field.setValue(now)
            field.setSuffix(" px")
            field.setAccessibleName(title)
            rows.addRow(title, field)
            self.fields.append(field)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(answer_buttons(self, self.tr("Select")))

    def area(self) -> Box:
        """Left, top, width, height; what would reach beyond the canvas is cut when it is selected."""
        left, top, width, height = (field.value() for field in self.fields)
        return left, top, width, height
