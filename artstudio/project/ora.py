"""OpenRaster: layers as other painting programs read and write them.

A ZIP with `mimetype` first, `stack.xml`, `data/*.png`, `mergedimage.png` and a thumbnail. What it has no word
for (recipes, locked alpha) only the project file keeps; the canvas's background goes along as a layer.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import PIL.Image

from artstudio.documents.canvas import MODES, Canvas, Layer
from artstudio.documents.tiles import MAX_SIDE_PX, Tiles
from artstudio.project.container import MAX_TOTAL_NBYTES, Container, add_member
from artstudio.project.durable import replace_file
from artstudio.project.png import image_to_png, png_size, png_to_image, tiles_to_png, uniform_png
from artstudio.project.remembered import Remembered
from artstudio.sdk import Image, InvalidValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MIMETYPE: Final = b"image/openraster"
MAX_LAYERS: Final = 1000
MAX_PICTURE_NBYTES: Final = MAX_SIDE_PX * MAX_SIDE_PX * 5
_MAX_STACK_NBYTES: Final = 4 << 20
_THUMBNAIL_PX: Final = 256
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_pngs: Remembered[Tiles, tuple[bytes, int, int]] = Remembered(
    tiles_to_png, lambda made: len(made[0]), budget_nbytes=256 << 20
)


@dataclass(frozen=True)
class Placed:
    """A layer's entry in `stack.xml`: its picture and where it lies on the canvas."""

    name: str
    src: str
    x: int
    y: int
    visible: bool
    opacity: float
    mode: str
    locked: bool


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
    """The layers of an OpenRaster file; groups are flattened into single layers.

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
    for number, layer in enumerate(canvas.layers):
        data, x, y = _pngs.get(layer.pixels)
        visible = layer.visible and not layer.rough
        src = layer_src(number)
        entries.append(Placed(layer.name, src, x, y, visible, layer.opacity, layer.mode, layer.locked))
        add_member(archive, src, data)
    add_member(archive, "stack.xml", _stack_xml(canvas, entries), pack=True)
    add_member(archive, "mergedimage.png", merged.png)
    add_member(archive, "Thumbnails/thumbnail.png", merged.thumbnail)


def layer_src(number: int) -> str:
    """The member that holds layer `number`, counted from the bottom."""
    return f"data/layer{number:03}.png"


def read_canvas(container: Container) -> Canvas:
    """The canvas that `stack.xml` describes, all layers with fresh ids."""
    width, height, entries = read_stack(container)
    ids = (f"l{number}" for number in count(1))
    pixels = read_pixels(container, entries, width, height)
    layers = [
        Layer(next(ids), entry.name, tiles, entry.visible, entry.opacity, entry.mode, entry.locked)
        for entry, tiles in zip(entries, pixels, strict=True)
    ]
    return Canvas(width, height, tuple(layers), background=None)


def read_pixels(container: Container, entries: list[Placed], width: int, height: int) -> Iterator[Tiles]:
    """Each entry's picture on a layer of the canvas's size."""
    total = 0
    for entry in entries:
        data = container.read(entry.src, MAX_PICTURE_NBYTES)
        try:
            size = png_size(data)
            total += 4 * size[0] * size[1]
            if total > MAX_TOTAL_NBYTES:
                raise container.damaged("its layers are too large")
            tiles = Tiles.from_image(png_to_image(data))
        except ValueError:
            raise container.damaged(f"{entry.src} is no picture") from None
        if (*size, entry.x, entry.y) != (width, height, 0, 0):
            tiles = tiles.resized(width, height, entry.x, entry.y)
        yield tiles


def read_stack(container: Container) -> tuple[int, int, list[Placed]]:
    """The canvas's width and height, and its layers, bottom first."""
    if "stack.xml" not in container:
        raise container.damaged("it holds no project and no layers")
    data = container.read("stack.xml", _MAX_STACK_NBYTES)
    try:
        root = ET.fromstring(data, ET.XMLParser(target=_NoDoctype()))
        width, height = int(root.get("w", "")), int(root.get("h", ""))
        Tiles(width, height)
        entries = list(_layers(root))
    except (ET.ParseError, ValueError, OverflowError, InvalidValue):
        raise container.damaged("stack.xml makes no sense") from None
    if len(entries) > MAX_LAYERS:
        raise container.damaged(f"it has more than {MAX_LAYERS} layers")
    return width, height, entries[::-1]


class _NoDoctype(ET.TreeBuilder):
    """Entities, which can swell without bounds or name other files, are declared only in a DOCTYPE."""

    def doctype(self, *_declared: str) -> None:
        raise ValueError("a DOCTYPE")


def _layers(root: ET.Element) -> Iterator[Placed]:
    """All layers, top first. A group hands its place, opacity and visibility down to what it holds."""
    waiting: list[tuple[ET.Element, int, int, float, bool]] = [(root, 0, 0, 1.0, True)]
    while waiting:
        element, x, y, opacity, visible = waiting.pop()
        x, y = x + int(element.get("x", "0")), y + int(element.get("y", "0"))
        opacity *= min(1.0, max(0.0, float(element.get("opacity", "1"))))
        visible = visible and element.get("visibility", "visible") == "visible"
        if element.tag in ("image", "stack"):
            waiting += [(child, x, y, opacity, visible) for child in reversed(element)]
        elif element.tag == "layer":
            svg = element.get("composite-op", "svg:src-over")
            mode = next((mode for mode, known in MODES.items() if known == svg), "normal")
            locked = element.get("edit-locked") == "true"
            yield Placed(
                element.get("name", ""), element.get("src", ""), x, y, visible, opacity, mode, locked
            )


def _stack_xml(canvas: Canvas, entries: list[Placed]) -> bytes:
    size = {"w": str(canvas.width_px), "h": str(canvas.height_px)}
    image = ET.Element("image", {"version": "0.0.3", **size})
    stack = ET.SubElement(image, "stack")
    for entry in reversed(entries):
        described = {
            "name": _NOT_XML.sub("?", entry.name),
            "src": entry.src,
            "x": str(entry.x),
            "y": str(entry.y),
            "opacity": repr(entry.opacity),
            "visibility": "visible" if entry.visible else "hidden",
            "composite-op": MODES[entry.mode],
        }
        if entry.locked:
            described["edit-locked"] = "true"
        ET.SubElement(stack, "layer", described)
    ET.indent(image)
    out = io.BytesIO()
    ET.ElementTree(image).write(out, "UTF-8", xml_declaration=True)
    return out.getvalue()
