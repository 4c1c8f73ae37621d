"""One token at a time on the processor, fast: the network of `model.py` again, for reading a single token.

What a token costs there is mostly how matrices come from memory and how many small operations stand between.
So the matrices that read the same numbers are joined, and all lie the way that a single row is multiplied by
fastest; the numbers of the `Writer` become views of these, so nothing is held twice.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention, silu

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio_transformer_writer.model import Cache, Writer


class Steps:
    """A `Writer` that reads one token after the others in a cache. Its shape, float32, and on the CPU."""

    def __init__(self, model: Writer) -> None:
        shape = model.shape
        self.model, self.heads, self.groups = model, shape.num_attention_heads, shape.num_key_value_heads
        self.head_dim, self.eps = shape.head_dim, shape.rms_norm_eps
        layers: Iterable[Any] = model.model.layers
        self.layers = [
            (
                layer.input_layernorm.weight.detach(),
                _joined(layer.self_attn.q_proj, layer.self_attn.k_proj, layer.self_attn.v_proj),
                _joined(layer.self_attn.o_proj),
                layer.post_attention_layernorm.weight.detach(),
                _joined(layer.mlp.gate_proj, layer.mlp.up_proj),
                _joined(layer.mlp.down_proj),
            )
            for layer in layers
        ]
        self.norm = model.model.norm.weight.detach()
        self.embedding = model.model.embed_tokens
        self.head = _joined(model.lm_head)
        cos, sin = model.rotations(shape.max_position_embeddings, torch.device("cpu"))
        half = shape.head_dim // 2
        self.cos, self.sin = cos, torch.cat((-sin[:, :half], sin[:, half:]), 1)

    @torch.inference_mode()
    def scores(self, token: int, cache: Cache) -> Tensor:
        """Scores (vocabulary,) of what follows `token`, which follows those in `cache` and joins them."""
        at, turning = cache.length, self.heads + self.groups
        cos, sin = self.cos[at], self.sin[at]
        x = self.embedding.weight[token][None]  # (1, wide), as all in here
        for number, (gain, qkv, out, gain_after, gate_up, down) in enumerate(self.layers):
            rows = (self._normed(x, gain) @ qkv).view(
                -1, self.head_dim
            )  # heads of q, then those of k, then of v
            turned = rows[:turning]
            turned = torch.addcmul(turned * cos, turned.roll(self.head_dim // 2, 1), sin)
            keys, values = cache.put(number, turned[None, self.heads :, None], rows[None, turning:, None])
            mixed = scaled_dot_product_attention(
                turned[None, : self.heads, None], keys, values, enable_gqa=self.heads != self.groups
            )
            x = torch.addmm(x, mixed.view(1, -1), out)
            gate, up = (self._normed(x, gain_after) @ gate_up).chunk(2, 1)
            x = torch.addmm(x, silu(gate) * up, down)
        cache.length += 1
        found: Tensor = (self._normed(x, self.norm) @ self.head)[0]
        return found

    def _normed(self, x: Tensor, gain: Tensor) -> Tensor:
        mean = float(torch.dot(x[0], x[0])) / x.shape[1]
        return x * (gain / math.sqrt(mean + self.eps))


def _joined(*parts: nn.Linear) -> Tensor:
    """The matrices of parts that read the same, side by side (in, out); the parts become views of it."""
    whole = torch.cat([part.weight.detach() for part in parts]).t().contiguous()
    start = 0
    for part in parts:
        part.weight.data = whole[:, start : start + part.out_features].t()
        start += part.out_features
    return whole
