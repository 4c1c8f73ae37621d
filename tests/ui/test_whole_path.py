"""The one path that everything stands on: the real window, the real composer and its starter model.

A MIDI file is opened, continued, watched while it is made, kept, undone, saved, reopened and exported.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from artstudio.base.paths import Folders, resources
from artstudio.base.settings import Settings
from artstudio.media import formats
from artstudio.sdk import Audio, Score, Tempo, Track, notes_array
from artstudio.studio import files
from artstudio.studio.studio import Studio
from artstudio.ui.app import App
from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.dialogs import ask
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.qthreads import join_qthreads, start_qthread

STARTER = resources() / "models" / "rnn-composer" / "starter" / "model.safetensors"
BAR = 4 * 480
MELODY = [67, 69, 71, 72, 74, 72, 71, 69, 67, 67, 69, 71, 71, 69, 69, 67]
TUNE = Score(
    (
        Track(
            notes_array([(i * 480, 480, pitch, 84) for i, pitch in enumerate(MELODY)]),
            name="Voice",
            program=52,
        ),
        Track(
            notes_array([(i * BAR, BAR, pitch, 70) for i in range(4) for pitch in (43, 59, 62)]), name="Piano"
        ),
    ),
    tempos=(Tempo(0, 600_000),),
)

pytestmark = pytest.mark.skipif(not STARTER.is_file(), reason="the composer's starter model is not here")


@pytest.fixture
def app(qtbot: QtBot, home: Path) -> Iterator[App]:
    made = App(Studio(Folders.under(home), Settings(), start_qthread, packages=False))
    made.window.show()
    qtbot.waitExposed(made.window)
    made.start()
    yield made
    with qtbot.waitSignal(made.closing.closed, timeout=20_000):
        made.closing.end(keep_journal=False)
    assert join_qthreads()


def test_a_tune_is_opened_continued_kept_undone_saved_reopened_and_exported(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = app.session
    formats.write(TUNE, tmp_path / "tune.mid")
    with qtbot.waitSignal(session.project_replaced, timeout=20_000):
        app.files.open(tmp_path / "tune.mid")
    opened = session.project.sheet

    panel = app.window.findChild(PanelPane)
    assert panel is not None
    qtbot.waitUntil(lambda: "rnn-composer" in session.catalog.schemas, timeout=20_000)
    panel.choose("rnn-composer", "continue")
    streamed: list[int] = []
    session.previewed.connect(lambda value: streamed.append(value.note_count) if value is not None else None)
    with qtbot.waitSignal(session.tray.added, timeout=20_000):
        QTest.mouseClick(panel.foot.generate, Qt.MouseButton.LeftButton)
    (take,) = session.tray.takes
    qtbot.waitUntil(lambda: not take.making, timeout=60_000)
    assert take.problem == ""
    assert streamed[0] < streamed[-1], "notes come while they are made"
    assert session.project.sheet is opened, "nothing is in the project before it is kept"

    strip = app.window.findChild(CandidatesPane)
    assert strip is not None
    QTest.keyClick(strip.card(take), Qt.Key.Key_Return)
    kept = session.project.sheet
    score = kept.music.score()
    for before, after in zip(TUNE.tracks, score.tracks, strict=True):
        assert np.array_equal(after.notes[: len(before.notes)], before.notes), "the tune stays as it was"
        assert after.notes["start"][len(before.notes) :].min(initial=4 * BAR) >= 4 * BAR
    assert score.note_count > TUNE.note_count
    assert score.end_tick <= 12 * BAR
    session.undo()
    assert session.project.sheet == opened
    session.redo()
    assert session.project.sheet == kept

    saved = tmp_path / "song.artstudio"
    monkeypatch.setattr(ask, "ask_save", lambda *_args, **_words: saved)
    with qtbot.waitSignal(app.files.saved, timeout=20_000):
        app.files.save()
    qtbot.waitUntil(lambda: not session.project.dirty)
    assert files.open_file(saved, tmp_path).sheet == kept

    for name in ("song.mid", "song.wav"):
        files.export(app.studio, kept, tmp_path / name)
    again, sound = formats.read(tmp_path / "song.mid"), formats.read(tmp_path / "song.wav")
    assert isinstance(again, Score)
    assert isinstance(sound, Audio)
    assert again.note_count == score.note_count
    assert 0.02 < float(np.abs(sound.samples).max()) <= 1
