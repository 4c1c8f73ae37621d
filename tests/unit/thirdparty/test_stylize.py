"""The plugin `stylize` in the studio: found, described, and run in a worker of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.engine.job import Control
from artstudio.host.requests import RunRequest
from artstudio.sdk import Image, Output
from artstudio.studio.studio import Studio

STYLIZE = Path(__file__).parents[2] / "thirdparty" / "stylize"


def test_the_studio_paints_with_the_starter_that_lies_with_the_plugin(tmp_path: Path) -> None:
    folders = Folders.under(tmp_path / "home")
    shutil.copytree(
        STYLIZE, folders.plugins / "stylize", ignore=shutil.ignore_patterns("tests", "__pycache__")
    )
    studio = Studio(folders, Settings(), builtin=tmp_path / "none", packages=False)
    try:
        (model,) = studio.shelf.models(studio.host.found("stylize"))
        assert model.folder.is_relative_to(folders.plugins)
        assert "## Known faults" in model.card()
        grey, red = (
            Image(np.full((24, 32, 3), colour, np.uint8)) for colour in ((90, 90, 90), (200, 40, 30))
        )
        request = RunRequest("stylize", "stylize", {"picture": grey, "styles": [red]}, threads=1)
        (found,) = [one.value for one in studio.host.run(request, Control()) if isinstance(one, Output)]
    finally:
        studio.close()
    assert isinstance(found, Image)
    assert (found.width, found.height) == (32, 24)
    red_over_blue = found.pixels[..., 0].mean() - found.pixels[..., 2].mean()
    assert red_over_blue > 40
