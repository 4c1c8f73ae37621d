"""The head of the film lane: how long the film is, whether the canvas shows it, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QAccessible, QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout

from artstudio.ui import theme
from artstudio.ui.timeline.film_menu import fill_film_menu
from artstudio.ui.timeline.film_paint import FILM_PX
from artstudio.ui.timeline.track_header import STRIPE_PX, WIDTH_PX
from artstudio.ui.tool_button import tool_button
from artstudio.ui.words import counted

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from artstudio.ui.film.projector import Projector
    from artstudio.ui.timeline.film_editor import FilmEditor


class FilmHead(QFrame):
    """Beside the lane, as a track's head is beside its own."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, editor: FilmEditor, projector: Projector) -> None:
        super().__init__()
        self._editor, self._projector = editor, projector
        self.setAccessibleName(self.tr("Film"))
        self.setFixedSize(WIDTH_PX, FILM_PX)
        name = QLabel(self.tr("Film"))
        name.setProperty("heading", True)
        self.words = QLabel()
        self.words.setProperty("dim", True)
        self.eye = tool_button(
            "eye-outline", self.tr("Watch the film on the canvas"), checkable=True, action="music.watch_film"
        )
        self.eye.toggled.connect(projector.watch)
        self.more = tool_button("dots-horizontal", self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        upper = QHBoxLayout()
        upper.setSpacing(2)
        upper.addWidget(name, 1)
        upper.addWidget(self.eye)
        upper.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(STRIPE_PX + 6, 6, 6, 8)
        column.setSpacing(2)
        column.addLayout(upper)
        column.addWidget(self.words)
        column.addStretch(1)
        editor.changed.connect(self.refresh)
        projector.changed.connect(self._show_watching)
        self.refresh()

    def refresh(self) -> None:
        """Say how the film is now."""
        film = self._editor.film
        self.eye.setEnabled(bool(film.clips))
        if not film.clips:
            self.words.setText(self.tr("empty"))
            return
        count, seconds = len(film.clips), film.frames / film.fps
        clips = counted(count, self.tr("{n} clip"), self.tr("{n} clips"))
        time = f"{int(seconds // 60)}:{seconds % 60:04.1f}"
        self.words.setText(f"{clips} · {time} · " + self.tr("{n} fps").format(n=f"{film.fps:g}"))

    def _show_watching(self) -> None:
        with QSignalBlocker(self.eye):
            self.eye.setChecked(self._projector.watching)

    def _fill(self) -> None:
        self._menu.clear()
        fill_film_menu(self._menu, self._editor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PANEL))
        painter.fillRect(0, 0, STRIPE_PX, self.height() - 1, QColor(theme.SERIES[5]))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.LINE_STRONG))
        painter.end()
