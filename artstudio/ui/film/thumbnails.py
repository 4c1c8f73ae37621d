"""Small pictures of footage, made beside the window and kept."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from artstudio.sdk import StudioError
from artstudio.ui.film.darkroom import Darkroom
from artstudio.ui.film.pictures import picture

if TYPE_CHECKING:
    from artstudio.documents.film import Footage
    from artstudio.media.footage import FootageReader

_MOST: Final = 800  # kept; of 40 by 70 pixels they are 9 MiB
_MOST_WAITING: Final = 120
_MOST_OPEN: Final = 3


class _Wish(NamedTuple):
    footage: Footage
    frame: int
    height_px: int


class Thumbnails(QObject):
    """Frames of footage at a small height. Those asked for last are made first."""

    came = Signal()  # another one is there
    failed = Signal(object)  # why footage cannot be read, once for each
    _made = Signal(object, object)  # _Wish, QImage

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[_Wish, QImage] = OrderedDict()
        self._damaged: set[Footage] = set()
        self._readers: OrderedDict[Footage, FootageReader] = OrderedDict()  # the thread's
        self._room = Darkroom[_Wish]("thumbnails of films", self._develop, self._put_away, _MOST_WAITING)
        self._made.connect(self._keep)

    def get(self, footage: Footage, frame: int, height_px: int) -> QImage | None:
        """The frame so high, in device pixels; None while it is not there, and then it is made."""
        wish = _Wish(footage, frame, height_px)
        if (found := self._kept.get(wish)) is not None:
            self._kept.move_to_end(wish)
        elif footage not in self._damaged:
            self._room.want(wish)
        return found

    def damaged(self, footage: Footage) -> bool:
        """Whether its file turned out to be missing or unreadable."""
        return footage in self._damaged

    def close(self) -> None:
        """Make no more."""
        self._room.close()

    def _keep(self, wish: _Wish, made: object) -> None:
        if isinstance(made, QImage):
            self._kept[wish] = made
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        elif wish.footage not in self._damaged:
            self._damaged.add(wish.footage)
            self.failed.emit(made)
        self.came.emit()

    def _develop(self, wish: _Wish) -> None:
        made: object
        try:
            made = picture(self._reader(wish.footage).frame(wish.frame)).scaledToHeight(
                wish.height_px, Qt.TransformationMode.SmoothTransformation
            )
        except StudioError as error:
            made = error
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self._made.emit(wish, made)

    def _reader(self, footage: Footage) -> FootageReader:
        from artstudio.media.footage import FootageReader

        if footage not in self._readers:
            while len(self._readers) >= _MOST_OPEN:
                self._readers.popitem(last=False)[1].close()
            self._readers[footage] = FootageReader(footage)
        self._readers.move_to_end(footage)
        return self._readers[footage]

    def _put_away(self) -> None:
        while self._readers:
            self._readers.popitem()[1].close()
