"""The colour that a picture leaves behind, in a space where distances are as the eye sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from artstudio.library.entry import Lab

_SIDE_PX: Final = 48  # as many pixels a side are looked at
# IEC 61966-2-1: linear sRGB to XYZ, divided by the white of D65
_TO_XYZ: Final = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
) / np.array([[0.95047], [1.0], [1.08883]])


def lab(rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    """SRGB bytes (..., 3) as CIE L*a*b* (CIE 15:2004, D65)."""
    share = np.asarray(rgb, np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    xyz = linear @ _TO_XYZ.T
    root = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz * (29 / 6) ** 2 / 3 + 4 / 29)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def mean_colour(pixels: npt.NDArray[np.uint8]) -> Lab | None:
    """The mean colour of a picture, (height, width, 3 or 4), by how opaque it is; None where nothing is."""
    rows, columns = (-(-side // _SIDE_PX) for side in pixels.shape[:2])
    some = pixels[rows // 2 :: rows, columns // 2 :: columns].reshape(-1, pixels.shape[2])
    weights = some[:, 3].astype(np.float64) if some.shape[1] == 4 else np.ones(len(some))
    if not weights.sum():
        return None
    light, red, yellow = np.average(lab(some[:, :3]), axis=0, weights=weights)
    return round(float(light), 2), round(float(red), 2), round(float(yellow), 2)
