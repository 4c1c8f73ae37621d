"""A picture that its seed says all about, so that anybody can tell whether it is the right one."""

from __future__ import annotations

import numpy as np

from artstudio.sdk import Image, Output, Params, Plugin, Results, Run, action


class Cup(Params):
    """Nothing to choose."""


def throw(seed: int) -> Image:
    """What a seed gives."""
    return Image(np.random.default_rng(seed).integers(0, 256, (192, 256, 3), np.uint8))


class Dice(Plugin):
    """One action."""

    @action("Throw")
    def throw(self, run: Run, params: Cup) -> Results[Image]:
        """Throw the dice."""
        yield Output(throw(run.seed))
