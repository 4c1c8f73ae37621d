"""The writer's network: a Transformer that predicts the next token, in the shape of Llama.

Vaswani et al., "Attention Is All You Need" (2017); Touvron et al., "LLaMA" (2023): normalisation before each
part by root mean square (Zhang and Sennrich 2019), rotary positions (Su et al. 2021), SwiGLU (Shazeer 2020),
and keys and values shared among heads (Ainslie et al. 2023). Names and layout of the tensors are those of
`transformers`, so either program reads the other's folders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, scaled_dot_product_attention, silu

from artstudio.sdk.nn.weights import load_weights
from artstudio_transformer_writer.shape import Shape, load_shape

if TYPE_CHECKING:
    from pathlib import Path


class Cache:
    """Keys and values of the tokens read so far, for every layer: (1, groups, most, head_dim) each."""

    def __init__(self, shape: Shape, most: int, *, rows: int = 1, device: str = "cpu") -> None:
        size = (rows, shape.num_key_value_heads, most, shape.head_dim)
        self.keys = [torch.zeros(size, device=device) for _ in range(shape.num_hidden_layers)]
        self.values = [torch.zeros(size, device=device) for _ in range(shape.num_hidden_layers)]
        self.length = 0

    def put(self, layer: int, keys: Tensor, values: Tensor) -> tuple[Tensor, Tensor]:
        """Notes the keys and values of new tokens behind the old ones and returns all of them."""
        end = self.length + keys.shape[2]
        self.keys[layer][:, :, self.length : end] = keys
        self.values[layer][:, :, self.length : end] = values
        return self.keys[layer][:, :, :end], self.values[layer][:, :, :end]


class Attention(nn.Module):
    """Every token looks at itself and those before it."""

    def __init__(self, shape: Shape, layer: int) -> None:
        super().__init__()
        self.layer, self.head_dim = layer, shape.head_dim
        wide, kv = shape.hidden_size, shape.num_key_value_heads * shape.head_dim
        self.q_proj = nn.Linear(wide, wide, bias=False)
        self.k_proj = nn.Linear(wide, kv, bias=False)
        self.v_proj = nn.Linear(wide, kv, bias=False)
        self.o_proj = nn.Linear(wide, wide, bias=False)

    def forward(
        self, x: Tensor, turn: tuple[Tensor, Tensor], cache: Cache | None, looks: list[Tensor] | None
    ) -> Tensor:
        """x: (batch, time, wide). `looks` gets the attention weights (batch, heads, time, all), if wanted."""
        batch, time, _ = x.shape
        q, k, v = (
            part.view(batch, time, -1, self.head_dim).transpose(1, 2)  # (B, heads, T, head_dim)
            for part in (self.q_proj(x), self.k_proj(x), self.v_proj(x))
        )
        q, k = _turned(q, *turn), _turned(k, *turn)
        if cache is not None:
            k, v = cache.put(self.layer, k, v)
        alone = k.shape[2] == time
        seen = None
        if not alone and time > 1:  # new tokens see all old ones, and of each other those before them
            seen = torch.ones(time, k.shape[2], dtype=torch.bool, device=x.device).tril(k.shape[2] - time)
        if looks is not None:
            looks.append(_weights(q, k, seen, causal=alone))
        mixed = scaled_dot_product_attention(
            q, k, v, attn_mask=seen, is_causal=alone and time > 1, enable_gqa=q.shape[1] != k.shape[1]
        )
        out: Tensor = self.o_proj(mixed.transpose(1, 2).reshape(batch, time, -1))
        return out


class Mlp(nn.Module):
    """What each token makes of what it has gathered."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(shape.hidden_size, shape.intermediate_size, bias=False)
        self.up_proj = nn.Linear(shape.hidden_size, shape.intermediate_size, bias=False)
        self.down_proj = nn.Linear(shape.intermediate_size, shape.hidden_size, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """x: (batch, time, wide)."""
        out: Tensor = self.down_proj(silu(self.gate_proj(x)) * self.up_proj(x))
        return out


class Layer(nn.Module):
    """Attention and Mlp, each added to the stream."""

    def __init__(self, shape: Shape, layer: int, dropout: float) -> None:
        super().__init__()
        self.input_layernorm = nn.RMSNorm(shape.hidden_size, shape.rms_norm_eps)
        self.self_attn = Attention(shape, layer)
        self.post_attention_layernorm = nn.RMSNorm(shape.hidden_size, shape.rms_norm_eps)
        self.mlp = Mlp(shape)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, x: Tensor, turn: tuple[Tensor, Tensor], cache: Cache | None, looks: list[Tensor] | None
    ) -> Tensor:
        """x: (batch, time, wide)."""
        x = x + self.dropout(self.self_attn(self.input_layernorm(x), turn, cache, looks))
        out: Tensor = x + self.dropout(self.mlp(self.post_attention_layernorm(x)))
        return out


class Stack(nn.Module):
    """Embedding, layers and the last normalisation: what `transformers` calls `model`."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.embed_tokens = nn.Embedding(shape.vocab_size, shape.hidden_size)
        self.layers = nn.ModuleList(Layer(shape, i, dropout) for i in range(shape.num_hidden_layers))
        self.norm = nn.RMSNorm(shape.hidden_size, shape.rms_norm_eps)


class Writer(nn.Module):
    """Scores of the next token after each token."""

    def __init__(self, shape: Shape, *, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.model = Stack(shape, dropout)
        self.lm_head = nn.Linear(shape.hidden_size, shape.vocab_size, bias=False)
        for name, weight in self.named_parameters():
            if weight.dim() == 2:
                # what is added to the stream is small at first, the smaller the more layers add to it
                last = name.endswith(("o_proj.weight", "down_proj.weight"))
                nn.init.normal_(weight, std=0.02 / (2 * shape.num_hidden_layers) ** 0.5 if last else 0.02)
        if shape.tie_word_embeddings:
            self.lm_head.weight = self.model.embed_tokens.weight
        self._turns: tuple[Tensor, Tensor] | None = None

    def hidden(self, tokens: Tensor, cache: Cache | None = None, looks: list[Tensor] | None = None) -> Tensor:
        """What the head reads, (batch, time, wide), of tokens (batch, time) that follow those in `cache`."""
        start = 0 if cache is None else cache.length
        cos, sin = self.rotations(start + tokens.shape[1], tokens.device)
        x = self.model.embed_tokens(tokens)
        for layer in self.model.layers:
            x = layer(x, (cos[start:], sin[start:]), cache, looks)
        if cache is not None:
            cache.length += tokens.shape[1]
        out: Tensor = self.model.norm(x)
        return out

    def forward(self, tokens: Tensor) -> Tensor:
        """Scores (batch, time, vocabulary) of what follows each of the tokens (batch, time)."""
        scores: Tensor = self.lm_head(self.hidden(tokens))
        return scores

    def loss(self, tokens: Tensor, targets: Tensor) -> Tensor:
        """Mean cross-entropy in nats of `targets`; those of -100 do not count."""
        found: Tensor = cross_entropy(
            self(tokens).float().flatten(0, 1), targets.flatten(), ignore_index=-100
        )
        return found

    def rotations(self, length: int, device: torch.device) -> tuple[Tensor, Tensor]:
        """Cosines and sines (length, head_dim) of how far each place turns each pair of numbers."""
        if self._turns is None or len(self._turns[0]) < length or self._turns[0].device != device:
            half = torch.arange(0, self.shape.head_dim, 2, device=device) / self.shape.head_dim
            places = torch.arange(max(length, self.shape.max_position_embeddings), device=device)
            angles = torch.outer(places.float(), self.shape.rope_theta**-half)
            angles = torch.cat((angles, angles), 1)
            self._turns = angles.cos(), angles.sin()
        cos, sin = self._turns
        return cos[:length], sin[:length]


def _turned(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """X (batch, heads, time, head_dim) with number i of the first half and of the second turned as a pair."""
    first, second = x.chunk(2, -1)
    turned: Tensor = x * cos + torch.cat((-second, first), -1) * sin
    return turned.to(x.dtype)


def _weights(q: Tensor, k: Tensor, seen: Tensor | None, *, causal: bool) -> Tensor:
    k = k.repeat_interleave(q.shape[1] // k.shape[1], 1)
    scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    if causal:
        seen = torch.ones(scores.shape[-2:], dtype=torch.bool, device=q.device).tril()
    if seen is not None:
        scores = scores.masked_fill(~seen, float("-inf"))
    shares: Tensor = scores.softmax(-1)
    return shares


def load(folder: Path, *, dropout: float = 0.0) -> Writer:
    """The writer in `folder`, on the CPU in single precision.

    Raises:
        BadModel: the folder is no whole model in this layout.
    """
    shape = load_shape(folder)
    arrays = load_weights(folder, shape.tensors())
    with torch.device("meta"):
        model = Writer(shape, dropout=dropout)
    state = {name: torch.from_numpy(array) for name, array in arrays.items()}
    if shape.tie_word_embeddings:
        state["lm_head.weight"] = state["model.embed_tokens.weight"]
    model.load_state_dict(state, assign=True)
    if shape.tie_word_embeddings:
        model.lm_head.weight = model.model.embed_tokens.weight
    return model
