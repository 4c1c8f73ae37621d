"""Takes the manual's pictures from the real window, over a project that `artstudio demo` makes.

    .venv/bin/python -m installer.screenshots [NAME...]          all of them, or only some, in each language
    .venv/bin/python -m installer.screenshots --zh_CN [NAME...]  in one language
    .venv/bin/python -m installer.screenshots --keys             only the tables of keys

Takes some minutes: models make what is seen. Seeds are fixed, so that the same machine gives the same ones
but for the times that models took. They go to resources/manual/images, with 256 colours each; NAME.png is
the English one, NAME.zh_CN.png the Chinese.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from artstudio.base.paths import resources
from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.sdk import Image as Picture
from artstudio.sdk import Score
from artstudio.studio.demo import make_demo
from artstudio.studio.files import write_result
from artstudio.studio.manual.rendering import KEYS_MARK
from artstudio.ui import languages
from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.dialogs.render_film import RenderDialog
from artstudio.ui.forms.seed import SeedEditor
from artstudio.ui.library.pane import LibraryPane
from artstudio.ui.manual.key_tables import key_tables
from artstudio.ui.plugins.window import PluginsWindow
from artstudio.ui.training.window import TrainingWindow
from artstudio.ui.writing.pane import WritingPane
from installer.easel import Easel

if TYPE_CHECKING:
    from collections.abc import Callable

COLOURS: Final = 256
SEED: Final = 7
_MANUAL: Final = resources() / "manual"


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
    widget = one.pane("text", 520, 560)
    two_tries(one)
    return widget


def two_tries(one: Easel) -> None:
    """Go on with the text, twice, and show the branches."""
    pane = one.app.window.panes["text"]
    assert isinstance(pane, WritingPane)
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


def paint(one: Easel) -> QWidget:
    """A rough and what a model paints over it."""
    canvas = paint_along(one)
    for dock in one.app.window.docks.values():
        dock.hide()
    one.app.window.resize(900, 520)
    one.turn()
    one.act("canvas.fit")
    return canvas


def paint_along(one: Easel) -> CanvasPane:
    """Block a shore in and let the painter paint over it."""
    canvas = one.app.window.panes["canvas"]
    assert isinstance(canvas, CanvasPane)
    one.app.files.adopt(Project(_rough_sheet()))
    one.turn()
    one.act("canvas.live")
    one.until(lambda: canvas.live.setting is not None)
    for seed in canvas.findChildren(SeedEditor):
        seed.set_value(SEED, locked=True)
    one.until(lambda: not canvas.live.busy and not canvas.live.waiting)
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
