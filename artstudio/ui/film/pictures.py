"""Frames as Qt paints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from artstudio.media.footage import Frames


def picture(frame: Frames) -> QImage:
    """A frame, uint8 (height, width, 3), as a picture of its own; for any thread."""
    held = np.ascontiguousarray(frame)
    height, width = held.shape[:2]
    return QImage(held.data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
