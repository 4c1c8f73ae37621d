"""What a model folder of this plugin holds; read without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import Array, load_config, load_weights
from artstudio_rnn_composer.recall import REACHES
from artstudio_rnn_composer.tokens import SIZE

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1  # of the tokens and tensors; a model of another format is refused


@dataclass(frozen=True)
class Shape:
    """The numbers that fix every tensor's shape."""

    hidden: int = 480  # units a layer: 2 x 480 keeps the starter below 7.3 MiB in half precision
    width: int = 192  # of the summed embeddings that enter the first layer

    def tensors(self) -> dict[str, tuple[int, ...]]:
        """Names and shapes of a model's tensors."""
        gates, width = 4 * self.hidden, self.width
        shapes: dict[str, tuple[int, ...]] = {
            "token.weight": (SIZE, width),
            "latest.weight": (SIZE, width),
            "hint.weight": (SIZE, width),
            "trust.weight": (REACHES, width),
            "head.weight": (SIZE, self.hidden),
            "head.bias": (SIZE,),
        }
        for layer, entering in (("first", width), ("second", self.hidden)):
            shapes[f"{layer}.weight_ih_l0"] = (gates, entering)
            shapes[f"{layer}.weight_hh_l0"] = (gates, self.hidden)
            shapes[f"{layer}.bias_ih_l0"] = (gates,)
            shapes[f"{layer}.bias_hh_l0"] = (gates,)
        return shapes


def load_shape(folder: Path) -> Shape:
    """The shape that a model folder declares.

    Raises:
        BadModel: it is no model of this plugin, or its numbers are out of range.
    """
    config = load_config(folder)
    hidden, width = config.get("hidden"), config.get("width")
    if config.get("format") != FORMAT or not isinstance(hidden, int) or not isinstance(width, int):
        raise BadModel("{folder} is no model of the RNN composer (format {n})", folder=folder, n=FORMAT)
    if not 8 <= hidden <= 4096 or not 8 <= width <= 4096:
        raise BadModel(
            "the model {folder} claims {n} units a layer; 8-4096 are possible", folder=folder, n=hidden
        )
    return Shape(hidden, width)


def load_arrays(folder: Path) -> dict[str, Array]:
    """A model folder's checked tensors as float32 arrays.

    Raises:
        BadModel: the folder is no whole model of this plugin.
    """
    return load_weights(folder, load_shape(folder).tensors())
