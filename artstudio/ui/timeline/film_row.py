"""The film's row in the overview: head and lane, shown while there is a film or the artist wants one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from artstudio.ui.film.thumbnails import Thumbnails
from artstudio.ui.timeline.film_editor import FilmEditor
from artstudio.ui.timeline.film_head import FilmHead
from artstudio.ui.timeline.film_lane import FilmLane
from artstudio.ui.timeline.film_menu import clip_menu

if TYPE_CHECKING:
    from artstudio.ui.session import Session
    from artstudio.ui.timeline.player import Player
    from artstudio.ui.timeline.view import View


class FilmRow(QObject):
    """Joins head and lane to the session, and tells view and player how long the film is.

    Attributes:
        wanted: The artist wants to see the lane also while it is empty.
    """

    shown = Signal(bool)
    sought = Signal(float)  # a tick

    def __init__(self, session: Session, view: View) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._player: Player | None = None
        self.wanted = False
        self.editor = FilmEditor(session, self)
        self.thumbnails = Thumbnails(self)
        self.lane = FilmLane(view, self.editor, self.thumbnails)
        self.head = FilmHead(self.editor, session.projector)
        self.lane.sought.connect(self.sought)
        self.lane.scrubbed.connect(session.projector.scrub)
        self.lane.menu_wanted.connect(self._show_menu)
        self.thumbnails.failed.connect(session.failed)
        self.editor.changed.connect(self._measure)
        session.changed.connect(self._measure)
        session.project_replaced.connect(self._measure)

    @property
    def visible(self) -> bool:
        """Whether the lane is to be seen."""
        return self.wanted or bool(self.editor.kept.clips)

    @property
    def focused(self) -> bool:
        """Whether the keys are for the film."""
        return self.lane.hasFocus()

    def toggle(self) -> None:
        """Show the empty lane, or hide it; one with clips stays."""
        self.wanted = not self.visible
        self._measure()
        if self.wanted:
            self.lane.setFocus()

    def follow(self, player: Player) -> None:
        """Let `player` run to the end of the film, and the projector show what it plays."""
        self._player = player
        player.moved.connect(lambda _tick: self._session.projector.move(player.position_s))
        player.changed.connect(self._show_playing)
        self._measure()

    def close(self) -> None:
        """End what is made beside the window."""
        self.thumbnails.close()
        self._session.projector.close()

    def _show_playing(self) -> None:
        if self._player is not None:
            self._session.projector.play(self._player.playing and not self._player.alone)

    def _measure(self) -> None:
        film = self.editor.kept
        seconds = film.frames / film.fps
        self._view.set_film(seconds)
        if self._player is not None:
            self._player.set_film(seconds)
        for widget in (self.head, self.lane):
            widget.setVisible(self.visible)
        self.shown.emit(self.visible)

    def _show_menu(self, at: QPoint) -> None:
        menu = clip_menu(self.lane, self.lane, self._show_recipe)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _show_recipe(self, clip_id: str) -> None:
        from artstudio.ui.candidates.recipe import RecipeWindow

        clip = self.editor.kept.clip(clip_id)
        if clip.recipe is not None:
            recipe = json.dumps(clip.recipe.to_json(), indent=2, ensure_ascii=False)
            RecipeWindow(clip.name, recipe, self.lane).show()
