"""What is dragged onto the window: files, or a picture out of a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

from artstudio.sdk import Image

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_SUFFIXES: Final = {
    "image/png": ".png",
    "image/webp": ".webp",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
}


@dataclass(frozen=True)
class Dropped:
    """Files, or a picture without one: a file's content with the suffix it would have, or Qt's own."""

    paths: tuple[Path, ...] = ()
    content: tuple[str, bytes] | None = None
    image: QImage | None = None

    @property
    def anything(self) -> bool:
        """Whether there is something to take; of a picture's address on the web alone nothing can be made."""
        return bool(self.paths) or self.content is not None or self.image is not None


def acceptable(mime: QMimeData) -> bool:
    """Whether `dropped` would find something; decodes nothing, for it is asked while the pointer moves."""
    return bool(_paths(mime)) or mime.hasImage() or any(mime.hasFormat(kind) for kind in _SUFFIXES)


def dropped(mime: QMimeData) -> Dropped:
    """Files first: they carry their recipes. Browsers drag a picture's content, its address or both."""
    if paths := _paths(mime):
        return Dropped(paths=paths)
    for kind, suffix in _SUFFIXES.items():
        if mime.hasFormat(kind) and (content := mime.data(kind).data()):
            return Dropped(content=(suffix, bytes(content)))
    image = mime.imageData() if mime.hasImage() else None
    return Dropped(image=image if isinstance(image, QImage) and not image.isNull() else None)


def picture_of(image: QImage) -> Image:
    """Qt's picture as the studio's; takes a moment for a large one."""
    import numpy as np

    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(straight.constBits(), np.uint8).reshape(straight.height(), straight.bytesPerLine())
    return Image(rows[:, : 4 * straight.width()].reshape(straight.height(), straight.width(), 4).copy())


def _paths(mime: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
