from __future__ import annotations

from pathlib import Path

import pytest

from artstudio.base.paths import Folders
from artstudio.studio.stored import delete, kept, size_nbytes


def test_sizes_are_told_and_what_may_go_goes(tmp_path: Path) -> None:
    folders = Folders.under(tmp_path)
    for folder in (folders.cache / "thumbnails", folders.models / "writer" / "mine", folders.footage):
        folder.mkdir(parents=True)
        (folder / "file").write_bytes(b"12345")
    there = {one.kind: one for one in kept(folders)}
    assert {name for name, one in there.items() if size_nbytes(one)} == {"cache", "models", "footage"}
    assert size_nbytes(there["cache"]) == 5
    delete(there["cache"])
    assert size_nbytes(there["cache"]) == 0
    assert folders.cache.is_dir()
    delete(there["models"])
    assert size_nbytes(there["models"]) == 0
    with pytest.raises(ValueError, match="footage"):
        delete(there["footage"])
    assert size_nbytes(there["footage"]) == 5
    delete(there["journals"])  # there are none
