"""Notes to sound by a SoundFont, in numpy.

symusic's synthesizer, tried first, plays General MIDI fonts out of tune, ignores velocity and cuts notes
without a release; the libraries that do better need a compiler or a system package. A note here is the
recorded sample read at the speed of its key, through its filter and envelope (kept, as a tune repeats its
keys), times its release and gains: a few passes over the samples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from artstudio.sound.notes import RATE_HZ, Played, volume_gain

if TYPE_CHECKING:
    from artstudio.sound.sf2 import Region, SoundFont

Samples = npt.NDArray[np.float32]
SHORTEST_RELEASE_S = 0.01  # less would click
CHOKE_S = 0.05
LONGEST_NOTE_S = 60.0
KEPT_BYTES = 256 << 20
FILTER_RINGS = 8192  # frames
QUIET = 1e-4  # -80 dB: a sample that has faded to this has ended
MASTER_GAIN = 1.2  # loud notes peak at 0.1 to 0.7; `mix.soft_limit` catches what adds up to more than 1


class Synth:
    """Renders notes at `RATE_HZ` in stereo. The same notes give the same samples."""

    def __init__(self, font: SoundFont) -> None:
        self._font = font
        self._shaped: dict[tuple[int, int, int], Samples] = {}
        self._kept_bytes = 0
        self._releases: dict[int, Samples] = {}  # by their frames

    def render(self, notes: Played) -> Samples:
        """The sound of `notes` from frame 0 until it has faded away: float32 (frames, 2).

        Raises:
            BadFile: the SoundFont proves damaged.
        """
        sounds: list[tuple[int, Samples, float, float]] = []
        for note, length in zip(notes, _choked(notes, self._font), strict=True):
            key, velocity = int(note["pitch"]), int(note["velocity"])
            level = MASTER_GAIN * volume_gain(velocity) * float(note["gain"])
            regions = self._font.regions(int(note["bank"]), int(note["program"]), key, velocity)
            start = int(note["start"])
            sounds += [(start, self._note(one, key, *length), level * one.gain, one.pan) for one in regions]
        out = np.zeros((max((start + len(wave) for start, wave, *_ in sounds), default=0), 2), np.float32)
        for start, wave, level, pan in sounds:
            angle = (pan + 1) * np.pi / 4
            span = out[start : start + len(wave)]
            span[:, 0] += wave * np.float32(level * np.cos(angle))
            span[:, 1] += wave * np.float32(level * np.sin(angle))
        return out

    def _note(self, region: Region, key: int, length: int, choked: bool) -> Samples:
        """The region held for `length` frames and let go, or choked."""
        release_s = CHOKE_S if choked else max(SHORTEST_RELEASE_S, region.release_s)
        release = round(release_s * RATE_HZ)
        held = min(length, round(LONGEST_NOTE_S * RATE_HZ))
        wave = self._held(region, key, held + release)[: held + release].copy()
        tail = wave[held:]
        if len(tail):
            if release not in self._releases:
                # 100 dB over the release time, brought to exactly nothing at its end
                steps = np.arange(release, dtype=np.float32) / release
                self._releases[release] = np.power(np.float32(1e-5), steps) * np.clip((1 - steps) * 8, 0, 1)
            tail *= self._releases[release][: len(tail)]
            loud = np.flatnonzero(np.abs(tail) > QUIET / 8)
            wave = wave[: held + (int(loud[-1]) + 1 if len(loud) else 0)]
        return wave

    def _held(self, region: Region, key: int, frames: int) -> Samples:
        """At least `frames` (or all there are) of the region at the pitch of `key`, never let go."""
        # Lengths in powers of two: enough sharing, and no note's sound hangs on the ones before.
        enough = 1 << max(15, (frames - 1).bit_length())
        name = (region.number, key, enough)
        if name not in self._shaped:
            if self._kept_bytes > KEPT_BYTES:
                self._shaped.clear()
                self._kept_bytes = 0
            shaped = _envelope(_filtered(_pitched(region, key, enough), region), region)
            self._shaped[name] = shaped
            self._kept_bytes += shaped.nbytes
        return self._shaped[name]


def _choked(notes: Played, font: SoundFont) -> list[tuple[int, bool]]:
    """The notes' lengths in frames, and whether something ends them early.

    That is a later note of the same exclusive class: a closed hi-hat after an open one.
    """
    lengths = [(length, False) for length in notes["length"].tolist()]
    last: dict[tuple[int, int, int], int] = {}
    for place in np.argsort(notes["start"], kind="stable").tolist():
        note = notes[place]
        bank, program = int(note["bank"]), int(note["program"])
        for region in font.regions(bank, program, int(note["pitch"]), int(note["velocity"])):
            if not region.exclusive_class:
                continue
            name = (bank, program, region.exclusive_class)
            if (before := last.get(name)) is not None and before != place:
                apart = int(note["start"] - notes["start"][before])
                if apart > 0:  # what begins together belongs together
                    lengths[before] = (min(lengths[before][0], apart), True)
            last[name] = place
    return lengths


def _pitched(region: Region, key: int, frames: int) -> Samples:
    """The sample read at the speed of `key`, round its loop as often as needed, with cubic interpolation."""
    cents = (key - region.root_key) * region.cents_per_key
    speed = 2 ** (cents / 1200) * region.rate_hz / RATE_HZ
    wave = region.samples
    if region.loop is None:
        frames = min(frames, int(len(wave) / speed))
    places = np.arange(frames, dtype=np.float64) * speed
    if region.loop is not None:
        start, end = region.loop
        past = places >= end
        places[past] = start + (places[past] - end) % (end - start)
    whole = places.astype(np.int64)
    part = (places - whole).astype(np.float32)
    # one sample before and two behind, for the curve: behind a loop's end comes its beginning
    behind = np.zeros(2, np.float32) if region.loop is None else np.resize(wave[region.loop[0] :][:2], 2)
    end_of_wave = len(wave) if region.loop is None else region.loop[1]
    around = np.concatenate([wave[:1], wave[:end_of_wave], behind])
    before, here, after, beyond = (around[whole + step] for step in range(4))
    slope, turn = after - before, 2 * before - 5 * here + 4 * after - beyond
    curve = 3 * (here - after) + beyond - before
    pitched: Samples = here + 0.5 * part * (slope + part * (turn + part * curve))
    return pitched


def _filtered(wave: Samples, region: Region) -> Samples:
    """Through a low-pass of the second order (12 dB an octave), applied to the spectrum."""
    if region.cutoff_hz is None or not len(wave):
        return wave
    # room for the filter to ring out, in a length that transforms fast
    size = -(-(len(wave) + FILTER_RINGS) // 4096) * 4096
    ratio = np.fft.rfftfreq(size, 1 / RATE_HZ).astype(np.float32) / region.cutoff_hz
    response = 1 / (1 - ratio**2 + 1j * np.sqrt(2) * ratio)
    filtered = np.fft.irfft(np.fft.rfft(wave, size) * response, size)
    return filtered[: len(wave)].astype(np.float32)


def _envelope(wave: Samples, region: Region) -> Samples:
    """Silence, rise, hold, then a fall (even in decibels) to the level that lasts."""
    delay, attack, hold = (round(s * RATE_HZ) for s in (region.delay_s, region.attack_s, region.hold_s))
    wave = np.concatenate([np.zeros(delay, np.float32), wave])
    rise = wave[delay : delay + attack]
    rise *= np.arange(len(rise), dtype=np.float32) / max(1, attack)
    fall = wave[delay + attack + hold :]
    if region.sustain < 1 and len(fall):
        # the format's decay time is that of a fall by 100 dB
        decay = max(1, round(region.decay_s * RATE_HZ))
        floor = max(region.sustain, 1e-5)
        steps = np.arange(min(len(fall), int(decay * -np.log10(floor) / 5) + 1), dtype=np.float32)
        fall[: len(steps)] *= np.power(np.float32(1e-5), steps / decay)
        fall[len(steps) :] *= region.sustain
        if region.sustain < QUIET:
            wave = wave[: delay + attack + hold + len(steps)]
    return wave
