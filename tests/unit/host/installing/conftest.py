"""An installer and a plugin to install."""

from __future__ import annotations

from pathlib import Path

import pytest

from artstudio.host.installing.installer import Installer
from tests.unit.host.installing.plugins import files, make_installer, put


@pytest.fixture
def installer(tmp_path: Path) -> Installer:
    return make_installer(tmp_path)


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    return put(tmp_path / "src" / "toy", files())
