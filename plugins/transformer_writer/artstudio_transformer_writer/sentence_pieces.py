"""SentencePiece models (Kudo and Richardson 2018) read as tokenizers of the library `tokenizers`.

They are protocol buffers. Only the fields that matter are read, numbered as in `sentencepiece_model.proto`.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECES, _TRAINER = 1, 2
_MODEL_TYPE, _BYTE_FALLBACK = 3, 35
_UNIGRAM, _BPE = 1, 2
_UNKNOWN, _CONTROL, _USER_DEFINED, _BYTE = 2, 3, 4, 6
_MAX_PIECE = 256  # characters


class _Piece(NamedTuple):
    text: str
    score: float
    kind: int


def as_tokenizer(content: bytes) -> dict[str, Any]:
    """What tokenizer.json would say of a SentencePiece model.

    Raises:
        ValueError: the bytes are no such model.
    """
    pieces: list[_Piece] = []
    trainer: dict[int, int] = {}
    for number, value in _fields(content):
        if number == _PIECES and isinstance(value, bytes):
            pieces.append(_piece(value))
        elif number == _TRAINER and isinstance(value, bytes):
            trainer = {field: inner for field, inner in _fields(value) if isinstance(inner, int)}
    if not pieces:
        raise ValueError("no pieces")
    unknown = next((i for i, piece in enumerate(pieces) if piece.kind == _UNKNOWN), 0)
    by_bytes = bool(trainer.get(_BYTE_FALLBACK)) or any(piece.kind == _BYTE for piece in pieces)
    model: dict[str, Any]
    if trainer.get(_MODEL_TYPE, _UNIGRAM) == _BPE:
        vocabulary = {piece.text: i for i, piece in enumerate(pieces)}
        model = {
            "type": "BPE", "unk_token": pieces[unknown].text, "fuse_unk": True, "byte_fallback": by_bytes,
            "vocab": vocabulary, "merges": _merges(pieces, vocabulary),
        }  # fmt: skip
    else:
        scored = [[piece.text, piece.score] for piece in pieces]
        model = {"type": "Unigram", "unk_id": unknown, "byte_fallback": by_bytes, "vocab": scored}
    return {
        "version": "1.0",
        "added_tokens": [
            {
                "id": i, "content": piece.text, "special": piece.kind != _USER_DEFINED, "single_word": False,
                "lstrip": False, "rstrip": False, "normalized": piece.kind == _USER_DEFINED,
            }
            for i, piece in enumerate(pieces)
            if piece.kind in (_UNKNOWN, _CONTROL, _USER_DEFINED)
        ],
        "normalizer": {"type": "Replace", "pattern": {"String": " "}, "content": "▁"},
        "model": model,
    }  # fmt: skip


def _piece(content: bytes) -> _Piece:
    fields = dict(_fields(content))
    text, score, kind = fields.get(1, b""), fields.get(2, b"\0\0\0\0"), fields.get(3, 1)
    if not isinstance(text, bytes) or not isinstance(score, bytes) or not isinstance(kind, int):
        raise ValueError("piece")
    found = text.decode("utf-8")
    if not 0 < len(found) <= _MAX_PIECE:
        raise ValueError("length of a piece")
    return _Piece(found, struct.unpack("<f", score)[0], kind)


def _merges(pieces: list[_Piece], vocabulary: dict[str, int]) -> list[list[str]]:
    """The pairs that join, the best first: all ways in which a piece is made of two others."""
    found: list[tuple[float, str, str]] = []
    for piece in pieces:
        if piece.kind in (_UNKNOWN, _CONTROL, _BYTE):
            continue
        ways = [(piece.text[:cut], piece.text[cut:]) for cut in range(1, len(piece.text))]
        found += [(-piece.score, a, b) for a, b in ways if a in vocabulary and b in vocabulary]
    found.sort(key=lambda merge: merge[0])  # stable: of one score, in the order of the pieces
    return [[a, b] for _, a, b in found]


def _fields(content: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a message: numbers as int, the rest as bytes."""
    at = 0
    while at < len(content):
        tag, at = _number(content, at)
        kind = tag & 7
        if kind == 0:
            number, at = _number(content, at)
            yield tag >> 3, number
            continue
        if kind == 2:
            size, at = _number(content, at)
        elif kind in (1, 5):
            size = 8 if kind == 1 else 4
        else:
            raise ValueError(f"wire type {kind}")
        if at + size > len(content):
            raise ValueError("cut off")
        yield tag >> 3, content[at : at + size]
        at += size


def _number(content: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where the next field begins."""
    found = shift = 0
    while shift < 64:
        if at >= len(content):
            raise ValueError("cut off")
        byte = content[at]
        found |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return found, at
    raise ValueError("number")
