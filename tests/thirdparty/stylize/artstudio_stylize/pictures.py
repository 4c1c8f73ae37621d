"""Pictures as the networks take them, at every size they are worked on; and back, with alpha, mask and
colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from artstudio.sdk import Image, mask_cover
from artstudio.sdk.nn.arrays import as_floats, as_pixels
from artstudio_stylize.shape import CELL_PX

if TYPE_CHECKING:
    import numpy.typing as npt

SMALLEST_PX: Final = 224  # short side of the size that is painted first; each further size is twice as large
LARGEN: Final = 1.5  # styles are not enlarged more than this: what is blurred teaches no strokes
LUMA: Final = (0.299, 0.587, 0.114)  # ITU-R BT.601


@dataclass(frozen=True, slots=True)
class Canvas:
    """A picture: `colours` (1, 3, height, width) in [-1, 1], and how much each pixel counts, (1, 1, height,
    width)."""

    colours: Tensor
    weight: Tensor

    @property
    def size(self) -> tuple[int, int]:
        """Height and width."""
        return self.colours.shape[2], self.colours.shape[3]

    def resized(self, height: int, width: int) -> Canvas:
        """The same at another size."""
        return Canvas(resized(self.colours, height, width), resized(self.weight, height, width))

    def padded(self) -> Canvas:
        """With the edge repeated until both sides are multiples of 8."""
        return Canvas(padded(self.colours), padded(self.weight))


def canvas(picture: Image, device: str, cover: npt.NDArray[np.float32] | None = None) -> Canvas:
    """A picture whose opaque pixels count, where `cover` says so; where it is clear it has its mean
    colour."""
    pixels = torch.from_numpy(picture.pixels.copy()).to(device).permute(2, 0, 1)[None]
    colours, alpha = pixels[:, :3].float() / 127.5 - 1, pixels[:, 3:].float() / 255
    mean = (colours * alpha).sum((2, 3), keepdim=True) / alpha.sum((2, 3), keepdim=True).clamp(min=1e-3)
    weight = alpha if cover is None else alpha * torch.from_numpy(cover.copy()).to(device)
    return Canvas(torch.lerp(mean.expand_as(colours), colours, alpha), weight)


def sizes(height: int, width: int) -> list[tuple[int, int]]:
    """The sizes a picture is painted at, the smallest first, its own last."""
    found = [(height, width)]
    while min(found[0]) >= 2 * SMALLEST_PX:
        found.insert(0, ((found[0][0] + 1) // 2, (found[0][1] + 1) // 2))
    return found


def style_at(style: Canvas, content: tuple[int, int], strokes: float) -> Canvas:
    """A style at the scale at which its strokes are `strokes` times as large in `content` as they are in
    itself."""
    height, width = style.size
    ratio = strokes * (content[0] * content[1] / (height * width)) ** 0.5
    ratio = max(min(ratio, LARGEN), 2 * CELL_PX / min(height, width))
    return style.resized(max(CELL_PX, round(height * ratio)), max(CELL_PX, round(width * ratio))).padded()


def resized(picture: Tensor, height: int, width: int) -> Tensor:
    """At another size; smaller without aliasing."""
    if picture.shape[2:] == (height, width):
        return picture
    return functional.interpolate(
        picture, (height, width), mode="bilinear", antialias=True, align_corners=False
    )


def padded(picture: Tensor) -> Tensor:
    """Sides made multiples of 8 to the right and below."""
    height, width = picture.shape[2:]
    return functional.pad(picture, (0, -width % CELL_PX, 0, -height % CELL_PX), "replicate")


def luma(picture: Tensor) -> Tensor:
    """Brightness, (1, 1, height, width)."""
    return (picture * torch.tensor(LUMA, device=picture.device)[:, None, None]).sum(1, keepdim=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """What becomes of a painting: it takes the picture's size, alpha, colours as far as wanted, and its
    mask."""

    picture: Image
    mask: Image | None
    colours: float

    def cover(self) -> npt.NDArray[np.float32] | None:
        """Where to paint; raises `InvalidValue` where the mask has another size."""
        return None if self.mask is None else mask_cover(self.mask, self.picture)

    def finished(self, painting: Tensor) -> Image:
        """The result of a painting (1, 3, height, width) of any size, in [-1, 1]."""
        height, width = self.picture.height, self.picture.width
        made = resized(painting.float(), height, width)
        pixels = self.picture.pixels.copy()
        own = torch.from_numpy(as_floats(pixels[..., :3]))[None].to(made.device)
        if self.colours > 0:
            made = made + self.colours * ((own - luma(own)) - (made - luma(made)))
        cover = self.cover()
        if cover is not None:
            made = torch.lerp(own, made, torch.from_numpy(cover).to(made.device))
        seen = pixels[..., 3:] > 0
        pixels[..., :3] = np.where(seen, as_pixels(made[0].cpu().numpy()), pixels[..., :3])
        return Image(pixels)
