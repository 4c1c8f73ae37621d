"""Measures a composer model: loss against the 5-grams, speed, and what it writes against human music.

    python tests/benchmarks/composer_quality.py --data MUSIC --model FOLDER --baseline FILE --out FILE

The baseline comes from composer_baseline.py. 100 pieces of 24 bars are composed, songs and chorales in the
proportion of the held-out music and in its metres; both are compared over 24 bars.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from artstudio.sdk import Clock, Output, Run, Score
from artstudio_rnn_composer import model as models
from artstudio_rnn_composer.actions import RnnComposer
from artstudio_rnn_composer.data import read_corpus
from artstudio_rnn_composer.evaluation import piece_losses, pitch_statistics
from artstudio_rnn_composer.params import ComposeParams, MetreChoice
from artstudio_rnn_composer.tokens import DURATIONS, METRES, STYLES, Piece, duration_index
from artstudio_rnn_composer.voices import frames, piece_of
from tests.benchmarks.composer_baseline import finished, say

BARS = 24
RUN = 17  # notes: a verbatim run is longer than 16
_ROLES = {"Melody": 0, "Piano": 1, "Soprano": 0, "Alto": 2, "Tenor": 3, "Bass": 1}


def excerpt(piece: Piece) -> Piece:
    """The first `BARS` bars."""
    return replace(piece, bars=piece.bars[:BARS], notes=piece.notes[piece.notes[:, 0] < BARS])


def piece_from(score: Score, style: int) -> Piece:
    """A composed score as a piece."""
    parts = {i: _ROLES[track.name] for i, track in enumerate(score.tracks) if len(track.notes)}
    return piece_of(score, frames(score, Clock(score).bars(0, score.end_tick)), parts, style=style)


def compose(model: Path, like: list[Piece], count: int) -> tuple[list[Piece], float]:
    """`count` pieces in the metres and ensembles of `like`, and how many notes a second they took."""
    plugin, known = RnnComposer(), get_args(MetreChoice)
    plugin.warm(Run(seed=0, model=model))
    pieces, notes, began = [], 0, time.perf_counter()
    for seed in range(count):
        pattern = like[seed * len(like) // count]
        metre = "/".join(str(part) for part in METRES[pattern.bars[min(4, len(pattern.bars) - 1)][0]])
        params = ComposeParams(
            bars=BARS,
            ensemble="choir" if pattern.style == STYLES.index("chorale") else "song",
            metre=metre if metre in known else "4/4",
            ending=False,
        )
        for event in plugin.compose(Run(seed=seed, model=model), params):
            if isinstance(event, Output):
                notes += event.value.note_count
                pieces.append(piece_from(event.value, pattern.style))
    return pieces, notes / (time.perf_counter() - began)


def length_histogram(pieces: list[Piece]) -> npt.NDArray[np.float64]:
    """The share of each of `DURATIONS`."""
    lengths = np.concatenate([piece.notes[:, 4] for piece in pieces])
    found = np.bincount([duration_index(length) for length in lengths.tolist()], minlength=len(DURATIONS))
    return np.asarray(found / found.sum(), np.float64)


def runs(piece: Piece) -> list[int]:
    """A hash of every `RUN` consecutive notes of one part with more than 4 pitches.

    Two are the same when intervals, onset distances and durations agree, in whatever key.
    """
    starts = np.concatenate([[0], np.cumsum([steps for _, steps in piece.bars])])
    found: list[int] = []
    for part in range(4):
        notes = piece.notes[piece.notes[:, 2] == part]
        onsets = starts[notes[:, 0]] + notes[:, 1]
        steps = list(
            zip(np.diff(notes[:, 3]).tolist(), np.diff(onsets).tolist(), notes[1:, 4].tolist(), strict=True)
        )
        for i in range(len(notes) - RUN + 1):
            if len(set(notes[i : i + RUN, 3].tolist())) > 4:
                found.append(hash((int(notes[i, 4]), *steps[i : i + RUN - 1])))
    return found


def copied_share(pieces: list[Piece], known: set[int]) -> tuple[float, int]:
    """The share of runs that are found in `known`, and in how many pieces there are any."""
    hits = [[run in known for run in runs(piece)] for piece in pieces]
    return sum(map(sum, hits)) / sum(map(len, hits)), sum(map(any, hits))


def most_repeated_bar(piece: Piece) -> float:
    """The share of the piece's bars that its commonest bar makes up."""
    bars = [piece.notes[piece.notes[:, 0] == bar][:, 1:].tobytes() for bar in range(len(piece.bars))]
    return Counter(bars).most_common(1)[0][1] / len(bars)


def losses(model: Path, held_out: tuple[Piece, ...], baseline: dict[str, Any]) -> dict[str, float]:
    """The model's held-out loss a token beside the baselines'."""
    found: list[tuple[float, int]] = []
    for group in piece_losses(models.load(model), held_out):
        found += group
    loss = sum(total for total, _ in found) / sum(count for _, count in found)
    return {
        "loss": loss,
        "kn5": baseline["kn5"],
        "kn5_cache": baseline["kn5_cache"],
        "below_kn5": 1 - loss / baseline["kn5"],
        "below_kn5_cache": 1 - loss / baseline["kn5_cache"],
    }


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser()
    for name in ("data", "model", "baseline", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--pieces", type=int, default=100)
    arguments = parser.parse_args()
    corpus = finished(read_corpus((arguments.data,)))
    human = [excerpt(piece) for piece in corpus.held_out]
    made, speed = compose(arguments.model, human, arguments.pieces)
    say(f"{speed:.0f} notes a second")
    known = {run for piece in corpus.train for run in runs(piece)}
    result: dict[str, Any] = {"notes_per_second": speed}
    for name, pieces in (("human", human), ("made", made)):
        share, count = copied_share(pieces, known)
        result[name] = {
            **pitch_statistics(pieces),
            "copied_run_share": share,
            "pieces_with_copied_runs": count / len(pieces),
            "most_repeated_bar": max(most_repeated_bar(piece) for piece in pieces),
            "lengths": length_histogram(pieces).round(4).tolist(),
        }
        say(name, result[name])
    gap = np.abs(length_histogram(made) - length_histogram(human)).sum() / 2
    result["length_total_variation"] = float(gap)
    say("length histograms differ by", gap)
    result["losses"] = losses(arguments.model, corpus.held_out, json.loads(arguments.baseline.read_text()))
    arguments.out.write_text(json.dumps(result, indent=1))
    say(result["losses"])


if __name__ == "__main__":
    main()
