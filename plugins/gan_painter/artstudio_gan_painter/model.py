"""The networks that paint, top to bottom.

`Painter` is a U-Net (Ronneberger et al., 2015) that turns a rough picture into a finished one. It knows
nothing of the whole picture (no global normalisation, no attention), so a large picture can be painted in
pieces. What the rough leaves open it takes from noise added at every scale (as in StyleGAN, Karras et al.,
2019); the noise is an input, so that neighbouring pieces can share it.

`Sketcher` dreams up roughs: a small generator from 64 random numbers to a picture of 32 x 32 pixels.

Colours are in [-1, 1]. Shapes stand beside the lines as batch, channels, rows, columns.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar, cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import load_config, load_weights, save_model
from artstudio_gan_painter.shape import LATENT, SKETCH_PX, Shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

M = TypeVar("M", bound=nn.Module)

CONDITIONS = 8  # rough colours, whether the rough is a mere guess, known colours, which pixels are known
# The painter takes a plane of noise at each of these: pixels a side for one number. Coarser noise would show
# as a lattice of blobs: what a number at 1/16 of the size says, is said at one place in 16 by 16.
NOISE_SCALES = (1, 2, 4)


class Block(nn.Module):
    """Two convolutions beside a straight way; begins as the identity, so that deep stacks train at once."""

    def __init__(self, width: int, *, noisy: bool) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        if noisy:
            self.noise = nn.Parameter(torch.full((1, width, 1, 1), 0.2))  # how strongly each channel hears it
        nn.init.kaiming_normal_(self.first.weight, 0.2)
        nn.init.normal_(self.second.weight, std=5e-3)
        nn.init.zeros_(self.first.bias)  # type: ignore[arg-type]
        nn.init.zeros_(self.second.bias)  # type: ignore[arg-type]

    def forward(self, x: Tensor, noise: Tensor | None = None) -> Tensor:
        """(B, C, H, W) and, for a noisy one, noise (B, 1, H, W)."""
        inner: Tensor = self.first(functional.leaky_relu(x, 0.2))
        if noise is not None:
            inner = inner + self.noise * noise
        out: Tensor = x + self.second(functional.leaky_relu(inner, 0.2))
        return out


class Painter(nn.Module):
    """Rough in, painting out; see `forward`."""

    gain: Tensor

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        a, b, c, d = shape.widths
        # Work begins at half size: pixels are first folded into channels, the full size costs too much.
        self.stem = nn.Conv2d(4 * CONDITIONS, a, 3, padding=1)
        self.down = nn.ModuleList([nn.Conv2d(4 * m, n, 1) for m, n in ((a, b), (b, c), (c, d))])
        self.inward = nn.ModuleList([Block(b, noisy=True), Block(c, noisy=False)])
        self.deep = nn.ModuleList([Block(d, noisy=False) for _ in range(3)])
        self.up = nn.ModuleList([nn.Conv2d(m, n, 1) for m, n in ((d, c), (c, b), (b, a))])
        self.outward = nn.ModuleList(
            [
                nn.ModuleList([Block(width, noisy=noisy) for _ in range(2)])
                for width, noisy in ((c, False), (b, True), (a, True))
            ]
        )
        self.unfold = nn.Conv2d(a, 32, 3, padding=1)
        self.grain = nn.Parameter(torch.full((1, 8, 1, 1), 0.2))
        self.paint = nn.Conv2d(8, 3, 3, padding=1)
        # what is learned against a critic comes out too calm; `judging.calibrated` finds by how much
        self.register_buffer("gain", torch.ones(1))
        nn.init.normal_(self.paint.weight, std=2e-2)
        nn.init.zeros_(self.paint.bias)  # type: ignore[arg-type]

    def forward(self, condition: Tensor, noise: Sequence[Tensor]) -> Tensor:
        """The painting, (B, 3, H, W), unclipped; sides are multiples of 16.

        `condition` is (B, CONDITIONS, H, W); `noise` has a plane (B, 1, H / s, W / s) for each s of
        `NOISE_SCALES`.
        """
        x = self.stem(functional.pixel_unshuffle(condition, 2))  # (B, a, H/2, W/2)
        passed = [x]
        x = self.down[0](functional.pixel_unshuffle(x, 2))  # (B, b, H/4, W/4)
        x = self.inward[0](x, noise[2])
        passed.append(x)
        x = self.down[1](functional.pixel_unshuffle(x, 2))  # (B, c, H/8, W/8)
        x = self.inward[1](x)
        passed.append(x)
        x = self.down[2](functional.pixel_unshuffle(x, 2))  # (B, d, H/16, W/16)
        for block in self.deep:
            x = block(x)
        for up, blocks, skip, plane in zip(
            self.up, self.outward, passed[::-1], (None, noise[2], noise[1]), strict=True
        ):
            x = functional.interpolate(up(x), scale_factor=2, mode="bilinear") + skip
            for block in cast("nn.ModuleList", blocks):
                x = block(x, plane)
        x = functional.pixel_shuffle(self.unfold(functional.leaky_relu(x, 0.2)), 2)  # (B, 8, H, W)
        x = functional.leaky_relu(x + self.grain * noise[0], 0.2)
        painting: Tensor = soft(condition[:, :3]) + self.paint(x)
        return painting


def soft(picture: Tensor) -> Tensor:
    """Without what is finer than about 8 pixels, as a contour: two running means of 5 pixels each way.

    Shifted sums are ten times as fast on a CPU as torch's own pooling of three channels.
    """
    for axis in (2, 3):
        edges = (0, 0, 4, 4) if axis == 2 else (4, 4, 0, 0)
        picture = functional.pad(picture.contiguous(), edges, mode="replicate")
        for _ in range(2):
            shifted = [picture.narrow(axis, i, picture.shape[axis] - 4) for i in range(5)]
            picture = (shifted[0] + shifted[1] + shifted[2] + shifted[3] + shifted[4]) / 5
    return picture


class Sketcher(nn.Module):
    """64 numbers to a rough of 32 x 32: `style` makes a latent w of z, `draw` a picture of w."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.sketch_width
        self.style = nn.Sequential(
            nn.Linear(LATENT, LATENT), nn.LeakyReLU(0.2), nn.Linear(LATENT, LATENT), nn.LeakyReLU(0.2)
        )
        self.begin = nn.Linear(LATENT, 4 * width * 16)
        widths = (4 * width, 4 * width, 2 * width, width)
        self.layers = nn.ModuleList(
            [nn.Conv2d(m, n, 3, padding=1, padding_mode="replicate") for m, n in pairwise(widths)]
        )
        self.tints = nn.ModuleList([nn.Linear(LATENT, n) for n in widths[1:]])
        self.colour = nn.Conv2d(width, 3, 3, padding=1, padding_mode="replicate")
        for part in self.modules():
            if isinstance(part, nn.Linear | nn.Conv2d):  # loud enough for another z to give another picture
                nn.init.kaiming_normal_(part.weight, 0.2)
                if part.bias is not None:
                    nn.init.zeros_(part.bias)

    def draw(self, w: Tensor) -> Tensor:
        """(B, LATENT) to (B, 3, SKETCH_PX, SKETCH_PX) in [-1, 1]."""
        x = self.begin(w).unflatten(1, (-1, 4, 4))
        for layer, tint in zip(self.layers, self.tints, strict=True):
            x = functional.interpolate(functional.leaky_relu(x, 0.2), scale_factor=2, mode="bilinear")
            x = layer(x)
            x = x * torch.rsqrt(x.square().mean(1, keepdim=True) + 1e-4)
            x = x * (1 + tint(w)[..., None, None])
        out: Tensor = torch.tanh(self.colour(functional.leaky_relu(x, 0.2)))
        return out

    def forward(self, z: Tensor) -> Tensor:
        """A rough for each row of z, (B, LATENT)."""
        z = z * torch.rsqrt(z.square().mean(1, keepdim=True) + 1e-8)
        return self.draw(self.style(z))


class Studio(nn.Module):
    """Both networks, as one model folder keeps them."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.painter = Painter(shape)
        self.sketcher = Sketcher(shape)


def placed(module: M, device: str) -> M:
    """`module` on `device`, weights in the order in which convolutions are fastest."""
    return module.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def shapes(model: nn.Module) -> dict[str, tuple[int, ...]]:
    """The tensors of a model by name, with their shapes."""
    return {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}


def save(model: Studio, folder: Path, about: Mapping[str, Any]) -> None:
    """Writes the model folder, weights in half precision."""
    arrays = {name: tensor.detach().float().cpu().numpy() for name, tensor in model.state_dict().items()}
    save_model(folder, arrays, model.shape.config(about), precision="fp16")


def load(folder: Path) -> Studio:
    """The model of a folder.

    Raises:
        BadModel: it is none of this plugin's, or damaged.
    """
    shape = Shape.of(load_config(folder))
    model = Studio(shape)
    arrays = load_weights(folder, shapes(model))
    if not all(bool(torch.isfinite(torch.from_numpy(array)).all()) for array in arrays.values()):
        raise BadModel("the weights in {folder} are damaged: copy the model again", folder=folder)
    model.load_state_dict({name: torch.from_numpy(array) for name, array in arrays.items()})
    return model


assert SKETCH_PX == 4 * 2**3  # what the sketcher's three layers make of 4 x 4
