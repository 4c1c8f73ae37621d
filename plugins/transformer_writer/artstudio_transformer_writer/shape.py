"""What a writer's folder says of its network, as `transformers` lays out Llama; read without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import load_config

if TYPE_CHECKING:
    from pathlib import Path

_RANGES = {
    "vocab_size": (2, 1 << 20),
    "hidden_size": (8, 16384),
    "intermediate_size": (8, 65536),
    "num_hidden_layers": (1, 200),
    "num_attention_heads": (1, 256),
    "num_key_value_heads": (1, 256),
    "max_position_embeddings": (8, 1 << 22),
}


@dataclass(frozen=True)
class Shape:
    """The numbers that fix every tensor's shape, in the words of a Llama configuration."""

    vocab_size: int
    hidden_size: int = 256
    intermediate_size: int = 640
    num_hidden_layers: int = 5
    num_attention_heads: int = 4
    num_key_value_heads: int = 2
    max_position_embeddings: int = 512
    rms_norm_eps: float = 1e-5
    rope_theta: float = 10_000.0
    tie_word_embeddings: bool = True

    @property
    def head_dim(self) -> int:
        """Numbers a head."""
        return self.hidden_size // self.num_attention_heads

    def tensors(self) -> dict[str, tuple[int, ...]]:
        """Names and shapes of a model's tensors."""
        wide, ff = self.hidden_size, self.intermediate_size
        kv = self.num_key_value_heads * self.head_dim
        shapes: dict[str, tuple[int, ...]] = {
            "model.embed_tokens.weight": (self.vocab_size, wide),
            "model.norm.weight": (wide,),
        }
        if not self.tie_word_embeddings:
            shapes["lm_head.weight"] = (self.vocab_size, wide)
        for i in range(self.num_hidden_layers):
            layer = f"model.layers.{i}"
            shapes |= {
                f"{layer}.input_layernorm.weight": (wide,),
                f"{layer}.self_attn.q_proj.weight": (wide, wide),
                f"{layer}.self_attn.k_proj.weight": (kv, wide),
                f"{layer}.self_attn.v_proj.weight": (kv, wide),
                f"{layer}.self_attn.o_proj.weight": (wide, wide),
                f"{layer}.post_attention_layernorm.weight": (wide,),
                f"{layer}.mlp.gate_proj.weight": (ff, wide),
                f"{layer}.mlp.up_proj.weight": (ff, wide),
                f"{layer}.mlp.down_proj.weight": (wide, ff),
            }
        return shapes

    def to_config(self, end: int) -> dict[str, Any]:
        """A configuration that `transformers` reads too; `end` is the id of the end of a text."""
        return {
            "architectures": ["LlamaForCausalLM"],
            "model_type": "llama",
            "hidden_act": "silu",
            "attention_bias": False,
            "mlp_bias": False,
            "attention_dropout": 0.0,
            "initializer_range": 0.02,
            "use_cache": True,
            "torch_dtype": "float16",
            "head_dim": self.head_dim,
            "bos_token_id": end,
            "eos_token_id": end,
            **{name: getattr(self, name) for name in (*_RANGES, *_PLAIN)},
        }


_PLAIN = ("rms_norm_eps", "rope_theta", "tie_word_embeddings")


def ours(config: dict[str, Any]) -> bool:
    """Whether `model.py` is the network that a configuration describes, without anything it does not know."""
    heads, wide = config.get("num_attention_heads"), config.get("hidden_size")
    return (
        config.get("model_type") == "llama"
        and config.get("hidden_act", "silu") == "silu"
        and not config.get("attention_bias")
        and not config.get("mlp_bias")
        and not config.get("quantization_config")
        and config.get("rope_scaling") in (None, {})
        and _rope(config) is not None
        and isinstance(heads, int)
        and isinstance(wide, int)
        and config.get("head_dim") in (None, wide // max(heads, 1))
    )


def _rope(config: dict[str, Any]) -> float | None:
    """The base of the rotations; None where they are not the plain ones. Newer folders nest them."""
    nested = config.get("rope_parameters") or {}
    if nested.get("rope_type", "default") != "default":
        return None
    found = config.get("rope_theta", nested.get("rope_theta", 10_000.0))
    return float(found) if isinstance(found, int | float) and found > 1 else None


def load_shape(folder: Path) -> Shape:
    """The shape that a folder of a Llama declares.

    Raises:
        BadModel: it is no model of this kind, or a number is missing or out of range.
    """
    config = load_config(folder)
    if not ours(config):
        raise BadModel("{folder} is no model in the layout of a plain Llama", folder=folder)
    config.setdefault("num_key_value_heads", config.get("num_attention_heads"))
    numbers: dict[str, int] = {}
    for name, (least, most) in _RANGES.items():
        value = config.get(name)
        if not isinstance(value, int) or not least <= value <= most:
            raise BadModel(
                "the model {folder} has {name} = {value} in its config.json; {least}-{most} is possible",
                folder=folder, name=name, value=value, least=least, most=most,
            )  # fmt: skip
        numbers[name] = value
    heads, groups = numbers["num_attention_heads"], numbers["num_key_value_heads"]
    if numbers["hidden_size"] % (2 * heads) or heads % groups:
        raise BadModel(
            "the model {folder} cannot share {wide} numbers among {heads} heads in {groups} groups",
            folder=folder, wide=numbers["hidden_size"], heads=heads, groups=groups,
        )  # fmt: skip
    rope = _rope(config)
    assert rope is not None
    eps = config.get("rms_norm_eps", 1e-6)
    if not isinstance(eps, int | float) or not 0 < eps < 0.1:
        raise BadModel("the model {folder} has rms_norm_eps = {eps}", folder=folder, eps=eps)
    return Shape(
        **numbers,
        rms_norm_eps=float(eps),
        rope_theta=rope,
        tie_word_embeddings=bool(config.get("tie_word_embeddings", False)),
    )
