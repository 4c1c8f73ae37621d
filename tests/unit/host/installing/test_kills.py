"""Killed at any touch of a file, what was installed before is whole, or what is now; nothing else is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[4]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed processes are forks")
@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ("install", {None, "3.0"}),
        ("update", {"2.0", "3.0"}),
        ("roll back", {"2.0", "1.0"}),
        ("remove", {"2.0", None}),
        ("repair", {"2.0"}),
    ],
)
def test_a_kill_leaves_the_old_state_or_the_new_one(
    change: str, allowed: set[str | None], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.host.installing.kills", change, tmp_path],
        cwd=TOP, env={**os.environ, "PYTHONPATH": str(TOP)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) > 10
    assert set(found) == allowed
