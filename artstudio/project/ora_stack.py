"""`stack.xml`, which names the layers and groups of an OpenRaster file: written, and read with care."""

from __future__ import annotations

import io
import math
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artstudio.documents.canvas import MAX_DEPTH, MODES
from artstudio.documents.tiles import Tiles
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.project.container import Container

MAX_LAYERS: Final = 1000
_MAX_STACK_NBYTES: Final = 4 << 20
_MAX_ELEMENTS: Final = 10 * MAX_LAYERS
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_KNOWN: Final = {svg: mode for mode, svg in MODES.items()}
_NEAREST: Final = {
    "svg:add": "plus",
    **dict.fromkeys(
        (
            "krita:soft_light", "krita:soft_light_pegtop_delphi", "krita:soft_light_ifs_illusions",
            "krita:pnorm_a", "krita:pnorm_b",
        ),
        "soft-light",
    ),
    **dict.fromkeys(("krita:linear_dodge", "krita:add", "krita:luminosity_sai"), "plus"),
    **dict.fromkeys(
        ("krita:vivid_light", "krita:linear light", "krita:pin_light", "krita:hard mix"), "hard-light"
    ),
    **dict.fromkeys(("krita:hard overlay", "krita:grain_merge", "krita:parallel"), "overlay"),
    **dict.fromkeys(("krita:linear_burn", "krita:inverse_subtract", "krita:subtract"), "multiply"),
    **dict.fromkeys(("krita:darker color", "krita:gamma_dark", "krita:shade_ifs_illusions"), "darken"),
    **dict.fromkeys(("krita:lighter color", "krita:gamma_light", "krita:tint_ifs_illusions"), "lighten"),
    **dict.fromkeys(
        ("krita:exclusion", "krita:equivalence", "krita:negation", "krita:additive_subtractive"), "difference"
    ),
    **dict.fromkeys(("krita:easy dodge", "krita:gamma_illumination"), "color-dodge"),
    **dict.fromkeys(("krita:easy burn",), "color-burn"),
    **{
        f"krita:{mode}_{space}": mode
        for mode in ("hue", "saturation", "color")
        for space in ("hsi", "hsl", "hsv", "hsy")
    },
    **dict.fromkeys(("krita:lightness", "krita:intensity", "krita:value", "krita:luminize"), "luminosity"),
}  # fmt: skip
"""Modes of other programs that one of ours looks much like; all others become normal."""


@dataclass(frozen=True)
class Placed:
    """A layer's entry: its picture and where it lies on the canvas; a group has no picture.

    `parent` is the index, among all entries, of the group that holds it.
    """

    name: str
    src: str
    x: int
    y: int
    visible: bool
    opacity: float
    mode: str
    locked: bool
    group: bool = False
    parent: int | None = None


def stack_xml(width: int, height: int, entries: list[Placed]) -> bytes:
    """The XML of entries that stand bottom first, each group right above what it holds."""
    image = ET.Element("image", {"version": "0.0.3", "w": str(width), "h": str(height)})
    stacks: dict[int | None, ET.Element] = {None: ET.SubElement(image, "stack")}
    for index, entry in reversed(list(enumerate(entries))):
        described = {
            "name": _NOT_XML.sub("?", entry.name),
            "opacity": repr(entry.opacity),
            "visibility": "visible" if entry.visible else "hidden",
            "composite-op": MODES[entry.mode],
        }
        if entry.locked:
            described["edit-locked"] = "true"
        if entry.group:
            described["isolation"] = "isolate"
            stacks[index] = ET.SubElement(stacks[entry.parent], "stack", described)
        else:
            place = {"src": entry.src, "x": str(entry.x), "y": str(entry.y)}
            ET.SubElement(stacks[entry.parent], "layer", {**described, **place})
    ET.indent(image)
    out = io.BytesIO()
    ET.ElementTree(image).write(out, "UTF-8", xml_declaration=True)
    return out.getvalue()


def read_stack(container: Container) -> tuple[int, int, list[Placed]]:
    """The canvas's width and height, and its layers and groups as `stack_xml` takes them.

    Raises:
        BadFile: there is none, it makes no sense, or it has too many layers or groups within groups.
    """
    if "stack.xml" not in container:
        raise container.damaged("it holds no project and no layers")
    data = container.read("stack.xml", _MAX_STACK_NBYTES)
    try:
        root = ET.fromstring(data, ET.XMLParser(target=_Careful()))
        width, height = int(root.get("w", "")), int(root.get("h", ""))
        Tiles(width, height)
        entries = list(_entries(root))
    except _TooMuch as error:
        raise container.damaged(str(error)) from None
    except (ET.ParseError, ValueError, LookupError, OverflowError, InvalidValue):
        raise container.damaged("stack.xml makes no sense") from None
    if len(entries) > MAX_LAYERS:
        raise container.damaged(f"it has more than {MAX_LAYERS} layers")
    return width, height, _bottom_first(entries)


class _TooMuch(Exception):
    """What it says is too much for the rest of the program."""


class _Careful(ET.TreeBuilder):
    """Refuses what could swell without bounds, while it is still being read.

    Entities, which can do so or name other files, are declared only in a DOCTYPE.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stacks = self._depth = self._elements = 0

    def doctype(self, *_declared: str) -> None:
        raise ValueError("a DOCTYPE")

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._depth += 1
        self._elements += 1
        self._stacks += tag == "stack"
        # the canvas itself is a stack; what else a program may put around or into layers lies not deep either
        if self._stacks > MAX_DEPTH + 1 or self._depth > 2 * MAX_DEPTH:
            raise _TooMuch(f"its groups lie more than {MAX_DEPTH} deep within each other")
        if self._elements > _MAX_ELEMENTS:
            raise _TooMuch(f"it has more than {MAX_LAYERS} layers")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        self._stacks -= tag == "stack"
        return super().end(tag)


def _entries(root: ET.Element) -> Iterator[Placed]:
    """All layers and groups, top first, each group before what it holds. A group hands its place down."""
    found = 0
    waiting: list[tuple[ET.Element, int, int, int | None, bool]] = [(root, 0, 0, None, False)]
    while waiting:
        element, x, y, parent, inside = waiting.pop()
        x, y = x + int(element.get("x", "0")), y + int(element.get("y", "0"))
        group = element.tag == "stack" and inside
        if element.tag == "layer" or group:
            yield _placed(element, x, y, group, parent)
            parent, found = found, found + 1
        if element.tag in ("image", "stack"):  # the outermost stack is the canvas itself
            within = inside or element.tag == "stack"
            waiting += [(child, x, y, parent, within) for child in reversed(element)]


def _placed(element: ET.Element, x: int, y: int, group: bool, parent: int | None) -> Placed:
    opacity = float(element.get("opacity", "1"))
    if math.isnan(opacity):
        raise ValueError("no opacity")
    op = element.get("composite-op", "svg:src-over")
    return Placed(
        name=element.get("name", ""),
        src="" if group else element.get("src", ""),
        x=x,
        y=y,
        visible=element.get("visibility", "visible") == "visible",
        opacity=min(1.0, max(0.0, opacity)),
        mode=_KNOWN.get(op) or _NEAREST.get(op, "normal"),
        locked=element.get("edit-locked") == "true",
        group=group,
        parent=parent,
    )


def _bottom_first(entries: list[Placed]) -> list[Placed]:
    last = len(entries) - 1
    return [
        Placed(**{**vars(entry), "parent": None if entry.parent is None else last - entry.parent})
        for entry in reversed(entries)
    ]
