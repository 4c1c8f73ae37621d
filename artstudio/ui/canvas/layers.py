"""The layers pane: which there are, which is painted on, how each one shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.actions import Action
from artstudio.ui.canvas.layer_commands import LayerCommands
from artstudio.ui.canvas.layer_look import LayerLook
from artstudio.ui.canvas.layer_menu import layer_actions, menu_of
from artstudio.ui.canvas.layer_tree import LayerTree
from artstudio.ui.canvas.thumbnails import Thumbnails
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from artstudio.documents.canvas import Layer
    from artstudio.documents.project import Change
    from artstudio.ui.session import Session


class LayersPane(QWidget):
    """The top layer first, as seen from above; groups hold what stands indented below them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.tree = LayerTree()
        self.tree.setAccessibleName(self.tr("Layers"))
        self.commands = LayerCommands(session, lambda: self.tree.folded, self.tree.marked, self)
        self.empty = QLabel(
            self.tr("Paint on the canvas, or drop a picture on the window: a layer appears here.")
        )
        self.empty.setWordWrap(True)
        self.empty.setProperty("dim", "true")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.look = LayerLook()
        do = self.commands
        self.add_button = tool_button("plus", self.tr("Add a layer"), do.add, action="layer.add")
        self.add_group_button = tool_button(
            "folder-plus-outline", self.tr("Add a group"), do.add_group, action="layer.add_group"
        )
        self.duplicate_button = tool_button(
            "content-duplicate", self.tr("Duplicate the layer"), do.duplicate, action="layer.duplicate"
        )
        self.merge_button = tool_button(
            "arrow-collapse-down",
            self.tr("Merge the layer with the one below"),
            do.merge_down,
            action="layer.merge_down",
        )
        self.up_button = tool_button(
            "arrow-up", self.tr("Move the layer up"), lambda: do.step(1), action="layer.up"
        )
        self.down_button = tool_button(
            "arrow-down", self.tr("Move the layer down"), lambda: do.step(-1), action="layer.down"
        )
        self.delete_button = tool_button(
            "trash-can-outline", self.tr("Delete the layer"), do.delete, action="layer.delete"
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (
            self.add_button, self.add_group_button, self.duplicate_button, self.merge_button,
            self.up_button, self.down_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.look)
        column.addWidget(self.empty, 1)
        column.addWidget(self.tree, 1)
        column.addLayout(buttons)
        self._thumbnails = Thumbnails(self)
        self._thumbnails.made.connect(self.tree.show_thumbnail)

        self.tree.chosen.connect(lambda layer_id: session.select(layer_id=layer_id))
        self.tree.renamed.connect(self._on_renamed)
        self.tree.eye_clicked.connect(do.toggle_visible)
        # the tree is filled anew from the document, which it must not be while it is in its own drop
        self.tree.dropped.connect(do.move, Qt.ConnectionType.QueuedConnection)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.look.mode_chosen.connect(lambda mode: do.change(self.tr("Blending mode"), mode=mode))
        self.look.opacity_set.connect(
            lambda opacity, goes_on: do.change(self.tr("Layer opacity"), merge=goes_on, opacity=opacity)
        )
        self.look.toggled.connect(self._on_toggled)
        session.changed.connect(self._on_change)
        session.selection_changed.connect(self._show_selected)
        session.project_replaced.connect(self._fill)
        self._fill()

    def pane_actions(self) -> list[Action]:
        """The verbs of the Edit menu as the list of layers means them, and the Layer menu."""

        def any_selected() -> bool:
            return self.commands.selected() is not None

        return [
            Action("edit.duplicate", "", "edit", self.commands.duplicate, when=any_selected),
            Action("edit.delete", "", "edit", self.commands.delete, when=any_selected),
            *layer_actions(self.commands, self.rename),
        ]

    def rename(self) -> None:
        """Let the artist type another name for the selected layer."""
        if layer := self.commands.selected():
            self.tree.rename(layer.id)

    def _on_renamed(self, layer_id: str, name: str) -> None:
        if name and name != self._session.project.sheet.layer(layer_id).name:
            self.commands.rename(layer_id, name)
        else:
            self._fill()

    def _on_toggled(self, flag: str) -> None:
        self.commands.toggle(flag)
        self._show_selected()

    def _show_menu(self, at: QPoint) -> None:
        menu = menu_of(layer_actions(self.commands, self.rename), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _on_change(self, change: Change) -> None:
        if change.old.canvas is change.new.canvas:
            return
        if _rows(change.old.canvas.layers) != _rows(change.new.canvas.layers):
            self._fill()
        self._show_thumbnails()

    def _fill(self) -> None:
        canvas = self._session.project.sheet.canvas
        self.tree.show_canvas(canvas, self._thumbnails.of)
        self.tree.setVisible(bool(canvas.layers))
        self.empty.setVisible(not canvas.layers)
        self._show_selected()
        self._show_thumbnails()

    def _show_thumbnails(self) -> None:
        self._thumbnails.show([one for one in self._session.project.sheet.canvas.layers if not one.group])

    def _show_selected(self) -> None:
        layer = self.commands.selected()
        self.tree.show_selected(layer.id if layer else None)
        self.look.show_layer(layer)
        for button in (self.duplicate_button, self.up_button, self.down_button, self.delete_button):
            button.setEnabled(layer is not None)
        self.merge_button.setEnabled(self.commands.has_below())


def _rows(layers: tuple[Layer, ...]) -> list[tuple[object, ...]]:
    """What the tree shows of each layer; pixels are not part of it."""
    return [
        (
            one.id, one.parent, one.group, one.name, one.visible, one.opacity, one.mode, one.locked,
            one.alpha_locked, one.rough,
        )
        for one in layers
    ]  # fmt: skip
