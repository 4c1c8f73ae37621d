"""What becomes of footage nobody needs, while windows come and go."""

from __future__ import annotations

import os
from pathlib import Path

from artstudio.base.settings import Settings
from artstudio.studio.studio import Studio
from tests.unit.project.builders import footage
from tests.unit.studio.conftest import PLUGINS


def test_old_footage_goes_at_the_start_of_the_only_window(studio: Studio) -> None:
    store = studio.folders.footage
    studio.use_footage()
    made = footage(store)
    os.utime(made.path, (0, 0))
    second = Studio(studio.folders, Settings(), builtin=PLUGINS, packages=False)
    second.use_footage()
    second.close()
    assert made.path.exists(), "the first window may have it in its film, or in its history"
    studio.close()
    third = Studio(studio.folders, Settings(), builtin=PLUGINS, packages=False)
    third.use_footage()
    third.close()
    assert not made.path.exists()


def test_a_store_that_cannot_be_used_stops_no_window(studio: Studio) -> None:
    studio.folders.footage.parent.mkdir(parents=True)
    Path(studio.folders.footage).write_text("in the way")
    studio.use_footage()
