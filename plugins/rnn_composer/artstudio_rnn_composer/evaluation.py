"""How well a model knows music it has never heard, and what that music is like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from artstudio.sdk.nn.device import autocast, device_memory
from artstudio_rnn_composer.tokens import END, SLOTS, Piece
from artstudio_rnn_composer.tonality import chroma, in_key_share, key_of
from artstudio_rnn_composer.training import stream_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio_rnn_composer.model import Composer, LstmState

_CHUNK = 512  # tokens of a step


@torch.no_grad()
def piece_losses(
    model: Composer, pieces: Sequence[Piece], device: str = "cpu", *, rows: int = 16
) -> Iterator[list[tuple[float, int]]]:
    """(loss in nats summed over the tokens, tokens) of each piece, whole and untransposed, `rows` at a time.

    Yields after every chunk; an empty list until a group of rows is done. Groups keep the order of `pieces`.
    """
    model.eval()
    for first in range(0, len(pieces), rows):
        streams = [stream_of(piece) for piece in pieces[first : first + rows]]
        longest = max(len(stream.token) for stream in streams)
        inputs = np.full((len(streams), longest, 3 + SLOTS), END, np.int64)
        for row, stream in enumerate(streams):
            n = len(stream.token)
            inputs[row, :n, 0] = stream.token
            inputs[row, :n, 1 : 1 + SLOTS] = stream.latest
            inputs[row, :n, 1 + SLOTS :] = stream.hint
        sums = np.zeros(len(streams))
        state: LstmState | None = None
        for at in range(0, longest - 1, _CHUNK):
            chunk = torch.from_numpy(inputs[:, at : at + _CHUNK]).to(device)
            target = torch.from_numpy(inputs[:, at + 1 : at + 1 + _CHUNK, 0]).to(device)
            with device_memory(device), autocast(device):
                scores, state = model(
                    chunk[..., 0], chunk[..., 1 : 1 + SLOTS], chunk[..., 1 + SLOTS :], state
                )
            scores = scores[:, : target.shape[1]].float().transpose(1, 2)
            losses = nn.functional.cross_entropy(scores, target, reduction="none").cpu().numpy()
            for row, stream in enumerate(streams):
                sums[row] += losses[row, : max(0, len(stream.token) - 1 - at)].sum()
            if at + _CHUNK < longest - 1:
                yield []
        yield [(float(total), len(stream.token) - 1) for total, stream in zip(sums, streams, strict=True)]


def pitch_statistics(pieces: Sequence[Piece]) -> dict[str, float]:
    """Means over `pieces`: time in key, pitch class entropy (bits), notes a bar, share of empty bars."""
    shares, entropies, empty, bars, notes = [], [], 0, 0, 0
    for piece in pieces:
        pitches, lengths = piece.notes[:, 3], piece.notes[:, 4]
        shares.append(in_key_share(pitches, lengths, key_of(pitches, lengths)))
        found = chroma(pitches, lengths)
        found = found[found > 0] / found.sum()
        entropies.append(float(-(found * np.log2(found)).sum()))
        empty += len(piece.bars) - len(np.unique(piece.notes[:, 0]))
        bars += len(piece.bars)
        notes += len(piece.notes)
    return {
        "in_key_share": float(np.mean(shares)),
        "pitch_class_entropy_bits": float(np.mean(entropies)),
        "notes_per_bar": notes / max(1, bars),
        "empty_bar_share": empty / max(1, bars),
    }
