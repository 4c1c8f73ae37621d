"""What every model that writes offers, ours and those that artists bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Scores = npt.NDArray[np.float32]


class Speaker(Protocol):
    """A model that tells how likely each token is to come next.

    What it has read is kept, so going on, or back and on in another way, costs only what is new.

    Attributes:
        pieces: What each token adds to a text; b"" for special ones.
        end: The id of the end of a text.
        context: How many tokens it can look back on.
    """

    pieces: Sequence[bytes]
    end: int
    context: int

    def encode(self, text: str) -> list[int]:
        """The ids of a text, with nothing added."""

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where each of `encode(text)` stands, (start, end) in characters."""

    def scores(self, ids: Sequence[int]) -> Scores:
        """Scores (logits, float32) of every token to follow `ids`, which begin with `end` or any token.

        Of more than `context` ids the last are read.
        """

    def all_scores(self, ids: Sequence[int]) -> Scores:
        """Scores (len(ids), vocabulary) of what follows each of at most `context` ids."""

    def looks(self, ids: Sequence[int]) -> Scores:
        """How much the last of at most `context` ids looks at each, (len(ids),): the mean over all heads."""
