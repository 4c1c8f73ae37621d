"""Results of a real plugin, looked at, kept and discarded by mouse and keyboard."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from artstudio.documents.edits import Put
from artstudio.documents.text_edits import ReplaceText
from artstudio.documents.writing import Passage
from artstudio.sdk import Audio, Image, Score, Tempo, Text, TileMap, Track, Video, notes_array
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui.candidates.compare import CompareWindow
from artstudio.ui.candidates.excerpt import continuation
from artstudio.ui.candidates.media_view import MediaView
from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.candidates.recipe import RecipeWindow
from artstudio.ui.candidates.tray import MOST_TAKES, Take

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from artstudio.ui.candidates.card import Card
    from artstudio.ui.session import Session

WAIT_MS = 20_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(qtbot: QtBot, toy_session: Session) -> CandidatesPane:
    made = CandidatesPane(toy_session)
    qtbot.addWidget(made)
    made.resize(900, 220)
    made.show()
    return made


@pytest.fixture
def shown(toy_session: Session) -> list[Any]:
    """What was previewed in the panes, in order."""
    values: list[Any] = []
    toy_session.previewed.connect(values.append)
    return values


def shades(qtbot: QtBot, session: Session, *greys: int) -> list[Take]:
    """A finished picture of each grey."""
    for grey in greys:
        generation = Generation("toy", "fill", params={"grey": grey, "slow": False}, seed=grey)
        session.tray.start(generation, "Fill", "image", Where())
    qtbot.waitUntil(lambda: all(take.candidate for take in session.tray.takes), timeout=WAIT_MS)
    return list(session.tray.takes)


def cards(pane: CandidatesPane) -> list[Card]:
    return [pane.card(take) for take in pane._tray.takes]


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def layers(session: Session) -> list[int]:
    """The grey of each layer, bottom first."""
    return [int(layer.pixels.to_image().pixels[0, 0, 0]) for layer in session.project.sheet.canvas.layers]


def test_an_empty_strip_says_what_to_do(pane: CandidatesPane, toy_session: Session) -> None:
    assert pane._stack.currentIndex() == 0
    assert not pane.keep_all_button.isEnabled()


def test_a_result_is_previewed_and_kept_as_one_undo_step(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session, shown: list[Any]
) -> None:
    (take,) = shades(qtbot, toy_session, 70)
    assert [int(value.pixels[0, 0, 0]) for value in shown if value is not None][-1] == 70
    before = toy_session.project.history.position
    click(pane.card(take).keep)
    assert layers(toy_session) == [70]
    assert toy_session.project.history.position == before + 1
    assert toy_session.project.sheet.canvas.layers[0].recipe is not None
    assert shown[-1] is None
    assert not pane.card(take).keep.isEnabled()
    toy_session.project.undo()
    assert layers(toy_session) == []


def test_the_keyboard_walks_keeps_and_discards(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    shades(qtbot, toy_session, 10, 20, 30)
    first, second, third = cards(pane)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert toy_session.tray.shown is second.take
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert [card.take for card in cards(pane)] == [first.take, third.take]
    QTest.keyClick(third, Qt.Key.Key_Return)
    assert layers(toy_session) == [30]
    QTest.keyClick(third, Qt.Key.Key_Left)
    assert toy_session.tray.shown is first.take


def test_what_was_discarded_comes_back(qtbot: QtBot, pane: CandidatesPane, toy_session: Session) -> None:
    (take,) = shades(qtbot, toy_session, 10)
    click(pane.card(take).discard)
    assert cards(pane) == []
    click(pane.back_button)
    click(pane.card(take).keep)
    assert layers(toy_session) == [10]


def test_keep_all_is_one_step(qtbot: QtBot, pane: CandidatesPane, toy_session: Session) -> None:
    shades(qtbot, toy_session, 10, 20, 30)
    before = toy_session.project.history.position
    click(pane.keep_all_button)
    assert layers(toy_session) == [10, 20, 30]
    assert toy_session.project.history.position == before + 1
    assert not pane.keep_all_button.isEnabled()
    toy_session.project.undo()
    assert layers(toy_session) == []


def test_again_gives_the_same_and_a_new_seed_another(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    score = toy_session.project.sheet.music.score()
    toy_session.tray.start(
        Generation("toy", "continue", {"score": score}, {"bars": 4}, 3), "Go", "score", Where()
    )
    qtbot.waitUntil(lambda: all(take.candidate for take in toy_session.tray.takes), timeout=WAIT_MS)
    QTest.keyClick(cards(pane)[0], Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(cards(pane)[0], Qt.Key.Key_R)
    qtbot.waitUntil(lambda: sum(bool(t.candidate) for t in toy_session.tray.takes) == 3, timeout=WAIT_MS)
    first, same, other = (take.value for take in toy_session.tray.takes)
    assert first == same
    assert first != other


def test_notes_stream_onto_the_card_and_into_the_pane_while_they_are_made(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session, shown: list[Any]
) -> None:
    score = toy_session.project.sheet.music.score()
    (take,) = toy_session.tray.start(
        Generation("toy", "continue", {"score": score}, {"bars": 64}), "Go", "score", Where()
    )
    seen: list[int] = []
    toy_session.tray.changed.connect(
        lambda changed: (
            seen.append(changed.value.note_count) if changed.value and not changed.candidate else None
        )
    )
    qtbot.waitUntil(lambda: take.candidate is not None, timeout=WAIT_MS)
    assert seen == sorted(seen)
    assert shown[-1].note_count == 3 + 64
    click(pane.card(take).keep)
    assert len(toy_session.project.sheet.track("t1").track.notes) == 3 + 64


def test_playing_a_continuation_begins_with_the_bar_before_it(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    score = toy_session.project.sheet.music.score()
    toy_session.tray.start(
        Generation("toy", "continue", {"score": score}, {"bars": 2}), "Go", "score", Where()
    )
    qtbot.waitUntil(lambda: all(take.candidate for take in toy_session.tray.takes), timeout=WAIT_MS)
    heard: list[Any] = []
    toy_session.audition.connect(heard.append)
    (card,) = cards(pane)
    click(card.play)
    assert heard[0].tracks[0].notes["start"].tolist() == [0, 1920, 3840]  # bar 2, then the new ones
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert heard[1] is None


def test_two_marked_cards_are_compared_and_one_kept(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    shades(qtbot, toy_session, 10, 20, 30)
    first, _, third = cards(pane)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, CTRL)
    QTest.mouseClick(third, Qt.MouseButton.LeftButton, CTRL)
    window = pane.findChild(CompareWindow)
    assert window is not None
    assert len(window.findChildren(MediaView)) == 2
    keep_second = [b for b in window.findChildren(QPushButton) if b.text() == "Keep"][1]
    click(keep_second)
    assert layers(toy_session) == [30]
    assert not window.isVisible()


def test_the_recipe_can_be_read_and_copied(qtbot: QtBot, pane: CandidatesPane, toy_session: Session) -> None:
    shades(qtbot, toy_session, 10)
    QTest.keyClick(cards(pane)[0], Qt.Key.Key_I)
    window = pane.findChild(RecipeWindow)
    assert window is not None
    text = window.findChild(QPlainTextEdit)
    assert text is not None
    assert json.loads(text.toPlainText())["params"] == {"grey": 10, "slow": False}
    click(next(b for b in window.findChildren(QPushButton) if b.text() == "Copy"))
    assert QGuiApplication.clipboard().text() == text.toPlainText()


def test_a_failure_and_a_crash_stay_as_a_sentence_on_their_cards(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    for words in ("fail", "crash", "fine"):
        toy_session.tray.start(
            Generation("toy", "say", {"text": None}, {"words": words}), "Say", "text", Where()
        )
    qtbot.waitUntil(lambda: not any(take.making for take in toy_session.tray.takes), timeout=WAIT_MS)
    failed, crashed, fine = cards(pane)
    assert failed._problem.text() == "The word fail cannot be said: choose another."
    assert "nothing else was touched" in crashed._problem.text()
    assert not failed.keep.isVisible()
    QTest.keyClick(failed, Qt.Key.Key_Return)  # nothing to keep
    assert toy_session.project.sheet.passages == ()
    assert fine.take.value == Text("fine")


def test_discarding_what_is_being_made_stops_it(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    (take,) = toy_session.tray.start(
        Generation("toy", "fill", params={"slow": True}), "Fill", "image", Where()
    )
    assert take.job is not None
    qtbot.waitUntil(lambda: take.value is not None, timeout=WAIT_MS)
    QTest.keyClick(pane.card(take), Qt.Key.Key_Delete)
    assert cards(pane) == []
    qtbot.waitUntil(take.job.ended.is_set, timeout=WAIT_MS)
    assert not toy_session.tray.can_bring_back


def test_a_text_takes_the_place_of_what_it_was_made_from_while_that_is_still_there(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    toy_session.do(Put("Write", "passage", "p1", Passage.plain("p1", "Tale", "Once upon a time")))
    generation = Generation("toy", "say", {"text": Text("upon")}, {"words": "!"})
    where = Where(passage_id="p1", start=5, end=9)
    for _ in range(2):
        toy_session.tray.start(generation, "Say", "text", where)
    qtbot.waitUntil(lambda: all(take.candidate for take in toy_session.tray.takes), timeout=WAIT_MS)
    first, second = cards(pane)
    click(first.keep)
    assert toy_session.project.sheet.passage("p1").text == "Once upon! a time"
    toy_session.do(ReplaceText("Type", "p1", 0, 4, "Twice, long ago"))
    click(second.keep)
    assert toy_session.project.sheet.passage("p1").text == "Twice, long ago upon! a time"
    assert toy_session.project.sheet.passages[1].text == "upon!"


def test_the_oldest_cards_make_room(qtbot: QtBot, pane: CandidatesPane, toy_session: Session) -> None:
    first = shades(qtbot, toy_session, 10)[0]
    for number in range(MOST_TAKES):
        toy_session.tray._insert(Take(number, "Old", "image", first.generation, Where(), problem="gone"))
    assert len(toy_session.tray.takes) == MOST_TAKES
    assert first not in toy_session.tray.takes


def test_heavy_results_make_room_too(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("artstudio.ui.candidates.tray.MOST_NBYTES", 2 * 64 * 64 * 4)
    shades(qtbot, toy_session, 10, 20)
    takes = shades(qtbot, toy_session, 30)
    assert [take.generation.seed for take in takes] == [20, 30]


def test_another_project_begins_with_an_empty_strip(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    from artstudio.documents.project import Project
    from artstudio.documents.sheet import Sheet

    shades(qtbot, toy_session, 10)
    toy_session.open(Project(Sheet.blank()))
    assert cards(pane) == []


@pytest.mark.parametrize(
    "value",
    [
        Image(np.full((500, 300), 200, np.uint8)),
        Image(np.zeros((1, 1), np.uint8)),
        Score((Track(notes_array([(0, 480, 60, 90), (480, 480, 127, 90)])), Track())),
        Score(),
        Text("山水\n" * 500),
        Audio(np.sin(np.arange(9_000, dtype=np.float32) / 9)),
        Audio(np.zeros(0, np.float32)),
        Video(np.full((2, 30, 40, 3), 120, np.uint8)),
        TileMap(np.array([[0, -1], [1, 0]]), ("grass", "water")),
        None,
    ],
)
def test_every_kind_can_be_drawn_at_any_size(qtbot: QtBot, value: Any) -> None:
    view = MediaView(value)
    qtbot.addWidget(view)
    empty = MediaView()
    qtbot.addWidget(empty)
    for size in ((120, 80), (3, 3), (700, 40)):
        for one in (view, empty):
            one.resize(*size)
        drawn, blank = view.grab().toImage(), empty.grab().toImage()
        silent = value is None or value in (Score(), Audio(np.zeros(0, np.float32)))
        if size == (120, 80):
            assert (drawn == blank) == silent


def test_an_excerpt_keeps_the_tempo_in_force() -> None:
    base = Score(
        (Track(notes_array([(0, 1920, 60, 90), (1920, 1920, 62, 90)])),), tempos=(Tempo(0, 400_000),)
    )
    longer = base.with_tracks(
        (Track(notes_array([(0, 1920, 60, 90), (1920, 1920, 62, 90), (3840, 480, 64, 90)])),)
    )
    heard = continuation(longer, base)
    assert heard.tempos == (Tempo(0, 400_000),)
    assert heard.tracks[0].notes["start"].tolist() == [0, 1920]
    assert continuation(base, None) is base
