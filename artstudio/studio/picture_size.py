"""The whole picture at another size or turned: each one edit, one undo step. Call off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.documents.edits import SetCanvas
from artstudio.documents.tiles import check_size
from artstudio.documents.turning import reshaped, turned
from artstudio.render.resampling import resampled

if TYPE_CHECKING:
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.turning import Turn


def resize_image(sheet: Sheet, width_px: int, height_px: int, label: str, *, smooth: bool = True) -> Edit:
    """All layers stretched or shrunk to a size of 1-8192 pixels a side.

    Raises:
        InvalidValue: a side out of that range.
    """
    check_size(width_px, height_px)

    canvas = reshaped(
        sheet.canvas, width_px, height_px,
        lambda pixels: resampled(pixels, width_px, height_px, smooth=smooth),
    )  # fmt: skip
    return SetCanvas(label, canvas)


def resize_canvas(
    sheet: Sheet, width_px: int, height_px: int, label: str, *, anchor: tuple[int, int] = (1, 1)
) -> Edit:
    """The canvas cut or grown to a size of 1-8192 pixels a side, the pixels as large as before.

    `anchor` is the column and row, 0-2 each, of the place that stays: (0, 0) is the upper left corner,
    (1, 1) the middle.

    Raises:
        InvalidValue: a side out of that range.
    """
    check_size(width_px, height_px)
    canvas = sheet.canvas
    x = (width_px - canvas.width_px) * anchor[0] // 2
    y = (height_px - canvas.height_px) * anchor[1] // 2
    return SetCanvas(label, canvas.resized(width_px, height_px, x, y))


def turn_image(sheet: Sheet, turn: Turn, label: str) -> Edit:
    """The picture mirrored or turned by quarters."""
    return SetCanvas(label, turned(sheet.canvas, turn))
