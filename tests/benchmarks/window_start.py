"""How long until the window is painted, from the start of its process.

Beside it, for scale: an empty PySide6 window started in the same way, and napari's viewer where that is
installed in the Python named by --napari-python. Runs are interleaved, so that all see the same machine; the
disk is warm and bytecode written after the first round, which is not counted.

    python tests/benchmarks/window_start.py --runs 10 [--platform xcb]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PAINTED = """
from PySide6.QtCore import QEvent, QObject, QTimer
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            print("shown", flush=True)
            QTimer.singleShot(0, app.quit)
        return False
"""
EMPTY = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
{_PAINTED}
window = QMainWindow()
window.resize(1440, 900)
first = First()
window.installEventFilter(first)
window.show()
app.exec()
"""
_NAPARI = """
import napari
from qtpy.QtCore import QEvent, QObject, QTimer
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            print("shown", flush=True)
            QTimer.singleShot(0, viewer.close)
        return False
viewer = napari.Viewer(show=False)
first = First()
viewer.window._qt_window.installEventFilter(first)
viewer.show()
napari.run()
"""


def seconds_to_paint(command: list[str], environment: dict[str, str]) -> float:
    """From starting `command` until it prints "shown"."""
    began_s = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            if line == "shown\n":
                took_s = time.perf_counter() - began_s
                process.wait()
                return took_s
    raise RuntimeError(f"{command} ended with {process.wait()} and painted nothing")


def main() -> None:
    """Measure and print, as a table and as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--platform", default="offscreen", help="Qt's platform: offscreen, xcb...")
    parser.add_argument("--napari-python", help="a Python that has napari")
    options = parser.parse_args()
    commands = {
        "artstudio": [sys.executable, "-m", "artstudio", "--startup-probe"],
        "empty PySide6 window": [sys.executable, "-c", EMPTY],
    }
    if options.napari_python:
        commands["napari"] = [options.napari_python, "-c", _NAPARI]
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": home,  # an installed program has its bytecode
            "ARTSTUDIO_HOME": home,
            "QT_QPA_PLATFORM": options.platform,
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(options.runs + 1):
            for name, command in commands.items():
                took_s = seconds_to_paint(command, environment)
                if number:
                    times[name].append(took_s)
    load = Path("/proc/loadavg").read_text("ascii").split()[0] if Path("/proc/loadavg").exists() else "?"
    report = {
        name: {"median_s": statistics.median(all_), "least_s": min(all_), "most_s": max(all_)}
        for name, all_ in times.items()
    }
    for name, figures in report.items():
        print(name.ljust(22), *(f"{key} {value:.2f}" for key, value in figures.items()))  # noqa: T201
    ratio = report["artstudio"]["median_s"] / report["empty PySide6 window"]["median_s"]
    print(f"{ratio:.1f} times an empty window; load {load} on {os.cpu_count()} cores")  # noqa: T201
    print(json.dumps(report))  # noqa: T201


if __name__ == "__main__":
    main()
