from __future__ import annotations

import numpy as np
import pytest

from artstudio.documents.flood import Mask, connected, like, softened


def slowly(mask: Mask, x: int, y: int) -> Mask:
    """The same, pixel by pixel."""
    found = np.zeros_like(mask)
    waiting = [(x, y)] if mask[y, x] else []
    while waiting:
        x, y = waiting.pop()
        inside = 0 <= x < mask.shape[1] and 0 <= y < mask.shape[0]
        if inside and mask[y, x] and not found[y, x]:
            found[y, x] = True
            waiting += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return found


@pytest.mark.parametrize("share", [0.3, 0.6, 0.7, 1.0])
@pytest.mark.parametrize("seed", range(4))
def test_an_area_is_what_hangs_together_edge_to_edge(share: float, seed: int) -> None:
    luck = np.random.default_rng(seed)
    mask = luck.random((37, 53)) < share
    x, y = int(luck.integers(53)), int(luck.integers(37))
    assert np.array_equal(connected(mask, x, y), slowly(mask, x, y))


def test_a_spiral_is_one_area() -> None:
    side = 41
    mask = np.zeros((side, side), np.bool_)
    x, y = 0, 0
    lengths = [side - 1, *(n for n in range(side - 1, 1, -2) for _ in range(2))]
    for step, length in enumerate(lengths):
        dx, dy = ((1, 0), (0, 1), (-1, 0), (0, -1))[step % 4]
        for _ in range(length + 1):
            if 0 <= x < side and 0 <= y < side:
                mask[y, x] = True
            x, y = x + dx, y + dy
        x, y = x - dx, y - dy
    assert np.array_equal(connected(mask, 0, 0), slowly(mask, 0, 0))


def test_the_tolerance_holds_for_every_channel() -> None:
    pixels = np.array([[0xFF101010, 0xFF1A1010, 0xFF1B1010, 0xFF000000, 0x00000000]], np.uint32)

    def found(tolerance: int) -> list[bool]:
        seen: list[bool] = like([(0, pixels)], (1, 5), 0xFF101010, tolerance)[0].tolist()
        return seen

    assert found(0) == [True, False, False, False, False]
    assert found(10) == [True, True, False, False, False]
    assert found(16) == [True, True, True, True, False]
    assert found(255) == [True] * 5


def test_a_soft_edge_lies_outside() -> None:
    mask = np.zeros((9, 9), np.bool_)
    mask[3:6, 3:6] = True
    cover = softened(mask)
    assert (cover[3:6, 3:6] == 255).all()
    assert 0 < cover[4, 2] < 128
    assert cover[4, 1] == 0
    assert softened(mask, grow=True)[4, 2] == 255
