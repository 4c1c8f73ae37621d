"""The network one step at a time, for composing: numpy on the processor, torch on an accelerator.

One note is about two and a half steps, each too small for torch to be quick about; numpy takes half a
millisecond, and a worker that only composes need not import torch at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from artstudio_rnn_composer.recall import Recall
from artstudio_rnn_composer.shape import load_arrays
from artstudio_rnn_composer.tokens import END, SLOT_OF, SLOTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artstudio.sdk.nn.weights import Array

Floats = npt.NDArray[np.float32]
_HEARD_TOKENS = 300  # of a tune to be continued that go through the LSTM; what is older only `Recall` keeps
_RECALLED_TOKENS = 4000


class Network(Protocol):
    """A `model.Composer` that takes single steps."""

    def silence(self) -> Any:
        """The state before any music. States are values: a step makes a new one."""

    def step(self, state: Any, token: int, latest: list[int], hint: tuple[int, int]) -> tuple[Any, Floats]:
        """The state after `token` and the scores (SIZE,) of the next one."""


class NumpyNetwork:
    """A network of float32 arrays.

    Everything that enters the first layer is an embedding, so the layer's input matrix is multiplied into the
    tables once; a step then only adds rows of them. The logistic function is half a tanh of half its
    argument: the halving is folded into the weights, and one call of tanh serves all four gates.
    """

    def __init__(self, arrays: dict[str, Array]) -> None:
        self.hidden = arrays["first.weight_hh_l0"].shape[1]
        halved = np.full(4 * self.hidden, 0.5, np.float32)
        halved[2 * self.hidden : 3 * self.hidden] = 1.0  # torch's order of gates: in, forget, cell, out
        entry = (arrays["first.weight_ih_l0"] * halved[:, None]).T  # (width, 4 hidden)
        bias = (arrays["first.bias_ih_l0"] + arrays["first.bias_hh_l0"]) * halved
        self.token = arrays["token.weight"] @ entry + bias
        self.latest = arrays["latest.weight"] @ entry
        self.hint = arrays["hint.weight"] @ entry
        self.trust = arrays["trust.weight"] @ entry
        self.first = np.ascontiguousarray(arrays["first.weight_hh_l0"] * halved[:, None])
        both = np.concatenate([arrays["second.weight_ih_l0"], arrays["second.weight_hh_l0"]], axis=1)
        self.second = np.ascontiguousarray(both * halved[:, None])  # (4 hidden, 2 hidden)
        self.second_bias = (arrays["second.bias_ih_l0"] + arrays["second.bias_hh_l0"]) * halved
        self.head, self.head_bias = np.ascontiguousarray(arrays["head.weight"]), arrays["head.bias"]

    def silence(self) -> tuple[Floats, Floats, Floats]:
        """Outputs of both layers in one row, and the cells of each."""
        return np.zeros(2 * self.hidden, np.float32), *np.zeros((2, self.hidden), np.float32)

    def step(
        self, state: tuple[Floats, Floats, Floats], token: int, latest: list[int], hint: tuple[int, int]
    ) -> tuple[tuple[Floats, Floats, Floats], Floats]:
        """One step; see `Network`."""
        n = self.hidden
        before, low_cell, high_cell = state
        seen = self.first @ before[:n]
        seen += self.token[token]
        seen += self.latest[latest].sum(axis=0)
        seen += self.hint[hint[0]]
        seen += self.trust[hint[1]]
        out = before.copy()
        out[:n], low_cell = _gated(seen, low_cell, n)
        seen = self.second @ out
        seen += self.second_bias
        out[n:], high_cell = _gated(seen, high_cell, n)
        scores = self.head @ (out[:n] + out[n:])
        scores += self.head_bias
        return (out, low_cell, high_cell), scores


def _gated(seen: Floats, cell: Floats, n: int) -> tuple[Floats, Floats]:
    """Output and cell of an LSTM layer from its gates' sums (4 n,), which are overwritten."""
    np.tanh(seen, out=seen)
    enter, forget, fresh, leave = seen[:n], seen[n : 2 * n], seen[2 * n : 3 * n], seen[3 * n :]
    enter += 1
    enter *= fresh
    forget += 1
    forget *= cell
    after = enter + forget
    after *= 0.5
    leave += 1
    leave *= 0.5
    return leave * np.tanh(after), after


class TorchNetwork:
    """The same on a torch device."""

    def __init__(self, folder: Path, device: str) -> None:
        import torch

        from artstudio_rnn_composer import model

        self.torch, self.device = torch, device
        self.model = model.load(folder).eval().to(device)

    def silence(self) -> None:
        """Torch's LSTM takes None for silence."""

    def step(self, state: Any, token: int, latest: list[int], hint: tuple[int, int]) -> tuple[Any, Floats]:
        """One step; see `Network`."""
        torch = self.torch
        with torch.inference_mode():
            inputs = torch.tensor([[[token, *latest, *hint]]], device=self.device)
            scores, state = self.model(
                inputs[..., 0], inputs[..., 1 : 1 + SLOTS], inputs[..., 1 + SLOTS :], state
            )
            found: Floats = scores[0, 0].float().cpu().numpy()
        return state, found


def open_network(folder: Path, device: str) -> Network:
    """The model in `folder`, ready to step on `device`.

    Raises:
        BadModel: the folder holds no whole model of this plugin.
    """
    if device != "cpu":
        return TorchNetwork(folder, device)

    return NumpyNetwork(load_arrays(folder))


@dataclass(slots=True)
class Listener:
    """Follows one piece: the network's state, the latest tokens and what the piece recalls."""

    network: Network
    scores: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    _state: Any = None
    _latest: list[int] = field(default_factory=lambda: [END] * SLOTS)
    _recall: Recall = field(default_factory=Recall)

    def __post_init__(self) -> None:
        if self._state is None:
            self._state = self.network.silence()

    def hear(self, token: int, *, use_hint: bool = True) -> None:
        """Takes `token` in; `scores` then rate the next one."""
        hint = self._note(token)
        self._state, self.scores = self.network.step(
            self._state, token, self._latest, hint if use_hint else (END, 0)
        )

    def prime(self, tokens: Sequence[int]) -> None:
        """Takes in a tune so far; only its end goes through the network, to have the first note soon."""
        split = max(0, len(tokens) - _HEARD_TOKENS)
        for i, token in enumerate(tokens[:split]):
            if i >= len(tokens) - _RECALLED_TOKENS:
                self._note(token)
            elif (slot := SLOT_OF[token]) >= 0:
                self._latest[slot] = token
        for token in tokens[split:]:
            self.hear(token)

    def _note(self, token: int) -> tuple[int, int]:
        if (slot := int(SLOT_OF[token])) >= 0:
            self._latest[slot] = token
        return self._recall.push(token)

    def copy(self) -> Listener:
        """The same place in the piece, to go on from twice."""
        return Listener(self.network, self.scores, self._state, self._latest.copy(), self._recall.copy())
