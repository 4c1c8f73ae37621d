"""Recent projects with a small picture of each, however many there are."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QIODevice,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QListView

from artstudio.ui import theme
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

Index = QModelIndex | QPersistentModelIndex

_PICTURE_PX: Final = 96
_CELL: Final = QSize(132, 132)
_MOST_SIDE_PX: Final = 1024
_MOST_PICTURES: Final = 120  # some 18 MB; more than are in sight
_ICONS: Final = {"score": "music-note", "text": "text-long"}
_NOBODY: Final = QModelIndex()
_ROLE: Final = Qt.ItemDataRole


class _Projects(QAbstractListModel):
    """Project files by their paths, with the pictures of those that were looked at last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.paths: list[str] = []
        self._pictures: OrderedDict[str, QIcon] = OrderedDict()
        empty = QPixmap(_PICTURE_PX, _PICTURE_PX)
        empty.fill(Qt.GlobalColor.transparent)
        self._empty = QIcon(empty)

    def fill(self, paths: Sequence[str]) -> None:
        """Show these; pictures are looked for anew."""
        self.beginResetModel()
        self.paths = list(paths)
        self._pictures.clear()
        self.endResetModel()

    def known(self, path: str) -> bool:
        """Whether it was looked at."""
        return path in self._pictures

    def take(self, path: str, there: bool, picture: QImage | str | None) -> None:
        """What was found at `path`, a picture or an icon's name; what is not there goes."""
        if path not in self.paths:
            return
        row = self.paths.index(path)
        if not there:
            self.beginRemoveRows(_NOBODY, row, row)
            del self.paths[row]
            self.endRemoveRows()
            return
        match picture:
            case QImage():
                self._pictures[path] = QIcon(QPixmap.fromImage(picture))
            case str():
                self._pictures[path] = theme.icon(picture, theme.TEXT_DIM)
            case None:
                self._pictures[path] = self._empty
        if len(self._pictures) > _MOST_PICTURES:
            self._pictures.popitem(last=False)
        self.dataChanged.emit(self.index(row), self.index(row), [_ROLE.DecorationRole])

    def rowCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self.paths)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        path = self.paths[index.row()]
        match role:
            case _ROLE.DisplayRole:
                return Path(path).stem
            case _ROLE.DecorationRole:
                if path in self._pictures:
                    self._pictures.move_to_end(path)
                return self._pictures.get(path, self._empty)
            case _ROLE.ToolTipRole:
                return path
            case _ROLE.AccessibleTextRole:
                return f"{Path(path).stem}, {path}"
        return None


class RecentList(QListView):
    """Files in sight are looked at beside the window, one after the other; those that are gone go."""

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
        self.setFrameShape(QListView.Shape.NoFrame)
        self._projects = _Projects(self)
        self.setModel(self._projects)
        self._begun = self._looking = False
        self._next = QTimer(self, singleShot=True, interval=0)  # after the view has laid itself out
        self._next.timeout.connect(self._look_at_next)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._next.start())
        for signal in (self.activated, self.clicked):
            signal.connect(lambda index: self.chosen.emit(Path(self._projects.paths[index.row()])))

    def fill(self, paths: Sequence[str]) -> None:
        """Show `paths`; `look` brings the pictures of those in sight."""
        self._projects.fill(paths)

    def look(self) -> None:
        """Begin to bring pictures, and go on as others come into sight."""
        self._begun = True
        self._next.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._next.start()

    def _in_sight(self) -> list[str]:
        """The paths that are seen, and those of the line before and behind."""
        view = self.viewport().rect()
        columns = max(1, view.width() // _CELL.width())
        first = max(0, self.verticalOffset() // _CELL.height() - 1) * columns
        lines = view.height() // _CELL.height() + 3
        return self._projects.paths[first : first + lines * columns]

    def _look_at_next(self) -> None:
        if not self._begun or self._looking:
            return
        path = next((one for one in self._in_sight() if not self._projects.known(one)), None)
        if path is None:
            return
        self._looking = True

        def take(found: tuple[bool, QImage | str | None]) -> None:
            self._looking = False
            self._projects.take(path, *found)
            self._next.start()

        in_background(
            self, "thumbnail", lambda: _picture(Path(path)), take, lambda _error: take((True, None))
        )


def _picture(path: Path) -> tuple[bool, QImage | str | None]:
    """Whether the file is there, and its small picture, decoded, or the icon of a tune or a text.

    Runs beside the window.
    """
    from artstudio.studio.recent import sight

    kind, data = sight(path)
    if kind in _ICONS:
        return True, _ICONS[kind]
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
