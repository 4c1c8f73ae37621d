from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from artstudio.base import scratch
from artstudio.base.scratch import scratch_folder


def test_folders_of_the_dead_are_removed_and_those_of_the_living_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "_SHARED_MEMORY", tmp_path)
    monkeypatch.setattr(scratch, "_ROOMY_BYTES", 0)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f"artstudio-{ended.pid}-abc").mkdir()
    (tmp_path / f"artstudio-{ended.pid}-abc" / "h1.bin").write_bytes(b"left behind")
    (tmp_path / "artstudio-demo").mkdir()
    mine, another = scratch_folder(), scratch_folder()
    assert {path.name for path in tmp_path.iterdir()} == {"artstudio-demo", mine.name, another.name}
