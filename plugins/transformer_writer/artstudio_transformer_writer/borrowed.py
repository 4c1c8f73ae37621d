"""Models that artists bring: any usual folder of a causal language model, by the library `transformers`.

Only its numbers are used, and nothing of it is run: see `borrowed_folder` and `borrowed_network`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from torch import Tensor

from artstudio.sdk import BadModel, StudioError
from artstudio.sdk.nn.device import device_memory, has_bf16
from artstudio_transformer_writer.borrowed_folder import Weights, configuration, read_json
from artstudio_transformer_writer.borrowed_network import network
from artstudio_transformer_writer.borrowed_tokens import borrowed_tokens
from artstudio_transformer_writer.window import shared, window_start

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artstudio_transformer_writer.borrowed_tokens import BorrowedTokens
    from artstudio_transformer_writer.speaker import Scores

MAX_CONTEXT: Final = 8192
MAX_CACHE_BYTES = 1 << 30
_UNSAID_CONTEXT = 2048  # of models whose positions have no end
_AT_ONCE = 512  # tokens read at once: what attention needs grows with the square
_NAMES_OF_END = ("<|endoftext|>", "</s>", "<eos>", "<|end_of_text|>")


class BorrowedSpeaker:
    """A network of `transformers` with a cache of what it has read.

    The text before all text is `end` for every speaker; a model that was taught to see another token there
    (`begin`) sees that, and sees it too where a long text is read from its middle on.
    """

    def __init__(self, model: Any, tokens: BorrowedTokens, begin: int, end: int, context: int) -> None:
        self.model, self.tokens, self.begin = model, tokens, begin
        self.pieces: Sequence[bytes] = tokens.pieces
        self.end, self.context = end, context
        self.device = str(model.device)
        self._cache = _new_cache()
        self._read: list[int] = []  # what stands in the cache

    def encode(self, text: str) -> list[int]:
        """The ids of a text."""
        return [i for i, _, _ in self.tokens.read(text)]

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where they stand."""
        return [(start, end) for _, start, end in self.tokens.read(text)]

    def scores(self, ids: Sequence[int]) -> Scores:
        """Scores of what follows."""
        return self._going_on(ids).logits[0, -1].float().cpu().numpy()  # type: ignore[no-any-return]

    @torch.inference_mode()
    def all_scores(self, ids: Sequence[int]) -> Scores:
        """Scores of what follows each."""
        window, cache = self._begun(ids), _new_cache()
        found = np.empty((len(window), len(self.pieces)), np.float32)
        for at in range(0, len(window), _AT_ONCE):
            with device_memory(self.device):
                part = self.model(self._row(window[at : at + _AT_ONCE]), cache=cache, use_cache=True).logits[
                    0
                ]
            found[at : at + _AT_ONCE] = part.float().cpu().numpy()
        return found

    def looks(self, ids: Sequence[int]) -> Scores:
        """How much the last looks at each."""
        if len(ids) > 1:
            self.scores(ids[:-1])
        usual = self.model.config._attn_implementation
        self.model.set_attn_implementation("eager")  # the others do not tell
        try:
            layers = self._going_on(ids, output_attentions=True).attentions
        finally:
            self.model.set_attn_implementation(usual)
        found: Scores = torch.stack([one[0, :, -1].float().mean(0) for one in layers]).mean(0).cpu().numpy()
        return found

    @torch.inference_mode()
    def _going_on(self, ids: Sequence[int], **wanted: bool) -> Any:
        """What the model says after the last of `ids`; only what is not in the cache yet is read."""
        start = window_start(len(ids), self.context)
        window = self._begun(ids[start:], within=start > 0)
        same = min(shared(self._read, window), len(window) - 1)  # at least one is read, for its scores
        if len(self._read) > same:
            self._cache.crop(same - len(self._read))
        self._read, cache, self._cache = [], self._cache, _new_cache()  # should reading fail, nothing is read
        said = self._after(window[same:], cache, **wanted)
        self._read, self._cache = window, cache
        return said

    def _after(self, fresh: Sequence[int], cache: Any, **wanted: bool) -> Any:
        """What the model says after ids that are new, behind those in `cache`."""
        said = None
        with device_memory(self.device):
            for at in range(0, len(fresh), _AT_ONCE):
                part = self._row(fresh[at : at + _AT_ONCE])
                said = self.model(part, cache=cache, use_cache=True, logits_to_keep=1, **wanted)
        return said

    def _begun(self, ids: Sequence[int], *, within: bool = False) -> list[int]:
        return [self.begin, *ids[1:]] if within or ids[0] == self.end else list(ids)

    def _row(self, ids: Sequence[int]) -> Tensor:
        return torch.tensor([list(ids)], device=self.device)


def open_borrowed(folder: Path, device: str) -> BorrowedSpeaker:
    """The model in a folder of `transformers`, ready to write on `device`.

    Raises:
        BadModel: the folder is incomplete, damaged, of a kind that cannot write, or would run code.
        OutOfDeviceMemory: the device has no room for it.
    """
    said = configuration(folder)
    weights = Weights(folder)
    try:
        with device_memory(device):
            model = network(folder, said, weights, torch.bfloat16 if has_bf16(device) else torch.float32)
            speaker = _speaker(folder, said, model.to(device).eval())
            if not np.isfinite(speaker.all_scores([speaker.end] * min(16, speaker.context))).all():
                raise BadModel("the model {folder} gives no numbers: copy it again", folder=folder)
    except StudioError:
        raise
    except Exception as problem:  # numbers that do not fit each other fail anywhere in the network
        raise BadModel(
            "the model {folder} cannot be used: {reason}", folder=folder, reason=_reason(problem)
        ) from problem
    return speaker


def _speaker(folder: Path, said: dict[str, Any], model: Any) -> BorrowedSpeaker:
    """The network with its tokenizer, and how far it can look back."""
    config = model.config
    rows = model.get_output_embeddings().weight.shape[0]
    tokens = borrowed_tokens(folder, min(rows, model.get_input_embeddings().weight.shape[0]))
    begin, end = (_special(folder, said, tokens, name) for name in ("bos", "eos"))
    if end is None and begin is None:
        ends = (tokens.tokenizer.token_to_id(name) for name in _NAMES_OF_END)
        end = next((i for i in ends if i is not None and i < rows), None)
        if end is None:
            raise BadModel("the model {folder} does not say which token ends a text", folder=folder)
    groups = getattr(config, "num_key_value_heads", None) or config.num_attention_heads
    head = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    token_bytes = 2 * config.num_hidden_layers * groups * head * model.dtype.itemsize
    most = getattr(config, "max_position_embeddings", None) or _UNSAID_CONTEXT
    context = max(8, min(most, MAX_CONTEXT, MAX_CACHE_BYTES // max(1, token_bytes)))
    end = begin if end is None else end
    begin = end if begin is None else begin
    assert begin is not None
    assert end is not None
    tokens.pieces[begin] = tokens.pieces[end] = b""  # even where the tokenizer does not call them special
    return BorrowedSpeaker(model, tokens, begin, end, context)


def _special(folder: Path, said: dict[str, Any], tokens: BorrowedTokens, name: str) -> int | None:
    """The id of the token that begins ("bos") or ends ("eos") a text, by config.json or the tokenizer."""
    found = said.get(f"{name}_token_id")
    if isinstance(found, list):
        found = found[0] if found else None
    if found is None:
        named = read_json(folder, "tokenizer_config.json").get(f"{name}_token")
        content = named.get("content") if isinstance(named, dict) else named
        found = tokens.tokenizer.token_to_id(content) if isinstance(content, str) else None
    return found if isinstance(found, int) and 0 <= found < len(tokens.pieces) else None


def _new_cache() -> Any:
    from transformers.cache_utils import DynamicCache

    return DynamicCache()  # without the configuration: windows that slide would not let it go back


def _reason(problem: Exception) -> str:
    lines = str(problem).split(": ", 1)[-1].splitlines()
    return lines[0][:200] if lines else type(problem).__name__
