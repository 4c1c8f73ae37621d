"""The next start offers everything back but the last seconds, and nothing on the disk is ever broken."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.kills.killing import Sessions

MOST_LOST_S = 5.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def test_a_session_killed_again_and_again_loses_next_to_nothing(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, seed=1)
    for how in ("save as", "result", "recovery"):
        sessions.kill(how)
    sessions.end()
    assert max(kill.loss_s for kill in sessions.kills if kill.loss_s is not None) <= MOST_LOST_S
