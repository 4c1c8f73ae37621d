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
        parent: Owns it.
    """

    def __init__(self, session: Session, folded: Callable[[], Collection[str]], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._folded = session, folded
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
        """A copy of the selected layer, or group with what it holds, above it."""
        if layer := self.selected():
            ids = self._session.project.sheet.fresh_ids("layer")
            copy = self.tr("{name} copy")
            canvas, new = pile.duplicated(self._canvas, layer.id, ids, lambda name: copy.format(name=name))
            self._put(self.tr("Duplicate layer"), canvas, new)

    def delete(self) -> None:
        """Remove the selected layer, or group with what it holds; what is below it is selected next."""
        if layer := self.selected():
            below = pile.next_after_removal(self._canvas, layer.id)
            label = self.tr("Delete group") if layer.group else self.tr("Delete layer")
            self._put(label, pile.removed(self._canvas, layer.id), below)

    def step(self, by: int) -> None:
        """Up (1) or down (-1) in the pile, into open groups and out of them."""
        if layer := self.selected():
            stepped = pile.stepped(self._canvas, layer.id, by, self._folded())
            if stepped is not self._canvas:
                self._put(self.tr("Move layer"), stepped, layer.id)

    def move(self, layer_id: str, parent: str | None, above: str | None) -> None:
        """Put a layer or group into `parent` (None: no group), right above `above` (None: at its bottom)."""
        try:
            moved = pile.moved(self._canvas, layer_id, parent, above)
        except StudioError as error:
            self._session.failed.emit(error)
            return
        if moved != self._canvas:
            self._put(self.tr("Move layer"), moved, layer_id)

    def group(self) -> None:
        """Put the selected layer or group into a new group."""
        if layer := self.selected():
            new = self._new_group()
            try:
                grouped = pile.grouped(self._canvas, [layer.id], new.id, new.name)
            except StudioError as error:
                self._session.failed.emit(error)
                return
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

    def _add(self, layer: Layer, label: str) -> None:
        place = pile.place_above(self._canvas, self._session.selection.layer_id, self._folded())
        edit = Put(label, "layer", layer.id, replace(layer, parent=place.parent), place.at)
        try:
            self._session.do(edit)
        except StudioError as error:  # groups nest too deep
            self._session.failed.emit(error)
            return
        self._session.select(layer_id=layer.id)

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
