from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.studio.studio import Studio

PLUGINS = Path(__file__).parents[2] / "data" / "plugins"


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    """A studio whose only plugin is the tests' echo, in folders of its own."""
    made = Studio(Folders.under(tmp_path / "home"), Settings(), builtin=PLUGINS, packages=False)
    yield made
    made.close()
