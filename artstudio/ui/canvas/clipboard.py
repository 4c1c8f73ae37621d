"""Cut, copy and paste between the layers and the system's clipboard, within the selection."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.pile import place_above
from artstudio.render.compositor import composite_image
from artstudio.render.films import cut_out, film_of, kept_within
from artstudio.render.raster import FORMAT, image_over, raster_over
from artstudio.ui.actions import Action
from artstudio.ui.canvas.target import in_sheet, locked, paint_target, painted, selected_layer
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.documents.canvas import Canvas
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.steps import Steps
    from artstudio.ui.session import Session

PLACE: Final = "application/x-artstudio-place"  # beside the picture: where on its canvas it was


@dataclass(frozen=True)
class _Copied:
    image: QImage
    x: int
    y: int


class LayerClipboard(QObject):
    """Works on the selected layer; pixels are converted beside the window."""

    def __init__(self, session: Session, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._steps = session, steps

    def actions(self) -> list[Action]:
        """The verbs of the Edit menu, as the canvas means them."""
        return [
            Action("edit.cut", "", "edit", self.cut, when=self._paintable),
            Action("edit.copy", "", "edit", self.copy, when=self._painted),
            Action("edit.paste", "", "edit", self.paste, when=_picture_waits),
            Action("edit.delete", "", "edit", self.clear, when=self._paintable),
            Action(
                "edit.copy_merged", self.tr("Copy &merged"), "edit", self.copy_merged, ("Ctrl+Shift+C",),
                group=1,
            ),
        ]  # fmt: skip

    def copy(self) -> None:
        """What is chosen of the layer's paint, cut to where something is."""
        layer = selected_layer(self._session)
        if layer is None:
            return
        pixels, selection = layer.pixels, self._session.project.sheet.canvas.selection
        in_background(
            self, "copy", lambda: _copied(kept_within(pixels, selection)), self._hand_over,
            self._session.failed.emit,
        )  # fmt: skip

    def copy_merged(self) -> None:
        """What is chosen of the whole picture."""
        canvas = self._session.project.sheet.canvas
        in_background(
            self, "copy", lambda: _copied_merged(canvas), self._hand_over, self._session.failed.emit
        )

    def cut(self) -> None:
        """Copy, and take what is chosen away."""
        self.copy()
        self._clear(self.tr("Cut"))

    def clear(self) -> None:
        """Take what is chosen away from the layer."""
        self._clear(self.tr("Clear"))

    def paste(self) -> None:
        """The clipboard's picture as a new layer: where it was if it is from here, else in the middle."""
        mime = QGuiApplication.clipboard().mimeData()
        image = QGuiApplication.clipboard().image()
        place = _place(mime)
        selected = selected_layer(self._session)
        label, name = self.tr("Paste"), self.tr("Pasted")
        new_id: list[str] = []

        def work(sheet: Sheet) -> Edit | None:
            spot = place_above(sheet.canvas, selected.id if selected else None)
            pixels = _placed(image, sheet.canvas.width_px, sheet.canvas.height_px, place)
            new_id[:] = [sheet.fresh_id("layer")]
            layer = Layer(new_id[0], name, pixels, parent=spot.parent)
            return Put(label, "layer", layer.id, layer, spot.at)

        def select(edit: Edit | None) -> None:
            if edit is not None:
                self._session.select(layer_id=new_id[0])

        self._steps.make(work, then=select)

    def _hand_over(self, copied: _Copied | None) -> None:
        if copied is None:
            self._session.said.emit(self.tr("There is nothing to copy where you selected."))
            return
        mime = QMimeData()
        mime.setImageData(copied.image)
        mime.setData(PLACE, json.dumps({"x": copied.x, "y": copied.y}).encode())
        QGuiApplication.clipboard().setMimeData(mime)

    def _clear(self, label: str) -> None:
        layer = paint_target(self._session, fresh=False)
        if layer is None:
            return

        def work(sheet: Sheet) -> Edit | None:
            now = in_sheet(sheet, layer)
            return painted(sheet, now, cut_out(now.pixels, sheet.canvas.selection), label)

        self._steps.make(work)

    def _painted(self) -> bool:
        layer = selected_layer(self._session)
        return layer is not None and any(True for _ in layer.pixels.items())

    def _paintable(self) -> bool:
        layer, canvas = selected_layer(self._session), self._session.project.sheet.canvas
        return self._painted() and layer is not None and not locked(canvas, layer)


def _picture_waits() -> bool:
    data = QGuiApplication.clipboard().mimeData()
    return bool(data) and data.hasImage()  # None for an empty clipboard, whatever the stubs say


def _place(mime: QMimeData) -> tuple[int, int] | None:
    if not mime.hasFormat(PLACE):
        return None
    try:
        said = json.loads(bytes(mime.data(PLACE).data()))
        return int(said["x"]), int(said["y"])
    except (ValueError, KeyError, TypeError):
        return None  # whoever wrote that, it was not this program


def _copied(pixels: Tiles) -> _Copied | None:
    box = pixels.bounds()
    # the image's own copy, since the array goes
    return _Copied(image_over(pixels.region(*box)).copy(), box[0], box[1]) if box else None


def _copied_merged(canvas: Canvas) -> _Copied | None:
    box = canvas.selection.bounds() if canvas.selection else (0, 0, canvas.width_px, canvas.height_px)
    if box is None:
        return None
    raster = raster_over(image := composite_image(canvas, box)).copy()
    del image
    film = film_of(raster, box[0], box[1], canvas.width_px, canvas.height_px)
    return _copied(kept_within(film, canvas.selection))


def _placed(image: QImage, width_px: int, height_px: int, place: tuple[int, int] | None) -> Tiles:
    """`image` on an empty picture of that size; what reaches beyond it is left out."""
    image = image.convertToFormat(FORMAT)
    x, y = place or ((width_px - image.width()) // 2, (height_px - image.height()) // 2)
    if not (-image.width() < x < width_px and -image.height() < y < height_px):
        x, y = (width_px - image.width()) // 2, (height_px - image.height()) // 2
    return film_of(raster_over(image), x, y, width_px, height_px)
