"""Brush strokes: dabs along the pen's path, seen at once, kept as tiles when the pen lifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.render.brush import Brush
from artstudio.render.film import Film
from artstudio.render.masks import Masks
from artstudio.render.patches import PATCH_PX, Box, Dirty, Patches, split
from artstudio.render.path import Path, copies
from artstudio.render.smudge import Finger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QImage

    from artstudio.documents.tiles import At, Tile, Tiles
    from artstudio.render.path import Point

__all__ = ["PATCH_PX", "Brush", "Stroke"]


class Stroke:
    """One stroke on `pixels`, from pen down to pen up; `pixels` itself is not changed.

    Nothing changes where `selection` does not choose, and where it chooses by half it changes by half.
    """

    def __init__(
        self, pixels: Tiles, brush: Brush, *, alpha_locked: bool = False, selection: Tiles | None = None
    ) -> None:
        self._brush, self._patches, self._path = brush, Patches(pixels), Path(brush)
        self._masks = Masks(brush)
        self._film: Film | None = None
        self._fingers: list[Finger] = []
        if brush.smudges:
            places = copies(0, 0, brush, (0, 0))
            self._fingers = [
                Finger(self._patches, brush, alpha_locked=alpha_locked, selection=selection) for _ in places
            ]
        else:
            self._film = Film(self._patches, brush, alpha_locked=alpha_locked, selection=selection)
        self._untaken, self._unseen = Dirty(), Dirty()

    def move_to(self, x: float, y: float, pressure: float = 1.0) -> list[Box]:
        """The pen moves to (x, y), in canvas pixels, with a pressure of 0-1; the first call sets it down.

        Returns where the picture changed.
        """
        return self._lay(self._path.move_to((x, y, pressure)))

    def finish(self) -> list[Box]:
        """The pen lifts: what smoothing held back is drawn. Returns where the picture changed."""
        return self._lay(self._path.finish())

    def patch(self, at: At) -> QImage:
        """The patch of 256 pixels at column and row `at`, as the layer looks under the stroke so far."""
        self._settle(at)
        return self._patches.image(at)

    def news(self, at: At) -> Box | None:
        """Where the patch looks different from when this was last asked, in the patch's own pixels."""
        self._settle(at)
        return self._unseen.pop(at)

    def take(self) -> dict[At, Tile]:
        """The tiles that changed since the last call, as they look under the stroke so far."""
        taken: dict[At, Tile] = {}
        for at in self._untaken.places():
            box = self._untaken.pop(at)
            if box is not None:
                self.patch(at)
                taken.update(self._patches.tiles(at, box))
        return taken

    def _settle(self, at: At) -> None:
        if self._film is not None and (box := self._film.settle(at)) is not None:
            self._unseen.add(at, box)

    def _lay(self, points: Iterable[Point]) -> list[Box]:
        boxes = [box for point in points for box in self._dabs(*point)]
        for box in boxes:
            for at, own, _there, _here in split(box):
                self._untaken.add(at, own)
                if self._film is None:  # a film says itself what has changed
                    self._unseen.add(at, own)
        return boxes

    def _dabs(self, x: float, y: float, pressure: float) -> list[Box]:
        brush, size = self._brush, (self._patches.width_px, self._patches.height_px)
        radius = brush.radius_at_px(pressure)
        flow = brush.flow * (pressure if brush.pressure_flows else 1.0)
        most = pressure if brush.pressure_fades else 1.0
        boxes: list[Box | None] = []
        for number, place in enumerate(copies(x, y, brush, size)):
            if self._film is not None:
                mask, left, top = self._masks.at(*place, radius)
                boxes.append(self._film.dab(mask, left, top, flow, most))
            else:  # on whole pixels, so that what is dragged along is not blurred by its own steps
                mask, left, top = self._masks.at(round(place[0]), round(place[1]), radius)
                boxes.append(self._fingers[number].dab(mask, left, top, brush.opacity * flow * most))
        return [box for box in boxes if box is not None]
