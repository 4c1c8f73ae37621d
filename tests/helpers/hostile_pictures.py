"""Damaged and malicious pictures, the same ones every time."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import PIL.Image
import PIL.ImageCms
from PIL.PngImagePlugin import PngInfo

KINDS = ("png", "jpg", "webp", "tif", "ora")


@dataclass(frozen=True)
class Hostile:
    """A file's content; `name` says what was done to it."""

    name: str
    suffix: str
    data: bytes


def hostile_pictures(number: int, seed: int = 1) -> Iterator[Hostile]:
    """`number` files, the hand-made bombs first, then mutations of sound files of every kind in turn."""
    made = [*bombs()]
    yield from made[:number]
    yield from mutated_pictures(max(0, number - len(made)), seed)


def mutated_pictures(number: int, seed: int = 1) -> Iterator[Hostile]:
    """Sound files of every kind in turn, each with something done to it."""
    rng = random.Random(seed)
    mutations = list(_MUTATIONS.items())
    for i in range(number):
        kind = KINDS[i % len(KINDS)]
        sound = rng.choice(sound_files(kind))
        name, mutate = rng.choice(mutations)
        yield Hostile(f"{name} {i}", f".{kind}", mutate(sound, rng, kind))


# ------------------------------------------------------------------------------------------- sound files


@cache
def sound_files(kind: str) -> tuple[bytes, ...]:
    """Small whole files in the variants that decoders have code of their own for."""
    if kind == "ora":
        return (ora({"data/a.png": sound_files("png")[0], "data/b.png": sound_files("png")[3]}),)
    noise = np.random.default_rng(5).integers(0, 256, (48, 80, 4), np.uint8)
    noise[:, 40:] = np.linspace(0, 255, 40, dtype=np.uint8)[None, :, None]
    rgba = PIL.Image.fromarray(noise)
    profile = PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")).tobytes()
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9286] = b"\0" * 8 + b'{"action": "x"}'
    text = PngInfo()
    text.add_itxt("artstudio-recipe", '{"action": "x"}', zip=True)
    rgb, more = rgba.convert("RGB"), {"icc_profile": profile, "exif": exif}
    frames = [rgba, rgba.rotate(180)]
    variants: dict[str, list[tuple[PIL.Image.Image, dict[str, object]]]] = {
        "png": [
            (rgba, {"pnginfo": text, **more}),
            (rgb.quantize(16), {"transparency": 3}),
            (rgb.convert("L").convert("I;16"), {}),
            (rgb, {}),
            (rgba, {"save_all": True, "append_images": frames}),
        ],
        "jpg": [
            (rgb, {"quality": 90, **more}),
            (rgb, {"progressive": True}),
            (rgb.convert("CMYK"), {}),
            (rgb.convert("L"), {}),
        ],
        "webp": [
            (rgba, {"lossless": True, **more}),
            (rgba, {"quality": 60}),
            (rgb, {"quality": 60}),
            (rgba, {"save_all": True, "append_images": frames}),
        ],
        "tif": [
            (rgba, {"compression": "tiff_adobe_deflate", **more}),
            (rgb, {"compression": "tiff_lzw"}),
            (rgb.convert("L"), {}),
            (rgb.convert("CMYK"), {"compression": "packbits"}),
        ],
    }
    formats = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP", "tif": "TIFF"}
    made = []
    for picture, options in variants[kind]:
        out = io.BytesIO()
        picture.save(out, formats[kind], **options)
        made.append(out.getvalue())
    return (*made, png16()) if kind == "png" else tuple(made)


def png(width: int, height: int, depth: int, colour: int, body: bytes, extra: bytes = b"") -> bytes:
    """A PNG of `body`, packed already."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + extra + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png16() -> bytes:
    rows = np.random.default_rng(6).integers(0, 256, (20, 1 + 6 * 30), np.uint8)
    rows[:, 0] %= 5  # the filter of each row
    return png(30, 20, 16, 2, zlib.compress(rows.tobytes()))


def ora(members: dict[str, bytes], side: int = 96, more: dict[str, bytes] | None = None) -> bytes:
    """An OpenRaster file with a layer for each of `members`; `more` replaces or adds members."""
    layers = "".join(f'<layer name="x" src="{name}" x="3" y="0" opacity="0.5"/>' for name in members)
    stack = f'<image w="{side}" h="{side}"><stack><stack name="g">{layers}</stack></stack></image>'
    files = {"mimetype": b"image/openraster", "stack.xml": stack.encode(), **members, **(more or {})}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            packs = name.endswith(".xml")
            archive.writestr(
                zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
            )
    return out.getvalue()


# ------------------------------------------------------------------------------------------------- bombs


def zeros(nbytes: int, level: int = 9) -> bytes:
    """So many zero bytes, packed."""
    packer = zlib.compressobj(level)
    part = bytes(1 << 20)
    whole = [packer.compress(part) for _ in range(nbytes >> 20)]
    return b"".join((*whole, packer.compress(bytes(nbytes & 0xFFFFF)), packer.flush()))


def bombs() -> Iterator[Hostile]:
    """Small files that would swell."""
    solid = zeros(8192 * (1 + 8192 // 8))
    yield Hostile("a canvas of the largest size", ".png", png(8192, 8192, 1, 0, solid))
    yield Hostile("too wide", ".png", png(30_000, 30_000, 1, 0, zeros(30_000 * 3751)))
    yield Hostile("far too wide", ".png", png(2**31 - 1, 2**31 - 1, 16, 6, b""))
    yield Hostile("too wide in 16 bits", ".png", png(9000, 9000, 16, 6, solid))
    yield Hostile("cut off in 16 bits", ".png", png(8192, 8192, 16, 6, solid))
    small = zlib.compress(bytes(4))
    swollen = zeros(300 << 20)
    for kind in (b"zTXt", b"iTXt"):
        head = b"a\0\0" if kind == b"zTXt" else b"a\0\1\0\0\0"
        yield Hostile(
            f"swelling {kind.decode()}", ".png", png(1, 1, 8, 2, small, chunk(kind, head + swollen))
        )
    texts = chunk(b"zTXt", b"a\0\0" + zeros(1 << 20)) * 400
    yield Hostile("many swelling texts", ".png", png(1, 1, 8, 2, small, texts))
    yield Hostile("swelling profile", ".png", png(1, 1, 8, 2, small, chunk(b"iCCP", b"a\0\0" + swollen)))
    yield Hostile("a million chunks", ".png", png(1, 1, 8, 2, small, chunk(b"prVt", b"") * 1_000_000))
    frames = chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0))
    yield Hostile("a film without end", ".png", png(1, 1, 8, 2, small, frames))
    jpeg = sound_files("jpg")[0]
    segment = b"\xff\xe2" + struct.pack(">H", 65_533) + b"ICC_PROFILE\0\1\1" + bytes(65_517)
    yield Hostile("a vast profile", ".jpg", jpeg[:2] + segment * 255 + jpeg[2:])
    yield Hostile("many comments", ".jpg", jpeg[:2] + b"\xff\xfe\0\2" * 500_000 + jpeg[2:])
    yield Hostile("scans without end", ".jpg", _many_scans())
    wide = bytearray(sound_files("webp")[0])
    at = wide.index(b"VP8X")
    wide[at + 12 : at + 18] = b"\xff\x3f\0\xff\x3f\0"
    yield Hostile("too wide", ".webp", bytes(wide))
    big = png(8192, 8192, 1, 0, solid)
    yield Hostile("layers of the largest size", ".ora", ora({f"data/{i}.png": big for i in range(40)}, 8192))
    stack = b'<image w="96" h="96"><stack>' + b'<layer src="data/a.png"/>' * 900_000 + b"</stack></image>"
    many = ora({"data/a.png": sound_files("png")[0]}, 96, {"stack.xml": stack})
    yield Hostile("layers without end", ".ora", many)
    deep = b'<image w="9" h="9">' + b"<stack>" * 200_000 + b"</stack>" * 200_000 + b"</image>"
    yield Hostile("deep groups", ".ora", ora({}, 96, {"stack.xml": deep}))
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><image w="9" h="9" name="&c;"/>'
    yield Hostile("laughs", ".ora", ora({}, 96, {"stack.xml": laughs}))
    yield Hostile("a swelling member", ".ora", _swelling_member())


def _many_scans() -> bytes:
    """A progressive JPEG whose last scan is told over and over: each one costs a pass over all pixels."""
    grey = PIL.Image.new("L", (8000, 8000))
    out = io.BytesIO()
    grey.save(out, "JPEG", progressive=True)
    data = out.getvalue()
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * 400 + data[-2:]


def _swelling_member() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"image/openraster")
        archive.writestr("stack.xml", b'<image w="9" h="9">' + b" " * (100 << 20) + b"</image>")
    return out.getvalue()


# --------------------------------------------------------------------------------------------- mutations


def _flip(data: bytes, rng: random.Random, _kind: str) -> bytes:
    bad = bytearray(data)
    head = rng.random() < 0.5  # where the decisions are made
    for _ in range(rng.choice((1, 3, 10, 50))):
        bad[rng.randrange(min(len(bad), 200) if head else len(bad))] ^= 1 << rng.randrange(8)
    return bytes(bad)


def _cut(data: bytes, rng: random.Random, _kind: str) -> bytes:
    return data[: rng.randrange(len(data))]


def _blank(data: bytes, rng: random.Random, _kind: str) -> bytes:
    start = rng.randrange(len(data))
    length = min(len(data) - start, rng.choice((4, 40, 4000)))
    return data[:start] + bytes(length) + data[start + length :]


def _splice(data: bytes, rng: random.Random, kind: str) -> bytes:
    other = rng.choice(sound_files(rng.choice(("png", "jpg", "webp", "tif", kind))))
    a, b = sorted((rng.randrange(len(other)), rng.randrange(len(other))))
    start = rng.randrange(len(data))
    return data[:start] + other[a:b] + data[start + rng.choice((0, b - a)) :]


def _lie_of_length(data: bytes, rng: random.Random, kind: str) -> bytes:
    """Another number where the format says how long a part is."""
    found = [mark for mark in _MARKS.get(kind, ()) if mark in data]
    if not found:
        return _number(data, rng, kind)
    mark = rng.choice(found)
    at = data.index(mark)
    value = rng.choice((0, 1, 2, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF))
    match kind:
        case "png":
            return data[: at - 4] + struct.pack(">I", value) + data[at:]
        case "jpg":
            return data[: at + 2] + struct.pack(">H", value & 0xFFFF) + data[at + 4 :]
        case "ora":
            at += rng.choice((20, 24, 42))  # packed size, size, place
    at += 4 if kind == "webp" else 0
    return data[:at] + struct.pack("<I", value) + data[at + 4 :]


_MARKS: dict[str, tuple[bytes, ...]] = {
    "png": (b"IDAT", b"IHDR", b"iCCP", b"iTXt", b"eXIf", b"fdAT", b"PLTE", b"tRNS"),
    "jpg": (b"\xff\xda", b"\xff\xc0", b"\xff\xc2", b"\xff\xe1", b"\xff\xe2", b"\xff\xc4", b"\xff\xdb"),
    "webp": (b"RIFF", b"VP8X", b"VP8L", b"VP8 ", b"ICCP", b"EXIF", b"ANMF", b"ALPH"),
    "ora": (b"PK\1\2",),
}


def _lie_of_size(data: bytes, rng: random.Random, kind: str) -> bytes:
    """Another width and height, with checksums that are right."""
    width, height = (rng.choice((0, 1, 81, 5000, 8192, 8193, 16383, 65500, 2**31 - 1)) for _ in range(2))
    bad = bytearray(data)
    match kind:
        case "png":
            header = struct.pack(">II", width, height) + data[24:29]
            return data[:8] + chunk(b"IHDR", header) + data[33:]
        case "jpg":
            at = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2"))
            bad[at + 5 : at + 9] = struct.pack(">HH", height & 0xFFFF, width & 0xFFFF)
        case "webp" if b"VP8X" in data:
            at = data.index(b"VP8X") + 12
            bad[at : at + 6] = (width & 0xFFFFFF).to_bytes(3, "little") + (height & 0xFFFFFF).to_bytes(
                3, "little"
            )
        case "webp" if b"VP8L" in data:
            at = data.index(b"VP8L") + 9
            bad[at : at + 4] = struct.pack("<I", width & 0x3FFF | (height & 0x3FFF) << 14)
        case "ora":
            picture = png(width % 2**31, height % 2**31, 8, 6, zlib.compress(bytes(500)))
            return ora({"data/a.png": picture}, side=rng.choice((9, 8192, 8193, 10**9)))
        case _:
            return _number(data, rng, kind)
    return bytes(bad)


def _number(data: bytes, rng: random.Random, _kind: str) -> bytes:
    """An aligned number somewhere becomes an extreme one."""
    at = rng.randrange(len(data) // 4) * 4
    value = rng.choice((0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
    return data[:at] + struct.pack(rng.choice("<>") + "I", value) + data[at + 4 :]


def _nothing(data: bytes, rng: random.Random, _kind: str) -> bytes:
    return rng.choice((b"", b"\0", data[:8], bytes(4000), rng.randbytes(300)))


_MUTATIONS: dict[str, Callable[[bytes, random.Random, str], bytes]] = {
    "bits flipped": _flip,
    "cut off": _cut,
    "blanked": _blank,
    "spliced": _splice,
    "length lied": _lie_of_length,
    "size lied": _lie_of_size,
    "number lied": _number,
    "nothing": _nothing,
}
