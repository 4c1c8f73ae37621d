"""Takes the manual's pictures from the real window, over a project that `artstudio demo` makes.

    .venv/bin/python installer/screenshots.py [NAME...]          all of them, or only some, in each language
    .venv/bin/python installer/screenshots.py --zh_CN [NAME...]  in one language
    .venv/bin/python installer/screenshots.py --keys             only the tables of keys

Takes some minutes: models make what is seen. Seeds are fixed, so that the same machine gives the same ones
but for the times that models took. They go to resources/manual/images, with 256 colours each; NAME.png is
the English one, NAME.zh_CN.png the Chinese.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "2")

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from artstudio.base.paths import Folders, resources
from artstudio.base.settings import Settings
from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.sdk import Image as Picture
from artstudio.sdk import Score
from artstudio.studio.demo import make_demo
from artstudio.studio.files import write_result
from artstudio.studio.manual.rendering import KEYS_MARK
from artstudio.studio.studio import Studio
from artstudio.ui import languages, theme
from artstudio.ui.app import App
from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.dialogs.render_film import RenderDialog
from artstudio.ui.forms.seed import SeedEditor
from artstudio.ui.library.pane import LibraryPane
from artstudio.ui.manual.key_tables import key_tables
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.plugins.window import PluginsWindow
from artstudio.ui.qthreads import join_qthreads, start_qthread
from artstudio.ui.training.window import TrainingWindow
from artstudio.ui.writing.pane import WritingPane

if TYPE_CHECKING:
    from collections.abc import Callable

COLOURS: Final = 256
SEED: Final = 7
PATIENCE_S: Final = 300
WINDOW_PX: Final = (1280, 800)
_MANUAL: Final = resources() / "manual"


class Easel:
    """The window, and how to bring it where a picture is to be taken."""

    def __init__(self, folder: Path, language: str = languages.ENGLISH) -> None:
        self.application = QApplication.instance() or QApplication(["artstudio"])
        assert isinstance(self.application, QApplication)
        theme.apply(self.application)
        languages.apply(self.application, language)
        self.folder = folder
        self.studio = Studio(Folders.under(folder / "home"), Settings(language=language), start_qthread)
        self.app = App(self.studio)
        self.app.window.resize(*WINDOW_PX)
        self.app.window.show()
        self.app.start()
        self.until(lambda: bool(self.app.session.catalog.schemas) and not self.app.session.catalog.loading)
        self.until(lambda: bool(self.app.session.catalog.devices))

    def turn(self, seconds: float = 0.2) -> None:
        """Let the window do what it has to."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def until(self, done: Callable[[], bool]) -> None:
        """Wait for something.

        Raises:
            TimeoutError: it did not come about.
        """
        end = time.monotonic() + PATIENCE_S
        while not done():
            if time.monotonic() > end:
                raise TimeoutError(done.__qualname__)
            self.turn(0.05)
        self.turn()

    def act(self, action_id: str) -> None:
        """Do what a menu entry does."""
        next(one for one in self.app.actions if one.id == action_id and one.text).callback()
        self.turn()

    def switch(self, action_id: str, *, on: bool) -> None:
        """Switch what a menu entry switches."""
        action = next(one for one in self.app.actions if one.id == action_id)
        if action.checked is not None and action.checked() is not on:
            self.act(action_id)

    def pane(self, pane_id: str, width_px: int, height_px: int) -> QWidget:
        """A pane by itself, in that size."""
        dock = self.app.window.docks[pane_id]
        dock.setFloating(True)
        self.app.window.reveal(pane_id)
        dock.show_title(False)
        dock.resize(width_px, height_px)
        self.turn(0.5)
        return dock.widget()

    def idle(self) -> None:
        """Wait until no model is at work."""
        self.until(lambda: not any(job.outcome is None for job in self.app.session.feed.jobs))

    @property
    def panel(self) -> PanelPane:
        pane = self.app.window.panes["models"]
        assert isinstance(pane, PanelPane)
        return pane

    def generate(self, plugin: str, action: str, seed: int, results: int = 1, **params: object) -> None:
        """Set an action up and let it run."""
        self.panel.choose(plugin, action)
        self.panel.body.form.set_values(self.panel.body.form.values() | params)
        self.panel.body.seed.set_value(seed, locked=True)
        self.panel.body.alternatives.set_value(results)
        before = len(self.app.session.tray.takes)
        self.panel.generate()
        self.until(lambda: len(self.app.session.tray.takes) > before)
        self.idle()

    def close(self) -> None:
        """End everything in order."""
        closed: list[bool] = []
        self.app.closing.closed.connect(lambda: closed.append(True))
        self.app.closing.end(keep_journal=False)
        self.until(lambda: bool(closed))
        join_qthreads()


def window(one: Easel) -> QWidget:
    """The whole window with the demo in it."""
    one.switch("view.text", on=True)
    one.switch("view.timeline", on=True)
    one.app.window.docks["layers"].raise_()
    one.panel.choose("gan-painter", "dream")
    one.panel.body.seed.set_value(SEED, locked=True)
    return one.app.window


def panel(one: Easel) -> QWidget:
    """The form of an action."""
    one.panel.choose("vae-morpher", "vary")
    one.panel.body.seed.set_value(SEED, locked=True)
    return one.pane("models", 360, 560)


def results(one: Easel) -> QWidget:
    """Four dreams and a tune."""
    one.generate("gan-painter", "dream", SEED, 3, width=256, height=256)
    one.generate("rnn-composer", "compose", SEED, 1, bars=8)
    pane = one.app.window.panes["candidates"]
    assert isinstance(pane, CandidatesPane)
    return one.pane("candidates", 830, 190)


def layers(one: Easel) -> QWidget:
    """A few layers, one of them rough."""
    one.act("layer.add")
    one.act("layer.rough")
    one.act("layer.add_group")
    return one.pane("layers", 330, 300)


def timeline(one: Easel) -> QWidget:
    """The tune, with some notes chosen."""
    widget = one.pane("timeline", 1000, 460)
    one.switch("music.film", on=False)
    one.act("music.fit")
    return widget


def film(one: Easel) -> QWidget:
    """The film above the music."""
    widget = one.pane("timeline", 1000, 380)
    one.switch("music.film", on=True)
    one.turn(1.5)
    return widget


def text(one: Easel) -> QWidget:
    """A tale with two tries as branches."""
    pane = one.app.window.panes["text"]
    assert isinstance(pane, WritingPane)
    widget = one.pane("text", 520, 560)
    pane.editor.moveCursor(pane.editor.textCursor().MoveOperation.End)
    one.panel.choose("transformer-writer", "continue")
    one.panel.body.form.set_values(one.panel.body.form.values() | {"length": 40})
    one.panel.body.alternatives.set_value(1)
    one.panel.body.seed.set_value(SEED, locked=True)
    one.act("text.go_on")
    one.until(lambda: bool(one.app.session.feed.jobs))
    one.idle()
    one.act("text.retry")
    one.turn(1)
    one.idle()
    one.switch("text.branches", on=True)
    return widget


def paint(one: Easel) -> QWidget:
    """A rough and what a model paints over it."""
    canvas = one.app.window.panes["canvas"]
    assert isinstance(canvas, CanvasPane)
    one.app.files.adopt(Project(_rough_sheet()))
    one.turn()
    one.act("canvas.live")
    one.until(lambda: canvas.live.setting is not None)
    for seed in canvas.findChildren(SeedEditor):
        seed.set_value(SEED, locked=True)
    one.until(lambda: not canvas.live.busy and not canvas.live.waiting)
    for dock in one.app.window.docks.values():
        dock.hide()
    one.app.window.resize(900, 520)
    one.turn()
    one.act("canvas.fit")
    return canvas


def render(one: Easel) -> QWidget:
    """How to render the film."""
    one.act("file.render_film")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, RenderDialog))
    dialog.file.setText("film.mp4")
    dialog.file.setCursorPosition(0)
    return dialog


def training(one: Easel) -> QWidget:
    """A model that learns tunes."""
    songs = one.folder / "my tunes"
    songs.mkdir()
    for number in range(4):
        one.generate("rnn-composer", "compose", number, 1, bars=8)
        tune = one.app.session.tray.takes[-1].value
        assert isinstance(tune, Score)
        write_result(one.studio, tune, songs / f"tune {number + 1}.mid")
    one.act("panel.train")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, TrainingWindow))
    dialog.resize(920, 620)
    dialog.setup.choose_plugin("rnn-composer")
    dialog.setup.data.add([songs])
    dialog.setup.seed.set_value(SEED, locked=True)
    one.until(dialog.setup.start.isEnabled)
    dialog.setup.start.click()
    one.until(lambda: dialog.chosen is not None and len(dialog.chosen.losses) > 60)
    return dialog


def library(one: Easel) -> QWidget:
    """What was made so far, one of it chosen."""
    pane = one.app.window.panes["library"]
    assert isinstance(pane, LibraryPane)
    widget = one.pane("library", 900, 420)
    one.until(lambda: pane.grid.model().rowCount() > 0)
    one.turn(1.5)
    pane.grid.setCurrentIndex(pane.grid.model().index(1, 0))
    one.turn(1)
    return widget


def plugins(one: Easel) -> QWidget:
    """The window of the plugins."""
    one.act("plugins.open")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PluginsWindow))
    dialog.resize(900, 560)
    one.turn(1)
    return dialog


PICTURES: Final[dict[str, Callable[[Easel], QWidget]]] = {
    "window": window,
    "panel": panel,
    "timeline": timeline,
    "film": film,
    "render": render,
    "results": results,
    "layers": layers,
    "text": text,
    "paint": paint,
    "training": training,
    "library": library,
    "plugins": plugins,
}
"""By name; each is taken in the state that those before it left, so their order counts."""


def _rough_sheet() -> Sheet:
    """A blocked-in shore: sky, a hill, the sea, a sun."""
    wide, high = 640, 400
    down, across = np.mgrid[0:high, 0:wide]
    pixels = np.zeros((high, wide, 4), np.uint8)
    pixels[...] = (222, 196, 150, 255)
    pixels[down < 150] = (232, 150, 96, 255)
    pixels[down < 80] = (120, 140, 176, 255)
    pixels[(across - 470) ** 2 + (down - 120) ** 2 < 44**2] = (250, 226, 150, 255)
    pixels[down > 230] = (60, 96, 110, 255)
    pixels[(down > 300) & (abs(across - 470) < 30 + (down - 300) // 2)] = (214, 170, 110, 255)
    pixels[down > 200 + 90 * np.cos(across / 210.0)] = (70, 74, 52, 255)
    pixels[down > 340 + across // 12] = (40, 44, 34, 255)
    chance = np.random.default_rng(SEED)
    for _ in range(700):  # laid on loosely, as by hand
        x, y = chance.integers(wide), chance.integers(high)
        reach = ((across - x) / chance.uniform(8, 40)) ** 2 + ((down - y) / chance.uniform(3, 9)) ** 2
        shade = pixels[y, x, :3] + chance.integers(-26, 27) + chance.integers(-9, 10, 3)
        pixels[reach < 1, :3] = np.clip(shade, 0, 255)
    rough = Layer("l1", "Rough", Tiles.from_image(Picture(pixels)), rough=True)
    return Sheet(Canvas(wide, high, background=0xFFFFFFFF, layers=(rough,)), Sheet.blank(wide, high).music)


def save(widget: QWidget, path: Path) -> None:
    """Write what `widget` shows as a PNG of few colours."""
    room = QBuffer()
    room.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(room, "PNG")
    picture = Image.open(BytesIO(bytes(room.data().data()))).convert("RGB")
    few = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    path.parent.mkdir(parents=True, exist_ok=True)
    few.save(path, optimize=True)


def write_keys(one: Easel) -> None:
    """Put the tables of keys below what stands on the pages of shortcuts."""
    for page in sorted(_MANUAL.glob("*/shortcuts.md")):
        head = page.read_text("utf-8").partition(KEYS_MARK)[0]
        languages.apply(one.application, page.parent.name)
        one.turn()
        tables = key_tables(one.app.session.shortcuts, one.app.help.titles(), str)
        page.write_text(f"{head}{KEYS_MARK}\n\n{tables}", "utf-8")
    languages.apply(one.application, languages.ENGLISH)
    one.turn()


def take(wanted: list[str], language: str) -> None:
    """Take the pictures of these names in one language."""
    suffix = ".png" if language == languages.ENGLISH else f".{language}.png"
    with tempfile.TemporaryDirectory() as scratch:
        one = Easel(Path(scratch), language)
        make_demo(one.studio, one.folder / "demo", SEED)
        one.app.files.open(one.folder / "demo" / "demo.artstudio")
        one.until(lambda: one.app.session.project.path is not None)
        for name in (name for name in PICTURES if name in wanted):
            widget = PICTURES[name](one)
            one.turn(0.5)
            save(widget, _MANUAL / "images" / f"{name}{suffix}")
            sys.stdout.write(f"{name}{suffix}: {widget.width()} x {widget.height()}\n")
            sys.stdout.flush()
            for open_one in QApplication.topLevelWidgets():
                if open_one is not one.app.window and type(open_one).__name__.endswith("Dialog"):
                    open_one.close()
        one.panel.stop()
        for job in one.app.session.feed.jobs:
            one.studio.queue.cancel(job)
        one.close()


def main(arguments: list[str]) -> int:
    """Take the pictures whose names are given, or all; returns the exit status."""
    names = [name for name in arguments if not name.startswith("-")]
    if unknown := set(names) - set(PICTURES):
        sys.stderr.write(f"no such picture: {', '.join(sorted(unknown))}; there are {', '.join(PICTURES)}\n")
        return 2
    codes = [code for code, _ in languages.available()]
    chosen = [code for code in codes if f"--{code}" in arguments]
    if "--keys" in arguments or not chosen:
        with tempfile.TemporaryDirectory() as scratch:
            one = Easel(Path(scratch))
            write_keys(one)
            one.close()
    if "--keys" not in arguments:
        for code in chosen or codes:
            take(names or list(PICTURES), code)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
