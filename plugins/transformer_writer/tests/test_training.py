import json
import math
from pathlib import Path

import pytest
from writer_toys import poems, story

from artstudio.sdk import BadFile, BadModel, Checkpoint, Metrics, Output, Run, Text, TrainRun, TrainStep
from artstudio_transformer_writer.actions import TransformerWriter
from artstudio_transformer_writer.corpus import mark_of
from artstudio_transformer_writer.params import ContinueParams, LearnParams

TOY = LearnParams(
    steps=8, width=32, layers=1, length=32, vocabulary=350, rows=4, measure_every=4, rate=0.01, aside="two"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(story(seed=1))
    (folder / "two.txt").write_text(story(40, seed=2))
    return folder


def learn(run: TrainRun, params: LearnParams = TOY, **changes: object) -> list[object]:
    return list(TransformerWriter().train(run, params.model_copy(update=changes)))


def losses(events: list[object]) -> list[float]:
    return [event.loss for event in events if isinstance(event, TrainStep)]


def best(events: list[object]) -> Path:
    return [event.folder for event in events if isinstance(event, Checkpoint) and event.best][-1]


def metrics(data: Path, base: Path, tmp_path: Path) -> dict[str, float]:
    run = TrainRun(seed=1, data=(data,), folder=tmp_path / "judge", base=base)
    (found,) = [event for event in TransformerWriter().evaluate(run) if isinstance(event, Metrics)]
    return dict(found.metrics)


def test_a_style_is_learned_written_judged_and_learned_from(texts: Path, tmp_path: Path) -> None:
    run = TrainRun(seed=1, data=(texts,), folder=tmp_path / "run")
    events = learn(run, steps=150, measure_every=50)
    measured = [e.held_out for e in events if isinstance(e, TrainStep) and e.held_out is not None]
    assert measured[-1] < 0.45 * losses(events)[0]
    folder = best(events)

    made = [
        e.value.text
        for e in TransformerWriter().continue_(
            Run(2, model=folder), Text("The fox "), ContinueParams(length=30)
        )
        if isinstance(e, Output)
    ]
    assert "." in made[0]

    found = metrics(texts / "two.txt", folder, tmp_path)
    assert found["perplexity"] == pytest.approx(math.exp(found["loss"]))
    assert found["bits_per_byte"] < 2.5
    assert (
        metrics(texts, folder, tmp_path)["characters"] == found["characters"]
    )  # what it learned does not count
    tuned = learn(TrainRun(seed=1, data=(texts,), folder=tmp_path / "tuned", base=folder))
    assert losses(tuned)[0] < 0.6 * losses(events)[0]


def test_poems_are_learned_by_their_characters(tmp_path: Path) -> None:
    path = poems(tmp_path)
    events = learn(
        TrainRun(seed=1, data=(path,), folder=tmp_path / "run"), steps=120, length=48, vocabulary=450
    )
    found = metrics(path, best(events), tmp_path)
    assert found["bits_per_han_character"] < 9.5  # untrained: about 11.4
    assert found["quatrains_bits_per_han_character"] == found["bits_per_han_character"]


def test_resuming_is_as_if_never_stopped(texts: Path, tmp_path: Path) -> None:
    def train(name: str, *, resume: bool = False) -> list[object]:
        return learn(
            TrainRun(seed=1, data=(texts,), folder=tmp_path / name, resume=resume), steps=8, measure_every=1
        )

    whole = losses(train("whole"))
    events = TransformerWriter().train(
        TrainRun(seed=1, data=(texts,), folder=tmp_path / "parts"),
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


def test_a_model_notes_what_it_learned_from(texts: Path, tmp_path: Path) -> None:
    folder = best(learn(TrainRun(seed=1, data=(texts,), folder=tmp_path / "run")))
    learned = json.loads((folder / "learned.json").read_text())
    assert learned["marks"] == [mark_of(story(seed=1))]
    assert learned["aside"] == [mark_of(story(40, seed=2))]


def test_nothing_to_learn_or_to_judge_by_is_one_sentence(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="everything is set aside"):
        learn(TrainRun(seed=1, data=(texts,), folder=tmp_path / "run"), aside="one two")
    with pytest.raises(BadModel, match="choose one"):
        list(TransformerWriter().evaluate(TrainRun(seed=1, data=(texts,), folder=tmp_path)))
    folder = best(learn(TrainRun(seed=1, data=(texts,), folder=tmp_path / "run")))
    with pytest.raises(BadFile, match="learned from all of these"):
        metrics(texts / "one.txt", folder, tmp_path)
