"""What a worker is given: files of the artist's, and so much of the machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Grants:
    """Absolute files and folders that a worker gets beyond what its plugin always reaches."""

    read: frozenset[Path] = frozenset()
    write: frozenset[Path] = frozenset()

    def cover(self, wanted: Grants) -> bool:
        """Whether a worker with these may do a job that wants `wanted`."""
        return wanted.read <= self.read and wanted.write <= self.write


NOTHING = Grants()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one worker may use at most."""

    memory_bytes: int
    disk_bytes: int = 16 * 2**30
    """In its own folder and those it may write, files that were deleted and are still open included."""
    threads: int = 512
    idle_cpu_s: float = 5.0
    """Processor seconds between two jobs: whoever computes on without one works for somebody else."""
