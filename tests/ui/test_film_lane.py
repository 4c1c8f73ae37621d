"""The film lane of the timeline, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import SetFilm
from artstudio.documents.film import Film
from artstudio.ui.timeline.film_menu import clip_menu
from artstudio.ui.timeline.grid import Division
from tests.ui.film_rig import FPS, FilmHand, footage, three_clips
from tests.ui.timeline_rig import LEFT, NONE, RIGHT, Rig

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
)  # fmt: skip
START = {"A": (0, 20), "B": (20, 30), "C": (40, 60)}


@pytest.fixture
def hand(rig: Rig, tmp_path: Path) -> FilmHand:
    """Three clips at 10 frames a second; a beat is half a second, so 5 frames."""
    return FilmHand(rig, three_clips(tmp_path))


def beside(spot: QPoint, by_px: int) -> QPoint:
    return spot + QPoint(by_px, 0)


# ------------------------------------------------------------------------------------------------- the lane


def test_the_lane_is_there_when_there_is_a_film(rig: Rig, tmp_path: Path) -> None:
    lane = rig.pane.film.lane
    assert not lane.isVisible()
    FilmHand(rig, three_clips(tmp_path))
    assert lane.isVisible()
    assert rig.pane.film.head.words.text() == "3 clips · 0:06.0 · 10 fps"
    rig.session.undo()
    assert not lane.isVisible()


def test_the_menu_shows_an_empty_lane_and_hides_it_again(rig: Rig) -> None:
    show = rig.actions["music.film"]
    show.callback()
    assert rig.pane.film.lane.isVisible()
    assert show.checked is not None
    assert show.checked()
    show.callback()
    assert not rig.pane.film.lane.isVisible()


def test_a_film_longer_than_the_music_can_be_scrolled_to(rig: Rig, tmp_path: Path) -> None:
    longest = footage(tmp_path, 50, fps=1.0)
    rig.session.do(SetFilm("Film", Film((), FPS).with_clip(three_clips(tmp_path).clips[0], 3_000)))
    end_tick = rig.view.clock.tick(3_020 / FPS)
    assert longest.seconds == 50
    assert rig.view.overview.content_ticks > end_tick
    assert rig.view.time.content_ticks > end_tick


def test_clips_lie_where_their_seconds_are(hand: FilmHand) -> None:
    # 120 quarters a minute: 2 s are 4 quarters
    assert hand.lane.frames.x(20) == pytest.approx(hand.rig.view.overview.x(4 * 480))
    assert hand.lane.hit(hand.spot(25).x()) is not None
    assert hand.lane.hit(hand.spot(35).x()) is None


# ------------------------------------------------------------------------------------------------- dragging


def test_dragging_a_clip_moves_it_in_one_step(hand: FilmHand) -> None:
    before = hand.rig.steps()
    hand.drag(hand.spot(50), hand.spot(60), hand.spot(80), hand.spot(65))
    assert hand.stretches() == {**START, "C": (55, 75)}
    assert hand.rig.steps() == before + 1
    hand.session.undo()
    assert hand.stretches() == START


def test_a_clip_dragged_over_its_neighbours_changes_places_with_them(hand: FilmHand) -> None:
    hand.drag(hand.spot(25), hand.spot(10), hand.spot(1), held=ALT)
    assert list(hand.stretches()) == ["B", "A", "C"]
    assert hand.stretches()["B"] == (0, 10)
    assert hand.stretches()["A"] == (10, 30)


def test_escape_ends_a_drag_without_a_trace(hand: FilmHand) -> None:
    before = hand.rig.steps()
    hand.drag(hand.spot(25), hand.spot(10), hand.spot(0), let_go=False)
    assert [clip.name for clip in hand.editor.film.clips] == ["B", "A", "C"]
    hand.key(Key.Key_Escape)
    QTest.mouseRelease(hand.lane, LEFT, NONE, hand.spot(0))
    assert (hand.stretches(), hand.rig.steps()) == (START, before)
    assert hand.editor.film is hand.film


def test_a_trembling_click_moves_nothing(hand: FilmHand) -> None:
    hand.drag(hand.spot(25), beside(hand.spot(25), 2))
    assert hand.stretches() == START
    assert hand.chosen() == ["B"]


def test_an_undo_in_the_middle_of_a_drag_ends_the_drag(hand: FilmHand) -> None:
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Right, ALT)
    hand.drag(hand.spot(50), hand.spot(90), let_go=False)
    hand.session.undo()
    QTest.mouseRelease(hand.lane, LEFT, NONE, hand.spot(90))
    assert hand.stretches() == START


def test_a_drag_snaps_to_edges_to_the_playhead_and_to_beats_but_not_with_alt(hand: FilmHand) -> None:
    hand.rig.view.set_division(Division(off=True))
    grip, near = hand.spot(50), 5  # pixels that a hand misses by
    hand.drag(grip, beside(hand.spot(40), -near))
    assert hand.stretches()["C"] == (30, 50)  # to the end of B
    hand.session.undo()
    hand.go(47)
    hand.drag(grip, beside(hand.spot(57), near))
    assert hand.stretches()["C"] == (47, 67)  # to the playhead
    hand.session.undo()
    hand.rig.view.set_division(Division(4))
    hand.drag(grip, beside(hand.spot(75), near))
    assert hand.stretches()["C"] == (65, 85)  # to a beat
    hand.session.undo()
    hand.drag(grip, beside(hand.spot(75), near), held=ALT)
    assert hand.stretches()["C"][0] != 65
    assert hand.stretches()["C"][0] == pytest.approx(65, abs=3)


def test_trimming_both_ends_shows_other_footage_and_never_more_than_there_is(hand: FilmHand) -> None:
    left, right = beside(hand.spot(40), 2), beside(hand.spot(60), -2)
    hand.drag(left, hand.spot(45))
    assert hand.stretches()["C"] == (45, 60)
    assert hand.film.clip("c3").skipped_s == pytest.approx(0.5)
    hand.drag(right, hand.spot(300))
    assert hand.stretches()["C"] == (45, 80)  # 40 frames of footage, 5 of them cut off
    assert hand.rig.steps() == 5  # two tracks, the film, two trims


def test_the_cursor_tells_what_a_drag_would_do(hand: FilmHand) -> None:
    shapes = []
    for place in (hand.spot(50), beside(hand.spot(40), 2), beside(hand.spot(60), -2), hand.spot(35)):
        QTest.mouseMove(hand.lane, place)
        shapes.append(hand.lane.cursor().shape())
    body, left, right, ground = shapes
    assert body is Qt.CursorShape.OpenHandCursor
    assert left is right is Qt.CursorShape.SplitHCursor
    assert ground is Qt.CursorShape.ArrowCursor


# -------------------------------------------------------------------------------------------------- choosing


def test_shift_chooses_up_to_and_ctrl_one_more_or_less(hand: FilmHand) -> None:
    hand.click(10)
    assert hand.chosen() == ["A"]
    hand.click(50, SHIFT)
    assert hand.chosen() == ["A", "B", "C"]
    hand.click(25, CTRL)
    assert hand.chosen() == ["A", "C"]
    hand.click(10)
    assert hand.chosen() == ["A"]


def test_all_chosen_clips_move_together(hand: FilmHand) -> None:
    hand.click(25)
    hand.click(50, CTRL)
    hand.drag(hand.spot(50), hand.spot(80), hand.spot(75))
    assert hand.stretches() == {"A": (0, 20), "B": (45, 55), "C": (65, 85)}


def test_delete_takes_the_chosen_clips_and_undo_brings_them_back(hand: FilmHand) -> None:
    hand.click(25)
    hand.key(Key.Key_Delete)
    assert list(hand.stretches()) == ["A", "C"]
    hand.session.undo()
    assert hand.stretches() == START


def test_the_edit_menu_is_about_clips_while_the_lane_has_the_keys(hand: FilmHand) -> None:
    hand.click(25)
    hand.rig.act("edit.delete")
    assert list(hand.stretches()) == ["A", "C"]
    assert len(hand.rig.notes()) == 3
    hand.rig.act("edit.select_all")
    assert hand.chosen() == ["A", "C"]
    hand.rig.roll.setFocus()
    hand.rig.act("edit.select_all")
    assert hand.rig.chosen() == [0, 1, 2]


# ------------------------------------------------------------------------------------------------------ keys


def test_arrows_go_from_clip_to_clip_and_with_alt_move_one_by_a_frame_in_one_step(hand: FilmHand) -> None:
    hand.lane.setFocus()
    hand.key(Key.Key_Right)
    assert hand.chosen() == ["A"]
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Right)
    assert hand.chosen() == ["C"]
    hand.key(Key.Key_Left, SHIFT)
    assert hand.chosen() == ["B", "C"]
    hand.key(Key.Key_Right)
    before = hand.rig.steps()
    for _ in range(3):
        hand.key(Key.Key_Right, ALT)
    assert hand.stretches()["C"] == (43, 63)
    assert hand.rig.steps() == before + 1
    assert hand.rig.notes()[0][0] == 0  # the arrows are not for the notes meanwhile
    hand.session.undo()
    assert hand.stretches() == START


def test_the_end_of_a_clip_is_trimmed_by_keys(hand: FilmHand) -> None:
    hand.click(50)
    hand.key(Key.Key_Right, ALT | SHIFT)
    assert hand.stretches()["C"] == (40, 61)
    hand.go(45)
    hand.key(Key.Key_BracketLeft)
    hand.go(55)
    hand.key(Key.Key_BracketRight)
    assert hand.stretches()["C"] == (45, 55)


def test_return_and_a_double_click_go_to_the_clip(hand: FilmHand) -> None:
    hand.click(25)
    hand.key(Key.Key_Return)
    assert hand.lane.frames.playhead == 20
    QTest.mouseDClick(hand.lane, LEFT, NONE, hand.spot(50))
    assert hand.lane.frames.playhead == 40
    assert hand.stretches() == START


def test_the_clip_at_the_playhead_is_split(hand: FilmHand) -> None:
    hand.go(8)
    hand.lane.setFocus()
    hand.key(Key.Key_S)
    assert [(clip.name, clip.start, clip.end) for clip in hand.film.clips][:2] == [("A", 0, 8), ("A", 8, 20)]
    assert hand.film.clips[1].skipped_s == pytest.approx(0.8)


def test_duplicate_and_close_gaps(hand: FilmHand) -> None:
    hand.click(25)
    hand.rig.act("edit.duplicate")
    assert [(clip.name, clip.start) for clip in hand.film.clips] == [
        ("A", 0), ("B", 20), ("B", 30), ("C", 40)
    ]  # fmt: skip
    hand.key(Key.Key_Delete)
    hand.key(Key.Key_G)
    assert hand.stretches() == {"A": (0, 20), "B": (20, 30), "C": (30, 50)}


def test_a_clip_is_renamed_in_its_place(hand: FilmHand) -> None:
    hand.click(25)
    hand.key(Key.Key_F2)
    field = hand.lane.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Sunrise")
    QTest.keyClick(field, Key.Key_Return)
    assert hand.film.clip("c2").name == "Sunrise"
    assert hand.lane.hasFocus()


def test_the_context_menu_is_about_the_clip_under_the_mouse(hand: FilmHand, qtbot: QtBot) -> None:
    hand.go(45)
    hand.click(10)
    with qtbot.waitSignal(hand.lane.menu_wanted):
        QTest.mouseClick(hand.lane, RIGHT, NONE, hand.spot(50))
        place = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, hand.spot(50), QPoint())
        hand.lane.menu_wanted.disconnect(hand.row._show_menu)  # no window pops up in a test
        QApplication.sendEvent(hand.lane, place)
    menu = clip_menu(hand.lane, hand.lane, lambda _clip_id: None)
    entries = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert hand.chosen() == ["C"]
    assert not entries["Show Recipe"].isEnabled()
    entries["Split at Playhead"].trigger()
    assert [clip.start for clip in hand.film.clips] == [0, 20, 40, 45]


def test_another_rate_keeps_clips_at_their_seconds(hand: FilmHand) -> None:
    x = hand.lane.frames.x(40)
    hand.row.head._fill()
    rates = hand.row.head._menu.actions()[1].menu()
    assert rates is not None
    next(action for action in rates.actions() if action.text() == "30").trigger()  # type: ignore[attr-defined]
    assert hand.film.fps == 30
    assert hand.film.clip("c3").start == 120
    assert hand.lane.frames.x(120) == pytest.approx(x)
