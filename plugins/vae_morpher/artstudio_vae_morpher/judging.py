"""How good the networks are: the figures that models are compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from artstudio.sdk.nn.arrays import as_floats, as_pixels
from artstudio.sdk.nn.device import autocast
from artstudio.sdk.nn.patches import patch_distance
from artstudio_vae_morpher.cleaning import cleaned_unasked
from artstudio_vae_morpher.spoiling import USUAL_SIGMA, with_noise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_vae_morpher.autoencoder import Autoencoder
    from artstudio_vae_morpher.cleaner import Cleaner
    from artstudio_vae_morpher.model import Morpher

CROP_PX: Final = 128


def held_out_crop(pixels: Pixels) -> Pixels:
    """The middle of a picture, 128 x 128 at the size of its pixels; smaller ones are mirrored outwards."""
    height, width = pixels.shape[:2]
    lack = [max(0, CROP_PX - n) for n in (height, width)]
    pixels = np.pad(pixels, ((0, lack[0]), (0, lack[1]), (0, 0)), "symmetric")
    y, x = (pixels.shape[0] - CROP_PX) // 2, (pixels.shape[1] - CROP_PX) // 2
    return np.ascontiguousarray(pixels[y : y + CROP_PX, x : x + CROP_PX])


@torch.no_grad()
def restored(
    network: Autoencoder, pixels: Pixels, device: str = "cpu", whole_of: Pixels | None = None
) -> Pixels:
    """A picture through its codes at their means and back; sides are multiples of 16.

    With `whole_of`, that picture's global code takes the place of its own, once the detail code is made.
    """
    real = _placed(pixels, device)
    with autocast(device):
        whole = network.whole(real).mean
        base = network.base(whole)
        detail = network.detail(real, base).mean
        if whole_of is not None:
            whole = network.whole(_placed(whole_of, device)).mean
        picture = network.drawn(whole, detail)[0]
    return as_pixels(picture[0].float().cpu().numpy())


def restored_error(network: Autoencoder, pixels: Pixels, device: str = "cpu") -> float:
    """Root of the mean squared error of a restored picture, in levels of 255."""
    return error(restored(network, pixels, device), pixels)


def cleaned_error(network: Cleaner, pixels: Pixels, device: str = "cpu", seed: int = 0) -> float:
    """Root of the mean squared error of a picture with the usual noise, cleaned, in levels of 255."""
    return error(cleaned_unasked(network, with_noise(pixels, USUAL_SIGMA, seed), device), pixels)


@torch.no_grad()
def surface_error(network: Autoencoder, pixels: Pixels, device: str = "cpu", seed: int = 0) -> float:
    """`patch_distance` of a restored picture with grain to the real one."""
    real = _placed(pixels, device)
    with torch.random.fork_rng(), autocast(device):
        torch.manual_seed(seed)
        whole = network.whole(real).mean
        base = network.base(whole)
        picture, features = network.drawn(whole, network.detail(real, base).mean, base)
        height, width = real.shape[2:]
        coarse = torch.randn(1, 1, height // 2, width // 2).to(device)
        fine = torch.randn(1, 1, height, width).to(device)
        textured = picture + network.texture(features, coarse, fine)
    return patch_distance(as_pixels(textured[0].float().cpu().numpy()), pixels)


@torch.no_grad()
def unusual(model: Morpher, pixels: Pixels, device: str = "cpu", seed: int = 0) -> float:
    """How wrong the prior's velocities are on the way to a picture's codes; see `Prior.loss`."""
    real = _placed(pixels, device)
    with torch.random.fork_rng(), autocast(device):
        torch.manual_seed(seed)
        whole = model.autoencoder.whole(real).mean.expand(4, -1)  # four times of day for each picture
        base = model.autoencoder.base(whole)
        detail = model.autoencoder.detail(real.expand(4, -1, -1, -1), base).mean
        return float(model.prior.loss(whole, detail, base))


def _placed(pixels: Pixels, device: str) -> torch.Tensor:
    return torch.from_numpy(as_floats(pixels))[None].to(device, memory_format=torch.channels_last)


def error(one: Pixels, other: Pixels) -> float:
    """Root of the mean squared difference, in levels of 255."""
    return float(np.sqrt(((one.astype(np.float32) - other) ** 2).mean()))


def psnr(one: Pixels, other: Pixels) -> float:
    """Peak signal-to-noise ratio in dB; 99 for equal pictures."""
    apart = error(one, other)
    return 99.0 if apart == 0 else float(20 * np.log10(255 / apart))


def judged_all(model: Morpher, pictures: Sequence[Pixels], device: str = "cpu") -> Iterator[dict[str, float]]:
    """The figures of each picture's crop of 128 x 128.

    `psnr`: restored at the mean code, dB; `swapped`: with the global code of the picture before; `noisy` and
    `cleaned`: with the usual noise, before and after cleaning; `loss`: the restored picture's error, levels.
    """
    before = held_out_crop(pictures[-1])
    for number, pixels in enumerate(pictures):
        crop = held_out_crop(pixels)
        back = restored(model.autoencoder, crop, device)
        spoilt = with_noise(crop, USUAL_SIGMA, number)
        yield {
            "loss": error(back, crop),
            "psnr": psnr(back, crop),
            "swapped": psnr(restored(model.autoencoder, crop, device, whole_of=before), crop),
            "noisy": psnr(spoilt, crop),
            "cleaned": psnr(cleaned_unasked(model.cleaner, spoilt, device), crop),
        }
        before = crop


def means(figures: Sequence[dict[str, float]]) -> dict[str, float]:
    """The means over pictures."""
    return {name: float(np.mean([one[name] for one in figures])) for name in figures[0]}
