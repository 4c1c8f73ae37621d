"""SoundFont 2 files: which recorded samples sound for a note, and how they are tuned and shaped.

A preset (what a program number chooses) names instruments, an instrument names samples; both do so by zones
with a range of keys and velocities and a list of generators (numbered settings). The outcome for one note is
a list of `Region`s, mostly one or a left and a right one.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from pathlib import Path

# generators, by their numbers in the format
START, END, LOOP_START, LOOP_END, START_COARSE = 0, 1, 2, 3, 4
MOD_ENV_TO_FILTER, FILTER_CUTOFF, END_COARSE, PAN = 11, 8, 12, 17
DELAY, ATTACK, HOLD, DECAY, SUSTAIN, RELEASE, KEY_TO_HOLD, KEY_TO_DECAY = 33, 34, 35, 36, 37, 38, 39, 40
INSTRUMENT, KEYS, VELOCITIES, LOOP_START_COARSE, ATTENUATION, LOOP_END_COARSE = 41, 43, 44, 45, 48, 50
COARSE_TUNE, FINE_TUNE, SAMPLE, MODES, SCALE, CLASS, ROOT = 51, 52, 53, 54, 56, 57, 58
DEFAULTS = {
    FILTER_CUTOFF: 13_500, DELAY: -12_000, ATTACK: -12_000, HOLD: -12_000, DECAY: -12_000, RELEASE: -12_000,
    SCALE: 100, ROOT: -1, KEYS: 127 << 8, VELOCITIES: 127 << 8,
}  # fmt: skip
# a preset's values are added to its instruments', except these, which only an instrument has
NOT_ADDED = {
    START, END, LOOP_START, LOOP_END, START_COARSE, END_COARSE, LOOP_START_COARSE, LOOP_END_COARSE,
    INSTRUMENT, KEYS, VELOCITIES, SAMPLE, MODES, CLASS, ROOT,
}  # fmt: skip

HEADERS = {
    b"phdr": [("name", "S20"), ("preset", "<u2"), ("bank", "<u2"), ("bag", "<u2"), ("rest", "V12")],
    b"pbag": [("gen", "<u2"), ("mod", "<u2")],
    b"pgen": [("op", "<u2"), ("amount", "<i2")],
    b"inst": [("name", "S20"), ("bag", "<u2")],
    b"ibag": [("gen", "<u2"), ("mod", "<u2")],
    b"igen": [("op", "<u2"), ("amount", "<i2")],
    b"shdr": [
        ("name", "S20"), ("start", "<u4"), ("end", "<u4"), ("loop_start", "<u4"), ("loop_end", "<u4"),
        ("rate", "<u4"), ("key", "u1"), ("correction", "i1"), ("link", "<u2"), ("kind", "<u2"),
    ],
}  # fmt: skip
COMPRESSED = 0x10  # a sample kind's flag: Ogg Vorbis, as in SF3 files
Generators = dict[int, int]


@dataclass(frozen=True, slots=True)
class Region:
    """One sample as it sounds for a range of keys. Times in seconds, levels as factors of amplitude."""

    number: int  # unlike any other region's of the file
    samples: npt.NDArray[np.float32]
    rate_hz: int
    loop: tuple[int, int] | None
    root_key: float
    cents_per_key: int
    gain: float
    pan: float  # -1 left to 1 right
    cutoff_hz: float | None
    exclusive_class: int
    delay_s: float
    attack_s: float
    hold_s: float
    decay_s: float
    sustain: float
    release_s: float


class SoundFont:
    """The presets of a file. Regions are decoded when a note first asks for them."""

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            BadFile: it is no SoundFont, or is damaged.
        """
        self._damaged = BadFile("{name} is no SoundFont or is damaged: choose another one", name=path.name)
        try:
            data = np.memmap(path, np.uint8, "r")
            chunks = dict(_chunks(data))
            self._samples = chunks[b"smpl"]
            tables = {name: chunks[name] for name in HEADERS}
        except (OSError, KeyError, ValueError) as error:
            raise self._damaged from error
        read = {
            name: np.frombuffer(table.tobytes()[: len(table) // size * size], np.dtype(HEADERS[name]))
            for name, table in tables.items()
            if (size := np.dtype(HEADERS[name]).itemsize)
        }
        self._headers = read[b"shdr"]
        try:
            instruments = _zones(read[b"inst"]["bag"], read[b"ibag"]["gen"], read[b"igen"], SAMPLE)
            presets = _zones(read[b"phdr"]["bag"], read[b"pbag"]["gen"], read[b"pgen"], INSTRUMENT)
            self._presets = {
                (int(header["bank"]), int(header["preset"])): [
                    (zone, inner) for zone in zones for inner in instruments[zone[INSTRUMENT]]
                ]
                for header, zones in zip(read[b"phdr"], presets, strict=False)
            }
        except (IndexError, ValueError) as error:
            raise self._damaged from error
        if not self._presets:
            raise self._damaged
        self._regions: dict[tuple[int, int], Region] = {}
        self._found: dict[tuple[int, int, int, int], list[Region]] = {}
        self._waves: dict[int, npt.NDArray[np.float32]] = {}

    def regions(self, bank: int, program: int, key: int, velocity: int) -> list[Region]:
        """What sounds for a note.

        A missing bank or program falls back to a usual one, as synthesizers do, and a key that an instrument
        has no sample for is played by the sample nearest to it.
        """
        name = (bank, program, key, velocity)
        if name not in self._found:
            spare = [(bank, 0), (128, 0)] if bank == 128 else [(0, program), (0, 0)]
            preset = next((self._presets[at] for at in [(bank, program), *spare] if at in self._presets), [])
            nearest = sorted(range(128), key=lambda other: abs(other - key)) if bank != 128 else [key]
            found = (self._at(preset, other, velocity) for other in nearest)
            self._found[name] = next(filter(None, found), [])
        return self._found[name]

    def _at(self, preset: list[tuple[Generators, Generators]], key: int, velocity: int) -> list[Region]:
        return [
            self._region(outer, inner)
            for outer, inner in preset
            if all(
                _within(zone, KEYS, key) and _within(zone, VELOCITIES, velocity) for zone in (outer, inner)
            )
        ]

    def _region(self, outer: Generators, inner: Generators) -> Region:
        name = (id(outer), id(inner))
        if name not in self._regions:
            self._regions[name] = self._decoded(outer, inner)
        return self._regions[name]

    def _decoded(self, outer: Generators, inner: Generators) -> Region:
        def value(generator: int) -> int:
            own = inner.get(generator, DEFAULTS.get(generator, 0))
            return own if generator in NOT_ADDED else own + outer.get(generator, 0)

        def seconds(generator: int) -> float:
            return float(2.0 ** (min(value(generator), 8000) / 1200)) if value(generator) > -12_000 else 0.0

        number = inner[SAMPLE]
        try:
            header = self._headers[number]
            wave = self._wave(number)
        except (IndexError, ValueError, RuntimeError) as error:
            raise self._damaged from error
        start = value(START) + value(START_COARSE) * 32_768
        end = len(wave) + value(END) + value(END_COARSE) * 32_768
        base = 0 if header["kind"] & COMPRESSED else int(header["start"])
        loop_start = int(header["loop_start"]) - base + value(LOOP_START) + value(LOOP_START_COARSE) * 32_768
        loop_end = int(header["loop_end"]) - base + value(LOOP_END) + value(LOOP_END_COARSE) * 32_768
        looped = value(MODES) & 1 and start <= loop_start < loop_end <= end <= len(wave)
        root = value(ROOT) if value(ROOT) >= 0 else int(header["key"]) if header["key"] <= 127 else 60
        cents = value(COARSE_TUNE) * 100 + value(FINE_TUNE) + int(header["correction"])
        # The filter stands still here, in the middle of the way that its envelope would move it.
        cutoff = value(FILTER_CUTOFF) + value(MOD_ENV_TO_FILTER) // 2
        return Region(
            number=len(self._regions),
            samples=wave[max(0, start) : max(0, end)],
            rate_hz=max(400, int(header["rate"])),
            loop=(loop_start - start, loop_end - start) if looped else None,
            root_key=root - cents / 100,
            cents_per_key=value(SCALE),
            # 0.4: the hardware that the format was made for, and all files tuned on it, read tenths of dB so
            gain=10 ** (-0.4 * max(0, value(ATTENUATION)) / 200),
            pan=min(1.0, max(-1.0, value(PAN) / 500)),
            cutoff_hz=8.176 * 2 ** (cutoff / 1200) if cutoff < 13_500 else None,
            exclusive_class=value(CLASS),
            delay_s=seconds(DELAY),
            attack_s=seconds(ATTACK),
            hold_s=seconds(HOLD),
            decay_s=seconds(DECAY),
            sustain=10 ** (-min(1440, max(0, value(SUSTAIN))) / 200),
            release_s=min(8.0, seconds(RELEASE)),
        )

    def _wave(self, number: int) -> npt.NDArray[np.float32]:
        if number not in self._waves:
            header = self._headers[number]
            start, end = int(header["start"]), int(header["end"])
            if header["kind"] & COMPRESSED:
                import soundfile

                wave, _rate = soundfile.read(io.BytesIO(self._samples[start:end].tobytes()), dtype="float32")
            else:
                wave = self._samples[2 * start : 2 * end].view("<i2").astype(np.float32) / 32_768
            if not len(wave):
                raise ValueError("an empty sample")
            self._waves[number] = wave
        return self._waves[number]


def _chunks(data: npt.NDArray[np.uint8]) -> list[tuple[bytes, npt.NDArray[np.uint8]]]:
    """The chunks inside the lists of a RIFF file of the form "sfbk"."""
    if data[:4].tobytes() != b"RIFF" or data[8:12].tobytes() != b"sfbk":
        raise ValueError("no SoundFont")
    found = []
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4].tobytes(), int.from_bytes(data[at + 4 : at + 8].tobytes(), "little")
        if name == b"LIST":
            at += 12  # what the list holds follows; its kind says nothing that the names do not
            continue
        if at + 8 + size > len(data):
            raise ValueError("cut off")
        found.append((name, data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return found


def _zones(
    bags: npt.NDArray[np.uint16], firsts: npt.NDArray[np.uint16], table: npt.NDArray[np.void], target: int
) -> list[list[Generators]]:
    """For each preset (or instrument) its zones that name a `target`, with the common settings."""
    ops, amounts = table["op"].tolist(), table["amount"].tolist()
    edges, heads = firsts.tolist(), bags.tolist()
    found = []
    for head, following in pairwise(heads):
        common: Generators = {}
        zones = []
        for bag in range(head, following):
            span = range(edges[bag], edges[bag + 1])
            zone = common | {ops[place]: amounts[place] for place in span}
            if target in zone:
                zones.append(zone)
            elif bag == head:
                common = zone
        found.append(zones)
    return found


def _within(zone: Generators, generator: int, value: int) -> bool:
    bounds = zone.get(generator, DEFAULTS[generator]) & 0xFFFF
    return (bounds & 0xFF) <= value <= bounds >> 8
