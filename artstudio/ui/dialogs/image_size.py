"""The Image size dialog: how large the whole picture shall be, in pixels or percent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from artstudio.documents.tiles import MAX_SIDE_PX
from artstudio.ui.dialogs.answer_buttons import answer_buttons


@dataclass(frozen=True)
class ImageSize:
    """What was chosen: sides of 1-8192 pixels, and whether pixels are mixed or taken as they are."""

    width_px: int
    height_px: int
    smooth: bool


class ImageSizeDialog(QDialog):
    """Asks for another size of a picture of `width_px` by `height_px`."""

    def __init__(self, parent: QWidget | None, width_px: int, height_px: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Image size"))
        self._sides_px = (width_px, height_px)
        self._filling = False
        self.width_box, self.height_box = QDoubleSpinBox(), QDoubleSpinBox()
        self.unit = QComboBox()
        self.unit.addItem(self.tr("pixels"), "px")
        self.unit.addItem(self.tr("percent"), "%")
        self.keep_shape = QCheckBox(self.tr("Keep the proportions"))
        self.keep_shape.setChecked(True)
        self.filter = QComboBox()
        self.filter.addItem(self.tr("Smooth (Lanczos)"), True)
        self.filter.addItem(self.tr("Hard edges (nearest pixel)"), False)
        self.outcome = QLabel()
        self.outcome.setProperty("dim", "true")
        form = QFormLayout()
        form.addRow(self.tr("Width"), self.width_box)
        form.addRow(self.tr("Height"), self.height_box)
        form.addRow(self.tr("In"), self.unit)
        form.addRow("", self.keep_shape)
        form.addRow(self.tr("Pixels"), self.filter)
        form.addRow("", self.outcome)
        buttons = answer_buttons(self, self.tr("Resize"))
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(320)
        self._show_unit()
        self.width_box.valueChanged.connect(lambda: self._on_side(0))
        self.height_box.valueChanged.connect(lambda: self._on_side(1))
        self.unit.currentIndexChanged.connect(self._show_unit)
        self.keep_shape.toggled.connect(lambda kept: self._on_side(0) if kept else None)

    def answer(self) -> ImageSize:
        """What is chosen now."""
        width_px, height_px = self._chosen_px()
        return ImageSize(width_px, height_px, self.filter.currentData())

    def _chosen_px(self) -> tuple[int, int]:
        if self.unit.currentData() == "px":
            sides = [self.width_box.value(), self.height_box.value()]
        else:
            shares = (self.width_box.value(), self.height_box.value())
            sides = [side * share / 100 for side, share in zip(self._sides_px, shares, strict=True)]
        width, height = (min(MAX_SIDE_PX, max(1, round(side))) for side in sides)
        return width, height

    def _show_unit(self) -> None:
        """Begin in another unit, at the size the picture has."""
        self._filling = True
        pixels = self.unit.currentData() == "px"
        for side, box in zip(self._sides_px, (self.width_box, self.height_box), strict=True):
            box.setDecimals(0 if pixels else 1)
            box.setSuffix(" px" if pixels else " %")
            box.setRange(*(1, MAX_SIDE_PX) if pixels else (0.1, 100 * MAX_SIDE_PX / side))
            box.setValue(side if pixels else 100)
        self._filling = False
        self._show_result()

    def _on_side(self, changed: int) -> None:
        if self._filling:
            return
        if self.keep_shape.isChecked():
            boxes = (self.width_box, self.height_box)
            same_unit = self._sides_px if self.unit.currentData() == "px" else (1, 1)
            self._filling = True
            value = boxes[changed].value() * same_unit[1 - changed] / same_unit[changed]
            boxes[1 - changed].setValue(value)
            self._filling = False
        self._show_result()

    def _show_result(self) -> None:
        width, height = self._chosen_px()
        self.outcome.setText(
            self.tr("{old_w} × {old_h} becomes {w} × {h} pixels").format(
                old_w=self._sides_px[0], old_h=self._sides_px[1], w=width, h=height
            )
        )


def ask_image_size(parent: QWidget, width_px: int, height_px: int) -> ImageSize | None:
    """The size wished for; None when the artist thought better of it."""
    dialog = ImageSizeDialog(parent, width_px, height_px)
    return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
