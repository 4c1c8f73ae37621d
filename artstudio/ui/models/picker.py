"""Choosing the model that an action works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from artstudio.ui.choice_box import ChoiceBox
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.host.models import Model


class ModelPicker(QWidget):
    """Starters and own models of one plugin, and a button to the window that shows and tends them.

    `with_nothing` offers to begin from nothing, as a training can.
    """

    changed = Signal()
    manage_wanted = Signal()

    def __init__(self, *, with_nothing: bool = False) -> None:
        super().__init__()
        self._with_nothing = with_nothing
        self._models: list[Model] = []
        self.box = ChoiceBox(8)
        self.box.setAccessibleName(self.tr("Model"))
        self.box.setToolTip(self.tr("Model"))
        self.box.activated.connect(lambda _index: self.changed.emit())
        tip = self.tr("Show, rename and delete models")
        self.manage = tool_button("bookshelf", tip, self.manage_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.manage)
        self.setFocusProxy(self.box)

    def set_models(self, models: list[Model]) -> None:
        """List `models`; the choice stays where it is still there, else the starter is chosen."""
        chosen = self.model
        self._models = models
        with QSignalBlocker(self.box):
            self.box.clear()
            for model in models:
                self.box.addItem(model.title, model)
                tip = self.tr("Came with the studio") if model.starter else self.tr("Your own")
                self.box.setItemData(self.box.count() - 1, tip, 3)  # Qt.ToolTipRole
            if self._with_nothing:
                self.box.addItem(self.tr("From nothing"), None)
            elif not models:
                self.box.addItem(self.tr("None needed"), None)
        self.box.setEnabled(self.box.count() > 1)
        if chosen is not None:
            self.choose(chosen.folder)

    @property
    def model(self) -> Model | None:
        """The chosen one; None for none."""
        index = self.box.currentIndex()
        return self._models[index] if 0 <= index < len(self._models) else None

    def choose(self, folder: Path | None) -> bool:
        """Select the model in `folder` (None: no model); False where it is not listed."""
        folders: list[Path | None] = [model.folder for model in self._models]
        if folder is None and self._with_nothing:
            self.box.setCurrentIndex(len(folders))
            return True
        if folder in folders:
            self.box.setCurrentIndex(folders.index(folder))
            return True
        return False
