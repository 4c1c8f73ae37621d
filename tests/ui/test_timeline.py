from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put, SetMaps
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.sdk import Metre, Score, Tempo, Track, notes_array
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.timeline.grid import Division
from artstudio.ui.timeline.ruler import LOOP_PX
from artstudio.ui.timeline.view import Loop, Tool
from tests.ui.timeline_rig import LEFT, NONE, RIGHT, Q, Rig, move, song

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
)  # fmt: skip
C, E, G = (0, Q, 60, 80), (Q, Q, 64, 80), (2 * Q, Q, 67, 80)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig(qtbot, song())
    rig.player.audition = lambda *note: None  # type: ignore[method-assign]  # sound has tests of its own
    rig.view.set_division(Division(4))
    yield rig
    rig.pane.shut_down()
    assert join_qthreads()


def wheel(rig: Rig, place: tuple[float, int], notches: int, held: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(rig.spot(*place))
    event = QWheelEvent(
        at, rig.roll.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(rig.roll, event)


# ------------------------------------------------------------------------------------------------- drawing


def test_a_click_with_the_pencil_writes_a_note_on_the_grid(rig: Rig) -> None:
    rig.click(4 * Q + 100, 62)
    assert rig.notes()[-1] == (4 * Q, Q, 62, 96)
    assert rig.chosen() == [3]


def test_dragging_the_pencil_pulls_the_note_longer_in_one_step(rig: Rig) -> None:
    before = rig.steps()
    rig.drag((4 * Q + 10, 62), (5 * Q, 62), (6 * Q + 300, 62), (6 * Q + 100, 62))
    assert rig.notes()[-1][:3] == (4 * Q, 3 * Q, 62)
    assert rig.steps() == before + 1
    rig.session.project.undo()
    assert rig.notes() == [C, E, G]


def test_the_next_note_is_as_long_as_the_last(rig: Rig) -> None:
    rig.drag((4 * Q + 10, 62), (5 * Q + 200, 62))
    rig.click(6 * Q + 10, 62)
    assert rig.notes()[-1][:3] == (6 * Q, 2 * Q, 62)


def test_alt_draws_off_the_grid(rig: Rig) -> None:
    rig.click(4 * Q + 130, 62, ALT)
    assert rig.notes()[-1][0] == pytest.approx(4 * Q + 130, abs=Q / 50)
    assert rig.notes()[-1][0] != 4 * Q


def test_escape_leaves_no_trace_of_a_drag(rig: Rig) -> None:
    before = rig.steps()
    rig.drag((4 * Q + 10, 62), (6 * Q, 62), let_go=False)
    rig.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(rig.roll, LEFT, NONE, rig.spot(6 * Q, 62))
    assert (rig.notes(), rig.steps()) == ([C, E, G], before)


def test_the_first_click_in_an_empty_project_makes_a_track_to_write_on(qtbot: QtBot) -> None:
    rig = Rig(qtbot, Project(Sheet.blank(8, 8)))
    rig.player.audition = lambda *note: None  # type: ignore[method-assign]
    rig.click(Q + 10, 60)
    assert [note[0] for note in rig.notes()] == [Q]
    rig.pane.shut_down()


# ------------------------------------------------------------------------------------------ moving and sizing


def test_dragging_a_note_moves_it_by_the_grid_in_one_step(rig: Rig) -> None:
    before = rig.steps()
    rig.drag((Q + 200, 64), (2 * Q, 63), (3 * Q + 260, 62))
    assert rig.notes() == [C, G, (3 * Q, Q, 62, 80)]
    assert rig.chosen() == [2]
    assert rig.steps() == before + 1
    rig.session.project.undo()
    assert rig.notes() == [C, E, G]
    assert rig.chosen() == [1]


def test_a_drag_back_to_where_it_began_leaves_no_step(rig: Rig) -> None:
    before = rig.steps()
    rig.drag((Q + 200, 64), (3 * Q, 62), (Q + 200, 64))
    assert rig.steps() == before


def test_a_trembling_click_does_not_move_a_note(rig: Rig) -> None:
    start = rig.spot(Q + 200, 64)
    QTest.mousePress(rig.roll, LEFT, NONE, start)
    move(rig.roll, start + QPoint(2, 2), NONE, LEFT)
    QTest.mouseRelease(rig.roll, LEFT, NONE, start + QPoint(2, 2))
    assert rig.notes() == [C, E, G]


def test_chosen_notes_move_together_and_stop_at_the_beginning(rig: Rig) -> None:
    rig.act("edit.select_all")
    rig.drag((2 * Q + 200, 67), (200, 68))
    assert rig.notes() == [(0, Q, 61, 80), (Q, Q, 65, 80), (2 * Q, Q, 68, 80)]


def test_ctrl_drag_copies(rig: Rig) -> None:
    rig.drag((200, 60), (4 * Q + 210, 60), held=CTRL)
    assert rig.notes() == [C, E, G, (4 * Q, Q, 60, 80)]


def test_shift_keeps_a_drag_to_one_axis(rig: Rig) -> None:
    rig.drag((2 * Q + 200, 67), (5 * Q + 210, 66), held=SHIFT)
    assert (5 * Q, Q, 67, 80) in rig.notes()


def test_either_end_of_a_note_can_be_pulled(rig: Rig) -> None:
    right = rig.spot(3 * Q, 67).x() - 3
    tick = rig.view.time.tick(right)
    rig.drag((tick, 67), (5 * Q + 20, 67))
    assert rig.notes()[2] == (2 * Q, 3 * Q, 67, 80)
    left = rig.view.time.tick(rig.spot(2 * Q, 67).x() + 2)
    rig.drag((left, 67), (4 * Q + 20, 67))
    assert rig.notes()[2] == (4 * Q, Q, 67, 80)


def test_pulling_an_end_never_turns_a_note_inside_out(rig: Rig) -> None:
    right = rig.view.time.tick(rig.spot(3 * Q, 67).x() - 3)
    rig.drag((right, 67), (0, 67))
    start, length, pitch, _ = rig.notes()[2]
    assert (start, pitch) == (2 * Q, 67)
    assert 1 <= length <= Q


# -------------------------------------------------------------------------------------- choosing and erasing


def test_a_box_chooses_what_it_touches_and_shift_adds(rig: Rig) -> None:
    rig.key(Qt.Key.Key_2)
    assert rig.view.tool is Tool.SELECT
    rig.drag((Q * 1.5, 66), (Q * 1.9, 62))
    assert rig.chosen() == [1]
    rig.drag((Q * 2.5, 69), (Q * 2.6, 66), held=SHIFT)
    assert rig.chosen() == [1, 2]
    rig.click(5 * Q, 60)
    assert rig.chosen() == []


def test_ctrl_with_the_pencil_draws_a_box(rig: Rig) -> None:
    rig.drag((Q * 3.5, 69), (10, 59), held=CTRL)
    assert rig.chosen() == [0, 1, 2]
    assert rig.notes() == [C, E, G]


def test_the_right_button_erases_what_it_passes_in_one_step(rig: Rig) -> None:
    before = rig.steps()
    rig.drag((200, 60), (Q + 100, 64), (Q + 200, 64), button=RIGHT)
    assert rig.notes() == [G]
    assert rig.steps() == before + 1


def test_the_eraser_and_the_delete_key(rig: Rig) -> None:
    rig.key(Qt.Key.Key_3)
    rig.click(200, 60)
    assert rig.notes() == [E, G]
    rig.act("edit.select_all")
    rig.act("edit.delete")
    assert rig.notes() == []
    rig.session.project.undo()
    assert rig.notes() == [E, G]
    assert rig.chosen() == [0, 1]


def test_undo_by_others_forgets_a_gesture_under_way(rig: Rig) -> None:
    rig.click(4 * Q, 62)
    rig.drag((200, 60), (Q, 61), let_go=False)
    rig.session.project.undo()
    move(rig.roll, rig.spot(3 * Q, 70), NONE, LEFT)
    QTest.mouseRelease(rig.roll, LEFT, NONE, rig.spot(3 * Q, 70))
    assert rig.notes() == [C, E, G]


# ------------------------------------------------------------------------------------------------- keys


def test_copy_and_paste_at_the_playhead(rig: Rig) -> None:
    rig.act("edit.select_all")
    rig.act("edit.copy")
    rig.pane.seek(4 * Q)
    rig.act("edit.paste")
    assert rig.notes()[3:] == [(4 * Q, Q, 60, 80), (5 * Q, Q, 64, 80), (6 * Q, Q, 67, 80)]
    assert rig.chosen() == [3, 4, 5]


def test_pasting_into_another_track_takes_its_channel(rig: Rig) -> None:
    rig.act("edit.select_all")
    rig.act("edit.cut")
    assert rig.notes() == []
    rig.session.select(track_id="t2")
    rig.act("edit.paste")
    assert set(rig.session.project.sheet.track("t2").track.notes["channel"].tolist()) == {1}


def test_duplicate_goes_on_where_the_notes_end(rig: Rig) -> None:
    rig.act("edit.select_all")
    rig.act("edit.duplicate")
    assert [start for start, *_ in rig.notes()] == [0, Q, 2 * Q, 3 * Q, 4 * Q, 5 * Q]


@pytest.mark.parametrize(
    ("key", "held", "ticks", "pitches"),
    [
        (Qt.Key.Key_Up, NONE, 0, 1), (Qt.Key.Key_Down, NONE, 0, -1), (Qt.Key.Key_Up, SHIFT, 0, 12),
        (Qt.Key.Key_Down, SHIFT, 0, -12), (Qt.Key.Key_Right, NONE, Q, 0),
    ],
)  # fmt: skip
def test_arrows_move_chosen_notes(
    rig: Rig, key: Qt.Key, held: Qt.KeyboardModifier, ticks: int, pitches: int
) -> None:
    rig.act("edit.select_all")
    rig.key(key, held)
    assert rig.notes() == [(s + ticks, n, p + pitches, v) for s, n, p, v in (C, E, G)]
    rig.session.project.undo()
    assert rig.notes() == [C, E, G]


def test_q_quantises_as_strongly_as_set(rig: Rig) -> None:
    rig.drag((200, 60), (4 * Q + 300, 60), held=ALT)
    late = rig.notes()[2][0]
    assert late % Q
    rig.key(Qt.Key.Key_Q)
    assert rig.notes()[2][0] == 4 * Q
    rig.session.project.undo()
    half = next(
        action for action in rig.pane.tools.quantise.menu().actions() if action.text().startswith("50")
    )
    half.trigger()
    rig.key(Qt.Key.Key_Q)
    assert rig.notes()[2][0] == pytest.approx(4 * Q + (late - 4 * Q) / 2, abs=1)


# ---------------------------------------------------------------------------------------------- velocity


def test_alt_and_the_wheel_change_velocity_in_one_step(rig: Rig) -> None:
    before = rig.steps()
    wheel(rig, (200, 60), 1, ALT)
    wheel(rig, (200, 60), 2, ALT)
    assert rig.notes()[0][3] == 92
    assert rig.steps() == before + 1


def test_a_sweep_over_the_velocity_lane_sets_what_it_passes(rig: Rig) -> None:
    lane, before = rig.pane.area.velocity, rig.steps()
    x = [round(rig.view.time.x(tick)) for tick in (0, Q, 2 * Q)]
    QTest.mousePress(lane, LEFT, NONE, QPoint(x[0], lane.height() - 1))
    move(lane, QPoint(x[2], 4), NONE, LEFT)
    QTest.mouseRelease(lane, LEFT, NONE, QPoint(x[2], 4))
    low, middle, high = (note[3] for note in rig.notes())
    assert low <= 4
    assert 50 < middle < 75
    assert high >= 123
    assert rig.steps() == before + 1


def test_a_sweep_spares_what_is_not_chosen(rig: Rig) -> None:
    rig.key(Qt.Key.Key_2)
    rig.click(Q + 200, 64)
    lane = rig.pane.area.velocity
    QTest.mousePress(lane, LEFT, NONE, QPoint(round(rig.view.time.x(0)), 4))
    end = QPoint(round(rig.view.time.x(2 * Q)), 4)
    move(lane, end, NONE, LEFT)
    QTest.mouseRelease(lane, LEFT, NONE, end)
    assert [note[3] for note in rig.notes()] == [80, 127, 80]


# ------------------------------------------------------------------------------------------- view and ruler


def test_ctrl_wheel_zooms_at_the_cursor(rig: Rig) -> None:
    place = (3 * Q, 64)
    x = rig.spot(*place).x()
    zoom = rig.view.time.px_per_tick
    wheel(rig, place, 2, CTRL)
    assert rig.view.time.px_per_tick > zoom * 1.4
    assert rig.view.time.x(3 * Q) == pytest.approx(x, abs=2)
    row = rig.view.pitch.row_px
    wheel(rig, place, 1, CTRL | SHIFT)
    assert rig.view.pitch.row_px > row


def test_the_wheel_scrolls_and_the_bars_follow(rig: Rig) -> None:
    rig.view.time.zoom(4, 0)
    top = rig.view.pitch.top_px
    wheel(rig, (0, 64), -1)
    assert rig.view.pitch.top_px > top
    left = rig.view.time.left_px
    wheel(rig, (0, 64), -1, SHIFT)
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
