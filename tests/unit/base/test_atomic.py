from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from artstudio.base.atomic import write_bytes


def test_what_a_killed_process_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    name = "a[1].toml"
    (tmp_path / f".{name}.{ended.pid}-7.part").write_bytes(b"half")
    others = [
        f".{name}.{os.getppid()}-7.part",
        f".b.toml.{ended.pid}-7.part",
        f".{name}.mine-7.part",
        f"{name}.part",
    ]
    for other in others:
        (tmp_path / other).write_bytes(b"somebody's")
    write_bytes(tmp_path / name, b"whole")
    assert (tmp_path / name).read_bytes() == b"whole"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, *others])
