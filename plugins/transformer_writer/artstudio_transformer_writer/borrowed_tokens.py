"""Tokenizers from somewhere else, made to lose nothing: what their tokens stand for, joined, is the text.

As they come, many put a space before the text, join characters to others (Unicode's NFC) or read "</s>" in a
text as its end. All that is taken out; what a tokenizer then still cannot say is spelt in bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tokenizers import Tokenizer

from artstudio.sdk import BadModel
from artstudio_transformer_writer.borrowed_folder import file_in
from artstudio_transformer_writer.sentence_pieces import as_tokenizer
from artstudio_transformer_writer.tokens import FILE, MAX_FILE_BYTES, piece_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SENTENCE_PIECES = ("tokenizer.model", "sentencepiece.bpe.model", "spiece.model")
_SPACES = {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}
Placed = tuple[int, int, int]  # a token, and from where to where it stands, in characters


class BorrowedTokens:
    """Text to ids and back; `pieces` is as long as the model's vocabulary."""

    def __init__(self, tokenizer: Tokenizer, pieces: list[bytes]) -> None:
        self.tokenizer, self.pieces = tokenizer, pieces
        self._spelling = {piece[0]: i for i, piece in enumerate(pieces) if len(piece) == 1}

    def read(self, text: str) -> list[Placed]:
        """The tokens of a text and where they stand.

        Raises:
            BadModel: the tokenizer gave up on it.
        """
        text = text.encode("utf-8", "replace").decode()  # halves of characters are no text
        try:
            coded = self.tokenizer.encode(text, add_special_tokens=False)
        except BaseException as problem:
            if type(problem).__name__ != "PanicException":  # what Rust throws derives from no Exception
                raise
            raise BadModel("the tokenizer of this model cannot read this text") from problem
        found = [(i, *place) for i, place in zip(coded.ids, coded.offsets, strict=True)]
        if self._said(found) == text.encode():
            return found
        return self._mended(text, found)

    def _said(self, tokens: Iterable[Placed]) -> bytes:
        return b"".join(self.pieces[i] if i < len(self.pieces) else b"" for i, _, _ in tokens)

    def _mended(self, text: str, found: list[Placed]) -> list[Placed]:
        """`found`, with whatever it leaves out or changes spelt in bytes."""
        made: list[Placed] = []
        at = first = 0
        while first < len(found):
            start, end, last = max(at, found[first][1]), found[first][2], first + 1
            while last < len(found) and found[last][1] < end:  # they share a character
                end, last = max(end, found[last][2]), last + 1
            made += self._spelt(text, at, start)
            right = self._said(found[first:last]) == text[start:end].encode()
            made += found[first:last] if right else self._spelt(text, start, end)
            at, first = max(at, end), last
        return made + self._spelt(text, at, len(text))

    def _spelt(self, text: str, start: int, end: int) -> list[Placed]:
        return [
            (self._spelling[byte], at, at + 1)
            for at in range(start, end)
            for byte in text[at].encode()
            if byte in self._spelling
        ]


def borrowed_tokens(folder: Path, rows: int) -> BorrowedTokens:
    """The tokenizer of a folder whose model knows `rows` tokens.

    Raises:
        BadModel: it is missing, damaged, of a kind that loses spaces, or knows more tokens than the model.
    """
    spec = _specification(folder)
    try:
        by_bytes = _make_faithful(spec)
        tokenizer = Tokenizer.from_str(json.dumps(spec))
        tokenizer.encode_special_tokens = True  # in a text they are but characters
        added = tokenizer.get_added_tokens_decoder()
        pieces = [b""] * rows
        for token, i in tokenizer.get_vocab(with_added_tokens=True).items():
            special = i in added and added[i].special
            if i >= rows and not special:
                raise BadModel(
                    "the tokenizer in {folder} has a token {number}, but the model only knows {rows}",
                    folder=folder, number=i, rows=rows,
                )  # fmt: skip
            if not special:
                plain = by_bytes and i in added
                pieces[i] = token.encode() if plain else piece_bytes(token, by_bytes=by_bytes)
    except BadModel:
        raise
    except Exception as problem:  # the library raises plain Exception
        raise BadModel("the tokenizer in {folder} is damaged: copy it again", folder=folder) from problem
    return BorrowedTokens(tokenizer, pieces)


def _specification(folder: Path) -> dict[str, Any]:
    """The contents of tokenizer.json, or of a SentencePiece model as if it were one."""
    for name in (FILE, *SENTENCE_PIECES):
        path = file_in(folder, name)
        if path is None:
            continue
        if path.stat().st_size > MAX_FILE_BYTES:
            raise BadModel("{file} in {folder} is over 64 MiB", folder=folder, file=name)
        try:
            content = path.read_bytes()
            spec = json.loads(content) if name == FILE else as_tokenizer(content)
            if not isinstance(spec, dict) or not isinstance(spec.get("model"), dict):
                raise ValueError
        except (OSError, ValueError, RecursionError) as problem:
            raise BadModel(
                "{file} in {folder} is damaged: copy it again", file=name, folder=folder
            ) from problem
        kind = spec["model"].get("type", "BPE")
        if kind not in ("BPE", "Unigram") or spec["model"].get("end_of_word_suffix"):
            raise BadModel("the tokenizer in {folder} ({kind}) loses spaces", folder=folder, kind=kind)
        return spec
    raise BadModel("{folder} has no {file}: copy it from where the model came from", folder=folder, file=FILE)


def _make_faithful(spec: dict[str, Any]) -> bool:
    """Takes out of a tokenizer whatever changes a text; whether its tokens are made of bytes."""
    parts = _parts(spec.get("pre_tokenizer"), "pretokenizers")
    kinds = {part.get("type") for part in parts + _parts(spec.get("decoder"), "decoders")}
    spaced = any(
        part.get("type") == "Replace" and part.get("content") == "▁"
        for part in _parts(spec.get("normalizer"), "normalizers")
    )
    for part in parts:
        if part.get("type") == "ByteLevel":
            part["add_prefix_space"] = False
        if part.get("type") == "Metaspace":
            part["prepend_scheme"] = "never"
            part.pop("add_prefix_space", None)
    for token in spec.get("added_tokens") or ():
        token["lstrip"] = token["rstrip"] = False
    spec["normalizer"] = _SPACES if spaced else None
    spec["truncation"] = spec["padding"] = spec["post_processor"] = spec["decoder"] = None
    return "ByteLevel" in kinds


def _parts(component: Any, inner: str) -> list[dict[str, Any]]:
    """A component, or those in a sequence of them."""
    if not component:
        return []
    if component.get("type") != "Sequence":
        return [component]
    return [part for one in component[inner] for part in _parts(one, inner)]
