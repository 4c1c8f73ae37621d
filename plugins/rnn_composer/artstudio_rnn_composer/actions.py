"""The plugin: composes, goes on with a tune, learns from music. Importing this imports no torch."""

from __future__ import annotations

import math
from contextlib import closing
from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio.sdk import (
    BadModel,
    Checkpoint,
    Evaluation,
    Key,
    Metre,
    Metrics,
    Output,
    Plugin,
    Preview,
    Progress,
    Results,
    Run,
    Score,
    Tempo,
    Track,
    Training,
    TrainRun,
    action,
    evaluation,
    training,
)
from artstudio_rnn_composer.composing import (
    Stand,
    Voice,
    Voices,
    at_the_beginning,
    at_the_end,
    following_bars,
    written,
)
from artstudio_rnn_composer.params import ComposeParams, ContinueParams, Ensemble, KeyChoice, LearnParams
from artstudio_rnn_composer.tokens import STYLES
from artstudio_rnn_composer.tonality import KEY_NAMES
from artstudio_rnn_composer.voices import parts_of
from artstudio_rnn_composer.writing import Wishes

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio_rnn_composer.sampling import Network

TICKS_PER_QUARTER = 480
FORMATS = (".mid", ".midi", ".json", ".zip")
_COMMON_KEYS = ("C", "D", "Eb", "F", "G", "A", "Bb", "Am", "Bm", "Cm", "Dm", "Em", "Gm")
# Per ensemble the training music's style, and for each part: name, General MIDI program, pitch, velocity.
_ENSEMBLES: Final[dict[Ensemble, tuple[str, dict[int, tuple[str, int, float, int]]]]] = {
    "song": ("lied", {0: ("Melody", 73, 72, 88), 1: ("Piano", 0, 58, 68)}),
    "choir": (
        "chorale",
        {
            0: ("Soprano", 52, 72, 80),
            2: ("Alto", 52, 66, 72),
            3: ("Tenor", 52, 59, 72),
            1: ("Bass", 52, 51, 76),
        },
    ),
    "piano": ("lied", {1: ("Piano", 0, 60, 74)}),
    "melody": ("lied", {0: ("Melody", 73, 72, 84)}),
}


class RnnComposer(Plugin):
    """Two LSTM layers that write music note by note."""

    def __init__(self) -> None:
        self._open: tuple[Path, str, int, Network] | None = None  # the model used last, kept warm

    def warm(self, run: Run) -> None:
        """Reads the model."""
        self._network(run)

    @action("Compose", icon="music")
    def compose(self, run: Run, params: ComposeParams) -> Results[Score]:
        """Write a new piece in the key, metre and tempo you choose."""
        numerator, denominator = (int(part) for part in params.metre.split("/"))
        score = Score(
            ticks_per_quarter=TICKS_PER_QUARTER,
            tempos=(Tempo(0, round(60e6 / params.tempo)),),
            metres=(Metre(0, numerator, denominator),),
        )
        yield from self._compose(run, score, params, params.ensemble, params.key)

    @action("Continue", icon="forward")
    def continue_(self, run: Run, score: Score, params: ContinueParams) -> Results[Score]:
        """Go on with a tune: it stays as it is, and new bars follow on its own tracks."""
        parts = parts_of(score)
        if parts:
            yield from _performed(at_the_end(self._network(run), score, parts), params, run.seed)
        else:
            yield from self._compose(run, score, params, "song", "any")

    @training("Fine-tune on your music", formats=FORMATS)
    def train(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn from MIDI files or chorales. Every piece is heard in all twelve keys."""
        import torch

        from artstudio.sdk.nn.device import seed_everything
        from artstudio.sdk.nn.fit import fit
        from artstudio_rnn_composer.data import read_corpus
        from artstudio_rnn_composer.model import Composer, load
        from artstudio_rnn_composer.shape import Shape
        from artstudio_rnn_composer.training import ComposerLearner

        corpus = yield from read_corpus(run.data)
        # The steps of an LSTM are too small to share: on a busy machine two threads wait for each other.
        torch.set_num_threads(1)
        seed_everything(run.seed)
        dropout = params.dropout or (0.2 if len(corpus.train) < 200 else 0.0)
        if run.base is not None:
            model = load(run.base, dropout=dropout)
        else:
            model = Composer(Shape(params.hidden, max(16, params.hidden * 2 // 5)), dropout=dropout)
        rate = params.rate or (0.0005 if run.base is not None else 0.002)
        learner = ComposerLearner(
            model,
            corpus.train,
            corpus.held_out,
            seed=run.seed,
            device=run.device,
            rate=rate,
            rows=params.rows,
            about={"pieces": len(corpus.train), "held_out_pieces": len(corpus.held_out)},
        )
        steps = params.steps or (2000 if run.seconds is None else None)
        about = params.model_dump()
        every, patience = params.measure_every, params.patience
        with closing(
            fit(learner, run, steps=steps, measure_every=every, patience=patience, about=about)
        ) as lesson:
            for event in lesson:
                yield event
                if isinstance(event, Checkpoint) and event.best:
                    yield Preview(self._sample(event.folder, run.seed))

    def _sample(self, model: Path, seed: int) -> Score:
        """Eight bars by the model in a folder, to hear what it has learned so far."""
        *_, last = self.compose(Run(seed, model=model), ComposeParams(bars=8))
        assert isinstance(last, Output)
        return last.value

    @evaluation
    def evaluate(self, run: TrainRun) -> Evaluation:
        """Judge a model on the pieces of the data that are never trained on."""
        import torch

        from artstudio_rnn_composer.data import read_corpus
        from artstudio_rnn_composer.evaluation import piece_losses, pitch_statistics
        from artstudio_rnn_composer.model import load

        if run.base is None:
            raise BadModel("there is no model to judge: choose one")
        corpus = yield from read_corpus(run.data)
        torch.set_num_threads(run.threads)
        losses: list[tuple[float, int]] = []
        for found in piece_losses(load(run.base).to(run.device), corpus.held_out, run.device):
            losses += found
            yield Progress(len(losses), len(corpus.held_out), "pieces")
        tokens = sum(count for _, count in losses)
        loss = sum(total for total, _ in losses) / tokens
        metrics = {
            "loss": loss,
            "bits_per_token": loss / math.log(2),
            "perplexity": math.exp(loss),
            "tokens": float(tokens),
            "notes": float(sum(len(piece.notes) for piece in corpus.held_out)),
            **pitch_statistics(corpus.held_out),
        }
        yield Metrics(metrics, len(corpus.held_out))

    def _network(self, run: Run) -> Network:
        from artstudio_rnn_composer.sampling import open_network

        if run.model is None:
            raise BadModel("the RNN composer needs a model: choose one, or train one first")
        weights = run.model / "model.safetensors"
        stamp = weights.stat().st_mtime_ns if weights.is_file() else 0
        if self._open is None or self._open[:3] != (run.model, run.device, stamp):
            self._open = (run.model, run.device, stamp, open_network(run.model, run.device))
        return self._open[3]

    def _compose(
        self,
        run: Run,
        score: Score,
        params: ComposeParams | ContinueParams,
        ensemble: Ensemble,
        key_wanted: KeyChoice,
    ) -> Results[Score]:
        """Writes `ensemble`'s parts into the noteless (or drums-only) `score`."""
        style, parts = _ENSEMBLES[ensemble]
        key = _key(key_wanted, run.seed)
        if not score.keys:
            score = Score(
                score.tracks, score.ticks_per_quarter, score.tempos, score.metres, (Key(0, KEY_NAMES[key]),)
            )
        score, voices = _with_voices(score, parts)
        stand = at_the_beginning(self._network(run), score, voices, STYLES.index(style), key)
        yield from _performed(stand, params, run.seed)


def _performed(stand: Stand, params: ComposeParams | ContinueParams, seed: int) -> Results[Score]:
    wishes = Wishes(params.temperature, params.top_p, params.density, stand.band, params.ending)
    yield Progress(0, params.bars, "bars")
    score = stand.score
    for done, score in written(stand, following_bars(stand.score, params.bars), wishes, seed):
        yield Preview(score)
        yield Progress(done, params.bars, "bars")
    yield Output(score)


def _key(name: KeyChoice, seed: int) -> int:
    """The key's number; "any" takes one with few accidentals."""
    if name == "any":
        return KEY_NAMES.index(_COMMON_KEYS[np.random.default_rng([seed, 1]).integers(len(_COMMON_KEYS))])
    return KEY_NAMES.index(name)


def _with_voices(score: Score, parts: dict[int, tuple[str, int, float, int]]) -> tuple[Score, Voices]:
    """`score` with a track for each part: its empty tracks are used first, further ones are added."""
    tracks = list(score.tracks)
    free = [i for i, track in enumerate(tracks) if not len(track.notes) and not track.conductor]
    free = [i for i in free if tracks[i].channel != 9]
    voices: Voices = {}
    channels = [channel for channel in range(16) if channel != 9]
    taken = {track.channel for track in tracks}
    for part, (name, program, pitch, velocity) in parts.items():
        if free:
            index = free.pop(0)
        else:
            index = len(tracks)
            channel = next((channel for channel in channels if channel not in taken), 0)
            taken.add(channel)
            tracks.append(Track(name=name, program=program, channel=channel))
        voices[part] = [Voice(index, tracks[index].channel, pitch, velocity)]
    return score.with_tracks(tuple(tracks)), voices
