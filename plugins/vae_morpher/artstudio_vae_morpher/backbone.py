"""A larger autoencoder that the artist has on disk: an AutoencoderKL folder of `diffusers`.

It has no global code and no prior, so pictures can be morphed and blended with it, not drawn from nothing.
Only safetensors are read, and nothing is fetched.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor

from artstudio.sdk import BadModel
from artstudio.sdk.nn.arrays import as_floats, as_pixels
from artstudio.sdk.nn.device import autocast
from artstudio.sdk.nn.weights import load_config
from artstudio_vae_morpher.codes import Codes, as_strong, parts_mixed, shares_of
from artstudio_vae_morpher.frames import padded
from artstudio_vae_morpher.shape import STRIDE_PX

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path as Folder

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_vae_morpher.codes import Path, Steps

CLASS = "AutoencoderKL"


def is_backbone(folder: Folder) -> bool:
    """Whether a model folder says that it is one. Raises `BadModel` where it says nothing."""
    return load_config(folder).get("_class_name") == CLASS


class Backbone:
    """Codes of a diffusers autoencoder; `whole` is empty."""

    def __init__(self, folder: Folder, device: str = "cpu") -> None:
        """Reads the folder.

        Raises:
            BadModel: it is damaged, not safetensors, or diffusers is missing.
        """
        try:
            from diffusers import AutoencoderKL
        except ImportError as error:
            raise BadModel("{folder} needs the package diffusers: install it", folder=folder) from error
        try:
            network: Any = AutoencoderKL.from_pretrained(  # type: ignore[no-untyped-call]
                str(folder), local_files_only=True, use_safetensors=True, low_cpu_mem_usage=False
            )
        except (OSError, ValueError, TypeError, KeyError, RuntimeError) as error:
            reason = str(error).splitlines()[0][:200]
            raise BadModel(
                "the model {folder} cannot be used: {reason}", folder=folder, reason=reason
            ) from error
        self._network: Any = network.to(device).eval()
        self.device = device
        self._stride = 2 ** (len(network.config.block_out_channels) - 1)

    @torch.inference_mode()
    def encoded(self, pixels: Pixels) -> Codes:
        """See `codes.Coder`."""
        real = torch.from_numpy(as_floats(padded(pixels, math.lcm(STRIDE_PX, self._stride))))[None].to(
            self.device
        )
        with autocast(self.device):
            code = self._network.encode(real).latent_dist.mean
        return Codes(torch.zeros(0, device=self.device), code[0].float())

    def between(self, codes: Sequence[Codes], weights: Tensor, path: Path, seed: int) -> Steps[list[Codes]]:
        """See `codes.Coder`; but for the straight path mixtures keep the spread that codes have."""
        details = [one.detail for one in codes]
        weights = weights.to(details[0].device)
        shares = shares_of(codes, weights, path, seed)
        mixed = parts_mixed(details, shares)
        yield
        if path != "straight":
            mixed = as_strong(mixed, details, weights)
        return [Codes(codes[0].whole, one) for one in mixed]

    @torch.inference_mode()
    def pictures(self, codes: Sequence[Codes], width: int, height: int, *, grain: float, seed: int) -> Pixels:
        """See `codes.Coder`; it makes up no grain."""
        del grain, seed
        out = np.empty((len(codes), height, width, 3), np.uint8)
        for number, one in enumerate(codes):
            with autocast(self.device):
                drawn = self._network.decode(one.detail[None]).sample[0, :, :height, :width].float()
            out[number] = as_pixels(drawn.cpu().numpy())
        return out
