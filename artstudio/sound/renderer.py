"""Stems of a score, rendered in a helper process and kept as long as their notes stay the same."""

from __future__ import annotations

import contextlib
import hashlib
import json
import subprocess
import sys
import tempfile
import threading
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from artstudio.sdk import Audio, InvalidValue, StudioError
from artstudio.sound.mix import Channel, Mix, Piece, Stem, soft_limit
from artstudio.sound.notes import RATE_HZ, USUAL_VOLUME, Played, played

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artstudio.sdk import Clock, Score, Track

PIECE_FRAMES = 8 * RATE_HZ
KEPT_BYTES = 512 << 20
LONGEST_S = 2 * 60 * 60
PATIENCE_S = 120  # for one piece; a slow machine takes less than one
MIDDLE = 64


class SoundFailed(StudioError):
    """The helper that renders sound cannot be started or ends again and again."""


class Renderer:
    """Renders through one SoundFont. May be used from any thread; one request runs at a time.

    Attributes:
        requests: pieces that the helper was asked for so far.
    """

    def __init__(self, soundfont: Path, kept_bytes: int = KEPT_BYTES) -> None:
        self._soundfont = soundfont.resolve()
        self._kept_bytes = kept_bytes
        self._kept: OrderedDict[bytes, Piece] = OrderedDict()
        self._lock = threading.Lock()
        self._helper: subprocess.Popen[str] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.requests = 0

    def stem(self, track: Track, clock: Clock, wanted: Callable[[], bool] = lambda: True) -> Stem:
        """The sound of one track. Only stretches whose notes changed since the last time are rendered.

        Args:
            track: its notes, program and events count; its volume and pan do not.
            clock: of the track's score.
            wanted: asked between stretches; when it says no, the stem is left incomplete.

        Raises:
            InvalidValue: the track lasts longer than two hours.
            SoundFailed: the helper crashed twice over the same notes.
            BadFile: the SoundFont is damaged.
        """
        pieces: list[tuple[int, Piece]] = []
        for start, notes in stretches(played(track, clock)):
            if not wanted():
                break
            pieces.append((start, self.piece(notes)))
        return Stem(tuple(pieces))

    def piece(self, notes: Played) -> Piece:
        """The sound of notes whose starts count from the piece's own beginning."""
        name = hashlib.sha256(notes.tobytes()).digest()
        with self._lock:
            if name not in self._kept:
                self._kept[name] = self._rendered(notes)
                size = sum(piece.nbytes for piece in self._kept.values())
                while size > self._kept_bytes and len(self._kept) > 1:
                    size -= self._kept.popitem(last=False)[1].nbytes
            self._kept.move_to_end(name)
            return self._kept[name]

    def _rendered(self, notes: Played) -> Piece:
        self.requests += 1
        for _attempt in range(2):
            if (answer := self._asked(notes)) is not None:
                return answer
            self._end_helper()
        raise SoundFailed("the sound could not be rendered, its helper ended twice: choose another SoundFont")

    def _asked(self, notes: Played) -> Piece | None:
        """The helper's answer; None when it ended without one."""
        helper = self._started()
        assert helper.stdin is not None
        assert helper.stdout is not None
        assert self._folder is not None
        source, target = Path(self._folder.name, "notes"), Path(self._folder.name, "sound")
        notes.tofile(source)
        request = {"soundfont": str(self._soundfont), "notes": str(source), "sound": str(target)}
        watchdog = threading.Timer(PATIENCE_S, helper.kill)
        watchdog.start()
        try:
            helper.stdin.write(json.dumps(request) + "\n")
            helper.stdin.flush()
            line = helper.stdout.readline()
        except OSError:
            return None
        finally:
            watchdog.cancel()
        if not line:
            return None
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise StudioError(answer["error"], **answer["values"])
        samples = np.fromfile(target, "<i2").reshape(-1, 2)
        samples.flags.writeable = False
        return Piece(samples, float(answer["scale"]))

    def _started(self) -> subprocess.Popen[str]:
        if self._helper is None:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(
                    prefix="artstudio-sound-", ignore_cleanup_errors=True
                )
            try:
                self._helper = subprocess.Popen(
                    [sys.executable, "-m", "artstudio.sound.render_worker"],
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                    text=True, encoding="utf-8",
                )  # fmt: skip
            except OSError as error:
                raise SoundFailed(
                    "the helper that renders sound cannot start: {reason}", reason=error
                ) from error
        return self._helper

    def _end_helper(self) -> None:
        if self._helper is not None:
            self._helper.kill()
            for pipe in (self._helper.stdin, self._helper.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):  # what was on its way to a dead helper
                        pipe.close()
            self._helper.wait()
            self._helper = None

    def close(self) -> None:
        """End the helper and forget all sound."""
        with self._lock:
            self._end_helper()
            self._kept.clear()
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None


def stretches(notes: Played) -> Iterator[tuple[int, Played]]:
    """The notes by the piece they begin in, as (frame of its beginning, notes counted from there).

    Raises:
        InvalidValue: they last longer than two hours.
    """
    if len(notes) and (notes["start"] + notes["length"]).max() > LONGEST_S * RATE_HZ:
        raise InvalidValue("music longer than {hours} hours cannot be rendered: cut it into parts", hours=2)
    numbers = notes["start"] // PIECE_FRAMES
    for number in np.unique(numbers).tolist():
        own = notes[numbers == number].copy()
        own["start"] -= number * PIECE_FRAMES
        yield number * PIECE_FRAMES, own


def channel_of(track: Track) -> Channel:
    """How a track's own volume and pan have it heard."""
    return Channel(
        USUAL_VOLUME if track.volume is None else track.volume, MIDDLE if track.pan is None else track.pan
    )


def render(score: Score, renderer: Renderer, wanted: Callable[[], bool] = lambda: True) -> Audio:
    """The whole score as sound, with a tail; never louder than 1.

    Raises:
        As `Renderer.stem`.
    """
    from artstudio.sdk import Clock

    clock = Clock(score)
    parts = [(renderer.stem(track, clock, wanted), channel_of(track)) for track in score.tracks]
    mix = Mix(tuple(parts))
    out = np.zeros((max(mix.frames, round(clock.seconds(score.end_tick) * RATE_HZ)), 2), np.float32)
    for start in range(0, len(out), PIECE_FRAMES):
        block = out[start : start + PIECE_FRAMES]
        mix.add_to(block, start)
        block[:] = soft_limit(block)
    return Audio(out, RATE_HZ)
