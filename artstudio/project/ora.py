"""OpenRaster: layers as other painting programs read and write them.

A ZIP with `mimetype` first, `stack.xml` (see `project.ora_stack`), `data/*.png`, `mergedimage.png` and a
thumbnail. What it has no word for (recipes, locked alpha) only the project file keeps; the canvas's
background goes along as a layer.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

import PIL.Image

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.tiles import MAX_SIDE_PX, Tiles
from artstudio.project.container import MAX_TOTAL_NBYTES, Container, Pieces, add_member
from artstudio.project.durable import replace_file
from artstudio.project.layer_sizes import check_sizes
from artstudio.project.ora_stack import Placed, read_stack, stack_xml
from artstudio.project.png import image_to_png, png_size, png_to_image, tiles_to_png, uniform_png
from artstudio.project.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artstudio.sdk import Image

MIMETYPE: Final = b"image/openraster"
MAX_PICTURE_NBYTES: Final = MAX_SIDE_PX * MAX_SIDE_PX * 5
_THUMBNAIL_PX: Final = 256

_pngs: Remembered[Tiles, tuple[Pieces, int, int]] = Remembered(
    tiles_to_png, lambda made: len(made[0]), budget_nbytes=256 << 20
)


def export_ora(canvas: Canvas, path: Path, merged: Callable[[], Image]) -> None:
    """Writes an OpenRaster file; `merged` gives the picture that all layers make together.

    Raises:
        BadFile: it cannot be written.
    """

    def write(file: Any) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            add_canvas(archive, canvas, Merged(merged()))

    replace_file(path, write)


def import_ora(path: Path) -> Canvas:
    """The layers and groups of an OpenRaster file.

    Raises:
        BadFile: not such a file, damaged, or too large.
    """
    with Container(path) as container:
        return read_canvas(container)


class Merged:
    """The picture of all layers together, packed."""

    def __init__(self, image: Image) -> None:
        self.png = image_to_png(image)
        small = PIL.Image.fromarray(image.pixels)
        small.thumbnail((_THUMBNAIL_PX, _THUMBNAIL_PX))
        out = io.BytesIO()
        small.save(out, "PNG")
        self.thumbnail = out.getvalue()


def add_canvas(archive: zipfile.ZipFile, canvas: Canvas, merged: Merged) -> None:
    """Writes all members of an OpenRaster file into an empty archive."""
    add_member(archive, "mimetype", MIMETYPE)
    entries: list[Placed] = []
    if canvas.background is not None:
        src = "data/background.png"
        entries.append(Placed("Background", src, 0, 0, True, 1.0, "normal", True))
        add_member(archive, src, uniform_png(canvas.width_px, canvas.height_px, canvas.background))
    first = len(entries)
    places = {layer.id: first + number for number, layer in enumerate(canvas.layers)}
    for number, layer in enumerate(canvas.layers):
        src, x, y = "", 0, 0
        if not layer.group:
            data, x, y = _pngs.get(layer.pixels)
            src = layer_src(number)
            add_member(archive, src, data)
        visible = layer.visible and not layer.rough
        look = (visible, layer.opacity, layer.mode, layer.locked)
        parent = None if layer.parent is None else places[layer.parent]
        entries.append(Placed(layer.name, src, x, y, *look, layer.group, parent))
    add_member(archive, "stack.xml", stack_xml(canvas.width_px, canvas.height_px, entries), pack=True)
    add_member(archive, "mergedimage.png", merged.png)
    add_member(archive, "Thumbnails/thumbnail.png", merged.thumbnail)


def layer_src(number: int) -> str:
    """The member that holds layer `number`, counted from the bottom."""
    return f"data/layer{number:03}.png"


def read_canvas(container: Container) -> Canvas:
    """The canvas that `stack.xml` describes, all layers with fresh ids."""
    width, height, entries = read_stack(container)
    pixels = read_pixels(container, entries, width, height)
    layers = tuple(
        Layer(
            f"l{number}", entry.name, tiles, entry.visible, entry.opacity, entry.mode, entry.locked,
            group=entry.group, parent=None if entry.parent is None else f"l{entry.parent + 1}",
        )
        for number, (entry, tiles) in enumerate(zip(entries, pixels, strict=True), 1)
    )  # fmt: skip
    return Canvas(width, height, layers, background=None)


def read_pixels(container: Container, entries: list[Placed], width: int, height: int) -> Iterator[Tiles]:
    """Each entry's picture on a layer of the canvas's size; a group's is empty."""
    check_sizes(container, [entry.src for entry in entries if not entry.group])
    total = 0
    known: dict[str, Tiles] = {}  # a picture that several name is unpacked once
    for entry in entries:
        if entry.group:
            yield Tiles(width, height)
            continue
        tiles = known.get(entry.src)
        if tiles is None:
            data = container.read(entry.src, MAX_PICTURE_NBYTES)
            try:
                columns, rows = png_size(data)
                total += 4 * columns * rows
                if total > MAX_TOTAL_NBYTES:
                    raise container.damaged("its layers are too large")
                tiles = known[entry.src] = Tiles.from_image(png_to_image(data))
            except ValueError:
                raise container.damaged(f"{entry.src} is no picture") from None
        if (tiles.width_px, tiles.height_px, entry.x, entry.y) != (width, height, 0, 0):
            tiles = tiles.resized(width, height, entry.x, entry.y)
            total += tiles.nbytes
        yield tiles
