"""Pictures of some KiB that tell results apart in a list."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from artstudio.documents.film import Footage
from artstudio.sdk import Audio, Image, Score, Text, TileMap, Video

if TYPE_CHECKING:
    from artstudio.sdk import Media

Pixels = npt.NDArray[np.uint8]

SIDE_PX: Final = 224  # of the longer side of a picture
STRIP_PX: Final = (224, 128)
MOST_NBYTES: Final = 8 << 10
MOST_WORDS: Final = 400  # characters of a text
_MOST_NOTES: Final = 4_000
_PAD_PX: Final = 4
# told apart by hue at equal weight, on dark and on light
COLOURS: Final = np.array(
    [(79, 179, 165), (217, 160, 79), (138, 155, 232), (217, 118, 143), (134, 184, 92), (185, 138, 214)],
    np.uint8,
)


def looks(value: Media | Footage | None) -> Pixels | None:
    """A small picture of a value, (height, width, 3 or 4) with at most `SIDE_PX` a side; None of a text.

    Raises:
        BadFile: the footage is missing or damaged.
    """
    match value:
        case Image():
            return _small(value.pixels)
        case Video():
            return _small(value.frames[len(value.frames) // 2])
        case Footage():
            from artstudio.media.footage import FootageReader

            with FootageReader(value) as reader:
                return _small(reader.frame(value.frames // 2))
        case Score():
            return _roll(value)
        case Audio():
            return _wave(value)
        case TileMap():
            return _map(value)
    return None


def packed(pixels: Pixels | None, *, flat: bool = False) -> bytes:
    """A small picture as WebP of at most `MOST_NBYTES`; a `flat` one, of few colours, without loss."""
    if pixels is None:
        return b""
    from PIL import Image as pil

    picture = pil.fromarray(np.ascontiguousarray(pixels))
    data = b""
    for quality in (100,) if flat else (78, 60, 40, 15):
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", lossless=flat, quality=quality, method=2)
        data = buffer.getvalue()
        if len(data) <= MOST_NBYTES:
            return data
    # noise: what it looks like small is all that can be told
    return packed(_small(pixels, max(pixels.shape[:2]) // 2)) if max(pixels.shape[:2]) > 16 else data


def first_words(value: object) -> str:
    """The beginning of a text, "" of another value."""
    return value.text[:MOST_WORDS].strip() if isinstance(value, Text) else ""


def _small(pixels: Pixels, side_px: int = SIDE_PX) -> Pixels:
    from PIL import Image as pil

    height, width = pixels.shape[:2]
    if max(height, width) <= side_px:
        return pixels
    scale = side_px / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    picture = pil.fromarray(np.ascontiguousarray(pixels))
    return np.asarray(picture.resize(size, pil.Resampling.LANCZOS, reducing_gap=2.0))


def _ground() -> Pixels:
    width, height = STRIP_PX
    return np.zeros((height, width, 4), np.uint8)


def _roll(score: Score) -> Pixels:
    out = _ground()
    height, width = out.shape[:2]
    tracks = [(i, track.notes) for i, track in enumerate(score.tracks) if len(track.notes)]
    if not tracks:
        return out
    pitches = np.concatenate([notes["pitch"] for _, notes in tracks]).astype(int)
    low, high = int(pitches.min()) - 2, int(pitches.max()) + 2
    row_px = (height - 2 * _PAD_PX) / (high - low + 1)
    thick = max(2, min(round(row_px), 6))
    across = (width - 2 * _PAD_PX) / max(1, score.end_tick)
    every = max(1, len(pitches) // _MOST_NOTES)
    for i, notes in tracks:
        for note in notes[::every]:
            left = _PAD_PX + int(note["start"] * across)
            right = max(left + 2, _PAD_PX + int((int(note["start"]) + int(note["length"])) * across) - 1)
            top = _PAD_PX + int((high - int(note["pitch"])) * row_px)
            out[top : top + thick, left:right, :3] = COLOURS[i % len(COLOURS)]
            out[top : top + thick, left:right, 3] = 255
    return out


def _wave(audio: Audio) -> Pixels:
    out = _ground()
    height, width = out.shape[:2]
    mono = audio.samples.mean(axis=1)
    if not len(mono):
        return out
    edges = np.linspace(0, len(mono), min(width, len(mono)), endpoint=False).astype(int)
    lows, highs = np.minimum.reduceat(mono, edges), np.maximum.reduceat(mono, edges)
    middle, reach = height / 2, height / 2 - _PAD_PX
    for x, (low, high) in enumerate(zip(np.clip(lows, -1, 1), np.clip(highs, -1, 1), strict=True)):
        left, right = x * width // len(edges), max((x + 1) * width // len(edges), x * width // len(edges) + 1)
        top, bottom = int(middle - high * reach), int(middle - low * reach) + 1
        out[top:bottom, left:right] = (*COLOURS[0], 255)
    return out


def _map(tiles: TileMap) -> Pixels:
    cells = tiles.cells
    step = -(-max(cells.shape) // SIDE_PX)
    cells = cells[::step, ::step]
    out = np.zeros((*cells.shape, 4), np.uint8)
    filled = cells >= 0
    out[filled, :3] = COLOURS[cells[filled] % len(COLOURS)]
    out[filled, 3] = 255
    grow = max(1, SIDE_PX // max(cells.shape))
    return out.repeat(grow, axis=0).repeat(grow, axis=1)
