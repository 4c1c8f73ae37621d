from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from artstudio.documents.sheet import Sheet
from artstudio.project.archive import save_project
from tests.unit.project.builders import merged_of, rich_sheet

Save = Callable[..., Path]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return rich_sheet(tmp_path / "footage")


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Saves a sheet under a name in the test's folder."""

    def saved(sheet: Sheet, name: str = "work.artstudio", **options: int) -> Path:
        save_project(sheet, tmp_path / name, lambda: merged_of(sheet), **options)
        return tmp_path / name

    return saved
