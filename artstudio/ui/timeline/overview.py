"""The upper half: the heads of the tracks beside their lanes, under a ruler."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollBar, QWidget

from artstudio.ui.timeline.arrange import LANE_PX, Arrange
from artstudio.ui.timeline.film_paint import FILM_PX
from artstudio.ui.timeline.film_row import FilmRow
from artstudio.ui.timeline.ruler import PLAIN_PX, Ruler
from artstudio.ui.timeline.track_edits import shown_tracks
from artstudio.ui.timeline.track_header import WIDTH_PX, corner
from artstudio.ui.timeline.track_list import TrackList
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from artstudio.ui.session import Session
    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.view import View


class Overview(QWidget):
    """Keeps heads and lanes at the same height of scroll."""

    def __init__(self, session: Session, view: View, editor: NoteEditor) -> None:
        super().__init__()
        self._view = view
        self.tracks = TrackList(session, view)
        self.ruler = Ruler(view, view.overview, marks=False)
        self.arrange = Arrange(view, editor)
        self.film = FilmRow(session, view)
        self._down = QScrollBar(Qt.Orientation.Vertical)
        self._lay_out()
        self.arrange.scrolled.connect(lambda by: self._down.setValue(self._down.value() + round(by)))
        self._down.valueChanged.connect(self.arrange.scroll_to)
        self._down.valueChanged.connect(self.tracks.verticalScrollBar().setValue)
        self.tracks.scrolled.connect(self._down.setValue)
        view.music_changed.connect(self._measure)
        self.film.shown.connect(self.film_button.setChecked)

    @property
    def film_px(self) -> int:
        """The height that the film takes now."""
        return FILM_PX if self.film.visible else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        lanes = len(shown_tracks(self._view.music)) * LANE_PX
        self._down.setRange(0, max(0, lanes - self.arrange.height()))
        self._down.setPageStep(self.arrange.height())
        self._down.setSingleStep(LANE_PX // 2)

    def _lay_out(self) -> None:
        add = tool_button("plus", self.tr("Add a track"), self.tracks.add, action="music.add_track")
        self.film_button = tool_button(
            "filmstrip", self.tr("Show the film"), checkable=True, action="music.film"
        )
        self.film_button.clicked.connect(self.film.toggle)
        heading = QLabel(self.tr("Tracks"))
        heading.setProperty("dim", True)
        head = corner(heading, self.film_button, add)
        head.setFixedSize(WIDTH_PX, PLAIN_PX)
        self.tracks.setFixedWidth(WIDTH_PX)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(head, 0, 0)
        grid.addWidget(self.ruler, 0, 1)
        grid.addWidget(self.film.head, 1, 0)
        grid.addWidget(self.film.lane, 1, 1)
        grid.addWidget(self.tracks, 2, 0)
        grid.addWidget(self.arrange, 2, 1)
        grid.addWidget(self._down, 2, 2)
