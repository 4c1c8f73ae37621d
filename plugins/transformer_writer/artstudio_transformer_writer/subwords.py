"""The translator's tokens: whole Chinese characters and pieces of English words, in one vocabulary.

Byte-pair merges (Sennrich et al. 2016) join letters, never Chinese characters, digits or marks. A word's
piece holds the space before it, so that what is written is read back exactly; what is rare is spelt in bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, processors, trainers

from artstudio.sdk.nn.weights import write_atomically
from artstudio_transformer_writer.tokens import FILE, MAX_FILE_BYTES, read_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Language = Literal["zh", "en"]
PAD: Final = "<pad>"
END: Final = "</s>"
TARGETS: Final[dict[Language, str]] = {"zh": ">>zh<<", "en": ">>en<<"}
_WORDS = Regex(r" ?\p{Latin}+|'\p{Latin}+|.|\n")  # " word", "'s", any other character by itself
_HAN_SHARE = 0.995  # of the Chinese text is to be written without bytes


@dataclass(frozen=True)
class Subwords:
    """Sentences to token ids and back."""

    tokenizer: Tokenizer
    pad: int
    end: int
    targets: dict[Language, int]

    def __len__(self) -> int:
        return int(self.tokenizer.get_vocab_size())

    def encode(self, text: str) -> list[int]:
        """The ids of a text and nothing else."""
        text = text.encode("utf-8", "replace").decode()  # halves of characters are no text
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)

    def encode_all(self, texts: Sequence[str]) -> list[list[int]]:
        """The ids of many texts; faster than one by one."""
        return [
            list(one.ids) for one in self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        ]

    def source(self, ids: Sequence[int], target: Language) -> list[int]:
        """What the network reads of a sentence that is to be translated into `target`."""
        return [self.targets[target], *ids, self.end]

    def text(self, ids: Iterable[int]) -> str:
        """The text of some ids, special ones left out."""
        return str(self.tokenizer.decode(list(ids), skip_special_tokens=True))

    def special(self) -> list[int]:
        """Ids that are never part of a translation."""
        return [self.pad, *self.targets.values()]

    def parts(self) -> dict[int, tuple[int, int]]:
        """The two pieces that each merged piece was joined from."""
        model = json.loads(self.tokenizer.to_str())["model"]
        vocabulary: dict[str, int] = model["vocab"]
        return {vocabulary[a + b]: (vocabulary[a], vocabulary[b]) for a, b in model["merges"]}

    def save(self, folder: Path) -> None:
        """Writes tokenizer.json, and what `transformers` wants beside it."""
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / FILE, self.tokenizer.to_str(pretty=False).encode())
        about = {
            "tokenizer_class": "PreTrainedTokenizerFast", "eos_token": END, "pad_token": PAD,
            "clean_up_tokenization_spaces": False, "additional_special_tokens": list(TARGETS.values()),
        }  # fmt: skip
        write_atomically(folder / "tokenizer_config.json", (json.dumps(about, indent=2) + "\n").encode())


def learn_subwords(english: Iterable[str], chinese: Iterable[str], size: int) -> Subwords:
    """A vocabulary of at most `size`: special tokens, bytes, common characters, and merges."""
    counts = Counter(character for text in chinese for character in text)
    common, seen = [], 0
    for character, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        if count > 1 and seen < _HAN_SHARE * counts.total():
            common.append(character)
        seen += count
    english = list(english)
    letters = Counter(character for text in english for character in text)
    alphabet = sorted(character for character, count in letters.items() if count > 2)
    names = dict.fromkeys(
        [PAD, END, *TARGETS.values(), *(f"<0x{byte:02X}>" for byte in range(256)), *alphabet]
    )
    names |= dict.fromkeys(common[: max(0, size * 3 // 4 - len(names))])
    learner = Tokenizer(models.BPE())
    learner.pre_tokenizer = pre_tokenizers.Split(_WORDS, "isolated")
    room = size - len(names) + len(alphabet)
    learner.train_from_iterator(
        english,
        trainers.BpeTrainer(
            vocab_size=max(room, len(alphabet)), min_frequency=3, limit_alphabet=len(alphabet),
            initial_alphabet=alphabet, show_progress=False,
        ),
    )  # fmt: skip
    found = json.loads(learner.to_str())["model"]["merges"]
    merges = []
    for a, b in found:
        if a in names and b in names and len(names) < size:
            names[a + b] = None
            merges.append((a, b))
    vocabulary = {name: i for i, name in enumerate(names)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges, byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(_WORDS, "isolated")
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Fuse()])
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in (PAD, END, *TARGETS.values())])
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"$A {END}", special_tokens=[(END, vocabulary[END])]
    )
    return _subwords(tokenizer)


def has_subwords(folder: Path) -> bool:
    """Whether a folder's tokenizer is one of ours, which names its targets."""
    try:
        text = (
            (folder / FILE).read_text(encoding="utf-8")
            if (folder / FILE).stat().st_size < MAX_FILE_BYTES
            else ""
        )
    except (OSError, ValueError):
        return False
    return all(json.dumps(name) in text for name in (PAD, END, *TARGETS.values()))


def load_subwords(folder: Path) -> Subwords:
    """The tokenizer of a translator's folder.

    Raises:
        BadModel: the file is missing, too large or damaged, or knows no tokens that name Chinese and English.
    """
    return _subwords(read_tokenizer(folder, (PAD, END, *TARGETS.values())))


def _subwords(tokenizer: Tokenizer) -> Subwords:
    tokenizer.encode_special_tokens = True  # a text that happens to hold "</s>" is text
    ids = {name: tokenizer.token_to_id(name) or 0 for name in (PAD, END, *TARGETS.values())}
    return Subwords(tokenizer, ids[PAD], ids[END], {target: ids[name] for target, name in TARGETS.items()})
