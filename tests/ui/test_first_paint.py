"""What the window has loaded when it is first painted: some modules cost more than all of Qt."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Runs the start-up probe; where that says "shown", says what is loaded, in the order of loading.
PROGRAM = """
import sys
from artstudio.__main__ import main

class Watcher:
    def write(self, text):
        if text == "shown\\n":
            print(*sys.modules, file=sys.__stdout__)
    def flush(self): pass

sys.argv = ["artstudio", "--startup-probe"]
sys.stdout = Watcher()
main()
"""

HEAVY = """
    torch soundfile sounddevice pyqtgraph qtawesome PIL av mido pretty_midi click rich superqt
    PySide6.QtMultimedia PySide6.QtSvg PySide6.QtNetwork PySide6.QtOpenGL
"""
LATER = """
    artstudio.ui.timeline artstudio.ui.panel artstudio.ui.writing artstudio.ui.forms artstudio.ui.training
    artstudio.ui.models artstudio.ui.dialogs.new_project artstudio.sound artstudio.media
    artstudio.project artstudio.studio.training artstudio.ui.preferences artstudio.ui.shortcuts.editor
    artstudio.ui.commands.palette artstudio.ui.start.starting artstudio.ui.start.guide
    artstudio.ui.candidates artstudio.ui.shell_actions artstudio.host.host artstudio.host.installing
    artstudio.library artstudio.studio.generate artstudio.studio.landing
"""


@pytest.fixture
def loaded() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "artstudio.ui.canvas.pane" in done.stdout.split()
    return done.stdout.split()


def test_the_first_paint_waits_for_nothing_that_is_not_seen_in_it(loaded: list[str]) -> None:
    assert [name for name in (HEAVY + LATER).split() if name in loaded] == []
    ours = [name for name in loaded if name.startswith("artstudio.")]
    assert len(ours) <= 140, ours
    # PySide6 reads the source of every module that is loaded after it, which costs as much as loading it
    after_qt = loaded[loaded.index("PySide6.QtCore") :]
    late = {name.partition(".")[0] for name in after_qt}
    assert not {"numpy", "pydantic", "pydantic_core", "psutil"} & late
