"""Films at toy size: footage whose frames tell their number, and a hand on the film lane."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from artstudio.documents.edits import SetFilm
from artstudio.documents.film import Clip, Film, Footage
from artstudio.media.footage import write_footage
from tests.ui.timeline_rig import LEFT, NONE, Rig, move

FPS = 10.0
STEP = 4  # grey levels from one frame to the next


def footage(folder: Path, frames: int, start: int = 0, fps: float = FPS) -> Footage:
    """Frame n is of one grey, `start` + n times `STEP`; 32 by 16 pixels."""
    shades = (start + STEP * np.arange(frames)).astype(np.uint8)
    pictures = np.broadcast_to(shades[:, None, None, None], (frames, 16, 32, 3))
    return write_footage(folder, fps, [pictures])


def three_clips(folder: Path) -> Film:
    """A at frames 0-20, B at 20-30, C at 40-60, of 40 frames of footage each; A and C skip none, B 1 s."""
    one, two, three = (footage(folder, 40, start) for start in (0, 30, 60))
    clips = (
        Clip("c1", "A", one, 0, 20),
        Clip("c2", "B", two, 20, 10, 1.0),
        Clip("c3", "C", three, 40, 20),
    )
    return Film(clips, FPS)


class FilmHand:
    """Uses the film lane of a timeline rig. Places are frames of the film."""

    def __init__(self, rig: Rig, film: Film) -> None:
        self.rig, self.session = rig, rig.session
        self.row = rig.pane.film
        self.lane, self.editor = self.row.lane, self.row.editor
        rig.session.do(SetFilm("Film", film))
        rig.view.fit_overview()

    @property
    def film(self) -> Film:
        return self.session.project.sheet.film

    def stretches(self) -> dict[str, tuple[int, int]]:
        """Start and end of each clip, by its name, in their order."""
        return {clip.name: (clip.start, clip.end) for clip in self.film.clips}

    def spot(self, frame: float) -> QPoint:
        return QPoint(round(self.lane.frames.x(frame)), 40)

    def drag(
        self, start: QPoint, *path: QPoint, held: Qt.KeyboardModifier = NONE, let_go: bool = True
    ) -> None:
        QTest.mousePress(self.lane, LEFT, held, start)
        for place in path:
            move(self.lane, place, held, LEFT)
        if let_go:
            QTest.mouseRelease(self.lane, LEFT, held, path[-1])

    def click(self, frame: float, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.lane, LEFT, held, self.spot(frame))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.lane, key, held)

    def chosen(self) -> list[str]:
        return [clip.name for clip in self.editor.chosen_clips]

    def go(self, frame: float) -> None:
        """Put the playhead there."""
        self.rig.pane.seek(self.lane.frames.tick(frame))
