from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.project.recovery import recoverable
from artstudio.studio.studio import SETTINGS_NAME
from artstudio.ui import app as app_module
from artstudio.ui.new_project import NewProject

# ------------------------------------------------------------------------------------------------ processes


def run_window(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "artstudio", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment},
    )  # fmt: skip


def test_the_probe_reports_the_first_paint_and_ends(home: Path) -> None:
    process = run_window(app_module.STARTUP_PROBE)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out == "shown\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_sigterm_ends_the_window_and_keeps_unsaved_work(home: Path, tmp_path: Path) -> None:
    sheet = NewProject().sheet()
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from artstudio.ui import app\n"
        "from artstudio.documents.edits import Put\n"
        "from artstudio.documents.writing import Passage\n"
        "start = app.App.start\n"
        "def started(self, file=None):\n"
        "    start(self, file)\n"
        "    self.session.do(Put('Write', 'passage', 'p1', Passage.plain('p1', '', 'unsaved')))\n"
        "    print('ready', flush=True)\n"
        "app.App.start = started\n"
        "sys.exit(app.main([]))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
    (work,) = recoverable(Folders.under(home).journals)
    assert work.load(Folders.under(home).footage).sheet.passages[0].text == "unsaved"
    assert work.load(Folders.under(home).footage).sheet.canvas == sheet.canvas
    work.discard()


def test_starting_after_a_sigterm_with_nothing_unsaved_asks_nothing(home: Path) -> None:
    process = run_window(app_module.STARTUP_PROBE)
    process.communicate(timeout=60)
    assert not list(Folders.under(home).journals.glob("*.journal"))


def test_the_window_opens_in_the_language_that_was_chosen(home: Path) -> None:
    folders = Folders.under(home)
    Settings(language="zh_CN").save(folders.config / SETTINGS_NAME)
    script = (
        "import sys\n"
        "from artstudio.ui import app\n"
        "start = app.App.start\n"
        "def started(self, file=None):\n"
        "    start(self, file)\n"
        "    titles = [entry.text() for entry in self.window.menuBar().actions()]\n"
        "    sys.stdout.buffer.write((' '.join(titles) + '\\n').encode())\n"
        "    sys.stdout.flush()\n"
        "    self.terminate()\n"
        "app.App.start = started\n"
        "sys.exit(app.main([]))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60, check=False)
    titles = done.stdout.decode().split()
    assert titles[0].startswith("文件"), (titles, done.stderr)


def test_without_a_display_it_says_so(home: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only there can it be without")
    process = run_window(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.startswith("There is no display")
    assert err.count("\n") == 1


def test_the_window_loads_no_torch() -> None:
    code = "import artstudio.ui.app, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
