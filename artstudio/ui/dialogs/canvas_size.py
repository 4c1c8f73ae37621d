"""The Canvas size dialog: how much room there is around the picture, and where the picture stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QGridLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from artstudio.documents.tiles import MAX_SIDE_PX
from artstudio.ui.dialogs.answer_buttons import answer_buttons
from artstudio.ui.tool_button import tool_button

_ARROWS: Final = (
    "arrow-top-left", "arrow-up", "arrow-top-right",
    "arrow-left", "circle-small", "arrow-right",
    "arrow-bottom-left", "arrow-down", "arrow-bottom-right",
)  # fmt: skip


@dataclass(frozen=True)
class CanvasSize:
    """What was chosen: sides of 1-8192 pixels; `anchor` is the column and row, 0-2 each, of what stays."""

    width_px: int
    height_px: int
    anchor: tuple[int, int]


class CanvasSizeDialog(QDialog):
    """Asks for another size of a canvas of `width_px` by `height_px`."""

    def __init__(self, parent: QWidget | None, width_px: int, height_px: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Canvas size"))
        self.width_box, self.height_box = QSpinBox(), QSpinBox()
        for box, side in ((self.width_box, width_px), (self.height_box, height_px)):
            box.setRange(1, MAX_SIDE_PX)
            box.setSuffix(" px")
            box.setValue(side)
        self.anchors = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(2)
        for number, title in enumerate(self._places()):
            button = tool_button(_ARROWS[number], title, checkable=True)
            self.anchors.addButton(button, number)
            grid.addWidget(button, number // 3, number % 3)
        self.anchors.button(4).setChecked(True)
        grid.setColumnStretch(3, 1)
        form = QFormLayout()
        form.addRow(self.tr("Width"), self.width_box)
        form.addRow(self.tr("Height"), self.height_box)
        form.addRow(self.tr("What stays"), grid)
        buttons = answer_buttons(self, self.tr("Resize"))
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(300)

    def answer(self) -> CanvasSize:
        """What is chosen now."""
        row, column = divmod(self.anchors.checkedId(), 3)
        return CanvasSize(self.width_box.value(), self.height_box.value(), (column, row))

    def _places(self) -> tuple[str, ...]:
        return (
            self.tr("The upper left corner"), self.tr("The upper edge"), self.tr("The upper right corner"),
            self.tr("The left edge"), self.tr("The middle"), self.tr("The right edge"),
            self.tr("The lower left corner"), self.tr("The lower edge"), self.tr("The lower right corner"),
        )  # fmt: skip


def ask_canvas_size(parent: QWidget, width_px: int, height_px: int) -> CanvasSize | None:
    """The size wished for; None when the artist thought better of it."""
    dialog = CanvasSizeDialog(parent, width_px, height_px)
    return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
