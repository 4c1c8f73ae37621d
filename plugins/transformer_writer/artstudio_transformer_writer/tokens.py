"""Tokens: what a model reads and writes; `tokenizer.json`, as the library `tokenizers` has it."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Ids = npt.NDArray[np.int64]
FILE: Final = "tokenizer.json"
END: Final = "<|end|>"  # between texts, and where one ends
MAX_FILE_BYTES = 64 << 20


class Tokens:
    """Text to token ids and back, without loss: whatever is written is read back byte for byte."""

    def __init__(self, tokenizer: Tokenizer, end: int) -> None:
        self.tokenizer = tokenizer
        self.tokenizer.encode_special_tokens = True  # in a text "<|end|>" is but characters
        self.end = end

    def __len__(self) -> int:
        return int(self.tokenizer.get_vocab_size())

    def encode(self, text: str) -> list[int]:
        """The ids of a text, without any end."""
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)

    def encode_all(self, texts: Sequence[str]) -> list[Ids]:
        """The ids of many texts; faster than one by one."""
        found = self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [np.array(one.ids, np.int64) for one in found]

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where each token of `text` stands, in characters."""
        return list(self.tokenizer.encode(text, add_special_tokens=False).offsets)

    def text(self, ids: Iterable[int]) -> str:
        """The text of some ids; bytes that are no UTF-8 yet become a replacement character."""
        return b"".join(self.pieces[i] for i in ids).decode("utf-8", "replace")

    @cached_property
    def pieces(self) -> list[bytes]:
        """What each token adds to a text; nothing for special ones."""
        special = {i for i, token in self.tokenizer.get_added_tokens_decoder().items() if token.special}
        return [
            b"" if i in special else piece_bytes(self.tokenizer.id_to_token(i) or "", by_bytes=self._by_bytes)
            for i in range(len(self))
        ]

    @cached_property
    def _by_bytes(self) -> bool:
        decoder = json.loads(self.tokenizer.to_str()).get("decoder") or {}
        return "ByteLevel" in json.dumps(decoder)

    def save(self, folder: Path) -> None:
        """Writes tokenizer.json, and what `transformers` wants beside it."""
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / FILE, self.tokenizer.to_str(pretty=False).encode())
        about = {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": END, "bos_token": END}
        write_atomically(folder / "tokenizer_config.json", (json.dumps(about, indent=2) + "\n").encode())


def load_tokens(folder: Path) -> Tokens:
    """The tokenizer of a model folder.

    Raises:
        BadModel: the file is missing, too large or damaged, or has no token for the end of a text.
    """
    tokenizer = read_tokenizer(folder, (END,))
    return Tokens(tokenizer, tokenizer.token_to_id(END) or 0)


def read_tokenizer(folder: Path, names: Sequence[str]) -> Tokenizer:
    """The tokenizer.json of a model folder, which has to know the tokens `names`.

    Raises:
        BadModel: the file is missing, too large or damaged, or does not know them.
    """
    path = folder / FILE
    if not path.is_file():
        raise BadModel(
            "{folder} has no {file}: copy it from where the model came from", folder=folder, file=FILE
        )
    if path.stat().st_size > MAX_FILE_BYTES:
        raise BadModel("{file} in {folder} is over 64 MiB", folder=folder, file=FILE)
    try:
        tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except Exception as problem:  # the library raises plain Exception
        raise BadModel("{file} in {folder} is damaged: copy it again", folder=folder, file=FILE) from problem
    for name in names:
        if tokenizer.token_to_id(name) is None:
            raise BadModel("the tokenizer in {folder} knows no {name}", folder=folder, name=name)
    return tokenizer


def learn_bytes(texts: Iterable[str], size: int) -> Tokens:
    """Byte-level BPE (Sennrich et al. 2016; Radford et al. 2019): the commonest pairs join, up to `size`."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size, special_tokens=[END], initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )  # fmt: skip
    tokenizer.train_from_iterator(texts, trainer)
    return Tokens(tokenizer, tokenizer.token_to_id(END) or 0)


def learn_characters(texts: Iterable[str], size: int) -> Tokens:
    """One token a character for the commonest ones; the rest, and any other, are spelt in bytes."""
    counts: dict[str, int] = {}
    for text in texts:
        for character in text:
            counts[character] = counts.get(character, 0) + 1
    names = [END, *(f"<0x{byte:02X}>" for byte in range(256))]
    common = sorted(counts, key=lambda character: (-counts[character], character))
    names += [character for character in common if counts[character] > 1][: max(0, size - len(names))]
    vocabulary = {name: i for i, name in enumerate(names)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[], byte_fallback=True))
    tokenizer.normalizer = normalizers.Sequence([])
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Fuse()])
    tokenizer.add_special_tokens([AddedToken(END, special=True)])
    return Tokens(tokenizer, vocabulary[END])


def _byte_alphabet() -> dict[str, int]:
    """The characters that stand for bytes in byte-level BPE (Radford et al. 2019)."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    return {chr(b): b for b in plain} | {chr(256 + i): b for i, b in enumerate(others)}


_ALPHABET = _byte_alphabet()


def piece_bytes(token: str, *, by_bytes: bool) -> bytes:
    """What a token adds to a text; `by_bytes`: it is written in the characters of byte-level BPE."""
    if by_bytes and all(character in _ALPHABET for character in token):
        return bytes(_ALPHABET[character] for character in token)
    if len(token) == 6 and token.startswith("<0x") and token.endswith(">"):
        return bytes([int(token[3:5], 16)])
    return token.replace("▁", " ").encode()
