from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from artstudio.project.lock import ProjectLock, sweep_unfinished
from artstudio.sdk import BadFile

HOLD = """
import sys, pathlib
from artstudio.project.lock import ProjectLock, sweep_unfinished
lock = ProjectLock(pathlib.Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_window_is_told_so_until_the_first_closes(tmp_path: Path) -> None:
    path = tmp_path / "work.artstudio"
    with ProjectLock(path):
        with pytest.raises(BadFile, match=r"work\.artstudio is open in another window"):
            ProjectLock(path).acquire()
        with ProjectLock(tmp_path / "other.artstudio"):
            pass
    with ProjectLock(path):
        pass
    assert [one.name for one in tmp_path.iterdir() if "work" in one.name] == []


def test_a_link_to_the_same_file_is_the_same_file(tmp_path: Path) -> None:
    path, link = tmp_path / "work.artstudio", tmp_path / "link.artstudio"
    path.touch()
    link.symlink_to(path)
    with ProjectLock(path), pytest.raises(BadFile, match="another window"):
        ProjectLock(link).acquire()


def test_a_killed_window_leaves_no_lock_behind(tmp_path: Path) -> None:
    path = tmp_path / "work.artstudio"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BadFile, match="another window"):
            ProjectLock(path).acquire()
        other.kill()
        other.wait()
    assert (tmp_path / ".work.artstudio.lock").exists(), "it was killed before it could tidy up"
    with ProjectLock(path):
        pass


def test_a_folder_that_cannot_be_written_needs_no_lock(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with ProjectLock(tmp_path / "file" / "work.artstudio"):
        pass


def test_what_a_kill_left_unfinished_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    for name in (".dead.artstudio.part", ".alive.artstudio.part", ".mine.part", "open.artstudio"):
        (tmp_path / name).touch()
    (tmp_path / ".dead.artstudio.lock").touch()
    with ProjectLock(tmp_path / "alive.artstudio"):
        sweep_unfinished(tmp_path)
        left = {path.name for path in tmp_path.iterdir()}
    assert left == {".alive.artstudio.part", ".alive.artstudio.lock", ".mine.part", "open.artstudio"}
