"""A toy model: everything here takes milliseconds."""

from pathlib import Path

import pytest
import torch
from writer_toys import story

from artstudio.sdk import Run
from artstudio_transformer_writer.copies import Known
from artstudio_transformer_writer.folder import save_writer
from artstudio_transformer_writer.model import Writer
from artstudio_transformer_writer.shape import Shape
from artstudio_transformer_writer.tokens import learn_bytes


@pytest.fixture(scope="session")
def toy_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained model: it writes anything, so the rules have to hold."""
    folder = tmp_path_factory.mktemp("models") / "toy"
    torch.manual_seed(3)
    tokens = learn_bytes([story()], 400)
    shape = Shape(len(tokens), 32, 64, 2, 4, 2, max_position_embeddings=64)
    save_writer(folder, Writer(shape), tokens, Known.learn([story()], 32), {})
    return folder


@pytest.fixture
def run(toy_model: Path) -> Run:
    """A run with the toy model and seed 1."""
    return Run(seed=1, model=toy_model)
