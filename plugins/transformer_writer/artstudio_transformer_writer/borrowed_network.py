"""The network of a folder from somewhere else, made by `transformers`.

`transformers` never sees the folder: it gets a checked configuration and tensors from safetensors files, so
there is no code, no pickle and no name of something elsewhere that it could follow.
"""

from __future__ import annotations

import os
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import psutil
import torch

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import CONFIG

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio_transformer_writer.borrowed_folder import Weights

MAX_BUFFER_BYTES = 1 << 28
MAX_LAYERS = 512
# What older folders say beside the fields of their configuration, and the few general fields that matter.
_ALSO = (
    "bos_token_id", "eos_token_id", "n_embed", "partial_rotary_factor", "rope_local_base_freq",
    "rope_scaling", "rope_theta", "rotary_emb_base", "rotary_pct", "sliding_window_pattern",
    "tie_word_embeddings",
)  # fmt: skip


def network(folder: Path, said: dict[str, Any], weights: Weights, dtype: torch.dtype) -> Any:
    """The network that a configuration describes, with the folder's numbers in it."""
    quiet()
    from transformers.configuration_utils import PreTrainedConfig
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING
    from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING

    kind = CONFIG_MAPPING[said["model_type"]]
    known = {field.name for field in fields(kind)} - {field.name for field in fields(PreTrainedConfig)}
    known |= {*kind.attribute_map, *kind.attribute_map.values(), *_ALSO}
    config = kind(**{name: said[name] for name in known & said.keys()})
    if not 0 < config.num_hidden_layers <= min(MAX_LAYERS, len(weights.shapes)):
        raise BadModel(
            "the model {folder} claims {count} layers, but does not hold them",
            folder=folder, count=config.num_hidden_layers,
        )  # fmt: skip
    made: Any = MODEL_FOR_CAUSAL_LM_MAPPING[kind]
    with torch.device("meta"):
        empty = made(config)
    claimed = sum(parameter.numel() for parameter in empty.parameters())
    check_size(folder, claimed, weights, dtype)
    if sum(buffer.nbytes for buffer in empty.buffers()) > MAX_BUFFER_BYTES:
        raise BadModel("the model {folder} claims too long a context", folder=folder)
    model, report = made.from_pretrained(
        None, config=config, state_dict=weights.load(), dtype=dtype, output_loading_info=True,
        ignore_mismatched_sizes=True, local_files_only=True, use_safetensors=True, trust_remote_code=False,
    )  # fmt: skip
    _whole(folder, model, report)
    return model


def quiet() -> None:
    """`transformers` asks nobody and says nothing."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]


def check_size(folder: Path, claimed: int, weights: Weights, dtype: torch.dtype) -> None:
    """Refuses a network of `claimed` numbers that the files do not hold or the memory cannot.

    Raises:
        BadModel: one or the other.
    """
    if claimed > weights.numbers:
        raise BadModel(
            "the model {folder} is incomplete: its {file} tells of {claimed} numbers, there are {found}",
            folder=folder, file=CONFIG, claimed=claimed, found=weights.numbers,
        )  # fmt: skip
    if claimed * dtype.itemsize > 0.9 * psutil.virtual_memory().total:
        raise BadModel(
            "the model {folder} needs {size} GiB of memory, more than there is: choose a smaller one",
            folder=folder, size=claimed * dtype.itemsize >> 30,
        )  # fmt: skip


def _whole(folder: Path, model: Any, report: dict[str, Any]) -> None:
    """Every tensor of the network was there, all of its layers were used, and all are numbers."""
    deeper = {name for name in report["unexpected_keys"] if _layer(name) >= model.config.num_hidden_layers}
    misshapen = {one if isinstance(one, str) else one[0] for one in report["mismatched_keys"]}
    for names in (report["missing_keys"], misshapen, deeper):
        for name in sorted(names):
            raise BadModel(
                "the model {folder} does not fit its {file}: see {tensor}",
                folder=folder, file=CONFIG, tensor=name,
            )  # fmt: skip
    for name, parameter in model.named_parameters():
        if not torch.stack(torch.aminmax(parameter.detach())).isfinite().all():
            raise BadModel(
                "the model {folder} is damaged: {tensor} is full of what are no numbers",
                folder=folder, tensor=name,
            )  # fmt: skip


def _layer(name: str) -> int:
    """The number of the layer that a tensor belongs to, -1 for none."""
    return next((int(part) for part in name.split(".") if part.isdecimal()), -1)
