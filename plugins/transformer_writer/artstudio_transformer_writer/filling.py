"""Writing what stands between two texts.

A model that only reads forwards is asked for several ways to go on, each is cut where a word or a sentence
ends, and of all these the one is taken after which the model finds the following text likeliest: what a sum
over all middles would weigh most (importance sampling by the model itself).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from artstudio_transformer_writer.writing import begun, continued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio_transformer_writer.sampling import Taste
    from artstudio_transformer_writer.speaker import Speaker

TRIES = 6
_CUTS = 12  # of each try
_HEARD = 24  # tokens of what follows that are listened to
_LISTENED = 256  # tokens before and with them that are read for it
_WORD_END = re.compile(r"(?<=\w)(?=\W)|(?<=[.!?,;:”’。，！？；])|$")
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’」』]?$")


def filled(
    speaker: Speaker, before: str, after: str, taste: Taste, length: int, seed: int
) -> Iterator[tuple[float, str]]:
    """The share (0-1) of the work that is done, and the best middle so far, of at most `length` tokens."""
    best, best_worth = "", -np.inf
    for number in range(TRIES):
        chance = np.random.default_rng([seed, number])
        written = [""]
        for step, said in enumerate(continued(speaker, before, taste, length, chance)):
            written.append(said)
            if step % 8 == 0:
                yield (number + 0.5 * step / length) / TRIES, best
        for middle in _cuts(written[-1]):
            worth = _worth(speaker, before, middle, after)
            if worth > best_worth:
                best, best_worth = middle, worth
            yield (number + 0.75) / TRIES, best
    yield 1.0, best


def _cuts(written: str) -> list[str]:
    """`written`, cut at the ends of words, evenly spread over its length; sentence ends come first."""
    ends = [match.start() for match in _WORD_END.finditer(written) if written[: match.start()].strip()]
    closed = [at for at in ends if _SENTENCE_END.search(written[:at])]
    rest = [at for at in ends if at not in closed]
    chosen = closed[-_CUTS // 2 :]
    room = _CUTS - len(chosen)
    chosen += [rest[i] for i in np.unique(np.linspace(0, len(rest) - 1, room).astype(int))] if rest else []
    return [written[:at] for at in sorted(chosen)]


def _worth(speaker: Speaker, before: str, middle: str, after: str) -> float:
    """How likely the model finds the following text after this middle: the mean log share of its tokens."""
    text = _joined(before + middle, after)
    ids = begun(speaker, before + middle).ids
    follows = [speaker.end, *speaker.encode(text)][len(ids) : len(ids) + _HEARD]
    if not follows:
        return 0.0
    window = [*ids, *follows][-min(speaker.context, _LISTENED) :]
    scores = speaker.all_scores(window).astype(np.float64)[-len(follows) - 1 : -1]
    scores -= scores.max(1, keepdims=True)
    logs = scores[np.arange(len(follows)), follows] - np.log(np.exp(scores).sum(1))
    return float(logs.mean())


def _joined(text: str, after: str) -> str:
    """Text and what follows, with a space between two words."""
    apart = text[-1:].isascii() and after[:1].isascii() and not text[-1:].isspace() and after[:1].isalnum()
    return text + (" " if apart and text else "") + after


def join(before: str, middle: str, after: str) -> str:
    """The three texts as one, with spaces where words would run together."""
    return _joined(before + middle, after)
