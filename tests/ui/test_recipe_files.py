"""Files that leave the window with their recipes and are dropped on it again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.project import Project
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.documents.writing import Passage
from artstudio.media import formats
from artstudio.project.archive import save_project
from artstudio.sdk import Image, Score, Track, Video, notes_array
from artstudio.studio.files import write_result
from artstudio.studio.recipes import MOST_NBYTES, recipe_in
from artstudio.studio.studio import Studio
from artstudio.ui.app import App
from artstudio.ui.candidates.tray import Take
from artstudio.ui.dialogs import ask
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.qthreads import join_qthreads, start_qthread
from artstudio.ui.session import Session
from tests.ui.shell_rig import WAIT_MS
from tests.unit.project.builders import rich_sheet

PLUGINS = Path(__file__).parents[1] / "data" / "plugins"
MADE = Recipe("toy", "1.0.0", "say", params={"words": "once"}, seed=77)
NOTES = notes_array([(0, 480, 60, 90)])
PICTURE = Layer("l1", "Grey", Tiles.from_image(Image(np.full((24, 32, 4), 90, np.uint8))))
LANDING = (".png", ".jpg", ".webp", ".tif", ".mid", ".md", ".docx", ".html")
SETTINGS_ALONE = (".wav", ".flac", ".ogg", ".pdf")
FILMS = (".mp4", ".webm", ".gif", ".webp", ".png")


def made_by(recipe: Recipe) -> Sheet:
    return Sheet(
        Canvas(32, 24, (replace(PICTURE, recipe=recipe),)),
        Music(tracks=(MusicTrack("t1", Track(NOTES), recipe=recipe),)),
        (Passage.plain("p1", "Page", "Once", recipe),),
    )


def export_to(app: App, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, path: Path) -> Path:
    monkeypatch.setattr(ask, "ask_save", lambda *_args: path)
    with qtbot.waitSignal(app.session.said, timeout=WAIT_MS):
        app.files.export()
    return path


def drop(app: App, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(app.window, QDragEnterEvent(QPoint(1, 1), copy, mime, left, plain))
    QApplication.sendEvent(app.window, QDropEvent(QPointF(1, 1), copy, mime, left, plain))


def brought(sheet: Sheet) -> list[Recipe | None]:
    """The recipes of all that there is in a project, but for its first empty track."""
    found = [layer.recipe for layer in sheet.canvas.layers]
    found += [track.recipe for track in sheet.music.tracks if len(track.track.notes)]
    return found + [passage.recipe for passage in sheet.passages]


def test_what_the_window_exports_brings_its_recipe_back(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session = app.session
    session.open(Project(made_by(MADE)))
    paths = [
        export_to(app, monkeypatch, qtbot, tmp_path / f"a{suffix}") for suffix in (*LANDING, *SETTINGS_ALONE)
    ]
    for path in paths:
        session.open(Project(Sheet.blank(32, 24)))
        with (
            qtbot.waitSignal(session.plugin_wanted, timeout=WAIT_MS) as told,
            qtbot.waitSignal(session.recipe_wanted, timeout=WAIT_MS) as wanted,
        ):
            drop(app, path)
        assert wanted.args == [MADE], path.name
        assert told.args[1] == "toy"
        assert brought(session.project.sheet) == ([MADE] if path.suffix in LANDING else []), path.name
        session.open(Project(Sheet.blank(32, 24)))
        with qtbot.waitSignal(session.recipe_wanted, timeout=WAIT_MS) as wanted:
            app.files.open(path)
        assert wanted.args == [MADE], path.name
        assert brought(session.project.sheet) == ([MADE] if path.suffix in LANDING else []), path.name


@pytest.mark.parametrize("suffix", FILMS)
def test_a_film_brings_its_recipe_back(app: App, tmp_path: Path, qtbot: QtBot, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    formats.write(Video(np.full((3, 16, 16, 3), 90, np.uint8)), path, MADE.canonical().decode())
    if suffix == ".png":
        path = tmp_path / "a" / "a_00002.png"
    with (
        qtbot.waitSignal(app.session.plugin_wanted, timeout=WAIT_MS),
        qtbot.waitSignal(app.session.recipe_wanted, timeout=WAIT_MS) as wanted,
    ):
        drop(app, path)
    assert wanted.args == [MADE]
    assert brought(app.session.project.sheet) == ([] if suffix in (".mp4", ".webm") else [MADE])


def test_a_recipe_too_large_for_a_file_is_told_of(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    app.session.open(Project(made_by(replace(MADE, params={"words": "x" * MOST_NBYTES}))))
    export_to(app, monkeypatch, qtbot, tmp_path / "a.jpg")
    (told,) = app.window.notices.texts()
    assert told.startswith("a.jpg is written without its recipe, which takes 66 kB")
    assert recipe_in(tmp_path / "a.jpg") is None


def test_a_sound_without_a_recipe_is_refused_in_a_sentence(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    import soundfile

    soundfile.write(tmp_path / "a.wav", np.zeros(100), 44_100)
    with qtbot.waitSignal(app.session.failed, timeout=WAIT_MS):
        drop(app, tmp_path / "a.wav")
    assert app.session.project.sheet.canvas.layers == ()


def test_a_project_whose_plugins_are_missing_opens_whole(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    sheet = rich_sheet(tmp_path / "footage")  # layers, tracks, passages, branches and clips of gan-painter
    clips = tuple(replace(clip, recipe=MADE) for clip in sheet.film.clips)
    sheet = replace(sheet, film=replace(sheet.film, clips=clips))
    save_project(sheet, tmp_path / "a.artstudio", merged=lambda: Image(np.zeros((130, 200, 4), np.uint8)))
    failed: list[object] = []
    app.session.failed.connect(failed.append)
    with qtbot.waitSignal(app.session.project_replaced, timeout=WAIT_MS):
        app.files.open(tmp_path / "a.artstudio")
    opened = app.session.project.sheet
    assert (opened.canvas, opened.music, opened.passages) == (sheet.canvas, sheet.music, sheet.passages)
    assert [(clip.id, clip.recipe) for clip in opened.film.clips] == [(clip.id, MADE) for clip in clips]
    assert not failed


# --------------------------------------------------------------------------------------- hostile recipes

MARKUP = '<img src="file:///etc/passwd"><b>{plugin.__class__}{0}</b>'


def test_markup_in_a_recipe_is_shown_as_it_is_written(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    recipe = Recipe(MARKUP, "<i>1</i>", MARKUP, params={"words": MARKUP})
    formats.write(Image(np.zeros((8, 8, 3), np.uint8)), tmp_path / "a.png", recipe.canonical().decode())
    with qtbot.waitSignal(app.session.plugin_wanted, timeout=WAIT_MS):
        drop(app, tmp_path / "a.png")
    (words,) = app.window.notices.texts()
    assert "Plugins…" in [one.text() for one in app.window.notices.findChildren(QPushButton)]
    assert words.startswith(f"The plugin {MARKUP} <i>1</i> that made this is not here")
    label = next(one for one in app.window.notices.findChildren(QLabel) if one.text() == words)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert app.session.project.sheet.canvas.layers[0].recipe == recipe


@pytest.mark.parametrize(
    "params",
    [
        {"grey": [1], "slow": {"a": 1}}, {"grey": "80", "slow": "no"}, {"grey": -5}, {"grey": {"file": "x"}},
        {"other": 1, "": 2, "__class__": "x"}, {"grey": 1e308},
    ],
    ids=str,
)  # fmt: skip
def test_wrong_settings_leave_the_panel_usable(
    qtbot: QtBot, toy_session: Session, params: dict[str, Any]
) -> None:
    panel = PanelPane(toy_session)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(toy_session.said, timeout=WAIT_MS):
        panel.restore(replace(MADE, action="fill", params=params, seed=-(10**30)))
    values = panel.body.form.values()
    assert set(values) == {"grey", "slow"}
    assert 0 <= values["grey"] <= 255
    assert panel.body.form.problem() == ""
    qtbot.waitUntil(panel.foot.generate.isEnabled, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not toy_session.catalog.loading, timeout=WAIT_MS)


@pytest.mark.parametrize("said", ["{path}", {"file": "{path}", "sha256": "00"}], ids=["path", "file"])
def test_a_recipe_cannot_choose_a_file(
    qtbot: QtBot, toy_folder: Path, toy_session: Session, tmp_path: Path, said: object
) -> None:
    source = toy_folder / "toy" / "artstudio_toy" / "actions.py"
    text = source.read_text().replace(
        'words: str = field("hello", title="Words")', 'words: str = field("", title="Words", file=(".txt",))'
    )
    source.write_text(text)
    secret = tmp_path / "secret <b>.txt"
    secret.write_text("mine")
    panel = PanelPane(toy_session)
    qtbot.addWidget(panel)
    params = json.loads(json.dumps({"words": said}).replace("{path}", str(secret).replace("\\", "\\\\")))
    with qtbot.waitSignal(toy_session.said, timeout=WAIT_MS):
        panel.restore(replace(MADE, params=params))
    assert panel.body.form.values() == {"words": ""}
    assert panel.body.form.problem() == "Words: Choose the file secret <b>.txt, or none."
    assert panel.body.form.rows[0].problem.textFormat() == Qt.TextFormat.PlainText
    qtbot.waitUntil(lambda: not toy_session.catalog.loading, timeout=WAIT_MS)


# ------------------------------------------------------------------------------------------------ again


@pytest.fixture
def echo_session(qapp: object, tmp_path: Path, schema_cache: Path) -> Iterator[Session]:
    """A session with a tune, over the tests' own plugins."""
    folders = replace(Folders.under(tmp_path / "home"), cache=schema_cache)
    studio = Studio(folders, Settings(), start_qthread, builtin=PLUGINS, packages=False)
    session = Session(studio, Project(made_by(MADE)))
    yield session
    session.feed.close()
    studio.close()
    assert join_qthreads()


def test_again_from_a_restored_recipe_is_the_same_and_with_a_new_seed_another(
    qtbot: QtBot, echo_session: Session, tmp_path: Path
) -> None:
    session, panel = echo_session, PanelPane(echo_session)
    qtbot.addWidget(panel)
    session.catalog.load()
    assert session.studio is not None
    studio = session.studio

    def ready() -> bool:
        return "echo" in session.catalog.schemas and not session.catalog.loading

    def made(start: Callable[[], object], name: str) -> tuple[Take, bytes]:
        """The take that `start` brings, and the file that it is exported to."""
        before = list(session.tray.takes)
        start()

        def come() -> list[Take]:
            return [take for take in session.tray.takes if take not in before and take.candidate is not None]

        qtbot.waitUntil(lambda: bool(come()), timeout=WAIT_MS)
        (take,) = come()
        assert take.candidate is not None
        assert isinstance(take.candidate.value, Score)
        write_result(studio, take.candidate.value, tmp_path / name, take.candidate.recipe)
        return take, (tmp_path / name).read_bytes()

    qtbot.waitUntil(ready, timeout=WAIT_MS)
    panel.choose("echo", "echo")
    panel.body.form.set_values({"count": 6, "up": False})
    panel.body.seed.set_value(1_234_567_890, locked=True)
    qtbot.waitUntil(panel.foot.generate.isEnabled, timeout=WAIT_MS)
    _first, original = made(panel.generate, "a.mid")

    panel.choose("echo", "film")  # something else meanwhile
    panel.choose("echo", "echo")
    panel.body.form.set_values({"count": 2, "up": True})
    panel.body.seed.set_value(5, locked=False)
    recipe = recipe_in(tmp_path / "a.mid")
    assert recipe is not None
    with qtbot.waitSignal(session.said, timeout=WAIT_MS):
        session.recipe_wanted.emit(recipe)
    qtbot.waitUntil(panel.foot.generate.isEnabled, timeout=WAIT_MS)
    take, restored = made(panel.generate, "b.mid")
    assert restored == original
    assert made(lambda: session.tray.again(take, new_seed=False), "c.mid")[1] == original
    another, other = made(lambda: session.tray.again(take, new_seed=True), "d.mid")
    assert other != original
    assert another.candidate is not None
    assert replace(another.candidate.recipe, seed=recipe.seed) == recipe
