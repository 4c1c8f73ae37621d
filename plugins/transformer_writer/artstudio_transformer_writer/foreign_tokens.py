"""The tokens of borrowed translators: tokenizer.json, or SentencePiece models with a vocabulary beside them.

Of three families: Marian (OPUS-MT), which translates one way or names its target in ">>zho<<"; M2M100 and
NLLB, whose sources begin with a token for their language, and whose translations with one for theirs.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from tokenizers import Tokenizer

from artstudio.sdk import BadModel, StudioError
from artstudio_transformer_writer.borrowed_folder import file_in, read_json
from artstudio_transformer_writer.sentence_pieces import as_tokenizer
from artstudio_transformer_writer.subwords import Language
from artstudio_transformer_writer.tokens import FILE, MAX_FILE_BYTES, piece_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SPOKEN: Final[dict[Language, str]] = {"zh": "Chinese", "en": "English"}
_M2M100_CODES = (
    "af am ar ast az ba be bg bn br bs ca ceb cs cy da de el en es et fa ff fi fr fy ga gd gl gu ha he hi hr "
    "ht hu hy id ig ilo is it ja jv ka kk km kn ko lb lg ln lo lt lv mg mk ml mn mr ms my ne nl no ns oc or "
    "pa pl ps pt ro ru sd si sk sl so sq sr ss su sv sw ta th tl tn tr uk ur uz vi wo xh yi yo zh zu"
)  # its tokens for languages follow the vocabulary in this order
_CODES: Final[dict[Language, tuple[str, ...]]] = {
    "zh": ("cmn_Hans", "cmn", "zho_Hans", "zho", "zh", "zh_CN", "zh-CN", "zh_cn", "chinese"),
    "en": ("eng", "en", "eng_Latn", "english"),
}
_SPECIAL = re.compile(r"<(?!0x[0-9A-F]{2}>)[^<>]+>|__\w+__|>>.+<<")
_NAME = re.compile(r"opus-mt(?:-\w+)*?-([a-z]{2,3})-([a-z]{2,3})$")


class Side(Protocol):
    """Reads or writes one side's text."""

    def ids(self, text: str) -> list[int]:
        """A text's tokens."""

    def text(self, ids: Sequence[int]) -> str:
        """The text of tokens."""


@dataclass(frozen=True)
class ForeignTokens:
    """Sentences to ids and back; `targets` are the languages that can be written."""

    reads: Side
    writes: Side
    end: int
    targets: tuple[Language, ...]
    before: Mapping[
        Language, int | None
    ]  # the token before a source that is to be translated into a language
    begins: Mapping[Language, int | None]  # the token that a translation has to begin with

    def source(self, sentence: str, target: Language) -> list[int]:
        """What the network reads of a sentence that is to be translated into `target`."""
        plain = sentence.encode("utf-8", "replace").decode()  # halves of characters are no text
        named = self.before[target]
        return [*([] if named is None else [named]), *self.reads.ids(plain), self.end]


class _Json:
    """A tokenizer.json, as it comes."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.encode_special_tokens = True  # in a text they are but characters
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.tokenizer = tokenizer

    def ids(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)

    def text(self, ids: Sequence[int]) -> str:
        return str(self.tokenizer.decode(list(ids), skip_special_tokens=True)).strip()


class _Spelt:
    """A SentencePiece model, whose pieces have other numbers in a vocabulary beside it."""

    def __init__(self, tokenizer: Tokenizer, vocabulary: Mapping[str, int], unknown: int) -> None:
        tokenizer.encode_special_tokens = True
        self.tokenizer, self.vocabulary, self.unknown = tokenizer, vocabulary, unknown
        self._pieces = {number: piece for piece, number in vocabulary.items()}

    def ids(self, text: str) -> list[int]:
        plain = " ".join(unicodedata.normalize("NFKC", text).split())
        pieces = self.tokenizer.encode(f" {plain}", add_special_tokens=False).tokens
        return [self.vocabulary.get(piece, self.unknown) for piece in pieces]

    def text(self, ids: Sequence[int]) -> str:
        pieces = [self._pieces.get(number, "") for number in ids]
        plain = (piece_bytes(piece, by_bytes=False) for piece in pieces if not _SPECIAL.fullmatch(piece))
        return b"".join(plain).decode("utf-8", "replace").strip()


def foreign_tokens(folder: Path, said: Mapping[str, Any]) -> ForeignTokens:
    """The tokens of a translator's folder, whose configuration said so.

    Raises:
        BadModel: files are missing or damaged, or the model knows no Chinese or no English.
    """
    try:
        found = (_marian if said["model_type"] == "marian" else _many_languages)(folder, said)
    except StudioError:
        raise
    except Exception as problem:  # the library raises plain Exception
        raise BadModel("the tokenizer in {folder} is damaged: copy it again", folder=folder) from problem
    if not found.targets:
        raise BadModel("the model {folder} does not translate between English and Chinese", folder=folder)
    return found


def _many_languages(folder: Path, said: Mapping[str, Any]) -> ForeignTokens:
    """M2M100 and NLLB."""
    side: Side
    if file_in(folder, FILE) is not None:
        side = json_side = _Json(Tokenizer.from_str(_content(folder, FILE).decode()))
        named = {
            language: next(filter(None, map(json_side.tokenizer.token_to_id, names)), None)
            for language, names in (("zh", ("zho_Hans", "__zh__")), ("en", ("eng_Latn", "__en__")))
        }
    else:
        vocabulary = _vocabulary(folder, "vocab.json", said)
        side = _spelt(folder, "sentencepiece.bpe.model", vocabulary)
        added = read_json(folder, "added_tokens.json")
        named = {
            language: added.get(f"__{language}__", len(vocabulary) + _M2M100_CODES.split().index(language))
            for language in ("zh", "en")
        }
    before: dict[Language, int | None] = {"zh": named["en"], "en": named["zh"]}
    begins: dict[Language, int | None] = {"zh": named["zh"], "en": named["en"]}
    known = all(isinstance(i, int) and 0 <= i < said["vocab_size"] for i in named.values())
    return ForeignTokens(side, side, said["eos_token_id"], ("zh", "en") if known else (), before, begins)


def _marian(folder: Path, said: Mapping[str, Any]) -> ForeignTokens:
    reads: Side
    writes: Side
    if file_in(folder, "source.spm") is None and file_in(folder, FILE) is not None:
        reads = writes = json_side = _Json(Tokenizer.from_str(_content(folder, FILE).decode()))
        vocabulary = json_side.tokenizer.get_vocab()
    else:
        vocabulary = _vocabulary(folder, "vocab.json", said)
        reads, writes = (_spelt(folder, name, vocabulary) for name in ("source.spm", "target.spm"))
    about = read_json(folder, "tokenizer_config.json")
    name = _NAME.search(folder.name)
    source, target = (
        str(about.get(field) or (name[group] if name else ""))
        for field, group in (("source_lang", 1), ("target_lang", 2))
    )
    languages: tuple[Language, ...] = ("zh", "en")
    tags = {
        to: next((vocabulary[f">>{code}<<"] for code in _CODES[to] if f">>{code}<<" in vocabulary), None)
        for to in languages
    }
    other: dict[Language, Language] = {"zh": "en", "en": "zh"}
    targets = tuple(
        to
        for to in languages
        if (tags[to] is not None or target in _CODES[to]) and source in ("", "mul", *_CODES[other[to]])
    )
    return ForeignTokens(reads, writes, said["eos_token_id"], targets, tags, dict.fromkeys(languages))


def _spelt(folder: Path, name: str, vocabulary: Mapping[str, int]) -> _Spelt:
    spec = as_tokenizer(_content(folder, name))
    return _Spelt(Tokenizer.from_str(json.dumps(spec)), vocabulary, vocabulary["<unk>"])


def _vocabulary(folder: Path, name: str, said: Mapping[str, Any]) -> dict[str, int]:
    found = json.loads(_content(folder, name))
    if not all(isinstance(number, int) and 0 <= number < said["vocab_size"] for number in found.values()):
        raise BadModel(
            "{file} in {folder} names tokens that the model does not know", file=name, folder=folder
        )
    return dict(found)


def _content(folder: Path, name: str) -> bytes:
    path = file_in(folder, name)
    if path is None:
        raise BadModel(
            "{folder} has no {file}: copy it from where the model came from", folder=folder, file=name
        )
    if path.stat().st_size > MAX_FILE_BYTES:
        raise BadModel("{file} in {folder} is over 64 MiB", folder=folder, file=name)
    return path.read_bytes()
