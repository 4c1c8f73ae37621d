"""The built-in plugins' schemas come with them, so that starting the studio runs no plugin code."""

from __future__ import annotations

from pathlib import Path

import pytest

from artstudio.base.paths import builtin_plugins
from artstudio.host.schemas import SCHEMA_NAME, code_key, load
from artstudio.sdk.manifest import MANIFEST_NAME

PLUGINS = sorted(path.parent for path in builtin_plugins().glob(f"*/{MANIFEST_NAME}"))


@pytest.mark.parametrize("folder", PLUGINS, ids=lambda folder: folder.name)
def test_schema_is_there_and_fresh(folder: Path) -> None:
    schema = load(folder / SCHEMA_NAME, code_key(folder))
    assert schema is not None, f"stale: artstudio plugins check plugins/{folder.name} --save-schema"
    assert schema.actions
