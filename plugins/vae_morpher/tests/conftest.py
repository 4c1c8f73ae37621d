"""A toy model and toy pictures: everything here takes milliseconds."""

from pathlib import Path

import pytest
import torch

from artstudio.sdk import Run
from artstudio_vae_morpher import model
from artstudio_vae_morpher.model import Morpher
from artstudio_vae_morpher.shape import Shape


@pytest.fixture(scope="session")
def toy_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained model whose last layers are loud enough to be seen."""
    folder = tmp_path_factory.mktemp("models") / "toy"
    torch.manual_seed(3)
    morpher = Morpher(Shape((8, 8, 8), (8, 8), (8, 8, 8)))
    network = morpher.autoencoder
    for last in (network.paint[1], network.surface, network.encoder[-1], morpher.prior.out):
        torch.nn.init.normal_(last.get_parameter("weight"), std=0.2)
    torch.nn.init.normal_(morpher.cleaner.out.weight, std=0.05)
    model.save(morpher, folder, {})
    return folder


@pytest.fixture
def run(toy_model: Path) -> Run:
    """A run with the toy model and seed 1."""
    return Run(seed=1, model=toy_model)
