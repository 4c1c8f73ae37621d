"""The way of a morph: which mixture of the pictures each frame shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import numpy.typing as npt
import torch

from artstudio_vae_morpher.codes import Codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio_vae_morpher.codes import Coder, Path, Steps

Easing = Literal["even", "smooth", "in", "out"]
Places = npt.NDArray[np.float64]

MOST_KEYS: Final = (
    12  # stretches of a leg that codes are worked out for; between them they are joined smoothly
)
FRAMES_A_KEY: Final = 3


def places(frames: int, legs: int, easing: Easing) -> Places:
    """For each frame how many legs of the way are behind it, 0 to `legs`; both ends count.

    The easing holds for each leg: a smooth morph lingers at every picture.
    """
    at = np.linspace(0, legs, frames)
    whole = np.minimum(np.floor(at), legs - 1)
    part = at - whole
    match easing:
        case "smooth":
            part = part * part * (3 - 2 * part)
        case "in":
            part = part * part
        case "out":
            part = part * (2 - part)
    eased: Places = whole + part
    return eased


class Leg:
    """The way from one picture's codes to another's, at even speed."""

    def __init__(self, keys: Sequence[Codes]) -> None:
        self._codes = list(keys)
        steps = [_apart(one, other) for one, other in zip(self._codes, self._codes[1:], strict=False)]
        far = np.concatenate([[0.0], np.cumsum(steps)])
        # equal pictures have no way between them
        self._far = far / far[-1] if far[-1] > 0 else np.linspace(0, 1, len(keys))

    def at(self, share: float) -> Codes:
        """The codes where `share` (0-1) of the way is done; at both ends exactly the pictures'."""
        last = len(self._codes) - 1
        key = min(int(np.searchsorted(self._far, share, "right")) - 1, last - 1)
        within = (share - self._far[key]) / max(self._far[key + 1] - self._far[key], 1e-12)
        if within <= 0 or within >= 1:
            return self._codes[key if within <= 0 else key + 1]
        around = [self._codes[min(max(key + n, 0), last)] for n in (-1, 0, 1, 2)]
        return Codes(
            _joined([one.whole for one in around], within), _joined([one.detail for one in around], within)
        )


def _joined(points: Sequence[torch.Tensor], t: float) -> torch.Tensor:
    """A cubic through the two middle points (Catmull and Rom, 1974), `t` (0-1) between them."""
    a, b, c, d = points
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def _apart(one: Codes, other: Codes) -> float:
    """How far two codes are from each other, both parts counted alike."""
    whole = (one.whole - other.whole).square().mean()
    return float((whole + (one.detail - other.detail).square().mean()).sqrt())


def leg(coder: Coder, start: Codes, end: Codes, frames: int, path: Path, seed: int) -> Steps[Leg]:
    """The leg from one picture's codes to another's, for a film that shows it in `frames`."""
    keys = int(np.clip(frames // FRAMES_A_KEY, 2, MOST_KEYS)) + 1
    share = torch.linspace(0, 1, keys)[1:-1]
    if start is end:  # the same picture twice: there is nothing between
        inner = [start] * len(share)
    else:
        inner = yield from coder.between([start, end], torch.stack([1 - share, share], 1), path, seed)
    return Leg([start, *inner, end])


def walked(
    coder: Coder, pictures: Sequence[Codes], frames: int, easing: Easing, path: Path, seed: int
) -> Iterator[Codes | None]:
    """The codes of each frame on the way through `pictures`, and None wherever one may stop between them.

    Only one leg is held at a time.
    """
    legs = len(pictures) - 1
    known: tuple[int, Leg] | None = None
    for place in places(frames, legs, easing):
        number = min(int(place), legs - 1)
        if known is None or known[0] != number:
            start, end = pictures[number : number + 2]
            known = number, (yield from leg(coder, start, end, frames // legs, path, seed + number))
        yield known[1].at(float(place - number))
