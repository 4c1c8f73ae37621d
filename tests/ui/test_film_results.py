"""Films that a plugin makes, on the strip and in the film."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from artstudio.documents.film import Footage
from artstudio.sdk import Video
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui.candidates.pane import CandidatesPane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from artstudio.ui.candidates.tray import Take
    from artstudio.ui.session import Session

ECHO = Path(__file__).parents[1] / "data" / "plugins" / "echo"
WAIT_MS = 20_000


@pytest.fixture
def session(toy_folder: Path, toy_session: Session) -> Session:
    """With the tests' echo plugin."""
    shutil.copytree(ECHO, toy_folder / "echo", ignore=shutil.ignore_patterns("__pycache__"))
    return toy_session


def film(session: Session, **params: object) -> Take:
    (take,) = session.tray.start(Generation("echo", "film", params=params), "Film", "video", Where())
    return take


def test_a_film_is_kept_at_the_playhead_as_one_undo_step(qtbot: QtBot, session: Session) -> None:
    pane = CandidatesPane(session)
    qtbot.addWidget(pane)
    pane.show()
    take = film(session)
    qtbot.waitUntil(lambda: take.candidate is not None, timeout=WAIT_MS)
    assert take.candidate is not None
    made = take.candidate.value
    assert isinstance(made, Footage)
    assert made.frames == 6
    session.select(playhead_tick=1920)  # two seconds
    pane.card(take).keep.click()
    (clip,) = session.project.sheet.film.clips
    assert (clip.footage, clip.start, clip.length, clip.name) == (made, 24, 6, "Film")
    assert clip.recipe == take.candidate.recipe
    assert session.project.sheet.film.fps == 12.0
    session.undo()
    assert not session.project.sheet.film.clips
    session.redo()
    assert session.project.sheet.film.clips == (clip,)


def test_several_films_are_kept_one_behind_the_other(qtbot: QtBot, session: Session) -> None:
    film(session, films=2)
    tray = session.tray
    qtbot.waitUntil(
        lambda: len(tray.takes) == 2 and all(take.candidate for take in tray.takes), timeout=WAIT_MS
    )
    first, second = tray.takes
    tray.keep(tray.takes)
    clips = session.project.sheet.film.clips
    assert [(clip.id, clip.start, clip.footage) for clip in clips] == [
        ("c1", 0, first.value),
        ("c2", 6, second.value),
    ]
    session.undo()
    assert not session.project.sheet.film.clips


def test_a_film_is_seen_while_it_is_made_and_stopped_by_discarding(qtbot: QtBot, session: Session) -> None:
    take = film(session, parts=1_000)
    qtbot.waitUntil(lambda: take.value is not None, timeout=WAIT_MS)
    assert isinstance(take.value, Video)
    session.tray.discard(take)
    job = take.job
    assert job is not None
    qtbot.waitUntil(job.ended.is_set, timeout=WAIT_MS)
    assert session.studio is not None
    assert list(session.studio.folders.footage.iterdir()) == []


def test_a_film_that_fails_says_why(qtbot: QtBot, session: Session) -> None:
    take = film(session, fault="size")
    qtbot.waitUntil(lambda: bool(take.problem), timeout=WAIT_MS)
    assert "the same size" in take.problem
