"""What a translator's folder says of its network, as `transformers` lays out Marian; read without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import load_config

if TYPE_CHECKING:
    from pathlib import Path

BIAS: Final = "final_logits_bias"  # zeros; may be left out
_RANGES = {
    "vocab_size": (8, 1 << 20),
    "d_model": (8, 8192),
    "encoder_layers": (1, 100),
    "decoder_layers": (1, 100),
    "encoder_attention_heads": (1, 256),
    "decoder_attention_heads": (1, 256),
    "encoder_ffn_dim": (8, 65536),
    "decoder_ffn_dim": (8, 65536),
    "max_position_embeddings": (8, 1 << 16),
    "pad_token_id": (0, 1 << 20),
    "eos_token_id": (0, 1 << 20),
}


@dataclass(frozen=True)
class MarianShape:
    """The numbers that fix every tensor's shape, in the words of a Marian configuration."""

    vocab_size: int
    d_model: int = 128
    encoder_layers: int = 3
    decoder_layers: int = 2
    encoder_attention_heads: int = 4
    decoder_attention_heads: int = 4
    encoder_ffn_dim: int = 512
    decoder_ffn_dim: int = 512
    max_position_embeddings: int = 512
    pad_token_id: int = 0
    eos_token_id: int = 1
    scale_embedding: bool = True

    def tensors(self) -> dict[str, tuple[int, ...]]:
        """Names and shapes of a model's tensors."""
        wide = self.d_model
        shapes: dict[str, tuple[int, ...]] = {
            BIAS: (1, self.vocab_size),
            "model.shared.weight": (self.vocab_size, wide),
        }
        halves = (
            ("encoder", self.encoder_layers, self.encoder_ffn_dim, ("self_attn",)),
            ("decoder", self.decoder_layers, self.decoder_ffn_dim, ("self_attn", "encoder_attn")),
        )
        for half, layers, ff, attentions in halves:
            for i in range(layers):
                layer = f"model.{half}.layers.{i}"
                linear = {"fc1": (ff, wide), "fc2": (wide, ff)}
                for attention in attentions:
                    linear |= {f"{attention}.{one}_proj": (wide, wide) for one in ("q", "k", "v", "out")}
                for name, size in linear.items():
                    shapes |= {f"{layer}.{name}.weight": size, f"{layer}.{name}.bias": size[:1]}
                for norm in (*(f"{one}_layer_norm" for one in attentions), "final_layer_norm"):
                    shapes |= {f"{layer}.{norm}.weight": (wide,), f"{layer}.{norm}.bias": (wide,)}
        return shapes

    def to_config(self) -> dict[str, Any]:
        """A configuration that `transformers` reads too."""
        return {
            "architectures": ["MarianMTModel"],
            "model_type": "marian",
            "is_encoder_decoder": True,
            "activation_function": "swish",
            "share_encoder_decoder_embeddings": True,
            "tie_word_embeddings": True,
            "decoder_start_token_id": self.pad_token_id,
            "forced_eos_token_id": self.eos_token_id,
            "bos_token_id": None,
            "decoder_vocab_size": self.vocab_size,
            "dropout": 0.0,
            "use_cache": True,
            "torch_dtype": "float16",
            "scale_embedding": self.scale_embedding,
            **{name: getattr(self, name) for name in _RANGES},
        }


def is_plain_marian(config: dict[str, Any]) -> bool:
    """Whether `marian.py` is the network that a configuration describes, without anything else."""
    return (
        config.get("model_type") == "marian"
        and config.get("activation_function") in ("swish", "silu")
        and config.get("share_encoder_decoder_embeddings", True) is True
        and config.get("tie_word_embeddings", True) is True
        and config.get("decoder_start_token_id") == config.get("pad_token_id")
        and config.get("decoder_vocab_size") in (None, config.get("vocab_size"))
        and not config.get("quantization_config")
        and not config.get("auto_map")
    )


def load_marian_shape(folder: Path) -> MarianShape:
    """The shape that a translator's folder declares.

    Raises:
        BadModel: it is no model of this kind, or a number is missing or out of range.
    """
    config = load_config(folder)
    if not is_plain_marian(config):
        raise BadModel("{folder} is no model in the layout of a plain Marian", folder=folder)
    numbers: dict[str, int] = {}
    for name, (least, most) in _RANGES.items():
        value = config.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise BadModel(
                "the model {folder} has {name} = {value} in its config.json; {least}-{most} is possible",
                folder=folder, name=name, value=value, least=least, most=most,
            )  # fmt: skip
        numbers[name] = value
    wide = numbers["d_model"]
    for heads in (numbers["encoder_attention_heads"], numbers["decoder_attention_heads"]):
        if wide % heads or wide % 2:
            raise BadModel(
                "the model {folder} cannot share {wide} numbers among {heads} heads",
                folder=folder, wide=wide, heads=heads,
            )  # fmt: skip
    if max(numbers["pad_token_id"], numbers["eos_token_id"]) >= numbers["vocab_size"]:
        raise BadModel("the model {folder} names tokens beyond its vocabulary in config.json", folder=folder)
    return MarianShape(**numbers, scale_embedding=bool(config.get("scale_embedding", False)))
