"""A toy model: everything here takes milliseconds."""

from pathlib import Path

import pytest
import torch

from artstudio.sdk import Run
from artstudio_rnn_composer import model
from artstudio_rnn_composer.model import Composer
from artstudio_rnn_composer.shape import Shape


@pytest.fixture(scope="session")
def toy_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained model: it plays anything, so the rules have to hold."""
    folder = tmp_path_factory.mktemp("models") / "toy"
    torch.manual_seed(3)
    model.save(Composer(Shape(16, 16)), folder, {})
    return folder


@pytest.fixture
def run(toy_model: Path) -> Run:
    """A run with the toy model and seed 1."""
    return Run(seed=1, model=toy_model)
