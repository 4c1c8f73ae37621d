"""The critics that the painter and the sketcher learn against; needed for training only.

Spectral normalisation after Miyato et al. (2018). Real and painted pictures are disturbed alike before a
critic sees them, so that it cannot learn a small data set by heart (DiffAugment, Zhao et al., 2020).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

GAIN = 4.0


class PatchCritic(nn.Module):
    """Judges patches of pictures (B, 3, H, W) beside their roughs (B, 3, H, W) at two scales.

    Texture is faint: a critic whose score moves no faster than its input hardly tells a painting from its
    rough. So what comes in and what goes out are made `GAIN` times as strong.
    """

    def __init__(self, width: int = 40) -> None:
        super().__init__()
        self.scales = nn.ModuleList([self._scale(width) for _ in range(2)])

    @staticmethod
    def _scale(width: int) -> nn.ModuleList:
        return nn.ModuleList(
            [
                spectral_norm(nn.Conv2d(6, width, 4, 2, 1)),
                spectral_norm(nn.Conv2d(width, 2 * width, 4, 2, 1)),
                spectral_norm(nn.Conv2d(2 * width, 3 * width, 4, 2, 1)),
                spectral_norm(nn.Conv2d(3 * width, 3 * width, 3, 1, 1)),
                spectral_norm(nn.Conv2d(3 * width, 1, 1)),
            ]
        )

    def forward(self, picture: Tensor, rough: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """Scores, a map for each scale, and the features that led to them."""
        scores, features = [], []
        x = GAIN * torch.cat([picture, rough], 1)
        for layers in self.scales:
            inner = x
            for layer in layers[:-1]:  # type: ignore[index]
                inner = functional.leaky_relu(layer(inner), 0.2)
                features.append(inner)
            scores.append(GAIN * layers[-1](inner))  # type: ignore[index]
            x = functional.avg_pool2d(x, 2)
        return scores, features


class SketchCritic(nn.Module):
    """Judges sketches (B, 3, 32, 32), also by how alike those of a batch are."""

    def __init__(self, width: int = 40) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            [
                spectral_norm(nn.Conv2d(3, width, 3, 1, 1)),
                spectral_norm(nn.Conv2d(width, 2 * width, 4, 2, 1)),
                spectral_norm(nn.Conv2d(2 * width, 3 * width, 4, 2, 1)),
                spectral_norm(nn.Conv2d(3 * width, 3 * width, 4, 2, 1)),
            ]
        )
        self.verdict = spectral_norm(nn.Linear(3 * width * 16 + 1, 1))

    def forward(self, sketch: Tensor) -> Tensor:
        """One score a sketch, (B, 1)."""
        x = sketch
        for layer in self.layers:
            x = functional.leaky_relu(layer(x), 0.2)
        spread = GAIN * x.std(0).mean().expand(len(x), 1)  # Karras et al., 2018: minibatch standard deviation
        score: Tensor = self.verdict(torch.cat([x.flatten(1), spread], 1))
        return score


def disturbed(*pictures: Tensor, reach: float = 0.125) -> list[Tensor]:
    """The same random brightness, colour, contrast, shift and hole for each of `pictures` (B, C, H, W)."""
    batch, _, height, width = pictures[0].shape
    bright = (torch.rand(batch, 1, 1, 1) - 0.5) * 0.6
    saturation, contrast = torch.rand(batch, 1, 1, 1) * 1.2 + 0.4, torch.rand(batch, 1, 1, 1) + 0.5
    down = torch.randint(-int(height * reach), int(height * reach) + 1, (batch,)).tolist()
    across = torch.randint(-int(width * reach), int(width * reach) + 1, (batch,)).tolist()
    hole_y = torch.randint(0, height, (batch,)).tolist()
    hole_x = torch.randint(0, width, (batch,)).tolist()
    out = []
    for picture in pictures:
        x = picture + bright.to(picture.device)
        grey = x.mean(1, keepdim=True)
        x = (x - grey) * saturation.to(x.device) + grey
        mean = x.mean((1, 2, 3), keepdim=True)
        x = (x - mean) * contrast.to(x.device) + mean
        rows = []
        for row in range(batch):
            dy, dx = down[row], across[row]
            moved = torch.roll(x[row], (dy, dx), (1, 2))
            keep = torch.ones(1, height, width, device=x.device)
            keep[:, : max(0, dy)] = keep[:, height + min(0, dy) :] = 0
            keep[:, :, : max(0, dx)] = keep[:, :, width + min(0, dx) :] = 0
            y0, x0 = max(0, hole_y[row] - height // 8), max(0, hole_x[row] - width // 8)
            keep[:, y0 : y0 + height // 4, x0 : x0 + width // 4] = 0
            rows.append(moved * keep)
        out.append(torch.stack(rows))
    return out
