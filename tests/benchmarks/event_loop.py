"""How long the window's event loop is held up while the machine works.

Opens the real window and lets a timer of 1 ms say how late it comes, while --load processes compute as a
training does (matrix products on one thread each; with --torch by torch). An idle control process, which
does nothing but the same timer, sees what the machine itself does to any event loop in that time: its
figures are to be subtracted.

    python tests/benchmarks/event_loop.py --seconds 180 --load 2
    python tests/benchmarks/event_loop.py --seconds 180 --train FOLDER_OF_MIDI --load 0

With --train the window itself trains the composer on that data, its training window open with live curves.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
import time

import numpy as np

_NUMPY_LOAD = "import numpy as np\na = np.ones((512, 512), np.float32)\nwhile True: a = a @ a * 0 + 1\n"
_TORCH_LOAD = (
    "import torch\ntorch.set_num_threads(1)\nm = torch.nn.LSTM(256, 512, 2)\nx = torch.randn(64, 16, 256)\n"
    "while True:\n    m(x)[0].sum().backward()\n"
)
_INTERVAL_S = 0.001


def _watch(seconds: float) -> list[float]:
    """Run Qt's loop for `seconds`; how late each tick came, in seconds."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    late: list[float] = []
    last = time.perf_counter()
    until = last + seconds

    application = QCoreApplication.instance()
    assert application is not None

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, now - last - _INTERVAL_S))
        last = now
        if now > until:
            QCoreApplication.exit()  # `quit` would ask the window, which would close

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(round(_INTERVAL_S * 1000))
    application.exec()
    return late


def _figures(late: list[float]) -> dict[str, float]:
    """In milliseconds; a percentile of time weighs each stall by how long it was, one of ticks does not."""
    array = np.sort(np.array(late)) * 1000
    weight = np.cumsum(array + _INTERVAL_S * 1000)
    p99 = array[np.searchsorted(weight, 0.99 * weight[-1])]
    return {
        "p99_of_ticks_ms": float(np.percentile(array, 99)),
        "p99_of_time_ms": float(p99),
        "most_ms": float(array[-1]),
        "ticks": len(late),
    }


def _control(seconds: float) -> None:
    from PySide6.QtCore import QCoreApplication

    _application = QCoreApplication([])
    print(json.dumps(_figures(_watch(seconds))))  # noqa: T201


def _window(seconds: float, train: str | None) -> dict[str, float]:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from artstudio.base.paths import Folders
    from artstudio.base.settings import Settings
    from artstudio.studio.studio import Studio
    from artstudio.ui import theme
    from artstudio.ui.app import App
    from artstudio.ui.qthreads import start_qthread

    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    theme.apply(application)
    app = App(Studio(Folders.default(), Settings(), start_qthread))
    app.window.show()
    app.start()
    if train is not None:
        from artstudio.studio.training import TrainingPlan
        from artstudio.ui.training.window import TrainingWindow

        training = TrainingWindow(app.session, app.window)
        training.show()
        training.courses.start(TrainingPlan("rnn-composer", (train,), "Measured", seconds=seconds + 60))
    _watch(3.0)  # the first seconds read schemas and fill panes; the question is about working
    figures = _figures(_watch(seconds))
    app.closing.closed.connect(application.quit)
    QTimer.singleShot(0, app.terminate)
    application.exec()
    return figures


def main() -> None:
    """Measure and print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--load", type=int, default=os.cpu_count() or 1, help="processes that compute")
    parser.add_argument("--torch", action="store_true", help="let them train an LSTM")
    parser.add_argument("--load-command", help="run this instead")
    parser.add_argument("--train", help="train the composer on this in the window itself")
    parser.add_argument("--control", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.control:
        _control(options.seconds)
        return
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    own = [sys.executable, "-c", _TORCH_LOAD if options.torch else _NUMPY_LOAD]
    commands = [shlex.split(options.load_command)] if options.load_command else [own] * options.load
    with tempfile.TemporaryDirectory() as home:
        os.environ["ARTSTUDIO_HOME"] = environment["ARTSTUDIO_HOME"] = home
        loads = [
            subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) for command in commands
        ]
        control = subprocess.Popen(
            [sys.executable, __file__, "--control", "--seconds", str(options.seconds + 3)],
            stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip
        try:
            window = _window(options.seconds, options.train)
            idle = json.loads(control.communicate()[0])
        finally:
            for load in loads:
                load.kill()
                load.wait()
    print(json.dumps({"window": window, "idle control": idle, "load": [c[:2] for c in commands]}))  # noqa: T201


if __name__ == "__main__":
    main()
