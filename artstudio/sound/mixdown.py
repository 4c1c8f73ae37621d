"""Music as one sound from its beginning to an end, in as much memory as a few seconds of it take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artstudio.sound.mix import Mix, Stem, soft_limit
from artstudio.sound.notes import RATE_HZ
from artstudio.sound.renderer import PIECE_FRAMES, Renderer, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio.sound.mix import Channel, Piece, Samples
    from artstudio.sound.notes import Played

FADE_FRAMES = RATE_HZ // 4


def mixdown(parts: Sequence[tuple[Played, Channel]], renderer: Renderer, frames: int) -> Iterator[Samples]:
    """The parts' sound together, `frames` long: float32 blocks of (samples, 2), never louder than 1.

    Music that is shorter is followed by silence; what sounds on at the end fades out over the last quarter
    of a second.

    Raises:
        InvalidValue, SoundFailed, BadFile: as `Renderer.stems`.
    """
    waiting = [dict(stretches(notes)) for notes, _channel in parts]
    sounding: list[list[tuple[int, Piece]]] = [[] for _part in parts]
    for start in range(0, frames, PIECE_FRAMES):
        for ahead, own in zip(waiting, sounding, strict=True):
            own[:] = [(at, piece) for at, piece in own if at + len(piece.samples) > start]
            if start in ahead:
                own.append((start, renderer.piece(ahead.pop(start))))
        stems = (Stem(tuple(own)) for own in sounding)
        mix = Mix(tuple((stem, channel) for stem, (_notes, channel) in zip(stems, parts, strict=True)))
        block = np.zeros((min(PIECE_FRAMES, frames - start), 2), np.float32)
        mix.add_to(block, start)
        yield _faded(soft_limit(block), frames - start)


def _faded(block: Samples, left: int) -> Samples:
    """The block with its share of the fade, `left` frames before the end."""
    ahead = left - np.arange(len(block))
    if ahead[-1] >= FADE_FRAMES:
        return block
    faded: Samples = block * np.minimum(1, ahead / FADE_FRAMES).astype(np.float32)[:, None]
    return faded
