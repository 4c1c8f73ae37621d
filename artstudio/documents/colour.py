"""Straight-alpha bytes to premultiplied 32-bit pixels and back.

Going from premultiplied to straight and back again gives the same pixels, so saving loses nothing.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def premultiplied(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
    """RGBA uint8 (height, width, 4), straight alpha, as premultiplied 0xAARRGGBB uint32 (height, width)."""
    least, most = pixels[:, :, 3].min(initial=255), pixels[:, :, 3].max(initial=0)
    if most == 0:
        return np.zeros(pixels.shape[:2], np.uint32)
    if least == 255:  # as photographs are, and ten times as fast
        abgr = np.ascontiguousarray(pixels).view("<u4")[:, :, 0]
        swapped = abgr & 0xFF00FF00 | (abgr & 0xFF) << 16 | abgr >> 16 & 0xFF
        return swapped.astype(np.uint32, copy=False)
    wide = pixels.astype(np.uint32)
    alpha = wide[:, :, 3]
    colour = (wide[:, :, :3] * alpha[:, :, None] + 127) // 255
    packed = alpha << 24 | colour[:, :, 0] << 16 | colour[:, :, 1] << 8 | colour[:, :, 2]
    return packed.astype(np.uint32, copy=False)


def straight(packed: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """The reverse of `premultiplied`; where alpha is 0 all is 0."""
    alpha = packed >> 24
    divisor = np.maximum(alpha, 1)
    out = np.empty((*packed.shape, 4), np.uint8)
    for channel, shift in enumerate((16, 8, 0)):
        # a channel brighter than its alpha is not a colour; held at full brightness
        out[:, :, channel] = np.minimum(((packed >> shift & 0xFF) * 255 + alpha // 2) // divisor, 255)
    out[:, :, 3] = alpha
    return out
