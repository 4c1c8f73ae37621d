"""A studio with one small real plugin, whose worker is a real process."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.edits import Put
from artstudio.documents.music import MusicTrack
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.sdk import Track, notes_array
from artstudio.studio.studio import Studio

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from artstudio.ui.app import App
    from artstudio.ui.session import Session
    from tests.ui.shell_rig import Make
    from tests.ui.timeline_rig import Rig
    from tests.ui.writer_rig import Atelier
    from tests.ui.writing_rig import Desk

MANIFEST = """
id = "toy"
version = "1.0.0"
api = ">=1.0,<2"
title = "Toy"
entry = "artstudio_toy.actions:Toy"
trains = true
"""

ACTIONS = '''
from __future__ import annotations
import os
import random
import threading
import numpy as np
from artstudio.sdk import (
    Checkpoint, Image, InvalidValue, Notice, Output, Params, Plugin, Preview, Progress, Results, Run, Score,
    Text, Track, Training, TrainRun, TrainStep, action, field, notes_array, training,
)


class Shade(Params):
    grey: int = field(100, title="Grey", ge=0, le=255)
    slow: bool = field(False, title="Slow", advanced=True)


class Bars(Params):
    bars: int = field(2, title="Bars", ge=1, le=64)


class Say(Params):
    words: str = field("hello", title="Words")


class Learn(Params):
    steps: int = field(20, title="Steps", ge=1)
    rate: float = field(0.1, title="Rate", ge=0, le=1, advanced=True)


class Toy(Plugin):
    @action("Fill", icon="blur")
    def fill(self, run: Run, params: Shade) -> Results[Image]:
        """Fill a picture with one grey."""
        yield Preview(Image(np.full((8, 8), params.grey // 2, np.uint8)))
        while params.slow:
            yield Progress(1, 10, "rows")
            threading.Event().wait(0.01)
        yield Progress(1, 1, "rows")
        yield Output(Image(np.full((64, 64), params.grey, np.uint8)))

    @action("Continue")
    def continue_(self, run: Run, score: Score, params: Bars) -> Results[Score]:
        """Add bars of one note."""
        luck = random.Random(run.seed)
        end = -(-score.end_tick // 1920) * 1920
        tracks = score.tracks or (Track(),)
        rows = []
        for bar in range(params.bars):
            rows.append((end + bar * 1920, 960, luck.randrange(48, 72), 90))
            added = np.concatenate([tracks[0].notes, notes_array(rows)])
            result = score.with_tracks((tracks[0].with_notes(added), *tracks[1:]))
            yield Progress(bar + 1, params.bars, "bars")
            yield Preview(result)
        yield Output(result)

    @action("Say")
    def say(self, run: Run, text: Text | None, params: Say) -> Results[Text]:
        """Say something after the text."""
        if params.words == "crash":
            os._exit(3)
        if params.words == "fail":
            raise InvalidValue("the word {words} cannot be said: choose another", words=params.words)
        if params.words == "notice":
            yield Notice("said on the processor")
        yield Output(Text((text.text if text else "") + params.words))

    @training("Learn shades", formats=(".png", ".txt"))
    def train(self, run: TrainRun, params: Learn) -> Training:
        """Learn nothing, step by step."""
        state = run.folder / "state"
        first = int(state.read_text()) if run.resume and state.exists() else 0
        best = run.folder / "best"
        for step in range(first, params.steps):
            threading.Event().wait(0.02)
            held_out = 2 / (step + 1) if step % 5 == 4 else None
            yield TrainStep(step + 1, 3 / (step + 1), (step + 1) / params.steps, held_out)
            state.write_text(str(step + 1))
            if held_out is not None:
                best.mkdir(exist_ok=True)
                (best / "config.json").write_text("{}")
                yield Preview(Image(np.full((8, 8), step % 256, np.uint8)))
                yield Checkpoint(best, step + 1, held_out)
'''


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Qt's offscreen platform crashes when a program ends with data of its own on the clipboard."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def toy_folder(tmp_path: Path) -> Path:
    """A folder of plugins with the toy in it; a test may add others."""
    package = tmp_path / "plugins" / "toy" / "artstudio_toy"
    package.mkdir(parents=True)
    (package.parent / "artstudio-plugin.toml").write_text(MANIFEST)
    (package / "__init__.py").touch()
    (package / "actions.py").write_text(ACTIONS)
    return package.parents[1]


@pytest.fixture(scope="session")
def schema_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the toy's schema is kept between tests, so that only the first one reads it in a worker."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def toy_studio(qapp: object, tmp_path: Path, toy_folder: Path, schema_cache: Path) -> Iterator[Studio]:
    from artstudio.ui.qthreads import join_qthreads, start_qthread

    folders = replace(Folders.under(tmp_path / "home"), cache=schema_cache)
    studio = Studio(folders, Settings(), start_qthread, builtin=toy_folder, packages=False)
    yield studio
    studio.close()
    assert join_qthreads()


@pytest.fixture
def toy_session(toy_studio: Studio) -> Iterator[Session]:
    """A session with two bars of a tune."""
    from artstudio.ui.session import Session

    session = Session(toy_studio, Project(Sheet.blank(64, 64)))
    tune = Track(notes_array([(0, 960, 60, 90), (960, 960, 64, 90), (1920, 1920, 67, 90)]))
    session.do(Put("Tune", "track", "t1", MusicTrack("t1", tune)))
    yield session
    session.feed.close()


@pytest.fixture
def folders(home: Path) -> Folders:
    return Folders.under(home)


@pytest.fixture
def make(qtbot: QtBot, folders: Folders, tmp_path: Path) -> Iterator[Make]:
    """Makes apps as `main` does, with no plugins; whatever is still open ends with the test."""
    made: list[App] = []
    (tmp_path / "plugins").mkdir()

    def app() -> App:
        from artstudio.ui.app import App
        from artstudio.ui.qthreads import start_qthread

        settings = Settings.load(folders.config / "settings.toml")
        studio = Studio(folders, settings, start_qthread, builtin=tmp_path / "plugins", packages=False)
        app = App(studio)
        made.append(app)
        app.window.show()
        qtbot.waitExposed(app.window)
        app.start()
        return app

    yield app
    from tests.ui.shell_rig import end

    for app_ in made:
        end(app_, qtbot)


@pytest.fixture
def app(make: Make) -> App:
    """A window with everything in it."""
    return make()


@pytest.fixture
def toy_app(qtbot: QtBot, toy_studio: Studio) -> Iterator[App]:
    """A window with everything in it, over the studio with the toy."""
    from artstudio.ui.app import App
    from tests.ui.shell_rig import end

    app = App(toy_studio)
    app.window.show()
    qtbot.waitExposed(app.window)
    app.start()
    yield app
    end(app, qtbot)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A text pane, ready to be written in."""
    from artstudio.ui.qthreads import join_qthreads
    from tests.ui.writing_rig import Desk

    yield Desk(qtbot)
    assert join_qthreads()


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    """A timeline with two tracks on a grid of quarters, in silence."""
    from artstudio.ui.qthreads import join_qthreads
    from artstudio.ui.timeline.grid import Division
    from tests.ui.timeline_rig import Rig, song

    rig = Rig(qtbot, song())
    rig.player.audition = lambda *note: None  # type: ignore[method-assign]  # sound has tests of its own
    rig.view.set_division(Division(4))
    yield rig
    rig.pane.shut_down()
    assert join_qthreads()


@pytest.fixture
def atelier(qtbot: QtBot, toy_folder: Path, toy_session: Session) -> Iterator[Atelier]:
    """A text pane beside the panel, with the toy writer among the plugins."""
    from tests.ui.writer_rig import make_atelier

    atelier = make_atelier(qtbot, toy_folder, toy_session)
    yield atelier
    toy_session.along.drop()


def grey(value: object) -> int:
    """The shade of a picture of one grey."""
    from artstudio.sdk import Image

    assert isinstance(value, Image)
    assert len(np.unique(value.pixels[..., :3])) == 1
    return int(value.pixels[0, 0, 0])
