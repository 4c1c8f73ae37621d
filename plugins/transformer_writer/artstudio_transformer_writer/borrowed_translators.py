"""Translators that artists bring: folders of Marian, M2M100 and NLLB models, by the library `transformers`.

As with borrowed writers only their numbers are used: `transformers` gets a checked configuration and tensors
from safetensors files, never the folder, so there is no code, no pickle and no name of something elsewhere.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

import torch

from artstudio.sdk import BadModel, StudioError
from artstudio.sdk.nn.device import device_memory, has_bf16
from artstudio.sdk.nn.weights import CONFIG, load_config
from artstudio_transformer_writer.beam import searched
from artstudio_transformer_writer.borrowed_folder import Weights, file_in
from artstudio_transformer_writer.borrowed_network import check_size, quiet
from artstudio_transformer_writer.foreign_tokens import SPOKEN, ForeignTokens, foreign_tokens

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from torch import Tensor

    from artstudio_transformer_writer.subwords import Language

KINDS: Final = ("marian", "m2m_100")  # NLLB is of the second kind
BEAMS: Final = 4
_RANGES = {
    "vocab_size": (8, 1 << 20),
    "d_model": (8, 8192),
    "encoder_layers": (1, 100),
    "decoder_layers": (1, 100),
    "encoder_attention_heads": (1, 256),
    "decoder_attention_heads": (1, 256),
    "encoder_ffn_dim": (8, 65536),
    "decoder_ffn_dim": (8, 65536),
    "max_position_embeddings": (8, 8192),
}
_ALSO = ("pad_token_id", "eos_token_id", "decoder_start_token_id", "tie_word_embeddings")


class _Memory:
    """What a decoder of `transformers` keeps between tokens."""

    def __init__(self, encoded: Tensor) -> None:
        from transformers.cache_utils import DynamicCache, EncoderDecoderCache

        self.encoded = encoded
        self.cache = EncoderDecoderCache(DynamicCache(), DynamicCache())

    def pick(self, rows: Tensor) -> None:
        """Goes on with these of the rows; what was read is the same for all."""
        self.cache.self_attention_cache.reorder_cache(rows)  # type: ignore[arg-type]  # any whole numbers do


class _Network:
    """A network of `transformers` as `beam.Network`."""

    def __init__(self, model: Any) -> None:
        self.model = model

    @property
    def device(self) -> torch.device:
        """Where it is."""
        found: torch.device = self.model.device
        return found

    def encode(self, source: Tensor) -> tuple[Tensor, None]:
        """Reads a source."""
        found: Tensor = self.model.get_encoder()(input_ids=source).last_hidden_state
        return found, None

    def begin(self, encoded: Tensor) -> _Memory:
        """An empty memory."""
        return _Memory(encoded)

    def decode(self, tokens: Tensor, seen: Tensor | None, memory: _Memory) -> Tensor:
        """Scores of what follows."""
        scores: Tensor = self.model(
            encoder_outputs=(memory.encoded,), attention_mask=seen, decoder_input_ids=tokens,
            cache=memory.cache, use_cache=True,
        ).logits  # fmt: skip
        return scores


class BorrowedTranslator:
    """A network of `transformers` with its tokens."""

    def __init__(self, model: Any, tokens: ForeignTokens, folder: Path) -> None:
        self.network, self.tokens, self.folder = _Network(model), tokens, folder
        self.targets = tokens.targets
        config = model.config
        self.start, self.end = config.decoder_start_token_id, config.eos_token_id
        self.longest = config.max_position_embeddings - 2
        bare = {config.pad_token_id, self.start} - {self.end}
        self._never = sorted(i for i in bare if isinstance(i, int) and 0 <= i < config.vocab_size)

    def translating(self, sentence: str, target: Language) -> Generator[int, None, str]:
        """The likeliest translation that a beam search finds.

        Raises:
            BadModel: the model does not translate into `target`.
        """
        if target not in self.targets:
            raise BadModel(
                "the model {folder} does not translate from {source} into {target}: choose another",
                folder=self.folder, source=SPOKEN["en" if target == "zh" else "zh"], target=SPOKEN[target],
            )  # fmt: skip
        ids = self.tokens.source(sentence, target)
        kept = [*ids[: self.longest - 1], *ids[-1:]] if len(ids) > self.longest else ids
        steps = searched(
            self.network, kept, start=self.start, end=self.end, beams=BEAMS, never=self._never,
            most=min(self.longest, 16 + 3 * len(kept)), no_repeat=6, first=self.tokens.begins[target],
        )  # fmt: skip
        while True:
            try:
                with device_memory(str(self.network.device)):
                    count = next(steps)
            except StopIteration as end:
                return self.tokens.writes.text(end.value[0][1])
            yield count


def open_borrowed_translator(folder: Path, device: str) -> BorrowedTranslator:
    """The translator in a folder of `transformers`, ready on `device`.

    Raises:
        BadModel: the folder is incomplete, damaged, of a kind that cannot translate, or would run code.
        OutOfDeviceMemory: the device has no room for it.
    """
    file_in(folder, CONFIG)
    said = load_config(folder)
    if said.get("model_type") not in KINDS:
        raise BadModel(
            "the model {folder} is of the kind {kind}, which cannot translate here: Marian (OPUS-MT), M2M100 "
            "and NLLB can",
            folder=folder, kind=said.get("model_type"),
        )  # fmt: skip
    if said.get("quantization_config"):
        raise BadModel("the model {folder} is quantised: get it in half precision", folder=folder)
    if said.get("share_encoder_decoder_embeddings", True) is not True:
        raise BadModel("the model {folder} keeps two vocabularies, which is not read here", folder=folder)
    _check_numbers(folder, said)
    weights = Weights(folder)
    tokens = foreign_tokens(folder, said)
    try:
        with device_memory(device):
            model = _loaded(folder, said, weights, torch.bfloat16 if has_bf16(device) else torch.float32)
            translator = BorrowedTranslator(model.to(device).eval(), tokens, folder)
            _try_out(translator)
    except StudioError:
        raise
    except Exception as problem:  # numbers that do not fit each other fail anywhere in the network
        reason = (str(problem).splitlines() or [type(problem).__name__])[0][:200]
        raise BadModel(
            "the model {folder} cannot be used: {reason}", folder=folder, reason=reason
        ) from problem
    return translator


def _check_numbers(folder: Path, said: dict[str, Any]) -> None:
    for name, (least, most) in _RANGES.items():
        value = said.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise BadModel(
                "the model {folder} has {name} = {value} in its config.json; {least}-{most} is possible",
                folder=folder, name=name, value=str(value)[:40], least=least, most=most,
            )  # fmt: skip
    for name in ("eos_token_id", "pad_token_id", "decoder_start_token_id"):
        value = said.get(name)
        if not isinstance(value, int) or not 0 <= value < said["vocab_size"]:
            raise BadModel(
                "the model {folder} names tokens beyond its vocabulary in config.json", folder=folder
            )


def _loaded(folder: Path, said: dict[str, Any], weights: Weights, dtype: torch.dtype) -> Any:
    """The network that a configuration describes, with the folder's numbers in it."""
    quiet()
    from transformers.configuration_utils import PreTrainedConfig
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING
    from transformers.models.auto.modeling_auto import MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING

    kind: Any = CONFIG_MAPPING[said["model_type"]]
    known = {one.name for one in fields(kind)} - {one.name for one in fields(PreTrainedConfig)} | {*_ALSO}
    config = kind(**{name: said[name] for name in known & said.keys()})
    network: Any = MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING[kind]
    if config.encoder_layers + config.decoder_layers > len(weights.shapes):
        raise BadModel("the model {folder} claims layers that it does not hold", folder=folder)
    with torch.device("meta"):
        empty = network(config)
    claimed = sum(one.numel() for one in empty.parameters() if one.requires_grad)  # the others are computed
    check_size(folder, claimed, weights, dtype)
    model, report = network.from_pretrained(
        None, config=config, state_dict=weights.load(), dtype=dtype, output_loading_info=True,
        local_files_only=True, use_safetensors=True, trust_remote_code=False,
    )  # fmt: skip
    for name in sorted(map(str, [*report["missing_keys"], *report["mismatched_keys"]])):
        raise BadModel(
            "the model {folder} does not fit its {file}: see {tensor}",
            folder=folder,
            file=CONFIG,
            tensor=name,
        )
    return model


def _try_out(translator: BorrowedTranslator) -> None:
    """Looks at the first scores of something, which are numbers if the model is sound."""
    network, tokens = translator.network, translator.tokens
    with torch.inference_mode():
        row = torch.tensor([tokens.source("1", tokens.targets[0])], device=network.device)
        start = torch.tensor([[translator.start]], device=network.device)
        scores = network.decode(start, None, network.begin(network.encode(row)[0]))
    if not bool(scores.isfinite().all()):
        raise BadModel("the model {folder} gives no numbers: copy it again", folder=translator.folder)
