"""Cut, copy and paste between the layers and the system's clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put
from artstudio.documents.pile import groups_around, place_above
from artstudio.documents.tiles import TILE, Tiles
from artstudio.render.raster import FORMAT, image_over, raster_over
from artstudio.ui.actions import Action
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from artstudio.ui.session import Session


class LayerClipboard(QObject):
    """Works on the selected layer; pixels are converted beside the window."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def actions(self) -> list[Action]:
        """The verbs of the Edit menu, as the canvas means them."""
        return [
            Action("edit.cut", "", "edit", self.cut, when=self._paintable),
            Action("edit.copy", "", "edit", self.copy, when=self._painted),
            Action("edit.paste", "", "edit", self.paste, when=_picture_waits),
            Action("edit.delete", "", "edit", self.clear, when=self._paintable),
        ]

    def copy(self) -> None:
        """What is painted on the layer, cut to where something is."""
        layer = self._layer()
        if layer is None or (box := layer.pixels.bounds()) is None:
            return
        pixels = layer.pixels
        in_background(
            self,
            "copy",
            # the image's own copy, since the array goes
            lambda: image_over(pixels.region(*box)).copy(),
            lambda image: QGuiApplication.clipboard().setImage(image),
            self._session.failed.emit,
        )

    def cut(self) -> None:
        """Copy, and leave the layer empty."""
        self.copy()
        self._empty(self.tr("Cut"))

    def clear(self) -> None:
        """Leave the layer empty."""
        self._empty(self.tr("Clear layer"))

    def paste(self) -> None:
        """The clipboard's picture as a new layer, in the middle of the canvas."""
        image = QGuiApplication.clipboard().image()
        canvas = self._session.project.sheet.canvas
        width_px, height_px = canvas.width_px, canvas.height_px
        in_background(
            self, "paste", lambda: _in_the_middle(image, width_px, height_px), self._land,
            self._session.failed.emit,
        )  # fmt: skip

    def _land(self, pixels: Tiles) -> None:
        sheet = self._session.project.sheet
        if (pixels.width_px, pixels.height_px) != (sheet.canvas.width_px, sheet.canvas.height_px):
            return  # another project was opened meanwhile
        place = place_above(sheet.canvas, self._session.selection.layer_id)
        layer_id = sheet.fresh_id("layer")
        layer = Layer(layer_id, self.tr("Pasted"), pixels, parent=place.parent)
        self._session.do(Put(self.tr("Paste"), "layer", layer_id, layer, place.at))
        self._session.select(layer_id=layer_id)

    def _empty(self, label: str) -> None:
        if layer := self._layer():
            self._session.do(PaintTiles(label, layer.id, {at: None for at, _ in layer.pixels.items()}))

    def _layer(self) -> Layer | None:
        wanted = self._session.selection.layer_id
        return next((one for one in self._session.project.sheet.canvas.layers if one.id == wanted), None)

    def _painted(self) -> bool:
        layer = self._layer()
        return layer is not None and any(True for _ in layer.pixels.items())

    def _paintable(self) -> bool:
        layer, canvas = self._layer(), self._session.project.sheet.canvas
        return (
            self._painted()
            and layer is not None
            and not any(one.locked for one in (layer, *groups_around(canvas, layer.id)))
        )


def _picture_waits() -> bool:
    data = QGuiApplication.clipboard().mimeData()
    return bool(data) and data.hasImage()  # None for an empty clipboard, whatever the stubs say


def _in_the_middle(image: QImage, width_px: int, height_px: int) -> Tiles:
    """`image` on an empty picture of that size; what reaches beyond it is left out."""
    image = image.convertToFormat(FORMAT)
    raster = raster_over(image)
    x, y = (width_px - image.width()) // 2, (height_px - image.height()) // 2
    seen = raster[max(0, -y) :, max(0, -x) :][:height_px, :width_px]
    left, top = max(0, x), max(0, y)
    room = np.zeros((-(-height_px // TILE) * TILE, -(-width_px // TILE) * TILE), np.uint32)
    room[top : top + seen.shape[0], left : left + seen.shape[1]] = seen
    blank = Tiles(width_px, height_px)
    places = [(tx, ty) for ty in range(blank.rows) for tx in range(blank.columns)]
    return blank.with_changes(
        {(tx, ty): room[ty * TILE : (ty + 1) * TILE, tx * TILE : (tx + 1) * TILE] for tx, ty in places}
    )
