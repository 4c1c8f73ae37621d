"""Writing and changing notes on the piano roll, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.ui.timeline.view import Tool
from tests.ui.timeline_rig import LEFT, NONE, RIGHT, Q, Rig, move

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
)  # fmt: skip
C, E, G = (0, Q, 60, 80), (Q, Q, 64, 80), (2 * Q, Q, 67, 80)


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
    rig.wheel((200, 60), 1, ALT)
    rig.wheel((200, 60), 2, ALT)
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
