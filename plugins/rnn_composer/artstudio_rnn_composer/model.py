"""The network: two layers of LSTM over music tokens.

Hochreiter and Schmidhuber, "Long Short-Term Memory" (1997). What is added to a plain token LSTM: every step
also sees the latest token of each kind (`tokens.contexts`: the key, the metre, where in the bar, each part's
latest note), which an LSTM would have to carry along, and a hint of how the piece went on last time
(`recall`). Both are functions of the tokens so far; nothing of the future leaks in.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from artstudio.sdk.nn.weights import save_model
from artstudio_rnn_composer import tokens
from artstudio_rnn_composer.recall import REACHES
from artstudio_rnn_composer.shape import FORMAT, Shape, load_arrays, load_shape

if TYPE_CHECKING:
    from pathlib import Path

LstmState = tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]


class Composer(nn.Module):
    """Predicts the next token."""

    def __init__(self, shape: Shape, *, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        hidden, width = shape.hidden, shape.width
        self.token = nn.Embedding(tokens.SIZE, width)
        self.latest = nn.Embedding(tokens.SIZE, width)  # of every slot, summed
        self.hint = nn.Embedding(tokens.SIZE, width)  # what followed the last time
        self.trust = nn.Embedding(REACHES, width)
        self.first = nn.LSTM(width, hidden, batch_first=True)
        self.second = nn.LSTM(hidden, hidden, batch_first=True)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(hidden, tokens.SIZE)
        for table in (self.token, self.latest, self.hint, self.trust):
            nn.init.normal_(table.weight, std=0.3)
        for layer in (self.first, self.second):
            with torch.no_grad():
                # Remember by default (Gers et al. 2000).
                layer.get_parameter("bias_ih_l0")[hidden : 2 * hidden] = 1.0

    def forward(
        self, token: Tensor, latest: Tensor, hint: Tensor, state: LstmState | None = None
    ) -> tuple[Tensor, LstmState]:
        """Scores of the next token after each token, and the state to go on from.

        Args:
            token: (batch, time).
            latest: (batch, time, SLOTS).
            hint: (batch, time, 2): the token that followed last time, and how far to trust it.
            state: of both layers, each (1, batch, hidden); None is silence.
        """
        seen = self.token(token) + self.latest(latest).sum(2)  # (B, T, width)
        seen = seen + self.hint(hint[..., 0]) + self.trust(hint[..., 1])
        below, above = state if state is not None else (None, None)
        low, below = self.first(self.dropout(seen), below)  # (B, T, hidden)
        high, above = self.second(self.dropout(low), above)
        scores: Tensor = self.head(self.dropout(low + high))  # (B, T, SIZE)
        return scores, (below, above)


def save(model: Composer, folder: Path, about: dict[str, Any]) -> None:
    """Writes `model` as a model folder in half precision; `about` is noted in its config."""
    arrays = {name: tensor.detach().float().cpu().numpy() for name, tensor in model.state_dict().items()}
    save_model(folder, arrays, {"format": FORMAT, **asdict(model.shape), **about})


def load(folder: Path, *, dropout: float = 0.0) -> Composer:
    """The model in `folder`, on the CPU.

    Raises:
        BadModel: the folder is no whole model of this plugin.
    """
    model = Composer(load_shape(folder), dropout=dropout)
    arrays = load_arrays(folder)
    model.load_state_dict({name: torch.from_numpy(array) for name, array in arrays.items()})
    return model
