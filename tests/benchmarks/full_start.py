"""Whether the window starts as quickly for who has worked in it for years as for who opens it first.

A home with 1,000 recent projects, a tenth of them gone, and a library of 100,000 entries is started in turn
with an empty one and with an empty PySide6 window; in both homes the library pane is shown. Says how long it
is from the start of the process until the window is painted, until all panes are there, until the library
pane says how much it holds and until every recent project in sight was looked at, and how late a timer of
1 ms came at most from the first paint on. FOLDER is a library that `library.py --folder FOLDER` left; without
it one is made first, which takes a minute.

    python -m tests.benchmarks.full_start [--runs 10] [--library FOLDER] [--platform xcb]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.studio.studio import SETTINGS_NAME
from tests.benchmarks.window_start import EMPTY

if TYPE_CHECKING:
    from artstudio.ui.app import App

_RECENT = 1_000
_SECONDS = 3.0  # that the window stays open after its first paint


def filled(home: Path, library: Path | None, entries: int) -> list[str]:
    """Puts projects and a library into `home`; gives the recent projects."""
    from artstudio.documents.canvas import Canvas, Layer
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.tiles import Tiles
    from artstudio.library.library import Library
    from artstudio.studio.files import save
    from tests.benchmarks.documents_saving import painting
    from tests.benchmarks.library import fill

    first = home / "project.artstudio"
    layer = Layer("l1", "Layer 1", Tiles.from_image(painting(512, 1)))
    save(Sheet(Canvas(512, 512, (layer,))), first)
    paths = [home / "projects" / f"A picture of the sea {n}.artstudio" for n in range(_RECENT)]
    paths[0].parent.mkdir()
    for number, path in enumerate(paths):
        if number % 10 != 7:
            shutil.copyfile(first, path)
    place = Folders.under(home).data / "library"
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    if library is not None:
        place.symlink_to(library.absolute())
    else:
        made = Library(place)
        fill(made, entries, random.Random(7))
        made.close()
    return [str(path) for path in paths]


def child(arrange: bool) -> None:
    """Opens the window and says when something is there; with `arrange`, shows the library and ends."""
    import gc

    gc.disable()
    # as `artstudio.__main__` does
    import artstudio.base.settings
    import artstudio.documents.project
    import artstudio.studio.studio  # noqa: F401
    from artstudio.ui import app as shell

    start_in_turns = shell.App.start_in_turns

    def begin(self: App, file: Path | None = None) -> None:
        say("painted")
        watch(self, arrange)
        shell.App.start_in_turns = start_in_turns  # type: ignore[method-assign]
        self.start_in_turns(file)

    shell.App.start_in_turns = begin  # type: ignore[method-assign]
    sys.exit(shell.main([]))


def say(what: str) -> None:
    print(what, flush=True)  # noqa: T201


def watch(app: App, arrange: bool) -> None:
    """Looks every millisecond at what is there, and how late that is."""
    from PySide6.QtCore import Qt, QTimer

    began = last = time.perf_counter()
    late: list[float] = []
    waits = ["panes"] if arrange else ["panes", "library", "recent"]

    def there(what: str) -> bool:
        pane, page = app.window.panes.get("library"), app.page
        if what == "panes":
            return bool(app.actions)
        if what == "library":
            return bool(getattr(pane, "count", None) and pane.count.text())  # type: ignore[union-attr]
        seen = page.recent if page is not None else None
        return seen is not None and all(seen._projects.known(one) for one in seen._in_sight())

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(now - last - 0.001)
        for what in [one for one in waits if there(one)]:
            waits.remove(what)
            say(what)
        last = time.perf_counter()
        if now - began > _SECONDS or (arrange and not waits):
            timer.stop()
            app.window.reveal("library")
            say(json.dumps({"late_most_ms": max(late) * 1000}))
            app.terminate()

    timer = QTimer(app)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(1)


def figures(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    """Seconds from the start until each thing was there, and what the window says at its end."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    found: dict[str, float] = {}
    with process.stdout:
        for line in process.stdout:
            if line.startswith("{"):
                found |= json.loads(line)
            else:
                found["painted" if line == "shown\n" else line.strip()] = time.perf_counter() - began
    if process.wait() or "painted" not in found:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--platform", default="offscreen", help="Qt's platform: offscreen, xcb...")
    parser.add_argument("--child", choices=("arrange", "open"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child == "arrange")
        return
    with tempfile.TemporaryDirectory() as temporary:
        homes = {name: Path(temporary) / name for name in ("empty home", "full home")}
        cache = str(Path(temporary) / "bytecode")
        plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        plain |= {"QT_QPA_PLATFORM": options.platform, "PYTHONPYCACHEPREFIX": cache}
        commands = {"empty PySide6 window": ([sys.executable, "-c", EMPTY], plain)}
        for name, home in homes.items():
            home.mkdir()
            of = plain | {"ARTSTUDIO_HOME": str(home)}
            own = [sys.executable, "-m", "tests.benchmarks.full_start", "--child"]
            figures([*own, "arrange"], of)
            if name == "full home":
                place = Folders.under(home).config / SETTINGS_NAME
                settings = Settings.load(place)
                settings.recent = filled(home, options.library, options.entries)
                settings.save(place)
            commands[name] = ([*own, "open"], of)
        found: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
        for number in range(options.runs + 1):
            for name, command in commands.items():
                one = figures(*command)
                if number:
                    found[name].append(one)
    for what in ("painted", "panes", "library", "recent", "late_most_ms"):
        times = {name: [one[what] for one in all_ if what in one] for name, all_ in found.items()}
        medians = {name: statistics.median(all_) for name, all_ in times.items() if all_}
        say(f"{what:13}" + "   ".join(f"{name} {median:.3f}" for name, median in medians.items()))
        if {"empty home", "full home"} <= medians.keys():
            say(f"{'':13}full to empty home {medians['full home'] / medians['empty home']:.2f}")
        if "empty PySide6 window" in medians:
            least = medians["empty PySide6 window"]
            say(f"{'':13}full home to empty window {medians['full home'] / least:.1f}")


if __name__ == "__main__":
    main()
