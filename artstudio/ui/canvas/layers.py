"""The layers pane: which there are, which is painted on, how each one shows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from artstudio.documents.canvas import MODES, Layer
from artstudio.documents.edits import Put
from artstudio.documents.tiles import Tiles
from artstudio.ui import theme
from artstudio.ui.actions import Action
from artstudio.ui.canvas.layer_rows import ID_ROLE, LayerDelegate, describe
from artstudio.ui.canvas.thumbnails import THUMBNAIL_PX, Thumbnails
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from artstudio.documents.project import Change
    from artstudio.ui.session import Session


class LayersPane(QWidget):
    """The top layer first, as seen from above."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._filling = False
        self._dragging = False  # the opacity slider: one gesture, one step
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Layers"))
        self.list.setItemDelegate(LayerDelegate(self.toggle_visible, self.list))
        self.list.setEditTriggers(
            QListWidget.EditTrigger.DoubleClicked | QListWidget.EditTrigger.EditKeyPressed
        )
        self.empty = QLabel(
            self.tr("Paint on the canvas, or drop a picture on the window: a layer appears here.")
        )
        self.empty.setWordWrap(True)
        self.empty.setProperty("dim", "true")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.mode = QComboBox()
        for mode, title in self._mode_titles().items():
            self.mode.addItem(title, mode)
        self.mode.setToolTip(self.tr("How the layer mixes with those below"))
        self.mode.setAccessibleName(self.tr("Blending mode"))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setToolTip(self.tr("Opacity of the layer"))
        self.opacity.setAccessibleName(self.tr("Opacity of the layer"))
        self._percent = QLabel()
        self._percent.setMinimumWidth(38)
        look = QHBoxLayout()
        look.setSpacing(2)
        look.addWidget(self.mode, 1)
        self._toggles: dict[str, QToolButton] = {}
        for flag, icon, tip in (
            ("locked", "lock-outline", self.tr("Lock the layer: nothing paints on it")),
            ("alpha_locked", "checkerboard", self.tr("Lock transparency: paint only where there is paint")),
            ("rough", "draw", self.tr("Rough sketch: models may see it, pictures leave it out")),
        ):
            toggle = tool_button(icon, tip, partial(self.toggle, flag), checkable=True)
            look.addWidget(toggle)
            self._toggles[flag] = toggle
        shine = QHBoxLayout()
        shine.addWidget(self.opacity, 1)
        shine.addWidget(self._percent)
        self.add_button = tool_button("plus", self.tr("Add a layer"), self.add)
        self.duplicate_button = tool_button(
            "content-duplicate", self.tr("Duplicate the layer"), self.duplicate
        )
        self.up_button = tool_button("arrow-up", self.tr("Move the layer up"), lambda: self.move_layer(1))
        self.down_button = tool_button(
            "arrow-down", self.tr("Move the layer down"), lambda: self.move_layer(-1)
        )
        self.delete_button = tool_button("trash-can-outline", self.tr("Delete the layer"), self.delete)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.add_button, self.duplicate_button, self.up_button, self.down_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.delete_button)
        self._need_a_layer: tuple[QWidget, ...] = (
            self.mode, self.opacity, *self._toggles.values(), self.duplicate_button,
            self.up_button, self.down_button, self.delete_button,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(look)
        column.addLayout(shine)
        column.addWidget(self.empty, 1)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.setIconSize(THUMBNAIL_PX)
        self._thumbnails = Thumbnails(self)
        self._thumbnails.made.connect(self._show_thumbnail)

        # moved rows are drawn anew from the document, after the list has done its part
        self.list.model().rowsMoved.connect(self._on_dragged, Qt.ConnectionType.QueuedConnection)
        self.list.currentItemChanged.connect(self._on_row)
        self.list.itemChanged.connect(self._on_renamed)
        self.mode.activated.connect(
            lambda: self._change(self.tr("Blending mode"), mode=self.mode.currentData())
        )
        self.opacity.sliderPressed.connect(self._on_opacity_pressed)
        self.opacity.valueChanged.connect(self._on_opacity)
        session.changed.connect(self._on_change)
        session.selection_changed.connect(self._show_selected)
        session.project_replaced.connect(self._fill)
        self._fill()

    # ------------------------------------------------------------------------------------ what can be done

    def pane_actions(self) -> list[Action]:
        """The verbs of the Edit menu, as the list of layers means them."""
        return [
            Action("edit.duplicate", "", "edit", self.duplicate, when=lambda: self._selected() is not None),
            Action("edit.delete", "", "edit", self.delete, when=lambda: self._selected() is not None),
        ]

    def add(self) -> None:
        """An empty layer above the selected one."""
        canvas = self._session.project.sheet.canvas
        self._insert(Tiles(canvas.width_px, canvas.height_px), self.tr("Add layer"))

    def duplicate(self) -> None:
        """A copy of the selected layer above it."""
        if layer := self._selected():
            label = self.tr("Duplicate layer")
            self._put_above(
                replace(layer, id=self._fresh_id(), name=self.tr("{name} copy").format(name=layer.name)),
                label,
            )

    def delete(self) -> None:
        """Remove the selected layer; the one below it is selected next."""
        if layer := self._selected():
            layers = self._session.project.sheet.canvas.layers
            at = layers.index(layer)
            below = layers[at - 1] if at else layers[1] if len(layers) > 1 else None
            self._session.do(Put(self.tr("Delete layer"), "layer", layer.id, None), origin=None)
            self._session.select(layer_id=below.id if below else None)

    def move_layer(self, by: int) -> None:
        """Up (1) or down (-1) in the pile."""
        if layer := self._selected():
            layers = self._session.project.sheet.canvas.layers
            index = layers.index(layer) + by
            if 0 <= index < len(layers):
                self._session.do(Put(self.tr("Move layer"), "layer", layer.id, layer, index))

    def toggle(self, flag: str) -> None:
        """Turn "locked", "alpha_locked" or "rough" of the selected layer on or off."""
        if layer := self._selected():
            labels = {
                "locked": self.tr("Lock layer"),
                "alpha_locked": self.tr("Lock transparency"),
                "rough": self.tr("Rough layer"),
            }
            self._change(labels[flag], **{flag: not getattr(layer, flag)})

    def toggle_visible(self, layer_id: str) -> None:
        """Show a hidden layer, hide a shown one."""
        layer = self._session.project.sheet.layer(layer_id)
        label = self.tr("Hide layer") if layer.visible else self.tr("Show layer")
        self._session.do(Put(label, "layer", layer.id, replace(layer, visible=not layer.visible)))

    def _insert(self, pixels: Tiles, label: str) -> None:
        layer_id = self._fresh_id()
        number = layer_id.removeprefix("l")
        self._put_above(Layer(layer_id, self.tr("Layer {n}").format(n=number), pixels), label)

    def _put_above(self, layer: Layer, label: str) -> None:
        layers = self._session.project.sheet.canvas.layers
        selected = self._selected()
        index = layers.index(selected) + 1 if selected else len(layers)
        self._session.do(Put(label, "layer", layer.id, layer, index))
        self._session.select(layer_id=layer.id)

    def _change(self, label: str, *, merge: bool = False, **fields: object) -> None:
        if layer := self._selected():
            changed = replace(layer, **fields)  # type: ignore[arg-type]
            if changed != layer:
                self._session.do(Put(label, "layer", layer.id, changed), merge=merge)

    def _selected(self) -> Layer | None:
        wanted = self._session.selection.layer_id
        return next((one for one in self._session.project.sheet.canvas.layers if one.id == wanted), None)

    def _fresh_id(self) -> str:
        return self._session.project.sheet.fresh_id("layer")

    # ---------------------------------------------------------------------------------- what the widgets say

    def _on_row(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self._session.select(layer_id=item.data(ID_ROLE))

    def _on_renamed(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        layer = self._session.project.sheet.layer(item.data(ID_ROLE))
        name = item.text().strip()
        if name and name != layer.name:
            self._session.do(Put(self.tr("Rename layer"), "layer", layer.id, replace(layer, name=name)))
        else:
            self._fill()

    def _on_dragged(self) -> None:
        """Put the layers into the order that the list has now."""
        rows = [self.list.item(row).data(ID_ROLE) for row in range(self.list.count())]
        before = [layer.id for layer in self._session.project.sheet.canvas.layers]
        now = rows[::-1]
        moved = next(
            (id_ for id_ in now if [o for o in now if o != id_] == [o for o in before if o != id_]), None
        )
        if moved is not None and now != before:
            layer = self._session.project.sheet.layer(moved)
            self._session.do(Put(self.tr("Move layer"), "layer", moved, layer, now.index(moved)))
            self._session.select(layer_id=moved)

    def _on_opacity_pressed(self) -> None:
        self._dragging = False  # the first value of a drag starts a step, the others join it

    def _on_opacity(self, percent: int) -> None:
        if not self._filling:
            self._change(self.tr("Layer opacity"), merge=self._dragging, opacity=percent / 100)
            self._dragging = self.opacity.isSliderDown()

    # ------------------------------------------------------------------------------------- what is shown

    def _on_change(self, change: Change) -> None:
        if change.old.canvas is change.new.canvas:
            return
        if _rows(change.old.canvas.layers) != _rows(change.new.canvas.layers):
            self._fill()
        self._thumbnails.show(change.new.canvas.layers)

    def _fill(self) -> None:
        layers = self._session.project.sheet.canvas.layers
        self._filling = True
        self.list.clear()
        for layer in reversed(layers):
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, THUMBNAIL_PX.height() + 8))
            describe(item, layer, self._thumbnails.of(layer))
            self.list.addItem(item)
        self._filling = False
        self.list.setVisible(bool(layers))
        self.empty.setVisible(not layers)
        self._show_selected()
        self._thumbnails.show(layers)

    def _show_thumbnail(self, layer_id: str, thumbnail: QIcon) -> None:
        self._filling = True
        for row in range(self.list.count()):
            if self.list.item(row).data(ID_ROLE) == layer_id:
                self.list.item(row).setIcon(thumbnail)
        self._filling = False

    def _show_selected(self) -> None:
        layer = self._selected()
        self._filling = True
        for row in range(self.list.count()):
            item = self.list.item(row)
            if layer is not None and item.data(ID_ROLE) == layer.id:
                self.list.setCurrentItem(item)
        for widget in self._need_a_layer:
            widget.setEnabled(layer is not None)
        self.opacity.setValue(round(layer.opacity * 100) if layer else 100)
        for flag, toggle in self._toggles.items():
            toggle.setChecked(layer is not None and getattr(layer, flag))
        self._percent.setText(f"{self.opacity.value()} %")
        self.mode.setCurrentIndex(self.mode.findData(layer.mode if layer else "normal"))
        self._filling = False

    def _mode_titles(self) -> dict[str, str]:
        titles = {
            "normal": self.tr("Normal"),
            "multiply": self.tr("Multiply"),
            "screen": self.tr("Screen"),
            "overlay": self.tr("Overlay"),
            "darken": self.tr("Darken"),
            "lighten": self.tr("Lighten"),
            "color-dodge": self.tr("Colour dodge"),
            "color-burn": self.tr("Colour burn"),
            "hard-light": self.tr("Hard light"),
            "soft-light": self.tr("Soft light"),
            "difference": self.tr("Difference"),
            "color": self.tr("Colour"),
            "luminosity": self.tr("Luminosity"),
            "hue": self.tr("Hue"),
            "saturation": self.tr("Saturation"),
            "plus": self.tr("Add"),
        }
        return {mode: titles[mode] for mode in MODES}


def _rows(layers: tuple[Layer, ...]) -> list[tuple[object, ...]]:
    """What the list shows of each layer; pixels are not part of it."""
    return [
        (one.id, one.name, one.visible, one.opacity, one.mode, one.locked, one.alpha_locked, one.rough)
        for one in layers
    ]
