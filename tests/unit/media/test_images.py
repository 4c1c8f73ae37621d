from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import PIL.Image
import PIL.ImageCms
import pytest

from artstudio.media import images
from artstudio.media.images import read_image, read_recipe, write_image
from artstudio.sdk import BadFile, Image

if TYPE_CHECKING:
    from pathlib import Path

rng = np.random.default_rng(1)
PICTURE = Image(rng.integers(0, 256, (6, 9, 4), np.uint8))
RECIPE = '{"action": "绘"}'


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tif"])
def test_lossless_formats_keep_pixels_alpha_and_recipe(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write_image(PICTURE, path, RECIPE)
    assert read_image(path) == PICTURE
    assert read_recipe(path) == RECIPE
    first = path.read_bytes()
    write_image(PICTURE, path, RECIPE)
    assert path.read_bytes() == first


def test_jpeg_lies_on_white(tmp_path: Path) -> None:
    pixels = np.zeros((16, 16, 4), np.uint8)
    write_image(Image(pixels), tmp_path / "a.jpg", RECIPE)
    assert (read_image(tmp_path / "a.jpg").pixels == 255).all()
    assert read_recipe(tmp_path / "a.jpg") == RECIPE


def test_pictures_stand_upright(tmp_path: Path) -> None:
    exif = PIL.Image.Exif()
    exif[0x0112] = 6  # the camera was turned: rotate by 90 degrees clockwise
    source = np.array([[[255, 0, 0], [0, 255, 0]]], np.uint8)
    PIL.Image.fromarray(source).save(tmp_path / "a.png", exif=exif)
    found = read_image(tmp_path / "a.png").pixels
    assert found.shape == (2, 1, 4)
    assert found[:, 0, :3].tolist() == [[255, 0, 0], [0, 255, 0]]


@pytest.mark.parametrize(
    ("mode", "suffix", "value", "expected"),
    [
        ("L", ".png", 100, (100, 100, 100, 255)),
        ("LA", ".png", (100, 50), (100, 100, 100, 50)),
        ("1", ".png", 1, (255, 255, 255, 255)),
        ("P", ".gif", 0, (0, 0, 0, 255)),
        ("CMYK", ".tiff", (0, 255, 255, 0), (255, 0, 0, 255)),
        ("I;16", ".png", 0x8080, (128, 128, 128, 255)),
        ("F", ".tiff", 0.5, (128, 128, 128, 255)),
        ("RGB", ".bmp", (1, 2, 3), (1, 2, 3, 255)),
    ],
)
def test_every_mode_becomes_rgba(
    tmp_path: Path, mode: str, suffix: str, value: float, expected: tuple[int, ...]
) -> None:
    path = tmp_path / f"a{suffix}"
    PIL.Image.new(mode, (3, 2), value).save(path)
    assert read_image(path).pixels[1, 2].tolist() == list(expected)


def test_a_colour_profile_is_applied(tmp_path: Path) -> None:
    lab = PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB"))
    plain = np.full((2, 2, 3), (200, 100, 50), np.uint8)
    PIL.Image.fromarray(plain).save(tmp_path / "a.png", icc_profile=lab.tobytes())
    near = read_image(tmp_path / "a.png").pixels[0, 0, :3].astype(int)
    assert abs(near - plain[0, 0]).max() <= 2  # its own profile changes nothing
    swapped = bytearray(lab.tobytes())
    red, blue = swapped.index(b"rXYZ"), swapped.index(b"bXYZ")
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    PIL.Image.fromarray(plain).save(tmp_path / "b.png", icc_profile=bytes(swapped))
    other = read_image(tmp_path / "b.png").pixels[0, 0, :3].astype(int)
    assert other[2] > other[0]  # a profile that calls red blue


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".gif", ".tiff", ".bmp"])
def test_broken_pictures_get_a_sentence(tmp_path: Path, suffix: str) -> None:
    whole = tmp_path / f"whole{suffix}"
    PIL.Image.fromarray(rng.integers(0, 256, (64, 64, 3), np.uint8)).save(whole)
    data = whole.read_bytes()
    for number, broken in enumerate((data[: len(data) // 2], b"", rng.bytes(500))):
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(broken)
        with pytest.raises(BadFile, match=rf"{number}\{suffix}"):
            read_image(path)


def test_a_picture_larger_than_a_canvas_is_refused_by_its_header(tmp_path: Path) -> None:
    PIL.Image.new("1", (500, 3)).save(tmp_path / "wide.png")
    data = (tmp_path / "wide.png").read_bytes()
    (tmp_path / "wide.png").write_bytes(data[: data.index(b"IDAT") + 4])  # nothing there to decode
    with pytest.raises(BadFile, match="500 × 3 pixels, and a canvas has at most 499 a side"):
        read_image(tmp_path / "wide.png", most_side_px=499)


def test_a_recipe_too_long_for_jpeg_is_left_out(tmp_path: Path) -> None:
    write_image(PICTURE, tmp_path / "a.jpg", '{"prompt": "' + "绘" * 30_000 + '"}')
    assert read_recipe(tmp_path / "a.jpg") is None
    write_image(PICTURE, tmp_path / "a.png", "{" + "绘" * 30_000)
    assert read_recipe(tmp_path / "a.png") == "{" + "绘" * 30_000


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MAX_PIXELS", 3_000_000)
    PIL.Image.new("1", (2000, 2000)).save(tmp_path / "bomb.png")
    with pytest.raises(BadFile, match="4 megapixels, more than the 3"):
        read_image(tmp_path / "bomb.png")


def test_no_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="choose another folder"):
        write_image(PICTURE, tmp_path / "none" / "a.png")
    with pytest.raises(BadFile, match="choose another file"):
        read_image(tmp_path / "none.png")
