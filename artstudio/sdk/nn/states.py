"""Networks and optimisers as arrays by name, and back: what a learner needs to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import nn

    from artstudio.sdk.nn.weights import Array


@torch.no_grad()
def follow(average: nn.Module, network: nn.Module, steps: int, most: int) -> None:
    """Lets `average` look back over about a fifth of the `steps` so far, at most over the last `most`."""
    weight = 1 / min(most, 1 + steps / 5)
    for mean, now in zip(average.parameters(), network.parameters(), strict=True):
        mean.lerp_(now, weight)


def packed(
    networks: Mapping[str, nn.Module], optimisers: Mapping[str, torch.optim.Optimizer]
) -> dict[str, Array]:
    """All weights, and the optimisers' moments."""
    arrays = {}
    for part, network in networks.items():
        for name, tensor in network.state_dict().items():
            arrays[f"{part}.{name}"] = tensor.detach().cpu().numpy()
    for part, optimiser in optimisers.items():
        for index, moments in optimiser.state_dict()["state"].items():
            for name, tensor in moments.items():
                arrays[f"adam.{part}.{index}.{name}"] = tensor.detach().cpu().numpy()
    return arrays


def unpacked(
    arrays: Mapping[str, Array],
    networks: Mapping[str, nn.Module],
    optimisers: Mapping[str, torch.optim.Optimizer],
) -> None:
    """Puts back what `packed` took; raises `KeyError` or `RuntimeError` where it does not fit."""
    tensors = {name: torch.from_numpy(array.copy()) for name, array in arrays.items()}
    for part, network in networks.items():
        network.load_state_dict({name: tensors[f"{part}.{name}"] for name in network.state_dict()})
    for part, optimiser in optimisers.items():
        kept = optimiser.state_dict()
        prefix = f"adam.{part}."
        for name, tensor in tensors.items():
            if name.startswith(prefix):
                index, moment = name.removeprefix(prefix).split(".")
                kept["state"].setdefault(int(index), {})[moment] = tensor
        optimiser.load_state_dict(kept)
