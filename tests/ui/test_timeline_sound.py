"""Playing: what the artist does to tracks and notes reaches the sound."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put
from artstudio.documents.music import MusicTrack
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.sdk import Score, StudioError, Track, notes_array
from artstudio.sound.notes import RATE_HZ
from artstudio.sound.output import Fill
from artstudio.sound.renderer import Renderer
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.timeline.player import Player
from artstudio.ui.timeline.view import Loop
from tests.ui.timeline_rig import LEFT, NONE, Q, Rig, song


class Ear:
    """A sink that pulls when told to and hears what it gets."""

    name = "ear"
    latency_s = 0.0

    def __init__(self) -> None:
        self.fill: Fill | None = None
        self.open = threading.Event()

    def start(self, fill: Fill, lost: Callable[[], None]) -> None:
        self.fill = fill
        self.open.set()

    def stop(self) -> None:
        self.fill = None

    def hear(self, seconds: float) -> float:
        """The loudest sample of what plays next."""
        assert self.fill
        return float(max(np.abs(self.fill(441)).max() for _ in range(max(1, round(seconds * RATE_HZ / 441)))))


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def rig(qtbot: QtBot, ear: Ear) -> Iterator[Rig]:
    rig = Rig(qtbot, song(), Player(sinks=(lambda: ear,)))
    yield rig
    rig.pane.shut_down()
    assert join_qthreads()


LONG = [(beat * Q, Q, 40 + beat % 40, 90) for beat in range(32)]  # 16 s: four stretches


@pytest.fixture
def held_rig(
    qtbot: QtBot, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Rig, threading.Semaphore]]:
    """Of a long tune a piece is rendered each time the semaphore is released."""
    project = Project(Sheet.blank(64, 64))
    project.do(Put("Track", "track", "t1", MusicTrack("t1", Track(notes_array(LONG)))))
    allowed, rendering = threading.Semaphore(0), Renderer._rendered
    monkeypatch.setattr(
        Renderer, "_rendered", lambda self, notes: allowed.acquire() and rendering(self, notes)
    )
    rig = Rig(qtbot, project, Player(sinks=(lambda: ear,)))
    yield rig, allowed
    allowed.release(1000)
    rig.pane.shut_down()
    assert join_qthreads()


@pytest.fixture
def silent_rig(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig(qtbot, song(), Player(sinks=()))
    yield rig
    rig.pane.shut_down()
    assert join_qthreads()


def play(qtbot: QtBot, rig: Rig) -> None:
    rig.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rig.player.transport.playing, timeout=20_000)
    rendered(qtbot, rig)


def rendered(qtbot: QtBot, rig: Rig) -> None:
    qtbot.waitUntil(lambda: bool(rig.player._stems and rig.player._stems.complete), timeout=20_000)


def test_space_plays_and_the_playhead_follows_what_is_heard(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    play(qtbot, rig)
    assert ear.hear(0.4) > 0.01
    qtbot.waitUntil(lambda: rig.view.playhead_tick > Q / 4)
    assert rig.session.selection.playhead_tick == 0
    rig.key(Qt.Key.Key_Space)
    assert not rig.player.playing
    assert rig.session.selection.playhead_tick == rig.view.playhead_tick > 0
    ear.hear(0.1)
    assert ear.hear(0.2) == 0
    assert not rig.player._frame.isActive()


def test_music_begins_with_its_first_stretch_and_waits_for_the_next(
    qtbot: QtBot, held_rig: tuple[Rig, threading.Semaphore], ear: Ear
) -> None:
    rig, allowed = held_rig
    rig.pane.seek(9 * Q)  # in the second stretch
    rig.key(Qt.Key.Key_Space)
    player = rig.player
    qtbot.waitUntil(lambda: player.transport.playing, timeout=20_000)
    assert ear.hear(0.2) == 0
    qtbot.waitUntil(lambda: rig.pane.transport.status.text() == "Preparing the sound…")
    assert rig.view.playhead_tick == pytest.approx(9 * Q)
    allowed.release()
    try:
        qtbot.waitUntil(lambda: ear.hear(0.02) > 0.01, timeout=3_000)
    except qtbot.TimeoutError:  # the tune's beginning was under way before the seek: its piece has come first
        allowed.release()
        qtbot.waitUntil(lambda: ear.hear(0.02) > 0.01, timeout=20_000)
    assert player._stems
    assert not player._stems.complete
    qtbot.waitUntil(lambda: rig.pane.transport.status.text() == "")
    ear.hear(5)  # the rest of the stretch, and the gap behind it
    assert player.transport.starving
    assert player.transport.position_s == pytest.approx(8, abs=0.02)
    allowed.release(3)
    qtbot.waitUntil(lambda: ear.hear(0.02) > 0.01, timeout=20_000)


def test_after_a_change_of_tempo_nothing_of_the_old_one_sounds(
    qtbot: QtBot, held_rig: tuple[Rig, threading.Semaphore], ear: Ear
) -> None:
    rig, allowed = held_rig
    allowed.release(4)
    play(qtbot, rig)
    assert ear.hear(2.1) > 0.01
    tick = rig.player.tick
    rig.pane.transport.tempo.setValue(90)
    ear.hear(0.05)
    assert ear.hear(1) == 0
    assert rig.player.tick == pytest.approx(tick, abs=0.05 * 2 * Q)
    allowed.release(6)
    qtbot.waitUntil(lambda: ear.hear(0.02) > 0.01, timeout=20_000)
    assert tick - 0.05 * 2 * Q < rig.player.tick < tick + Q


def test_enter_stops_where_playing_began(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    rig.pane.seek(Q)
    play(qtbot, rig)
    ear.hear(0.5)
    rig.key(Qt.Key.Key_Return)
    assert rig.view.playhead_tick == rig.session.selection.playhead_tick == pytest.approx(Q)
    rig.key(Qt.Key.Key_Return)
    assert rig.view.playhead_tick == 0


def test_mute_and_solo_are_heard_at_once_without_rendering_again(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    play(qtbot, rig)
    assert rig.player._stems
    rendered = rig.player._stems.renderer.requests
    assert ear.hear(0.2) > 0.01
    for track_id in ("t1", "t2"):
        head = rig.pane.tracks.heads[track_id]
        QTest.mouseClick(head.mute, LEFT)
    ear.hear(0.05)
    assert ear.hear(0.2) == 0
    QTest.mouseClick(rig.pane.tracks.heads["t2"].mute, LEFT)
    ear.hear(0.05)
    assert ear.hear(0.2) > 0.001
    assert rig.player._stems.renderer.requests == rendered


def test_solo_leaves_one_track_in_the_mix(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    play(qtbot, rig)
    QTest.mouseClick(rig.pane.tracks.heads["t2"].solo, LEFT)
    mix = rig.player.transport._mix
    assert [channel.solo for _stem, channel in mix.parts] == [False, True]
    assert len(list(mix.audible())) == 1


def test_an_edit_while_playing_renders_its_track_alone(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    play(qtbot, rig)
    stems = rig.player._stems
    assert stems
    before = {track_id: kept.stem for track_id, kept in stems._kept.items()}
    requests = stems.renderer.requests
    rig.pane.commands.select_all()
    rig.pane.commands.transpose(1)
    assert ear.hear(0.1) > 0.01  # as it was, until the new sound is there
    qtbot.waitUntil(lambda: stems.renderer.requests == requests + 1, timeout=20_000)
    rendered(qtbot, rig)
    assert stems._kept["t1"].stem is not before["t1"]
    assert stems._kept["t2"].stem is before["t2"]
    assert rig.player.playing
    assert ear.hear(0.2) > 0.01


def test_a_change_of_tempo_keeps_the_place_in_the_music(qtbot: QtBot, rig: Rig) -> None:
    rig.pane.seek(2 * Q)
    rig.pane.transport.tempo.setValue(60)
    assert rig.player.tick == pytest.approx(2 * Q, abs=1)
    assert rig.player.transport.position_s == pytest.approx(2.0, abs=0.01)


def test_the_loop_goes_round(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    rig.view.set_loop(Loop(0, Q, True))
    play(qtbot, rig)
    ear.hear(1.6)
    assert rig.player.transport.playing
    assert rig.player.transport._at < RATE_HZ / 2


def test_seeking_while_playing_goes_on_from_there(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    play(qtbot, rig)
    QTest.mouseClick(rig.pane.area.ruler, LEFT, NONE, QPoint(round(rig.view.time.x(2 * Q)), 20))
    ear.hear(0.05)
    assert rig.player.playing
    assert rig.player.tick >= 2 * Q - 1


def test_a_clicked_note_sounds(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    rig.click(Q + 200, 64)
    qtbot.waitUntil(lambda: bool(ear.open.is_set() and ear.fill and ear.hear(0.02) > 0.001), timeout=20_000)
    assert not rig.player.playing


def test_the_metronome_clicks_and_the_master_volume_silences(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    for track_id in ("t1", "t2"):
        QTest.mouseClick(rig.pane.tracks.heads[track_id].mute, LEFT)
    rig.key(Qt.Key.Key_K)
    play(qtbot, rig)
    assert ear.hear(0.1) > 0.05
    rig.pane.transport.volume.setValue(0)
    ear.hear(0.05)
    assert ear.hear(0.6) == 0


def test_without_a_device_the_playhead_moves_and_one_line_says_so(qtbot: QtBot, silent_rig: Rig) -> None:
    play(qtbot, silent_rig)
    qtbot.waitUntil(lambda: silent_rig.view.playhead_tick > 100, timeout=10_000)
    status = silent_rig.pane.transport.status
    assert status.text() == "No sound device was found: the playhead moves in silence."


def test_a_file_that_is_no_soundfont_is_refused_in_a_sentence(qtbot: QtBot, rig: Rig, tmp_path: Path) -> None:
    bad = tmp_path / "noise.sf2"
    bad.write_bytes(b"RIFFnot really")
    with qtbot.waitSignal(rig.session.failed) as heard:
        rig.player.set_soundfont(bad)
    assert isinstance(heard.args[0], StudioError)
    assert "noise.sf2" in str(heard.args[0])


def test_a_dropped_midi_file_becomes_tracks_in_one_step(qtbot: QtBot, rig: Rig, tmp_path: Path) -> None:
    from artstudio.media.midi import write_midi

    path = tmp_path / "tune.mid"
    write_midi(rig.session.project.sheet.music.score(), path)
    before = rig.steps()
    with qtbot.waitSignal(rig.session.changed):
        rig.pane.import_file(path)
    assert rig.steps() == before + 1
    assert len(rig.session.project.sheet.music.tracks) > 2


def test_a_candidate_is_heard_alone_and_the_project_comes_back(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    rig.pane.seek(Q)
    candidate = Score((Track(notes_array([(0, Q, 72, 110)])),))
    rig.session.audition.emit(candidate)
    qtbot.waitUntil(lambda: rig.player.transport.playing, timeout=20_000)
    assert len(rig.player.transport._mix.parts) == 1
    rendered(qtbot, rig)
    assert ear.hear(0.2) > 0.01
    assert rig.view.playhead_tick == Q
    rig.session.audition.emit(None)
    assert not rig.player.playing
    assert rig.player.tick == pytest.approx(Q, abs=1)
    play(qtbot, rig)
    assert len(rig.player.transport._mix.parts) == 2


def test_a_candidate_ends_by_itself(qtbot: QtBot, rig: Rig, ear: Ear) -> None:
    rig.session.audition.emit(Score((Track(notes_array([(0, Q // 4, 72, 110)])),)))
    qtbot.waitUntil(lambda: rig.player.transport.playing, timeout=20_000)

    def over() -> bool:
        if ear.fill:
            ear.hear(0.5)
        return not rig.player.playing

    qtbot.waitUntil(over, timeout=20_000)
    assert rig.view.playhead_tick == 0
