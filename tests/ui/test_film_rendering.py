"""Render film: the dialog, the job, what is told afterwards, and what an earlier run left unfinished."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import av
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas
from artstudio.documents.edits import SetFilm
from artstudio.documents.film import Film
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.sdk import Track, notes_array
from artstudio.studio.generate import Candidate
from artstudio.studio.recipes import recipe_in
from artstudio.studio.rendering import RenderSettings, render, unfinished_renders
from artstudio.ui.app import App
from artstudio.ui.dialogs.render_film import RenderDialog
from tests.ui.film_rig import three_clips
from tests.ui.shell_rig import WAIT_MS, Make, action, end, offered

MUSIC = Music(tracks=(MusicTrack("t1", Track(notes_array([(0, 480, 60, 90)]))),))


def sheet(folder: Path, width: int = 640, height: int = 360) -> Sheet:
    """6 s of film at 10 frames a second, with a note of music."""
    return Sheet(Canvas(width, height), MUSIC, film=three_clips(folder))


def dialog(qtbot: QtBot, some: Sheet, start: Path) -> RenderDialog:
    made = RenderDialog(None, some, start)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(made: RenderDialog, **choices: object) -> None:
    for name, value in choices.items():
        box = getattr(made, name)
        places = [place for place in range(box.count()) if box.itemData(place) == value]
        box.setCurrentIndex(places[0])


def test_the_dialog_begins_with_what_most_want(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, sheet(tmp_path), tmp_path / "My film v1.2")
    assert made.answer() == RenderSettings(".mp4", None, None, None, "good", True)
    assert made.path == tmp_path / "My film v1.2.mp4"
    assert made.outcome.text() == "0:06.0 long · 60 frames · 640 × 360 pixels at 10 a second"


def test_what_is_chosen_becomes_settings(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, sheet(tmp_path), tmp_path / "film")
    choose(made, format=".webm", size_box=(1280, 720), rate=30.0, quality="best")
    made.sound.setChecked(False)
    assert made.answer() == RenderSettings(".webm", 1280, 720, 30.0, "best", False)
    assert made.path == tmp_path / "film.webm"
    assert made.outcome.text() == "0:06.0 long · 180 frames · 1280 × 720 pixels at 30 a second"


@pytest.mark.parametrize(
    ("canvas", "sizes"),
    [
        ((1024, 1024), [None, (512, 512), (720, 720), (1080, 1080)]),
        ((1080, 1920), [None, (540, 960), (720, 1280), (1080, 1920)]),
        ((3840, 2160), [None, (1920, 1080), (1280, 720), (1920, 1080)]),
    ],
)
def test_presets_keep_the_shape_of_the_canvas(
    qtbot: QtBot, tmp_path: Path, canvas: tuple[int, int], sizes: list[object]
) -> None:
    made = dialog(qtbot, sheet(tmp_path, *canvas), tmp_path / "film")
    assert [made.size_box.itemData(place) for place in range(made.size_box.count())] == sizes


def test_a_format_without_sound_takes_no_music(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, sheet(tmp_path), tmp_path / "film")
    choose(made, format=".gif")
    assert not made.sound.isEnabled()
    assert not made.answer().sound
    choose(made, format=".mp4")
    assert made.answer().sound
    silent = dialog(qtbot, replace(sheet(tmp_path), music=Music()), tmp_path / "film")
    assert not silent.answer().sound


def test_a_size_that_no_file_takes_is_refused_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, sheet(tmp_path, 4096, 64), tmp_path / "film")
    choose(made, size_box=(69120, 1080))
    assert "69120 × 1080" in made.outcome.text()
    assert not made.go.isEnabled()
    choose(made, size_box=None)
    assert made.go.isEnabled()
    made.file.setText("")
    assert not made.go.isEnabled()


def test_a_file_that_is_there_is_said_to_be_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"old")
    made = dialog(qtbot, sheet(tmp_path), tmp_path / "film")
    assert "film.mp4 is there already" in made.outcome.text()


# ---------------------------------------------------------------------------------------------- in the window


def test_a_film_is_rendered_from_the_menu_and_can_be_shown_afterwards(
    app: App, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = action(app, "file.render_film")
    assert not entry.possible
    app.session.do(SetFilm("Film", three_clips(tmp_path)))
    assert entry.possible
    entry.callback()
    made = app.window.findChild(RenderDialog)
    assert isinstance(made, RenderDialog)
    choose(made, format=".gif", size_box=(512, 512), quality="draft")
    made.file.setText(str(tmp_path / "out.gif"))
    made.accept()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    show = offered(app, qtbot, "Show in folder")
    assert app.window.notices.texts() == ["Rendered out.gif."]
    assert [job.title for job in app.session.feed.jobs] == ["out.gif"]
    show.click()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]
    with av.open(str(tmp_path / "out.gif")) as file:
        assert sum(1 for _ in file.decode(video=0)) == 60


def test_a_film_result_is_exported_by_a_job_with_its_recipe(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    footage = three_clips(tmp_path).clips[0].footage
    made = Candidate(footage, Recipe("echo", "1", "film", seed=7), "Film")
    app.session.film_export_wanted.emit(made, tmp_path / "out.mp4")
    offered(app, qtbot, "Show in folder")
    assert [job.title for job in app.session.feed.jobs] == ["out.mp4"]
    with av.open(str(tmp_path / "out.mp4")) as file:
        (video,) = file.streams.video
        assert (video.width, video.height) == (footage.width_px // 2 * 2, footage.height_px // 2 * 2)
        assert sum(1 for _ in file.decode(video=0)) == footage.frames
    found = recipe_in(tmp_path / "out.mp4")
    assert found is not None
    assert found.seed == 7
    assert not app.session.project.dirty


def test_what_an_earlier_run_did_not_finish_is_offered_and_gone_on_with(
    make: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    first = make()
    work = render(first.studio, sheet(tmp_path, 64, 36), tmp_path / "out.gif", RenderSettings(".gif"))
    while next(work).done < 20:
        pass
    work.close()
    end(first, qtbot)
    assert not (tmp_path / "out.gif").exists()
    second = make()
    go_on = offered(second, qtbot, "Go on")
    assert second.window.notices.texts()[0].startswith("The render of out.gif was not finished")
    go_on.click()
    offered(second, qtbot, "Show in folder")
    assert (tmp_path / "out.gif").exists()
    assert unfinished_renders(second.studio) == []


def test_an_unfinished_render_can_be_thrown_away(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    first = make()
    work = render(first.studio, sheet(tmp_path, 64, 36), tmp_path / "out.gif", RenderSettings(".gif"))
    next(work)
    work.close()
    end(first, qtbot)
    second = make()
    offered(second, qtbot, "Discard").click()
    qtbot.waitUntil(lambda: unfinished_renders(second.studio) == [], timeout=WAIT_MS)
    assert not (tmp_path / "out.gif").exists()


def test_a_render_that_fails_says_why(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    film = three_clips(tmp_path)
    app.session.do(SetFilm("Film", Film(film.clips[:1], film.fps)))
    film.clips[0].footage.path.unlink()
    app.session.render_wanted.emit()
    made = app.window.findChild(RenderDialog)
    assert isinstance(made, RenderDialog)
    choose(made, format=".gif")
    made.file.setText(str(tmp_path / "out.gif"))
    made.accept()
    name = film.clips[0].footage.path.name
    qtbot.waitUntil(lambda: any(name in text for text in app.window.notices.texts()), timeout=WAIT_MS)
    assert not (tmp_path / "out.gif").exists()
