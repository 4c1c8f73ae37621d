"""The translator's network: a Transformer that reads a sentence whole and translates it token by token.

Vaswani et al., "Attention Is All You Need" (2017), in the layout of Marian (Junczys-Dowmunt et al. 2018):
sinusoidal positions, normalisation after each part, one embedding for both sides and for the scores. Names
and layout of the tensors are those of `transformers`, so either program reads the other's folders.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, linear, silu

from artstudio.sdk.nn.weights import load_weights
from artstudio_transformer_writer.marian_shape import BIAS, MarianShape, load_marian_shape

if TYPE_CHECKING:
    from pathlib import Path

UNCOUNTED = -100  # a target that does not count


class Memory:
    """What the decoder keeps between tokens: each layer's keys and values of what it wrote and of the source.

    All are (rows, heads, time, head_dim); a row is one translation in the making.
    """

    def __init__(self, source: list[tuple[Tensor, Tensor]]) -> None:
        self.source = source
        self.written: list[tuple[Tensor, Tensor] | None] = [None] * len(source)
        self.length = 0

    def put(self, layer: int, keys: Tensor, values: Tensor) -> tuple[Tensor, Tensor]:
        """Notes the keys and values of new tokens behind the old ones and returns all of them."""
        old = self.written[layer]
        if old is not None:
            keys, values = torch.cat((old[0], keys), 2), torch.cat((old[1], values), 2)
        self.written[layer] = keys, values
        return keys, values

    def pick(self, rows: Tensor) -> None:
        """Goes on with these of the rows, in this order, each as often as it is named."""
        self.written = [None if old is None else (old[0][rows], old[1][rows]) for old in self.written]


class Attention(nn.Module):
    """Every token looks at others: of its own sentence, or of the one that is translated."""

    def __init__(self, wide: int, heads: int) -> None:
        super().__init__()
        self.head_dim = wide // heads
        self.q_proj, self.k_proj, self.v_proj, self.out_proj = (nn.Linear(wide, wide) for _ in range(4))

    def keys(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Keys and values (batch, heads, time, head_dim) of x (batch, time, wide)."""
        return self._split(self.k_proj(x)), self._split(self.v_proj(x))

    def forward(
        self, x: Tensor, keys: Tensor, values: Tensor, *, seen: Tensor | None = None, causal: bool = False
    ) -> Tensor:
        """x: (batch, time, wide); `seen` says which keys may be looked at."""
        q = self._split(self.q_proj(x))
        scores = q @ keys.transpose(-1, -2) / math.sqrt(self.head_dim)
        if causal:
            seen = torch.ones(scores.shape[-2:], dtype=torch.bool, device=x.device).tril()
        if seen is not None:
            scores = scores.masked_fill(~seen, float("-inf"))
        mixed = (
            scores.softmax(-1).to(values.dtype) @ values
        )  # faster on a processor than torch's fused one, here
        out: Tensor = self.out_proj(mixed.transpose(1, 2).reshape(x.shape))
        return out

    def _split(self, x: Tensor) -> Tensor:
        return x.view(*x.shape[:2], -1, self.head_dim).transpose(1, 2)


class EncoderLayer(nn.Module):
    """Attention among the source's tokens, and what each makes of what it has gathered."""

    def __init__(self, wide: int, heads: int, ff: int, dropout: float) -> None:
        super().__init__()
        self.self_attn = Attention(wide, heads)
        self.self_attn_layer_norm = nn.LayerNorm(wide)
        self.fc1, self.fc2 = nn.Linear(wide, ff), nn.Linear(ff, wide)
        self.final_layer_norm = nn.LayerNorm(wide)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, seen: Tensor | None) -> Tensor:
        """x: (batch, time, wide)."""
        x = self.self_attn_layer_norm(x + self.dropout(self.self_attn(x, *self.self_attn.keys(x), seen=seen)))
        return self.transformed(x)

    def transformed(self, x: Tensor) -> Tensor:
        """The layer's last part."""
        out: Tensor = self.final_layer_norm(x + self.dropout(self.fc2(silu(self.fc1(x)))))
        return out


class DecoderLayer(EncoderLayer):
    """As an encoder's, of what is written so far, and between the two parts a look at the source."""

    def __init__(self, wide: int, heads: int, ff: int, dropout: float) -> None:
        super().__init__(wide, heads, ff, dropout)
        self.encoder_attn = Attention(wide, heads)
        self.encoder_attn_layer_norm = nn.LayerNorm(wide)

    def decoded(self, x: Tensor, seen: Tensor | None, memory: Memory, layer: int) -> Tensor:
        """x: (batch, time, wide), the tokens that follow those in `memory`."""
        keys, values = memory.put(layer, *self.self_attn.keys(x))
        own = self.self_attn(x, keys, values, causal=x.shape[1] > 1)
        x = self.self_attn_layer_norm(x + self.dropout(own))
        keys, values = memory.source[layer]
        x = self.encoder_attn_layer_norm(x + self.dropout(self.encoder_attn(x, keys, values, seen=seen)))
        return self.transformed(x)


class Half(nn.Module):
    """Encoder or decoder: its layers."""

    def __init__(self, layers: list[EncoderLayer] | list[DecoderLayer]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)


class Halves(nn.Module):
    """The embedding that all share, encoder and decoder: what `transformers` calls `model`."""

    def __init__(self, shape: MarianShape, dropout: float) -> None:
        super().__init__()
        self.shared = nn.Embedding(shape.vocab_size, shape.d_model)
        heads, ff = shape.encoder_attention_heads, shape.encoder_ffn_dim
        self.encoder = Half(
            [EncoderLayer(shape.d_model, heads, ff, dropout) for _ in range(shape.encoder_layers)]
        )
        heads, ff = shape.decoder_attention_heads, shape.decoder_ffn_dim
        self.decoder = Half(
            [DecoderLayer(shape.d_model, heads, ff, dropout) for _ in range(shape.decoder_layers)]
        )


class Marian(nn.Module):
    """Scores of the next token of a translation."""

    final_logits_bias: Tensor

    def __init__(self, shape: MarianShape, *, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.model = Halves(shape, dropout)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("final_logits_bias", torch.zeros(1, shape.vocab_size))
        self.scale = math.sqrt(shape.d_model) if shape.scale_embedding else 1.0
        for name, weight in self.named_parameters():
            if name == "model.shared.weight":
                nn.init.normal_(weight, std=shape.d_model**-0.5)
            elif weight.dim() == 2:
                nn.init.xavier_uniform_(weight)
            elif name.endswith("bias"):
                nn.init.zeros_(weight)
        self._places: Tensor | None = None

    @property
    def device(self) -> torch.device:
        """Where the network is."""
        return self.model.shared.weight.device

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor | None]:
        """What the decoder looks at of sources (batch, time), padded behind, and where that is no padding."""
        counts = source != self.shape.pad_token_id
        seen = None if bool(counts.all()) else counts[:, None, None, :]
        x = self._embedded(source, 0)
        for layer in self.model.encoder.layers:
            x = layer(x, seen)
        return x, seen

    def begin(self, encoded: Tensor) -> Memory:
        """An empty memory for translations of what `encode` gave."""
        attentions = [layer.encoder_attn for layer in self.model.decoder.layers]
        return Memory([attention.keys(encoded) for attention in attentions])  # type: ignore[union-attr,operator]

    def decode(self, tokens: Tensor, seen: Tensor | None, memory: Memory) -> Tensor:
        """Scores (batch, time, vocabulary) of what follows each of `tokens` behind those in `memory`."""
        return self._scores(self._decoded(tokens, seen, memory))

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Scores (batch, time, vocabulary) of what follows each of the tokens of `target` (batch, time)."""
        encoded, seen = self.encode(source)
        return self.decode(target, seen, self.begin(encoded))

    def loss(self, source: Tensor, before: Tensor, target: Tensor, *, smoothing: float = 0.0) -> Tensor:
        """Mean cross-entropy in nats of `target` after the tokens `before` it; -100 does not count."""
        encoded, seen = self.encode(source)
        x, counts = self._decoded(before, seen, self.begin(encoded)), target != UNCOUNTED
        return cross_entropy(self._scores(x[counts]).float(), target[counts], label_smoothing=smoothing)

    def _decoded(self, tokens: Tensor, seen: Tensor | None, memory: Memory) -> Tensor:
        x = self._embedded(tokens, memory.length)
        for number, layer in enumerate(self.model.decoder.layers):
            x = layer.decoded(x, seen, memory, number)  # type: ignore[operator]
        memory.length += tokens.shape[1]
        return x

    def _scores(self, x: Tensor) -> Tensor:
        return linear(x, self.model.shared.weight, self.final_logits_bias[0])

    def _embedded(self, tokens: Tensor, start: int) -> Tensor:
        end = start + tokens.shape[1]
        if self._places is None or len(self._places) < end or self._places.device != tokens.device:
            self._places = _sinusoids(max(end, 64), self.shape.d_model).to(tokens.device)
        out: Tensor = self.dropout(self.model.shared(tokens) * self.scale + self._places[start:end])
        return out


def _sinusoids(length: int, wide: int) -> Tensor:
    """(length, wide): sines of falling frequency in the first half, their cosines in the second."""
    frequencies = 10_000.0 ** (-torch.arange(0, wide, 2, dtype=torch.float64) / wide)
    angles = torch.outer(torch.arange(length, dtype=torch.float64), frequencies)
    return torch.cat((angles.sin(), angles.cos()), 1).float()


def load_marian(folder: Path, *, dropout: float = 0.0) -> Marian:
    """The translator in `folder`, on the CPU in single precision.

    Raises:
        BadModel: the folder is no whole model in this layout.
    """
    shape = load_marian_shape(folder)
    arrays = load_weights(folder, shape.tensors(), optional=(BIAS,))
    arrays.setdefault(BIAS, np.zeros((1, shape.vocab_size), np.float32))
    with torch.device("meta"):
        model = Marian(shape, dropout=dropout)
    model.load_state_dict({name: torch.from_numpy(array) for name, array in arrays.items()}, assign=True)
    return model
