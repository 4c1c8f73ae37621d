"""Which key music is in, after Krumhansl and Kessler's probe-tone profiles (1982)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
# As `sdk.Key` spells them, in the order of `key_of`'s numbers.
KEY_NAMES: tuple[str, ...] = (
    "C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B",
    "Cm", "C#m", "Dm", "Ebm", "Em", "Fm", "F#m", "Gm", "G#m", "Am", "Bbm", "Bm",
)  # fmt: skip
_SCALES = ((0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10, 11))  # minor with either seventh


def _profiles() -> npt.NDArray[np.float64]:
    rows: npt.NDArray[np.float64] = np.array(
        [np.roll(profile, tonic) for profile in (_MAJOR, _MINOR) for tonic in range(12)]
    )
    rows -= rows.mean(axis=1, keepdims=True)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows


_PROFILES = _profiles()


def chroma(pitches: npt.ArrayLike, weights: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """How much of each of the twelve pitch classes sounds: `weights` (durations) summed by class."""
    classes = np.asarray(pitches, np.int64) % 12
    found = np.bincount(classes, weights=np.asarray(weights, np.float64), minlength=12)
    return found.astype(np.float64)


def key_of(pitches: npt.ArrayLike, durations: npt.ArrayLike) -> int:
    """The key that fits best: 0-11 major on C, C#, ..., 12-23 minor. Without notes: C major."""
    found = chroma(pitches, durations)
    return int(np.argmax(_PROFILES @ (found - found.mean())))


def in_key_share(pitches: npt.ArrayLike, durations: npt.ArrayLike, key: int) -> float:
    """The share of sounding time, 0-1, that belongs to the scale of `key`."""
    found = chroma(pitches, durations)
    scale = [(degree + key) % 12 for degree in _SCALES[key // 12]]
    return float(found[scale].sum() / max(found.sum(), 1e-9))
