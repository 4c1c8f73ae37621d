"""What can be done to the pile of layers: each verb one undo step, for buttons, menus and keys alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artstudio.documents import pile
from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import Put, SetCanvas
from artstudio.documents.tiles import Tiles
from artstudio.sdk import StudioError
from artstudio.ui.canvas.made_aside import MadeAside

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.ui.session import Session


class LayerCommands(QObject):
    """Works on the selected layer. Pixels are merged beside the window.

    Args:
        session: Whose project and selection it works on.
        folded: Asked for the groups that are closed: nothing is put into those unseen.
        marked: Asked for the ids of all layers that are marked; the selected one is among them.
        parent: Owns it.
    """

    def __init__(
        self,
        session: Session,
        folded: Callable[[], Collection[str]],
        marked: Callable[[], list[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._folded, self._marked = session, folded, marked
        self._aside = MadeAside(session, self)

    # ------------------------------------------------------------------------------------------- the pile

    def add(self) -> None:
        """An empty layer above the selected one, or in the selected group."""
        layer_id = self._fresh_id()
        name = self.tr("Layer {n}").format(n=layer_id.removeprefix("l"))
        self._add(Layer(layer_id, name, self._empty()), self.tr("Add layer"))

    def add_group(self) -> None:
        """An empty group above the selected layer, or in the selected group."""
        self._add(self._new_group(), self.tr("Add group"))

    def duplicate(self) -> None:
        """A copy of each marked layer, or group with what it holds, above it."""
        canvas, copy, new = self._canvas, self.tr("{name} copy"), None
        ids = self._session.project.sheet.fresh_ids("layer")
        for layer_id in self._nodes():
            canvas, new = pile.duplicated(canvas, layer_id, ids, lambda name: copy.format(name=name))
        if new is not None:
            self._put(self.tr("Duplicate layer"), canvas, new)

    def delete(self) -> None:
        """Remove the marked layers, groups with what they hold; what is below is selected next."""
        canvas, select = self._canvas, None
        nodes = self._nodes()
        for layer_id in nodes:
            select = pile.next_after_removal(canvas, layer_id)
            canvas = pile.removed(canvas, layer_id)
        if nodes:
            self._put(self.tr("Delete layer"), canvas, select)

    def step(self, by: int) -> None:
        """Up (1) or down (-1) in the pile, into open groups and out of them."""
        if layer := self.selected():
            stepped = pile.stepped(self._canvas, layer.id, by, self._folded())
            if stepped is not self._canvas:
                self._put(self.tr("Move layer"), stepped, layer.id)

    def move(self, layer_ids: list[str], parent: str | None, above: str | None) -> None:
        """Put layers and groups into `parent` (None: no group), right above `above` (None: at its bottom)."""
        selected = self._session.selection.layer_id
        moved = self._tried(lambda: pile.all_moved(self._canvas, layer_ids, parent, above))
        if moved is not None and moved != self._canvas:
            self._put(self.tr("Move layer"), moved, selected)

    def group(self) -> None:
        """Put the marked layers and groups into a new group."""
        new, nodes = self._new_group(), self._nodes()
        grouped = self._tried(lambda: pile.grouped(self._canvas, nodes, new.id, new.name))
        if grouped is not None:
            self._put(self.tr("Group layers"), grouped, new.id)

    def ungroup(self) -> None:
        """Let go what the selected group holds."""
        if self.is_group() and (layer := self.selected()):
            inside = pile.siblings(self._canvas, layer.id)
            below = inside[-1].id if inside else pile.next_after_removal(self._canvas, layer.id)
            self._put(self.tr("Ungroup layers"), pile.ungrouped(self._canvas, layer.id), below)

    # -------------------------------------------------------------------------------------------- merging

    def merge_down(self) -> None:
        """Make one of the selected layer and the one below it."""
        if layer := self.selected():
            layer_id, label = layer.id, self.tr("Merge down")

            def merge(sheet: Sheet) -> Edit:
                from artstudio.studio.merging import merge_down

                return merge_down(sheet, layer_id, label)

            self._merge(merge)

    def merge_group(self) -> None:
        """Make a layer of the selected group."""
        if layer := self.selected():
            layer_id, label = layer.id, self.tr("Merge group")

            def merge(sheet: Sheet) -> Edit:
                from artstudio.studio.merging import merge_group

                return merge_group(sheet, layer_id, label)

            self._merge(merge)

    def flatten(self) -> None:
        """Make one layer of all that shows; sketches are left out, as in exports."""
        name, label = self.tr("Flattened"), self.tr("Flatten image")

        def merge(sheet: Sheet) -> Edit:
            from artstudio.studio.merging import flatten

            return flatten(sheet, name, label)

        self._merge(merge)

    # ------------------------------------------------------------------------------------------- one layer

    def toggle(self, flag: str) -> None:
        """Turn "visible", "locked", "alpha_locked" or "rough" of the selected layer on or off."""
        if layer := self.selected():
            labels = {
                "visible": self.tr("Hide layer") if layer.visible else self.tr("Show layer"),
                "locked": self.tr("Lock layer"),
                "alpha_locked": self.tr("Lock transparency"),
                "rough": self.tr("Rough layer"),
            }
            self.change(labels[flag], **{flag: not getattr(layer, flag)})

    def toggle_visible(self, layer_id: str) -> None:
        """Show a hidden layer, hide a shown one."""
        layer = self._session.project.sheet.layer(layer_id)
        label = self.tr("Hide layer") if layer.visible else self.tr("Show layer")
        self._session.do(Put(label, "layer", layer.id, replace(layer, visible=not layer.visible)))

    def rename(self, layer_id: str, name: str) -> None:
        """Call a layer something else."""
        layer = self._session.project.sheet.layer(layer_id)
        self._session.do(Put(self.tr("Rename layer"), "layer", layer.id, replace(layer, name=name)))

    def change(self, label: str, *, merge: bool = False, **fields: object) -> None:
        """Set fields of the selected layer; with `merge` as part of the same gesture as the last time."""
        if layer := self.selected():
            changed = replace(layer, **fields)  # type: ignore[arg-type]
            if changed != layer:
                self._session.do(Put(label, "layer", layer.id, changed), merge=merge)

    def selected(self) -> Layer | None:
        """The selected layer or group."""
        wanted = self._session.selection.layer_id
        return next((one for one in self._canvas.layers if one.id == wanted), None)

    def use_recipe(self) -> None:
        """Show in the Models panel what made the layer."""
        layer = self.selected()
        if layer is not None and layer.recipe is not None:
            self._session.recipe_wanted.emit(layer.recipe)

    def is_group(self) -> bool:
        """Whether a group is selected."""
        layer = self.selected()
        return layer is not None and layer.group

    def has_below(self) -> bool:
        """Whether the selected layer has something to merge it with."""
        layer = self.selected()
        return layer is not None and pile.below(self._canvas, layer.id) is not None

    def any_layer(self) -> bool:
        """Whether there is anything to flatten."""
        return bool(self._canvas.layers)

    # -------------------------------------------------------------------------------------------- how

    @property
    def _canvas(self) -> Canvas:
        return self._session.project.sheet.canvas

    def _fresh_id(self) -> str:
        return self._session.project.sheet.fresh_id("layer")

    def _empty(self) -> Tiles:
        return Tiles(self._canvas.width_px, self._canvas.height_px)

    def _new_group(self) -> Layer:
        group_id = self._fresh_id()
        name = self.tr("Group {n}").format(n=group_id.removeprefix("l"))
        return Layer(group_id, name, self._empty(), group=True)

    def _nodes(self) -> list[str]:
        """The marked layers and groups, bottom first, none of them in another."""
        selected = self.selected()
        return pile.outermost(self._canvas, self._marked() or ([selected.id] if selected else []))

    def _tried(self, change: Callable[[], Canvas]) -> Canvas | None:
        try:
            return change()
        except StudioError as error:  # groups would nest too deep
            self._session.failed.emit(error)
            return None

    def _add(self, layer: Layer, label: str) -> None:
        place = pile.place_above(self._canvas, self._session.selection.layer_id, self._folded())
        canvas = self._tried(lambda: pile.added(self._canvas, layer, place))
        if canvas is not None:
            self._put(label, canvas, layer.id)

    def _put(self, label: str, canvas: Canvas, select: str | None) -> None:
        self._session.do(SetCanvas(label, canvas))
        self._session.select(layer_id=select)

    def _merge(self, make: Callable[[Sheet], Edit]) -> None:
        self._aside.do(self.tr("Merging layers…"), make, self._select_merged)

    def _select_merged(self, before: Canvas, selected: str | None) -> None:
        """Select what the selected layer has become a part of."""
        here = {layer.id for layer in self._canvas.layers}
        if selected in here or selected is None:
            return
        below = pile.next_after_removal(before, selected)
        self._session.select(layer_id=below if below in here else self._canvas.layers[-1].id)
