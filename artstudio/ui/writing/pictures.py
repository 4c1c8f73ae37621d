"""Pictures in text, unpacked beside the window and kept at the size they are shown in."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPyTextObject

from artstudio.ui import theme
from artstudio.ui.qthreads import in_background
from artstudio.ui.writing.guarding import guarded
from artstudio.ui.writing.looks import PICTURE_HEIGHT, PICTURE_ID, PICTURE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QTextDocument, QTextFormat

    from artstudio.documents.prose import Picture

_MOST_NBYTES: Final = 64 << 20


class Pictures(QObject):
    """Those of one text by their ids; the least lately painted go when they grow beyond 64 MiB."""

    arrived = Signal()  # a picture that was painted as an empty frame can be painted now

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: dict[str, Picture] = {}
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._awaited: set[str] = set()
        self._broken: set[str] = set()

    def know(self, pictures: dict[str, Picture]) -> None:
        """These are in the text now."""
        self._files = pictures

    def paint(self, painter: QPainter, rect: QRectF, picture_id: str) -> None:
        """Paint one into `rect`, or an empty frame until it is unpacked."""
        ratio = painter.device().devicePixelRatio()
        size = QSize(max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio)))
        image = self._images.get(picture_id)
        if image is not None:
            self._images.move_to_end(picture_id)
            painter.drawImage(rect, image)
            if image.size() == size:
                return
        else:
            painter.fillRect(rect, QColor(theme.RAISED))
        self._fetch(picture_id, size)

    def _fetch(self, picture_id: str, size: QSize) -> None:
        picture = self._files.get(picture_id)
        if picture is None or picture_id in self._awaited or picture_id in self._broken:
            return
        png = picture.png

        def work() -> QImage:
            image = QImage.fromData(png)
            if image.isNull() or size.width() > 4 * image.width():
                return image
            return image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            ).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

        def then(image: QImage) -> None:
            self._awaited.discard(picture_id)
            if image.isNull():
                self._broken.add(picture_id)
                return
            self._images[picture_id] = image
            while (
                len(self._images) > 1
                and sum(one.sizeInBytes() for one in self._images.values()) > _MOST_NBYTES
            ):
                self._images.popitem(last=False)
            self.arrived.emit()

        self._awaited.add(picture_id)
        in_background(self, "picture", work, then, lambda _error: self._broken.add(picture_id))


class PictureInText(QPyTextObject):
    """Whom Qt asks for the size of a picture between letters, and to paint it; `fitting` says the size."""

    def __init__(self, pictures: Pictures, fitting: Callable[[int, int], QSizeF], parent: QObject) -> None:
        super().__init__(parent)
        self._pictures, self._fitting = pictures, fitting

    @guarded(QSizeF)
    def intrinsicSize(self, document: QTextDocument, at: int, look: QTextFormat) -> QSizeF:  # noqa: ARG002 - Qt's
        return self._fitting(look.intProperty(PICTURE_WIDTH), look.intProperty(PICTURE_HEIGHT))

    @guarded(lambda: None)
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF,
        document: QTextDocument,  # noqa: ARG002 - Qt's
        at: int,  # noqa: ARG002 - Qt's
        look: QTextFormat,
    ) -> None:
        self._pictures.paint(painter, rect, look.stringProperty(PICTURE_ID))
