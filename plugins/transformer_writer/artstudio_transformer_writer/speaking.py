"""Our own network as a `Speaker`, and the choice of what opens a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from artstudio.sdk import BadModel
from artstudio.sdk.nn.device import device_memory
from artstudio.sdk.nn.weights import load_config
from artstudio_transformer_writer.folder import is_translator
from artstudio_transformer_writer.model import Cache, load
from artstudio_transformer_writer.shape import ours
from artstudio_transformer_writer.steps import Steps
from artstudio_transformer_writer.tokens import END, FILE, MAX_FILE_BYTES, load_tokens
from artstudio_transformer_writer.window import shared, window_start

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artstudio_transformer_writer.model import Writer
    from artstudio_transformer_writer.speaker import Scores, Speaker
    from artstudio_transformer_writer.tokens import Tokens


class OwnSpeaker:
    """A `Writer` with a cache of what it has read.

    `alone` says that nobody else uses the model, so that its numbers may be laid out anew for speed.
    """

    def __init__(self, model: Writer, tokens: Tokens, device: str, *, alone: bool = False) -> None:
        self.model, self.device = model.to(device).eval(), device
        self.tokens = tokens
        self.pieces: Sequence[bytes] = tokens.pieces
        self.end = tokens.end
        self.context = model.shape.max_position_embeddings
        self._cache = Cache(model.shape, self.context, device=device)
        self._read: list[int] = []  # what stands in the cache
        self._steps = Steps(self.model) if alone and torch.device(device).type == "cpu" else None

    def encode(self, text: str) -> list[int]:
        """The ids of a text."""
        return self.tokens.encode(text)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where they stand."""
        return self.tokens.places(text)

    @torch.inference_mode()
    def scores(self, ids: Sequence[int]) -> Scores:
        """Scores of what follows."""
        window = list(ids[window_start(len(ids), self.context) :])
        same = shared(self._read, window)
        same = min(same, len(window) - 1)  # at least one is read anew, for its scores
        self._cache.length, self._read = same, window[:same]  # should reading fail, no more than this is true
        with device_memory(self.device):
            found: Scores = self._after(window[same:]).float().cpu().numpy()
        self._read = window
        return found

    def _after(self, fresh: Sequence[int]) -> torch.Tensor:
        """Scores of what follows ids that are new, behind those in the cache."""
        if self._steps is not None and len(fresh) == 1:
            return self._steps.scores(fresh[0], self._cache)
        hidden = self.model.hidden(torch.tensor([fresh], device=self.device), self._cache)
        scores: torch.Tensor = self.model.lm_head(hidden[0, -1])
        return scores

    @torch.inference_mode()
    def all_scores(self, ids: Sequence[int]) -> Scores:
        """Scores of what follows each."""
        with device_memory(self.device):
            found: Scores = self.model(torch.tensor([list(ids)], device=self.device))[0].float().cpu().numpy()
        return found

    @torch.inference_mode()
    def looks(self, ids: Sequence[int]) -> Scores:
        """How much the last looks at each."""
        weights: list[torch.Tensor] = []
        with device_memory(self.device):
            self.model.hidden(torch.tensor([list(ids)], device=self.device), looks=weights)
        found: Scores = torch.stack([one[0, :, -1].mean(0) for one in weights]).mean(0).float().cpu().numpy()
        return found


def open_speaker(folder: Path, device: str) -> Speaker:
    """The model in a folder: by `model.py` where it is a plain Llama, else by `transformers`.

    Raises:
        BadModel: it translates, or is no whole model.
    """
    if is_translator(folder):
        raise BadModel("{folder} translates: choose a model that writes", folder=folder)
    if ours(load_config(folder)) and _with_our_tokens(folder):
        return OwnSpeaker(load(folder), load_tokens(folder), device, alone=True)
    from artstudio_transformer_writer.borrowed import open_borrowed

    return open_borrowed(folder, device)


def _with_our_tokens(folder: Path) -> bool:
    path = folder / FILE
    return path.is_file() and path.stat().st_size <= MAX_FILE_BYTES and END.encode() in path.read_bytes()
