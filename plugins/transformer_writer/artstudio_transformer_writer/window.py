"""The stretch of a text that a model reads, and what of it is already read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence


def window_start(count: int, context: int) -> int:
    """Where reading begins when there are more ids than the context holds.

    It moves on in jumps of a quarter: else each new token would move all others, and no cache would hold.
    """
    jump = max(1, context // 4)
    return -(-max(0, count - context) // jump) * jump


def shared(first: Sequence[int], second: Sequence[int]) -> int:
    """How many ids at the beginning are the same."""
    size = min(len(first), len(second))
    differing = np.flatnonzero(np.array(first[:size]) != np.array(second[:size]))
    return int(differing[0]) if len(differing) else size
