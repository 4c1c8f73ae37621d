"""Picture files to and from `Image`: 8-bit sRGB with straight alpha, however the file holds it."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

import numpy as np

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.sdk import BadFile, Image

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image as pil

MAX_MIB = 512
MAX_PIXELS = 100_000_000
READABLE = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "MPO")
WRITABLE = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
RECIPE_KEY = "artstudio-recipe"
EXIF_IFD, USER_COMMENT, NO_CHARSET = 0x8769, 0x9286, b"\0" * 8
# what Pillow's decoders let through on damaged files
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    OverflowError,
    MemoryError,
    struct.error,
)


def read_image(path: Path) -> Image:
    """The first frame of a PNG, JPEG, WebP, TIFF, GIF or BMP, turned upright, in sRGB.

    Raises:
        BadFile: damaged, of another kind, or over 100 megapixels.
    """
    with _opened(path) as picture:
        if (count := picture.width * picture.height) > MAX_PIXELS:
            raise BadFile(
                "{name} has {n} megapixels, more than the {limit} that are read: make it smaller first",
                name=path.name, n=-(-count // 1_000_000), limit=MAX_PIXELS // 1_000_000,
            )  # fmt: skip
        try:
            return Image(_srgb(picture))
        except BROKEN as error:
            raise _broken(path) from error


def _opened(path: Path) -> pil.Image:
    from PIL import Image as pil

    pil.MAX_IMAGE_PIXELS = None  # the limit above speaks in a sentence, before any pixel is decoded
    try:
        return pil.open(io.BytesIO(read_bytes(path, MAX_MIB)), formats=READABLE)
    except BROKEN as error:
        raise _broken(path) from error


def _broken(path: Path) -> BadFile:
    return BadFile("{name} is no picture or is damaged: choose another file", name=path.name)


def _srgb(picture: pil.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    from PIL import Image as pil
    from PIL import ImageCms, ImageOps

    profile = picture.info.get("icc_profile")
    picture = ImageOps.exif_transpose(picture)
    if picture.mode.startswith(("I", "F")):
        return _grey(np.asarray(picture))
    has_alpha = picture.has_transparency_data
    if picture.mode not in ("RGB", "RGBA", "L", "CMYK"):
        picture = picture.convert("RGBA" if has_alpha else "RGB")
    colour = picture.convert("RGB") if picture.mode == "RGBA" else picture
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                colour, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            colour = converted or colour
        except ImageCms.PyCMSError:
            pass  # a broken profile, or one for other channels than the picture's: as if there were none
    colour = colour.convert("RGB")
    if has_alpha:
        colour = pil.merge("RGBA", (*colour.split(), picture.convert("RGBA").getchannel("A")))
    return np.array(colour)


def _grey(
    values: np.ndarray[tuple[int, ...], np.dtype[np.generic]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """16-bit, 32-bit and floating grey as 8 bits; Pillow's own conversion would clip instead of scale."""
    grey = np.nan_to_num(values.astype(np.float32))
    if values.dtype.kind == "f":
        top = 1.0 if grey.max() <= 1.0 else 255.0
    else:
        top = 255.0 if grey.max() <= 255 and values.dtype.itemsize > 2 else 65535.0
    scaled: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] = (np.clip(grey / top, 0, 1) * 255 + 0.5).astype(
        np.uint8
    )
    return scaled


def write_image(image: Image, path: Path, recipe: str | None = None) -> None:
    """Write by suffix: PNG, WebP (both lossless, with alpha) or JPEG (on white). The recipe goes along.

    Raises:
        BadFile: the file cannot be written, or the picture is too large for its format.
    """
    from PIL import Image as pil
    from PIL.PngImagePlugin import PngInfo

    kind = WRITABLE[path.suffix.lower()]
    picture = pil.fromarray(image.pixels)
    options: dict[str, object] = {}
    if kind == "PNG":
        if recipe is not None:
            chunks = PngInfo()
            chunks.add_itxt(RECIPE_KEY, recipe)
            options["pnginfo"] = chunks
    elif recipe is not None:
        exif = pil.Exif()
        exif.get_ifd(EXIF_IFD)[USER_COMMENT] = NO_CHARSET + recipe.encode()
        options["exif"] = exif
    if kind == "WEBP":
        options |= {"lossless": True, "exact": True}
    elif kind == "JPEG":
        white = pil.new("RGBA", picture.size, "white")
        picture = pil.alpha_composite(white, picture).convert("RGB")
        options |= {"quality": 95, "subsampling": 0}
    buffer = io.BytesIO()
    try:
        picture.save(buffer, kind, **options)
    except BROKEN as error:
        raise BadFile(
            "a picture of {w} × {h} pixels cannot be written as {kind} ({reason}): use PNG",
            w=image.width, h=image.height, kind=kind, reason=error,
        ) from error  # fmt: skip
    write_bytes(path, buffer.getvalue())


def read_recipe(path: Path) -> str | None:
    """The recipe that `write_image` stored, if any."""
    with _opened(path) as picture:
        try:
            if picture.format == "PNG":
                found = picture.info.get(RECIPE_KEY)
                return str(found) if found is not None else None
            comment = picture.getexif().get_ifd(EXIF_IFD).get(USER_COMMENT)
        except BROKEN as error:
            raise _broken(path) from error
    if isinstance(comment, bytes) and comment.startswith(NO_CHARSET + b"{"):
        return comment[len(NO_CHARSET) :].decode("utf-8", "replace")
    return None
