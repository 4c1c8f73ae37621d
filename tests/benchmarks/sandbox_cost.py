"""What it costs to confine a worker: at its start, and in what it gets done.

Confined and unconfined workers take turns, so that both see the same machine. Starts are timed from asking
for a worker to its greeting; throughput is the work of a plugin that computes with torch, reads and writes
files in its folder and sends values, all of which pass the filter of system calls.

    python tests/benchmarks/sandbox_cost.py [--starts 20] [--rounds 8]
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path

from artstudio.engine.job import Control
from artstudio.host.discovery import Found
from artstudio.host.grants import Bounds
from artstudio.host.host import Host
from artstudio.host.models import ModelShelf
from artstudio.host.process import WorkerProcess
from artstudio.host.requests import RunRequest
from artstudio.sdk.manifest import read_manifest

PLUGINS = Path(__file__).parents[1] / "hostile" / "plugins"
# Work of about a second: products of matrices, small files, many cheap calls of the system.
WORK = """
import os, time, torch
torch.set_num_threads(1)
began = time.process_time()
a = torch.ones(256, 256)
for step in range(400):
    a = (a @ a) * 0 + 1
    with open('work', 'wb') as file: file.write(bytes(65536))
    with open('work', 'rb') as file: file.read()
for step in range(100_000): os.stat('work')
loot = time.process_time() - began
"""


def start_s(found: Found, confine: bool) -> float:
    """Seconds from asking for a worker to its greeting."""
    began = time.perf_counter()
    worker = WorkerProcess(found, threads=1, bounds=Bounds(2**33), confine=confine)
    seconds = time.perf_counter() - began
    worker.kill()
    return seconds


def work_s(host: Host) -> float:
    """Processor seconds of one round of work in the host's worker."""
    request = RunRequest("burglar", "attack", params={"code": WORK})
    (text,) = [event.value.text for event in host.run(request, Control())]  # type: ignore[union-attr]
    return float(text)


def main() -> None:
    """Prints medians and what confining adds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--starts", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=8)
    chosen = parser.parse_args()
    folder = PLUGINS / "burglar"
    found = Found(read_manifest(folder), folder, "builtin")
    starts: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(chosen.starts):
        for confine in (True, False):
            starts[confine].append(start_s(found, confine))
    work: dict[bool, list[float]] = {True: [], False: []}
    with tempfile.TemporaryDirectory() as place:
        shelf = ModelShelf(Path(place) / "starters", Path(place) / "own")
        hosts = {
            confine: Host(
                PLUGINS,
                Path(place) / "user",
                Path(place) / str(confine),
                shelf,
                packages=False,
                confine=confine,
            )
            for confine in (True, False)
        }
        try:
            for _ in range(chosen.rounds + 1):
                for confine, host in hosts.items():
                    work[confine].append(work_s(host))
        finally:
            for host in hosts.values():
                host.close()
    started = {confine: statistics.median(times) for confine, times in starts.items()}
    worked = {confine: statistics.median(times[1:]) for confine, times in work.items()}
    figures = {
        "start_ms": {"confined": round(started[True] * 1e3, 1), "open": round(started[False] * 1e3, 1)},
        "start_added_ms": round((started[True] - started[False]) * 1e3, 1),
        "work_s": {"confined": round(worked[True], 3), "open": round(worked[False], 3)},
        "work_added_percent": round((worked[True] / worked[False] - 1) * 100, 1),
    }
    print(json.dumps(figures, indent=1))  # noqa: T201  # its result


if __name__ == "__main__":
    main()
