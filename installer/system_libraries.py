"""Prints the Debian packages this machine lacks for the window and its sound, all on one line.

    python system_libraries.py [run|test]     `test` adds what the test suite's newcomer needs

It asks the dynamic loader rather than the package database, so that it tells the truth on every distribution.
Needs Python's standard library only; says nothing where Qt brings its own libraries (macOS, Windows).
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys

QT = {  # QtGui, even with no display
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11 = {  # a window on X11
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {  # a window on Wayland
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
SOUND = {  # PortAudio first, Qt's own output by PulseAudio where there is none
    "libportaudio.so.2": "libportaudio2",
    "libpulse.so.0": "libpulse0",
}
TEST_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool"}
FONT_LISTER = "fontconfig"
CHINESE_FONT = "fonts-wqy-microhei"


def missing(extra: str = "run") -> list[str]:
    """The Debian package names of what cannot be loaded or found, in a fixed order."""
    packages = _lacking(QT | X11 | WAYLAND | SOUND)
    lister = shutil.which("fc-list")
    if lister is None:
        packages.append(FONT_LISTER)
    if (
        lister is None
        or not subprocess.run([lister, ":lang=zh-cn", "family"], capture_output=True).stdout.strip()
    ):
        packages.append(CHINESE_FONT)
    return packages + _tools_lacking() if extra == "test" else packages


def missing_for_the_newcomer() -> list[str]:
    """The packages without which `tests/newcomer` cannot run."""
    return _lacking(QT | X11) + _tools_lacking()


def _lacking(package_of: dict[str, str]) -> list[str]:
    return [package for library, package in package_of.items() if not _loads(library)]


def _tools_lacking() -> list[str]:
    return [package for program, package in TEST_TOOLS.items() if shutil.which(program) is None]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__" and sys.platform.startswith("linux"):
    sys.stdout.write(" ".join(missing(*sys.argv[1:2])) + "\n")
