"""Going on with a text, token by token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from artstudio_transformer_writer.sampling import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio_transformer_writer.sampling import Taste
    from artstudio_transformer_writer.speaker import Speaker


@dataclass(frozen=True)
class Begun:
    """A text taken apart to go on with: `ids` are read, and what is written next has to begin with `head`.

    The end of a text may cut a token in two ("the ca|t"): so its last token is taken back, and whatever
    begins like it may follow.
    """

    ids: list[int]
    head: bytes


def begun(speaker: Speaker, text: str) -> Begun:
    """`text`, ready to go on from; an empty one begins with the end of the text before."""
    ids = [speaker.end, *speaker.encode(text)]
    if len(ids) == 1 or text.endswith("\n"):
        return Begun(ids, b"")
    return Begun(ids[:-1], speaker.pieces[ids[-1]])


def continued(
    speaker: Speaker,
    text: str,
    taste: Taste,
    length: int,
    chance: np.random.Generator,
    stops: Sequence[str] = (),
    *,
    may_end: bool = False,
) -> Iterator[str]:
    """What follows `text`, growing: yields all that is written so far after each token, `length` of them.

    It ends early before one of `stops`, or where the model ends the text if it `may_end`.
    """
    start = begun(speaker, text)
    ids, head, made = list(start.ids), start.head, b""
    first = len(ids)
    owed = len(head)
    banned = silent(speaker)
    while len(ids) - first - (1 if owed else 0) < length:
        scores = speaker.scores(ids).copy()
        ending = scores[speaker.end]
        scores[banned[: len(scores)]] = -np.inf
        if may_end and len(made) >= owed:
            scores[speaker.end] = ending
        if len(made) < owed:
            scores[~fitting(speaker.pieces, head[len(made) :])[: len(scores)]] = -np.inf
        token = drawn(taste.probabilities(scores, ids[first:]), chance)
        if token == speaker.end:
            return
        ids.append(token)
        made += speaker.pieces[token]
        if len(made) < owed:
            continue
        said = made[owed:].decode("utf-8", "ignore")
        cut = min((at for stop in stops if stop and (at := said.find(stop)) >= 0), default=None)
        yield said if cut is None else said[:cut]
        if cut is not None:
            return


def silent(speaker: Speaker) -> npt.NDArray[np.bool_]:
    """The tokens that add nothing to a text: they are never chosen."""
    return np.array([not piece for piece in speaker.pieces])


def fitting(pieces: Sequence[bytes], head: bytes) -> npt.NDArray[np.bool_]:
    """The tokens that begin with `head` or are its beginning."""
    return np.array([bool(p) and (p.startswith(head) or head.startswith(p)) for p in pieces])
