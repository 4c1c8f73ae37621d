"""Small pictures of the layers, made beside the window some time after a layer changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from artstudio.documents.tiles import TILE, Tiles
from artstudio.render.raster import blank, image_over
from artstudio.ui import theme
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.documents.canvas import Layer

THUMBNAIL_PX = QSize(30, 30)
_SCALE = 2  # drawn for screens of twice the density
_SETTLE_MS = 250  # strokes that follow one another are shown together


class Thumbnails(QObject):
    """Keeps one picture a layer; an old one stays until the new one is made."""

    made = Signal(str, QIcon)  # layer id

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icons: dict[str, QIcon] = {}
        self._shown: dict[str, Tiles] = {}
        self._wanted: dict[str, Tiles] = {}
        self._working = False
        self._empty = _icon(blank(1, 1))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._make)

    def of(self, layer: Layer) -> QIcon:
        """The picture of `layer` as far as it is made."""
        return self._icons.get(layer.id, self._empty)

    def show(self, layers: Sequence[Layer]) -> None:
        """Make what is missing or old before long; forget layers that are gone."""
        pixels = {layer.id: layer.pixels for layer in layers}
        for kept in (self._icons, self._shown):
            for gone in kept.keys() - pixels.keys():
                del kept[gone]
        self._wanted = {id_: tiles for id_, tiles in pixels.items() if self._shown.get(id_) is not tiles}
        if self._wanted and not self._working:
            self._settle.start()

    def _make(self) -> None:
        wanted, self._wanted, self._working = self._wanted, {}, True

        def take(images: dict[str, QImage]) -> None:
            self._working = False
            for id_, image in images.items():
                self._shown[id_] = wanted[id_]
                self._icons[id_] = _icon(image)
                self.made.emit(id_, self._icons[id_])
            if self._wanted:
                self._settle.start()

        in_background(
            self,
            "thumbnails",
            lambda: {id_: small_image(tiles, THUMBNAIL_PX * _SCALE) for id_, tiles in wanted.items()},
            take,
            lambda _error: take({}),
        )


def small_image(tiles: Tiles, size: QSize) -> QImage:
    """The pixels scaled to fit into `size`, without ever making a picture of their full size."""
    zoom = min(size.width() / tiles.width_px, size.height() / tiles.height_px)
    image = blank(max(1, round(tiles.width_px * zoom)), max(1, round(tiles.height_px * zoom)))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    step = max(1, int(0.5 / zoom))  # pixels skipped: what is left is still twice as fine as the thumbnail
    for (tx, ty), tile in tiles.items():
        left, top = round(tx * TILE * zoom), round(ty * TILE * zoom)
        place = QRect(left, top, round((tx + 1) * TILE * zoom) - left, round((ty + 1) * TILE * zoom) - top)
        if isinstance(tile, int):
            painter.fillRect(place, QColor.fromRgba(_straight(tile)))
        else:
            painter.drawImage(place, image_over(np.ascontiguousarray(tile[::step, ::step])))
    painter.end()
    return image


def _straight(premultiplied: int) -> int:
    colour = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    colour.fill(premultiplied)
    return colour.pixelColor(0, 0).rgba()


def _icon(image: QImage) -> QIcon:
    """`image` in the middle of a square that shows where it is transparent."""
    square = blank(THUMBNAIL_PX.width() * _SCALE, THUMBNAIL_PX.height() * _SCALE)
    place = image.rect()
    place.moveCenter(square.rect().center())
    painter = QPainter(square)
    painter.fillRect(place, QColor(theme.CHECK_LIGHT))
    painter.fillRect(place, Qt.BrushStyle.Dense4Pattern)
    painter.drawImage(place, image)
    painter.end()
    square.setDevicePixelRatio(_SCALE)
    return QIcon(QPixmap.fromImage(square))
