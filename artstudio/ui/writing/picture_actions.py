"""Brings pictures into the text: the canvas, a layer, files, the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from artstudio.render.compositor import composite_image
from artstudio.render.raster import image_over
from artstudio.sdk import InvalidValue
from artstudio.ui.actions import Action
from artstudio.ui.qimages import qimage
from artstudio.ui.qthreads import in_background
from artstudio.ui.writing.clips import picture_of, prose_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from artstudio.documents.prose import Picture
    from artstudio.ui.session import Session
    from artstudio.ui.writing.scribe import Scribe


class PictureActions(QObject):
    """Flattening, reading and packing happen beside the window."""

    def __init__(self, session: Session, scribe: Scribe, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._scribe, self._window = session, scribe, window

    def actions(self) -> list[Action]:
        """Entries of the Text menu."""
        return [
            Action(
                "text.insert_canvas", self.tr("Insert the &canvas"), "text", self.insert_canvas,
                icon="image-outline", group=3,
            ),
            Action(
                "text.insert_layer", self.tr("Insert the current &layer"), "text", self.insert_layer,
                when=lambda: self._session.selection.layer_id is not None, icon="layers-outline", group=3,
            ),
            Action(
                "text.insert_picture", self.tr("Insert a &picture…"), "text", self.ask,
                icon="image-plus", group=3,
            ),
        ]  # fmt: skip

    def insert_canvas(self) -> None:
        """The whole picture, flattened."""
        canvas = self._session.project.sheet.canvas
        alt = self.tr("The canvas")
        self._insert(
            lambda: picture_of(composite_image(canvas, (0, 0, canvas.width_px, canvas.height_px)), alt)
        )

    def insert_layer(self) -> None:
        """The layer's paint, cut to where something is."""
        sheet = self._session.project.sheet
        layer = sheet.layer(self._session.selection.layer_id or "")

        def work() -> Picture:
            box = layer.pixels.bounds()
            if box is None:
                raise InvalidValue("there is nothing on the layer {name}", name=layer.name)
            return picture_of(image_over(layer.pixels.region(*box)), layer.name)

        self._insert(work)

    def ask(self) -> None:
        """Pictures from files."""
        dialog = QFileDialog(self._window, self.tr("Insert a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp)"))
        dialog.fileSelected.connect(lambda name: self.insert_file(Path(name)))
        dialog.open()

    def insert_file(self, path: Path) -> None:
        """A picture file, as it is."""

        def work() -> Picture:
            from artstudio.media.images import read_image

            return picture_of(qimage(read_image(path)), path.stem)

        self._insert(work)

    def insert_image(self, image: QImage) -> None:
        """What was pasted."""
        self._insert(lambda: picture_of(image))

    def _insert(self, work: Callable[[], Picture]) -> None:
        label = self.tr("Insert picture")
        in_background(
            self, "picture", work, lambda picture: self._scribe.put_apart(label, prose_with(picture)),
            self._session.failed.emit,
        )  # fmt: skip
