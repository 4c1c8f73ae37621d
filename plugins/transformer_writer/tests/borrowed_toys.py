"""Small folders of models from somewhere else, made here: random ones, with tokenizers of all kinds."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

import torch
from tokenizers import (
    AddedToken,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)
from writer_toys import story

if TYPE_CHECKING:
    from pathlib import Path

ENDS = ["<unk>", "<s>", "</s>"]
BYTES = [f"<0x{byte:02X}>" for byte in range(256)]
_SMALL: dict[str, Any] = {
    "vocab_size": 400, "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2,
    "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 8, "max_position_embeddings": 64,
    "sliding_window": 6, "moe_intermediate_size": 16, "shared_expert_intermediate_size": 16, "num_experts": 8,
    "bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 0,
}  # fmt: skip
_OWN: dict[str, dict[str, Any]] = {
    "gpt_neo": {"attention_types": [[["global", "local"], 1]], "window_size": 6},
    "opt": {"word_embed_proj_dim": 32, "ffn_dim": 48},
    "gptj": {"rotary_dim": 4},
    "xglm": {"ffn_dim": 48},
}


def network(kind: str, **changes: Any) -> Any:
    """A small random network of a kind."""
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING
    from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING

    config: Any = CONFIG_MAPPING[kind]
    names = {*config.__dataclass_fields__, *config.attribute_map}
    torch.manual_seed(1)
    made = config(**{k: v for k, v in _SMALL.items() if k in names}, **_OWN.get(kind, {}), **changes)
    network_class: Any = MODEL_FOR_CAUSAL_LM_MAPPING[config]
    model = network_class(made).eval()
    for parameter in model.parameters():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, std=0.2)  # loud, so that it prefers some tokens
    return model


def save(folder: Path, model: Any, tokenizer: Tokenizer | None = None, shard: str = "1GB") -> Path:
    """Writes a folder as people find them."""
    model.save_pretrained(folder, max_shard_size=shard)
    if tokenizer is not None:
        tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def changed(folder: Path, file: str, **changes: Any) -> None:
    """Changes what a JSON file says."""
    said = json.loads((folder / file).read_text())
    (folder / file).write_text(json.dumps(said | changes))


def of_bytes() -> Tokenizer:
    """Byte-level BPE as in GPT-2 and Qwen, with all that such files do to a text."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=390, special_tokens=ENDS, initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )  # fmt: skip
    tokenizer.train_from_iterator([story()], trainer)
    tokenizer.add_tokens([AddedToken("    ", lstrip=True, rstrip=True, normalized=False)])
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=True)
    tokenizer.enable_truncation(16)
    return tokenizer


def of_llama() -> Tokenizer:
    """BPE with bytes to fall back on and a space put before the text, as in Llama 2 and Mistral."""
    vocabulary = {name: i for i, name in enumerate([*ENDS, *BYTES, "▁"])}
    merges: list[tuple[str, str]] = []
    for character in sorted(set(story()) - {" ", "\n"}):
        vocabulary[character] = len(vocabulary)
    for pair in [("▁", "t"), ("h", "e"), ("▁t", "he"), ("▁", "▁"), ("o", "n"), ("▁", "s")]:
        vocabulary["".join(pair)] = len(vocabulary)
        merges.append(pair)
    model = models.BPE(vocab=vocabulary, merges=merges, unk_token="<unk>", fuse_unk=True, byte_fallback=True)
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in ENDS])
    return tokenizer


def of_unigram() -> Tokenizer:
    """A unigram model on words that begin with ▁, as in XGLM."""
    words = sorted(set(story().split()))[:60]
    scored = [(name, 0.0) for name in ENDS] + [(name, -20.0) for name in BYTES]
    scored += [("▁", -3.0)] + [(f"▁{word}", -6.0 - i / 100) for i, word in enumerate(words)]
    scored += [(character, -8.0) for character in sorted(set(story()) - {" ", "\n"})]
    tokenizer = Tokenizer(models.Unigram(scored, 0, True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Strip()])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in ENDS])
    return tokenizer


def sentence_piece_model() -> bytes:
    """`of_llama`, as the file of a SentencePiece BPE model."""
    vocabulary = of_llama().get_vocab(with_added_tokens=False)
    content = b""
    for name, i in sorted(vocabulary.items(), key=lambda one: one[1]):
        kind = 2 if i == 0 else 3 if i < 3 else 6 if i < 3 + 256 else 1
        piece = _field(1, name.encode()) + b"\x15" + struct.pack("<f", -float(i)) + bytes([0x18, kind])
        content += _field(1, piece)
    return content + _field(2, bytes([0x18, 2, 0x98, 0x02, 1]))  # BPE, with bytes to fall back on


def _field(number: int, content: bytes) -> bytes:
    size = len(content)
    length = bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])
    return bytes([number << 3 | 2]) + length + content


TOKENIZERS = {"bytes": of_bytes, "llama": of_llama, "unigram": of_unigram}
