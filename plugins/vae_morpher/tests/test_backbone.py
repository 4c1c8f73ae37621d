"""Somebody else's autoencoder, in the layout of diffusers."""

import json
from pathlib import Path

import numpy as np
import pytest
from morpher_toys import film, image, outputs, scene

from artstudio.sdk import BadModel, Run
from artstudio_vae_morpher.actions import VaeMorpher
from artstudio_vae_morpher.params import BlendParams, MorphParams, SampleParams

diffusers = pytest.importorskip("diffusers")
morpher = VaeMorpher()
PICTURES = [image(scene(50, 34, seed)) for seed in (1, 2)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small one, randomly initialised."""
    path = tmp_path_factory.mktemp("models") / "kl"
    network = diffusers.AutoencoderKL(
        block_out_channels=(8, 8, 8),
        down_block_types=("DownEncoderBlock2D",) * 3,
        up_block_types=("UpDecoderBlock2D",) * 3,
        layers_per_block=1,
        norm_num_groups=4,
        latent_channels=4,
    )
    network.save_pretrained(path, safe_serialization=True)
    return path


def test_it_morphs_from_its_own_first_picture_to_its_last(folder: Path) -> None:
    run = Run(1, model=folder)
    frames = film(morpher.morph(run, PICTURES, MorphParams(frames=5)))
    assert frames.shape == (5, 34, 50, 3)
    back = film(morpher.morph(run, PICTURES[::-1], MorphParams(frames=5)))
    assert np.abs(frames[0].astype(int) - back[-1]).max() <= 1
    (made,) = outputs(morpher.blend(run, PICTURES, BlendParams()))
    assert (made.width, made.height) == (50, 34)


def test_it_says_what_it_cannot_do(folder: Path) -> None:
    with pytest.raises(BadModel, match="can morph and blend, but not draw from nothing"):
        outputs(morpher.sample(Run(1, model=folder), SampleParams()))


def test_damaged_and_pickled_folders_are_one_sentence(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text((folder / "config.json").read_text())
    (tmp_path / "diffusion_pytorch_model.bin").write_bytes(b"a pickle, never opened")
    with pytest.raises(BadModel, match="cannot be used"):
        outputs(VaeMorpher().morph(Run(1, model=tmp_path), PICTURES, MorphParams(frames=3)))
    config = json.loads((folder / "config.json").read_text()) | {"block_out_channels": "many"}
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(BadModel):
        outputs(VaeMorpher().morph(Run(1, model=tmp_path), PICTURES, MorphParams(frames=3)))
