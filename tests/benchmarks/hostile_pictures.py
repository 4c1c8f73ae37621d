"""Opens 1,000 damaged and malicious pictures, each in a watched process: a picture or one sentence, always.

Fails where one crashes, takes more than 2 s of processor time, more than 1 GiB of memory, or raises anything
but a StudioError of one line.

nice -n 15 python tests/benchmarks/hostile_pictures.py [--number 1000] [--seed 1] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import select
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import psutil

from tests.helpers.hostile_pictures import Hostile, hostile_pictures

MOST_CPU_S = 2.0
MOST_WALL_S = 15.0  # on a machine that others use too
MOST_NBYTES = 1 << 30
_LOOK_S = 0.01


class Worker:
    """A process that opens the files it is told of."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.hostile_pictures", "--worker"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._process.stdout is not None
        self._process.stdout.readline()  # it is ready

    def open(self, path: Path) -> dict[str, Any]:
        """What came of it; `problem` says what must not be."""
        process, watched = self._process, psutil.Process(self._process.pid)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        began, peak = time.monotonic(), 0
        while not select.select([process.stdout], [], [], _LOOK_S)[0]:
            with contextlib.suppress(psutil.Error):
                peak = max(peak, watched.memory_info().rss)
            if time.monotonic() - began > MOST_WALL_S or peak > 2 * MOST_NBYTES:
                self.end(kill=True)
                return {"problem": "stopped", "peak": peak, "cpu_s": time.monotonic() - began}
        line = process.stdout.readline()
        if not line:
            return {"problem": f"crashed with {process.wait()}", "peak": peak, "cpu_s": 0.0}
        result: dict[str, Any] = json.loads(line)
        result["peak"] = max(peak, result["peak"])
        if result["cpu_s"] > MOST_CPU_S:
            result["problem"] = "too slow"
        elif result["peak"] > MOST_NBYTES:
            result["problem"] = "too much memory"
        return result

    def end(self, *, kill: bool = False) -> None:
        if kill:
            self._process.kill()
        self._process.communicate()


def main() -> None:
    """Prints what came of the files; exits with 1 where something must not be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the files that failed")
    parser.add_argument("--worker", action="store_true")
    options = parser.parse_args()
    if options.worker:
        _work()
        return
    came: Counter[str] = Counter()
    failed, slowest, largest = 0, (0.0, ""), (0, "")
    worker = Worker()
    with tempfile.TemporaryDirectory() as folder:
        for hostile in hostile_pictures(options.number, options.seed):
            path = Path(folder) / f"picture{hostile.suffix}"
            path.write_bytes(hostile.data)
            result = worker.open(path)
            title = f"{hostile.name} {hostile.suffix}"
            slowest = max(slowest, (result["cpu_s"], title))
            largest = max(largest, (result["peak"], title))
            if problem := result.get("problem"):
                failed += 1
                _say(f"{title}: {problem} ({result['cpu_s']:.1f} s, {result['peak'] >> 20} MiB)")
                _keep(hostile, options.keep, failed)
                if problem == "stopped" or problem.startswith("crashed"):
                    worker = Worker()
            else:
                came[f"{hostile.suffix} {result['came']}"] += 1
    worker.end()
    for what, number in sorted(came.items()):
        _say(f"{what:24s} {number:5d}")
    _say(f"slowest {slowest[0]:.2f} s of processor time: {slowest[1]}")
    _say(f"largest {largest[0] >> 20} MiB: {largest[1]}")
    _say(f"{failed} of {options.number} failed")
    sys.exit(1 if failed else 0)


def _keep(hostile: Hostile, folder: Path | None, number: int) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}{hostile.suffix}").write_bytes(hostile.data)


def _work() -> None:
    from artstudio.sdk import StudioError
    from artstudio.studio.files import open_file

    warnings.simplefilter("ignore")
    status, forget = Path("/proc/self/status"), Path("/proc/self/clear_refs")
    _say("ready")
    for line in sys.stdin:
        if forget.exists():
            forget.write_text("5")  # the peak so far
        began = time.process_time()
        result: dict[str, Any] = {}
        try:
            open_file(Path(line.strip()), Path())
            result["came"] = "opened"
        except StudioError as error:
            words = str(error)
            result["came"] = "refused"
            if not words or "\n" in words or len(words) > 400:
                result["problem"] = f"no sentence: {words[:200]!r}"
        except BaseException as error:  # noqa: BLE001 - that is the question
            result["problem"] = f"{type(error).__name__}: {error}"[:300]
        result["cpu_s"] = time.process_time() - began
        peak = (
            [row for row in status.read_text().splitlines() if row.startswith("VmHWM")]
            if forget.exists()
            else []
        )
        result["peak"] = int(peak[0].split()[1]) << 10 if peak else psutil.Process().memory_info().rss
        _say(json.dumps(result))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
