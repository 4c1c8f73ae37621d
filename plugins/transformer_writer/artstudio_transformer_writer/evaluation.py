"""Judging a writer on texts: how many bits it needs for what it has not seen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from artstudio.sdk.nn.device import device_memory
from artstudio_transformer_writer.script import han_count
from artstudio_transformer_writer.training import UNCOUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio_transformer_writer.corpus import Piece
    from artstudio_transformer_writer.model import Writer
    from artstudio_transformer_writer.tokens import Ids, Tokens


@dataclass
class Tally:
    """What some texts cost, in nats, and how large they are. A poem's first line is given, not counted."""

    nats: float = 0.0
    tokens: int = 0
    bytes: int = 0
    characters: int = 0
    han: int = 0  # Chinese characters

    def metrics(self) -> dict[str, float]:
        """Bits a byte, a character and (where most are) a Chinese character; perplexity of a token."""
        bits = self.nats / math.log(2)
        found = {
            "loss": self.nats / max(1, self.tokens),
            "perplexity": math.exp(min(50.0, self.nats / max(1, self.tokens))),
            "bits_per_byte": bits / max(1, self.bytes),
            "bits_per_character": bits / max(1, self.characters),
            "tokens": float(self.tokens),
            "characters": float(self.characters),
        }
        if 2 * self.han > self.characters:
            found["bits_per_han_character"] = bits / self.han
        return found

    def include(self, other: Tally) -> None:
        """Adds another tally to this one."""
        for name in ("nats", "tokens", "bytes", "characters", "han"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def add(self, text: str, nats: float, tokens: int) -> None:
        """Counts a text that cost `nats` over `tokens` tokens."""
        self.nats += nats
        self.tokens += tokens
        self.bytes += len(text.encode("utf-8", "replace"))
        self.characters += len(text)
        self.han += han_count(text)


def judge(
    model: Writer, tokens: Tokens, pieces: Sequence[Piece], device: str
) -> Iterator[tuple[Piece, Tally]]:
    """What each piece costs, one after the other. Long texts are read in overlapping stretches."""
    model.eval()
    for piece in pieces:
        tally = Tally()
        given = piece.text.index("\n") + 1 if piece.poem and "\n" in piece.text else 0
        head, body = tokens.encode(piece.text[:given]), tokens.encode(piece.text[given:])
        ids = np.array([tokens.end, *head, *body])
        nats = sum(_stretches(model, ids, 1 + len(head), device))
        tally.add(piece.text[given:], nats, len(body))
        yield piece, tally


@torch.no_grad()
def _stretches(model: Writer, ids: Ids, given: int, device: str) -> Iterator[float]:
    """Nats of ids from the place `given` on; each token has at least half of the context before it."""
    context = model.shape.max_position_embeddings
    at = 0
    done = given
    while done < len(ids):
        end = min(len(ids), at + context + 1)
        row = torch.from_numpy(ids[at:end])[None]
        targets = row[:, 1:].clone()
        targets[:, : done - at - 1] = UNCOUNTED
        with device_memory(device):
            loss = model.loss(row[:, :-1].to(device), targets.to(device))
        yield float(loss) * (end - done)
        done = end
        at = max(0, end - 1 - context // 2)
