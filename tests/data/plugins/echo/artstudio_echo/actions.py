"""Actions and a training small enough to see through, yet real: they run in a worker like any other."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Literal

import numpy as np

from artstudio.sdk import (
    BadFile,
    Checkpoint,
    Evaluation,
    Image,
    InvalidValue,
    Many,
    Metrics,
    Notice,
    Output,
    Params,
    Plugin,
    Preview,
    Progress,
    Results,
    Run,
    Score,
    Text,
    Track,
    Training,
    TrainRun,
    TrainStep,
    Video,
    action,
    evaluation,
    field,
    notes_array,
    training,
)


class EchoParams(Params):
    """How the tune goes on."""

    count: int = field(4, ge=1, le=64, title="Notes", help="How many notes come back")
    up: bool = field(True, title="Upwards")
    top_p: float = field(0.9, ge=0.1, le=1.0, title="Top p", advanced=True)


class MixParams(Params):
    """Where in the square."""

    across: float = field(0.5, ge=0, le=1, step=0.01, title="Across", puck="x")
    down: float = field(0.5, ge=0, le=1, step=0.01, title="Down", puck="y")


class FilmParams(Params):
    """How long the film is, and what goes wrong in its last part."""

    parts: int = field(3, ge=1, le=1_000, title="Parts")
    films: int = field(1, ge=1, le=3, title="Films")
    fault: Literal["none", "size", "rate", "failure"] = field("none", title="Fault")


class LearnParams(Params):
    """How long to learn."""

    steps: int = field(5, ge=1, le=10_000, title="Steps")
    at_most: int = field(10_000, ge=0, le=10_000, title="Wait after", help="Then wait for ever, at a yield")


class Echo(Plugin):
    """One action for each pane, and a training that counts words."""

    @action("Echo the tune")
    def echo(self, run: Run, score: Score, params: EchoParams) -> Results[Score]:
        """Add notes after the end of the first track, one at a time."""
        rng = np.random.default_rng(run.seed)
        tracks = list(score.tracks) or [Track(name="Echo")]
        rows = [tuple(note)[:4] for note in tracks[0].notes.tolist()]
        start, pitch = score.end_tick, rows[-1][2] if rows else 60
        for done in range(1, params.count + 1):
            pitch = int(np.clip(pitch + (1 if params.up else -1) * rng.integers(1, 4), 0, 127))
            rows.append((start, score.ticks_per_quarter, pitch, 90))
            start += score.ticks_per_quarter
            tracks[0] = tracks[0].with_notes(notes_array(rows, tracks[0].channel))
            yield Preview(score.with_tracks(tuple(tracks)))
            yield Progress(done, params.count, "notes")
        yield Output(score.with_tracks(tuple(tracks)))

    @action("Invert the picture")
    def invert(self, run: Run, picture: Image) -> Results[Image]:
        """Turn every colour into its opposite."""
        pixels = picture.pixels.copy()
        pixels[..., :3] = 255 - pixels[..., :3]
        yield Output(Image(pixels))

    @action("Mix pictures", live=True)
    def mix(
        self, run: Run, pictures: Annotated[list[Image], Many(2, 4)], params: MixParams
    ) -> Results[Image]:
        """Mix up to four pictures of one size, each by its corner's share."""
        if len({picture.pixels.shape for picture in pictures}) > 1:
            raise InvalidValue("the pictures differ in size")
        x, y = params.across, params.down
        shares = [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y][: len(pictures)]
        if len(pictures) == 2:
            shares = [1 - x, x]
        elif len(pictures) == 3:
            shares[2] = y
        mixed = sum(
            share * picture.pixels.astype(np.float32) for share, picture in zip(shares, pictures, strict=True)
        )
        yield Output(Image(np.rint(mixed / max(sum(shares), 1e-6)).astype(np.uint8)))

    @action("Shout")
    def shout(self, run: Run, text: Text) -> Results[Text]:
        """Write the text in capitals, twice."""
        yield Notice("Twice as loud.")
        yield Output(replace(text, text=text.text.upper()), "once")
        yield Output(replace(text, text=text.text.upper() * 2), "twice")

    @action("Film")
    def film(self, run: Run, params: FilmParams) -> Results[Video]:
        """Let grey become lighter, two pictures a part."""
        for film in range(params.films):
            for part in range(params.parts):
                last = part == params.parts - 1
                if last and params.fault == "failure":
                    raise InvalidValue("the film tore")
                width = 20 if last and params.fault == "size" else 16
                fps = 30.0 if last and params.fault == "rate" else 12.0
                frames = np.full((2, 12, width, 3), (part + 100 * film) % 256, np.uint8)
                yield Preview(Video(frames, fps))
                yield Output(Video(frames, fps), f"film {film}")
                yield Progress(part + 1, params.parts, "parts")

    @training("Count words", formats=(".txt",))
    def learn(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn how many words there are."""
        words = _words(run)
        state = run.folder / "state.json"
        step = json.loads(state.read_text())["step"] if run.resume and state.exists() else 0
        best = run.folder / "best"
        while step < params.steps:
            step += 1
            state.write_text(json.dumps({"step": step}))
            yield TrainStep(step, 1 / step, step / params.steps, held_out=2 / step)
            best.mkdir(exist_ok=True)
            (best / "config.json").write_text(json.dumps({"words": words, "steps": step}))
            yield Checkpoint(best, step, 2 / step)
            yield Preview(Text(f"{step} steps"))
            while step >= params.at_most and not run.resume:
                yield Progress(step, params.steps)

    @evaluation
    def evaluate(self, run: TrainRun) -> Evaluation:
        """Count the words again."""
        yield Metrics({"words": float(_words(run))}, n=len(run.data))


def _words(run: TrainRun) -> int:
    words = 0
    for path in run.data:
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        if not files:
            raise BadFile("{name} holds no .txt file to learn from", name=path.name)
        words += sum(len(file.read_text(encoding="utf-8").split()) for file in files)
    return words
