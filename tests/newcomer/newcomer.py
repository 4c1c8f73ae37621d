"""Somebody new to artstudio, who sees the screen and has a mouse and a keyboard, nothing else."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tests.newcomer import sight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.newcomer.display import Display, Window

T = TypeVar("T")

TOP = Path(__file__).parents[2]
PATIENCE_S = 90.0
"""For one thing to come, on a machine that is busy with something else."""
LOOK_S = 0.05


class Newcomer:
    """One session with the studio, from its start to its end."""

    def __init__(self, display: Display, studio: subprocess.Popen[bytes], words: Path) -> None:
        self.display, self._studio, self._words = display, studio, words

    def begin(self, number: int) -> None:
        """Press one of the three big starts, then the button that makes the first result; wait for that."""
        starts = self.wait("the three starts", lambda: _if_as_many(sight.big_starts(self.display.look()), 3))
        self.display.click(*starts[number].centre)
        make = self.wait("the button that makes it", self._big_button)
        self.display.click(*make.centre)
        self.wait("the first result", lambda: self.window("Untitled*") and self._big_button())

    def save(self, name: str, *keys: str) -> None:
        """Save under `name`; `keys` bring the dialog."""
        self.display.keys(self.studio(), *keys)
        dialog = self.wait("the dialog to save", lambda: self._titled("Save as"))
        self.display.type(dialog, name)
        self.display.keys(dialog, "Return")
        self.wait(f"{name} in the title", lambda: self.window(name))

    def close(self) -> None:
        """Close the project; the start page is there again."""
        self.display.keys(self.studio(), "ctrl+w")
        self.wait("the start page", lambda: len(sight.big_starts(self.display.look())) == 3)

    def reopen(self, name: str, number: int, of: int) -> None:
        """Press one of the `of` recent projects once all have their pictures; it must be called `name`.

        The pictures come last of all when the studio starts: before them it has no keys yet.
        """
        recent = self.wait(
            f"{of} recent projects", lambda: _if_as_many(sight.pictures(self.display.look()), of)
        )
        self.display.click(*recent[number])
        self.wait(f"{name} in the title", lambda: self.window(name))

    def quit(self) -> None:
        """Close the window and wait until all of the studio is gone."""
        self.display.keys(self.studio(), "ctrl+q")
        assert self._studio.wait(PATIENCE_S) == 0
        assert b"Traceback" not in self._words.read_bytes(), self._words.read_text()

    def studio(self) -> Window:
        """Its main window."""
        return self.wait(
            "the window",
            lambda: next((one for one in self.display.windows() if "artstudio" in one.title), None),
        )

    def window(self, name: str) -> Window | None:
        """The main window, if it says that `name` is open, with * where there are unsaved changes."""
        return self._titled(f"{name} - artstudio")

    def wait(self, what: str, look: Callable[[], T | None]) -> T:
        """Look until there is something to be seen, and return it."""
        until = time.monotonic() + PATIENCE_S
        while not (seen := look()):
            assert self._studio.poll() is None, f"artstudio ended: {self._words.read_text()}"
            assert time.monotonic() < until, f"waited {PATIENCE_S:.0f} s for {what}"
            threading.Event().wait(LOOK_S)
        return seen

    def _titled(self, title: str) -> Window | None:
        return next((one for one in self.display.windows() if one.title == title), None)

    def _big_button(self) -> sight.Area | None:
        return sight.big_button(self.display.look(), self.studio().centre_px)


@contextlib.contextmanager
def session(display: Display, home: Path) -> Iterator[Newcomer]:
    """Start the studio with a home of its own. A failure says where the last picture of the screen is."""
    home.mkdir(exist_ok=True)
    words, picture = home.parent / "words", home.parent / "screen.png"
    with words.open("wb") as said:
        studio = subprocess.Popen(
            [sys.executable, "-m", "artstudio"], env=_environment(display, home), cwd=TOP,
            stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        yield Newcomer(display, studio, words)
    except BaseException as error:
        display.save(picture)
        error.add_note(f"The screen at that moment: {picture}. What artstudio said: {words}")
        raise
    finally:
        if studio.poll() is None:
            studio.terminate()  # it takes its workers with it
            try:
                studio.wait(20)
            except subprocess.TimeoutExpired:
                studio.kill()
                studio.wait()


def _environment(display: Display, home: Path) -> dict[str, str]:
    """As at a desk: nothing of the test suite's, nothing of whose machine it is."""
    foreign = ("QT_", "XDG_", "WAYLAND_", "DBUS_", "LC_", "LANG")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {
        **kept, **folders, "HOME": str(home), "ARTSTUDIO_HOME": str(home / "studio"), "LANG": "C.UTF-8",
        "DISPLAY": display.number, "QT_QPA_PLATFORM": "xcb",
    }  # fmt: skip


def _if_as_many(found: list[T], n: int) -> list[T] | None:
    return found if len(found) == n else None
