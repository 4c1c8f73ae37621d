"""The film on the canvas: the right frame at the right time, and back to painting."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.film import Film
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.media.film_frames import FilmFrames
from artstudio.sdk import Image, Video
from artstudio.sound.notes import RATE_HZ
from artstudio.sound.output import Fill
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.timeline.player import Player
from tests.ui.film_rig import STEP, FilmHand, three_clips
from tests.ui.timeline_rig import LEFT, NONE, Rig, song

WHITE = 255


class Ear:
    """A sound device that goes on only when told to."""

    name = "ear"
    latency_s = 0.0

    def __init__(self) -> None:
        self.fill: Fill | None = None

    def start(self, fill: Fill, lost: Callable[[], None]) -> None:
        self.fill = fill

    def stop(self) -> None:
        self.fill = None

    def hear(self, seconds: float) -> None:
        assert self.fill is not None
        for _ in range(round(seconds * RATE_HZ / 441)):
            self.fill(441)


class Cinema:
    """A timeline without music and a canvas of 64 by 32 pixels over one project with a film."""

    def __init__(self, qtbot: QtBot, project: Project, film: Film) -> None:
        self.ear = Ear()
        self.rig = Rig(qtbot, project, Player(sinks=(lambda: self.ear,)))
        self.session, self.player = self.rig.session, self.rig.player
        self.hand = FilmHand(self.rig, film)
        self.canvas = CanvasPane(self.session)
        qtbot.addWidget(self.canvas)
        self.canvas.resize(500, 400)
        self.canvas.show()
        self.view = self.canvas.view
        self.qtbot = qtbot

    def shade(self) -> int:
        """The grey in the middle of the canvas as it is seen."""
        return self.view.grab().toImage().pixelColor(self.view.rect().center()).red()

    def shows(self, frame: int) -> None:
        """Waits until the canvas shows the film's frame."""
        with FilmFrames(self.hand.film, 64, 32) as frames:
            wanted = int(frames.frame(frame)[16, 32, 0])
        self.qtbot.waitUntil(lambda: self.shade() == wanted, timeout=20_000)

    def toggle(self) -> None:
        self.rig.actions["music.play"].callback()

    def plays(self) -> None:
        self.toggle()
        self.qtbot.waitUntil(lambda: self.player.transport.playing, timeout=20_000)

    def paints(self) -> None:
        """Waits until the canvas shows its own white again."""
        self.qtbot.waitUntil(lambda: self.shade() == WHITE, timeout=20_000)
        assert not self.canvas.film.sign.isVisible()


def blank() -> Project:
    return Project(Sheet.blank(64, 32))


@pytest.fixture
def cinema(qtbot: QtBot, tmp_path: Path) -> Iterator[Cinema]:
    cinema = Cinema(qtbot, blank(), three_clips(tmp_path))
    yield cinema
    cinema.rig.pane.shut_down()
    assert join_qthreads()


def test_the_canvas_shows_the_frame_that_is_heard(cinema: Cinema) -> None:
    cinema.plays()
    for seconds, frame in ((0.55, 5), (0.8, 13), (1.2, 25)):  # at 10 frames a second
        cinema.ear.hear(seconds)
        cinema.shows(frame)
        assert cinema.canvas.film.sign.isVisible()
    assert cinema.canvas.film.sign.text().startswith("Film 0:02.5")


def test_it_is_black_between_two_clips(cinema: Cinema) -> None:
    cinema.session.projector.watch(True)
    cinema.hand.go(15)
    cinema.shows(15)
    cinema.hand.go(35)
    cinema.qtbot.waitUntil(lambda: cinema.shade() == 0, timeout=20_000)


def test_a_film_without_music_plays_to_its_end_and_then_gives_the_canvas_back(cinema: Cinema) -> None:
    cinema.plays()
    cinema.ear.hear(5.85)
    assert cinema.player.transport.playing
    cinema.shows(58)
    cinema.ear.hear(0.2)
    cinema.qtbot.waitUntil(lambda: not cinema.player.playing)
    assert cinema.player.position_s == pytest.approx(6, abs=0.02)
    cinema.paints()


@pytest.fixture
def concert(qtbot: QtBot, tmp_path: Path) -> Iterator[Cinema]:
    """The same film with two seconds of music."""
    cinema = Cinema(qtbot, song(), three_clips(tmp_path))
    yield cinema
    cinema.rig.pane.shut_down()
    assert join_qthreads()


def test_a_film_longer_than_its_music_plays_to_its_end(concert: Cinema, qtbot: QtBot) -> None:
    cinema, player = concert, concert.player
    cinema.plays()
    qtbot.waitUntil(lambda: bool(player._stems and player._stems.complete), timeout=20_000)
    cinema.ear.hear(4.55)
    cinema.shows(45)
    cinema.session.undo()  # no film any more: the music is over
    cinema.ear.hear(0.1)
    qtbot.waitUntil(lambda: not player.playing)


def test_pausing_gives_the_canvas_back_unless_the_film_is_watched(cinema: Cinema) -> None:
    cinema.plays()
    cinema.ear.hear(0.5)
    cinema.toggle()
    cinema.paints()
    cinema.rig.actions["music.watch_film"].callback()
    cinema.hand.go(12)
    cinema.shows(12)
    cinema.rig.actions["music.watch_film"].callback()
    cinema.paints()


def test_scrubbing_on_the_lane_shows_the_film_while_the_button_is_down(cinema: Cinema) -> None:
    hand = cinema.hand
    ground, over = hand.spot(35), hand.spot(25)
    hand.drag(ground, over, let_go=False)
    cinema.shows(hand.lane.frames.playhead)
    assert 24 <= hand.lane.frames.playhead <= 26
    QTest.mouseRelease(hand.lane, LEFT, NONE, over)
    cinema.paints()


def test_the_film_is_seen_while_the_playhead_is_dragged_on_the_ruler(cinema: Cinema) -> None:
    ruler = cinema.rig.pane.overview.ruler
    place = QPoint(cinema.hand.spot(25).x(), ruler.height() - 6)
    QTest.mousePress(ruler, LEFT, NONE, place)
    cinema.shows(cinema.hand.lane.frames.playhead)
    QTest.mouseRelease(ruler, LEFT, NONE, place)
    cinema.paints()


def test_a_press_on_the_film_paints_nothing_and_the_next_one_does(cinema: Cinema) -> None:
    session, view = cinema.session, cinema.view
    session.do(Put("Layer", "layer", "l1", Layer("l1", "Ink", Tiles(64, 32))))
    session.select(layer_id="l1")
    session.projector.watch(True)
    cinema.hand.go(5)
    cinema.shows(5)
    steps = cinema.rig.steps()
    middle = view.rect().center()
    QTest.mouseClick(view, LEFT, NONE, middle)
    cinema.paints()
    assert cinema.rig.steps() == steps
    assert not session.projector.watching
    QTest.mouseClick(view, LEFT, NONE, middle)
    cinema.qtbot.waitUntil(lambda: cinema.rig.steps() == steps + 1, timeout=20_000)


def test_choosing_a_tool_goes_back_to_painting_while_the_film_plays_on(cinema: Cinema) -> None:
    cinema.plays()
    cinema.ear.hear(0.55)
    cinema.shows(5)
    cinema.canvas.strip.tool_chosen.emit("eraser")
    cinema.paints()
    cinema.ear.hear(0.5)
    assert cinema.player.playing
    assert not cinema.session.projector.on
    cinema.toggle()
    cinema.plays()
    assert cinema.session.projector.on  # played anew, it is shown anew


def test_a_changed_film_is_shown_at_once(cinema: Cinema) -> None:
    cinema.session.projector.watch(True)
    cinema.hand.go(5)
    cinema.shows(5)
    cinema.hand.click(10)
    cinema.hand.key(Qt.Key.Key_Delete)
    cinema.qtbot.waitUntil(lambda: cinema.shade() == 0, timeout=20_000)
    cinema.session.undo()
    cinema.shows(5)


def test_without_clips_nothing_is_decoded(rig: Rig) -> None:
    projector = rig.session.projector
    projector.watch(True)
    projector.move(3.0)
    rig.pane.seek(480)
    assert not projector.on
    assert projector._screening is None  # no thread, no decoder


def test_footage_that_is_gone_is_said_once_and_the_canvas_stays(cinema: Cinema) -> None:
    said: list[str] = []
    cinema.session.failed.connect(lambda error: said.append(str(error)))
    cinema.hand.film.clip("c2").footage.path.unlink()
    cinema.hand.go(25)
    cinema.session.projector.watch(True)
    cinema.qtbot.waitUntil(lambda: any("cannot be read" in one for one in said), timeout=20_000)
    cinema.paints()


def test_frames_late_in_the_thread_give_way_to_the_newest(
    cinema: Cinema, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    begun, go = threading.Event(), threading.Event()
    frame = FilmFrames.frame

    def slow(self: FilmFrames, number: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        begun.set()
        assert go.wait(20)
        made.append(number)
        return frame(self, number)

    monkeypatch.setattr(FilmFrames, "frame", slow)
    cinema.session.projector.watch(True)
    cinema.qtbot.waitUntil(begun.is_set)
    for number in (3, 7, 11, 14):
        cinema.hand.go(number)
    go.set()
    cinema.qtbot.waitUntil(lambda: made == [0, 14], timeout=20_000)
    cinema.shows(14)


def test_a_film_being_made_shows_its_last_frame_on_the_canvas(cinema: Cinema) -> None:
    frames = np.zeros((3, 32, 64, 3), np.uint8) + (np.arange(3, dtype=np.uint8) * STEP)[:, None, None, None]
    cinema.session.previewed.emit(Video(frames, 10.0))
    assert cinema.shade() == 2 * STEP
    cinema.session.previewed.emit(Image(np.full((32, 64), 90, np.uint8)))
    assert cinema.shade() == 90
    cinema.session.projector.watch(True)
    cinema.shows(0)
    cinema.session.projector.leave()
    assert cinema.shade() == 90
    cinema.session.previewed.emit(None)
    assert cinema.shade() == WHITE


def test_the_place_of_the_sign_follows_the_pane(cinema: Cinema) -> None:
    cinema.session.projector.watch(True)
    cinema.shows(0)
    cinema.canvas.resize(700, 420)
    sign = cinema.canvas.film.sign
    assert abs(sign.geometry().center().x() - cinema.view.rect().center().x()) <= 1
    assert cinema.view.rect().contains(sign.geometry())
    assert sign.mapTo(cinema.view, QPoint()).y() > 0
