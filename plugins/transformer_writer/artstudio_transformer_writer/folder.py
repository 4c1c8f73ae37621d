"""A writer's model folder: network, tokenizer, what it knows by heart, what it learned from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import CONFIG, load_config, save_model, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio_transformer_writer.copies import Known
    from artstudio_transformer_writer.model import Writer
    from artstudio_transformer_writer.rhyme_zh import Rhymes
    from artstudio_transformer_writer.tokens import Tokens

LEARNED = "learned.json"
PARTS = ("prose", "verse", "translation")
MAX_LEARNED_BYTES = 8 << 20


def save_writer(
    folder: Path,
    model: Writer,
    tokens: Tokens,
    known: Known,
    about: dict[str, Any],
    rhymes: Rhymes | None = None,
) -> None:
    """Writes the folder in half precision, laid out as `transformers` lays out Llama."""
    shared = model.shape.tie_word_embeddings
    arrays = {
        name: tensor.detach().float().cpu().numpy()
        for name, tensor in model.state_dict().items()
        if not (shared and name == "lm_head.weight")
    }
    tokens.save(folder)
    known.save(folder)
    if rhymes is not None:
        rhymes.save(folder)
    write_atomically(folder / LEARNED, (json.dumps(about, indent=1, ensure_ascii=False) + "\n").encode())
    save_model(folder, arrays, model.shape.to_config(tokens.end))


def part(folder: Path, name: str) -> Path:
    """The model for one kind of writing in a folder that holds several, else the folder itself.

    A starter holds prose, verse and translation in folders of these names.
    """
    inner = folder / name
    return inner if (inner / CONFIG).is_file() else folder


def is_translator(folder: Path) -> bool:
    """Whether a folder's model reads one language and writes another."""
    return bool(load_config(folder).get("is_encoder_decoder"))


def learned(folder: Path) -> dict[str, Any]:
    """What a model says of its training: `marks` of texts it read, and of those `aside`, whole or in part.

    Raises:
        BadModel: the file is damaged.
    """
    path = folder / LEARNED
    if not path.is_file():
        return {}
    try:
        found = (
            json.loads(path.read_text(encoding="utf-8")) if path.stat().st_size < MAX_LEARNED_BYTES else None
        )
        if not isinstance(found, dict):
            raise ValueError
    except (OSError, ValueError, RecursionError) as problem:
        raise BadModel(
            "{file} in {folder} is damaged: copy it again", file=LEARNED, folder=folder
        ) from problem
    return found
