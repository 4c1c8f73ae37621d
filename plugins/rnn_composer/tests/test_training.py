import time
from pathlib import Path

import pytest
from composer_toys import midi_bytes

from artstudio.sdk import (
    BadModel,
    Checkpoint,
    Metrics,
    Notice,
    Output,
    Preview,
    Run,
    Score,
    TrainRun,
    TrainStep,
)
from artstudio_rnn_composer.actions import RnnComposer
from artstudio_rnn_composer.params import ComposeParams, LearnParams

TOY = LearnParams(steps=8, hidden=16, rows=2, measure_every=4, rate=0.02)


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    for i in range(4):
        (folder / f"{i}.mid").write_bytes(midi_bytes(40 + i))
    return folder


def learn(run: TrainRun, params: LearnParams = TOY) -> list[object]:
    return list(RnnComposer().train(run, params))


def losses(events: list[object]) -> list[float]:
    return [event.loss for event in events if isinstance(event, TrainStep)]


def test_a_few_pieces_are_learned(music: Path, tmp_path: Path) -> None:
    run = TrainRun(seed=1, data=(music,), folder=tmp_path / "run")
    events = learn(run, TOY.model_copy(update={"steps": 60, "measure_every": 20}))
    measured = [e.held_out for e in events if isinstance(e, TrainStep) and e.held_out is not None]
    assert measured[-1] < 0.6 * losses(events)[0]
    best = [e for e in events if isinstance(e, Checkpoint) and e.best][-1]

    # Each new best can be heard.
    samples = [e.value for e in events if isinstance(e, Preview)]
    assert len(samples) == len([e for e in events if isinstance(e, Checkpoint) and e.best])
    assert all(isinstance(sample, Score) and sample.note_count for sample in samples)

    # What was learned can be played, judged and learned from.
    run_with = Run(seed=1, model=best.folder)
    played = [e for e in RnnComposer().compose(run_with, ComposeParams(bars=2)) if isinstance(e, Output)]
    assert played[0].value.note_count > 0
    judge = TrainRun(seed=1, data=(music,), folder=tmp_path / "judge", base=best.folder)
    (found,) = [e for e in RnnComposer().evaluate(judge) if isinstance(e, Metrics)]
    assert found.n == 1
    assert found.metrics["loss"] < losses(events)[0]
    tuned = learn(TrainRun(seed=1, data=(music,), folder=tmp_path / "tuned", base=best.folder))
    assert losses(tuned)[0] < 0.6 * losses(events)[0]


def test_resuming_is_as_if_never_stopped(music: Path, tmp_path: Path) -> None:
    def train(name: str, *, resume: bool = False, steps: int = 8) -> list[object]:
        run = TrainRun(seed=1, data=(music,), folder=tmp_path / name, resume=resume)
        return learn(run, TOY.model_copy(update={"steps": steps, "measure_every": 1}))

    whole = losses(train("whole"))
    events = RnnComposer().train(
        TrainRun(seed=1, data=(music,), folder=tmp_path / "parts"),
        TOY.model_copy(update={"measure_every": 1}),
    )
    first = []
    for event in events:
        if isinstance(event, TrainStep):
            first.append(event.loss)
            if len(first) == 3:
                break
    events.close()  # type: ignore[attr-defined]
    assert first + losses(train("parts", resume=True)) == whole


def test_closing_ends_at_once_and_keeps_the_model(music: Path, tmp_path: Path) -> None:
    run = TrainRun(seed=1, data=(music,), folder=tmp_path / "run", seconds=600)
    events = RnnComposer().train(run, TOY)
    for event in events:
        if isinstance(event, TrainStep):
            break
    began = time.monotonic()
    events.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 2
    assert (run.folder / "last" / "model.safetensors").exists()


def test_what_cannot_be_read_is_noticed_not_fatal(music: Path, tmp_path: Path) -> None:
    (music / "broken.mid").write_bytes(b"MThd nonsense")
    events = learn(TrainRun(seed=1, data=(music,), folder=tmp_path / "run"))
    assert any(isinstance(event, Notice) and "broken.mid" in event.sentence for event in events)
    assert losses(events)


def test_judging_needs_a_model(music: Path, tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="choose one"):
        list(RnnComposer().evaluate(TrainRun(seed=1, data=(music,), folder=tmp_path)))
