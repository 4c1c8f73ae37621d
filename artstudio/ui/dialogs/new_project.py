"""The New dialog: the canvas' size from presets or by hand, the music's tempo and metre."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from artstudio.documents.tiles import MAX_SIDE_PX
from artstudio.ui import theme
from artstudio.ui.dialogs.answer_buttons import answer_buttons
from artstudio.ui.new_project import BLACK, WHITE, NewProject

if TYPE_CHECKING:
    from collections.abc import Iterator

_METRES: Final = ((4, 4), (3, 4), (2, 4), (6, 8), (12, 8), (5, 4), (7, 8), (2, 2))
_SIZE = Qt.ItemDataRole.UserRole


class NewDialog(QDialog):
    """Shows and returns a `NewProject`."""

    def __init__(self, parent: QWidget | None, start: NewProject) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New project"))
        self.presets = QListWidget()
        self.presets.setAccessibleName(self.tr("Size presets"))
        self.presets.setMinimumWidth(330)
        for title, width, height in self._presets():
            item = QListWidgetItem(f"{title}  –  {width} × {height}")
            item.setData(_SIZE, QSize(width, height))
            item.setSizeHint(QSize(0, theme.ROW_PX + 2))
            self.presets.addItem(item)
        self.width_px, self.height_px = self._side(start.width_px), self._side(start.height_px)
        self.background = QComboBox()
        for title, colour in (
            (self.tr("White"), WHITE),
            (self.tr("Black"), BLACK),
            (self.tr("Transparent"), None),
        ):
            self.background.addItem(title, colour)
        self.bpm = QDoubleSpinBox()
        self.bpm.setRange(20, 400)
        self.bpm.setDecimals(1)
        self.bpm.setSuffix(self.tr(" quarters a minute"))
        self.bpm.setValue(start.bpm)
        self.metre = QComboBox()
        for beats, unit in _METRES:
            self.metre.addItem(f"{beats}/{unit}", (beats, unit))
        picture, music = QFormLayout(), QFormLayout()
        picture.addRow(self.tr("Width"), self.width_px)
        picture.addRow(self.tr("Height"), self.height_px)
        picture.addRow(self.tr("Background"), self.background)
        music.addRow(self.tr("Tempo"), self.bpm)
        music.addRow(self.tr("Metre"), self.metre)
        buttons = answer_buttons(self, self.tr("Create"))
        right = QVBoxLayout()
        for title, form in ((self.tr("Canvas"), picture), (self.tr("Music"), music)):
            heading = QLabel(title)
            heading.setProperty("heading", "true")
            right.addWidget(heading)
            right.addLayout(form)
            right.addSpacing(10)
        right.addStretch(1)
        both = QHBoxLayout()
        both.addWidget(self.presets, 1)
        both.addSpacing(8)
        both.addLayout(right)
        column = QVBoxLayout(self)
        column.addLayout(both, 1)
        column.addWidget(buttons)
        self.resize(700, 420)
        self.presets.currentItemChanged.connect(self._on_preset)
        self.presets.itemDoubleClicked.connect(self.accept)
        for side in (self.width_px, self.height_px):
            side.valueChanged.connect(self._mark_preset)
        self._mark_preset()

    def answer(self) -> NewProject:
        """What is chosen now."""
        return NewProject(
            self.width_px.value(),
            self.height_px.value(),
            self.background.currentData(),
            self.bpm.value(),
            self.metre.currentData(),
        )

    def _on_preset(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            size: QSize = item.data(_SIZE)
            self.width_px.setValue(size.width())
            self.height_px.setValue(size.height())

    def _mark_preset(self) -> None:
        """Select the preset of the present size, or none."""
        size = QSize(self.width_px.value(), self.height_px.value())
        rows = [row for row in range(self.presets.count()) if self.presets.item(row).data(_SIZE) == size]
        self.presets.blockSignals(True)  # half a typed number must not pull the other field along
        self.presets.setCurrentRow(rows[0] if rows else -1)
        self.presets.blockSignals(False)

    def _presets(self) -> Iterator[tuple[str, int, int]]:
        yield self.tr("Square"), 1024, 1024
        yield self.tr("Large square"), 2048, 2048
        yield self.tr("HD"), 1920, 1080
        yield self.tr("4K"), 3840, 2160
        yield self.tr("Phone, upright"), 1080, 1920
        yield self.tr("A4, 150 dpi"), 1240, 1754
        yield self.tr("A4, 300 dpi"), 2480, 3508
        yield self.tr("Game map, 32 × 18 tiles of 32"), 1024, 576
        yield self.tr("Game map, 64 × 64 tiles of 32"), 2048, 2048
        yield self.tr("Game map, 128 × 128 tiles of 16"), 2048, 2048
        yield self.tr("Sprite"), 64, 64
        yield self.tr("Icon"), 512, 512

    @staticmethod
    def _side(value: int) -> QSpinBox:
        side = QSpinBox()
        side.setRange(1, MAX_SIDE_PX)
        side.setSuffix(" px")
        side.setValue(value)
        return side


def ask_new(parent: QWidget, start: NewProject) -> NewProject | None:
    """What the new project begins with; None when the artist thought better of it."""
    dialog = NewDialog(parent, start)
    return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
