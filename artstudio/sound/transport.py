"""Playing: which part of the mix sounds now.

The sound device's thread pulls blocks by `Transport.fill`; the window's thread says what to play. They share
no lock: what the window sets is one immutable value or an entry in a deque, read once a block, and every
change of what sounds (play, pause, seek, another mix) becomes the same short crossfade from old to new.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from artstudio.sound.mix import Mix, Piece, Samples, Stem, soft_limit
from artstudio.sound.notes import RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Callable

FADE = round(0.005 * RATE_HZ)  # frames
SHORTEST_LOOP = RATE_HZ // 20
TRAIL_S = 1.0  # how far back positions are remembered; no device's latency is longer
MOST_PREVIEWS = 16


class _Source(NamedTuple):
    playing: bool
    mix: Mix
    metronome: Stem | None

    def add_to(self, out: Samples, at: int) -> None:
        if self.playing:
            self.mix.add_to(out, at)
            if self.metronome is not None:
                self.metronome.add_to(out, at, 1.0, 1.0)


class _Span(NamedTuple):
    """Frames that were handed out: the count of those before them, and where they lie in the music."""

    first: int
    at: int
    frames: int


@dataclass(slots=True)
class _Ending:
    """What fades out: the music as it was, from frame `at` on."""

    source: _Source
    at: int
    left: int = FADE


@dataclass(slots=True)
class _Preview:
    """A note that sounds on top of all else."""

    stem: Stem
    at: int = 0


class Transport:
    """The playhead. Times are seconds from the beginning of the score.

    Attributes:
        latency_s: from a pull to the ear; the output sets it.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self.latency_s = 0.0
        self._playing = False
        self._starving = False
        self._mix = Mix()
        self._metronome: Stem | None = None
        self._end = 0
        self._loop: tuple[int, int] | None = None
        self._seeks: deque[int] = deque()
        self._asked: deque[_Preview] = deque()
        # from here on only `fill` writes
        self._at = 0
        self._source = _Source(False, self._mix, None)
        self._risen = FADE
        self._endings: list[_Ending] = []
        self._previews: list[_Preview] = []
        self._pulled = 0
        self._trail: tuple[tuple[_Span, ...], float] = ((), 0.0)

    def set_mix(self, mix: Mix, end_s: float = 0.0) -> None:
        """Play this from now on; it stops by itself at `end_s` or after the last sound.

        At a gap the playhead waits until a mix comes that has none there.
        """
        self._end = max(mix.frames, round(end_s * RATE_HZ))
        self._mix = mix

    def set_metronome(self, clicks: Stem | None) -> None:
        """Play `metronome.clicks` along, or not."""
        self._metronome = clicks

    def set_loop(self, start_s: float, end_s: float) -> None:
        """From the next time that `end_s` is reached, go on at `start_s`. A span under 50 ms ends looping."""
        start, end = round(max(0.0, start_s) * RATE_HZ), round(end_s * RATE_HZ)
        self._loop = (start, end) if end - start >= SHORTEST_LOOP else None

    def play(self) -> None:
        """Go on from the playhead, or from the beginning when it stands at the end."""
        if self._target() >= self._end and self._loop is None:
            self._seeks.append(0)
        self._playing = True

    def pause(self) -> None:
        """Fall silent; the playhead stays where the ear is, not where the device has been filled to."""
        heard = self.position_s
        self._playing = False
        self.seek(heard)

    def stop(self) -> None:
        """Fall silent and return to the beginning, or to that of the loop."""
        self._playing = False
        self._seeks.append(self._loop[0] if self._loop else 0)

    def seek(self, position_s: float) -> None:
        """Move the playhead."""
        self._seeks.append(round(max(0.0, position_s) * RATE_HZ))

    def preview(self, piece: Piece, volume: float = 1.0) -> None:
        """Let a rendered note sound at once on top of all else, also while nothing plays."""
        self._asked.append(_Preview(Stem(((0, Piece(piece.samples, piece.scale * volume)),))))

    @property
    def playing(self) -> bool:
        """Whether the music runs; it ends by itself after the last sound."""
        return self._playing

    @property
    def starving(self) -> bool:
        """Whether the music waits at a gap in the mix."""
        return self._playing and self._starving

    @property
    def position_s(self) -> float:
        """Where the music is that can be heard now."""
        spans, when = self._trail
        if not self._playing or self._seeks or not spans:
            return self._target() / RATE_HZ
        last = spans[-1]
        waited = (self._now() - when - self.latency_s) * RATE_HZ
        heard = min(last.first + waited, last.first + last.frames)
        for span in reversed(spans):
            if heard >= span.first:
                return (span.at + min(heard - span.first, span.frames)) / RATE_HZ
        return spans[0].at / RATE_HZ

    def _target(self) -> int:
        try:
            return self._seeks[-1]
        except IndexError:
            return self._at

    def fill(self, frames: int) -> Samples:
        """The next block: float32 (frames, 2), never louder than 1. For the sound device's thread alone."""
        out = np.zeros((frames, 2), np.float32)
        at = self._at
        while self._seeks:
            at = self._seeks.popleft()
        mix, playing = self._mix, self._playing
        fed = self._fed(mix, at, frames)
        self._starving = not fed
        source = _Source(playing and fed, mix, self._metronome)
        if source != self._source or at != self._at:
            if self._source.playing:
                self._endings.append(_Ending(self._source, self._at))
            self._source, self._risen = source, 0
        spans: list[_Span] = []
        self._at = self._advance(out, at, spans) if source.playing else at
        if self._risen < FADE:
            ramp = np.arange(self._risen, min(FADE, self._risen + frames), dtype=np.float32) / FADE
            out[: len(ramp)] *= ramp[:, None]
            self._risen += len(ramp)
        self._add_endings(out)
        self._add_previews(out)
        if source.playing:
            first = self._pulled - round(TRAIL_S * RATE_HZ)
            kept = [span for span in self._trail[0] if span.first + span.frames > first]
            self._trail = (*kept, *spans), self._now()
            if self._at >= self._end and self._loop is None:
                self._playing = False
        else:
            self._trail = (), 0.0
        self._pulled += frames
        return soft_limit(out)

    def _fed(self, mix: Mix, at: int, frames: int) -> bool:
        """Whether the next block is rendered, also where it goes on round the loop."""
        loop = self._loop
        if loop is None or not at < loop[1] <= at + frames:
            return mix.ready(at, frames)
        return mix.ready(at, loop[1] - at) and mix.ready(loop[0], min(frames, loop[1] - loop[0]))

    def _advance(self, out: Samples, at: int, spans: list[_Span]) -> int:
        """Fill `out` from `at` on, round the loop if need be; returns where the next block begins."""
        loop, done = self._loop, 0
        while done < len(out):
            count = len(out) - done
            if loop is not None and at < loop[1]:
                count = min(count, loop[1] - at)
            block = out[done : done + count]
            self._source.add_to(block, at)
            if loop is not None and at < loop[1]:
                self._lead_over(block, at, loop)
            spans.append(_Span(self._pulled + done, at, count))
            done += count
            at += count
            if loop is not None and at == loop[1]:
                at = loop[0]
        return at

    def _lead_over(self, block: Samples, at: int, loop: tuple[int, int]) -> None:
        """Fade the end of a loop over to what stands before its start, which then is played untouched."""
        start, end = loop
        first = max(at, end - FADE)
        edge = block[first - at :]
        if len(edge):
            ramp = (np.arange(first, first + len(edge), dtype=np.float32)[:, None] - (end - FADE)) / FADE
            before = np.zeros_like(edge)
            self._source.add_to(before, first - (end - start))
            edge *= 1 - ramp
            edge += before * ramp

    def _add_endings(self, out: Samples) -> None:
        for ending in self._endings:
            tail = np.zeros((min(ending.left, len(out)), 2), np.float32)
            ending.source.add_to(tail, ending.at)
            ramp = (ending.left - np.arange(len(tail), dtype=np.float32)) / FADE
            out[: len(tail)] += tail * ramp[:, None]
            ending.at += len(tail)
            ending.left -= len(tail)
        self._endings = [ending for ending in self._endings if ending.left > 0]

    def _add_previews(self, out: Samples) -> None:
        while self._asked:
            self._previews.append(self._asked.popleft())
        for preview in self._previews:
            preview.stem.add_to(out, preview.at, 1.0, 1.0)
            preview.at += len(out)
        playing = [preview for preview in self._previews if preview.at < preview.stem.frames]
        self._previews = playing[-MOST_PREVIEWS:]
