"""Text as the full-text index takes it, so that languages written without spaces are found too.

SQLite's tokenizers take a run of Chinese for one word; its trigrams find nothing shorter than three
letters, and most Chinese words have two. So such runs are indexed as overlapping pairs, their last letter
once more by itself: "山水画" as "山水 水画 画". A word of two letters is then one token, a longer one a
phrase of tokens, a single letter the beginning of one.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import Final

# Thai, Kana, Han and Hangul
_UNSPACED: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN: Final = re.compile(f"[{_UNSPACED}]+")
_PIECE: Final = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_WISH: Final = re.compile(r'-?"[^"]*"|\S+')
_LONGEST: Final = 200  # characters of what is searched for that count


def indexed(text: str) -> str:
    """`text` for the index."""
    return _RUN.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", _plain(text))


def wanted(words: str) -> str:
    """What an artist typed as an expression for `MATCH`, "" where there is nothing to look for.

    All words must be there, each may be the beginning of a longer one; "in quotes" they must follow each
    other, and what a `-` stands before must not be there. A lone Latin letter says too little.
    """
    found: list[str] = []
    barred: list[str] = []
    for wish in _WISH.findall(_plain(words[:_LONGEST])):
        bare = wish.removeprefix("-")
        quoted = bare.startswith('"')
        if expression := _expression(bare.strip('"'), begins=not quoted):
            (barred if wish.startswith("-") else found).append(expression)
    if not found:
        return ""
    return " AND ".join(found) + "".join(f" NOT {one}" for one in barred)


def facet(name: str, value: object) -> str:
    """A token that says that an entry has `value` for `name`; no word of an artist's looks like it."""
    return f"zq{blake2b(f'{name}={value}'.encode(), digest_size=7).hexdigest()}"


def _expression(text: str, *, begins: bool) -> str:
    pieces = []
    for piece in _PIECE.findall(text):
        if not any(letter.isalnum() for letter in piece):
            continue
        if _RUN.fullmatch(piece):
            pairs = _pairs(piece)
            pieces.append(_quoted(" ".join(pairs[:-1])) if len(piece) > 1 else f"{_quoted(piece)} *")
        elif len(piece.strip()) > 1 or not begins:
            pieces.append(f"{_quoted(piece)} *" if begins else _quoted(piece))
    return f"({' AND '.join(pieces)})" if pieces else ""


def _pairs(run: str) -> list[str]:
    return [*(run[i : i + 2] for i in range(len(run) - 1)), run[-1]]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\0", " ")
