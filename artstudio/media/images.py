"""Picture files to and from `Image`: 8-bit sRGB with straight alpha, however the file holds it.

Embedded colour profiles are applied; of PNG's older gAMA and cHRM chunks nothing is made.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.media.looked_over import endless_jpeg, endless_png, without_text
from artstudio.media.profiles import srgb_profile
from artstudio.sdk import BadFile, Image

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image as pil
    from PIL import ImageFile
    from PIL.PngImagePlugin import PngInfo

MAX_MIB = 512
MAX_PIXELS = 100_000_000
READABLE = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "MPO")
WRITABLE = {
    ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF",
}  # fmt: skip
RECIPE_KEY = "artstudio-recipe"
MAX_EXIF_NBYTES = 65_400  # of 64 KiB, which one segment of a JPEG holds
TIFF_PREDICTOR, TIFF_DESCRIPTION = 317, 270
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


def read_image(path: Path, most_side_px: int | None = None) -> Image:
    """The first frame of a PNG, JPEG, WebP, TIFF, GIF or BMP, turned upright, in sRGB.

    Raises:
        BadFile: damaged, of another kind, over 100 megapixels, or a side above `most_side_px`; what is too
            large is refused before any pixel is decoded.
    """
    from artstudio.media import upright

    # a recipe that is too much for Pillow is no reason to refuse the picture
    data = without_text(read_bytes(path, MAX_MIB), RECIPE_KEY.encode())
    with _opened(path, data) as picture:
        _check_size(path, picture, most_side_px)
        if picture.format in ("JPEG", "MPO") and endless_jpeg(data, picture.width * picture.height):
            raise _broken(path)
        try:
            return Image(upright.pixels(picture, lambda: _opened(path, data)))
        except BROKEN as error:
            raise _broken(path) from error


def _check_size(path: Path, picture: pil.Image, most_side_px: int | None) -> None:
    width, height = picture.size
    if most_side_px is not None and max(width, height) > most_side_px:
        raise BadFile(
            "{name} has {w} × {h} pixels, and a canvas has at most {most} a side: make it smaller first",
            name=path.name, w=width, h=height, most=most_side_px,
        )  # fmt: skip
    if (count := width * height) > MAX_PIXELS:
        raise BadFile(
            "{name} has {n} megapixels, more than the {limit} that are read: make it smaller first",
            name=path.name, n=-(-count // 1_000_000), limit=MAX_PIXELS // 1_000_000,
        )  # fmt: skip


def _opened(path: Path, data: bytes) -> ImageFile.ImageFile:
    from PIL import Image as pil

    if endless_png(data):
        raise _broken(path)
    pil.MAX_IMAGE_PIXELS = None  # the limits above speak in a sentence, before any pixel is decoded
    try:
        return pil.open(io.BytesIO(data), formats=READABLE)
    except BROKEN as error:
        raise _broken(path) from error


def _broken(path: Path) -> BadFile:
    return BadFile("{name} is no picture or is damaged: choose another file", name=path.name)


def write_image(image: Image, path: Path, recipe: str | None = None) -> None:
    """Write by suffix: PNG, WebP, TIFF (lossless, with alpha) or JPEG (on white), marked as sRGB.

    The recipe goes along; a JPEG has no room for one over 65 kB.

    Raises:
        BadFile: the file cannot be written, or the picture is too large for its format.
    """
    from PIL import Image as pil

    kind = WRITABLE[path.suffix.lower()]
    picture = pil.fromarray(image.pixels)
    if kind == "JPEG":
        white = pil.new("RGBA", picture.size, "white")
        picture = pil.alpha_composite(white, picture).convert("RGB")
    buffer = io.BytesIO()
    try:
        picture.save(buffer, kind, **_options(kind, recipe))
    except BROKEN as error:
        raise BadFile(
            "a picture of {w} × {h} pixels cannot be written as {kind} ({reason}): use PNG",
            w=image.width, h=image.height, kind=kind, reason=error,
        ) from error  # fmt: skip
    write_bytes(path, buffer.getvalue())


def _options(kind: str, recipe: str | None) -> dict[str, Any]:
    if kind == "PNG":
        return {"pnginfo": png_chunks(recipe)}
    options: dict[str, Any] = {"icc_profile": srgb_profile()}
    note = b"" if recipe is None else recipe.encode()
    match kind:
        case "TIFF":
            tags: dict[int, Any] = {TIFF_PREDICTOR: 2}  # differences to the left
            if note:  # libtiff writes no EXIF
                tags[TIFF_DESCRIPTION] = f"{RECIPE_KEY} ".encode() + note
            return options | {"compression": "tiff_adobe_deflate", "tiffinfo": tags}
        case "WEBP":
            options |= {"lossless": True, "exact": True}
        case "JPEG":
            options |= {"quality": 95, "subsampling": 0}
            note = note if len(note) < MAX_EXIF_NBYTES else b""
    if note:
        options["exif"] = exif_of(note)
    return options


def png_chunks(recipe: str | None) -> PngInfo:
    """What a PNG says beside its pixels: that they are sRGB, and the recipe."""
    from PIL.PngImagePlugin import PngInfo

    chunks = PngInfo()
    chunks.add(b"sRGB", b"\0")
    if recipe is not None:
        chunks.add_itxt(RECIPE_KEY, recipe, zip=len(recipe) > 1000)
    return chunks


def exif_of(recipe: bytes) -> pil.Exif:
    """The recipe as EXIF, where `read_recipe` looks for it."""
    from PIL import Image as pil

    exif = pil.Exif()
    exif.get_ifd(EXIF_IFD)[USER_COMMENT] = NO_CHARSET + recipe
    return exif


def read_recipe(path: Path) -> str | None:
    """The recipe that `write_image` stored, if any.

    Raises:
        BadFile: this is no picture.
    """
    with _opened(path, read_bytes(path, MAX_MIB)) as picture:
        try:
            match picture.format:
                case "PNG":
                    found = picture.info.get(RECIPE_KEY)
                    return str(found) if found is not None else None
                case "TIFF":
                    mark, _, found = str(picture.getexif().get(TIFF_DESCRIPTION, "")).partition(" ")
                    return found.encode("latin-1").decode() if mark == RECIPE_KEY else None
                case "GIF":
                    return _gif_recipe(picture)
            comment = picture.getexif().get_ifd(EXIF_IFD).get(USER_COMMENT)
        except BROKEN as error:
            raise _broken(path) from error
    if isinstance(comment, bytes) and comment.startswith(NO_CHARSET + b"{"):
        return comment[len(NO_CHARSET) :].decode("utf-8", "replace")
    return None


def _gif_recipe(picture: ImageFile.ImageFile) -> str | None:
    comment = picture.info.get("comment")
    if not isinstance(comment, bytes) or not comment.startswith(b"{"):
        return None
    return comment.decode("utf-8", "replace")
