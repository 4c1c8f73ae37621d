"""Learning from pieces: what `artstudio.sdk.nn.fit` steps."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn

from artstudio.sdk.nn.device import autocast, device_memory
from artstudio.sdk.nn.fit import State
from artstudio_rnn_composer import model as models
from artstudio_rnn_composer.recall import hints
from artstudio_rnn_composer.tokens import END, SLOTS, Ints, Piece, contexts, encode
from artstudio_rnn_composer.tonality import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artstudio_rnn_composer.model import Composer, LstmState

SHIFTS = range(-5, 7)  # semitones; every piece is heard in all twelve keys over time
_IGNORED = -100  # a target that does not count


@dataclass(frozen=True, slots=True)
class Stream:
    """One piece ready for the network: token (n,), latest (n, SLOTS), hint (n, 2)."""

    token: Ints
    latest: Ints
    hint: Ints


def stream_of(piece: Piece, shift: int = 0) -> Stream:
    """The network's inputs for `piece`, moved by `shift` semitones."""
    found = encode(piece, key_of(piece.notes[:, 3], piece.notes[:, 4]), shift=shift)
    return Stream(np.array(found, np.int64), contexts(found), hints(found))


class Reader:
    """Deals pieces to `rows` parallel rows, `length` tokens of each at a time, in random order and key.

    A row that begins a piece begins with silence; otherwise its state is carried over. Now and then a
    piece is heard without its style or with the melody or the accompaniment alone, so that the model can
    go on from such music.
    """

    def __init__(self, pieces: Sequence[Piece], rows: int, length: int, seed: int) -> None:
        self.pieces, self.rows, self.length = pieces, rows, length
        self.chance = np.random.default_rng(seed)
        self.order: list[int] = []
        self.now: list[tuple[int, int, int, int, int]] = []  # per row: piece, shift, parts, style, place
        self._streams: list[Stream] = []

    def next(self) -> tuple[Ints, Ints, Ints, Ints, Ints]:
        """token, latest, hint and target of (rows, length), and which rows (bool) begin a piece."""
        if not self.now:
            self.now = [self._deal() for _ in range(self.rows)]
        if not self._streams:
            self._streams = [self._load(place) for place in self.now]
        token = np.full((self.rows, self.length), END, np.int64)
        target = np.full((self.rows, self.length), _IGNORED, np.int64)
        latest = np.full((self.rows, self.length, SLOTS), END, np.int64)
        hint = np.zeros((self.rows, self.length, 2), np.int64)
        fresh = np.zeros(self.rows, np.int64)
        for row in range(self.rows):
            stream, at = self._streams[row], self.now[row][-1]
            fresh[row] = at == 0
            n = min(self.length, len(stream.token) - 1 - at)
            token[row, :n] = stream.token[at : at + n]
            target[row, :n] = stream.token[at + 1 : at + n + 1]
            latest[row, :n] = stream.latest[at : at + n]
            hint[row, :n] = stream.hint[at : at + n]
            if at + n >= len(stream.token) - 1:
                self.now[row] = self._deal()
                self._streams[row] = self._load(self.now[row])
            else:
                self.now[row] = (*self.now[row][:-1], at + n)
        return token, latest, hint, target, fresh

    def _deal(self) -> tuple[int, int, int, int, int]:
        if not self.order:
            self.order = self.chance.permutation(len(self.pieces)).tolist()
        index = self.order.pop()
        piece = self.pieces[index]
        shift = int(self.chance.choice(SHIFTS))
        parts = piece.band
        if self.chance.random() < 0.12:
            alone = 0b0001 if self.chance.random() < 0.4 else 0b0010
            parts = alone if parts & alone else parts
        style = 0 if self.chance.random() < 0.15 else piece.style
        return index, shift, parts, style, 0

    def _load(self, place: tuple[int, int, int, int, int]) -> Stream:
        index, shift, parts, style, _ = place
        piece = self.pieces[index]
        if parts != piece.band:
            piece = piece.with_parts(parts)
        return stream_of(replace(piece, style=style), shift)

    def state(self) -> dict[str, Any]:
        """Where the reader is, as JSON."""
        return {"order": self.order, "now": self.now, "chance": self.chance.bit_generator.state}

    def restore(self, state: dict[str, Any]) -> None:
        """Goes back to `state`."""
        self.order, self.now = list(state["order"]), [tuple(place) for place in state["now"]]
        self.chance.bit_generator.state = state["chance"]
        self._streams = []


class ComposerLearner:
    """A `Composer` with AdamW, truncated back-propagation through time and held-out pieces."""

    def __init__(
        self,
        model: Composer,
        train: Sequence[Piece],
        held_out: Sequence[Piece],
        *,
        seed: int,
        device: str = "cpu",
        rate: float = 2e-3,
        rows: int = 12,
        length: int = 256,
        about: dict[str, Any] | None = None,
    ) -> None:
        self.model, self.device, self.rate, self.about = model.to(device), device, rate, about or {}
        self.reader = Reader(train, rows, length, seed)
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=0.02
        )
        self.carried: LstmState | None = None
        self.steps = 0
        self._held_out = _excerpts(held_out, rows=2 * rows, length=2 * length)

    def step(self, fraction: float) -> float:
        """One update on every row's next tokens; the rate warms up, then falls as a cosine to a hundredth."""
        warm = min(1.0, (self.steps + 1) / 100)
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate * warm * (0.01 + 0.99 * (1 + math.cos(math.pi * fraction)) / 2)
        *inputs, target, fresh = (torch.from_numpy(array).to(self.device) for array in self.reader.next())
        self.model.train()
        self.optimiser.zero_grad(set_to_none=True)
        with device_memory(self.device):
            with autocast(self.device):
                scores, state = self.model(*inputs, _reset(self.carried, fresh))
            loss = nn.functional.cross_entropy(
                scores.float().flatten(0, 1), target.flatten(), ignore_index=_IGNORED
            )
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimiser.step()
        self.carried = _detached(state)
        self.steps += 1
        return float(loss.detach())

    @torch.no_grad()
    def held_out(self) -> Iterator[tuple[float, int]]:
        """Judges the beginnings of the pieces set aside, as they are written (untransposed)."""
        for batch in self._held_out:
            self.model.eval()
            yield batch_loss(self.model, batch, self.device)

    def save(self, folder: Path) -> None:
        """Writes the model folder."""
        models.save(self.model, folder, self.about)

    def state(self) -> State:
        """Weights, AdamW's moments, the carried LSTM state and the place in the data."""
        arrays = {
            f"model.{name}": tensor.detach().cpu().numpy() for name, tensor in self.model.state_dict().items()
        }
        for index, moments in self.optimiser.state_dict()["state"].items():
            for name, tensor in moments.items():
                arrays[f"adam.{index}.{name}"] = tensor.detach().cpu().numpy()
        if self.carried is not None:
            for i, tensor in enumerate(tensor for layer in self.carried for tensor in layer):
                arrays[f"carried.{i}"] = tensor.float().cpu().numpy()
        return State(arrays, {"reader": self.reader.state(), "steps": self.steps})

    def restore(self, state: State) -> None:
        """Goes on from `state`."""
        tensors = {name: torch.from_numpy(array) for name, array in state.arrays.items()}
        self.model.load_state_dict(
            {
                name.removeprefix("model."): tensor
                for name, tensor in tensors.items()
                if name.startswith("model.")
            }
        )
        adam = self.optimiser.state_dict()
        for name, tensor in tensors.items():
            if name.startswith("adam."):
                _, index, moment = name.split(".")
                adam["state"].setdefault(int(index), {})[moment] = tensor
        self.optimiser.load_state_dict(adam)
        if "carried.0" in tensors:
            a, b, c, d = (tensors[f"carried.{i}"].to(self.device) for i in range(4))
            self.carried = ((a, b), (c, d))
        self.reader.restore(state.values["reader"])
        self.steps = int(state.values["steps"])


def batch_loss(model: Composer, batch: tuple[Ints, Ints, Ints, Ints], device: str) -> tuple[float, int]:
    """Loss (nats) summed over a batch of token, latest, hint and target, and how many targets counted."""
    *inputs, target = (torch.from_numpy(array).to(device) for array in batch)
    with device_memory(device), autocast(device):
        scores, _ = model(*inputs)
    loss = nn.functional.cross_entropy(
        scores.float().flatten(0, 1), target.flatten(), ignore_index=_IGNORED, reduction="sum"
    )
    return float(loss), int((target != _IGNORED).sum())


def _excerpts(pieces: Sequence[Piece], rows: int, length: int) -> list[tuple[Ints, Ints, Ints, Ints]]:
    """Batches of the first `length` tokens of up to 64 pieces, spread over all of them."""
    chosen = [pieces[i] for i in np.unique(np.linspace(0, len(pieces) - 1, 64).astype(int))]
    streams = [stream_of(piece) for piece in chosen]
    batches = []
    for first in range(0, len(streams), rows):
        part = streams[first : first + rows]
        width = min(length, max(len(stream.token) for stream in part) - 1)
        token = np.full((len(part), width), END, np.int64)
        target = np.full((len(part), width), _IGNORED, np.int64)
        latest = np.full((len(part), width, SLOTS), END, np.int64)
        hint = np.zeros((len(part), width, 2), np.int64)
        for row, stream in enumerate(part):
            n = min(width, len(stream.token) - 1)
            token[row, :n], target[row, :n] = stream.token[:n], stream.token[1 : n + 1]
            latest[row, :n], hint[row, :n] = stream.latest[:n], stream.hint[:n]
        batches.append((token, latest, hint, target))
    return batches


def _reset(state: LstmState | None, fresh: Tensor) -> LstmState | None:
    """`state` with silence in the rows that begin a piece."""
    if state is None:
        return None
    keep = (1 - fresh).view(1, -1, 1)
    (a, b), (c, d) = state
    return (a * keep, b * keep), (c * keep, d * keep)


def _detached(state: LstmState) -> LstmState:
    (a, b), (c, d) = state
    return (a.detach(), b.detach()), (c.detach(), d.detach())
