"""GIMP palettes (.gpl): named colours as text, read and written by most painting programs."""

from __future__ import annotations

from artstudio.sdk.errors import BadFile

MOST_COLOURS = 4096
_HEAD = "GIMP Palette"


def read_palette(data: bytes, name: str) -> list[int]:
    """The colours of a palette file, 0xRRGGBB, in their order.

    Args:
        data: The whole file.
        name: Of the file, for the message.

    Raises:
        BadFile: it is no GIMP palette, holds no colour, or more than 4096.
    """
    lines = data.decode("utf-8-sig", errors="replace").splitlines()
    if not lines or lines[0].strip() != _HEAD:
        raise BadFile("{name} is not a GIMP palette: choose a .gpl file", name=name)
    colours: list[int] = []
    for line in lines[1:]:
        parts = line.split(maxsplit=3)[:3]
        if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts):
            red, green, blue = (min(int(part), 255) for part in parts)
            colours.append(red << 16 | green << 8 | blue)
    if not colours:
        raise BadFile("{name} holds no colours: choose another palette", name=name)
    if len(colours) > MOST_COLOURS:
        raise BadFile(
            "{name} holds {n} colours, more than the {most} that are read: choose a smaller palette",
            name=name, n=len(colours), most=MOST_COLOURS,
        )  # fmt: skip
    return colours


def palette_bytes(colours: list[int], title: str) -> bytes:
    """A palette file of `colours`, 0xRRGGBB, named `title`."""
    head = [_HEAD, f"Name: {' '.join(title.split())}", "Columns: 8", "#"]
    rows = [f"{c >> 16 & 255:3d} {c >> 8 & 255:3d} {c & 255:3d}\t#{c:06x}" for c in colours]
    return "\n".join([*head, *rows, ""]).encode()
