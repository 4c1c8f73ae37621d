"""Stems of a score, rendered in a helper process and kept as long as their notes stay the same."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import OrderedDict
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from artstudio.sdk import Audio, Clock, InvalidValue, StudioError
from artstudio.sound.mix import Channel, Mix, Piece, Stem, soft_limit
from artstudio.sound.notes import RATE_HZ, USUAL_VOLUME, Played, played
from artstudio.sound.render_worker import NO_ROOM, NOTES, SOUND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio.sdk import Score, Track

PIECE_FRAMES = 4 * RATE_HZ
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
        self._next = threading.Lock()  # held while waiting for the other, so that each gets its turn
        self._helper: subprocess.Popen[str] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._closed = False
        self.requests = 0

    def warm(self) -> None:
        """Start the helper, so that the first note need not wait for it."""
        with self._turn():
            self._started()

    def stems(
        self, tracks: Sequence[Track], clock: Clock, first_s: float = 0.0
    ) -> Iterator[tuple[Stem, ...]]:
        """The sound of `tracks`, growing: each yield has one more stretch of all of them, the last has all.

        What is still to come is in the stems' gaps; the first yield has nothing else. What was rendered
        before and has not changed is there at once. To cancel, stop iterating.

        Args:
            tracks: their notes, programs and events count; their volumes and pans do not.
            clock: of the tracks' score.
            first_s: where the playhead is; what sounds there comes first, what has ended by then last.

        Raises:
            InvalidValue: the music lasts longer than two hours.
            SoundFailed: the helper crashed twice over the same notes.
            BadFile: the SoundFont is damaged.
        """
        parts = [_Part(played(track, clock)) for track in tracks]
        stems = [part.stem() for part in parts]
        yield tuple(stems)
        playhead = first_s * RATE_HZ
        order = sorted(
            (end <= playhead, start, number)
            for number, part in enumerate(parts)
            for start, _first, end in part.gaps.values()
        )
        for (_past, start), pieces in groupby(order, key=lambda piece: piece[:2]):
            for _past, _start, number in pieces:
                parts[number].fill(start, self.piece(parts[number].waiting[start]))
                stems[number] = parts[number].stem()
            yield tuple(stems)

    def piece(self, notes: Played) -> Piece:
        """The sound of notes whose starts count from the piece's own beginning."""
        name = hashlib.sha256(notes.tobytes()).digest()
        with self._turn():
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
        try:
            notes.tofile(Path(self._folder.name, NOTES))
        except OSError as error:
            raise SoundFailed(NO_ROOM, reason=error.strerror or error) from error
        watchdog = threading.Timer(PATIENCE_S, helper.kill)
        watchdog.start()
        try:
            helper.stdin.write(json.dumps({"soundfont": str(self._soundfont)}) + "\n")
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
        samples = np.fromfile(Path(self._folder.name, SOUND), "<i2").reshape(-1, 2)
        samples.flags.writeable = False
        return Piece(samples, float(answer["scale"]))

    def _started(self) -> subprocess.Popen[str]:
        if self._closed:  # a last request of a thread that came too late would leave a helper behind
            raise SoundFailed("the sound has been switched off")
        if self._helper is None:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(
                    prefix="artstudio-sound-", ignore_cleanup_errors=True
                )
            try:
                self._helper = subprocess.Popen(
                    [sys.executable, "-m", "artstudio.sound.render_worker", self._folder.name],
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                    text=True, encoding="utf-8", env=_environment(),
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
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
        """End the helper and forget all sound; nothing is rendered afterwards."""
        with self._turn():
            self._closed = True
            self._end_helper()
            self._kept.clear()
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        # a lock alone would let whoever renders a song take it again before a note that waits to be heard
        with self._next:
            self._lock.acquire()
        try:
            yield
        finally:
            self._lock.release()


class _Part:
    """One track on its way from notes to sound."""

    def __init__(self, notes: Played) -> None:
        self.waiting = dict(stretches(notes))
        self.gaps = {
            start: (start, start + int(own["start"].min()), start + int((own["start"] + own["length"]).max()))
            for start, own in self.waiting.items()
        }
        self._ready: dict[int, Piece] = {}

    def fill(self, start: int, piece: Piece) -> None:
        del self.gaps[start]
        self._ready[start] = piece

    def stem(self) -> Stem:
        gaps = np.array(list(self.gaps.values()), np.int64).reshape(-1, 3)
        return Stem(tuple(sorted(self._ready.items(), key=itemgetter(0))), gaps)


def _environment() -> dict[str, str]:
    """The helper finds this very artstudio, whatever folder it starts in, and takes one core."""
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"}


def stretches(notes: Played) -> Iterator[tuple[int, Played]]:
    """The notes by the piece they begin in, as (frame of its beginning, notes counted from there).

    Raises:
        InvalidValue: they last longer than two hours.
    """
    if len(notes) and (notes["start"] + notes["length"]).max() > LONGEST_S * RATE_HZ:
        raise InvalidValue("music longer than {hours} hours cannot be rendered: cut it into parts", hours=2)
    numbers = notes["start"] // PIECE_FRAMES
    order = np.argsort(numbers, kind="stable")
    found, firsts = np.unique(numbers[order], return_index=True)
    for number, places in zip(found.tolist(), np.split(order, firsts[1:]), strict=False):
        own = notes[places]
        own["start"] -= number * PIECE_FRAMES
        yield number * PIECE_FRAMES, own


def channel_of(track: Track) -> Channel:
    """How a track's own volume and pan have it heard."""
    return Channel(
        USUAL_VOLUME if track.volume is None else track.volume, MIDDLE if track.pan is None else track.pan
    )


def render(score: Score, renderer: Renderer) -> Audio:
    """The whole score as sound, with a tail; never louder than 1.

    Raises:
        InvalidValue, SoundFailed, BadFile: as `Renderer.stems`.
    """
    clock = Clock(score)
    *_growing, stems = renderer.stems(score.tracks, clock)
    mix = Mix(tuple(zip(stems, map(channel_of, score.tracks), strict=True)))
    out = np.zeros((max(mix.frames, round(clock.seconds(score.end_tick) * RATE_HZ)), 2), np.float32)
    for start in range(0, len(out), PIECE_FRAMES):
        block = out[start : start + PIECE_FRAMES]
        mix.add_to(block, start)
        block[:] = soft_limit(block)
    return Audio(out, RATE_HZ)
