from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from artstudio.project import lock
from artstudio.project.lock import FileLock, ProjectLock
from artstudio.sdk import BadFile

HOLD = """
import sys, pathlib
from artstudio.project import lock
from artstudio.project.lock import ProjectLock
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


def test_a_lock_removed_in_the_very_moment_it_is_taken_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert first.acquire()
    assert not second.acquire()
    real = lock._try_to_lock

    def after_the_first_let_go(file: BinaryIO) -> bool:
        first.release()
        return real(file)

    monkeypatch.setattr(lock, "_try_to_lock", after_the_first_let_go)
    assert second.acquire()
    assert (tmp_path / "lock").exists()
    monkeypatch.undo()
    assert not first.acquire(), "the second holds what is on the disk, not what the first removed"
    second.release()
