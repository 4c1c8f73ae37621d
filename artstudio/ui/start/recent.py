"""Recent projects with a small picture of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN: Final = 12
_PICTURE_PX: Final = 96
_CELL: Final = QSize(132, 132)
_MOST_SIDE_PX: Final = 1024
_PATH = Qt.ItemDataRole.UserRole


class RecentList(QListWidget):
    """A dozen at most. Files are looked at beside the window, one after the other; those that are gone go."""

    chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Recent projects"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(QSize(_PICTURE_PX, _PICTURE_PX))
        self.setGridSize(_CELL)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self._left: list[QListWidgetItem] = []
        self.itemActivated.connect(lambda item: self.chosen.emit(Path(item.data(_PATH))))
        self.itemClicked.connect(lambda item: self.chosen.emit(Path(item.data(_PATH))))

    def fill(self, paths: Sequence[str]) -> None:
        """Show the first of `paths`; `look` brings their pictures."""
        self.clear()
        empty = QPixmap(_PICTURE_PX, _PICTURE_PX)
        empty.fill(Qt.GlobalColor.transparent)
        for path in paths[:SHOWN]:
            item = QListWidgetItem(QIcon(empty), Path(path).stem)
            item.setData(_PATH, path)
            item.setToolTip(path)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{Path(path).stem}, {path}")
            self.addItem(item)
        self._left = [self.item(row) for row in range(self.count())]

    def look(self) -> None:
        """Begin to bring the pictures."""
        if not self._left:
            return
        item = self._left.pop(0)
        path = Path(item.data(_PATH))

        def take(found: tuple[bool, QImage | None]) -> None:
            if self.indexFromItem(item).isValid():
                there, image = found
                if not there:
                    self.takeItem(self.row(item))
                elif image is not None:
                    item.setIcon(QIcon(QPixmap.fromImage(image)))
            self.look()

        in_background(self, "thumbnail", lambda: _picture(path), take, lambda _error: self.look())


def _picture(path: Path) -> tuple[bool, QImage | None]:
    """Whether the file is there, and its small picture, decoded; runs beside the window."""
    from artstudio.studio.recent import thumbnail

    data = thumbnail(path)
    if data is None:
        return path.exists(), None
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"png")
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE_PX:
        return True, None
    image = reader.read()
    if image.isNull():
        return True, None
    mode, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return True, image.scaled(2 * _PICTURE_PX, 2 * _PICTURE_PX, mode, smooth)
