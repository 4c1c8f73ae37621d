"""A lock between processes."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pytest

from artstudio.base import lock
from artstudio.base.lock import FileLock


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
