"""Takes the README's four pictures: each workspace at 1440 x 900, with what the starter models make.

    .venv/bin/python -m installer.readme_pictures

Takes some minutes. They go to resources/readme, with 256 colours each.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artstudio.base.paths import resources
from artstudio.studio.demo import make_demo
from artstudio.ui import languages, theme
from installer.easel import Easel
from installer.screenshots import SEED, paint_along, save, two_tries

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.workspace import WorkspaceId

WINDOW_PX: Final = (1440, 900)


def compose(one: Easel) -> None:
    """Two tries of a tune below the notes."""
    one.generate("rnn-composer", "compose", SEED, 2, bars=8)
    one.app.session.tray.show(None)
    one.act("music.fit")


def animate(one: Easel) -> None:
    """The demo's film, a second in."""
    one.switch("music.film", on=True)
    one.turn(1.5)


SCENES: Final[dict[WorkspaceId, tuple[str, str, Callable[[Easel], object]]]] = {
    "paint": ("dark", languages.ENGLISH, paint_along),
    "compose": ("light", languages.ENGLISH, compose),
    "write": ("light", "zh_CN", two_tries),
    "animate": ("dark", languages.ENGLISH, animate),
}
"""In which theme and language each workspace is shown, and what is done there."""


def take(workspace: WorkspaceId, look: str, language: str, scene: Callable[[Easel], object]) -> None:
    """Take the picture of one workspace."""
    with tempfile.TemporaryDirectory() as scratch:
        one = Easel(Path(scratch), language)
        theme.use(one.application, look)
        make_demo(one.studio, one.folder / "demo", SEED)
        one.app.files.open(one.folder / "demo" / "demo.artstudio")
        one.until(lambda: one.app.session.project.path is not None)
        one.app.window.resize(*WINDOW_PX)
        one.app.desks.use(workspace)
        one.turn()
        scene(one)
        one.turn(0.5)
        save(one.app.window, resources() / "readme" / f"{workspace}.png")
        one.panel.stop()
        one.close()


def main() -> int:
    """Take all four; returns the exit status."""
    for workspace, (look, language, scene) in SCENES.items():
        take(workspace, look, language, scene)
    return 0


if __name__ == "__main__":
    sys.exit(main())
