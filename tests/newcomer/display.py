"""A display of its own, without a screen: the picture is read from a file, mouse and keys are xdotool's."""

from __future__ import annotations

import contextlib
import os
import select
import struct
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

SIZE_PX = (1440, 900)
START_S = 60.0
COMMAND_S = 60.0
KEY_MS = 10
"""Between typed letters: as fast as no hand, and slow enough that X sends none of them twice."""


@dataclass(frozen=True)
class Window:
    """What stands at the top of a window, and where it lies on the screen."""

    id: str
    title: str
    centre_px: int
    """Of its width, from the left of the screen."""


class Display:
    """An X server without a window manager: `keys` and `type` say themselves which window they are for."""

    def __init__(self, number: str, frames: Path) -> None:
        self.number, self._frames = number, frames

    def look(self) -> NDArray[np.uint8]:
        """The screen as it is now, (height, width, 3)."""
        data = (self._frames / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", data[:100])  # the X Window Dump that Xvfb keeps up to date
        height, row_nbytes, colours = head[5], head[12], head[19]
        start = head[0] + 12 * colours
        rows = np.frombuffer(data, np.uint8, height * row_nbytes, start).reshape(height, row_nbytes // 4, 4)
        little = head[7] == 0
        return np.ascontiguousarray(rows[:, : head[4], 2::-1] if little else rows[:, : head[4], 1:])

    def save(self, path: Path) -> None:
        """Write the screen to a picture file."""
        Image.fromarray(self.look()).save(path)

    def windows(self) -> list[Window]:
        """All that are to be seen and have a title, in no order."""
        return [
            window
            for one in self._do("search", "--onlyvisible", "--name", ".").split()
            if (window := self._window(one))
        ]

    def click(self, x: int, y: int) -> None:
        self._do("mousemove", x, y, "click", 1)

    def keys(self, window: Window, *keys: str) -> None:
        """Press `keys` one after the other, as in `ctrl+s`."""
        self._do("windowfocus", window.id, "key", *keys)

    def type(self, window: Window, text: str) -> None:
        self._do("windowfocus", window.id, "type", "--delay", KEY_MS, text)

    def _window(self, window_id: str) -> Window | None:
        title = self._do("getwindowname", window_id).strip()
        lines = self._do("getwindowgeometry", "--shell", window_id).splitlines()
        place = dict(line.split("=", 1) for line in lines if "=" in line)
        if not {"X", "WIDTH"} <= set(place):
            return None  # it went meanwhile
        return Window(window_id, title, int(place["X"]) + int(place["WIDTH"]) // 2)

    def _do(self, *words: object) -> str:
        """Runs xdotool. What it does not find is no error: a window may go while it is looked at."""
        return subprocess.run(
            ["xdotool", *map(str, words)],
            env={**os.environ, "DISPLAY": self.number},
            capture_output=True,
            text=True,
            timeout=COMMAND_S,
            check=False,
        ).stdout


@contextlib.contextmanager
def display(frames: Path) -> Iterator[Display]:
    """Start an X server on a number that is free; it keeps its picture in the folder `frames`."""
    frames.mkdir()
    reader, writer = os.pipe()
    width, height = SIZE_PX
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-fbdir", str(frames),
         "-dpi", "96", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        os.close(writer)
        ready, _, _ = select.select([reader], [], [], START_S)
        number = os.read(reader, 16).decode().strip() if ready else ""
        assert number, "Xvfb did not start"
        yield Display(f":{number}", frames)
    finally:
        os.close(reader)
        server.terminate()
        server.communicate()
