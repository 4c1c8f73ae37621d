"""Names of pitches and keys, and which pitches a key holds."""

from __future__ import annotations

from typing import Final

_BLACK: Final = frozenset({1, 3, 6, 8, 10})
_NAMES: Final = ("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B")
_LETTERS: Final = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_MAJOR: Final = (0, 2, 4, 5, 7, 9, 11)
_MINOR: Final = (0, 2, 3, 5, 7, 8, 10)

# round the circle of fifths, as MIDI files know them
MAJOR_KEYS: Final = ("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#")
MINOR_KEYS: Final = (
    "Abm",
    "Ebm",
    "Bbm",
    "Fm",
    "Cm",
    "Gm",
    "Dm",
    "Am",
    "Em",
    "Bm",
    "F#m",
    "C#m",
    "G#m",
    "D#m",
    "A#m",
)


def is_black(pitch: int) -> bool:
    """Whether a pitch is a black key of the piano."""
    return pitch % 12 in _BLACK


def pitch_name(pitch: int) -> str:
    """A pitch as musicians write it: 60, middle C, is "C4"."""
    return f"{_NAMES[pitch % 12]}{pitch // 12 - 1}"


def scale_of(key: str) -> frozenset[int]:
    """The pitch classes (0-11) of a key such as "Bb" or "F#m"; minor is natural minor."""
    root = _LETTERS.get(key[:1], 0) + key.count("#") - key.count("b")
    steps = _MINOR if key.endswith("m") else _MAJOR
    return frozenset((root + step) % 12 for step in steps)


def key_title(key: str) -> str:
    """A key with its proper signs: "B♭m" for "Bbm"."""
    return key[:1] + key[1:].replace("b", "♭").replace("#", "♯")
