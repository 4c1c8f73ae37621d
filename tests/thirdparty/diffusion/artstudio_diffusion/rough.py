"""What a picture looks like half way, without the cost of decoding it.

A linear map from latents to colours, fitted by least squares to what the model's own autoencoder makes of a
picture of soft colours. It is one eighth as large and a little dull, and takes a thousandth of the time.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIDE = 24  # latents of the picture that is fitted to: over five hundred for at most a few dozen unknowns
_SMOOTHING = 1e-3


class RoughView:
    """Colours of latents, for the autoencoder of one pipeline. The fit is made when first asked for."""

    def __init__(self, pipeline: Any) -> None:
        self._vae = getattr(pipeline, "vae", None)
        self._factor = int(getattr(pipeline, "vae_scale_factor", 8))
        self._map: npt.NDArray[np.float32] | None = None
        self._fitted = False

    @torch.inference_mode()
    def prepare(self) -> None:
        """Fits the map; a pipeline whose latents are of another kind gets none."""
        if self._fitted:
            return
        self._fitted = True
        chance = torch.Generator().manual_seed(1)
        soft = torch.nn.functional.interpolate(
            torch.rand(1, 3, 9, 9, generator=chance), size=(_SIDE * self._factor,) * 2, mode="bicubic",
            align_corners=True,
        ).clamp(0, 1)  # fmt: skip
        code = encoded(self._vae, soft)
        if code is None or code.dim() != 4 or code.shape[2:] != (_SIDE, _SIDE):
            return
        small = torch.nn.functional.interpolate(soft, size=(_SIDE, _SIDE), mode="area")
        unknown = _with_one(code[0].cpu().float().numpy())
        wanted = small[0].flatten(1).numpy().T
        square = unknown.T @ unknown
        fitted = np.linalg.solve(square + _SMOOTHING * len(unknown) * np.eye(len(square)), unknown.T @ wanted)
        if np.isfinite(fitted).all():
            self._map = fitted.astype(np.float32)

    def colours(self, latents: Tensor) -> npt.NDArray[np.float32] | None:
        """(height, width, 3) in 0-1 of latents (1, channels, height, width); None where none can be said."""
        if self._map is None or latents.dim() != 4 or latents.shape[1] + 1 != len(self._map):
            return None
        plain = latents[0].detach().float().cpu().numpy()
        seen = _with_one(np.nan_to_num(plain)) @ self._map
        shown: npt.NDArray[np.float32] = seen.reshape(*plain.shape[1:], 3).clip(0, 1).astype(np.float32)
        return shown


def encoded(vae: Any, pictures: Tensor) -> Tensor | None:
    """Latents of pictures (n, 3, height, width) in 0-1, scaled as pipelines want; None where it cannot."""
    if vae is None or not hasattr(vae, "encode") or not hasattr(vae.config, "scaling_factor"):
        return None
    own = vae.dtype
    wide = own == torch.float16 and bool(getattr(vae.config, "force_upcast", False))
    with _widened(vae, wide):
        found = vae.encode((pictures * 2 - 1).to(vae.device, vae.dtype))
    code = found.latent_dist.mode() if hasattr(found, "latent_dist") else getattr(found, "latent", None)
    if not isinstance(code, Tensor):
        return None
    shift = getattr(vae.config, "shift_factor", None) or 0.0
    scaled: Tensor = ((code - shift) * vae.config.scaling_factor).to(own)
    return scaled


@contextmanager
def _widened(vae: Any, wide: bool) -> Iterator[None]:
    """An autoencoder that overflows half precision, in full precision for a while."""
    if not wide:
        yield
        return
    vae.to(torch.float32)
    try:
        yield
    finally:
        vae.to(torch.float16)


def _with_one(code: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """(channels, height, width) as rows of channels and a constant."""
    rows = code.reshape(len(code), -1).T.astype(np.float64)
    return np.concatenate([rows, np.ones((len(rows), 1))], axis=1)
