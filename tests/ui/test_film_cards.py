"""Films as results: cards that move, a comparison, and what becomes of one that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from artstudio.documents.film import Footage
from artstudio.sdk import Video
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui import theme
from artstudio.ui.candidates.card import Card
from artstudio.ui.candidates.compare import CompareWindow
from artstudio.ui.candidates.media_view import MediaView
from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.dialogs import ask
from artstudio.ui.film.footage_view import FootageView
from artstudio.ui.session import Session
from tests.ui.film_rig import STEP, footage

WAIT_MS = 20_000
MANIFEST = """
id = "mover"
version = "1.0.0"
api = ">=1.0,<2"
title = "Mover"
entry = "artstudio_mover.actions:Mover"
"""
ACTIONS = '''
import threading
import numpy as np
from artstudio.sdk import Output, Params, Plugin, Preview, Results, Run, Video, action, field


class Long(Params):
    start: int = field(0, title="First shade", ge=0, le=99)
    held: bool = field(False, title="Stop after the preview")


def part(first):
    shades = first + 4 * np.arange(10, dtype=np.uint8)
    return Video(np.broadcast_to(shades[:, None, None, None], (10, 16, 32, 3)).copy(), 10.0)


class Mover(Plugin):
    @action("Move")
    def move(self, run: Run, params: Long) -> Results[Video]:
        """Twenty frames, each a little lighter than the one before."""
        yield Preview(part(params.start))
        while params.held:
            yield Preview(part(params.start))
            threading.Event().wait(0.02)
        yield Output(part(params.start), "film")
        yield Output(part(params.start + 40), "film")
'''


@pytest.fixture
def toy_folder(toy_folder: Path) -> Path:
    package = toy_folder / "mover" / "artstudio_mover"
    package.mkdir(parents=True)
    (package.parent / "artstudio-plugin.toml").write_text(MANIFEST)
    (package / "__init__.py").touch()
    (package / "actions.py").write_text(ACTIONS)
    return toy_folder


@pytest.fixture
def pane(qtbot: QtBot, toy_session: Session) -> CandidatesPane:
    pane = CandidatesPane(toy_session)
    qtbot.addWidget(pane)
    pane.resize(900, 220)
    pane.show()
    return pane


def films(qtbot: QtBot, session: Session, pane: CandidatesPane, *starts: int) -> list[Card]:
    """A card of a finished film of 20 frames for each first shade; none of them is chosen."""
    for start in starts:
        params = {"start": start, "held": False}
        session.tray.start(Generation("mover", "move", params=params), "Move", "video", Where())
    qtbot.waitUntil(lambda: all(take.candidate for take in session.tray.takes), timeout=WAIT_MS)
    session.tray.show(None)
    cards = [pane.card(take) for take in session.tray.takes]
    for card in cards:
        hover(card, False)  # wherever the mouse of the test's display is
    return cards


def film_of(card: Card) -> FootageView:
    assert card.film is not None
    return card.film


def shade(view: FootageView) -> int:
    """The grey above the signs that are drawn over the film."""
    picture = view.grab().toImage()
    return picture.pixelColor(view.width() // 2, view.height() // 2 - 20).red()


def hover(card: Card, over: bool) -> None:
    at = QPointF(4, 4)
    event = QEnterEvent(at, at, at) if over else QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(card, event)


def test_a_film_shows_its_first_frame_with_duration_and_size(
    qtbot: QtBot, toy_session: Session, pane: CandidatesPane
) -> None:
    [card] = films(qtbot, toy_session, pane, 20)
    film = film_of(card)
    qtbot.waitUntil(film.isVisible, timeout=WAIT_MS)  # its layout shows it in the event loop's next turn
    assert not card.view.isVisible()
    assert film.words == "0:02.0 · 32 × 16"
    assert film.accessibleName() == film.words
    film.pause()
    film.frame = 0
    film._wish()
    qtbot.waitUntil(lambda: shade(film) == 20, timeout=WAIT_MS)


def test_a_film_plays_while_its_card_is_under_the_mouse_or_chosen(
    qtbot: QtBot, toy_session: Session, pane: CandidatesPane
) -> None:
    [card] = films(qtbot, toy_session, pane, 0)
    film = film_of(card)
    assert not film.playing
    hover(card, True)
    assert film.playing
    qtbot.waitUntil(lambda: shade(film) >= 2 * STEP, timeout=WAIT_MS)
    hover(card, False)
    assert not film.playing
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert film.playing
    toy_session.tray.show(None)
    assert not film.playing


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    theme.use(qapp, "dark", less_motion=True)
    yield
    theme.use(qapp, "dark")
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("still")
def test_with_less_motion_films_play_only_when_asked(
    qtbot: QtBot, toy_session: Session, pane: CandidatesPane
) -> None:
    [card] = films(qtbot, toy_session, pane, 0)
    film = film_of(card)
    hover(card, True)
    assert not film.playing
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert film.playing


def test_space_plays_and_pauses(qtbot: QtBot, toy_session: Session, pane: CandidatesPane) -> None:
    [card] = films(qtbot, toy_session, pane, 0)
    film = film_of(card)
    assert card.play.isVisible()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert film.playing
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert not film.playing


def test_a_film_goes_round(qtbot: QtBot, tmp_path: Path) -> None:
    view = FootageView(footage(tmp_path, 2, fps=20))
    qtbot.addWidget(view)
    view.resize(64, 64)
    view.show()
    seen: list[int] = []
    view.play()

    def beginning_seen_again() -> bool:
        if not seen or seen[-1] != view.frame:
            seen.append(view.frame)
        return seen[:3] in ([0, 1, 0], [1, 0, 1])

    qtbot.waitUntil(beginning_seen_again, timeout=WAIT_MS)


def test_a_film_that_nobody_sees_rests(qtbot: QtBot, tmp_path: Path) -> None:
    view = FootageView(footage(tmp_path, 20))
    qtbot.addWidget(view)
    view.resize(64, 64)
    view.show()
    view.play()
    view.hide()
    assert not view.playing


def test_footage_that_is_gone_says_so_in_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    gone = Footage("0" * 64, tmp_path / "gone.mkv", 10, 10.0, 32, 16)
    view = FootageView(gone)
    qtbot.addWidget(view)
    view.show()
    view.play()
    qtbot.waitUntil(lambda: "gone.mkv" in view._problem, timeout=WAIT_MS)
    assert not view.playing


def test_while_a_film_is_made_its_newest_picture_is_seen(
    qtbot: QtBot, toy_session: Session, pane: CandidatesPane
) -> None:
    params = {"start": 20, "held": True}
    [take] = toy_session.tray.start(Generation("mover", "move", params=params), "Move", "video", Where())
    card = pane.card(take)
    qtbot.waitUntil(lambda: isinstance(take.value, Video), timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: card.view.grab().toImage().pixelColor(card.view.rect().center()).red() == 20 + 9 * STEP,
        timeout=WAIT_MS,
    )
    assert isinstance(card.view, MediaView)
    toy_session.tray.discard(take)
    qtbot.waitUntil(lambda: take.job is not None and take.job.outcome is not None, timeout=WAIT_MS)


def test_two_films_are_compared_while_both_play(
    qtbot: QtBot, toy_session: Session, pane: CandidatesPane
) -> None:
    films(qtbot, toy_session, pane, 0, 40)
    pane.compare()
    window = pane.findChild(CompareWindow)
    assert isinstance(window, CompareWindow)
    views = window.findChildren(FootageView)
    assert [view.playing for view in views] == [True, True]
    pause = [button for button in window.findChildren(QPushButton) if button.text() == "Pause"]
    pause[0].click()
    assert [view.playing for view in views] == [False, True]
    assert pause[0].text() == "Play"
    QTest.mouseClick(views[0], Qt.MouseButton.LeftButton)
    assert views[0].playing
    window.close()


def test_a_film_that_is_kept_lands_at_the_playhead(
    qtbot: QtBot, toy_session: Session, pane: CandidatesPane
) -> None:
    [card] = films(qtbot, toy_session, pane, 0)
    toy_session.select(playhead_tick=960.0)  # one second
    QTest.keyClick(card, Qt.Key.Key_Return)
    [clip] = toy_session.project.sheet.film.clips
    assert (clip.name, clip.start, clip.length) == ("Move", 10, 20)
    assert clip.recipe is not None
    toy_session.undo()
    assert not toy_session.project.sheet.film.clips


def test_a_film_is_asked_to_be_exported_as_a_film_file(
    qtbot: QtBot, toy_session: Session, pane: CandidatesPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [card] = films(qtbot, toy_session, pane, 0)
    offers: list[list[str]] = []

    def choose(_parent: object, _title: str, kinds: list[tuple[str, list[str]]], _start: Path) -> Path:
        offers.extend(list(suffixes) for _, suffixes in kinds)
        return tmp_path / "out.gif"

    monkeypatch.setattr(ask, "ask_save", choose)
    with qtbot.waitSignal(toy_session.film_export_wanted, timeout=WAIT_MS) as wanted:
        QTest.keyClick(card, Qt.Key.Key_E)
    assert offers == [[".mp4", ".webm", ".gif", ".webp", ".png"]]
    assert wanted.args == [pane._tray.takes[0].candidate, tmp_path / "out.gif"]
