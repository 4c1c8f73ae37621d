"""Damaged and malicious pictures: one of them opens, or is refused in one sentence.

`tests/benchmarks/hostile_pictures.py` opens many more, and watches time and memory.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from artstudio.project import ora as openraster
from artstudio.sdk import BadFile, Image, StudioError
from artstudio.studio.files import open_file
from tests.helpers.hostile_pictures import chunk, mutated_pictures, ora, png, sound_files

pytestmark = pytest.mark.filterwarnings("ignore")  # Pillow's, of metadata that is damaged
PIXEL = zlib.compress(bytes(4))


def test_sixty_damaged_pictures_open_or_are_refused_in_a_sentence(tmp_path: Path) -> None:
    refused: list[str] = []
    opened = 0
    for hostile in mutated_pictures(60, seed=11):
        path = tmp_path / f"picture{hostile.suffix}"
        path.write_bytes(hostile.data)
        try:
            open_file(path, tmp_path)
        except StudioError as error:
            refused.append(str(error))
        else:
            opened += 1
    assert all(words.startswith("picture") and "\n" not in words for words in refused)
    assert min(opened, len(refused)) > 5, "the files are all whole or all past hope"


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "tif", "ora"])
def test_what_is_mutated_was_sound(tmp_path: Path, kind: str) -> None:
    for number, data in enumerate(sound_files(kind)):
        (tmp_path / f"{number}.{kind}").write_bytes(data)
        open_file(tmp_path / f"{number}.{kind}", tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        png(1, 1, 8, 2, PIXEL, chunk(b"prVt", b"") * 20_000),
        png(1, 1, 8, 2, PIXEL, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(80 << 20), 1))),
        png(1, 1, 8, 2, PIXEL, chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(80 << 20), 1))),
        png(8193, 1, 8, 2, PIXEL),
        png(2**31 - 1, 2**31 - 1, 16, 6, PIXEL),
    ],
)
def test_a_png_that_would_swell_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(BadFile, match=r"a\.png"):
        open_file(tmp_path / "a.png", tmp_path)


@pytest.mark.parametrize("extra", [b"", chunk(b"prVt", b"") * 900, chunk(b"IDAT", b"") * 20_000])
def test_a_png_in_many_pieces_is_honest(tmp_path: Path, extra: bytes) -> None:
    (tmp_path / "a.png").write_bytes(png(1, 1, 8, 2, PIXEL, extra))
    assert open_file(tmp_path / "a.png", tmp_path).sheet.canvas.width_px == 1


def test_a_jpeg_that_goes_over_its_pixels_without_end_is_refused(tmp_path: Path) -> None:
    data = sound_files("jpg")[1]  # progressive
    last = data.rindex(b"\xff\xda")
    for times, refused in ((5, False), (300, True)):
        (tmp_path / "a.jpg").write_bytes(data[:-2] + data[last:-2] * times + data[-2:])
        if refused:
            with pytest.raises(BadFile, match=r"a\.jpg"):
                open_file(tmp_path / "a.jpg", tmp_path)
        else:
            open_file(tmp_path / "a.jpg", tmp_path)


def test_layers_too_large_together_are_refused_before_one_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = png(8192, 8192, 1, 0, b"no pixels at all")
    data = ora({f"data/{number}.png": header for number in range(5)}, 8192)
    (tmp_path / "a.ora").write_bytes(data)

    def decode(_data: bytes) -> Image:
        raise AssertionError("a layer was decoded")

    monkeypatch.setattr(openraster, "png_to_image", decode)
    with pytest.raises(BadFile, match="too large"):
        open_file(tmp_path / "a.ora", tmp_path)


def test_opaque_and_clear_pictures_keep_their_colours() -> None:
    from artstudio.documents.tiles import Tiles

    rng = np.random.default_rng(0)
    for alpha in (0, 255, None):
        pixels = rng.integers(0, 256, (70, 130, 4), np.uint8)
        if alpha is not None:
            pixels[:, :, 3] = alpha
        found = Tiles.from_image(Image(pixels)).to_image().pixels
        if alpha == 0:
            assert not found.any()
        elif alpha == 255:
            assert (found == pixels).all()
        else:
            assert (found[:, :, 3] == pixels[:, :, 3]).all()
            assert (found[pixels[:, :, 3] == 255] == pixels[pixels[:, :, 3] == 255]).all()


def test_a_cut_header_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 2**32 - 1) + b"IHDR")
    with pytest.raises(BadFile, match="no picture"):
        open_file(tmp_path / "a.png", tmp_path)
