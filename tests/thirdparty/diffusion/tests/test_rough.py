"""What is seen of a picture half way."""

from __future__ import annotations

from types import SimpleNamespace

import torch
from torch import Tensor

from artstudio_diffusion.rough import RoughView, encoded


class Linear:
    """An autoencoder whose latents are mixtures of the colours of 8 x 8 pixels."""

    dtype, device = torch.float32, torch.device("cpu")
    config = SimpleNamespace(scaling_factor=0.2, shift_factor=0.5, force_upcast=False)

    def encode(self, pictures: Tensor) -> object:
        small = torch.nn.functional.avg_pool2d(pictures, 8)
        mixed = torch.cat([small.flip(1), small[:, :1] - small[:, 1:2]], 1) * 3 + 1
        return SimpleNamespace(latent_dist=SimpleNamespace(mode=lambda: mixed))


def test_colours_are_found_again() -> None:
    vae = Linear()
    view = RoughView(SimpleNamespace(vae=vae, vae_scale_factor=8))
    picture = torch.rand(1, 3, 5, 7).repeat_interleave(8, 2).repeat_interleave(8, 3)
    latents = encoded(vae, picture)
    assert latents is not None
    assert view.colours(latents) is None  # not before it is prepared
    view.prepare()
    seen = view.colours(latents)
    assert seen is not None
    assert torch.allclose(torch.from_numpy(seen), picture[0, :, ::8, ::8].permute(1, 2, 0), atol=0.02)


def test_a_pipeline_without_an_autoencoder_shows_nothing() -> None:
    view = RoughView(SimpleNamespace())
    view.prepare()
    assert view.colours(torch.zeros(1, 4, 2, 2)) is None
