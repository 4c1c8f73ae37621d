"""Keeps a worker within its bounds, with a job and without: memory, disk, threads, processor, processes."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.host.grants import Bounds

EVERY_S = 0.25
# Mapped files that were deleted are looked for in a list that is long where torch is loaded.
MAPS_EVERY = 4


class Watch:
    """Looks at process `pid` four times a second and stays silent.

    On the first bound that it breaks, `end` is called with the verdict, which completes "the plugin ...".
    `folders` are those it may write.
    """

    def __init__(
        self, pid: int, folders: tuple[Path, ...], bounds: Bounds, end: Callable[[str], None]
    ) -> None:
        self.verdict: str | None = None
        self._idle_since_cpu_s: float | None = None
        self._process = psutil.Process(pid)
        self._folders = folders
        self._bounds = bounds
        self._end = end
        self._over = threading.Event()
        self._round = 0
        self._mapped_bytes = 0
        self._before = {folder: folder_bytes(folder) for folder in folders}
        self._thread = threading.Thread(target=self._look, name="worker watch", daemon=True)
        self._thread.start()

    def working(self, yes: bool) -> None:
        """Tells whether the worker has a job from now on."""
        self._idle_since_cpu_s = None if yes else self._cpu_s()

    def stop(self) -> None:
        """Ends the watch; waits for nothing."""
        self._over.set()

    def memory_bytes(self) -> int:
        """Resident memory; 0 once it has ended."""
        try:
            return int(self._process.memory_info().rss)
        except psutil.Error:
            return 0

    def _look(self) -> None:
        while not self._over.wait(EVERY_S):
            try:
                verdict = self._judged()
            except psutil.Error:
                return
            if verdict is not None:
                self.verdict = verdict
                self._end(verdict)
                return

    def _judged(self) -> str | None:
        bounds = self._bounds
        memory = self.memory_bytes()
        if memory > bounds.memory_bytes:
            used, most = memory / 2**30, bounds.memory_bytes / 2**30
            return f"used {used:.1f} GiB of memory, the limit is {most:.1f} GiB"
        if (disk := self._disk_bytes()) > bounds.disk_bytes:
            used, most = disk / 2**30, bounds.disk_bytes / 2**30
            return f"wrote {used:.1f} GiB of files, the limit is {most:.1f} GiB"
        if (threads := self._process.num_threads()) > bounds.threads:
            return f"started {threads} threads, the limit is {bounds.threads}"
        since_s = self._idle_since_cpu_s
        if since_s is not None and self._cpu_s() - since_s > bounds.idle_cpu_s:
            return "went on computing when its job was done"
        if sys.platform != "linux" and self._process.children():  # on Linux it cannot start any
            return "started another program, which a plugin may not"
        return None

    def _cpu_s(self) -> float:
        try:
            spent = self._process.cpu_times()
        except psutil.Error:
            return 0.0
        return float(spent.user + spent.system)

    def _disk_bytes(self) -> int:
        grown = sum(max(0, folder_bytes(folder) - self._before[folder]) for folder in self._folders)
        if sys.platform != "linux":
            return grown
        self._round += 1
        if self._round % MAPS_EVERY == 0:
            self._mapped_bytes = deleted_and_mapped_bytes(self._process.pid)
        return grown + max(self._mapped_bytes, deleted_and_open_bytes(self._process.pid))


def folder_bytes(folder: Path) -> int:
    """The disk space below `folder`; an entry costs at least a block, so that empty files count too."""
    total, waiting = 0, [str(folder)]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        found = entry.stat(follow_symlinks=False)
                        blocks = getattr(found, "st_blocks", None)  # Windows has none
                        total += max(4096, found.st_size if blocks is None else blocks * 512)
    return total


def deleted_and_open_bytes(pid: int) -> int:
    """The disk space of files that process `pid` holds open and that no folder lists any more (Linux)."""
    sizes: dict[tuple[int, int], int] = {}
    with contextlib.suppress(OSError), os.scandir(f"/proc/{pid}/fd") as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                found = entry.stat()  # of the file behind the link
                if stat.S_ISREG(found.st_mode) and found.st_nlink == 0:
                    sizes[found.st_dev, found.st_ino] = found.st_blocks * 512
    return sum(sizes.values())


def deleted_and_mapped_bytes(pid: int) -> int:
    """How much of such files process `pid` has mapped (Linux); shared memory without a file is left out."""
    sizes: dict[tuple[str, str], int] = {}
    with (
        contextlib.suppress(OSError),
        Path(f"/proc/{pid}/maps").open(encoding="utf-8", errors="replace") as lines,
    ):
        for line in lines:
            if line.endswith("(deleted)\n") and "/dev/zero" not in line:
                span, _, _, device, inode, *_ = line.split(maxsplit=5)
                start, _, end = span.partition("-")
                size = int(end, 16) - int(start, 16)
                sizes[device, inode] = sizes.get((device, inode), 0) + size
    return sum(sizes.values())
