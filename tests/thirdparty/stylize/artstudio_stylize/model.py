"""Both networks as one model folder keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import torch
from torch import nn

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import load_config, load_weights, save_model
from artstudio_stylize.network import Encoder, Painter
from artstudio_stylize.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

M = TypeVar("M", bound=nn.Module)


class Networks(nn.Module):
    """The encoder and the painter."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.painter = Painter(shape)


def placed(module: M, device: str) -> M:
    """`module` on `device`, weights in the order in which convolutions are fastest."""
    return module.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def save(model: Networks, folder: Path, about: Mapping[str, Any]) -> None:
    """Writes the model folder, weights in half precision."""
    arrays = {name: tensor.detach().float().cpu().numpy() for name, tensor in model.state_dict().items()}
    save_model(folder, arrays, model.shape.config(about), precision="fp16")


def load(folder: Path) -> Networks:
    """The model of a folder.

    Raises:
        BadModel: it is none of this plugin's, or damaged.
    """
    model = Networks(Shape.of(load_config(folder)))
    shapes = {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}
    arrays = load_weights(folder, shapes)
    if not all(bool(torch.isfinite(torch.from_numpy(array)).all()) for array in arrays.values()):
        raise BadModel("the weights in {folder} are damaged: copy the model again", folder=folder)
    model.load_state_dict({name: torch.from_numpy(array) for name, array in arrays.items()})
    return model
