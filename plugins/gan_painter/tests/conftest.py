"""A toy model and toy pictures: everything here takes milliseconds."""

from pathlib import Path

import pytest
import torch

from artstudio.sdk import Run
from artstudio_gan_painter import model
from artstudio_gan_painter.model import Studio
from artstudio_gan_painter.shape import Shape


@pytest.fixture(scope="session")
def toy_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained model whose last layers are loud enough to be seen."""
    folder = tmp_path_factory.mktemp("models") / "toy"
    torch.manual_seed(3)
    studio = Studio(Shape((8, 8, 8, 8), 8))
    torch.nn.init.normal_(studio.painter.paint.weight, std=0.1)
    model.save(studio, folder, {})
    return folder


@pytest.fixture
def run(toy_model: Path) -> Run:
    """A run with the toy model and seed 1."""
    return Run(seed=1, model=toy_model)
