"""What a model thinks of a text: how likely each token was, what else it had in mind, what it looked at."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from artstudio.sdk import Text, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio_transformer_writer.speaker import Scores, Speaker

ALTERNATIVES = 8
_MOST_SCORES = 1 << 26  # at once: large vocabularies are read in shorter stretches


def explained(speaker: Speaker, text: str) -> Iterator[tuple[Token, ...]]:
    """Tokens of `text` as they are judged: after each stretch all so far.

    A long text is read in stretches; each token has at least half of one before it.
    """
    ids, places = [speaker.end, *speaker.encode(text)], speaker.places(text)
    found: list[Token] = []
    at = 0
    stretch = min(speaker.context, max(16, _MOST_SCORES // len(speaker.pieces)))
    while len(found) < len(places):
        end = min(len(ids), at + stretch)
        logs = _log_shares(speaker.all_scores(ids[at:end]))
        for i in range(len(found) + 1, min(len(ids), end + 1)):
            row = logs[i - 1 - at]
            start, stop = places[i - 1]
            found.append(Token(start, stop, _share(row[ids[i]]), alternatives(speaker, row)))
        yield _apart(found)
        at = max(0, end - stretch // 2)


def alternatives(speaker: Speaker, logs: npt.NDArray[np.float64]) -> tuple[tuple[str, float], ...]:
    """The likeliest tokens of one place as text, the best first. `logs` are logarithms of shares."""
    best = np.argsort(-logs, kind="stable")[: ALTERNATIVES * 2]
    readable = [(speaker.pieces[i].decode("utf-8", "replace"), _share(logs[i])) for i in best]
    return tuple((text, share) for text, share in readable if text and "\ufffd" not in text)[:ALTERNATIVES]


def attended(speaker: Speaker, text: str, at: int) -> tuple[Token, ...]:
    """The tokens before and at the character `at`, with how much the one there looks at each."""
    ids, places = [speaker.end, *speaker.encode(text)], speaker.places(text)
    if not places:
        return ()
    chosen = max(0, bisect_right([start for start, _ in places], at) - 1)
    first = max(0, chosen + 2 - speaker.context)
    looks = speaker.looks(ids[first : chosen + 2])
    tokens = []
    for i in range(max(first, 1), chosen + 2):
        start, stop = places[i - 1]
        tokens.append(Token(start, stop, 0.0, (), _clipped(looks[i - first])))
    return _apart(tokens)


def with_attention(text: str, tokens: tuple[Token, ...], looks: tuple[Token, ...]) -> Text:
    """`text` with both: how likely its tokens are, and what one of them looks at."""
    weights = {token.start: token.attention for token in looks}
    merged = (Token(t.start, t.end, t.probability, t.alternatives, weights.get(t.start, 0.0)) for t in tokens)
    return Text(text, tuple(merged))


def _apart(tokens: list[Token]) -> tuple[Token, ...]:
    """Tokens that share a character (which then is spelt in bytes) as one: their chances multiply."""
    joined: list[Token] = []
    for token in tokens:
        if joined and token.start < joined[-1].end:
            last = joined[-1]
            share = last.probability * token.probability
            looks = min(1.0, last.attention + token.attention)
            joined[-1] = Token(last.start, max(last.end, token.end), share, (), looks)
        else:
            joined.append(token)
    return tuple(joined)


def _log_shares(scores: Scores) -> npt.NDArray[np.float64]:
    wide = scores.astype(np.float64)
    wide -= wide.max(1, keepdims=True)
    shares: npt.NDArray[np.float64] = wide - np.log(np.exp(wide).sum(1, keepdims=True))
    return shares


def _share(log: float) -> float:
    return _clipped(float(np.exp(log)))


def _clipped(share: float) -> float:
    return float(min(1.0, max(0.0, share)))
