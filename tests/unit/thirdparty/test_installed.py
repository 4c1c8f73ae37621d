"""The two third-party plugins of this repository, installed and used the way an artist does it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.engine.job import Control
from artstudio.host.discovery import Found
from artstudio.host.requests import RunRequest
from artstudio.sdk import Image, Media, Output
from artstudio.sdk.errors import StudioError
from artstudio.studio.installing import installer
from artstudio.studio.studio import Studio

THIRD_PARTY = Path(__file__).parents[2] / "thirdparty"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.under(tmp_path / "home")


@pytest.fixture
def studio(folders: Folders, tmp_path: Path) -> Iterator[Studio]:
    made = Studio(folders, Settings(), builtin=tmp_path / "none", packages=False)
    yield made
    made.close()


def install(name: str, folders: Folders) -> Found:
    made = installer(folders)
    with made.plan(str(THIRD_PARTY / name)) as prepared:
        plan = prepared.plan
        assert plan.permissions == ()
        assert all(pin.shared for pin in plan.packages)  # nothing is fetched: the studio has it all
        found = made.commit(prepared)
    assert isinstance(found, Found)
    return found


def picture(seed: int) -> Image:
    noise = np.random.default_rng(seed).integers(0, 256, (24, 32, 4), np.uint8)
    noise[..., 3] = 255
    return Image(noise)


def test_stylize_is_installed_and_paints_with_its_own_model(folders: Folders, studio: Studio) -> None:
    found = install("stylize", folders)
    assert [model.starter for model in studio.shelf.models(found)] == [True]
    schema = studio.host.schema("stylize")
    assert [action.name for action in schema.actions] == ["stylize"]
    media: dict[str, Media | list[Media] | None] = {"picture": picture(1), "styles": [picture(2)]}
    request = RunRequest("stylize", "stylize", media, {"mode": "fast"})
    events = list(studio.host.run(request, Control()))
    (painted,) = [event.value for event in events if isinstance(event, Output)]
    assert isinstance(painted, Image)
    assert painted.pixels.shape == (24, 32, 4)
    assert not np.array_equal(painted.pixels, picture(1).pixels)


def test_diffusion_is_installed_and_says_what_it_needs(folders: Folders, studio: Studio) -> None:
    install("diffusion", folders)
    names = {action.name for action in studio.host.schema("diffusion").actions}
    assert names == {"text-to-image", "image-to-image", "inpaint"}
    request = RunRequest("diffusion", "text-to-image", {}, {"prompt": "a lighthouse"})
    with pytest.raises(StudioError, match="folder"):
        list(studio.host.run(request, Control()))
