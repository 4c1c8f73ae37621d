"""LoRA files, merged into the weights: W + strength * alpha / rank * up @ down (Hu et al., arXiv:2106.09685).

Merged weights cost nothing while pictures are made. What was there before is kept aside in the machine's
memory, so that another LoRA, or none, begins from exactly the model's own weights.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from artstudio.sdk import BadFile
from artstudio_diffusion.lora_names import NETWORKS, layer_keys, split

if TYPE_CHECKING:
    from collections.abc import Sequence

SUFFIX = ".safetensors"


@dataclass
class Change:
    """What a file says of one layer."""

    down: Tensor | None = None
    up: Tensor | None = None
    alpha: float | None = None
    keys: list[str] = field(default_factory=list)


class Loras:
    """What is merged into a pipeline's networks at the moment."""

    def __init__(self, pipeline: Any) -> None:
        networks = {name: getattr(pipeline, name, None) for name in NETWORKS}
        self._layers = layer_keys({name: one for name, one in networks.items() if one is not None})
        self._own: dict[str, Tensor] = {}  # the weights as the model has them, by a layer's key
        self._merged: tuple[tuple[str, float, int], ...] = ()

    @torch.inference_mode()
    def use(self, wanted: Sequence[tuple[str, float]]) -> list[str]:
        """Merges these files, each with its strength, and no others; returns sentences for the artist.

        Raises:
            BadFile: a file is damaged, no LoRA, or one for another kind of model. Then none is merged.
        """
        stamped = tuple((path, strength, _stamp(Path(path))) for path, strength in wanted)
        if stamped == self._merged:
            return []
        self._restore()
        said = []
        try:
            for path, strength in wanted:
                said += self._merge(Path(path), strength)
        except BaseException:
            self._restore()
            raise
        self._merged = stamped
        return said

    def _restore(self) -> None:
        for key, own in self._own.items():
            self._layers[key].weight.copy_(own)
        self._own.clear()
        self._merged = ()

    def _merge(self, path: Path, strength: float) -> list[str]:
        changes, strange = read(path)
        fits = {
            key: one for key, one in changes.items() if key in self._layers and _fits(one, self._layers[key])
        }
        strange += [name for key, one in changes.items() if key not in fits for name in one.keys]
        if not fits:
            raise BadFile(
                "{name} fits no layer of this model: choose a LoRA that was made for it", name=path.name
            )
        for key, change in fits.items():
            weight = self._layers[key].weight
            merged = weight.float() + strength * delta(change, weight)
            if not merged.isfinite().all():
                raise BadFile("{name} is full of what are no numbers: get it again", name=path.name)
            self._own.setdefault(key, weight.to("cpu", copy=True))
            weight.copy_(merged)
        if not strange:
            return []
        return [
            f"{len(strange)} of the {sum(len(one.keys) for one in fits.values()) + len(strange)} tensors in "
            f"{path.name} fit nothing in this model and are left out, such as {strange[0]}."
        ]


def read(path: Path) -> tuple[dict[str, Change], list[str]]:
    """The changes in a file by the layers' keys, and the names of tensors that are of no known kind.

    Raises:
        BadFile: it is no safetensors file, or damaged.
    """
    if path.suffix.lower() != SUFFIX:
        raise BadFile("{name} is no {suffix} file, others are not read", name=path.name, suffix=SUFFIX)
    changes: dict[str, Change] = {}
    strange = []
    try:
        with safe_open(str(path), "pt") as file:
            for key in file.keys():  # noqa: SIM118  # no dict, it has nothing else
                named = split(key)
                if named is None:
                    strange.append(key)
                    continue
                layer, part = named
                change = changes.setdefault(layer, Change())
                change.keys.append(key)
                tensor = file.get_tensor(key)
                if part == "alpha":
                    change.alpha = float(tensor.float().mean())
                else:
                    setattr(change, part, tensor)
    except (OSError, SafetensorError) as error:
        raise BadFile("{name} cannot be read as a LoRA: get it again", name=path.name) from error
    # A layer that is told of in a way not known here would come out wrong with only a part of it.
    spoiled = {layer for layer in changes for key in strange if key.startswith(_stem(changes[layer].keys[0]))}
    for layer in spoiled:
        strange += changes.pop(layer).keys
    return changes, strange


def delta(change: Change, weight: Tensor) -> Tensor:
    """alpha / rank * up @ down in the shape of `weight`, as float32 beside it."""
    assert change.down is not None
    assert change.up is not None
    down = change.down.to(weight.device, torch.float32)
    up = change.up.to(weight.device, torch.float32)
    rank = down.shape[0]
    scale = 1.0 if change.alpha is None else change.alpha / rank
    return (scale * (up.flatten(1) @ down.flatten(1))).reshape(weight.shape)


def _fits(change: Change, layer: Any) -> bool:
    """Whether both factors are there and together are as large as the layer's weight."""
    down, up = change.down, change.up
    if down is None or up is None or down.dim() not in (2, 4) or up.dim() not in (2, 4) or not down.shape[0]:
        return False
    out, *inner = layer.weight.shape
    plain = up.dim() == 2 or up.shape[2:] == (1, 1)
    sizes = down.flatten(1).shape[1] == math.prod(inner) and up.shape[0] == out
    return plain and sizes and up.shape[1] == down.shape[0]


def _stem(key: str) -> str:
    """What all tensors of one layer begin with."""
    end = max(key.rfind(".lora"), key.rfind("_lora."), key.rfind(".alpha"))
    return key[:end] + "."


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise BadFile("{name} is not there: choose the file again", name=path.name) from error
