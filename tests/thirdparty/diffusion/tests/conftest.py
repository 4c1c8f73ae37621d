"""Toy pipelines, made once: everything here takes fractions of a second."""

import os

os.environ["HF_HUB_OFFLINE"] = "1"  # before anything imports huggingface_hub

from pathlib import Path  # see above
from typing import TYPE_CHECKING

import numpy as np
import pytest

from artstudio.sdk import Image
from artstudio_diffusion.actions import Diffusion

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def toys(tmp_path_factory: pytest.TempPathFactory) -> "Callable[[str], Path]":
    """Makes the pipeline that a function of `diffusion_toys` describes, once."""
    place = tmp_path_factory.mktemp("pipelines")
    made: dict[str, Path] = {}

    def toy(name: str) -> Path:
        import diffusion_toys

        if name not in made:
            made[name] = getattr(diffusion_toys, name)(place / name)
        return made[name]

    return toy


@pytest.fixture
def model(toys: "Callable[[str], Path]") -> Path:
    """A tiny Stable Diffusion."""
    return toys("stable_diffusion")


@pytest.fixture(scope="module")
def plugin() -> Diffusion:
    """One plugin for many runs, as a worker has it."""
    return Diffusion()


@pytest.fixture(scope="session")
def picture() -> Image:
    """70 × 50 pixels of every colour and transparency."""
    return Image(np.random.default_rng(4).integers(0, 256, (50, 70, 4), dtype=np.uint8))
