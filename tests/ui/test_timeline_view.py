"""Looking round the timeline: zoom, ruler, maps, tracks."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from artstudio.documents.edits import Put, SetMaps
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.sdk import Metre, Score, Tempo, Track, notes_array
from artstudio.ui.timeline.ruler import LOOP_PX
from artstudio.ui.timeline.view import Loop
from tests.ui.timeline_rig import LEFT, NONE, Q, Rig, move

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


# ------------------------------------------------------------------------------------------- view and ruler


def test_ctrl_wheel_zooms_at_the_cursor(rig: Rig) -> None:
    place = (3 * Q, 64)
    x = rig.spot(*place).x()
    zoom = rig.view.time.px_per_tick
    rig.wheel(place, 2, CTRL)
    assert rig.view.time.px_per_tick > zoom * 1.4
    assert rig.view.time.x(3 * Q) == pytest.approx(x, abs=2)
    row = rig.view.pitch.row_px
    rig.wheel(place, 1, CTRL | SHIFT)
    assert rig.view.pitch.row_px > row


def test_the_wheel_scrolls_and_the_bars_follow(rig: Rig) -> None:
    rig.view.time.zoom(4, 0)
    top = rig.view.pitch.top_px
    rig.wheel((0, 64), -1)
    assert rig.view.pitch.top_px > top
    left = rig.view.time.left_px
    rig.wheel((0, 64), -1, SHIFT)
    assert rig.view.time.left_px > left


def test_a_click_on_the_ruler_seeks_to_the_grid(rig: Rig) -> None:
    at = QPoint(round(rig.view.time.x(5 * Q + 90)), LOOP_PX + 6)
    QTest.mouseClick(rig.pane.area.ruler, LEFT, NONE, at)
    assert rig.session.selection.playhead_tick == 5 * Q
    assert rig.view.playhead_tick == pytest.approx(5 * Q)
    assert rig.pane.transport.place.text() == "002:2:000"


def test_a_drag_along_the_top_of_the_ruler_loops(rig: Rig) -> None:
    ruler, x = rig.pane.area.ruler, rig.view.time.x
    QTest.mousePress(ruler, LEFT, NONE, QPoint(round(x(Q)), 4))
    move(ruler, QPoint(round(x(3 * Q + 40)), 4), NONE, LEFT)
    QTest.mouseRelease(ruler, LEFT, NONE, QPoint(round(x(3 * Q)), 4))
    assert rig.view.loop == Loop(Q, 3 * Q, True)
    assert rig.pane.transport.loop.isChecked()
    rig.key(Qt.Key.Key_L)
    assert not rig.view.loop.on
    QTest.mousePress(ruler, LEFT, NONE, QPoint(round(x(3 * Q)), 4))
    move(ruler, QPoint(round(x(6 * Q)), 4), NONE, LEFT)
    QTest.mouseRelease(ruler, LEFT, NONE, QPoint(round(x(6 * Q)), 4))
    assert rig.view.loop == Loop(Q, 6 * Q, False)


def test_tempo_and_metre_are_edits_of_the_maps(rig: Rig) -> None:
    rig.pane.transport.tempo.setValue(90)
    assert rig.session.project.sheet.music.tempos == (Tempo(0, 666_667),)
    rig.pane.transport.metre_chosen.emit(3, 4)
    assert rig.session.project.sheet.music.metres == (Metre(0, 3, 4),)
    assert rig.pane.transport.metre.text() == "3/4"
    rig.session.project.undo()
    rig.session.project.undo()
    assert not rig.session.project.sheet.music.tempos
    assert rig.pane.transport.tempo.value() == 120


def test_the_grid_starts_afresh_after_a_change_of_metre(rig: Rig) -> None:
    rig.session.do(SetMaps("Metre", metres=(Metre(0, 5, 8),)))
    assert rig.view.grid.nearest(5 * Q / 2 + 10) == 5 * Q / 2
    rig.click(5 * Q / 2 + 30, 62)
    assert (5 * Q // 2, Q, 62, 96) in rig.notes()


def test_a_preview_shows_and_goes(rig: Rig) -> None:
    def ground() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        image = rig.roll.grab().toImage()
        return np.frombuffer(image.constBits(), np.uint8).copy()

    bare = ground()
    rig.pane.show_preview(Score((Track(notes_array([(4 * Q, Q, 62, 90)])),)))
    assert (ground() != bare).any()
    assert rig.steps() == 2
    rig.pane.show_preview(None)
    assert (ground() == bare).all()


# ------------------------------------------------------------------------------------------------- tracks


def test_tracks_are_added_named_moved_and_deleted(rig: Rig) -> None:
    tracks, project = rig.pane.tracks, rig.session.project
    rig.key(Qt.Key.Key_T, CTRL)
    assert [track.id for track in project.sheet.music.tracks] == ["t1", "t2", "t3"]
    assert rig.session.selection.track_id == "t3"
    head = tracks.heads["t3"]
    QTest.mouseDClick(head, LEFT, NONE, head.name.geometry().center())
    head.name.selectAll()
    QTest.keyClicks(head.name, "Flute")
    QTest.keyClick(head.name, Qt.Key.Key_Return)
    assert project.sheet.track("t3").track.name == "Flute"
    head.dragged.emit(-1)
    head.dragged.emit(-1)
    assert [track.id for track in project.sheet.music.tracks] == ["t3", "t1", "t2"]
    project.undo()
    assert [track.id for track in project.sheet.music.tracks] == ["t1", "t2", "t3"]
    rig.act("music.duplicate_track")
    assert project.sheet.track("t4").track.name == "Flute copy"
    rig.act("music.delete_track")
    assert [track.id for track in project.sheet.music.tracks] == ["t1", "t2", "t3"]


def test_a_drag_of_the_volume_is_one_step(rig: Rig) -> None:
    head, before = rig.pane.tracks.heads["t1"], rig.steps()
    for value in (90, 70, 40):
        head.volume.setValue(value)
    assert rig.session.project.sheet.track("t1").track.volume == 40
    assert rig.steps() == before + 1
    head.slide_ended.emit()
    head.volume.setValue(50)
    assert rig.steps() == before + 2


def test_the_drum_kit_plays_on_its_own_channel_and_back(rig: Rig) -> None:
    rig.pane.tracks.choose_instrument("t1", None)
    track = rig.session.project.sheet.track("t1").track
    assert track.channel == 9
    assert set(track.notes["channel"].tolist()) == {9}
    rig.pane.tracks.choose_instrument("t1", 40)
    track = rig.session.project.sheet.track("t1").track
    assert (track.program, track.channel) == (40, 0)


def test_a_click_in_the_overview_selects_the_track(rig: Rig) -> None:
    QTest.mouseClick(rig.pane.arrange, LEFT, NONE, QPoint(20, 75))
    assert rig.session.selection.track_id == "t2"
    assert len(rig.pane.editor.notes) == 1
    QTest.mouseClick(rig.pane.tracks.heads["t1"], LEFT, NONE, QPoint(10, 10))
    assert rig.session.selection.track_id == "t1"


def test_another_project_replaces_everything_shown(rig: Rig) -> None:
    rig.view.set_loop(Loop(0, Q, True))
    other = Project(Sheet.blank(8, 8))
    track = rig.session.project.sheet.track("t2")
    other.do(Put("Track", "track", "t2", track))
    rig.session.open(other)
    assert list(rig.pane.tracks.heads) == ["t2"]
    assert len(rig.pane.editor.notes) == 1
    assert not rig.view.loop.on


def test_actions_claim_no_key_twice(rig: Rig) -> None:
    from artstudio.ui.actions import conflicts

    assert conflicts(rig.actions.values()) == []


def test_letters_step_through_bars_and_tracks(rig: Rig) -> None:
    for key, tick in (
        (Qt.Key.Key_D, 4 * Q),
        (Qt.Key.Key_D, 8 * Q),
        (Qt.Key.Key_A, 4 * Q),
        (Qt.Key.Key_Home, 0),
    ):
        rig.key(key)
        assert rig.session.selection.playhead_tick == tick
    for key, track_id in (
        (Qt.Key.Key_S, "t2"),
        (Qt.Key.Key_S, "t2"),
        (Qt.Key.Key_W, "t1"),
        (Qt.Key.Key_W, "t1"),
    ):
        rig.key(key)
        assert rig.session.selection.track_id == track_id
