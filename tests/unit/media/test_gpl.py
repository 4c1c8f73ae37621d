from __future__ import annotations

import pytest

from artstudio.media.gpl import palette_bytes, read_palette
from artstudio.sdk.errors import BadFile


def test_what_is_written_is_read_back() -> None:
    colours = [0x000000, 0xFF8001, 0xFFFFFF]
    assert read_palette(palette_bytes(colours, "My\ncolours"), "a.gpl") == colours


def test_a_palette_of_gimp_is_read() -> None:
    head = b"GIMP Palette\r\nName: Bears\r\nColumns: 4\r\n# comment\r\n"
    data = head + b"  8   8   8\tgrey3\r\n255 211 106\r\nnonsense\r\n"
    assert read_palette(data, "bears.gpl") == [0x080808, 0xFFD36A]


@pytest.mark.parametrize("data", [b"", b"P6 1 1 255", b"GIMP Palette\nName: empty\n", b"\xff\xfe\x00"])
def test_what_is_no_palette_is_said(data: bytes) -> None:
    with pytest.raises(BadFile, match=r"\w"):
        read_palette(data, "a.gpl")
