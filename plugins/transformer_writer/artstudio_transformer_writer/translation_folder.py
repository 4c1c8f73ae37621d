"""A translator's model folder: network, tokens, and how to write with them, for us and for `transformers`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from artstudio.sdk.nn.weights import save_model, write_atomically
from artstudio_transformer_writer.folder import LEARNED
from artstudio_transformer_writer.marian_shape import BIAS

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio_transformer_writer.marian import Marian
    from artstudio_transformer_writer.subwords import Subwords

LENGTH_PENALTY: Final = 1.5  # a translation is worth its log probability divided by its length to this power
NO_REPEAT: Final = 4  # no run of so many tokens is written twice


def save_translator(folder: Path, model: Marian, subwords: Subwords, about: dict[str, Any]) -> None:
    """Writes the folder in half precision, laid out as `transformers` lays out Marian."""
    arrays = {name: tensor.detach().float().cpu().numpy() for name, tensor in model.state_dict().items()}
    if not arrays[BIAS].any():  # as ever with ours; `transformers` takes a missing one for zeros, too
        del arrays[BIAS]
    subwords.save(folder)
    shape = model.shape
    writing = {
        "num_beams": 4, "length_penalty": LENGTH_PENALTY, "no_repeat_ngram_size": NO_REPEAT,
        "early_stopping": False, "max_length": shape.max_position_embeddings,
        "pad_token_id": shape.pad_token_id, "eos_token_id": shape.eos_token_id,
        "decoder_start_token_id": shape.pad_token_id, "forced_eos_token_id": shape.eos_token_id,
        "suppress_tokens": subwords.special(),
    }  # fmt: skip
    write_atomically(folder / "generation_config.json", (json.dumps(writing, indent=2) + "\n").encode())
    write_atomically(folder / LEARNED, (json.dumps(about, indent=1, ensure_ascii=False) + "\n").encode())
    save_model(folder, arrays, shape.to_config())
