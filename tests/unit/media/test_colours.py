"""Colours of picture files: 16 bits a channel, profiles, cameras and printing presses."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import PIL.Image
import PIL.ImageCms
import PIL.ImageOps
import pytest

from artstudio.media.images import read_image, write_image
from artstudio.media.profiles import srgb_profile
from artstudio.sdk import Image

if TYPE_CHECKING:
    from pathlib import Path

SRGB = np.array([(0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)])
DISPLAY_P3 = np.array([(0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407)])
ADOBE_RGB = np.array([(0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)])


def fixed(values: npt.ArrayLike) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in np.ravel(values))


def profile(primaries: npt.NDArray[np.float64], gamma: float | None = None) -> bytes:
    """Our own profile with other primaries, and a plain power for its curve."""
    made = srgb_profile()
    for ours, theirs in zip(SRGB, primaries, strict=True):
        made = made.replace(fixed(ours), fixed(theirs))
    if gamma is not None:
        at = made.index(b"para") + 12
        made = made[:at] + fixed([gamma, 1, 0, 0, 0]) + made[at + 20 :]
    return made


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png16(values: npt.NDArray[np.uint16], colour_type: int, extra: bytes = b"") -> bytes:
    """A PNG of 16 bits a channel, which Pillow cannot write."""
    height, width = values.shape[:2]
    header = struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0)
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    body = chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(("colour_type", "channels"), [(0, 1), (2, 3), (4, 2), (6, 4)])
def test_sixteen_bits_are_rounded_and_not_cut(tmp_path: Path, colour_type: int, channels: int) -> None:
    values = np.random.default_rng(0).integers(0, 65536, (300, 41, channels), np.uint16)
    (tmp_path / "a.png").write_bytes(png16(values, colour_type))
    found = read_image(tmp_path / "a.png").pixels
    expected = np.rint(values / 257.0)
    if channels < 3:
        assert (found[:, :, 0] == expected[:, :, 0]).all()
        assert (found[:, :, 0] == found[:, :, 2]).all()
    else:
        assert (found[:, :, :3] == expected[:, :, :3]).all()
    assert (found[:, :, 3] == (expected[:, :, -1] if channels in (2, 4) else 255)).all()


@pytest.mark.parametrize(("samples", "order"), [(3, "<"), (3, ">"), (4, "<"), (4, ">")])
def test_tiff_has_sixteen_bits_too(tmp_path: Path, samples: int, order: str) -> None:
    values = np.random.default_rng(1).integers(0, 65536, (5, 7, samples), np.uint16)
    data = values.astype(f"{order}u2").tobytes()
    tags = [(256, 7), (257, 5), (258, 16), (259, 1), (262, 2), (273, 0), (277, samples), (278, 5)]
    tags += [(279, len(data)), *([(338, 2)] if samples == 4 else [])]
    bits_at = 10 + 12 * len(tags) + 4
    places = {258: (samples, bits_at), 273: (1, bits_at + 2 * samples)}
    ifd = b"".join(
        struct.pack(f"{order}HHII", tag, 3 if tag == 258 else 4, *places.get(tag, (1, value)))
        for tag, value in tags
    )
    head = struct.pack(f"{order}2sHIH", b"II" if order == "<" else b"MM", 42, 8, len(tags))
    bits = struct.pack(f"{order}{samples}H", *[16] * samples)
    (tmp_path / "a.tif").write_bytes(head + ifd + bytes(4) + bits + data)
    found = read_image(tmp_path / "a.tif").pixels
    assert (found[:, :, :samples] == np.rint(values / 257.0)).all()


@pytest.mark.parametrize(("colour_type", "clear"), [(0, (40_000,)), (2, (1, 40_000, 3))])
def test_the_one_transparent_colour_of_sixteen_bits_is_exact(
    tmp_path: Path, colour_type: int, clear: tuple[int, ...]
) -> None:
    values = np.array([[clear, (*clear[:-1], clear[-1] + 1)]], np.uint16)
    transparent = chunk(b"tRNS", struct.pack(f">{len(clear)}H", *clear))
    (tmp_path / "a.png").write_bytes(png16(values, colour_type, transparent))
    assert read_image(tmp_path / "a.png").pixels[0, :, 3].tolist() == [0, 255]


@pytest.mark.parametrize(("primaries", "gamma"), [(DISPLAY_P3, None), (ADOBE_RGB, 2.19921875)])
@pytest.mark.parametrize("suffix", [".png", ".webp", ".tif"])
def test_wide_colours_come_out_as_srgb(
    tmp_path: Path, primaries: npt.NDArray[np.float64], gamma: float | None, suffix: str
) -> None:
    given = np.array([[(180, 120, 90), (90, 140, 200), (128, 128, 128)]], np.uint8)
    PIL.Image.fromarray(given).save(
        tmp_path / f"a{suffix}", lossless=True, icc_profile=profile(primaries, gamma)
    )
    share = given / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    linear = linear if gamma is None else share**gamma
    there = np.clip(linear @ primaries @ np.linalg.inv(SRGB), 0, 1)
    expected = np.where(there <= 0.0031308, there * 12.92, 1.055 * there ** (1 / 2.4) - 0.055) * 255
    found = read_image(tmp_path / f"a{suffix}").pixels[:, :, :3]
    assert np.abs(found - expected).max() < 2.5
    assert np.abs(found.astype(int) - given).max() > 5


@pytest.mark.parametrize(("mode", "value"), [("L", 55), ("LA", (55, 9)), ("I;16", 55 * 257)])
def test_grey_has_profiles_too(tmp_path: Path, mode: str, value: int) -> None:
    linear = profile(SRGB, 1.0).replace(b"RGB ", b"GRAY").replace(b"rTRC", b"kTRC")
    PIL.Image.new(mode, (2, 2), value).save(tmp_path / "a.png", icc_profile=linear)
    found = read_image(tmp_path / "a.png").pixels[0, 0]
    assert abs(int(found[0]) - 128) <= 1
    assert found[3] == (9 if mode == "LA" else 255)


def press() -> bytes:
    """A CMYK profile that knows only grey: each ink takes half of the light."""
    nodes = [(c, m, y, k) for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)]
    light = b"".join(bytes((255 >> sum(node), 128, 128)) for node in nodes)
    ramp = bytes(range(256))
    matrix = fixed([1, 0, 0, 0, 1, 0, 0, 0, 1])
    table = b"mft1" + bytes((0, 0, 0, 0, 4, 3, 2, 0)) + matrix + ramp * 4 + light + ramp * 3
    header = bytearray(srgb_profile()[:128])
    header[8:12], header[12:24] = b"\x02\x10\0\0", b"prtrCMYKLab "
    body = struct.pack(">I4sII", 1, b"A2B0", 144, len(table)) + table
    header[:4] = struct.pack(">I", 128 + len(body))
    return bytes(header) + body


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_a_printing_press_has_its_own_colours(tmp_path: Path, suffix: str) -> None:
    for inks, least, most in (((0, 0, 0, 0), 250, 255), ((255, 0, 0, 0), 100, 135), ((255,) * 4, 0, 30)):
        PIL.Image.new("CMYK", (16, 16), inks).save(tmp_path / f"a{suffix}", icc_profile=press())
        red, green, blue, _ = read_image(tmp_path / f"a{suffix}").pixels[8, 8].tolist()
        assert red == green == blue
        assert least <= red <= most


def test_a_cmyk_jpeg_without_a_profile_keeps_its_hues(tmp_path: Path) -> None:
    PIL.Image.new("CMYK", (16, 16), (0, 255, 255, 0)).save(tmp_path / "a.jpg", quality=95)
    red, green, blue, _ = read_image(tmp_path / "a.jpg").pixels[8, 8].tolist()
    assert red > 245
    assert max(green, blue) < 10


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_held_anyhow_gives_an_upright_picture(tmp_path: Path, orientation: int) -> None:
    source = np.random.default_rng(2).integers(0, 256, (3, 5, 3), np.uint8)
    picture = PIL.Image.fromarray(source)
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    picture.save(tmp_path / "a.png", exif=exif)
    with PIL.Image.open(tmp_path / "a.png") as opened:
        upright = np.asarray(PIL.ImageOps.exif_transpose(opened))
    assert (read_image(tmp_path / "a.png").pixels[:, :, :3] == upright).all()


def test_what_is_written_says_that_it_is_srgb(tmp_path: Path) -> None:
    picture = Image(np.random.default_rng(3).integers(0, 256, (9, 9, 4), np.uint8))
    for suffix in (".png", ".jpg", ".webp", ".tif"):
        path = tmp_path / f"a{suffix}"
        write_image(picture, path)
        first = path.read_bytes()
        write_image(picture, path)
        assert path.read_bytes() == first
        with PIL.Image.open(path) as opened:
            assert opened.info.get("srgb") == 0 if suffix == ".png" else opened.info["icc_profile"]
        if suffix != ".jpg":
            assert read_image(path) == picture


def test_our_profile_is_srgb_to_others(tmp_path: Path) -> None:
    ours = PIL.ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    given = PIL.Image.fromarray(np.random.default_rng(4).integers(0, 256, (32, 32, 3), np.uint8))
    found = PIL.ImageCms.profileToProfile(given, ours, PIL.ImageCms.createProfile("sRGB"))
    assert found is not None
    assert np.abs(np.asarray(found).astype(int) - np.asarray(given)).max() <= 1


@pytest.mark.parametrize("broken", [b"", b"x" * 500, srgb_profile()[:200], bytes(6 << 20)])
def test_a_broken_profile_is_as_none(tmp_path: Path, broken: bytes) -> None:
    given = np.full((4, 4, 3), (200, 100, 50), np.uint8)
    PIL.Image.fromarray(given).save(tmp_path / "a.tif", icc_profile=broken)
    assert (read_image(tmp_path / "a.tif").pixels[:, :, :3] == given).all()
